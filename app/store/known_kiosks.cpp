#include "store/known_kiosks.hpp"

#include "store/histories.hpp"
#include "store/row_writer.hpp"

#include <fmt/format.h>

namespace refectory {

namespace {

constexpr auto kiosk_columns = "SELECT code, team, organisation, site, signing_key, recipient, added_at, retired_at FROM kiosk ";

KnownKiosk read_kiosk(Prepared& query)
{
    return {{query.getColumn(0).getString(), query.getColumn(1).getString(), query.getColumn(2).getString(), query.getColumn(3).getString()},
            bytes_in<32>(query.getColumn(4)),
            query.getColumn(5).getString(),
            from_milliseconds(query.getColumn(6).getInt64()),
            query.getColumn(7).isNull() ? std::nullopt : std::optional{from_milliseconds(query.getColumn(7).getInt64())}};
}

}

Result<> KnownKiosks::add(const KnownKiosk& kiosk)
{
    return in_transaction(database_, [&]() -> Result<> {
        RowWriter insert{database_, "INSERT OR IGNORE INTO kiosk VALUES (?, ?, ?, ?, ?, ?, ?, NULL)"};
        const auto& place = kiosk.place;
        if (insert.row(place.code, place.team, place.organisation, place.site, kiosk.signing_key, kiosk.recipient, kiosk.added_at) == 1) return {};
        return failure("This desk has a kiosk " + place.code + " already. Choose another code for the new one.");
    });
}

Result<> KnownKiosks::retire(const std::string& code, Instant now)
{
    return in_transaction(database_, [&]() -> Result<> {
        const auto known = find(code);
        if (!known) return failure("This desk has no kiosk " + code + ".");
        if (known->retired_at) return failure("The kiosk " + code + " was retired already, on " + iso_date(local_date(*known->retired_at)) + ".");
        RowWriter{database_, "UPDATE kiosk SET retired_at = ? WHERE code = ?"}.row(now, code);
        return {};
    });
}

Result<RetiredMachines> KnownKiosks::retire_other_machines(const std::string& code, Instant now)
{
    RetiredMachines retired;
    REFECTORY_TRY(in_transaction(database_, [&]() -> Result<> {
        const auto known = find(code);
        if (!known) return failure("This desk has no kiosk " + code + ".");
        if (known->retired_at) return failure("The kiosk " + code + " was retired with all its machines, on " + iso_date(local_date(*known->retired_at)) + ".");
        Holdings holdings{database_};
        const auto newest = holdings.newest_parcel_of(code);
        if (!newest) return failure("No parcel has come from " + code + ".");
        retired.newest = *newest;
        bool is_certain = newest->clock == ClockTrust::trusted;
        const Histories histories{database_, code};
        const auto retire = [&](const std::set<Origin>& origins) {
            ++retired.machines;
            retired.origins.insert(origins.begin(), origins.end());
            for (const auto& origin : origins) {
                if (const auto parcel = holdings.newest_parcel_of(origin)) is_certain &= parcel->collected_at <= newest->collected_at;
                RowWriter{database_, "INSERT OR REPLACE INTO machine_gone SELECT ?1, max(seq), ?2 FROM fact WHERE origin = ?1"}.row(origin, now);
            }
        };
        for (const auto& machine : histories.machines()) {
            if (machine.is_gone) continue;
            if (!machine.origins.contains(newest->origin)) {
                retire(machine.origins);
                continue;
            }
            for (const auto& end : histories.ends_of(machine.origins))
                if (end != newest->origin) retire(histories.own_origins_of(end, {newest->origin}));
            for (const auto& origin : histories.running_behind(newest->origin)) retire({origin});
        }
        if (retired.machines == 0) return failure("This desk knows of one machine alone that runs as " + code + " and still stands.");
        if (is_certain) return {};
        return failure(fmt::format("By the clocks of {} it is not certain which of its machines exported last: one is not to be trusted, or a stick came late. Set the "
                                   "clock of the one that goes on, let it export, collect that, and say this again.", code));
    }));
    return retired;
}

std::optional<KnownKiosk> KnownKiosks::find(const std::string& code)
{
    Prepared query{database_, std::string{kiosk_columns} + "WHERE code = ?"};
    query.bind(1, code);
    if (!query.executeStep()) return std::nullopt;
    return read_kiosk(query);
}

std::vector<KnownKiosk> KnownKiosks::all()
{
    Prepared query{database_, std::string{kiosk_columns} + "ORDER BY code"};
    std::vector<KnownKiosk> kiosks;
    while (query.executeStep()) kiosks.push_back(read_kiosk(query));
    return kiosks;
}

}
