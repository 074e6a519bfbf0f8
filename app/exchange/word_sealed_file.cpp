#include "exchange/word_sealed_file.hpp"

#include "exchange/durable_file.hpp"
#include "exchange/found_files.hpp"
#include "exchange/setup_words.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <cerrno>

namespace refectory {

namespace {

constexpr std::size_t chunk = 64 * 1024;
constexpr std::size_t sealed_more = crypto_secretstream_xchacha20poly1305_ABYTES;  // than the plain bytes of a chunk
constexpr std::size_t sum_size = std::tuple_size_v<Digest>;

using StreamState = crypto_secretstream_xchacha20poly1305_state;

struct Head {
    std::uint64_t length = 0;
    std::array<std::uint8_t, crypto_pwhash_SALTBYTES> salt{};
    std::array<std::uint8_t, crypto_secretstream_xchacha20poly1305_HEADERBYTES> stream{};
};

std::size_t head_size(const WordSealedKind& kind)
{
    return kind.first_line.size() + sizeof(Head::length) + sizeof(Head::salt) + sizeof(Head::stream);
}

Bytes bytes_of(const WordSealedKind& kind, const Head& head)
{
    Bytes bytes(kind.first_line.begin(), kind.first_line.end());
    for (int shift = 56; shift >= 0; shift -= 8) bytes.push_back(static_cast<std::uint8_t>(head.length >> shift));
    bytes.insert(bytes.end(), head.salt.begin(), head.salt.end());
    bytes.insert(bytes.end(), head.stream.begin(), head.stream.end());
    return bytes;
}

Head head_of(const WordSealedKind& kind, ByteView bytes)
{
    Head head;
    auto rest = bytes.subspan(kind.first_line.size());
    for (std::size_t i = 0; i < sizeof head.length; ++i) head.length = (head.length << 8) | rest[i];
    std::ranges::copy(rest.subspan(sizeof head.length, head.salt.size()), head.salt.begin());
    std::ranges::copy(rest.subspan(sizeof head.length + head.salt.size(), head.stream.size()), head.stream.begin());
    return head;
}

// The key that the words come to. It is wiped when it goes.
class Key {
public:
    Key(std::string_view phrase, const Head& head)
    {
        well_ = crypto_pwhash(bytes_.data(), bytes_.size(), phrase.data(), phrase.size(), head.salt.data(),
                              crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                              crypto_pwhash_ALG_ARGON2ID13) == 0;
    }
    ~Key() { sodium_memzero(bytes_.data(), bytes_.size()); }
    Key(const Key&) = delete;
    Key& operator=(const Key&) = delete;

    bool well() const { return well_; }
    const std::uint8_t* data() const { return bytes_.data(); }

private:
    std::array<std::uint8_t, crypto_secretstream_xchacha20poly1305_KEYBYTES> bytes_{};
    bool well_ = false;
};

// Seals into the file what it is given. The head is bound into each chunk, so that no part of it can be exchanged.
class Sealer {
public:
    Sealer(DurableFile& file, const StreamState& stream, Bytes head, std::uint64_t plain_size)
        : file_(file), stream_(stream), head_(std::move(head)), left_(plain_size) {}
    ~Sealer()
    {
        sodium_memzero(&stream_, sizeof stream_);
        sodium_memzero(plain_.data(), plain_.size());
    }
    Sealer(const Sealer&) = delete;
    Sealer& operator=(const Sealer&) = delete;

    Result<> begin() { return write(head_); }
    Result<> add(std::string_view bytes)
    {
        if (bytes.size() > left_) return failure("What was to be sealed grew while it was read. Try again.");
        while (!bytes.empty()) {
            const auto size = std::min(bytes.size(), chunk - filled_);
            std::ranges::copy(refectory::bytes_of(bytes.substr(0, size)), plain_.begin() + static_cast<std::ptrdiff_t>(filled_));
            bytes.remove_prefix(size);
            filled_ += size;
            left_ -= size;
            if (filled_ == chunk && left_ > 0) REFECTORY_TRY(push(crypto_secretstream_xchacha20poly1305_TAG_MESSAGE));
        }
        return {};
    }
    Result<> finish()
    {
        if (left_ > 0) return failure("What was to be sealed became less while it was read. Try again.");
        REFECTORY_TRY(push(crypto_secretstream_xchacha20poly1305_TAG_FINAL));
        const auto sum = digest_.finish();
        return file_.write(text_of(sum));
    }

private:
    Result<> push(unsigned char tag)
    {
        crypto_secretstream_xchacha20poly1305_push(&stream_, sealed_.data(), nullptr, plain_.data(), filled_, head_.data(), head_.size(), tag);
        const auto size = filled_ + sealed_more;
        filled_ = 0;
        return write(ByteView{sealed_}.first(size));
    }
    Result<> write(ByteView bytes)
    {
        digest_.add(bytes);
        return file_.write(text_of(bytes));
    }

    DurableFile& file_;
    StreamState stream_;
    Bytes head_;
    std::uint64_t left_;
    std::size_t filled_ = 0;
    std::array<std::uint8_t, chunk> plain_{};
    std::array<std::uint8_t, chunk + sealed_more> sealed_{};
    RunningDigest digest_;
};

// A file that is read from its beginning as often as needed, and does not change in between.
class Input {
public:
    static Result<Input> open(const std::filesystem::path& file)
    {
        REFECTORY_TRY_ASSIGN(auto descriptor, open_found_file(file));
        return Input{std::move(descriptor)};
    }

    // Fewer than were asked for only where the file ends.
    Result<ByteView> read(std::uint64_t at, std::size_t most)
    {
        bytes_.resize(most);
        std::size_t got = 0;
        while (got < most) {
            const auto size = ::pread(descriptor_.number(), bytes_.data() + got, most - got, static_cast<off_t>(at + got));
            if (size < 0 && errno == EINTR) continue;
            if (size < 0) return failure(sentence_of(errno));
            if (size == 0) break;
            got += static_cast<std::size_t>(size);
        }
        return ByteView{bytes_}.first(got);
    }
    Result<std::uint64_t> size() const
    {
        const auto end = ::lseek(descriptor_.number(), 0, SEEK_END);
        if (end < 0) return failure(sentence_of(errno));
        return static_cast<std::uint64_t>(end);
    }

private:
    explicit Input(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}

    Descriptor descriptor_;
    Bytes bytes_;
};

// The head's bytes, of a file that is whole.
Result<Bytes> head_of_whole(const WordSealedKind& kind, Input& input)
{
    REFECTORY_TRY_ASSIGN(const auto beginning, input.read(0, head_size(kind)));
    if (beginning.size() < kind.first_line.size() || !std::ranges::equal(beginning.first(kind.first_line.size()), kind.first_line))
        return failure(fmt::format("This is not {}.", kind.owned_name));
    REFECTORY_TRY_ASSIGN(const auto size, input.size());
    if (size < head_size(kind) + sum_size || size < head_of(kind, beginning).length)
        return failure(fmt::format("This {} is not complete: its end is missing. Copy it again.", kind.name));
    const Bytes head{beginning.begin(), beginning.end()};
    RunningDigest digest;
    for (std::uint64_t at = 0; at < size - sum_size; at += chunk) {
        REFECTORY_TRY_ASSIGN(const auto piece, input.read(at, static_cast<std::size_t>(std::min<std::uint64_t>(chunk, size - sum_size - at))));
        digest.add(piece);
    }
    REFECTORY_TRY_ASSIGN(const auto sum, input.read(size - sum_size, sum_size));
    if (size != head_of(kind, head).length || !std::ranges::equal(digest.finish(), sum))
        return failure(fmt::format("This {} is damaged. {}", kind.name, kind.if_damaged));
    return head;
}

Result<> unseal(const WordSealedKind& kind, Input& input, const Bytes& head, StreamState& stream, const ByteSink& plain)
{
    const auto end = head_of(kind, head).length - sum_size;
    auto at = std::uint64_t{head.size()};
    unsigned char tag = crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
    Bytes opened(chunk);
    const auto wrong = failure(fmt::format("These six words do not open this {}. Check that they were printed for it.", kind.name));
    while (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL) {
        const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(chunk + sealed_more, end - at));
        REFECTORY_TRY_ASSIGN(const auto piece, input.read(at, most));
        if (piece.size() < sealed_more ||
            crypto_secretstream_xchacha20poly1305_pull(&stream, opened.data(), nullptr, &tag, piece.data(), piece.size(), head.data(), head.size()) != 0)
            return wrong;
        at += piece.size();
        REFECTORY_TRY(plain(text_of(ByteView{opened}.first(piece.size() - sealed_more))));
    }
    sodium_memzero(opened.data(), opened.size());
    return at == end ? Result<>{} : wrong;
}

Result<std::string> phrase_of(std::string_view typed)
{
    const auto tidy = tidy_setup_words(typed);
    if (tidy.size() != setup_words_count) return failure(fmt::format("Enter the six words. There are {} here.", tidy.size()));
    REFECTORY_TRY_ASSIGN(const auto words, find_setup_words(tidy));
    return setup_phrase(words);
}

}

Result<> write_word_sealed(const WordSealedKind& kind, const PlainBytes& plain, const std::filesystem::path& path,
                           std::span<const std::string> words, const Entropy& entropy)
{
    Head head;
    entropy(head.salt);
    const auto chunks = std::max<std::uint64_t>(1, (plain.size + chunk - 1) / chunk);
    head.length = head_size(kind) + plain.size + chunks * sealed_more + sum_size;
    const Key key{setup_phrase(words), head};
    if (!key.well()) return failure(sentence_of(ENOMEM));
    StreamState stream;
    crypto_secretstream_xchacha20poly1305_init_push(&stream, head.stream.data(), key.data());

    REFECTORY_TRY_ASSIGN(auto file, DurableFile::create(path));
    Sealer sealer{file, stream, bytes_of(kind, head), plain.size};
    REFECTORY_TRY(sealer.begin());
    REFECTORY_TRY(plain.produce([&](std::string_view bytes) { return sealer.add(bytes); }));
    REFECTORY_TRY(sealer.finish());
    return file.commit();
}

Result<> expect_word_sealed(const WordSealedKind& kind, const std::filesystem::path& path)
{
    REFECTORY_TRY_ASSIGN(auto input, Input::open(path));
    REFECTORY_TRY(head_of_whole(kind, input));
    return {};
}

Result<> read_word_sealed(const WordSealedKind& kind, const std::filesystem::path& path, std::string_view typed, const ByteSink& plain)
{
    REFECTORY_TRY_ASSIGN(auto input, Input::open(path));
    REFECTORY_TRY_ASSIGN(const auto head, head_of_whole(kind, input));
    REFECTORY_TRY_ASSIGN(const auto phrase, phrase_of(typed));
    const Key key{phrase, head_of(kind, head)};
    if (!key.well()) return failure(sentence_of(ENOMEM));
    StreamState stream;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&stream, head_of(kind, head).stream.data(), key.data()) != 0)
        return failure(fmt::format("This {} is damaged. {}", kind.name, kind.if_damaged));
    return unseal(kind, input, head, stream, plain);
}

}
