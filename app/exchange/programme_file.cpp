#include "exchange/programme_file.hpp"

#include "exchange/age.hpp"
#include "exchange/copied_name.hpp"
#include "exchange/durable_file.hpp"
#include "exchange/fingerprint.hpp"
#include "exchange/found_files.hpp"
#include "exchange/package.hpp"
#include "exchange/programme_check.hpp"
#include "exchange/programme_columns.hpp"

#include <algorithm>

namespace refectory {

namespace {

constexpr const char* keys_field = "keys";  // a text of the manifest's, for it is read before the signature is checked

// Every file of a programme with the list that it holds: writing and reading both go through this.
void each_file(auto& programme, auto&& file)
{
    file("activities.csv", programme.activities);
    file("people.csv", programme.people);
    file("timetable.csv", programme.timetable);
    file("expectations.csv", programme.expectations);
    file("objectives.csv", programme.objectives);
    file("visit_codes.csv", programme.visit_codes);
    file("pass_codes.csv", programme.pass_codes);
    file("receipts.csv", programme.receipts);
    file("chairs_given.csv", programme.chairs_given);
}

template <class Row>
PackageFile file_of(std::string name, const std::vector<Row>& rows)
{
    std::string text;
    append_csv_record(text, csv_header<Row>());
    for (const auto& row : rows) append_csv_record(text, csv_fields(row));
    const auto count = static_cast<std::int64_t>(rows.size());
    return {std::move(name), [text = std::move(text), count](const ByteSink& sink) -> Result<std::int64_t> {
                REFECTORY_TRY(sink(text));
                return count;
            }};
}

// Of bare values, one a row.
template <class Row, class Value>
std::vector<Row> rows_of(const std::vector<Value>& values)
{
    std::vector<Row> rows;
    for (const auto& value : values) rows.push_back({value});
    return rows;
}

ManifestFields fields_of(const ProgrammeHeader& header)
{
    ManifestFields fields{{"desk", header.desk.value},
                          {"serial", header.serial},
                          {"issued_at", to_milliseconds(header.issued_at)},
                          {"desk_begun_at", to_milliseconds(header.desk_begun_at)},
                          {"kiosk", header.kiosk},
                          {"team", header.team},
                          {"organisation", header.organisation},
                          {"site", header.site}};
    if (header.keys) fields.emplace_back(keys_field, write_key_statement(*header.keys));
    return fields;
}

Result<ProgrammeHeader> header_of(const Manifest& manifest)
{
    ProgrammeHeader header;
    REFECTORY_TRY_ASSIGN(header.desk.value, manifest.text("desk"));
    REFECTORY_TRY_ASSIGN(header.serial, manifest.number("serial"));
    REFECTORY_TRY_ASSIGN(const auto issued_at, manifest.number("issued_at"));
    header.issued_at = from_milliseconds(issued_at);
    REFECTORY_TRY_ASSIGN(const auto desk_begun_at, manifest.number("desk_begun_at"));
    header.desk_begun_at = from_milliseconds(desk_begun_at);
    REFECTORY_TRY_ASSIGN(header.kiosk, manifest.text("kiosk"));
    REFECTORY_TRY_ASSIGN(header.team, manifest.text("team"));
    REFECTORY_TRY_ASSIGN(header.organisation, manifest.text("organisation"));
    REFECTORY_TRY_ASSIGN(header.site, manifest.text("site"));
    header.fingerprint = fingerprint_words(manifest.digest);
    if (const auto keys = manifest.text(keys_field)) header.keys = read_key_statement(*keys);
    return header;
}

Result<Package> package_of(const Programme& programme)
{
    REFECTORY_TRY(check(programme));
    Package package{std::string{programme_format}, fields_of(programme.header), {}};
    each_file(programme, [&](const char* name, const auto& rows) { package.files.push_back(file_of(name, rows)); });
    package.files.push_back(file_of("note.csv", std::vector{programme.note}));
    package.files.push_back(file_of("passes_withdrawn.csv", rows_of<PassWithdrawnRow>(programme.passes_withdrawn)));
    package.files.push_back(file_of("erased.csv", rows_of<ErasedRow>(programme.erased)));
    package.files.push_back(file_of("decided_for.csv", rows_of<DecidedForRow>(programme.decided_for)));
    return package;
}

// The files of a package in memory, taken out one by one.
class Contents {
public:
    Contents(const Manifest& manifest, std::map<std::string, std::string> texts) : manifest_(manifest), texts_(std::move(texts)) {}

    template <class Row>
    Result<> take(const std::string& name, std::vector<Row>& rows)
    {
        const auto text = texts_.extract(name);
        const auto listed = std::ranges::find(manifest_.files, name, &ManifestFile::name);
        if (text.empty() || listed == manifest_.files.end()) return failure("The programme has no " + name + ".");
        CsvTableReader reader{name, csv_header<Row>(), [&](const CsvRecord& record) -> Result<> {
                                  REFECTORY_TRY_ASSIGN(auto row, parse_csv_row<Row>(name, record));
                                  rows.push_back(std::move(row));
                                  return {};
                              }};
        REFECTORY_TRY(reader.feed(text.mapped()));
        return reader.finish(listed->rows);
    }
    template <class Row, class Value>
    Result<> take_values(const std::string& name, std::vector<Value>& values)
    {
        std::vector<Row> rows;
        REFECTORY_TRY(take(name, rows));
        for (auto& [value] : rows) values.push_back(std::move(value));
        return {};
    }
    Result<> expect_nothing_left() const
    {
        if (!texts_.empty()) return failure("The programme holds a file that does not belong in it.");
        return {};
    }

private:
    const Manifest& manifest_;
    std::map<std::string, std::string> texts_;
};

// Whose signature the programme must bear. What it says of the desk's keys is believed in the name of the recovery key alone.
Result<PublicKey> key_to_expect(const PackageReader& package, const PublicKey& desk_key, const Recovery& recovery)
{
    const auto told = package.peek(keys_field);
    if (!told || !recovery.key) return desk_key;
    const auto statement = read_key_statement(*told);
    if (!statement || !is_age_recipient(statement->recipient)) return failure("What this programme says of the desk's keys is damaged. Have a new one published.");
    if (statement->number < recovery.followed)
        return failure("This programme was made before the desk's keys were changed. Have a new one published.");
    if (statement->number == recovery.followed) return desk_key;
    if (!is_signed_by(*statement, *recovery.key))
        return failure("This programme names new keys of the desk, but not in the name of its recovery words. It cannot be used.");
    return statement->signing_key;
}

Result<Programme> programme_in(PackageReader package, const PublicKey& desk_key, const Recovery& recovery)
{
    REFECTORY_TRY_ASSIGN(const auto key, key_to_expect(package, desk_key, recovery));
    REFECTORY_TRY_ASSIGN(const auto manifest, package.verify(key, programme_format));
    Programme programme;
    REFECTORY_TRY_ASSIGN(programme.header, header_of(manifest));
    REFECTORY_TRY_ASSIGN(auto texts, package.read_small_files());
    Contents contents{manifest, std::move(texts)};
    Result<> done;
    each_file(programme, [&](const char* name, auto& rows) {
        if (done) done = contents.take(name, rows);
    });
    REFECTORY_TRY(done);
    std::vector<ConfidentialityNote> notes;
    REFECTORY_TRY(contents.take("note.csv", notes));
    if (notes.size() != 1) return failure("The programme has not one confidentiality note.");
    programme.note = std::move(notes.front());
    REFECTORY_TRY(contents.take_values<PassWithdrawnRow>("passes_withdrawn.csv", programme.passes_withdrawn));
    REFECTORY_TRY(contents.take_values<ErasedRow>("erased.csv", programme.erased));
    REFECTORY_TRY(contents.take_values<DecidedForRow>("decided_for.csv", programme.decided_for));
    REFECTORY_TRY(contents.expect_nothing_left());
    REFECTORY_TRY(check(programme));
    return programme;
}

// As in MC-ADULTS-000002, of a file that is named as a programme.
std::optional<std::string> kiosk_and_serial_in(std::string_view name)
{
    return middle_of_name(name, fmt::format("{}-", programme_format), ".zip.age");
}

// Of a file that is named as a programme for this kiosk.
std::optional<std::int64_t> serial_in(std::string_view name, std::string_view kiosk)
{
    const auto middle = kiosk_and_serial_in(name);
    const auto beginning = fmt::format("{}-", kiosk);
    if (!middle || !middle->starts_with(beginning)) return std::nullopt;
    std::int64_t serial = 0;
    const bool is_number = parse_csv(middle->substr(beginning.size()), serial);
    return is_number && serial >= 1 ? std::optional{serial} : std::nullopt;
}

}

std::string programme_file_name(const ProgrammeHeader& header)
{
    return fmt::format("{}-{}-{:06}.zip.age", programme_format, header.kiosk, header.serial);
}

ProgrammesOnStick find_programmes(const std::filesystem::path& folder, std::string_view kiosk, const GoesOn& goes_on)
{
    ProgrammesOnStick found;
    const auto there = find_files(folder, [&](std::string_view name) {
        const bool is_ours = serial_in(name, kiosk).has_value();
        found.holds_other_kiosks |= !is_ours && kiosk_and_serial_in(name).has_value();
        return is_ours;
    }, goes_on);
    for (const auto& file : there.files) found.files.push_back({file, *serial_in(file.filename().string(), kiosk)});
    for (const auto& file : there.no_files) found.no_files.push_back(*serial_in(file.filename().string(), kiosk));
    for (const auto& [below, why] : there.unread_below) found.unread = Error{sentence_of(why.value())};
    if (there.unread) found.unread = Error{sentence_of(there.unread.value())};
    std::ranges::sort(found.files, std::greater{}, [](const FoundProgramme& one) { return std::pair{one.serial, one.file}; });
    return found;
}

Result<WrittenProgramme> write_programme(const Programme& programme, const std::filesystem::path& folder,
                                         const std::string& recipient, const SecretKey& desk_key)
{
    REFECTORY_TRY_ASSIGN(auto sealer, AgeSealer::start(recipient));
    REFECTORY_TRY_ASSIGN(const auto package, package_of(programme));
    REFECTORY_TRY_ASSIGN(auto file, DurableFile::create(folder / programme_file_name(programme.header)));
    REFECTORY_TRY_ASSIGN(const auto digest, write_package(package, std::move(sealer), desk_key, [&](std::string_view bytes) { return file.write(bytes); }));
    REFECTORY_TRY(file.commit());
    return WrittenProgramme{file.path(), fingerprint_words(digest)};
}

Result<SealedProgramme> seal_programme(const Programme& programme, const std::string& recipient, const SecretKey& desk_key)
{
    REFECTORY_TRY_ASSIGN(auto sealer, AgeSealer::start(recipient));
    REFECTORY_TRY_ASSIGN(const auto package, package_of(programme));
    SealedProgramme sealed;
    REFECTORY_TRY_ASSIGN(const auto digest, write_package(package, std::move(sealer), desk_key, [&](std::string_view bytes) -> Result<> {
        sealed.bytes.insert(sealed.bytes.end(), bytes.begin(), bytes.end());
        return {};
    }));
    sealed.fingerprint = fingerprint_words(digest);
    return sealed;
}

Result<Programme> read_programme(const std::filesystem::path& file, const std::string& identity, const PublicKey& desk_key,
                                 const Recovery& recovery)
{
    REFECTORY_TRY_ASSIGN(auto package, PackageReader::open(file, identity));
    return programme_in(std::move(package), desk_key, recovery);
}

Result<Programme> read_programme(ByteView sealed, const std::string& identity, const PublicKey& desk_key, const Recovery& recovery)
{
    REFECTORY_TRY_ASSIGN(auto package, PackageReader::open(sealed, identity));
    return programme_in(std::move(package), desk_key, recovery);
}

}
