#include "desk/backup_file.hpp"

#include "exchange/durable_file.hpp"
#include "exchange/word_sealed_file.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>

namespace refectory {

namespace {

using Json = nlohmann::ordered_json;

constexpr WordSealedKind kind{"refectory backup 1\n", "backup", "a backup of a desk", "Copy it again, or use another backup."};
constexpr std::string_view strange = "This backup was made by another program, or holds what this one does not know.";
constexpr std::array<std::string_view, 2> part_names{"desk.db", "desk.keys"};
constexpr std::size_t longest_head = 4096;

struct Part {
    std::uint64_t bytes = 0;
    Digest sha256{};
};

struct FullHead {
    BackupHead head;
    std::array<Part, part_names.size()> parts;
};

std::string line_of(const FullHead& full)
{
    Json json{{"desk", full.head.desk.value}, {"made_at", to_milliseconds(full.head.made_at)}, {"files", Json::array()}};
    for (std::size_t i = 0; i < part_names.size(); ++i)
        json["files"].push_back({{"name", part_names[i]}, {"bytes", full.parts[i].bytes}, {"sha256", to_hex(full.parts[i].sha256)}});
    return json.dump() + "\n";
}

std::optional<Part> part_of(const Json& json, std::string_view name)
{
    Part part;
    if (!json.is_object() || json.value("name", Json{}) != name || !json.value("bytes", Json{}).is_number_unsigned() ||
        !json.value("sha256", Json{}).is_string())
        return std::nullopt;
    part.bytes = json["bytes"].get<std::uint64_t>();
    const auto hex = json["sha256"].get<std::string>();
    if (hex.size() != 2 * part.sha256.size() || !from_hex(hex, part.sha256)) return std::nullopt;
    return part;
}

std::optional<FullHead> head_of(std::string_view line)
{
    const auto json = Json::parse(line, nullptr, false);
    if (!json.is_object() || !json.value("desk", Json{}).is_string() || !json.value("made_at", Json{}).is_number_integer()) return std::nullopt;
    const auto files = json.value("files", Json{});
    if (!files.is_array() || files.size() != part_names.size()) return std::nullopt;
    FullHead full{{Origin{json["desk"].get<std::string>()}, from_milliseconds(json["made_at"].get<std::int64_t>())}, {}};
    for (std::size_t i = 0; i < part_names.size(); ++i) {
        const auto part = part_of(files[i], part_names[i]);
        if (!part) return std::nullopt;
        full.parts[i] = *part;
    }
    return full;
}

using TakePart = std::function<Result<>(std::size_t part, std::string_view bytes)>;

// The head line first, then part after part, whatever pieces they come in.
class Unpacker {
public:
    explicit Unpacker(TakePart take) : take_(std::move(take)) {}

    Result<> add(std::string_view bytes)
    {
        if (!full_) {
            const auto end = bytes.find('\n');
            line_ += bytes.substr(0, end);
            if (line_.size() > longest_head) return failure(std::string{strange});
            if (end == std::string_view::npos) return {};
            full_ = head_of(line_);
            if (!full_) return failure(std::string{strange});
            bytes.remove_prefix(end + 1);
        }
        while (!bytes.empty()) {
            if (at_ == part_names.size()) return failure(std::string{strange});
            const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), full_->parts[at_].bytes - taken_));
            digest_.add(bytes_of(bytes.substr(0, size)));
            REFECTORY_TRY(take_(at_, bytes.substr(0, size)));
            bytes.remove_prefix(size);
            taken_ += size;
            if (taken_ == full_->parts[at_].bytes) REFECTORY_TRY(end_part());
        }
        return {};
    }
    Result<BackupHead> finish() const
    {
        if (!full_ || at_ != part_names.size()) return failure(std::string{strange});
        return full_->head;
    }

private:
    Result<> end_part()
    {
        if (digest_.finish() != full_->parts[at_].sha256) return failure("This backup does not hold what was put in. Use another one.");
        digest_ = RunningDigest{};
        taken_ = 0;
        ++at_;
        return {};
    }

    TakePart take_;
    std::string line_;
    std::optional<FullHead> full_;
    std::size_t at_ = 0;
    std::uint64_t taken_ = 0;
    RunningDigest digest_;
};

Result<BackupHead> read_backup(const std::filesystem::path& file, std::string_view words, const TakePart& take)
{
    Unpacker unpacker{take};
    REFECTORY_TRY(read_word_sealed(kind, file, words, [&](std::string_view bytes) { return unpacker.add(bytes); }));
    return unpacker.finish();
}

Result<> stream(const std::filesystem::path& file, const ByteSink& sink)
{
    std::ifstream input{file, std::ios::binary};
    std::array<char, 64 * 1024> piece;
    while (input.read(piece.data(), piece.size()), input.gcount() > 0) REFECTORY_TRY(sink({piece.data(), static_cast<std::size_t>(input.gcount())}));
    return input.eof() ? Result<>{} : failure(sentence_of(EIO));
}

Result<Part> part_in(const std::filesystem::path& file)
{
    REFECTORY_TRY_ASSIGN(const auto sum, digest_of_file(file));
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error) return failure(sentence_of(error.value()));
    return Part{size, sum};
}

}

Result<> write_backup(const BackupHead& head, const BackupParts& parts, const std::filesystem::path& file, std::span<const std::string> words,
                      const Entropy& entropy)
{
    const std::array files{parts.database, parts.keys};
    FullHead full{head, {}};
    for (std::size_t i = 0; i < files.size(); ++i) {
        REFECTORY_TRY_ASSIGN(full.parts[i], part_in(files[i]));
    }
    const auto line = line_of(full);
    const PlainBytes plain{line.size() + full.parts[0].bytes + full.parts[1].bytes, [&](const ByteSink& sink) -> Result<> {
                               REFECTORY_TRY(sink(line));
                               for (const auto& one : files) REFECTORY_TRY(stream(one, sink));
                               return {};
                           }};
    REFECTORY_TRY(write_word_sealed(kind, plain, file, words, entropy));
    std::string phrase;
    for (const auto& word : words) phrase += word + " ";
    const auto read = read_backup(file, phrase, [](std::size_t, std::string_view) -> Result<> { return {}; });
    if (read) return {};
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    return std::unexpected(read.error());
}

Result<> expect_backup(const std::filesystem::path& file)
{
    return expect_word_sealed(kind, file);
}

Result<BackupHead> unpack_backup(const std::filesystem::path& file, std::string_view words, const BackupParts& into)
{
    REFECTORY_TRY_ASSIGN(auto database, DurableFile::create(into.database, Readers::owner));
    REFECTORY_TRY_ASSIGN(auto keys, DurableFile::create(into.keys, Readers::owner));
    REFECTORY_TRY_ASSIGN(auto head, read_backup(file, words, [&](std::size_t part, std::string_view bytes) {
        return part == 0 ? database.write(bytes) : keys.write(bytes);
    }));
    REFECTORY_TRY(database.commit());
    if (const auto done = keys.commit(); !done) {
        std::error_code ignored;
        std::filesystem::remove(into.database, ignored);
        return std::unexpected(done.error());
    }
    return head;
}

}
