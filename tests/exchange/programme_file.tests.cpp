#include "exchange/programme_file.hpp"
#include "exchange/package.hpp"
#include "exchange/programme_check.hpp"
#include "exchange_fixture.hpp"
#include "hostile_zip.hpp"
#include "random_programme.hpp"

#include <functional>
#include <limits>

using namespace refectory;

namespace {

const KeyPair& desk_key()
{
    static const auto pair = make_key_pair(seeded(1));
    return pair;
}

Programme rich_programme()
{
    for (unsigned seed = 1;; ++seed) {
        auto programme = ProgrammeMaker{seed}.make();
        if (programme.activities.size() > 1 && programme.people.size() > 1 && !programme.timetable.empty() && programme.expectations.size() > 1 &&
            !programme.visit_codes.empty() && !programme.pass_codes.empty() && !programme.receipts.empty() && !programme.decided_for.empty() && !programme.chairs_given.empty() && !programme.erased.empty())
            return programme;
    }
}

}

TEST_CASE("Every field of any programme survives the way to the kiosk")
{
    for (unsigned seed = 0; seed < 60; ++seed) {
        const auto programme = ProgrammeMaker{seed}.make();
        CAPTURE(seed, sentence(check(programme)));
        REQUIRE(check(programme));
        const auto sealed = seal_programme(programme, our_age_keys().recipient, desk_key().secret_key);
        CAPTURE(sentence(sealed));
        REQUIRE(sealed);
        const auto read = read_programme(sealed->bytes, our_age_keys().identity, desk_key().public_key);
        CAPTURE(sentence(read));
        REQUIRE(read);
        REQUIRE(everything_in(*read) == everything_in(programme));
    }
}

TEST_CASE("A programme's file is named by kiosk and serial and holds no plain name")
{
    const Folder folder;
    auto programme = rich_programme();
    programme.header.serial = 12;
    programme.people.front().name = "Siobhan Unmistakable";
    const auto written = write_programme(programme, folder.path(), our_age_keys().recipient, desk_key().secret_key);
    REQUIRE(written);
    CHECK(folder.names() == std::vector<std::string>{"refectory-programme-MC-ADULTS-000012.zip.age"});
    CHECK(file_text(written->file).find("Unmistakable") == std::string::npos);
    const auto read = read_programme(written->file, our_age_keys().identity, desk_key().public_key);
    REQUIRE(read);
    CHECK(everything_in(*read) == everything_in(programme));
    CHECK(read->header.fingerprint == written->fingerprint);
    CHECK(std::ranges::count(written->fingerprint, ' ') == 5);
    CHECK_FALSE(write_programme(programme, folder.path(), our_age_keys().recipient, desk_key().secret_key));
    CHECK(folder.names().size() == 1);
}

TEST_CASE("A programme for another kiosk or of another desk or cut or changed is refused")
{
    auto sealed = seal_programme(rich_programme(), our_age_keys().recipient, desk_key().secret_key).value().bytes;
    CHECK_FALSE(read_programme(sealed, other_age_keys().identity, desk_key().public_key));
    CHECK_FALSE(read_programme(sealed, our_age_keys().identity, make_key_pair(seeded(2)).public_key));
    for (std::size_t at = 0; at < sealed.size(); at += 997) {
        CHECK_FALSE(read_programme(ByteView{sealed}.first(at), our_age_keys().identity, desk_key().public_key));
        sealed[at] ^= 0x40;
        CHECK_FALSE(read_programme(sealed, our_age_keys().identity, desk_key().public_key));
        sealed[at] ^= 0x40;
    }
    CHECK(read_programme(sealed, our_age_keys().identity, desk_key().public_key));
}

TEST_CASE("A programme that cannot be is neither written nor read")
{
    using Spoil = std::function<void(Programme&)>;
    const std::vector<std::pair<std::string, Spoil>> spoils{
        {"kiosk", [](Programme& p) { p.header.kiosk = "../MC"; }},
        {"kiosk too long", [](Programme& p) { p.header.kiosk = std::string(25, 'A'); }},
        {"desk", [](Programme& p) { p.header.desk.value = "DESK"; }},
        {"serial", [](Programme& p) { p.header.serial = 0; }},
        {"issued", [](Programme& p) { p.header.issued_at = from_milliseconds(-1); }},
        {"team", [](Programme& p) { p.header.team = std::string(4001, 'x'); }},
        {"activity id", [](Programme& p) { p.activities[0].id.value = "lunch"; }},
        {"activity twice", [](Programme& p) { p.activities[1].id = p.activities[0].id; }},
        {"ends", [](Programme& p) { p.activities[0].ends = p.activities[0].starts; }},
        {"allotment", [](Programme& p) { p.activities[0].allotment = p.activities[0].capacity + 1; }},
        {"less than none", [](Programme& p) { p.activities[0].allotment = -1; }},
        {"capacity", [](Programme& p) { p.activities[0].capacity = 1001; }},
        {"academic", [](Programme& p) { p.activities[0].academic = PersonId{999}; }},
        {"host", [](Programme& p) { p.activities[0].host = PersonId{999}; }},
        {"invited", [](Programme& p) { p.activities[0].invited.people = {PersonId{999}}; }},
        {"invited team", [](Programme& p) { p.activities[0].invited.teams = {""}; }},
        {"activity's objective", [](Programme& p) { p.activities[0].objectives = {ObjectiveNumber{99}}; }},
        {"text", [](Programme& p) { p.activities[0].topic = "\xC3\x28"; }},
        {"NUL", [](Programme& p) { p.activities[0].topic = std::string(1, '\0'); }},
        {"person twice", [](Programme& p) { p.people[1].id = p.people[0].id; }},
        {"person number", [](Programme& p) { p.people[0].id.value = 0; }},
        {"name", [](Programme& p) { p.people[0].name.clear(); }},
        {"full time", [](Programme& p) { p.people[0].full_time_equivalent = std::numeric_limits<double>::quiet_NaN(); }},
        {"timetable", [](Programme& p) { p.timetable[0].activity.value = "NONE"; }},
        {"expectation", [](Programme& p) { p.expectations[0].activity.value = "NONE"; }},
        {"expectation twice", [](Programme& p) { p.expectations[0].activity = p.expectations[1].activity; }},
        {"objective twice", [](Programme& p) { p.objectives.push_back(p.objectives[0]); }},
        {"note", [](Programme& p) { p.note.version = -1; }},
        {"code of nobody", [](Programme& p) { p.visit_codes[0].person = PersonId{999}; }},
        {"code for nothing", [](Programme& p) { p.visit_codes[0].activity.value = "NONE"; }},
        {"code twice", [](Programme& p) { p.visit_codes.push_back(p.visit_codes[0]); }},
        {"pass code of nobody", [](Programme& p) { p.pass_codes[0].pass.person = PersonId{999}; }},
        {"pass code twice", [](Programme& p) { p.pass_codes.push_back(p.pass_codes[0]); }},
        {"pass of no number", [](Programme& p) { p.pass_codes[0].pass.number.value = 0; }},
        {"pass that ends before it begins", [](Programme& p) { p.pass_codes[0].pass.valid_until = add_days(p.pass_codes[0].pass.valid_from, -1); }},
        {"pass of no day", [](Programme& p) { p.pass_codes[0].pass.valid_from = Date{}; }},
        {"erased", [](Programme& p) { p.erased[0].value = -1; }},
        {"receipt of another", [](Programme& p) { p.receipts[0].origin.value = "MC-ADULTS2.AB"; }},
        {"receipt twice", [](Programme& p) { p.receipts.push_back(p.receipts[0]); }},
        {"chairs of another", [](Programme& p) { p.decided_for[0].value = "MC-ADULTS2.AB"; }},
        {"chairs of one twice", [](Programme& p) { p.decided_for.push_back(p.decided_for[0]); }},
        {"receipt", [](Programme& p) { p.receipts[0].facts_up_to = -1; }},
        {"chair for another", [](Programme& p) { p.chairs_given[0].sign_up.origin.value = "MC-ADULTS2.AB"; }},
        {"chair twice", [](Programme& p) { p.chairs_given.push_back(p.chairs_given[0]); }},
    };
    REQUIRE(check(rich_programme()));
    for (const auto& [name, spoil] : spoils) {
        auto programme = rich_programme();
        spoil(programme);
        CAPTURE(name);
        CHECK_FALSE(check(programme));
    }
    auto programme = rich_programme();
    programme.header.serial = 0;
    CHECK_FALSE(seal_programme(programme, our_age_keys().recipient, desk_key().secret_key));
}

TEST_CASE("A signed programme whose tables are not as they should be is refused with file and line")
{
    // Opened, altered, and signed again by the desk itself: only the strict reading is left to refuse it.
    const auto sealed = seal_programme(rich_programme(), our_age_keys().recipient, desk_key().secret_key).value().bytes;
    auto reader = PackageReader::open(sealed, our_age_keys().identity).value();
    const auto manifest = reader.verify(desk_key().public_key, "refectory-programme").value();
    const auto files = reader.read_small_files().value();
    const auto with = [&](const std::string& name, const std::function<void(std::string&)>& alter) {
        auto changed = manifest;
        std::vector<ZipEntry> entries;
        for (auto& file : changed.files) {
            auto text = files.at(file.name);
            if (file.name == name) alter(text);
            file = true_manifest_file(file.name, text, file.rows);
            entries.push_back({file.name, text});
        }
        const auto zip = zip_of(signed_entries(write_manifest(changed).value(), desk_key().secret_key, entries));
        return sentence(read_programme(bytes_of(sealed_by_age(zip)), our_age_keys().identity, desk_key().public_key));
    };
    CHECK(with("people.csv", [](std::string&) {}) == "(no error)");
    CHECK(with("people.csv", [](std::string& text) { text += "x\r\n"; }).starts_with("people.csv, line "));
    CHECK(with("people.csv", [](std::string& text) { text.replace(0, 6, "member"); }).starts_with("people.csv, line 1, column 1"));
    CHECK(with("objectives.csv", [](std::string& text) { text += "7,more\r\n"; }).find("announced") != std::string::npos);
    CHECK(with("erased.csv", [](std::string& text) { text += "\""; }).starts_with("erased.csv, line "));
    CHECK(with("erased.csv", [](std::string& text) { text = "person\r\n1e3\r\n"; }).starts_with("erased.csv, line 2, column 1"));
    CHECK(with("note.csv", [](std::string& text) { text += text.substr(text.find('\n') + 1); }) != "(no error)");
    CHECK(with("objectives.csv", [](std::string& text) { text.clear(); }) != "(no error)");
}

TEST_CASE("UTF-8 is told from what only looks like it")
{
    for (const auto* good : {"", "a", "é", "Ł", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "\xF4\x8F\xBF\xBF"}) CHECK(is_utf8(good));
    for (const auto* bad : {"\x80", "\xC3", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80", "a\xFF"})
        CHECK_FALSE(is_utf8(bad));
}
