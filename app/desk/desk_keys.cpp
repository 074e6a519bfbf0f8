#include "desk/desk_keys.hpp"

#include "exchange/durable_file.hpp"

#include <nlohmann/json.hpp>

namespace refectory {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t largest_keys_file = 64 * 1024;

}

Result<DeskKeys> make_desk_keys(const Entropy& entropy)
{
    REFECTORY_TRY_ASSIGN(auto age, make_age_keys());
    return DeskKeys{make_key_pair(entropy), std::move(age)};
}

std::string identities_of(const DeskKeys& keys)
{
    auto identities = keys.age.identity;
    for (const auto& former : keys.former_identities) identities += "\n" + former;
    return identities;
}

Result<> write_desk_keys(const std::filesystem::path& path, const DeskKeys& keys)
{
    const Json json{{"signing_public_key", to_hex(keys.signing.public_key)},
                    {"signing_secret_key", to_hex(keys.signing.secret_key)},
                    {"age_identity", keys.age.identity},
                    {"age_recipient", keys.age.recipient},
                    {"former_age_identities", keys.former_identities}};
    REFECTORY_TRY_ASSIGN(auto file, DurableFile::create(path, Readers::owner));
    REFECTORY_TRY(file.write(json.dump(2) + "\n"));
    return file.commit();
}

Result<DeskKeys> read_desk_keys(const std::filesystem::path& path)
{
    REFECTORY_TRY_ASSIGN(const auto text, read_whole_file(path, largest_keys_file));
    const auto json = Json::parse(text, nullptr, false);
    const auto field = [&](const char* name) {
        return json.is_object() && json.contains(name) && json[name].is_string() ? json[name].get<std::string>() : std::string{};
    };
    const auto key = [&](const char* name, std::span<std::uint8_t> into) {
        const auto hex = field(name);
        return hex.size() == 2 * into.size() && from_hex(hex, into);
    };
    DeskKeys keys{{}, {field("age_identity"), field("age_recipient")}};
    if (json.is_object() && json.contains("former_age_identities"))
        for (const auto& former : json["former_age_identities"]) keys.former_identities.push_back(former.is_string() ? former.get<std::string>() : "");
    if (!key("signing_public_key", keys.signing.public_key) || !key("signing_secret_key", keys.signing.secret_key) ||
        !are_age_identities(identities_of(keys)) || !is_age_recipient(keys.age.recipient))
        return failure("The file does not hold a desk's keys.");
    return keys;
}

}
