// libarchive, which nothing but packages needs: it is loaded with the first of them, so that a kiosk to which nobody brings a stick
// starts without it and all that it stands on. Its functions keep their names.
#pragma once

#include "domain/result.hpp"

#include <archive.h>
#include <archive_entry.h>

namespace refectory {

#define REFECTORY_ARCHIVE_FUNCTIONS(each)                                                                                                      \
    each(archive_entry_filetype) each(archive_entry_free) each(archive_entry_is_encrypted) each(archive_entry_new) each(archive_entry_pathname) \
    each(archive_entry_set_filetype) each(archive_entry_set_mtime) each(archive_entry_set_pathname) each(archive_entry_set_perm)                \
    each(archive_entry_set_size) each(archive_read_data) each(archive_read_free) each(archive_read_new) each(archive_read_next_header)          \
    each(archive_read_open1) each(archive_read_set_callback_data) each(archive_read_set_read_callback)                                          \
    each(archive_read_support_format_zip_streamable) each(archive_write_close) each(archive_write_data) each(archive_write_free)                \
    each(archive_write_header) each(archive_write_new) each(archive_write_open) each(archive_write_set_bytes_in_last_block)                     \
    each(archive_write_set_bytes_per_block) each(archive_write_set_format_option) each(archive_write_set_format_zip)                            \
    each(archive_write_zip_set_compression_deflate) each(archive_write_zip_set_compression_store)

struct ArchiveLibrary {
#define REFECTORY_MEMBER(name) decltype(&::name) name = nullptr;
    REFECTORY_ARCHIVE_FUNCTIONS(REFECTORY_MEMBER)
#undef REFECTORY_MEMBER
};

// The one that is loaded then, for as long as the program runs.
Result<const ArchiveLibrary*> archive_library();

}
