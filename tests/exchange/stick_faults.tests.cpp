// Rounds with a stick that fails at each of the operations that a round needs, one after the other, until a round goes through
// without having met the fault.
#include "desk_in_test.hpp"
#include "exchange/durable_file.hpp"
#include "exchange/programme_file.hpp"
#include "faults/failing_stick.hpp"

#include <set>
#include <thread>

using namespace refectory;
using test::Fails;
using test::FailingStick;
namespace operation = test::operation;
using test::morning;
using test::trusted;

namespace {

const auto out_too_early = error_of(StickFault::pulled_out).sentence;

struct Fault {
    int operations = 0, error = 0;
    Fails fails = Fails::once;
};

// A kiosk with enough to say for a parcel of several writes, and a stick with a programme for it.
struct KioskWithFailingStick {
    static constexpr int refusals = 40;

    KeyPair desk = make_key_pair(seeded(22));
    Folder folder{test::room_in_memory()};
    FailingStick stick;
    std::unique_ptr<KioskStore> store = [this] {
        auto own = test::identity();
        own.signing = kiosk_key();
        own.desk_recipient = own.age_recipient = our_age_keys().recipient;
        own.age_identity = our_age_keys().identity;
        own.desk_key = desk.public_key;
        return test::store_set_up(folder.path(), seeded(1), own);
    }();
    Exporter exporter{"test"};
    FoundProgrammes found;

    KioskWithFailingStick()
    {
        for (int i = 0; i < refusals; ++i) REQUIRE(store->refuse({RefusalReason::expired, PersonId{i + 1}, {}}, morning, trusted));
        REQUIRE(write_programme(test::programme(4), stick.behind.path(), our_age_keys().recipient, desk.secret_key));
    }

    Result<Exported> go()
    {
        REQUIRE(exporter.start(*store, stick.path(), morning, trusted));
        while (true) {
            auto end = exporter.take_end(*store, morning, trusted);
            if (!end) {
                std::this_thread::sleep_for(std::chrono::milliseconds{1});
                continue;
            }
            found = exporter.take_found();
            return std::move(*end);
        }
    }
    bool brings() const { return found.good.size() == 1 && found.good.front().header.serial == 4 && found.refused.empty(); }

    std::vector<std::string> beside_the_programme() const
    {
        auto names = stick.behind.names();
        std::erase_if(names, [](const std::string& name) { return name.starts_with(programme_format); });
        return names;
    }
    void clear() const
    {
        for (const auto& name : beside_the_programme()) std::filesystem::remove(stick.behind / name);
    }

    // Calls `holds` after every round with what became of it. Whatever did: a parcel that stands on the stick is whole, one that was
    // told to stand is there, and where none was, the kiosk knows of none and has as much to send as before.
    void at_each(const Fault& fault, const std::function<void(const Result<Exported>&)>& holds)
    {
        for (int n = 1;; ++n) {
            const auto before = store->exports().newest();
            stick.let_fail(fault.operations, n, fault.error, fault.fails);
            const auto exported = go();
            const bool has_failed = stick.has_failed();
            stick.mend();
            INFO("at " << n << " of " << fault.operations << ": " << sentence(exported));
            const auto newest = store->exports().newest();
            CHECK((newest ? newest->parcel.parcel : 0) == (exported ? exported->parcel.parcel : before ? before->parcel.parcel : 0));
            CHECK(store->exports().waiting(morning).facts == facts_to_send);
            if (exported) CHECK(exported->sha256 == sha256(bytes_of(file_text(stick.behind / exported->file.filename()))));
            for (const auto& name : beside_the_programme())
                if (name.ends_with(".age")) CHECK(refusals_in(stick.behind / name) == refusals);
            holds(exported);
            if (!has_failed) break;
            clear();
        }
        CHECK(store->exports().newest());
        CHECK(brings());
        DeskInTest at_desk;
        taken(at_desk.collect({stick.behind.path()}));
        CHECK(at_desk.number("SELECT count(*) FROM refusal") == refusals);
        clear();
    }
    // At each: the programme comes in, and a parcel that could not be kept leaves nothing behind and is told for what kept it from it.
    void keeps_all_or_nothing(const Fault& fault)
    {
        int failures = 0;
        at_each(fault, [&](const Result<Exported>& exported) {
            CHECK(brings());
            if (exported) return;
            ++failures;
            CHECK(exported.error().sentence == sentence_of(fault.error));
            CHECK(beside_the_programme().empty());
        });
        CHECK(failures > 0);  // one in the middle of a long write is made up for by the next
    }
    // As the desk reads it; none of it counts where one byte is not as it was sealed.
    static int refusals_in(const std::filesystem::path& parcel)
    {
        int count = 0;
        const auto pass_over = [](const auto&) -> Result<> { return {}; };
        const auto count_refusal = [&](const FactTable& table, const FactRow&) -> Result<> {
            if (table.name == "refusal") ++count;
            return {};
        };
        const auto read = read_parcel(parcel, our_age_keys().identity, key_of, {pass_over, count_refusal, pass_over, pass_over, pass_over});
        INFO(parcel.filename() << ": " << sentence(read));
        CHECK(read);
        return count;
    }

    const std::int64_t facts_to_send = store->exports().waiting(morning).facts + refusals;
};

}

TEST_CASE("A stick that fails at a write, a flush or a name, once or from then on, leaves a whole day or nothing, and brings the programme")
{
    if (const auto why = FailingStick::missing(); !why.empty()) SKIP(why);
    KioskWithFailingStick kiosk;
    for (const int operations : {operation::write, operation::flush, operation::name}) kiosk.keeps_all_or_nothing({operations, EIO});
    for (const int operations : {operation::write, operation::flush}) kiosk.keeps_all_or_nothing({operations, EIO, Fails::from_then_on});
}

TEST_CASE("A stick that is full at any write or flush is told to be, keeps nothing of the day, and brings the programme")
{
    if (const auto why = FailingStick::missing(); !why.empty()) SKIP(why);
    KioskWithFailingStick kiosk;
    for (const int operations : {operation::write, operation::flush}) kiosk.keeps_all_or_nothing({operations, ENOSPC, Fails::from_then_on});
}

TEST_CASE("A stick that is pulled out at any moment is told to be, and no parcel on it is half there")
{
    if (const auto why = FailingStick::missing(); !why.empty()) SKIP(why);
    KioskWithFailingStick kiosk;
    for (const int error : {ENODEV, EIO})
        kiosk.at_each({operation::any, error, Fails::from_then_on}, [&](const Result<Exported>& exported) {
            if (!exported) CHECK(exported.error().sentence == out_too_early);
            CHECK(kiosk.found.refused.empty());  // it is told once
        });
}

TEST_CASE("A stick that lies about one byte at any read or write is found out, or has lied about something else")
{
    if (const auto why = FailingStick::missing(); !why.empty()) SKIP(why);
    KioskWithFailingStick kiosk;
    std::set<std::string> told;
    for (const int operations : {operation::read, operation::write})
        kiosk.at_each({operations, test::a_lie}, [&](const Result<Exported>& exported) {
            if (exported) return;
            CHECK(kiosk.beside_the_programme().empty());
            told.insert(exported.error().sentence);
        });
    CHECK(told == std::set{error_of(StickFault::lies).sentence});
}

TEST_CASE("A programme that a stick gives back otherwise than it was written does not stand there")
{
    if (const auto why = FailingStick::missing(); !why.empty()) SKIP(why);
    FailingStick stick;
    std::set<std::string> told;
    for (const int operations : {operation::read, operation::write})
        for (int n = 1, has_failed = 1; has_failed; ++n) {
            stick.let_fail(operations, n, test::a_lie, Fails::once);
            const auto written = write_programme(test::programme(4), stick.path(), our_age_keys().recipient, kiosk_key().secret_key);
            has_failed = stick.has_failed();
            stick.mend();
            CHECK(stick.behind.names().empty() == !written);
            if (written) std::filesystem::remove(stick.behind / written->file.filename());
            else told.insert(written.error().sentence);
        }
    CHECK(told == std::set<std::string>{"What was written does not read back as it was. The stick or disk is faulty: use another one."});
}

TEST_CASE("Where one look or read fails, what is not read does not come in, all else does, and each is told for what it is")
{
    if (const auto why = FailingStick::missing(); !why.empty()) SKIP(why);
    KioskWithFailingStick kiosk;
    for (const int operations : {operation::look, operation::read})
        kiosk.at_each({operations, EIO}, [&](const Result<Exported>& exported) {
            if (!exported && exported.error().sentence != out_too_early) CHECK(exported.error().sentence == sentence_of(EIO));
            if (exported && !kiosk.brings()) {
                REQUIRE(kiosk.found.refused.size() == 1);
                CHECK(kiosk.found.refused.front().why.sentence == sentence_of(EIO));
            }
            CHECK((exported || kiosk.brings() || exported.error().sentence == out_too_early));
        });
}
