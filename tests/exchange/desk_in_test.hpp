// A desk's database in a folder of its own, and what it says as one text.
#pragma once

#include "exchange/collect.hpp"
#include "parcel_maker.hpp"
#include "store/holdings.hpp"
#include "support/desk_text.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

namespace refectory {

// Two whom somebody added at a kiosk.
inline constexpr PersonId ada{first_added_person + 7}, ben{first_added_person + 8};

struct DeskInTest {
    Folder folder;
    std::unique_ptr<Database> database = Database::open(folder / "desk.db", Database::Kind::desk).value();

    CollectReport collect(const std::vector<std::filesystem::path>& paths, Instant now = noon)
    {
        auto report = refectory::collect(*database, our_age_keys().identity, key_of, paths, now);
        INFO(sentence(report));
        REQUIRE(report);
        return *report;
    }
    std::int64_t number(const std::string& sql) { return database->handle().execAndGet(sql).getInt64(); }
    std::string text(const std::string& sql) { return database->handle().execAndGet(sql).getString(); }

    std::string says() { return test::collected_rows_of(database->handle()); }
    bool files_hold(std::string_view words) const
    {
        for (const auto& name : folder.names())
            if (file_text(folder / name).find(words) != std::string::npos) return true;
        return false;
    }
};

inline const ParcelTaken& taken(const CollectReport& report, std::size_t which = 0)
{
    REQUIRE(report.files.size() > which);
    const auto* refused = std::get_if<ParcelRefused>(&report.files[which].outcome);
    INFO((refused ? refused->sentence : ""));
    REQUIRE(std::holds_alternative<ParcelTaken>(report.files[which].outcome));
    return std::get<ParcelTaken>(report.files[which].outcome);
}

inline bool is_known(const CollectReport& report, std::size_t which = 0)
{
    return report.files.size() > which && std::holds_alternative<ParcelKnown>(report.files[which].outcome);
}

inline bool was_refused_before(const CollectedFile& file)
{
    const auto* refused = std::get_if<ParcelRefused>(&file.outcome);
    return refused && refused->is_known;
}

inline std::string refusal(const CollectReport& report, std::size_t which = 0)
{
    if (report.files.size() <= which) return "(there is none)";
    const auto* refused = std::get_if<ParcelRefused>(&report.files[which].outcome);
    return refused ? refused->sentence : "(not refused)";
}

}
