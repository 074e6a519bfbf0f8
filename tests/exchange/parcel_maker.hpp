// Parcels for the tests: from a kiosk's real store, and from facts that were made up, hashes and all.
#pragma once

#include "exchange/parcel.hpp"
#include "exchange_fixture.hpp"
#include "store/fact_rows.hpp"
#include "store/kiosk_store.hpp"

namespace refectory {

inline const KeyPair& kiosk_key()
{
    static const auto pair = make_key_pair(seeded(21));
    return pair;
}

// The desk of these tests knows two kiosks, and both have one key.
inline std::optional<PublicKey> key_of(const std::string& kiosk)
{
    return kiosk == "MC-ADULTS" || kiosk == "KC-EAST" ? std::optional{kiosk_key().public_key} : std::nullopt;
}

inline const Instant noon = instant_at(Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}}, 12, 0);

// One origin's facts in their order, as a kiosk would record them.
struct MadeOrigin {
    Origin origin;
    std::vector<StoredFact> facts = {};

    FactKey add(const FactBody& body, ClockTrust clock = ClockTrust::trusted)
    {
        const auto seq = static_cast<std::int64_t>(facts.size()) + 1;
        const auto at = noon + milliseconds{seq * 1000};
        const auto& table = *find_fact_table(table_name(body));
        StoredFact fact{&table, {{{origin, seq}, at, at, clock}, {}, values_of(body)}};
        fact.row.hash = hash_of(facts.empty() ? Digest{} : facts.back().row.hash, fact.row.spine, table.name, fact.row.values);
        facts.push_back(std::move(fact));
        return {origin, seq};
    }
    // From here on another history: what a disk that was put back goes on with.
    MadeOrigin fork_behind(std::int64_t seq) const { return {origin, {facts.begin(), facts.begin() + seq}}; }
};

struct MadeParcel {
    ParcelHeader header;
    std::vector<StoredFact> facts = {};
    std::vector<AddedName> names = {};
    std::vector<Remark> remarks = {};
    std::vector<KeyedAnswer> answers = {};

    ParcelSource source() const
    {
        const auto all = [](const auto& rows) {
            return [&rows](const auto& take) -> Result<> {
                for (const auto& row : rows) REFECTORY_TRY(take(row));
                return {};
            };
        };
        return {[this](const FactTable& table, const Take<FactRow>& take) -> Result<> {
                    for (const auto& fact : facts)
                        if (fact.table == &table) REFECTORY_TRY(take(fact.row));
                    return {};
                },
                all(names), all(remarks), all(answers)};
    }
};

// The facts `from` to `up_to` of an origin, both included.
inline MadeParcel parcel_of(const MadeOrigin& made, std::int64_t number, std::int64_t from, std::int64_t up_to)
{
    const auto kiosk = made.origin.value.substr(0, made.origin.value.find('.'));
    MadeParcel parcel{{made.origin, kiosk, number, from, up_to, noon, ClockTrust::trusted, "0.1.0"}};
    parcel.facts.assign(made.facts.begin() + from - 1, made.facts.begin() + up_to);
    return parcel;
}

inline MadeParcel parcel_of(const MadeOrigin& made, std::int64_t number = 1)
{
    return parcel_of(made, number, 1, static_cast<std::int64_t>(made.facts.size()));
}

inline std::filesystem::path written(const MadeParcel& parcel, const std::filesystem::path& folder, const KeyPair& key = kiosk_key(),
                                     const std::string& recipient = our_age_keys().recipient)
{
    auto path = write_parcel(parcel.header, parcel.source(), folder, recipient, key.secret_key);
    INFO(sentence(path));
    REQUIRE(path);
    return *path;
}

// What a kiosk has to send at that moment, as one parcel.
inline Result<std::filesystem::path> export_of(KioskStore& store, const std::filesystem::path& folder, Instant now,
                                               const std::string& recipient = our_age_keys().recipient, const OnProgress& on_progress = {})
{
    auto& exports = store.exports();
    const auto number = exports.next_parcel_number();
    REFECTORY_TRY_ASSIGN(const auto answers, exports.leaving_answers(number, now));
    REFECTORY_TRY_ASSIGN(const auto snapshot, exports.snapshot());
    REFECTORY_TRY_ASSIGN(const auto extents, snapshot->extents());
    const auto each = [&](const auto& read) -> Result<> {
        for (const auto& extent : extents) REFECTORY_TRY(read(extent));
        return {};
    };
    const ParcelSource source{
        [&](const FactTable& table, const Take<FactRow>& take) { return each([&](const Extent& extent) { return snapshot->facts(table, extent, take); }); },
        [&](const Take<AddedName>& take) { return each([&](const Extent& extent) { return snapshot->names(extent, take); }); },
        [&](const Take<Remark>& take) { return each([&](const Extent& extent) { return snapshot->remarks(extent, take); }); },
        [&](const Take<KeyedAnswer>& take) -> Result<> {
            for (const auto& answer : answers) REFECTORY_TRY(take(answer));
            return {};
        }};
    const auto& newest = extents.back();
    const ParcelHeader header{newest.origin, "MC-ADULTS", number, newest.after + 1, newest.up_to, now, ClockTrust::trusted, "0.1.0"};
    return write_parcel(header, source, folder, recipient, kiosk_key().secret_key, on_progress);
}

}
