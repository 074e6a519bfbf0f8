#include "exchange/manifest.hpp"

#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace refectory {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::int64_t newest_version = 1;
constexpr std::string_view damaged = "This file's contents are not listed as they should be.";

const Json* find(const Json& object, std::string_view name)
{
    const auto found = object.find(std::string{name});
    return found == object.end() ? nullptr : &*found;
}

// Nobody has vouched for it yet: what lies deeper than a manifest goes is passed over, or a million brackets would fill the memory.
Json parse_shallow(std::string_view text)
{
    constexpr int deepest = 3;
    return Json::parse(text, [](int depth, Json::parse_event_t, Json&) { return depth <= deepest; }, false);
}

bool is_count(const Json* value)
{
    return value && value->is_number_integer() && (value->is_number_unsigned() ? value->get<std::uint64_t>() <= INT64_MAX
                                                                               : value->get<std::int64_t>() >= 0);
}

Result<ManifestFile> parse_file(const Json& file)
{
    const auto* name = file.is_object() ? find(file, "name") : nullptr;
    const auto* sum = file.is_object() ? find(file, "sha256") : nullptr;
    ManifestFile parsed;
    if (!name || !name->is_string() || !sum || !sum->is_string() || !is_count(find(file, "rows")) || !is_count(find(file, "bytes")))
        return failure(std::string{damaged});
    parsed.name = name->get<std::string>();
    parsed.rows = file["rows"].get<std::int64_t>();
    parsed.bytes = file["bytes"].get<std::int64_t>();
    const auto hex = sum->get<std::string>();
    if (!is_plain_file_name(parsed.name) || hex.size() != 2 * parsed.sha256.size() || !from_hex(hex, parsed.sha256))
        return failure(std::string{damaged});
    return parsed;
}

const ManifestValue* find(const ManifestFields& fields, std::string_view name)
{
    const auto found = std::ranges::find(fields, name, [](const auto& field) -> const std::string& { return field.first; });
    return found == fields.end() ? nullptr : &found->second;
}

}

Result<std::string> Manifest::text(std::string_view field) const
{
    const auto* value = find(fields, field);
    const auto* text = value ? std::get_if<std::string>(value) : nullptr;
    if (!text) return failure(std::string{damaged});
    return *text;
}

Result<std::int64_t> Manifest::number(std::string_view field) const
{
    const auto* value = find(fields, field);
    const auto* number = value ? std::get_if<std::int64_t>(value) : nullptr;
    if (!number) return failure(std::string{damaged});
    return *number;
}

Result<std::string> write_manifest(const Manifest& manifest)
{
    Json json{{"format", manifest.format}, {"version", newest_version}};
    for (const auto& [name, value] : manifest.fields) std::visit([&](const auto& known) { json[name] = known; }, value);
    json["files"] = Json::array();
    for (const auto& file : manifest.files)
        json["files"].push_back({{"name", file.name}, {"rows", file.rows}, {"bytes", file.bytes}, {"sha256", to_hex(file.sha256)}});
    try {
        return json.dump(2) + "\n";
    } catch (const Json::exception&) {
        return failure("There is text that is not UTF-8.");
    }
}

Result<Manifest> parse_manifest(std::string_view text, std::string_view format)
{
    const auto json = parse_shallow(text);
    if (!json.is_object()) return failure(std::string{damaged});
    const auto* its_format = find(json, "format");
    const auto* version = find(json, "version");
    const auto* files = find(json, "files");
    if (!its_format || !its_format->is_string() || !is_count(version) || !files || !files->is_array())
        return failure(std::string{damaged});
    if (*its_format != format) return failure("This is another kind of file than the one that belongs here.");
    if (version->get<std::int64_t>() != newest_version)
        return failure("This file was written by a newer program. Update this one first.");
    Manifest manifest{std::string{format}, {}, {}, sha256(bytes_of(text))};
    for (const auto& [name, value] : json.items()) {
        if (name == "format" || name == "version" || name == "files") continue;
        if (value.is_string()) manifest.fields.emplace_back(name, value.get<std::string>());
        else if (value.is_number_integer()) manifest.fields.emplace_back(name, value.get<std::int64_t>());
        else return failure(std::string{damaged});
    }
    for (const auto& file : *files) {
        REFECTORY_TRY_ASSIGN(auto parsed, parse_file(file));
        if (std::ranges::find(manifest.files, parsed.name, &ManifestFile::name) != manifest.files.end())
            return failure(std::string{damaged});
        manifest.files.push_back(std::move(parsed));
    }
    return manifest;
}

Result<std::string> peek_manifest(std::string_view text, std::string_view field)
{
    const auto json = parse_shallow(text);
    const auto* value = json.is_object() ? find(json, field) : nullptr;
    if (!value || !value->is_string()) return failure(std::string{damaged});
    return value->get<std::string>();
}

bool is_plain_file_name(std::string_view name)
{
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyz0123456789._-";
    return !name.empty() && name.size() <= 64 && name.front() != '.' && name.find_first_not_of(plain) == std::string_view::npos;
}

}
