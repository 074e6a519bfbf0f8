#include "exchange/age.hpp"
#include "exchange/archive_library.hpp"
#include "exchange/package.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>

namespace refectory {

namespace {

constexpr std::int64_t free_of_ratio = 1024 * 1024;
constexpr std::string_view damaged = "This file is damaged inside. It cannot be used.";
constexpr std::string_view bomb = "This file would unpack to far more than any of its kind. It was not opened.";

}

// The zip as it comes out of `age`, entry by entry, with the limits counted as it grows.
struct PackageReader::State {
    State(const ArchiveLibrary& with, AgeOpener from) : library(with), opener(std::move(from)), zip(library.archive_read_new(), library.archive_read_free)
    {
        library.archive_read_support_format_zip_streamable(zip.get());
        library.archive_read_set_callback_data(zip.get(), this);
        library.archive_read_set_read_callback(zip.get(), read_zip);
        library.archive_read_open1(zip.get());
    }

    static la_ssize_t read_zip(archive*, void* self, const void** bytes)
    {
        auto& state = *static_cast<State*>(self);
        auto size = state.opener.read(state.sealed_piece);
        if (!size) {
            state.error = std::move(size).error();
            return -1;
        }
        state.zip_bytes += static_cast<std::int64_t>(*size);
        *bytes = state.sealed_piece.data();
        return static_cast<la_ssize_t>(*size);
    }

    // What `age` had to say counts more than what the zip then lacks.
    std::unexpected<Error> refuse(std::string_view sentence) const
    {
        return error ? std::unexpected(*error) : failure(std::string{sentence});
    }

    // False behind the last entry.
    Result<bool> next()
    {
        archive_entry* entry = nullptr;
        const int status = library.archive_read_next_header(zip.get(), &entry);
        if (status == ARCHIVE_EOF) return false;
        if (status != ARCHIVE_OK) return refuse(damaged);
        if (++entries > most_package_entries) return refuse("This file holds more parts than any of its kind.");
        const char* its_name = library.archive_entry_pathname(entry);
        name = its_name ? its_name : "";
        if (!is_plain_file_name(name) || library.archive_entry_filetype(entry) != AE_IFREG || library.archive_entry_is_encrypted(entry))
            return refuse("This file holds a part that does not belong in it.");
        return true;
    }

    // Empty at the end of the entry.
    Result<std::string_view> read()
    {
        const auto size = library.archive_read_data(zip.get(), plain_piece.data(), plain_piece.size());
        if (size < 0) return refuse(damaged);
        plain_bytes += size;
        if (plain_bytes > most_package_bytes || plain_bytes > free_of_ratio + zip_bytes * most_package_ratio) return refuse(bomb);
        return std::string_view{plain_piece.data(), static_cast<std::size_t>(size)};
    }

    Result<std::string> read_text(std::string_view expected_name, std::int64_t most_bytes)
    {
        REFECTORY_TRY_ASSIGN(const bool there, next());
        if (!there || name != expected_name) return refuse(damaged);
        std::string text;
        while (true) {
            REFECTORY_TRY_ASSIGN(const auto piece, read());
            if (piece.empty()) return text;
            text += piece;
            if (static_cast<std::int64_t>(text.size()) > most_bytes) return refuse(bomb);
        }
    }

    // Nothing may follow, and `age` must say that the file was whole.
    Result<> end()
    {
        REFECTORY_TRY_ASSIGN(const bool more, next());
        if (more) return refuse("This file holds a part that does not belong in it.");
        if (error) return std::unexpected(*error);
        while (true) {
            REFECTORY_TRY_ASSIGN(const auto size, opener.read(sealed_piece));
            if (size == 0) return {};
        }
    }

    const ArchiveLibrary& library;
    AgeOpener opener;
    std::array<char, 64 * 1024> sealed_piece, plain_piece;
    std::optional<Error> error;
    std::int64_t zip_bytes = 0, plain_bytes = 0;
    int entries = 0;
    std::string name;
    std::string manifest_text, signature_text;
    std::optional<Manifest> manifest;
    std::unique_ptr<archive, decltype(&archive_read_free)> zip;
};

PackageReader::PackageReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
PackageReader::~PackageReader() = default;
PackageReader::PackageReader(PackageReader&&) noexcept = default;
PackageReader& PackageReader::operator=(PackageReader&&) noexcept = default;

Result<PackageReader> PackageReader::open(const std::filesystem::path& file, const std::string& identity)
{
    REFECTORY_TRY_ASSIGN(const auto* library, archive_library());
    REFECTORY_TRY_ASSIGN(auto opener, AgeOpener::open(file, identity));
    PackageReader reader{std::make_unique<State>(*library, std::move(opener))};
    REFECTORY_TRY(reader.read_manifest());
    return reader;
}

Result<PackageReader> PackageReader::open(ByteView sealed, const std::string& identity)
{
    REFECTORY_TRY_ASSIGN(const auto* library, archive_library());
    REFECTORY_TRY_ASSIGN(auto opener, AgeOpener::open(sealed, identity));
    PackageReader reader{std::make_unique<State>(*library, std::move(opener))};
    REFECTORY_TRY(reader.read_manifest());
    return reader;
}

Result<> PackageReader::read_manifest()
{
    REFECTORY_TRY_ASSIGN(state_->manifest_text, state_->read_text("manifest.json", most_manifest_bytes));
    REFECTORY_TRY_ASSIGN(state_->signature_text, state_->read_text("manifest.sig", 256));
    return {};
}

Result<std::string> PackageReader::peek(std::string_view field) const
{
    return peek_manifest(state_->manifest_text, field);
}

Result<Manifest> PackageReader::verify(const PublicKey& key, std::string_view format)
{
    Signature signature{};
    if (state_->signature_text.size() != 2 * signature.size() || !from_hex(state_->signature_text, signature) ||
        !refectory::verify(bytes_of(state_->manifest_text), signature, key))
        return failure("This file is not signed by the key that is known here. It cannot be used.");
    REFECTORY_TRY_ASSIGN(state_->manifest, parse_manifest(state_->manifest_text, format));
    return *state_->manifest;
}

Result<> PackageReader::read_files(const std::function<FileReceiver(const ManifestFile&)>& receive)
{
    assert(state_->manifest);
    for (const auto& file : state_->manifest->files) {
        REFECTORY_TRY_ASSIGN(const bool there, state_->next());
        if (!there || state_->name != file.name) return state_->refuse(damaged);
        const auto receiver = receive(file);
        RunningDigest digest;
        std::int64_t bytes = 0;
        while (true) {
            REFECTORY_TRY_ASSIGN(const auto piece, state_->read());
            if (piece.empty()) break;
            bytes += static_cast<std::int64_t>(piece.size());
            if (bytes > file.bytes) return state_->refuse(damaged);
            digest.add(bytes_of(piece));
            REFECTORY_TRY(receiver.chunk(piece));
        }
        if (bytes != file.bytes || digest.finish() != file.sha256) return state_->refuse(damaged);
        REFECTORY_TRY(receiver.end());
    }
    return state_->end();
}

Result<std::map<std::string, std::string>> PackageReader::read_small_files()
{
    std::map<std::string, std::string> files;
    REFECTORY_TRY(read_files([&](const ManifestFile& file) {
        auto& text = files[file.name];
        return FileReceiver{[&text](std::string_view piece) -> Result<> {
                                text += piece;
                                return {};
                            },
                            []() -> Result<> { return {}; }};
    }));
    return files;
}

}
