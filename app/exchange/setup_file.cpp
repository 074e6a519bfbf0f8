#include "exchange/setup_file.hpp"

#include "exchange/age.hpp"
#include "exchange/durable_file.hpp"
#include "exchange/programme_check.hpp"
#include "exchange/setup_words.hpp"

#include <nlohmann/json.hpp>
#include <sodium.h>

#include <fmt/format.h>

namespace refectory {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view beginning = "refectory set-up 1\n";
constexpr std::size_t chunk = 64 * 1024;
constexpr std::size_t head_size = beginning.size() + 8 + crypto_pwhash_SALTBYTES + crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t sum_size = std::tuple_size_v<Digest>;

struct Head {
    std::uint64_t length = 0;
    std::array<std::uint8_t, crypto_pwhash_SALTBYTES> salt{};
    std::array<std::uint8_t, crypto_secretstream_xchacha20poly1305_HEADERBYTES> stream{};
};

Bytes bytes_of(const Head& head)
{
    Bytes bytes(beginning.begin(), beginning.end());
    for (int shift = 56; shift >= 0; shift -= 8) bytes.push_back(static_cast<std::uint8_t>(head.length >> shift));
    bytes.insert(bytes.end(), head.salt.begin(), head.salt.end());
    bytes.insert(bytes.end(), head.stream.begin(), head.stream.end());
    return bytes;
}

Head head_of(ByteView file)
{
    Head head;
    auto rest = file.subspan(beginning.size());
    for (std::size_t i = 0; i < 8; ++i) head.length = (head.length << 8) | rest[i];
    std::ranges::copy(rest.subspan(8, head.salt.size()), head.salt.begin());
    std::ranges::copy(rest.subspan(8 + head.salt.size(), head.stream.size()), head.stream.begin());
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

// The head is bound into each chunk, so that no part of it can be exchanged.
void seal(Bytes& file, crypto_secretstream_xchacha20poly1305_state& stream, ByteView plain, ByteView head)
{
    while (true) {
        const auto piece = plain.first(std::min(plain.size(), chunk));
        plain = plain.subspan(piece.size());
        const auto at = file.size();
        file.resize(at + piece.size() + crypto_secretstream_xchacha20poly1305_ABYTES);
        const auto tag = plain.empty() ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
        crypto_secretstream_xchacha20poly1305_push(&stream, file.data() + at, nullptr, piece.data(), piece.size(), head.data(),
                                                   head.size(), static_cast<unsigned char>(tag));
        if (plain.empty()) return;
    }
}

std::optional<Bytes> unseal(ByteView sealed, crypto_secretstream_xchacha20poly1305_state& stream, ByteView head)
{
    Bytes plain;
    unsigned char tag = crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
    while (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL) {
        const auto piece = sealed.first(std::min(sealed.size(), chunk + crypto_secretstream_xchacha20poly1305_ABYTES));
        if (piece.size() < crypto_secretstream_xchacha20poly1305_ABYTES) return std::nullopt;
        sealed = sealed.subspan(piece.size());
        const auto at = plain.size();
        plain.resize(at + piece.size() - crypto_secretstream_xchacha20poly1305_ABYTES);
        if (crypto_secretstream_xchacha20poly1305_pull(&stream, plain.data() + at, nullptr, &tag, piece.data(), piece.size(),
                                                       head.data(), head.size()) != 0)
            return std::nullopt;
    }
    if (!sealed.empty()) return std::nullopt;
    return plain;
}

std::string text_of(const KioskIdentity& identity)
{
    return Json{{"kiosk", identity.code},
                {"team", identity.team},
                {"organisation", identity.organisation},
                {"site", identity.site},
                {"signing_public_key", to_hex(identity.signing.public_key)},
                {"signing_secret_key", to_hex(identity.signing.secret_key)},
                {"age_identity", identity.age_identity},
                {"age_recipient", identity.age_recipient},
                {"desk", identity.desk.value},
                {"desk_key", to_hex(identity.desk_key)},
                {"desk_recipient", identity.desk_recipient}}
        .dump();
}

bool is_well_formed(const KioskIdentity& identity)
{
    return is_kiosk_code(identity.code) && is_origin(identity.desk.value) && is_age_identity(identity.age_identity) &&
           is_age_recipient(identity.age_recipient) && is_age_recipient(identity.desk_recipient) && is_utf8(identity.team) &&
           is_utf8(identity.organisation) && is_utf8(identity.site);
}

std::optional<KioskIdentity> identity_of(std::string_view text)
{
    const auto json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    const auto field = [&](const char* name) {
        return json.contains(name) && json[name].is_string() ? json[name].get<std::string>() : std::string{};
    };
    const auto key = [&](const char* name, std::span<std::uint8_t> into) {
        const auto hex = field(name);
        return hex.size() == 2 * into.size() && from_hex(hex, into);
    };
    KioskIdentity identity;
    identity.code = field("kiosk");
    identity.team = field("team");
    identity.organisation = field("organisation");
    identity.site = field("site");
    identity.age_identity = field("age_identity");
    identity.age_recipient = field("age_recipient");
    identity.desk.value = field("desk");
    identity.desk_recipient = field("desk_recipient");
    if (!key("signing_public_key", identity.signing.public_key) || !key("signing_secret_key", identity.signing.secret_key) ||
        !key("desk_key", identity.desk_key) || !is_well_formed(identity))
        return std::nullopt;
    return identity;
}

// A line of JSON, and behind it the programme where there is one.
std::optional<KioskSetup> setup_of(std::string_view plain)
{
    const auto line_end = plain.find('\n');
    if (line_end == std::string_view::npos) return std::nullopt;
    auto identity = identity_of(plain.substr(0, line_end));
    if (!identity) return std::nullopt;
    KioskSetup setup{std::move(*identity), std::nullopt};
    if (const auto programme = plain.substr(line_end + 1); !programme.empty()) setup.programme = Bytes(programme.begin(), programme.end());
    return setup;
}

Result<> check_whole(ByteView file)
{
    if (file.size() < beginning.size() || !std::ranges::equal(file.first(beginning.size()), beginning))
        return failure("This is not a kiosk's set-up file.");
    if (file.size() < head_size + sum_size || file.size() < head_of(file).length)
        return failure("This set-up file is not complete: its end is missing. Copy it again.");
    const auto body = file.first(file.size() - sum_size);
    if (file.size() != head_of(file).length || !std::ranges::equal(sha256(body), file.last(sum_size)))
        return failure("This set-up file is damaged. Copy it again, or have a new one made at the desk.");
    return {};
}

}

std::string setup_file_name(std::string_view kiosk)
{
    return fmt::format("refectory-setup-{}.sealed", kiosk);
}

Result<> write_setup(const KioskSetup& setup, const std::filesystem::path& path, std::span<const std::string> words,
                     const Entropy& entropy)
{
    if (!is_well_formed(setup.identity)) return failure("What the kiosk is to be set up with is not complete.");
    auto plain = text_of(setup.identity) + "\n";
    if (setup.programme) plain.append(setup.programme->begin(), setup.programme->end());

    Head head;
    entropy(head.salt);
    const auto chunks = std::max<std::size_t>(1, (plain.size() + chunk - 1) / chunk);
    head.length = head_size + plain.size() + chunks * crypto_secretstream_xchacha20poly1305_ABYTES + sum_size;
    if (head.length > largest_setup_file) return failure("The kiosk's first programme is too large for a set-up file.");
    const Key key{setup_phrase(words), head};
    if (!key.well()) return failure(sentence_of(ENOMEM));
    crypto_secretstream_xchacha20poly1305_state stream;
    crypto_secretstream_xchacha20poly1305_init_push(&stream, head.stream.data(), key.data());
    auto bytes = bytes_of(head);
    seal(bytes, stream, bytes_of(std::string_view{plain}), bytes_of(head));
    sodium_memzero(plain.data(), plain.size());
    const auto sum = sha256(bytes);
    bytes.insert(bytes.end(), sum.begin(), sum.end());

    REFECTORY_TRY_ASSIGN(auto file, DurableFile::create(path));
    REFECTORY_TRY(file.write(refectory::text_of(ByteView{bytes})));
    return file.commit();
}

Result<KioskSetup> read_setup(const std::filesystem::path& path, std::string_view typed)
{
    REFECTORY_TRY_ASSIGN(const auto text, read_whole_file(path, largest_setup_file));
    const auto file = bytes_of(std::string_view{text});
    REFECTORY_TRY(check_whole(file));
    auto words = tidy_setup_words(typed);
    if (words.size() != setup_words_count) return failure(fmt::format("Enter the six words. There are {} here.", words.size()));
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto known = find_setup_word(words[i]);
        if (!known) return failure(fmt::format("Word {} is not one of those that are used here. Check how it is spelt.", i + 1));
        words[i] = *known;
    }

    const auto head = head_of(file);
    const Key key{setup_phrase(words), head};
    if (!key.well()) return failure(sentence_of(ENOMEM));
    crypto_secretstream_xchacha20poly1305_state stream;
    const auto sealed = file.subspan(head_size, file.size() - head_size - sum_size);
    const auto plain = crypto_secretstream_xchacha20poly1305_init_pull(&stream, head.stream.data(), key.data()) == 0
                           ? unseal(sealed, stream, file.first(head_size))
                           : std::nullopt;
    if (!plain) return failure("These six words do not open this set-up file. Check that they were printed for it.");
    auto setup = setup_of(refectory::text_of(ByteView{*plain}));
    if (!setup) return failure("This set-up file was made by another program, or holds what this one does not know.");
    return std::move(*setup);
}

}
