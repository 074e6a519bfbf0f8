#include "exchange/kiosk_import.hpp"
#include "exchange/programme_file.hpp"
#include "exchange/setup_file.hpp"
#include "exchange/setup_words.hpp"
#include "exchange_fixture.hpp"
#include "random_programme.hpp"

using namespace refectory;

namespace {

const Instant morning = instant_at({std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}}, 9, 0);

KeyPair desk_key() { return make_key_pair(seeded(1)); }

Programme a_programme(std::int64_t serial)
{
    auto programme = ProgrammeMaker{7}.make();
    programme.header.serial = serial;
    programme.receipts.clear();
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
        setup.programme = seal_programme(a_programme(3), our_age_keys().recipient, desk_key().secret_key).value();
    }

    std::filesystem::path setup_file()
    {
        const auto file = folder / ("setup-" + std::to_string(++files));
        REQUIRE(sentence(write_setup(setup, file, words, seeded(4))) == "(no error)");
        return file;
    }
    std::filesystem::path programme_file(const Programme& programme, const std::string& recipient = our_age_keys().recipient,
                                         const SecretKey& key = desk_key().secret_key)
    {
        const auto file = folder / ("programme-" + std::to_string(++files));
        put_text(file, text_of(seal_programme(programme, recipient, key).value()));
        return file;
    }
    std::string set_up() { return sentence(set_up_from(*store, setup_file(), setup_phrase(words), morning)); }
    std::string import(const std::filesystem::path& file)
    {
        return sentence(import_programme(*store, file, morning, ClockTrust::trusted));
    }
    std::int64_t serial()
    {
        const auto header = store->activities().header();
        return header ? header->serial : 0;
    }

    Folder folder;
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
    CHECK(kiosk.import(kiosk.programme_file(a_programme(1))) == "(no error)");
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
    kiosk.setup.programme = seal_programme(a_programme(1), our_age_keys().recipient, make_key_pair(seeded(8)).secret_key).value();
    CHECK(kiosk.set_up() == unusable);
    kiosk.setup.programme = Bytes{1, 2, 3};
    CHECK(kiosk.set_up() == unusable);
    auto of_another = a_programme(1);
    of_another.header.kiosk = "KC-HOSPITAL";
    kiosk.setup.programme = seal_programme(of_another, our_age_keys().recipient, desk_key().secret_key).value();
    CHECK(kiosk.set_up() == "That programme is for another kiosk.");
    CHECK_FALSE(kiosk.store->is_set_up());
    CHECK(kiosk.serial() == 0);

    kiosk.setup.programme.reset();
    CHECK(kiosk.set_up() == "(no error)");
}

TEST_CASE("A newer programme takes the older one's place and says what it was")
{
    NewKiosk kiosk;
    REQUIRE(kiosk.set_up() == "(no error)");
    const auto header = import_programme(*kiosk.store, kiosk.programme_file(a_programme(4)), morning, ClockTrust::untrusted);
    REQUIRE(header);
    CHECK(header->serial == 4);
    CHECK(kiosk.serial() == 4);
}

TEST_CASE("A programme that is older, foreign, changed, cut or another kiosk's is refused and the one that runs stays")
{
    NewKiosk kiosk;
    CHECK(kiosk.import(kiosk.programme_file(a_programme(4))) == "This kiosk has not been set up yet.");
    REQUIRE(kiosk.set_up() == "(no error)");
    CHECK(kiosk.import(kiosk.programme_file(a_programme(3))) == "That programme is not newer than the one that runs here.");
    CHECK(kiosk.import(kiosk.programme_file(a_programme(2))) == "That programme is not newer than the one that runs here.");
    const auto foreign_key = make_key_pair(seeded(8)).secret_key;
    CHECK(kiosk.import(kiosk.programme_file(a_programme(4), our_age_keys().recipient, foreign_key)).find("not signed by the key that is known here") !=
          std::string::npos);
    CHECK(kiosk.import(kiosk.programme_file(a_programme(4), other_age_keys().recipient)).find("sealed for somebody else") != std::string::npos);
    auto of_another = a_programme(4);
    of_another.header.kiosk = "KC-HOSPITAL";
    CHECK(kiosk.import(kiosk.programme_file(of_another)) == "That programme is for another kiosk.");

    const auto whole = file_text(kiosk.programme_file(a_programme(4)));
    put_text(kiosk.folder / "cut", whole.substr(0, whole.size() - 1));
    CHECK(kiosk.import(kiosk.folder / "cut") != "(no error)");
    auto changed = whole;
    changed[whole.size() - 40] = static_cast<char>(changed[whole.size() - 40] ^ 1);
    put_text(kiosk.folder / "changed", changed);
    CHECK(kiosk.import(kiosk.folder / "changed") == "This file is damaged, or was changed on its way. Copy it again.");
    put_text(kiosk.folder / "other", "activity,kind\n");
    CHECK(kiosk.import(kiosk.folder / "other").find("not a sealed file") != std::string::npos);
    CHECK(kiosk.import(kiosk.folder / "none").find("no such file") != std::string::npos);
    CHECK(kiosk.serial() == 3);
    put_text(kiosk.folder / "whole", whole);
    CHECK(kiosk.import(kiosk.folder / "whole") == "(no error)");
}
