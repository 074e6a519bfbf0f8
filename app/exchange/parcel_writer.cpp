#include "exchange/parcel.hpp"

#include "exchange/durable_file.hpp"
#include "exchange/package.hpp"
#include "exchange/parcel_columns.hpp"
#include "exchange/programme_check.hpp"

namespace refectory {

namespace {

constexpr std::size_t piece = 64 * 1024;
constexpr std::int64_t rows_between_reports = 200;

// Counts what is done and asks now and then whether to go on.
class Progress {
public:
    explicit Progress(const OnProgress& on_progress) : on_progress_(on_progress) {}

    Result<> counted()
    {
        ++counted_;
        return counted_ % rows_between_reports == 0 ? report() : Result<>{};
    }
    Result<> wrote_row()
    {
        now_.stage = ParcelStage::writing;
        now_.rows_in_all = counted_;
        ++now_.rows_done;
        return now_.rows_done % rows_between_reports == 0 ? report() : Result<>{};
    }
    void wrote_bytes(std::size_t size) { now_.bytes_written += static_cast<std::int64_t>(size); }
    Result<> wrote_all()
    {
        now_.stage = ParcelStage::checking;
        now_.rows_in_all = counted_;
        return report();
    }

private:
    Result<> report()
    {
        if (!on_progress_ || on_progress_(now_) == GoOn::yes) return {};
        return failure(std::string{export_was_stopped});
    }

    const OnProgress& on_progress_;
    ParcelProgress now_;
    std::int64_t counted_ = 0;
};

// One table as a file: `rows` streams the rows' cells, once to be counted and once to be written.
using Cells = Take<std::vector<std::string>>;
PackageFile table_file(std::string name, std::vector<std::string> header, Progress& progress, std::function<Result<>(const Cells&)> rows)
{
    return {std::move(name), [header = std::move(header), rows = std::move(rows), &progress,
                              is_counted = false](const ByteSink& sink) mutable -> Result<std::int64_t> {
                std::string text;
                std::int64_t count = 0;
                append_csv_record(text, header);
                auto all = rows([&](const std::vector<std::string>& cells) -> Result<> {
                    ++count;
                    append_csv_record(text, cells);
                    REFECTORY_TRY(is_counted ? progress.wrote_row() : progress.counted());
                    if (text.size() < piece) return {};
                    auto done = sink(text);
                    text.clear();
                    return done;
                });
                REFECTORY_TRY(std::move(all));
                REFECTORY_TRY(sink(text));
                is_counted = true;
                return count;
            }};
}

template <class Row>
PackageFile row_file(std::string name, Progress& progress, const std::function<Result<>(const Take<Row>&)>& rows)
{
    return table_file(std::move(name), csv_header<Row>(), progress,
                      [&rows](const Cells& cells) { return rows([&](const Row& row) { return cells(csv_fields(row)); }); });
}

ManifestFields fields_of(const ParcelHeader& header)
{
    return {{"origin", header.origin.value},
            {"kiosk", header.kiosk},
            {"number", header.number},
            {"facts_from", header.facts_from},
            {"facts_up_to", header.facts_up_to},
            {"written_at", to_milliseconds(header.written_at)},
            {"clock_is_trusted", header.clock == ClockTrust::trusted ? 1 : 0},
            {"written_by", header.version}};
}

Package package_of(const ParcelHeader& header, const ParcelSource& source, Progress& progress)
{
    Package package{std::string{parcel_format}, fields_of(header), {}};
    for (const auto& table : fact_tables())
        if (is_of_a_kiosk(table.name)) package.files.push_back(table_file(fact_file(table), fact_header(table), progress, [&](const Cells& cells) {
            return source.facts(table, [&](const FactRow& row) { return cells(fact_fields(row)); });
        }));
    package.files.push_back(row_file(people_file, progress, source.people));
    package.files.push_back(row_file(remarks_file, progress, source.remarks));
    package.files.push_back(row_file(answers_file, progress, source.answers));
    return package;
}

}

std::string parcel_file_name(const ParcelHeader& header)
{
    auto day = iso_date(local_date(header.written_at));
    std::erase(day, '-');
    return fmt::format("refectory-{}-{}-{:06}.zip.age", header.kiosk, day, header.number);
}

Result<std::filesystem::path> write_parcel(const ParcelHeader& header, const ParcelSource& source,
                                           const std::filesystem::path& folder, const std::string& desk_recipient,
                                           const SecretKey& kiosk_key, const OnProgress& on_progress)
{
    if (!is_kiosk_code(header.kiosk) || !is_origin(header.origin.value) || !header.origin.value.starts_with(header.kiosk + "."))
        return failure("The kiosk's code or origin is not one. Nothing was exported.");
    Progress progress{on_progress};
    const auto package = package_of(header, source, progress);
    REFECTORY_TRY_ASSIGN(auto file, DurableFile::create(folder / parcel_file_name(header)));
    REFECTORY_TRY(write_package(package, desk_recipient, kiosk_key, [&](std::string_view bytes) {
        progress.wrote_bytes(bytes.size());
        return file.write(bytes);
    }));
    REFECTORY_TRY(progress.wrote_all());
    REFECTORY_TRY(file.commit());
    return file.path();
}

}
