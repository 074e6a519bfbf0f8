#include "exchange/companion_page.hpp"

#include "domain/instant.hpp"
#include "exchange/durable_file.hpp"
#include "exchange/fingerprint.hpp"

#include <fmt/format.h>

namespace refectory {

namespace {

// Lines end as Windows has them, for that is where it will be opened.
constexpr std::string_view page = R"(REFECTORY: A DAY OF THE KIOSK {kiosk}

What this is
  The file {file} beside this page is a parcel:
  what was recorded at the kiosk {kiosk} up to {day}.
  It is sealed. Only the desk can open it, and nobody else can read what is in it.

What is in it
  Facts up to number: {facts}. Anonymous answers: {answers}. Bytes: {bytes}.
  Its six words: {words}

What to do next
  Carry the stick to the coordinator’s desk. There the command
    refectory-desk round FOLDER-OF-THE-STICK
  takes the parcel in and writes the next programme to the stick. “refectory-desk inspect”
  shows the same six words for a parcel that is whole.
  Then carry the stick back to the kiosk and press the same button as today.

If you found this stick
  Please hand it in at the reception of the office it was found near. Nothing is lost by it:
  the kiosk keeps everything until the desk has said that it arrived.
)";

std::string with_windows_line_ends(std::string_view text)
{
    std::string all;
    for (const char letter : text) {
        if (letter == '\n') all += '\r';
        all += letter;
    }
    return all;
}

}

std::filesystem::path companion_page_of(const std::filesystem::path& parcel)
{
    constexpr std::string_view ending = ".zip.age";
    auto name = parcel.filename().string();
    if (name.ends_with(ending)) name.resize(name.size() - ending.size());
    return parcel.parent_path() / (name + ".txt");
}

std::string companion_page(const ParcelHeader& header, const ParcelWritten& parcel, const WrittenParcel& written)
{
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";  // by which Windows knows that it is UTF-8
    using fmt::arg;
    return std::string{byte_order_mark} +
           with_windows_line_ends(fmt::format(fmt::runtime(page), arg("kiosk", header.kiosk), arg("file", written.file.filename().string()),
                                              arg("day", iso_date(local_date(header.written_at))), arg("facts", parcel.facts_up_to),
                                              arg("answers", parcel.answers), arg("bytes", written.bytes),
                                              arg("words", fingerprint_words(written.sha256))));
}

Result<> write_companion_page(const ParcelHeader& header, const ParcelWritten& parcel, const WrittenParcel& written)
{
    REFECTORY_TRY_ASSIGN(auto file, DurableFile::create(companion_page_of(written.file)));
    REFECTORY_TRY(file.write(companion_page(header, parcel, written)));
    return file.name();
}

}
