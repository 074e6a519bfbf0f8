#include "desk_in_test.hpp"
#include "exchange/companion_page.hpp"
#include "exchange/fingerprint.hpp"
#include "exchange/kiosk_import.hpp"
#include "exchange/programme_file.hpp"
#include "support/brought.hpp"

#include <csignal>
#include <sys/resource.h>
#include <thread>

using namespace refectory;
using test::morning;
using test::trusted;

namespace {

// A folder that behaves as sticks do that go wrong: what it does is done when it is opened or closed.
class BadStick : public FolderStick {
public:
    using FolderStick::FolderStick;

    std::function<void()> before_writing = [] {}, before_reading = [] {}, once_read = [] {}, after = [] {};
    std::optional<StickFault> at_open, at_writing, at_close, at_let_go;
    bool is_gone = false, was_let_go = false;
    int opened = 0, closings_that_work = 0;
    std::optional<int> fails_to_open_after;

    std::expected<std::filesystem::path, StickFault> open(StickAccess access) override
    {
        ++opened;
        if (at_open) return std::unexpected(*at_open);
        if (fails_to_open_after && opened > *fails_to_open_after) return std::unexpected(StickFault::unreadable);
        if (at_writing && access == StickAccess::writing) return std::unexpected(*at_writing);
        (access == StickAccess::reading ? before_reading : before_writing)();
        auto folder = FolderStick::open(access);
        if (access == StickAccess::reading) once_read();
        return folder;
    }
    std::expected<void, StickFault> close() override
    {
        after();
        if (at_close && --closings_that_work < 0) return std::unexpected(*at_close);
        return {};
    }
    std::expected<void, StickFault> let_go() override
    {
        if (at_let_go) return std::unexpected(*at_let_go);
        was_let_go = true;
        return {};
    }
    bool is_there() override { return !is_gone && FolderStick::is_there(); }
};

struct KioskWithStick {
    KeyPair desk = make_key_pair(seeded(21));
    Folder folder, stick;
    std::unique_ptr<KioskStore> store = [this] {
        auto own = test::identity();
        own.signing = kiosk_key();
        own.desk_recipient = own.age_recipient = our_age_keys().recipient;
        own.age_identity = our_age_keys().identity;
        own.desk_key = desk.public_key;
        return test::store_set_up(folder.path(), seeded(1), own);
    }();
    std::shared_ptr<BadStick> device = std::make_shared<BadStick>(stick.path());
    Exporter exporter{"test"};

    Result<Exported> go()
    {
        REQUIRE(exporter.start(*store, device, morning, trusted));
        while (true) {
            if (auto end = exporter.take_end(*store, morning, trusted)) return std::move(*end);
            std::this_thread::yield();
        }
    }
    Result<Exported> look()
    {
        REQUIRE(exporter.start_looking(*store, device));
        while (true) {
            if (auto end = exporter.take_end(*store, morning, trusted)) return std::move(*end);
            std::this_thread::yield();
        }
    }
    // While the stick is written to, no file may grow beyond that.
    Result<Exported> go_with_files_up_to(rlim_t bytes)
    {
        const auto before = std::signal(SIGXFSZ, SIG_IGN);
        rlimit kept{};
        ::getrlimit(RLIMIT_FSIZE, &kept);
        device->before_writing = [&] {
            const rlimit limit{bytes, kept.rlim_max};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        };
        device->after = [&] { ::setrlimit(RLIMIT_FSIZE, &kept); };
        auto exported = go();
        std::signal(SIGXFSZ, before);
        return exported;
    }
    void put_programme(std::int64_t serial, const std::filesystem::path& where) const { put_programme(serial, where, desk.secret_key); }
    static void put_programme(std::int64_t serial, const std::filesystem::path& where, const SecretKey& of_desk)
    {
        std::filesystem::create_directories(where);
        REQUIRE(write_programme(test::programme(serial), where, our_age_keys().recipient, of_desk));
    }
    std::string brings() { return test::words_of(apply_first_newer(*store, exporter.take_found(), morning, trusted)); }
};

}

TEST_CASE("A round leaves a parcel and a page in plain words that names nobody, and lets go of the stick")
{
    KioskWithStick kiosk;
    REQUIRE(kiosk.store->sign_ups().sign_up(test::lunch, test::raman, morning, trusted));
    const auto exported = kiosk.go();
    INFO(sentence(exported));
    REQUIRE(exported);
    CHECK(kiosk.device->was_let_go);
    CHECK(kiosk.device->opened == 2);
    CHECK(exported->sha256 == sha256(bytes_of(file_text(exported->file))));
    const auto page = file_text(companion_page_of(exported->file));
    CHECK(page.find(fingerprint_words(exported->sha256)) != std::string::npos);
    CHECK(page.find(exported->file.filename().string()) != std::string::npos);
    CHECK(page.find("refectory-desk round") != std::string::npos);
    CHECK(page.find("Raman") == std::string::npos);
    CHECK(page.find("{") == std::string::npos);
    DeskInTest desk;
    desk.collect({kiosk.stick.path()});
    CHECK(desk.number("SELECT count(*) FROM sign_up") == 1);
}

TEST_CASE("A stick that gives back something else than was written is told, and keeps nothing")
{
    KioskWithStick kiosk;
    kiosk.device->before_reading = [&] {
        for (const auto& name : kiosk.stick.names())
            if (name.ends_with(".age")) put_text(kiosk.stick / name, "something else");
    };
    CHECK(sentence(kiosk.go()) == error_of(StickFault::lies).sentence);
    CHECK(kiosk.stick.names().empty());
    CHECK_FALSE(kiosk.store->exports().newest());
    CHECK_FALSE(kiosk.device->was_let_go);
    REQUIRE(kiosk.exporter.last_failure());
}

TEST_CASE("A stick that is pulled out before it is read back, or cannot be opened or closed, is told, and the next round works")
{
    KioskWithStick kiosk;
    kiosk.device->before_reading = [&] {
        std::filesystem::remove_all(kiosk.stick.path());
        kiosk.device->is_gone = true;
    };
    CHECK(sentence(kiosk.go()) == error_of(StickFault::pulled_out).sentence);
    kiosk.device->before_reading = [] {};
    kiosk.device->is_gone = false;
    std::filesystem::create_directories(kiosk.stick.path());
    for (const auto fault : {StickFault::no_service, StickFault::in_use, StickFault::not_allowed, StickFault::not_ours, StickFault::unreadable}) {
        kiosk.device->at_open = fault;
        CHECK(sentence(kiosk.go()) == error_of(fault).sentence);
    }
    kiosk.device->at_open.reset();
    kiosk.device->at_close = StickFault::in_use;
    CHECK(sentence(kiosk.go()) == error_of(StickFault::in_use).sentence);
    kiosk.device->at_close.reset();
    CHECK_FALSE(kiosk.store->exports().newest());
    CHECK(kiosk.go());
}

TEST_CASE("A stick that cannot be closed at the end holds the day, is not let go, and is not said to be free")
{
    KioskWithStick kiosk;
    kiosk.device->at_close = StickFault::in_use;
    kiosk.device->closings_that_work = 1;
    const auto exported = kiosk.go();
    REQUIRE(exported);
    CHECK_FALSE(kiosk.exporter.is_closed());
    CHECK_FALSE(kiosk.device->was_let_go);
    CHECK(kiosk.store->exports().newest());
    CHECK(kiosk.stick.names().size() == 2);
}

TEST_CASE("A stick that keeps its power may be taken once it is closed")
{
    KioskWithStick kiosk;
    kiosk.device->at_let_go = StickFault::not_allowed;
    const auto exported = kiosk.go();
    REQUIRE(exported);
    CHECK(kiosk.exporter.is_closed());
}

TEST_CASE("A programme that is one folder down comes in, a link is refused, one that is deeper is not seen, and nothing comes in twice")
{
    KioskWithStick kiosk;
    const Folder elsewhere;
    kiosk.put_programme(4, kiosk.stick / "desk");
    kiosk.put_programme(5, kiosk.stick.path() / "far" / "away");
    kiosk.put_programme(6, elsewhere.path());
    std::filesystem::create_directory_symlink(elsewhere.path(), kiosk.stick / "linked");
    std::filesystem::create_symlink(elsewhere / elsewhere.names().front(), kiosk.stick / elsewhere.names().front());
    constexpr auto link = "6: This is a link or a device, not a file. It was not opened.";
    REQUIRE(kiosk.go());
    CHECK(kiosk.brings() == std::string{"programme 4 "} + link);
    REQUIRE(kiosk.go());
    CHECK(kiosk.brings() == link);
}

TEST_CASE("A programme comes in though many of a desk that is gone, with higher numbers, lie beside it")
{
    KioskWithStick kiosk;
    for (std::int64_t serial = 10; serial < 20; ++serial) KioskWithStick::put_programme(serial, kiosk.stick.path(), make_key_pair(seeded(22)).secret_key);
    kiosk.put_programme(4, kiosk.stick.path());
    REQUIRE(kiosk.go());
    CHECK(kiosk.brings().starts_with("programme 4 19: This file is not signed by the key that is known here."));
}

TEST_CASE("A parcel that cannot be written keeps no programme from coming in")
{
    KioskWithStick kiosk;
    kiosk.put_programme(4, kiosk.stick.path());
    const auto exported = kiosk.go_with_files_up_to(16);
    CHECK(sentence(exported) == "The file is too large for this stick. Use one that holds larger files.");
    CHECK(kiosk.stick.names().size() == 1);
    CHECK(kiosk.brings() == "programme 4");
}

TEST_CASE("A stick that does not open for writing is told of, and its programme comes in all the same")
{
    KioskWithStick kiosk;
    kiosk.put_programme(4, kiosk.stick.path());
    kiosk.device->at_writing = StickFault::not_ours;
    CHECK(sentence(kiosk.go()) == error_of(StickFault::not_ours).sentence);
    CHECK(kiosk.brings() == "programme 4");
    REQUIRE(kiosk.exporter.last_failure());
}

TEST_CASE("A stick that can only be read is never opened for writing, brings its programme, and no export has failed by that")
{
    KioskWithStick kiosk;
    kiosk.put_programme(4, kiosk.stick.path());
    kiosk.device->before_writing = [] { FAIL("opened for writing"); };
    CHECK(sentence(kiosk.look()) == stick_was_only_read);
    CHECK(kiosk.brings() == "programme 4");
    CHECK(kiosk.stick.names().size() == 1);
    CHECK_FALSE(kiosk.exporter.last_failure());
    CHECK_FALSE(kiosk.store->exports().newest());
}

TEST_CASE("Looking at a stick that can only be read is stopped by whoever stops it, and nothing comes in by that")
{
    KioskWithStick kiosk;
    kiosk.put_programme(4, kiosk.stick.path());
    kiosk.device->once_read = [&] { kiosk.exporter.stop(); };
    CHECK(sentence(kiosk.look()) == export_was_stopped);
    CHECK(kiosk.brings() == "(nothing)");
    CHECK_FALSE(kiosk.exporter.last_failure());
}

TEST_CASE("Wherever a stick stops taking bytes, there is nothing of the parcel on it, or the whole")
{
    KioskWithStick kiosk;
    const auto whole = kiosk.go();
    REQUIRE(whole);
    const auto size = std::filesystem::file_size(whole->file);
    for (const auto& name : kiosk.stick.names()) std::filesystem::remove(kiosk.stick / name);
    const auto parcels = [&] { return std::ranges::count_if(kiosk.stick.names(), [](const std::string& name) { return name.ends_with(".age"); }); };
    for (rlim_t limit = 0; limit < size; limit += size / 12) {
        INFO(limit << " of " << size);
        CHECK_FALSE(kiosk.go_with_files_up_to(limit));
        CHECK(kiosk.stick.names().empty());
        CHECK(kiosk.store->exports().newest()->parcel.parcel == 1);
    }
    CHECK(kiosk.go_with_files_up_to(size * 2));
    CHECK(parcels() == 1);
}

TEST_CASE("A round that is stopped while the stick is read back takes away what it wrote and brings nothing in")
{
    KioskWithStick kiosk;
    kiosk.put_programme(4, kiosk.stick.path());
    kiosk.device->before_reading = [&] { kiosk.exporter.stop(); };
    CHECK(sentence(kiosk.go()) == export_was_stopped);
    CHECK(kiosk.stick.names().size() == 1);
    CHECK(kiosk.brings() == "(nothing)");
}

TEST_CASE("A round is stopped between two programmes")
{
    KioskWithStick kiosk;
    for (std::int64_t serial = 10; serial < 40; ++serial) KioskWithStick::put_programme(serial, kiosk.stick.path(), make_key_pair(seeded(22)).secret_key);
    int asked = 0;
    StickErrand errand{*kiosk.store->identity(), AgeSealer::start(kiosk.store->identity()->desk_recipient), next_parcel(*kiosk.store, "test", morning, trusted)};
    const auto round = go_round(*kiosk.device, errand, [&](const StickProgress& progress) {
        if (progress.step != StickStep::bringing) return asked > 0 ? GoOn::stop : GoOn::yes;
        return ++asked > 3 ? GoOn::stop : GoOn::yes;
    });
    CHECK(asked == 4);
    CHECK(sentence(round.written) == export_was_stopped);
    CHECK(kiosk.stick.names().size() == 30);
}

TEST_CASE("A round goes on with its bar and can be stopped before the stick is closed, and what was written is taken away again")
{
    KioskWithStick kiosk;
    std::vector<float> done;
    bool stops = false;
    const auto go = [&] {
        StickErrand errand{*kiosk.store->identity(), AgeSealer::start(kiosk.store->identity()->desk_recipient), next_parcel(*kiosk.store, "test", morning, trusted)};
        return go_round(*kiosk.device, errand, [&](const StickProgress& progress) {
            done.push_back(progress.done);
            return stops && progress.step == StickStep::closing && progress.bytes > 0 && progress.done > 0.5F ? GoOn::stop : GoOn::yes;
        });
    };
    REQUIRE(go().written);
    CHECK(std::ranges::is_sorted(done));
    stops = true;
    const auto before = kiosk.stick.names();
    CHECK(sentence(go().written) == export_was_stopped);
    CHECK(kiosk.stick.names() == before);
    CHECK(kiosk.device->opened == 4);  // once more, to take it away
}

TEST_CASE("A round that is stopped and can take nothing away says that something may be left, and the desk takes what is")
{
    KioskWithStick kiosk;
    REQUIRE(kiosk.store->sign_ups().sign_up(test::lunch, test::raman, morning, trusted));
    SECTION("the stick cannot be opened once more")
    {
        kiosk.device->before_reading = [&] {
            kiosk.exporter.stop();
            kiosk.device->fails_to_open_after = kiosk.device->opened;
        };
    }
    SECTION("the stick is pulled out")
    {
        kiosk.device->once_read = [&] {
            kiosk.exporter.stop();
            kiosk.device->is_gone = true;
        };
    }
    CHECK(sentence(kiosk.go()) == export_left_behind);
    CHECK_FALSE(kiosk.store->exports().newest());
    DeskInTest desk;
    desk.collect({kiosk.stick.path()});
    CHECK(desk.number("SELECT count(*) FROM sign_up") <= 1);
}

TEST_CASE("Where a parcel of that name stands already, the next one takes another and both are collected")
{
    KioskWithStick kiosk;
    const auto first = kiosk.go();
    REQUIRE(first);
    const auto next = kiosk.stick / "refectory-MC-ADULTS-20261124-000002.zip.age";
    std::filesystem::copy_file(first->file, next);
    const auto second = kiosk.go();
    REQUIRE(second);
    CHECK(second->file.filename() == "refectory-MC-ADULTS-20261124-000002-2.zip.age");
    DeskInTest desk;
    CHECK(desk.collect({kiosk.stick.path()}).files.size() == 3);
}
