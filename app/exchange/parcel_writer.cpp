#include "exchange/parcel.hpp"

#include "exchange/durable_file.hpp"
#include "exchange/package.hpp"
#include "exchange/parcel_columns.hpp"

#include <atomic>

namespace refectory {

namespace {

constexpr std::size_t piece = 64 * 1024;
constexpr std::int64_t rows_between_reports = 200;
constexpr std::string_view parcel_ending = ".zip.age";

// Counts what is done and asks now and then whether to go on.
class Progress {
public:
    explicit Progress(const OnProgress& on_progress) : on_progress_(on_progress) {}

    void counted_bytes(std::size_t size) { plain_bytes_ += static_cast<std::int64_t>(size); }
    std::int64_t plain_bytes() const { return plain_bytes_; }
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
    void wrote_bytes(std::size_t size) { bytes_written_ += static_cast<std::int64_t>(size); }  // beside the making of rows
    Result<> wrote_all()
    {
        now_.stage = ParcelStage::written;
        now_.rows_in_all = counted_;
        return report();
    }

private:
    Result<> report()
    {
        now_.bytes_written = bytes_written_;
        if (!on_progress_ || on_progress_(now_) == GoOn::yes) return {};
        return failure(std::string{export_was_stopped});
    }

    const OnProgress& on_progress_;
    ParcelProgress now_;
    std::atomic<std::int64_t> bytes_written_ = 0;
    std::int64_t counted_ = 0, plain_bytes_ = 0;
};

// One table as a file: `rows` streams what appends a row, once to be counted and once to be written.
using Append = std::function<void(std::string& text)>;
PackageFile table_file(std::string name, std::vector<std::string> header, Progress& progress, std::function<Result<>(const Take<Append>&)> rows)
{
    return {std::move(name), [header = std::move(header), rows = std::move(rows), &progress,
                              is_counted = false](const ByteSink& sink) mutable -> Result<std::int64_t> {
                std::string text;
                std::int64_t count = 0;
                const auto hand_on = [&] {
                    if (!is_counted) progress.counted_bytes(text.size());
                    return sink(text);
                };
                append_csv_record(text, header);
                auto all = rows([&](const Append& append) -> Result<> {
                    ++count;
                    append(text);
                    REFECTORY_TRY(is_counted ? progress.wrote_row() : progress.counted());
                    if (text.size() < piece) return {};
                    auto done = hand_on();
                    text.clear();
                    return done;
                });
                REFECTORY_TRY(std::move(all));
                REFECTORY_TRY(hand_on());
                is_counted = true;
                return count;
            }};
}

template <class Row>
PackageFile row_file(std::string name, Progress& progress, const std::function<Result<>(const Take<Row>&)>& rows)
{
    return table_file(std::move(name), csv_header<Row>(), progress,
                      [&rows](const Take<Append>& take) {
                          return rows([&](const Row& row) { return take([&row](std::string& text) { append_csv_record(text, csv_fields(row)); }); });
                      });
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
        if (is_of_a_kiosk(table.name)) package.files.push_back(table_file(fact_file(table), fact_header(table), progress, [&](const Take<Append>& take) {
            return source.facts(table, [&](const FactRow& row) { return take([&row](std::string& text) { append_fact(text, row); }); });
        }));
    package.files.push_back(row_file(people_file, progress, source.people));
    package.files.push_back(row_file(remarks_file, progress, source.remarks));
    package.files.push_back(row_file(answers_file, progress, source.answers));
    return package;
}

std::filesystem::path free_name(const std::filesystem::path& folder, const ParcelHeader& header)
{
    const auto name = parcel_file_name(header);
    const auto stands = [&](const std::filesystem::path& file) {
        std::error_code error;
        return std::filesystem::exists(std::filesystem::symlink_status(folder / file, error));
    };
    std::filesystem::path file = name;
    for (int copy = 2; stands(file); ++copy) file = fmt::format("{}-{}{}", name.substr(0, name.size() - parcel_ending.size()), copy, parcel_ending);
    return folder / file;
}

// Sealed, it is smaller than it is plain; the page beside it wants a little as well.
Result<> has_room(const std::filesystem::path& folder, std::int64_t plain_bytes)
{
    constexpr std::int64_t beside = 64 * 1024;
    std::error_code error;
    const auto room = std::filesystem::space(folder, error);
    if (error || room.available >= static_cast<std::uintmax_t>(plain_bytes + beside)) return {};
    return failure(fmt::format("There is not enough room on the stick: {} kB are needed. Remove files that are not needed, or use another stick.",
                               (plain_bytes + beside) / 1000 + 1));
}

}

std::string parcel_file_name(const ParcelHeader& header)
{
    auto day = iso_date(local_date(header.written_at));
    std::erase(day, '-');
    return fmt::format("refectory-{}-{}-{:06}{}", header.kiosk, day, header.number, parcel_ending);
}

Result<WrittenParcel> write_parcel(const ParcelHeader& header, const ParcelSource& source, const std::filesystem::path& folder,
                                   AgeSealer to_desk, const SecretKey& kiosk_key, const OnProgress& on_progress)
{
    if (!is_kiosk_code(header.kiosk) || !is_origin(header.origin.value) || !header.origin.value.starts_with(header.kiosk + "."))
        return failure("The kiosk's code or origin is not one. Nothing was exported.");
    Progress progress{on_progress};
    const auto package = package_of(header, source, progress);
    REFECTORY_TRY_ASSIGN(auto file, DurableFile::create(free_name(folder, header)));
    const auto sealed = [&](std::string_view bytes) -> Result<> {
        if (file.size() == 0) REFECTORY_TRY(has_room(folder, progress.plain_bytes()));
        progress.wrote_bytes(bytes.size());
        return file.write(bytes);
    };
    REFECTORY_TRY(write_package(package, std::move(to_desk), kiosk_key, sealed));
    REFECTORY_TRY(progress.wrote_all());
    REFECTORY_TRY(file.name());
    return WrittenParcel{file.path(), file.size(), file.sha256()};
}

}
