#include "exchange/package.hpp"
#include "exchange_fixture.hpp"
#include "hostile_zip.hpp"

using namespace refectory;

namespace {

constexpr std::string_view format = "refectory-test";
using Files = std::map<std::string, std::string>;

const KeyPair& our_key()
{
    static const auto pair = make_key_pair(seeded(1));
    return pair;
}

PackageFile file_with(std::string name, std::string text)
{
    return {std::move(name), [text = std::move(text)](const ByteSink& sink) -> Result<std::int64_t> {
                for (std::size_t at = 0; at < text.size(); at += 1000) REFECTORY_TRY(sink(std::string_view{text}.substr(at, 1000)));
                return 3;
            }};
}

Result<std::string> sealed(const Package& package)
{
    std::string bytes;
    REFECTORY_TRY_ASSIGN(auto sealer, AgeSealer::start(our_age_keys().recipient));
    REFECTORY_TRY(write_package(package, std::move(sealer), our_key().secret_key, [&](std::string_view piece) -> Result<> {
        bytes += piece;
        return {};
    }));
    return bytes;
}

Result<Files> opened(std::string_view bytes, const std::string& identity = our_age_keys().identity,
                     const PublicKey& key = our_key().public_key, std::string_view expected = format)
{
    REFECTORY_TRY_ASSIGN(auto reader, PackageReader::open(bytes_of(bytes), identity));
    REFECTORY_TRY(reader.verify(key, expected));
    return reader.read_small_files();
}

Result<Files> opened_zip(const std::vector<ZipEntry>& entries)
{
    return opened(sealed_by_age(zip_of(entries)));
}

std::string manifest_of(std::vector<ManifestFile> files)
{
    return write_manifest({std::string{format}, {{"kiosk", "MC-ADULTS"}}, std::move(files)}).value();
}

Package small_package()
{
    Bytes bytes(300'000);
    seeded(3)(bytes);
    return {std::string{format},
            {{"kiosk", "MC-ADULTS"}, {"number", 12}},
            {file_with("empty.csv", ""), file_with("some.csv", "a,b\r\n1,2\r\n"), file_with("random.bin", text_of(bytes))}};
}

}

TEST_CASE("A package comes back as it was with its fields and counts")
{
    const auto bytes = sealed(small_package());
    REQUIRE(bytes);
    auto reader = PackageReader::open(bytes_of(*bytes), our_age_keys().identity);
    REQUIRE(reader);
    CHECK(reader->peek("kiosk") == "MC-ADULTS");
    CHECK_FALSE(reader->peek("number"));
    CHECK_FALSE(reader->peek("absent"));
    const auto manifest = reader->verify(our_key().public_key, format);
    REQUIRE(manifest);
    CHECK(manifest->text("kiosk") == "MC-ADULTS");
    CHECK(manifest->number("number") == 12);
    CHECK_FALSE(manifest->number("kiosk"));
    REQUIRE(manifest->files.size() == 3);
    CHECK(manifest->files[1].rows == 3);
    const auto files = reader->read_small_files();
    REQUIRE(files);
    CHECK(files->at("empty.csv").empty());
    CHECK(files->at("some.csv") == "a,b\r\n1,2\r\n");
    CHECK(files->at("random.bin").size() == 300'000);
}

TEST_CASE("A package is opened by age and by unzip and checked by sha256sum")
{
    const Folder folder;
    put_text(folder / "package.zip.age", sealed(small_package()).value());
    put_text(folder / "key", our_age_keys().identity + "\n");
    const auto in = "cd " + folder.path().string() + " && ";
    REQUIRE(run_shell(in + "age -d -i key -o package.zip package.zip.age") == 0);
    REQUIRE(run_shell(in + "unzip -q package.zip -d files > unzip.txt") == 0);
    CHECK(file_text(folder / "files/some.csv") == "a,b\r\n1,2\r\n");
    const auto manifest = parse_manifest(file_text(folder / "files/manifest.json"), format);
    REQUIRE(manifest);
    for (const auto& file : manifest->files)
        CHECK(run_shell(in + "echo '" + to_hex(file.sha256) + "  files/" + file.name + "' | sha256sum -c --quiet") == 0);
}

TEST_CASE("A package sealed for another or signed by another is refused")
{
    const auto bytes = sealed(small_package()).value();
    CHECK(sentence(opened(bytes, other_age_keys().identity)).find("somebody else") != std::string::npos);
    CHECK(sentence(opened(bytes, our_age_keys().identity, make_key_pair(seeded(2)).public_key)).find("not signed") != std::string::npos);
    CHECK(sentence(opened(bytes, our_age_keys().identity, our_key().public_key, "refectory-other")).find("another kind") != std::string::npos);
}

TEST_CASE("A newer version is refused as one")
{
    auto manifest = manifest_of({});
    manifest.replace(manifest.find("\"version\": 1"), 12, "\"version\": 2");
    CHECK(sentence(opened_zip(signed_entries(manifest, our_key().secret_key, {}))).find("newer") != std::string::npos);
}

TEST_CASE("A manifest that is none is refused though it is signed")
{
    const auto good = manifest_of({true_manifest_file("a.csv", "x")});
    REQUIRE(opened_zip(signed_entries(good, our_key().secret_key, {{"a.csv", "x"}})));
    const auto replaced = [&](const std::string& what, const std::string& by) {
        auto text = good;
        text.replace(text.find(what), what.size(), by);
        return text;
    };
    const auto twice = manifest_of({true_manifest_file("a.csv", "x"), true_manifest_file("a.csv", "x")});
    for (const auto& manifest : {std::string{}, std::string{"{"}, std::string{"[]"}, std::string{"{}"}, std::string(100'000, '['),
                                 replaced("\"bytes\": 1", "\"bytes\": -1"), replaced("\"rows\": 0", "\"rows\": 0.5"),
                                 replaced("\"bytes\": 1", "\"bytes\": 18446744073709551615"), replaced("a.csv", "../a"),
                                 replaced("\"kiosk\": \"MC-ADULTS\"", "\"kiosk\": {}"), replaced("\"version\": 1", "\"version\": \"1\""),
                                 replaced("\"sha256\": \"", "\"sha256\": \"00"), twice}) {
        CAPTURE(manifest.substr(0, 200));
        CHECK_FALSE(opened_zip(signed_entries(manifest, our_key().secret_key, {{"a.csv", "x"}})));
    }
}

TEST_CASE("Nothing but the manifest's files in its order is taken")
{
    const auto manifest = manifest_of({true_manifest_file("a.csv", "one"), true_manifest_file("b.csv", "two")});
    const ZipEntry a{"a.csv", "one"}, b{"b.csv", "two"};
    const auto given = [&](std::vector<ZipEntry> entries) {
        return opened_zip(signed_entries(manifest, our_key().secret_key, std::move(entries)));
    };
    CHECK(given({a, b}));
    CHECK_FALSE(given({b, a}));
    CHECK_FALSE(given({a}));
    CHECK_FALSE(given({}));
    CHECK_FALSE(given({a, b, b}));
    CHECK_FALSE(given({a, b, {"c.csv", ""}}));
    CHECK_FALSE(given({a, {"b.csv", "twi"}}));
    CHECK_FALSE(given({a, {"b.csv", "two!"}}));
    CHECK_FALSE(given({a, {"b.csv", "tw"}}));
    CHECK_FALSE(given({{"../a.csv", "one"}, b}));
    CHECK_FALSE(given({{"/etc/a.csv", "one"}, b}));
    CHECK_FALSE(given({{"a.csv/", ""}, b}));
    CHECK_FALSE(given({{"a.csv", "", "/etc/passwd"}, b}));
    CHECK_FALSE(opened_zip({a, b}));
    CHECK_FALSE(opened_zip({}));
    CHECK_FALSE(opened_zip({{"manifest.json", manifest}, a, b}));
    CHECK_FALSE(opened_zip({{"manifest.json", manifest}, {"manifest.sig", std::string(128, '0')}, a, b}));
    CHECK_FALSE(opened_zip({{"manifest.json", manifest}, {"manifest.sig", std::string(10'000, '0')}, a, b}));
}

TEST_CASE("A link is never followed and only ever read as the text it is")
{
    const auto manifest = manifest_of({true_manifest_file("a.csv", "/etc/passwd")});
    const auto files = opened_zip(signed_entries(manifest, our_key().secret_key, {{"a.csv", "", "/etc/passwd"}}));
    CHECK((!files || files->at("a.csv") == "/etc/passwd"));
}

TEST_CASE("A package of more than 256 MiB is refused though it is packed no tighter than others")
{
    // Of each 1000 bytes 20 cannot be packed, which keeps it well under the most that anything may unfold to.
    const auto package_of = [](std::size_t size) {
        Bytes piece(20);
        std::string text(size, '.');
        const auto random = seeded(5);
        for (std::size_t at = 0; at + piece.size() <= size; at += 1000) {
            random(piece);
            std::ranges::copy(text_of(piece), text.begin() + static_cast<std::ptrdiff_t>(at));
        }
        const auto manifest = manifest_of({true_manifest_file("a.csv", text)});
        return sealed_by_age(zip_of(signed_entries(manifest, our_key().secret_key, {{"a.csv", std::move(text)}})));
    };
    const auto read = [](const std::string& bytes) -> Result<> {
        REFECTORY_TRY_ASSIGN(auto reader, PackageReader::open(bytes_of(bytes), our_age_keys().identity));
        REFECTORY_TRY(reader.verify(our_key().public_key, format));
        return reader.read_files([](const ManifestFile&) {
            return FileReceiver{[](std::string_view) -> Result<> { return {}; }, []() -> Result<> { return {}; }};
        });
    };
    REQUIRE(most_package_bytes == 256 * 1024 * 1024);
    const auto beside_it = static_cast<std::size_t>(most_package_bytes) - 4096;  // the manifest and its signature count as well
    const auto largest = package_of(beside_it);
    REQUIRE(static_cast<std::int64_t>(largest.size()) * most_package_ratio > 2 * most_package_bytes);
    CHECK(sentence(read(largest)) == "(no error)");
    CHECK(sentence(read(package_of(beside_it + 4096))).find("far more") != std::string::npos);
}

TEST_CASE("A zip bomb is given up long before it has unfolded")
{
    const std::string zeros(60'000'000, '\0');
    const auto listed = opened_zip(signed_entries(manifest_of({true_manifest_file("a.bin", zeros)}), our_key().secret_key, {{"a.bin", zeros}}));
    CHECK(sentence(listed).find("unpack to far more") != std::string::npos);
    CHECK(sentence(opened_zip({{"manifest.json", zeros}})).find("unpack to far more") != std::string::npos);
}

TEST_CASE("What unpacks to a hundred times its size is refused and what unpacks to a little less is not")
{
    // Of each piece so many bytes cannot be packed that the others, of which next to nothing is left, make it as tight as that.
    const auto packed_to_one_in = [](std::size_t ratio) {
        constexpr std::size_t random_bytes = 1000, size = 20'000'000;
        Bytes piece(random_bytes);
        std::string text(size, '.');
        const auto random = seeded(6);
        for (std::size_t at = 0; at + random_bytes <= size; at += random_bytes * ratio) {
            random(piece);
            std::ranges::copy(text_of(piece), text.begin() + static_cast<std::ptrdiff_t>(at));
        }
        return signed_entries(manifest_of({true_manifest_file("a.csv", text)}), our_key().secret_key, {{"a.csv", text}});
    };
    CHECK(sentence(opened_zip(packed_to_one_in(98))) == "(no error)");
    CHECK(sentence(opened_zip(packed_to_one_in(140))).find("unpack to far more") != std::string::npos);
}

TEST_CASE("Too many entries are refused")
{
    std::vector<ZipEntry> entries;
    std::vector<ManifestFile> files;
    for (int i = 0; i < 63; ++i) {
        entries.push_back({"f" + std::to_string(i), "x"});
        files.push_back(true_manifest_file(entries.back().name, "x"));
    }
    CHECK(sentence(opened_zip(signed_entries(manifest_of(files), our_key().secret_key, entries))).find("more parts") != std::string::npos);
    entries.pop_back();
    files.pop_back();
    CHECK(opened_zip(signed_entries(manifest_of(files), our_key().secret_key, entries)));
}

TEST_CASE("A package cut anywhere is refused both sealed and within its seal")
{
    const auto zip = zip_of(signed_entries(manifest_of({true_manifest_file("a.csv", std::string(5000, 'a'))}), our_key().secret_key,
                                           {{"a.csv", std::string(5000, 'a')}}));
    REQUIRE(opened(sealed_by_age(zip)));
    const auto directory = zip.find("PK\x01\x02");
    for (std::size_t at = 0; at < directory; at += 37) CHECK_FALSE(opened(sealed_by_age(zip.substr(0, at))));
    const auto bytes = sealed(small_package()).value();
    for (std::size_t at = 0; at < bytes.size(); at += 9'973) CHECK_FALSE(opened(std::string_view{bytes}.substr(0, at)));
    CHECK_FALSE(opened(std::string_view{bytes}.substr(0, bytes.size() - 1)));
}

TEST_CASE("A file that is made twice and is not the same both times is not sent")
{
    int calls = 0;
    Package package{std::string{format}, {}, {{"a.csv", [&](const ByteSink& sink) -> Result<std::int64_t> {
                                                   REFECTORY_TRY(sink(std::string(100'000, 'x') + (++calls == 1 ? "one" : "two")));
                                                   return 1;
                                               }}}};
    CHECK(sentence(sealed(package)).find("changed meanwhile") != std::string::npos);
    CHECK(calls == 2);
}

TEST_CASE("A short file is made once and a long one is not kept in memory")
{
    for (const std::size_t size : {0UZ, 1UZ, 64UZ * 1024, 64UZ * 1024 + 1, 300'000UZ}) {
        int calls = 0;
        const std::string text(size, 'x');
        const auto bytes = sealed({std::string{format}, {}, {{"a.csv", [&](const ByteSink& sink) -> Result<std::int64_t> {
                                                                ++calls;
                                                                for (std::size_t at = 0; at < size; at += 1000) REFECTORY_TRY(sink(std::string_view{text}.substr(at, 1000)));
                                                                return 3;
                                                            }}}});
        REQUIRE(bytes);
        CAPTURE(size);
        CHECK(calls == (size <= 64 * 1024 ? 1 : 2));
        CHECK(opened(*bytes).value().at("a.csv") == text);
    }
}

TEST_CASE("A producer and a target that fail are heard in their own words")
{
    Package package{std::string{format}, {}, {{"a.csv", [](const ByteSink&) -> Result<std::int64_t> { return failure("stopped"); }}}};
    CHECK(sentence(sealed(package)) == "stopped");
    const auto full = write_package(small_package(), AgeSealer::start(our_age_keys().recipient).value(), our_key().secret_key,
                                    [](std::string_view) -> Result<> { return failure("no room"); });
    CHECK(sentence(full) == "no room");
    package = {std::string{format}, {{"team", "\xFF"}}, {}};
    CHECK_FALSE(sealed(package));
}
