#include "exchange/inspect.hpp"

#include "exchange/collect.hpp"
#include "exchange/durable_file.hpp"
#include "exchange/found_files.hpp"
#include "exchange/package.hpp"
#include "exchange/parcel_columns.hpp"
#include "exchange/programme_file.hpp"

#include <algorithm>
#include <cerrno>

namespace refectory {

namespace {

struct Beginning {
    std::string_view bytes, what_it_is;
};
constexpr Beginning beginnings[] = {
    {"refectory set-up ", "This is a kiosk's set-up file. It is opened at the kiosk, with its six words."},
    {"refectory backup ", "This is a backup of a desk. It is put back with: refectory-desk restore."},
    {"SQLite format 3", "This is a database, not a parcel."},
    {"PK\x03\x04", "This is a zip that is not sealed. A parcel is always sealed."},
    {"%PDF", "This is a PDF document, not a parcel."},
};
constexpr std::string_view sealed_beginning = "age-encryption.org/v1";

Result<std::string> beginning_of(const std::filesystem::path& file)
{
    REFECTORY_TRY_ASSIGN(const auto descriptor, open_found_file(file));
    std::array<char, 64> piece{};
    const auto size = ::read(descriptor.number(), piece.data(), piece.size());
    if (size < 0) return failure(sentence_of(errno));
    return std::string{piece.data(), static_cast<std::size_t>(size)};
}

std::optional<NoParcel> as_unsealed(std::string_view beginning)
{
    if (beginning.starts_with(sealed_beginning)) return std::nullopt;
    if (beginning.empty()) return NoParcel{"This file is empty."};
    const auto* known = std::ranges::find_if(beginnings, [&](const Beginning& one) { return beginning.starts_with(one.bytes); });
    return NoParcel{known == std::ranges::end(beginnings) ? "This is no file of Refectory's." : std::string{known->what_it_is}};
}

// What is sealed and no parcel. A programme is sealed to its kiosk: then its name is all there is to go by.
Result<std::optional<NoParcel>> as_sealed(const std::filesystem::path& file, const std::string& age_identities)
{
    const auto package = PackageReader::open(file, age_identities);
    if (!package && file.filename().string().starts_with(programme_format))
        return NoParcel{"By its name this is a programme. It is sealed for its kiosk and cannot be opened here."};
    if (!package) return std::unexpected(package.error());
    const auto format = package->peek("format");
    if (format == std::string{parcel_format}) return std::nullopt;
    if (format == std::string{programme_format}) return NoParcel{"This is a programme, on its way to a kiosk."};
    return NoParcel{"This is a sealed file, but neither a parcel nor a programme."};
}

// Hands everything on and counts it.
ParcelSink counting(InspectedParcel& parcel, const ParcelSink& sink)
{
    for (const auto& table : fact_tables()) parcel.rows.emplace_back(table.name, 0);
    return {sink.header,
            [&parcel, &sink](const FactTable& table, const FactRow& row) {
                ++parcel.rows[static_cast<std::size_t>(&table - fact_tables().data())].second;
                return sink.fact(table, row);
            },
            [&parcel, &sink](const AddedName& name) {
                ++parcel.names;
                return sink.person(name);
            },
            [&parcel, &sink](const Remark& remark) {
                ++parcel.remarks;
                return sink.remark(remark);
            },
            [&parcel, &sink](const KeyedAnswer& answer) {
                ++parcel.answers;
                return sink.answer(answer);
            }};
}

}

std::int64_t InspectedParcel::facts() const
{
    std::int64_t all = 0;
    for (const auto& [table, count] : rows) all += count;
    return all;
}

// The parcel is taken into an empty desk that lives in memory and goes away again: so the same is checked as when it is collected.
Result<Inspection> inspect(const std::filesystem::path& file, const std::string& age_identities, const FindKey& find_key)
{
    InspectedParcel parcel;
    REFECTORY_TRY_ASSIGN(parcel.sha256, digest_of_file(file));
    REFECTORY_TRY_ASSIGN(const auto beginning, beginning_of(file));
    if (auto other = as_unsealed(beginning)) return std::move(*other);
    REFECTORY_TRY_ASSIGN(auto other, as_sealed(file, age_identities));
    if (other) return std::move(*other);
    REFECTORY_TRY_ASSIGN(const auto desk, Database::open(":memory:", Database::Kind::desk));
    Collection collection{*desk};
    const auto sink = sink_into(collection);
    auto done = in_transaction(*desk, [&]() -> Result<> {
        collection.begin();
        REFECTORY_TRY_ASSIGN(parcel.header, read_parcel(file, age_identities, find_key, counting(parcel, sink)));
        REFECTORY_TRY(collection.finish(record_of(parcel.header, parcel.sha256, parcel.header.written_at)));
        return {};
    });
    if (!done) return std::unexpected(std::move(done).error());
    return parcel;
}

Result<> list_rows(const std::filesystem::path& file, const std::string& age_identities, const FindKey& find_key, const OnRow& on_row)
{
    const auto list = [&]<class Row>(std::string_view name, const Row& row) { return on_row(name, csv_header<Row>(), csv_fields(row)); };
    const ParcelSink sink{[](const ParcelHeader&) -> Result<> { return {}; },
                          [&](const FactTable& table, const FactRow& row) {
                              return on_row(fact_file(table), fact_header(table), fact_fields(row));
                          },
                          [&](const AddedName& name) { return list(people_file, name); },
                          [&](const Remark& remark) { return list(remarks_file, remark); },
                          [&](const KeyedAnswer& answer) { return list(answers_file, answer); }};
    REFECTORY_TRY(read_parcel(file, age_identities, find_key, sink));
    return {};
}

}
