#include "desk_in_test.hpp"
#include "domain/pass.hpp"
#include "exchange/package.hpp"
#include "exchange/parcel_columns.hpp"
#include "exchange/programme_columns.hpp"
#include "exchange/programme_file.hpp"
#include "exchange/setup_file.hpp"
#include "exchange/setup_words.hpp"
#include "hostile_zip.hpp"
#include "mutator.hpp"
#include "random_history.hpp"
#include "random_programme.hpp"

using namespace refectory;

namespace {

constexpr unsigned many = 20'000, some = 300;

using Fields = std::vector<std::vector<std::string>>;

std::string csv_of(const Fields& records)
{
    std::string text;
    for (const auto& fields : records) append_csv_record(text, fields);
    return text;
}

Fields some_records(unsigned seed)
{
    ProgrammeMaker maker{seed};
    Fields records{csv_header<Person>()};
    for (const auto& person : maker.make().people) records.push_back(csv_fields(person));
    return records;
}

// Piece by piece, as a file comes.
std::optional<Fields> read_in_pieces(std::string_view text, Mutator& random)
{
    Fields records;
    CsvReader reader{',', [&](CsvRecord& record) -> Result<> {
                         records.push_back(std::move(record.fields));
                         return {};
                     }};
    while (!text.empty()) {
        const auto size = 1 + random.below(std::min<std::size_t>(text.size(), 30));
        if (!reader.feed(text.substr(0, size))) return std::nullopt;
        text.remove_prefix(size);
    }
    if (!reader.finish()) return std::nullopt;
    return records;
}

bool is_same(const Manifest& left, const Manifest& right)
{
    return left.format == right.format && left.fields == right.fields &&
           std::ranges::equal(left.files, right.files, [](const ManifestFile& a, const ManifestFile& b) {
               return a.name == b.name && a.rows == b.rows && a.bytes == b.bytes && a.sha256 == b.sha256;
           });
}

// A package opened to what it is made of.
struct Opened {
    std::string zip;
    std::string manifest;
    std::map<std::string, std::string> files;
};

Opened opened(ByteView sealed)
{
    Opened inside;
    auto opener = AgeOpener::open(sealed, our_age_keys().identity).value();
    std::array<char, 4096> piece{};
    while (const auto size = opener.read(piece).value()) inside.zip.append(piece.data(), size);
    const Folder folder;
    put_text(folder / "plain.zip", inside.zip);
    REQUIRE(run_shell("cd " + folder.path().string() + " && unzip -q plain.zip -d files") == 0);
    inside.manifest = file_text(folder / "files/manifest.json");
    for (const auto& entry : std::filesystem::directory_iterator{folder / "files"})
        inside.files[entry.path().filename().string()] = file_text(entry.path());
    return inside;
}

// As one would who has the key: one file altered, and all sums and the signature right again.
std::string altered_and_signed(const Opened& original, std::string_view format, Mutator& mutate)
{
    auto manifest = parse_manifest(original.manifest, format).value();
    auto& changed = manifest.files[mutate.below(manifest.files.size())];
    std::vector<ZipEntry> entries;
    for (auto& file : manifest.files) {
        auto text = original.files.at(file.name);
        if (&file == &changed) {
            text = mutate(text);
            const auto lines = static_cast<std::int64_t>(std::ranges::count(text, '\n')) - 1;
            file = true_manifest_file(file.name, text, mutate.below(2) == 0 ? file.rows : std::max<std::int64_t>(lines, 0));
        }
        entries.push_back({file.name, text});
    }
    return sealed_by_age(zip_of(signed_entries(write_manifest(manifest).value(), kiosk_key().secret_key, std::move(entries))));
}

}

TEST_CASE("A table that was mutated is refused or read as one that can be written again", "[heavy]")
{
    Mutator mutate{1};
    unsigned taken_over = 0;
    for (unsigned i = 0; i < many; ++i) {
        const auto text = mutate(csv_of(some_records(i % 50)));
        CAPTURE(i, text);
        const auto read = read_csv(text);
        const auto pieces = read_in_pieces(text, mutate);
        const bool by_commas = separator_of(text) == ',';
        if (by_commas) REQUIRE(read.has_value() == pieces.has_value());
        if (!read) continue;
        ++taken_over;
        Fields records;
        for (const auto& record : *read) records.push_back(record.fields);
        if (by_commas) REQUIRE(records == *pieces);
        const auto again = read_csv(csv_of(records));
        if (separator_of(csv_of(records)) != ',') continue;  // guessed by the first line
        REQUIRE(again);
        REQUIRE(std::ranges::equal(*again, records, {}, &CsvRecord::fields));
        for (const auto& record : *read) {
            const auto person = parse_csv_row<Person>("people.csv", record);
            if (person) REQUIRE(parse_csv_row<Person>("people.csv", {record.line, csv_fields(*person), record.places}));
        }
    }
    CHECK(taken_over > many / 10);
}

TEST_CASE("A manifest that was mutated is refused or means what it says and is never the signed one", "[heavy]")
{
    Mutator mutate{2};
    const auto original = write_manifest({"refectory-test", {{"kiosk", "MC-ADULTS"}, {"number", 12}, {"big", INT64_MAX}},
                                          {true_manifest_file("a.csv", "x", 1), true_manifest_file("b.csv", "y", 2)}}).value();
    const auto signature = sign(bytes_of(original), kiosk_key().secret_key);
    unsigned taken_over = 0;
    for (unsigned i = 0; i < many; ++i) {
        const auto text = mutate(original);
        CAPTURE(i, text);
        REQUIRE(verify(bytes_of(text), signature, kiosk_key().public_key) == (text == original));
        (void)peek_manifest(text, "kiosk");
        const auto manifest = parse_manifest(text, "refectory-test");
        if (!manifest) continue;
        ++taken_over;
        for (const auto& file : manifest->files) REQUIRE((is_plain_file_name(file.name) && file.rows >= 0 && file.bytes >= 0));
        const auto again = write_manifest(*manifest);
        REQUIRE(again);
        REQUIRE(is_same(parse_manifest(*again, "refectory-test").value(), *manifest));
    }
    CHECK(taken_over > many / 50);
}

TEST_CASE("A pass that was mutated is refused or is the same pass", "[heavy]")
{
    Mutator mutate{3};
    const Pass pass{PersonId{7}, PassNumber{12}, Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{1}},
                    Date{std::chrono::year{2027}, std::chrono::July, std::chrono::day{31}}};
    const auto text = write_pass(pass, kiosk_key().secret_key);
    for (unsigned i = 0; i < many; ++i) {
        const auto scanned = mutate(text);
        CAPTURE(i, scanned);
        const auto reading = read_pass(scanned, kiosk_key().public_key);
        if (const auto* read = std::get_if<Pass>(&reading)) REQUIRE(*read == pass);
    }
}

TEST_CASE("A set-up file that was mutated is refused or holds what it held", "[heavy]")
{
    Mutator mutate{4};
    const Folder folder;
    KioskSetup setup{{"MC-ADULTS", "Adults team", "Medway Council", "Gun Wharf", make_key_pair(seeded(1)), our_age_keys().identity,
                      our_age_keys().recipient, {}, other_age_keys().recipient, Origin{"DESK.AB2C"}}, Bytes(700)};
    const auto words = make_setup_words(seeded(2));
    REQUIRE(write_setup(setup, folder / "setup", words, seeded(3)));
    const auto original = file_text(folder / "setup");
    const auto check = [&](const std::string& text) {
        put_text(folder / "altered", text);
        const auto read = read_setup(folder / "altered", setup_phrase(words));
        if (read) REQUIRE((read->identity.code == "MC-ADULTS" && read->programme == setup.programme && text == original));
    };
    for (unsigned i = 0; i < many; ++i) {
        CAPTURE(i);
        if (const auto text = mutate(original); text != original) check(text);
    }
    for (unsigned i = 0; i < 40; ++i) {  // with its sum made right again: then the words decide, which takes its time
        CAPTURE(i);
        auto text = mutate(original.substr(0, original.size() - 32));
        if (text.size() < 27) continue;
        for (std::size_t k = 0; k < 8; ++k) text[19 + k] = static_cast<char>((text.size() + 32) >> (56 - 8 * k));
        text += text_of(sha256(bytes_of(text)));
        check(text);
    }
}

TEST_CASE("A package that was mutated within its seal is refused or holds what it held", "[heavy]")
{
    Mutator mutate{5};
    ProgrammeMaker maker{9};
    const auto sealed = seal_programme(maker.make(), our_age_keys().recipient, kiosk_key().secret_key).value().bytes;
    const auto original = opened(sealed);
    for (unsigned i = 0; i < some; ++i) {
        CAPTURE(i);
        auto reader = PackageReader::open(bytes_of(sealed_by_age(mutate(original.zip))), our_age_keys().identity);
        if (!reader || !reader->verify(kiosk_key().public_key, programme_format)) continue;
        const auto files = reader->read_small_files();
        if (!files) continue;
        for (const auto& [name, text] : *files) REQUIRE(text == original.files.at(name));
        REQUIRE(files->size() + 2 == original.files.size());
    }
}

TEST_CASE("A programme whose tables were mutated by one who has the key is refused or can be written again", "[heavy]")
{
    Mutator mutate{6};
    for (unsigned i = 0; i < some; ++i) {
        CAPTURE(i);
        ProgrammeMaker maker{i / 20};
        const auto original = opened(seal_programme(maker.make(), our_age_keys().recipient, kiosk_key().secret_key).value().bytes);
        const auto read = read_programme(bytes_of(altered_and_signed(original, programme_format, mutate)), our_age_keys().identity, kiosk_key().public_key);
        if (!read) continue;
        const auto again = seal_programme(*read, our_age_keys().recipient, kiosk_key().secret_key);
        INFO(sentence(again));
        REQUIRE(again);
        REQUIRE(read_programme(again->bytes, our_age_keys().identity, kiosk_key().public_key));
    }
}

TEST_CASE("A parcel whose tables were mutated by one who has the key changes no fact", "[heavy]")
{
    Mutator mutate{7};
    for (unsigned history = 0; history < 10; ++history) {
        const Folder folder;
        const auto parcel = RandomHistory{history}.make().front();
        const auto file = written(parcel, folder.path());
        const auto bytes = file_text(file);
        const auto original = opened(bytes_of(bytes));
        DeskInTest whole;
        whole.collect({file});
        const auto facts = whole.text("SELECT group_concat(lower(hex(hash))) FROM (SELECT hash FROM fact ORDER BY origin, seq)");
        DeskInTest desk;
        for (unsigned i = 0; i < some / 10; ++i) {
            CAPTURE(history, i);
            put_text(folder / "altered", altered_and_signed(original, parcel_format, mutate));
            const auto report = desk.collect({folder / "altered"});
            const auto now = desk.text("SELECT coalesce(group_concat(lower(hex(hash))), '') FROM (SELECT hash FROM fact ORDER BY origin, seq)");
            INFO(refusal(report));
            REQUIRE((now.empty() || now == facts));
            REQUIRE(desk.number("SELECT count(*) FROM conflict") == 0);
        }
    }
}

TEST_CASE("What lies deeper in a manifest than a manifest goes is passed over, however deep it is")
{
    const std::string deep(1'000'000, '[');
    CHECK_FALSE(peek_manifest(deep, "kiosk"));
    CHECK_FALSE(peek_manifest("{\"kiosk\": " + deep, "kiosk"));
    const auto closed = "{\"kiosk\": \"MC-ADULTS\", \"deep\": " + std::string(100, '[') + std::string(100, ']') + "}";
    CHECK(peek_manifest(closed, "kiosk").value() == "MC-ADULTS");
}
