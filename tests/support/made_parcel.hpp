// A parcel as plain rows: made up, or carried from a store to a desk without a file between them.
#pragma once

#include "exchange/collect.hpp"
#include "store/fact_rows.hpp"
#include "store/owed_sweep.hpp"

#include <vector>

namespace refectory {

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

inline MadeParcel read_out(const ParcelHeader& header, const ParcelSource& source)
{
    const auto into = [](auto& rows) {
        return [&rows](const auto& row) -> Result<> {
            rows.push_back(row);
            return {};
        };
    };
    MadeParcel parcel{header};
    const auto read = [&]() -> Result<> {
        for (const auto& table : fact_tables())
            REFECTORY_TRY(source.facts(table, [&](const FactRow& row) -> Result<> {
                parcel.facts.push_back({&table, row});
                return {};
            }));
        REFECTORY_TRY(source.people(into(parcel.names)));
        REFECTORY_TRY(source.remarks(into(parcel.remarks)));
        return source.answers(into(parcel.answers));
    };
    (void)read();  // a list takes every row
    return parcel;
}

// As `collect` takes a file in: in one transaction, and once.
inline Result<Merged> collect_rows(Database& desk, const MadeParcel& parcel, const Digest& sum, Instant now)
{
    Collection collection{desk};
    Merged merged;
    const auto take_all = [&]() -> Result<> {
        if (collection.has_parcel(sum)) return {};
        collection.begin();
        const auto source = parcel.source();
        const auto sink = sink_into(collection);
        for (const auto& table : fact_tables())
            REFECTORY_TRY(source.facts(table, [&](const FactRow& row) { return sink.fact(table, row); }));
        REFECTORY_TRY(source.people(sink.person));
        REFECTORY_TRY(source.remarks(sink.remark));
        REFECTORY_TRY(source.answers(sink.answer));
        REFECTORY_TRY_ASSIGN(merged, collection.finish(record_of(parcel.header, sum, now)));
        return {};
    };
    REFECTORY_TRY(in_transaction(desk, take_all));
    REFECTORY_TRY(sweep_if_owed(desk));
    return merged;
}

}
