// Parcels for the tests: from a kiosk's real store, and from facts that were made up, hashes and all.
#pragma once

#include "exchange/exporter.hpp"
#include "exchange_fixture.hpp"
#include "store/store_fixture.hpp"
#include "support/made_parcel.hpp"

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
    auto path = write_parcel(parcel.header, parcel.source(), folder, AgeSealer::start(recipient).value(), key.secret_key);
    INFO(sentence(path));
    REQUIRE(path);
    return path->file;
}

// A kiosk's store whose parcels are signed by that key and sealed to that recipient.
inline std::unique_ptr<KioskStore> exporting_store(const std::filesystem::path& folder, const std::string& recipient = our_age_keys().recipient)
{
    auto own = test::identity();
    own.signing = kiosk_key();
    own.desk_recipient = recipient;
    return test::store_set_up(folder, seeded(1), own);
}

// What a kiosk has to send at that moment, as one parcel.
inline Result<std::filesystem::path> export_of(KioskStore& store, const std::filesystem::path& folder, Instant now)
{
    Exporter exporter{"0.1.0"};
    REFECTORY_TRY(exporter.start(store, folder, now, ClockTrust::trusted));
    while (true) {
        const auto end = exporter.take_end(store, now, ClockTrust::trusted);
        if (!end) continue;
        if (!*end) return std::unexpected(end->error());
        return (*end)->file;
    }
}

}
