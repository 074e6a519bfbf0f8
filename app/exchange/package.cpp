#include "exchange/package.hpp"

#include "exchange/archive_library.hpp"
#include "exchange/sink_beside.hpp"

#include <fmt/format.h>

#include <cassert>
#include <optional>

namespace refectory {

namespace {

constexpr std::int64_t longest_kept_text = 64 * 1024;  // of one file, in bytes
constexpr std::int64_t longest_stored_text = 4 * 1024;  // likewise: to make ready for packing costs more than so little has in it
constexpr std::int64_t early_in_1980 = 315'619'200;  // the least that a zip can say; when it was written is in the manifest

// What libarchive calls back, and what went wrong there: its own errors do not carry ours. A zip that was given up is still
// ended as any other, for only then libarchive frees what it holds; its bytes go nowhere.
struct ZipTarget {
    AgeSealer& sealer;
    const ByteSink& sealed;
    std::optional<Error> error;
    bool is_given_up = false;
};

la_ssize_t write_zip(archive*, void* target, const void* bytes, std::size_t size)
{
    auto& to = *static_cast<ZipTarget*>(target);
    if (!to.is_given_up)
        if (auto done = to.sealer.write({static_cast<const char*>(bytes), size}, to.sealed); !done) {
            to.error = done.error();
            to.is_given_up = true;
        }
    return static_cast<la_ssize_t>(size);
}

class ZipWriter {
public:
    ZipWriter(const ArchiveLibrary& library, AgeSealer& sealer, const ByteSink& sealed)
        : library_(library), target_{sealer, sealed, {}, false}, zip_(library.archive_write_new(), library.archive_write_free)
    {
        library_.archive_write_set_format_zip(zip_.get());
        library_.archive_write_set_format_option(zip_.get(), "zip", "compression-level", "1");  // half of what is sent are hashes, which more effort makes no smaller
        library_.archive_write_set_bytes_per_block(zip_.get(), 64 * 1024);
        library_.archive_write_set_bytes_in_last_block(zip_.get(), 1);
        library_.archive_write_open(zip_.get(), &target_, nullptr, write_zip, nullptr);
    }
    ~ZipWriter() { target_.is_given_up = true; }
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;

    Result<> begin(const std::string& name, std::int64_t size)
    {
        const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry{library_.archive_entry_new(), library_.archive_entry_free};
        library_.archive_entry_set_pathname(entry.get(), name.c_str());
        library_.archive_entry_set_filetype(entry.get(), AE_IFREG);
        library_.archive_entry_set_perm(entry.get(), 0644);
        library_.archive_entry_set_size(entry.get(), size);
        library_.archive_entry_set_mtime(entry.get(), early_in_1980, 0);
        if (size > longest_stored_text) library_.archive_write_zip_set_compression_deflate(zip_.get());
        else library_.archive_write_zip_set_compression_store(zip_.get());
        return result(library_.archive_write_header(zip_.get(), entry.get()) == ARCHIVE_OK);
    }
    Result<> write(std::string_view bytes)
    {
        return result(library_.archive_write_data(zip_.get(), bytes.data(), bytes.size()) == static_cast<la_ssize_t>(bytes.size()));
    }
    Result<> close() { return result(library_.archive_write_close(zip_.get()) == ARCHIVE_OK); }

private:
    Result<> result(bool well)
    {
        if (target_.error) return std::unexpected(*target_.error);
        if (!well) return failure("The file could not be put together.");
        return {};
    }

    const ArchiveLibrary& library_;
    ZipTarget target_;
    std::unique_ptr<archive, decltype(&archive_write_free)> zip_;
};

// Counts and sums what passes through it.
struct Tally {
    std::int64_t bytes = 0;
    RunningDigest digest;

    void add(std::string_view text)
    {
        bytes += static_cast<std::int64_t>(text.size());
        digest.add(bytes_of(text));
    }
};

// A short text is not made twice.
struct Described {
    ManifestFile file;
    std::optional<std::string> text;
};

// What is made is summed beside the making.
Result<Described> describe(const PackageFile& file)
{
    assert(is_plain_file_name(file.name));
    Tally tally;
    std::optional<std::string> text{std::in_place};
    SinkBeside summing{[&](std::string_view bytes) -> Result<> {
        tally.add(bytes);
        if (tally.bytes > longest_kept_text) text.reset();
        if (text) *text += bytes;
        return {};
    }};
    REFECTORY_TRY_ASSIGN(const auto rows, file.produce([&](std::string_view bytes) { return summing.write(bytes); }));
    REFECTORY_TRY(summing.finish());
    return Described{{file.name, rows, tally.bytes, tally.digest.finish()}, std::move(text)};
}

// Packing takes as long as making and summing.
Result<> write_file(ZipWriter& zip, const PackageFile& file, const Described& known)
{
    const auto& described = known.file;
    REFECTORY_TRY(zip.begin(file.name, described.bytes));
    if (known.text) return zip.write(*known.text);
    Tally tally;
    SinkBeside packing{[&](std::string_view bytes) { return zip.write(bytes); }};
    REFECTORY_TRY(file.produce([&](std::string_view bytes) {
        tally.add(bytes);
        return packing.write(bytes);
    }));
    REFECTORY_TRY(packing.finish());
    if (tally.bytes != described.bytes || tally.digest.finish() != described.sha256)
        return failure("What was to be written changed meanwhile. Try again.");
    return {};
}

Result<> write_text(ZipWriter& zip, const std::string& name, const std::string& text)
{
    REFECTORY_TRY(zip.begin(name, static_cast<std::int64_t>(text.size())));
    return zip.write(text);
}

}

Result<Digest> write_package(const Package& package, AgeSealer sealer, const SecretKey& key, const ByteSink& sealed)
{
    assert(package.files.size() + 2 <= most_package_entries);
    REFECTORY_TRY_ASSIGN(const auto* library, archive_library());
    Manifest manifest{package.format, package.fields, {}, {}};
    std::vector<Described> known;
    std::int64_t bytes = 0;
    for (const auto& file : package.files) {
        REFECTORY_TRY_ASSIGN(auto described, describe(file));
        bytes += described.file.bytes;
        manifest.files.push_back(described.file);
        known.push_back(std::move(described));
    }
    REFECTORY_TRY_ASSIGN(const auto text, write_manifest(manifest));
    // What no reader would take must not be written.
    if (bytes + static_cast<std::int64_t>(text.size()) + 128 > most_package_bytes || text.size() > most_manifest_bytes)
        return failure("There is more than one file can carry.");

    ZipWriter zip{*library, sealer, sealed};
    REFECTORY_TRY(write_text(zip, "manifest.json", text));
    REFECTORY_TRY(write_text(zip, "manifest.sig", to_hex(sign(bytes_of(text), key))));
    for (std::size_t i = 0; i < package.files.size(); ++i) REFECTORY_TRY(write_file(zip, package.files[i], known[i]));
    REFECTORY_TRY(zip.close());
    REFECTORY_TRY(sealer.finish(sealed));
    return sha256(bytes_of(text));
}

}
