#include "desk/collect_words.hpp"
#include "desk/command_words.hpp"
#include "desk/json_line.hpp"
#include "exchange/collect.hpp"
#include "exchange/fingerprint.hpp"
#include "exchange/inspect.hpp"
#include "exchange/shown_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace refectory::commands {

namespace {

using Json = nlohmann::ordered_json;

Said said_of(const InspectedParcel& parcel)
{
    const auto& header = parcel.header;
    auto words = fmt::format("A parcel of {}. Its signature, its sums and the order of its facts are right.\n\n"
                             "parcel      {}\norigin      {}\nfacts       {} to {}\nwritten     on {} {}, by refectory-kiosk {}\nfile's sum  {}\nsix words   {}\n\n",
                             header.kiosk, header.number, header.origin.value, header.facts_from, header.facts_up_to,
                             moment_words(header.written_at), clock_of(header), shown_text(header.version), to_hex(parcel.sha256), fingerprint_words(parcel.sha256));
    auto tables = Json::object();
    for (const auto& [table, rows] : parcel.rows) {
        if (rows > 0) words += fmt::format("{:>6}  {}\n", rows, table);
        tables[table] = rows;
    }
    words += fmt::format("\n{} in all, {}, {} of a visitor, {}.\n", counted(parcel.facts(), "fact"), counted(parcel.names, "name"),
                         counted(parcel.remarks, "remark"), counted(parcel.answers, "answer"));
    return {std::move(words), json_line(Json{{"kiosk", header.kiosk}, {"parcel", header.number}, {"origin", header.origin.value},
                                   {"facts_from", header.facts_from}, {"facts_up_to", header.facts_up_to},
                                   {"written_at", iso_instant(header.written_at)}, {"clock_is_trusted", header.clock == ClockTrust::trusted},
                                   {"version", header.version}, {"sha256", to_hex(parcel.sha256)}, {"fingerprint", fingerprint_words(parcel.sha256)}, {"rows", std::move(tables)},
                                   {"names", parcel.names}, {"remarks", parcel.remarks}, {"answers", parcel.answers}})};
}

// Row by row as they are read, for a parcel may be larger than the memory that is to be used.
Result<> say_rows(const Setting& setting, const std::filesystem::path& file, Desk& desk)
{
    std::string current;
    return list_rows(file, desk.age_identities(), desk.find_key(),
                     [&](std::string_view table, std::span<const std::string> columns, std::span<const std::string> cells) -> Result<> {
                         auto words = table == current ? std::string{} : fmt::format("\n{}\n{}\n", table, fmt::join(columns, " | "));
                         current = table;
                         auto row = Json::object();
                         for (std::size_t i = 0; i < columns.size(); ++i) row[columns[i]] = cells[i];
                         std::vector<std::string> shown;
                         std::ranges::transform(cells, std::back_inserter(shown), shown_text);
                         return setting.say({words + fmt::format("{}\n", fmt::join(shown, " | ")), json_line(Json{{"table", table}, {"row", std::move(row)}})});
                     });
}

}

Result<> inspect_file(const Setting& setting, const std::filesystem::path& file, Rows rows)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    REFECTORY_TRY_ASSIGN(const auto inspection, inspect(file, desk->age_identities(), desk->find_key()));
    if (const auto* other = std::get_if<NoParcel>(&inspection)) return failure(other->what_it_is);
    REFECTORY_TRY(setting.say(said_of(std::get<InspectedParcel>(inspection))));
    return rows == Rows::shown ? say_rows(setting, file, *desk) : Result<>{};
}

Result<> collect_parcels(const Setting& setting, std::span<const std::filesystem::path> paths)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    REFECTORY_TRY_ASSIGN(const auto report, collect(desk->store().database(), desk->age_identities(), desk->find_key(), paths, setting.now, shown_by(setting)));
    if (report.files.empty()) return failure("There is no parcel in what was named. Parcels are called refectory-KIOSK-DATE-NUMBER.zip.age.");
    CollectWords words{report, desk->store()};
    REFECTORY_TRY(setting.say({words.everything(), words.json()}));
    REFECTORY_TRY(words.were_said());
    if (words.refused() > 0) return failure("Not all was taken in. Of a parcel nothing is lost: the kiosk sends all of it again until it is here.");
    return {};
}

}
