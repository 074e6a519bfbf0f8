// Zips as an enemy would make them: any names, any kinds, any manifest.
#pragma once

#include "domain/signature.hpp"
#include "exchange/manifest.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

namespace refectory {

struct ZipEntry {
    std::string name, text;
    std::string link = {};  // where it is not empty, the entry is a symbolic link to it
};

inline std::string zip_of(const std::vector<ZipEntry>& entries)
{
    std::string zip;
    const auto write = [](archive*, void* to, const void* bytes, std::size_t size) {
        static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), size);
        return static_cast<la_ssize_t>(size);
    };
    archive* writer = archive_write_new();
    archive_write_set_format_zip(writer);
    archive_write_zip_set_compression_deflate(writer);
    archive_write_set_bytes_in_last_block(writer, 1);
    REQUIRE(archive_write_open(writer, &zip, nullptr, write, nullptr) == ARCHIVE_OK);
    for (const auto& [name, text, link] : entries) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_filetype(entry, link.empty() ? AE_IFREG : AE_IFLNK);
        archive_entry_set_perm(entry, 0644);
        if (link.empty()) archive_entry_set_size(entry, static_cast<la_int64_t>(text.size()));
        else archive_entry_set_symlink(entry, link.c_str());
        REQUIRE(archive_write_header(writer, entry) == ARCHIVE_OK);
        if (link.empty()) REQUIRE(archive_write_data(writer, text.data(), text.size()) == static_cast<la_ssize_t>(text.size()));
        archive_entry_free(entry);
    }
    REQUIRE(archive_write_close(writer) == ARCHIVE_OK);
    archive_write_free(writer);
    return zip;
}

inline ManifestFile true_manifest_file(const std::string& name, const std::string& text, std::int64_t rows = 0)
{
    return {name, rows, static_cast<std::int64_t>(text.size()), sha256(bytes_of(text))};
}

// The manifest and its signature in front of the entries.
inline std::vector<ZipEntry> signed_entries(const std::string& manifest, const SecretKey& key, std::vector<ZipEntry> entries)
{
    entries.insert(entries.begin(), {{"manifest.json", manifest}, {"manifest.sig", to_hex(sign(bytes_of(manifest), key))}});
    return entries;
}

}
