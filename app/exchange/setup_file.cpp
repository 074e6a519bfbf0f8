#include "exchange/setup_file.hpp"

#include "exchange/age.hpp"
#include "exchange/copied_name.hpp"
#include "exchange/durable_file.hpp"
#include "exchange/found_files.hpp"
#include "exchange/programme_check.hpp"
#include "exchange/word_sealed_file.hpp"

#include <nlohmann/json.hpp>
#include <sodium.h>

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace refectory {

namespace {

using Json = nlohmann::ordered_json;

constexpr WordSealedKind kind{"refectory set-up 1\n", "set-up file", "a kiosk's set-up file",
                              "Copy it again, or have a new one made at the desk."};

std::string text_of(const KioskIdentity& identity)
{
    Json json{{"kiosk", identity.code},
              {"team", identity.team},
              {"organisation", identity.organisation},
              {"site", identity.site},
              {"signing_public_key", to_hex(identity.signing.public_key)},
              {"signing_secret_key", to_hex(identity.signing.secret_key)},
              {"age_identity", identity.age_identity},
              {"age_recipient", identity.age_recipient},
              {"desk", identity.desk.value},
              {"desk_key", to_hex(identity.desk_key)},
              {"desk_recipient", identity.desk_recipient}};
    if (identity.recovery.key) json["recovery_key"] = to_hex(*identity.recovery.key);
    json["keys_followed"] = identity.recovery.followed;
    return json.dump();
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
    // Set-up files of a desk without a recovery key lack both.
    if (json.contains("recovery_key") && !key("recovery_key", identity.recovery.key.emplace())) return std::nullopt;
    if (json.contains("keys_followed") && json["keys_followed"].is_number_integer()) identity.recovery.followed = json["keys_followed"].get<std::int64_t>();
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

// Of a file that is named as a set-up file.
std::optional<std::string> kiosk_in(std::string_view name)
{
    auto kiosk = middle_of_name(name, "refectory-setup-", ".sealed");
    return kiosk && is_kiosk_code(*kiosk) ? std::move(kiosk) : std::nullopt;
}

bool are_alike(const FoundSetup& one, const FoundSetup& other)
{
    constexpr std::size_t most = largest_setup_file + 64 * 1024;  // what being sealed adds, and more
    std::error_code error;
    const bool may_be = one.kiosk == other.kiosk && std::filesystem::file_size(one.file, error) == std::filesystem::file_size(other.file, error) && !error;
    if (!may_be) return false;
    const auto first = read_whole_file(one.file, most), second = read_whole_file(other.file, most);
    return first && second && *first == *second;
}

}

std::vector<FoundSetup> find_setups(const std::filesystem::path& folder)
{
    std::vector<FoundSetup> found;
    const auto is_ours = [](std::string_view name) { return kiosk_in(name).has_value(); };
    for (const auto& file : find_files(folder, is_ours).files)
        found.push_back({file, *kiosk_in(file.filename().string())});
    std::ranges::sort(found, {}, [](const FoundSetup& one) { return std::tie(one.kiosk, one.file); });
    std::vector<FoundSetup> told;
    for (auto& one : found)
        if (std::ranges::none_of(told, [&](const FoundSetup& before) { return are_alike(before, one); })) told.push_back(std::move(one));
    return told;
}

std::string setup_file_name(std::string_view kiosk)
{
    return fmt::format("refectory-setup-{}.sealed", kiosk);
}

Result<> write_setup(const KioskSetup& setup, const std::filesystem::path& file, std::span<const std::string> words,
                     const Entropy& entropy)
{
    if (!is_well_formed(setup.identity)) return failure("What the kiosk is to be set up with is not complete.");
    auto plain = text_of(setup.identity) + "\n";
    if (setup.programme) plain.append(setup.programme->begin(), setup.programme->end());
    if (plain.size() > largest_setup_file) return failure("The kiosk's first programme is too large for a set-up file.");
    const auto written = write_word_sealed(kind, {plain.size(), [&](const ByteSink& sink) { return sink(plain); }}, file, words, entropy);
    sodium_memzero(plain.data(), plain.size());
    return written;
}

Result<KioskSetup> read_setup(const std::filesystem::path& file, std::string_view words)
{
    std::string plain;
    REFECTORY_TRY(read_word_sealed(kind, file, words, [&](std::string_view bytes) -> Result<> {
        plain += bytes;
        if (plain.size() > largest_setup_file) return failure("This file is larger than any that belongs here.");
        return {};
    }));
    auto setup = setup_of(plain);
    sodium_memzero(plain.data(), plain.size());
    if (!setup) return failure("This set-up file was made by another program, or holds what this one does not know.");
    return std::move(*setup);
}

}
