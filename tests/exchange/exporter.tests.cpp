#include "desk_in_test.hpp"

#include <thread>

using namespace refectory;
using test::morning;
using test::trusted;

namespace {

Result<Exported> end_of(Exporter& exporter, KioskStore& store)
{
    while (true) {
        if (auto end = exporter.take_end(store, morning, trusted)) return std::move(*end);
        std::this_thread::yield();
    }
}

// So many that the export takes a while.
void record_many(KioskStore& store)
{
    for (int i = 0; i < 3000; ++i) REQUIRE(store.refuse({RefusalReason::expired, PersonId{i + 1}, {}}, morning, trusted));
}

}

TEST_CASE("People sign up while an export runs, and what they do goes with the next one")
{
    const Folder folder, stick;
    const auto store = exporting_store(folder.path());
    record_many(*store);
    Exporter exporter{"test"};
    REQUIRE(exporter.start(*store, stick.path(), morning, trusted));
    CHECK(exporter.is_running());
    CHECK_FALSE(exporter.start(*store, stick.path(), morning, trusted));
    const auto during = store->sign_ups().sign_up(test::lunch, test::raman, morning, trusted);
    REQUIRE(during);
    const auto first = end_of(exporter, *store);
    REQUIRE(first);
    CHECK(first->parcel.facts_up_to < during->key.seq);
    CHECK_FALSE(exporter.is_running());

    DeskInTest desk;
    desk.collect({stick.path()});
    CHECK(desk.number("SELECT count(*) FROM sign_up") == 0);
    REQUIRE(exporter.start(*store, stick.path(), morning, trusted));
    REQUIRE(end_of(exporter, *store));
    desk.collect({stick.path()});
    CHECK(desk.number("SELECT count(*) FROM sign_up") == 1);
    CHECK(desk.number("SELECT count(*) FROM parcel_written") == 1);
}

TEST_CASE("An export that is stopped is recorded nowhere and leaves the stick as it was")
{
    const Folder folder, stick;
    const auto store = exporting_store(folder.path());
    record_many(*store);
    Exporter exporter{"test"};
    REQUIRE(exporter.start(*store, stick.path(), morning, trusted));
    exporter.stop();
    CHECK(sentence(end_of(exporter, *store)) == "The export was stopped. Nothing of it was left behind.");
    CHECK(stick.names().empty());
    CHECK_FALSE(store->exports().newest());
}

TEST_CASE("An exporter that goes away while it runs leaves the stick as it was")
{
    const Folder folder, stick;
    const auto store = exporting_store(folder.path());
    record_many(*store);
    {
        Exporter exporter{"test"};
        REQUIRE(exporter.start(*store, stick.path(), morning, trusted));
    }
    CHECK(stick.names().empty());
}

TEST_CASE("Answers leave with every export until the desk has them, and each only once it may")
{
    const Folder folder, stick;
    const auto store = exporting_store(folder.path());
    REQUIRE(store->answers().record({AnswerKind::question, test::lunch, {}, {}, "What would you do first?"}));
    REQUIRE(store->answers().record({AnswerKind::feedback, test::lunch, {}, Face::useful, ""}));
    for (int i = 0; i < 2; ++i) REQUIRE(export_of(*store, stick.path(), morning));
    DeskInTest desk;
    desk.collect({stick.path()});
    CHECK(desk.number("SELECT count(*) FROM answer WHERE kind = 'question'") == 1);
    CHECK(desk.number("SELECT count(*) FROM answer WHERE kind = 'feedback'") == 0);
    REQUIRE(export_of(*store, stick.path(), morning + std::chrono::days{1}));
    desk.collect({stick.path()});
    CHECK(desk.number("SELECT count(*) FROM answer WHERE kind = 'feedback'") == 1);
}

TEST_CASE("A parcel that stood when the power failed, before it was recorded, keeps no later one from that stick")
{
    const Folder folder, stick;
    const auto store = exporting_store(folder.path());
    {
        Exporter cut_short{"test"};
        REQUIRE(cut_short.start(*store, stick.path(), morning, trusted));
        while (cut_short.progress().step < StickStep::closing) std::this_thread::yield();
    }  // it goes away without its end having been taken
    CHECK_FALSE(store->exports().newest());
    const auto next = export_of(*store, stick.path(), morning);
    INFO(sentence(next));
    REQUIRE(next);
    DeskInTest desk;
    for (const auto& file : desk.collect({stick.path()}).files) CHECK_FALSE(std::holds_alternative<ParcelRefused>(file.outcome));
}
