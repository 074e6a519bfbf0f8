#include "store/kiosk_store.hpp"
#include "support/folder.hpp"
#include "support/randomness.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <memory>

using namespace refectory;
using namespace std::chrono_literals;

namespace {

using test::file_text;
using test::Folder;
using test::seeded;

const Instant moment{500'000h};

Programme programme(std::int64_t serial, int allotment)
{
    Programme made;
    made.header = {Origin{"DESK.TEST"}, serial, moment, "MC-ADULTS", "Adults team", "Medway Council", "Gun Wharf"};
    Activity lunch;
    lunch.id = ActivityId{"LUNCH"};
    lunch.topic = "A lunch";
    lunch.starts = moment + 1h;
    lunch.ends = moment + 2h;
    lunch.invited.everybody = true;
    lunch.capacity = 8;
    lunch.allotment = allotment;
    made.activities.push_back(lunch);
    for (std::int64_t id = 1; id <= 6; ++id) {
        Person person;
        person.id = PersonId{id};
        person.name = "Annabel Number " + std::string(1, static_cast<char>('A' + id));
        person.team = "Adults team";
        made.people.push_back(person);
    }
    made.note.version = 1;
    return made;
}

std::unique_ptr<KioskStore> set_up(const Folder& folder, int allotment = 2)
{
    auto store = KioskStore::open(folder.path(), seeded(1), moment).value();
    KioskIdentity identity;
    identity.code = "MC-ADULTS";
    identity.team = "Adults team";
    const auto first = programme(1, allotment);
    REQUIRE(store->set_up(identity, &first, moment));
    return store;
}

std::filesystem::perms permissions_of(const std::filesystem::path& file) { return std::filesystem::status(file).permissions(); }

}

TEST_CASE("the tables of facts have the columns that the facts describe")
{
    Folder folder;
    const auto store = set_up(folder);
    SQLite::Database database{(folder.path() / "kiosk.db").string()};
    for (const auto& table : fact_tables()) {
        SQLite::Statement query{database, "SELECT name FROM pragma_table_info(?)"};
        query.bind(1, std::string{table.name});
        std::vector<std::string> columns;
        while (query.executeStep()) columns.push_back(query.getColumn(0).getString());
        std::vector<std::string> described{"origin", "seq"};
        for (const auto& column : table.columns) described.push_back(column.name);
        INFO(table.name);
        CHECK(columns == described);
    }
}

TEST_CASE("facts are never changed and never deleted")
{
    Folder folder;
    const auto store = set_up(folder);
    REQUIRE(store->sign_ups().sign_up(ActivityId{"LUNCH"}, PersonId{1}, moment, ClockTrust::trusted));
    SQLite::Database database{(folder.path() / "kiosk.db").string(), SQLite::OPEN_READWRITE};
    CHECK_THROWS(database.exec("UPDATE sign_up SET person = 2"));
    CHECK_THROWS(database.exec("DELETE FROM sign_up"));
    CHECK_THROWS(database.exec("UPDATE fact SET at = 0"));
}

TEST_CASE("the numbers have no gap and each hash holds the one before")
{
    Folder folder;
    const auto store = set_up(folder);
    for (std::int64_t person = 1; person <= 4; ++person)
        REQUIRE(store->sign_ups().sign_up(ActivityId{"LUNCH"}, PersonId{person}, moment, ClockTrust::trusted));
    SQLite::Database database{(folder.path() / "kiosk.db").string()};
    SQLite::Statement facts{database, "SELECT f.seq, f.at, f.order_at, f.clock, f.hash, s.activity, s.person, f.origin FROM fact f LEFT JOIN sign_up s USING (origin, seq) ORDER BY f.seq"};
    std::int64_t expected = 0, sign_ups = 0;
    Digest before{};
    while (facts.executeStep()) {
        CHECK(facts.getColumn(0).getInt64() == ++expected);
        const auto kept = facts.getColumn(4).getString();
        Digest hash{};
        std::copy(kept.begin(), kept.end(), hash.begin());
        if (!facts.getColumn(5).isNull()) {
            ++sign_ups;
            const Spine spine{{Origin{facts.getColumn(7).getString()}, expected}, from_milliseconds(facts.getColumn(1).getInt64()),
                              from_milliseconds(facts.getColumn(2).getInt64()), ClockTrust::trusted};
            const FactBody body = SignUp{ActivityId{facts.getColumn(5).getString()}, PersonId{facts.getColumn(6).getInt64()}};
            CHECK(hash == hash_of(before, spine, "sign_up", values_of(body)));
        }
        before = hash;
    }
    CHECK(sign_ups == 4);
}

TEST_CASE("a programme with fewer chairs takes no promise away and says what it kept and released")
{
    Folder folder;
    const auto store = set_up(folder, 4);
    for (std::int64_t person = 1; person <= 3; ++person)
        REQUIRE(store->sign_ups().sign_up(ActivityId{"LUNCH"}, PersonId{person}, moment, ClockTrust::trusted));
    REQUIRE(store->apply_programme(programme(2, 1), moment, ClockTrust::trusted));
    CHECK(store->activities().places(ActivityId{"LUNCH"}).promised() == 3);
    CHECK(store->activities().places(ActivityId{"LUNCH"}).chairs() == 3);
    SQLite::Database database{(folder.path() / "kiosk.db").string()};
    SQLite::Statement newest{database, "SELECT chairs, kept, released FROM allotment_applied ORDER BY seq DESC LIMIT 1"};
    REQUIRE(newest.executeStep());
    CHECK(newest.getColumn(0).getInt() == 3);
    CHECK(newest.getColumn(1).getInt() == 2);
    CHECK(newest.getColumn(2).getInt() == 1);
}

TEST_CASE("a programme of another kiosk or no newer one is refused in a sentence and changes nothing")
{
    Folder folder;
    const auto store = set_up(folder);
    CHECK_FALSE(store->apply_programme(programme(1, 5), moment, ClockTrust::trusted));
    auto foreign = programme(2, 5);
    foreign.header.kiosk = "KC-HOSPITAL";
    CHECK_FALSE(store->apply_programme(foreign, moment, ClockTrust::trusted));
    CHECK(store->activities().places(ActivityId{"LUNCH"}).chairs() == 2);
}

TEST_CASE("a database behind the mark beside it begins a new origin, keeps what it has and promises nothing more")
{
    Folder folder;
    {
        const auto store = set_up(folder);
        REQUIRE(store->sign_ups().sign_up(ActivityId{"LUNCH"}, PersonId{1}, moment, ClockTrust::trusted));
    }
    std::filesystem::copy_file(folder.path() / "kiosk.db", folder.path() / "old.db");
    {
        const auto store = KioskStore::open(folder.path(), seeded(2), moment).value();
        REQUIRE(store->sign_ups().sign_up(ActivityId{"LUNCH"}, PersonId{2}, moment, ClockTrust::trusted));
    }
    std::filesystem::rename(folder.path() / "old.db", folder.path() / "kiosk.db");
    const auto store = KioskStore::open(folder.path(), seeded(3), moment).value();
    REQUIRE(store->sign_ups().sign_up(ActivityId{"LUNCH"}, PersonId{3}, moment, ClockTrust::trusted));
    CHECK(store->activities().places(ActivityId{"LUNCH"}).promised() == 1);  // who had the other chair is not known any more
    CHECK(store->activities().places(ActivityId{"LUNCH"}).waiting() == 1);
    SQLite::Database database{(folder.path() / "kiosk.db").string()};
    CHECK(database.execAndGet("SELECT count(*) FROM origin_begun").getInt() == 2);
    CHECK(database.execAndGet("SELECT reason FROM origin_begun WHERE generation = 2").getString() == "behind mark");
}

TEST_CASE("no order of sign-ups and answers shows in any byte which answer came with whom")
{
    // The same people and the same answers in two pairings; the clock runs alike, and the answers' keys are their own.
    const auto bytes_after = [](bool crossed) {
        Folder folder;
        const auto store = set_up(folder, 8);
        for (int i = 0; i < 2; ++i) {
            REQUIRE(store->sign_ups().sign_up(ActivityId{"LUNCH"}, PersonId{i + 1}, moment + i * 1s, ClockTrust::trusted));
            Answer answer;
            answer.activity = ActivityId{"LUNCH"};
            answer.words = (i == 0) != crossed ? "the first answer" : "the second answer";
            // A key for each answer, whenever it comes.
            auto answers = Answers::open(folder.path() / "answers.db", seeded(answer.words.contains("first") ? 11 : 12)).value();
            REQUIRE(answers->record(answer));
        }
        return std::vector{file_text(folder.path() / "kiosk.db"), file_text(folder.path() / "kiosk.db-wal"),
                           file_text(folder.path() / "answers.db"), file_text(folder.path() / "mark")};
    };
    const auto straight = bytes_after(false), crossed = bytes_after(true);
    CHECK(straight[0] == crossed[0]);
    // A log has a salt of its own in each run; its rows are compared by what stands in them.
    CHECK_FALSE(straight[1].contains("answer came"));
    CHECK_FALSE(straight[1].contains("the first answer"));
    CHECK(straight[2] == crossed[2]);
    CHECK(straight[3] == crossed[3]);
}

TEST_CASE("a refusal that repeats is one row")
{
    Folder folder;
    const auto store = set_up(folder);
    const Refusal expired{RefusalReason::expired, PersonId{1}, PassNumber{3}};
    for (int i = 0; i < 3; ++i) REQUIRE(store->refuse(expired, moment + i * 1min, ClockTrust::trusted));
    REQUIRE(store->refuse({RefusalReason::damaged, {}, {}}, moment + 4min, ClockTrust::trusted));
    SQLite::Database database{(folder.path() / "kiosk.db").string()};
    CHECK(database.execAndGet("SELECT count(*) FROM refusal").getInt() == 2);
}

TEST_CASE("a database of a newer program is refused in a sentence")
{
    Folder folder;
    SQLite::Database{(folder.path() / "kiosk.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}.exec("PRAGMA user_version = 99");
    const auto newer = KioskStore::open(folder.path(), seeded(1), moment);
    REQUIRE_FALSE(newer);
    CHECK(newer.error().sentence.contains("newer"));
}

TEST_CASE("a folder of the kiosk's own is closed to others, everybody's folder is not, and what is kept in it is closed by itself")
{
    using std::filesystem::perms;
    const perms own = perms::owner_all, readable = perms::owner_all | perms::group_read | perms::group_exec | perms::others_read | perms::others_exec;
    const perms everybodys = perms::all & ~(perms::set_uid | perms::set_gid);
    const Folder folder;
    const auto data = folder / "data";
    const auto open_in = [&](perms permissions) {
        std::filesystem::permissions(data, permissions);
        REQUIRE(KioskStore::open(data, seeded(1), moment));
        return permissions_of(data);
    };
    SECTION("one that it makes")
    {
        REQUIRE(KioskStore::open(data, seeded(1), moment));
        CHECK(permissions_of(data) == own);
    }
    SECTION("one that is there already")
    {
        std::filesystem::create_directory(data);
        CHECK(open_in(readable) == readable);
        for (const auto& entry : std::filesystem::recursive_directory_iterator{data}) {
            INFO(entry.path());
            CHECK((permissions_of(entry.path()) & (perms::group_all | perms::others_all)) == perms::none);
        }
        CHECK(open_in(everybodys) == everybodys);
        CHECK(open_in(readable) == own);
    }
}
