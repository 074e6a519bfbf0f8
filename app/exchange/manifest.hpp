// The manifest of a package and its text (JSON). Reading it believes nothing but what was checked: names, counts and sums.
#pragma once

#include "domain/digest.hpp"
#include "domain/result.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace refectory {

using ManifestValue = std::variant<std::int64_t, std::string>;
using ManifestFields = std::vector<std::pair<std::string, ManifestValue>>;

struct ManifestFile {
    std::string name;
    std::int64_t rows = 0, bytes = 0;
    Digest sha256{};
};

struct Manifest {
    std::string format;
    ManifestFields fields;
    std::vector<ManifestFile> files;
    Digest digest{};  // of the text that it was read from

    Result<std::string> text(std::string_view field) const;
    Result<std::int64_t> number(std::string_view field) const;
};

Result<std::string> write_manifest(const Manifest& manifest);
Result<Manifest> parse_manifest(std::string_view text, std::string_view format);
// One text of it, without a look at the rest.
Result<std::string> peek_manifest(std::string_view text, std::string_view field);

// Small letters, digits, dots, hyphens and underscores, at most 64, and no dot in front: never a path.
bool is_plain_file_name(std::string_view name);

}
