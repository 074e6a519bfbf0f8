#include "exchange/kiosk_parcel.hpp"

namespace refectory {

ParcelSource KioskParcel::source() const
{
    ParcelSource source;
    source.facts = [this](const FactTable& table, const Take<FactRow>& take) -> Result<> {
        for (const auto& extent : extents) REFECTORY_TRY(snapshot->facts(table, extent, take));
        return {};
    };
    source.people = [this](const Take<AddedName>& take) -> Result<> {
        for (const auto& extent : extents) REFECTORY_TRY(snapshot->names(extent, take));
        return {};
    };
    source.remarks = [this](const Take<Remark>& take) -> Result<> {
        for (const auto& extent : extents) REFECTORY_TRY(snapshot->remarks(extent, take));
        return {};
    };
    source.answers = [this](const Take<KeyedAnswer>& take) -> Result<> {
        for (const auto& answer : answers) REFECTORY_TRY(take(answer));
        return {};
    };
    return source;
}

Result<KioskParcel> next_parcel(KioskStore& store, const std::string& version, Instant now, ClockTrust trust)
{
    const auto identity = store.identity();
    if (!identity) return failure("This kiosk has not been set up yet.");
    KioskParcel parcel;
    REFECTORY_TRY_ASSIGN(parcel.snapshot, store.exports().snapshot());
    REFECTORY_TRY_ASSIGN(parcel.extents, parcel.snapshot->extents());
    if (parcel.extents.empty()) return failure("There is nothing to export.");
    const auto& newest = parcel.extents.back();
    parcel.header = {newest.origin, identity->code, 0, newest.after + 1, newest.up_to, now, trust, version};
    REFECTORY_TRY_ASSIGN(parcel.header.number, store.exports().take_parcel_number(now));
    std::erase_if(parcel.extents, [](const Extent& extent) { return extent.after == extent.up_to; });
    REFECTORY_TRY_ASSIGN(parcel.answers, store.exports().leaving_answers(parcel.header.number, now));
    return parcel;
}

}
