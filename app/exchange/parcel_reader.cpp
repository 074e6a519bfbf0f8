#include "exchange/parcel.hpp"

#include "exchange/package.hpp"
#include "exchange/parcel_columns.hpp"

#include <algorithm>

namespace refectory {

namespace {

Result<ParcelHeader> header_of(const Manifest& manifest)
{
    ParcelHeader header;
    REFECTORY_TRY_ASSIGN(header.origin.value, manifest.text("origin"));
    REFECTORY_TRY_ASSIGN(header.kiosk, manifest.text("kiosk"));
    REFECTORY_TRY_ASSIGN(header.number, manifest.number("number"));
    REFECTORY_TRY_ASSIGN(header.facts_from, manifest.number("facts_from"));
    REFECTORY_TRY_ASSIGN(header.facts_up_to, manifest.number("facts_up_to"));
    REFECTORY_TRY_ASSIGN(const auto written_at, manifest.number("written_at"));
    header.written_at = from_milliseconds(written_at);
    REFECTORY_TRY_ASSIGN(const auto clock, manifest.number("clock_is_trusted"));
    header.clock = clock == 1 ? ClockTrust::trusted : ClockTrust::untrusted;
    REFECTORY_TRY_ASSIGN(header.version, manifest.text("written_by"));
    if (!is_origin(header.origin.value) || !header.origin.value.starts_with(header.kiosk + ".") || header.number < 1 ||
        header.facts_from < 0 || header.facts_up_to < 0)
        return failure("This parcel's head does not fit together.");
    if (std::max({header.number, header.facts_from, header.facts_up_to}) > largest_number || !is_time(header.written_at))
        return failure("This parcel's head has a number or a time that cannot be.");
    return header;
}

bool is_known_here(const std::string& name)
{
    return name == people_file || name == remarks_file || name == answers_file || std::ranges::count(fact_tables(), name, fact_file) > 0;
}

// In the order in which they are written. A parcel of an older program lacks the tables that it did not know; that no fact is
// lacking, their numbers say.
Result<> check_names(const Manifest& manifest)
{
    if (!std::ranges::all_of(manifest.files, is_known_here, &ManifestFile::name))
        return failure("This parcel holds tables that this program does not know: it comes from a newer kiosk. Install the newer refectory-desk, and "
                       "collect it again.");
    std::vector<std::string> names;
    for (const auto& table : fact_tables())
        if (is_of_a_kiosk(table.name)) names.push_back(fact_file(table));
    names.insert(names.end(), {people_file, remarks_file, answers_file});
    auto next = names.begin();
    for (const auto& file : manifest.files) {
        next = std::find(next, names.end(), file.name);
        if (next == names.end()) return failure("This parcel does not hold the tables that belong in one.");
        ++next;
    }
    const auto holds = [&](const char* name) { return std::ranges::count(manifest.files, name, &ManifestFile::name) == 1; };
    if (!holds(people_file) || !holds(remarks_file) || !holds(answers_file))
        return failure("This parcel does not hold the tables that belong in one.");
    return {};
}

FileReceiver receiver_of(const ManifestFile& file, std::vector<std::string> columns, CsvTableReader::OnRecord on_record)
{
    const auto reader = std::make_shared<CsvTableReader>(file.name, std::move(columns), std::move(on_record));
    return {[reader](std::string_view bytes) { return reader->feed(bytes); },
            [reader, rows = file.rows] { return reader->finish(rows); }};
}

template <class Row>
FileReceiver row_receiver(const ManifestFile& file, const std::string& kiosk, const Take<Row>& take)
{
    return receiver_of(file, csv_header<Row>(), [name = file.name, &kiosk, &take](const CsvRecord& record) -> Result<> {
        REFECTORY_TRY_ASSIGN(const auto row, parse_csv_row<Row>(name, record));
        if (const auto fault = fault_of(row, kiosk); !fault.empty()) return csv_failure(name, {record.line, 1}, fault);
        return take(row);
    });
}

FileReceiver receive(const ManifestFile& file, const std::string& kiosk, const ParcelSink& sink)
{
    if (file.name == people_file) return row_receiver(file, kiosk, sink.person);
    if (file.name == remarks_file) return row_receiver(file, kiosk, sink.remark);
    if (file.name == answers_file) return row_receiver(file, kiosk, sink.answer);
    const auto tables = fact_tables();
    const auto& table = *std::ranges::find(tables, file.name, fact_file);
    return receiver_of(file, fact_header(table), [&table, &kiosk, &sink](const CsvRecord& record) -> Result<> {
        REFECTORY_TRY_ASSIGN(const auto row, parse_fact(table, kiosk, record));
        return sink.fact(table, row);
    });
}

}

Result<ParcelHeader> read_parcel(const std::filesystem::path& file, const std::string& identity, const FindKey& find_key,
                                 const ParcelSink& sink)
{
    REFECTORY_TRY_ASSIGN(auto package, PackageReader::open(file, identity));
    const auto kiosk = package.peek("kiosk");
    const auto key = kiosk && is_kiosk_code(*kiosk) ? find_key(*kiosk) : std::nullopt;
    if (!key) return failure("This parcel is not from a kiosk that this desk has set up.");
    REFECTORY_TRY_ASSIGN(const auto manifest, package.verify(*key, parcel_format));
    REFECTORY_TRY(check_names(manifest));
    REFECTORY_TRY_ASSIGN(const auto header, header_of(manifest));
    REFECTORY_TRY(sink.header(header));
    REFECTORY_TRY(package.read_files([&](const ManifestFile& part) { return receive(part, header.kiosk, sink); }));
    return header;
}

}
