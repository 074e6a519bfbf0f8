#include "exchange/kiosk_import.hpp"
#include "exchange/programme_file.hpp"
#include "exchange/setup_file.hpp"
#include "exchange/setup_words.hpp"
#include "exchange_fixture.hpp"
#include "random_programme.hpp"
#include "store/store_fixture.hpp"
#include "support/brought.hpp"

using namespace refectory;
using test::morning;

namespace {

KeyPair desk_key() { return make_key_pair(seeded(1)); }

Programme a_programme(std::int64_t serial)
{
    auto programme = ProgrammeMaker{7}.make();
    programme.header.serial = serial;
    programme.receipts.clear();
    programme.decided_for.clear();
    programme.chairs_given.clear();
    programme.erased.clear();
    return programme;
}

// A kiosk that has not been set up, and the desk's files for it.
struct NewKiosk {
    NewKiosk()
    {
        setup.identity = {"MC-ADULTS", "Adults team", "Medway Council", "Gun Wharf", make_key_pair(seeded(2)), our_age_keys().identity,
                          our_age_keys().recipient, desk_key().public_key, other_age_keys().recipient, Origin{"DESK.AB2C"}};
        setup.programme = seal_programme(a_programme(3), our_age_keys().recipient, desk_key().secret_key).value().bytes;
    }

    std::filesystem::path setup_file()
    {
        const auto file = folder / ("setup-" + std::to_string(++files));
        REQUIRE(sentence(write_setup(setup, file, words, seeded(4))) == "(no error)");
        return file;
    }
    static std::string sealed(const Programme& programme, const std::string& recipient = our_age_keys().recipient,
                              const SecretKey& key = desk_key().secret_key)
    {
        return text_of(seal_programme(programme, recipient, key).value().bytes);
    }
    // On the stick, under a name that claims that serial for that kiosk.
    void put(std::int64_t serial, const std::string& text, const std::string& kiosk = "MC-ADULTS") const
    {
        put_text(stick / fmt::format("refectory-programme-{}-{:06}.zip.age", kiosk, serial), text);
    }
    std::string set_up() { return sentence(set_up_from(*store, setup_file(), setup_phrase(words), morning)); }
    // What comes of the stick, which is empty then.
    std::string brings() const
    {
        const auto brought = apply_first_newer(*store, read_programmes(stick.path(), setup.identity), morning, ClockTrust::trusted);
        for (const auto& name : stick.names()) std::filesystem::remove(stick / name);
        return test::words_of(brought);
    }
    std::string brings(std::int64_t serial, const std::string& text) const
    {
        put(serial, text);
        return brings();
    }
    std::int64_t serial()
    {
        const auto header = store->activities().header();
        return header ? header->serial : 0;
    }

    Folder folder, stick;
    int files = 0;
    std::vector<std::string> words = make_setup_words(seeded(5));
    KioskSetup setup;
    std::unique_ptr<KioskStore> store = KioskStore::open(folder / "kiosk", seeded(3), morning).value();
};

}

TEST_CASE("A kiosk is set up from its file with the first programme, and once")
{
    NewKiosk kiosk;
    CHECK(kiosk.set_up() == "(no error)");
    REQUIRE(kiosk.store->is_set_up());
    CHECK(kiosk.store->identity()->age_identity == our_age_keys().identity);
    CHECK(kiosk.serial() == 3);
    CHECK(kiosk.set_up() == "This kiosk has been set up already.");
}

TEST_CASE("A set-up without a programme leaves the kiosk waiting for its first")
{
    NewKiosk kiosk;
    kiosk.setup.programme.reset();
    CHECK(kiosk.set_up() == "(no error)");
    CHECK(kiosk.store->is_set_up());
    CHECK(kiosk.serial() == 0);
    CHECK(kiosk.brings(1, NewKiosk::sealed(a_programme(1))) == "programme 1");
    CHECK(kiosk.serial() == 1);
}

TEST_CASE("A set-up that is refused leaves the kiosk as it was")
{
    NewKiosk kiosk;
    const auto whole = file_text(kiosk.setup_file());
    const auto from = [&](const std::string& text, const std::vector<std::string>& words) {
        put_text(kiosk.folder / "altered", text);
        return sentence(set_up_from(*kiosk.store, kiosk.folder / "altered", setup_phrase(words), morning));
    };
    CHECK(from(whole, make_setup_words(seeded(6))).find("do not open") != std::string::npos);
    CHECK(from(whole.substr(0, whole.size() - 1), kiosk.words).find("not complete") != std::string::npos);
    auto changed = whole;
    changed[whole.size() / 2] = static_cast<char>(changed[whole.size() / 2] ^ 1);
    CHECK(from(changed, kiosk.words).find("damaged") != std::string::npos);
    CHECK(sentence(set_up_from(*kiosk.store, kiosk.folder / "none", setup_phrase(kiosk.words), morning)).find("no such file") != std::string::npos);
    CHECK_FALSE(kiosk.store->is_set_up());

    const std::string unusable = "The first programme in this set-up file cannot be used. Have a new set-up file made at the desk.";
    kiosk.setup.programme = seal_programme(a_programme(1), our_age_keys().recipient, make_key_pair(seeded(8)).secret_key).value().bytes;
    CHECK(kiosk.set_up() == unusable);
    kiosk.setup.programme = Bytes{1, 2, 3};
    CHECK(kiosk.set_up() == unusable);
    auto of_another = a_programme(1);
    of_another.header.kiosk = "KC-HOSPITAL";
    kiosk.setup.programme = seal_programme(of_another, our_age_keys().recipient, desk_key().secret_key).value().bytes;
    CHECK(kiosk.set_up() == "That programme is for another kiosk.");
    CHECK_FALSE(kiosk.store->is_set_up());
    CHECK(kiosk.serial() == 0);

    kiosk.setup.programme.reset();
    CHECK(kiosk.set_up() == "(no error)");
}

TEST_CASE("A newer programme takes the older one's place")
{
    NewKiosk kiosk;
    REQUIRE(kiosk.set_up() == "(no error)");
    CHECK(kiosk.brings(4, NewKiosk::sealed(a_programme(4))) == "programme 4");
    CHECK(kiosk.serial() == 4);
}

TEST_CASE("A programme that is older, foreign, changed, cut or another kiosk's is refused in one sentence and the one that runs stays")
{
    NewKiosk kiosk;
    CHECK(kiosk.brings(4, NewKiosk::sealed(a_programme(4))) == "4: This kiosk has not been set up yet.");
    REQUIRE(kiosk.set_up() == "(no error)");
    CHECK(kiosk.brings() == "(nothing)");
    CHECK(kiosk.brings(3, NewKiosk::sealed(a_programme(3))) == "(nothing)");  // it runs here
    CHECK(kiosk.brings(2, NewKiosk::sealed(a_programme(2))) == "That programme is not newer than the one that runs here.");
    auto before_restoring = a_programme(9);
    before_restoring.header.desk = Origin{"DESK.AAAA"};
    before_restoring.header.desk_begun_at -= std::chrono::days{1};
    CHECK(kiosk.brings(9, NewKiosk::sealed(before_restoring)).starts_with("That programme is of the desk as it was before it was restored."));
    const auto foreign_key = make_key_pair(seeded(8)).secret_key;
    CHECK(kiosk.brings(4, NewKiosk::sealed(a_programme(4), our_age_keys().recipient, foreign_key)) ==
          "4: This file is not signed by the key that is known here. It cannot be used.");
    CHECK(kiosk.brings(4, NewKiosk::sealed(a_programme(4), other_age_keys().recipient)).find("sealed for somebody else") != std::string::npos);
    auto of_another = a_programme(4);
    of_another.header.kiosk = "KC-HOSPITAL";
    CHECK(kiosk.brings(4, NewKiosk::sealed(of_another)) == "4: That programme is for another kiosk.");
    kiosk.put(4, NewKiosk::sealed(of_another, other_age_keys().recipient), "KC-HOSPITAL");
    CHECK(kiosk.brings() == "The programmes on this stick are for other kiosks.");

    const auto whole = NewKiosk::sealed(a_programme(4));
    CHECK(kiosk.brings(4, whole.substr(0, whole.size() - 1)).starts_with("4: "));
    auto changed = whole;
    changed[whole.size() - 40] = static_cast<char>(changed[whole.size() - 40] ^ 1);
    CHECK(kiosk.brings(4, changed) == "4: This file is damaged, or was changed on its way. Copy it again.");
    CHECK(kiosk.brings(4, "activity,kind\n").find("not a sealed file") != std::string::npos);
    CHECK(kiosk.serial() == 3);
    CHECK(kiosk.brings(4, whole) == "programme 4");
}

TEST_CASE("A programme whose name was changed as copying changes it comes in")
{
    NewKiosk kiosk;
    REQUIRE(kiosk.set_up() == "(no error)");
    put_text(kiosk.stick / "Copy of refectory-programme-MC-ADULTS-000004.zip.age", NewKiosk::sealed(a_programme(4)));
    CHECK(kiosk.brings() == "programme 4");
    put_text(kiosk.stick / "REFECTORY-PROGRAMME-MC-ADULTS-000005 (1).ZIP.AGE", NewKiosk::sealed(a_programme(5)));
    CHECK(kiosk.brings() == "programme 5");
}

TEST_CASE("Of several programmes the newest comes in, whatever their names say")
{
    NewKiosk kiosk;
    REQUIRE(kiosk.set_up() == "(no error)");
    for (const std::int64_t renamed : {96, 97, 98, 99}) kiosk.put(renamed, NewKiosk::sealed(a_programme(renamed - 92)));
    kiosk.put(4, NewKiosk::sealed(a_programme(8)));
    CHECK(kiosk.brings() == "programme 8");
    CHECK(kiosk.serial() == 8);
}

TEST_CASE("What a desk publishes after it was put back is newer than all before, whatever its number")
{
    NewKiosk kiosk;
    REQUIRE(kiosk.set_up() == "(no error)");
    kiosk.put(9, NewKiosk::sealed(a_programme(9)));
    auto put_back = a_programme(4);
    put_back.header.desk = Origin{"DESK.ZZZZ"};
    put_back.header.desk_begun_at += std::chrono::days{1};
    kiosk.put(4, NewKiosk::sealed(put_back));
    CHECK(kiosk.brings() == "programme 4");
    CHECK(kiosk.serial() == 4);
}

TEST_CASE("A programme comes in and each that says it is newer and cannot be used is told beside it")
{
    NewKiosk kiosk;
    REQUIRE(kiosk.set_up() == "(no error)");
    kiosk.put(4, NewKiosk::sealed(a_programme(4)));
    kiosk.put(5, NewKiosk::sealed(a_programme(5), our_age_keys().recipient, make_key_pair(seeded(8)).secret_key));
    kiosk.put(6, "cut");
    kiosk.put(2, "cut");
    kiosk.put(7, "cut", "KC-HOSPITAL");
    const auto words = kiosk.brings();
    INFO(words);
    CHECK(words.starts_with("programme 4 6: "));
    CHECK(words.ends_with(" 5: This file is not signed by the key that is known here. It cannot be used."));
    kiosk.put(4, NewKiosk::sealed(a_programme(4)));
    kiosk.put(2, NewKiosk::sealed(a_programme(2)));
    CHECK(kiosk.brings() == "(nothing)");  // what runs here is on it, and the rest is from before
}
