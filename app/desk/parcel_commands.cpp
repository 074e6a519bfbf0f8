#include "desk/commands.hpp"
#include "desk/desk.hpp"
#include "exchange/collect.hpp"
#include "exchange/inspect.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace refectory::commands {

namespace {

using Json = nlohmann::ordered_json;

std::string counted(std::int64_t number, std::string_view noun)
{
    return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string moment_of(Instant moment)
{
    const auto time = local_time(moment);
    return fmt::format("{} at {:02}:{:02}", iso_date(time.date), time.hour, time.minute);
}

std::string clock_of(const ParcelHeader& header)
{
    return header.clock == ClockTrust::trusted ? "by its clock" : "by its clock, which it does not trust";
}

std::string words_of(const ParcelTaken& taken)
{
    const auto& merged = taken.merged;
    auto words = fmt::format("{} and {} are new. Parcel {} of {}, written on {} {}.", counted(merged.facts, "fact"), counted(merged.answers, "answer"),
                             taken.header.number, taken.header.kiosk, moment_of(taken.header.written_at), clock_of(taken.header));
    if (merged.conflicts > 0)
        words += fmt::format(" {} came under a number that another fact has: both are kept.", counted(merged.conflicts, "fact"));
    return words;
}
std::string words_of(const ParcelKnown&) { return "there is nothing in it that is not here already."; }
std::string words_of(const ParcelRefused& refused) { return "refused. " + refused.sentence; }

FindKey keys_of(Desk& desk)
{
    return [&desk](const std::string& kiosk) { return desk.signing_key_of(kiosk); };
}

Said said_of(const InspectedParcel& parcel)
{
    const auto& header = parcel.header;
    auto words = fmt::format("A parcel of {}. Its signature, its sums and the order of its facts are right.\n\n"
                             "parcel      {}\norigin      {}\nfacts       {} to {}\nwritten     on {} {}, by refectory-kiosk {}\nfile's sum  {}\n\n",
                             header.kiosk, header.number, header.origin.value, header.facts_from, header.facts_up_to,
                             moment_of(header.written_at), clock_of(header), header.version, to_hex(parcel.sha256));
    auto tables = Json::object();
    for (const auto& [table, rows] : parcel.rows) {
        if (rows > 0) words += fmt::format("{:>6}  {}\n", rows, table);
        tables[table] = rows;
    }
    words += fmt::format("\n{} in all, {}, {} of a visitor, {}.\n", counted(parcel.facts(), "fact"), counted(parcel.names, "name"),
                         counted(parcel.remarks, "remark"), counted(parcel.answers, "answer"));
    return {std::move(words), Json{{"kiosk", header.kiosk}, {"parcel", header.number}, {"origin", header.origin.value},
                                   {"facts_from", header.facts_from}, {"facts_up_to", header.facts_up_to},
                                   {"written_at", iso_instant(header.written_at)}, {"clock_is_trusted", header.clock == ClockTrust::trusted},
                                   {"version", header.version}, {"sha256", to_hex(parcel.sha256)}, {"rows", std::move(tables)},
                                   {"names", parcel.names}, {"remarks", parcel.remarks}, {"answers", parcel.answers}}.dump()};
}

// Row by row as they are read, for a parcel may be larger than the memory that is to be used.
Result<> say_rows(const Setting& setting, const std::filesystem::path& file, Desk& desk)
{
    std::string current;
    return list_rows(file, desk.age_keys().identity, keys_of(desk),
                     [&](std::string_view table, std::span<const std::string> columns, std::span<const std::string> cells) -> Result<> {
                         auto words = table == current ? std::string{} : fmt::format("\n{}\n{}\n", table, fmt::join(columns, " | "));
                         current = table;
                         auto row = Json::object();
                         for (std::size_t i = 0; i < columns.size(); ++i) row[columns[i]] = cells[i];
                         setting.say({words + fmt::format("{}\n", fmt::join(cells, " | ")), Json{{"table", table}, {"row", std::move(row)}}.dump()});
                         return {};
                     });
}

Json json_of(const CollectedFile& collected)
{
    Json file{{"file", collected.file.string()}};
    if (const auto* refused = std::get_if<ParcelRefused>(&collected.outcome)) {
        file["outcome"] = "refused";
        file["reason"] = refused->sentence;
    } else if (const auto* taken = std::get_if<ParcelTaken>(&collected.outcome)) {
        file["outcome"] = "new";
        file["kiosk"] = taken->header.kiosk;
        file["parcel"] = taken->header.number;
        file["facts"] = taken->merged.facts;
        file["answers"] = taken->merged.answers;
        file["known"] = taken->merged.known;
        file["conflicts"] = taken->merged.conflicts;
    } else {
        file["outcome"] = "known";
    }
    return file;
}

}

Result<> inspect_file(const Setting& setting, const std::filesystem::path& file, Rows rows)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy));
    REFECTORY_TRY_ASSIGN(const auto inspection, inspect(file, desk->age_keys().identity, keys_of(*desk)));
    if (const auto* other = std::get_if<NoParcel>(&inspection)) return failure(other->what_it_is);
    setting.say(said_of(std::get<InspectedParcel>(inspection)));
    return rows == Rows::shown ? say_rows(setting, file, *desk) : Result<>{};
}

Result<> collect_parcels(const Setting& setting, std::span<const std::filesystem::path> paths)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy));
    REFECTORY_TRY_ASSIGN(const auto report, collect(desk->store().database(), desk->age_keys().identity, keys_of(*desk), paths, setting.now));
    std::int64_t fresh = 0, refused = 0;
    std::string said;
    auto files = Json::array();
    for (const auto& collected : report.files) {
        said += fmt::format("{}: {}\n", collected.file.filename().string(), std::visit([](const auto& outcome) { return words_of(outcome); }, collected.outcome));
        files.push_back(json_of(collected));
        fresh += std::holds_alternative<ParcelTaken>(collected.outcome);
        refused += std::holds_alternative<ParcelRefused>(collected.outcome);
    }
    const auto all = static_cast<std::int64_t>(report.files.size());
    if (all == 0) return failure("There is no parcel in what was named. Parcels are called refectory-KIOSK-DATE-NUMBER.zip.age.");
    said += fmt::format("{}: {} with something new, {} known, {} refused.\n", counted(all, "parcel"), fresh, all - fresh - refused, refused);
    if (report.spare_pages_wait)
        said += "Names were erased, but the file could not be rewritten, for another program reads it. Close that and collect again.\n";
    setting.say({std::move(said), Json{{"files", std::move(files)}, {"new", fresh}, {"known", all - fresh - refused}, {"refused", refused}}.dump()});
    if (refused > 0) return failure("Not all was taken in. What was refused is not lost: it is on the stick, and at the kiosk.");
    return {};
}

}
