#include "exchange/inspect.hpp"
#include "exchange/programme_file.hpp"
#include "exchange/setup_file.hpp"
#include "exchange/setup_words.hpp"
#include "parcel_maker.hpp"
#include "random_programme.hpp"

#include <algorithm>
#include <map>

using namespace refectory;

namespace {

MadeParcel a_parcel()
{
    MadeOrigin made{Origin{"MC-ADULTS.AAAA"}};
    made.add(OriginBegun{"MC-ADULTS", 1, {}, OriginReason::set_up});
    made.add(PersonAdded{PersonId{first_added_person}});
    made.add(SignUp{ActivityId{"LUNCH-1"}, PersonId{first_added_person}});
    const auto visit = made.add(CheckIn{PersonId{1}, {}, Means::pass, PassNumber{1}, 1});
    made.add(VisitFeedback{visit, Face::useful, true, true});
    auto parcel = parcel_of(made, 12);
    parcel.header.clock = ClockTrust::untrusted;
    parcel.names = {{PersonId{first_added_person}, "Wilhelmina Quartermaine", "Medway Council", ""}};
    parcel.remarks = {{{made.origin, 5}, "=frank"}};
    parcel.answers = {{{}, {AnswerKind::wish, {}, "2026-11", {}, "More"}}};
    return parcel;
}

Result<Inspection> inspected(const std::filesystem::path& file) { return inspect(file, our_age_keys().identity, key_of); }

std::string what_it_is(const std::filesystem::path& file)
{
    const auto inspection = inspected(file);
    if (!inspection) return "refused: " + inspection.error().sentence;
    const auto* other = std::get_if<NoParcel>(&*inspection);
    return other ? other->what_it_is : "a parcel";
}

}

TEST_CASE("Inspecting a parcel says who wrote it, when by whose clock, and what is in it")
{
    const Folder folder;
    const auto file = written(a_parcel(), folder.path());
    const auto inspection = inspected(file);
    INFO(sentence(inspection));
    REQUIRE(inspection);
    const auto* parcel = std::get_if<InspectedParcel>(&*inspection);
    REQUIRE(parcel);
    CHECK(parcel->header.kiosk == "MC-ADULTS");
    CHECK(parcel->header.origin.value == "MC-ADULTS.AAAA");
    CHECK(parcel->header.number == 12);
    CHECK(parcel->header.facts_from == 1);
    CHECK(parcel->header.facts_up_to == 5);
    CHECK(parcel->header.written_at == noon);
    CHECK(parcel->header.clock == ClockTrust::untrusted);
    CHECK(parcel->header.version == "0.1.0");
    CHECK(parcel->facts() == 5);
    CHECK(parcel->names == 1);
    CHECK(parcel->remarks == 1);
    CHECK(parcel->answers == 1);
    CHECK(parcel->rows.size() == fact_tables().size());
    CHECK(std::ranges::count(parcel->rows, std::pair<std::string, std::int64_t>{"sign_up", 1}) == 1);
    CHECK(std::ranges::count(parcel->rows, std::pair<std::string, std::int64_t>{"erasure", 0}) == 1);
    CHECK(parcel->sha256 == sha256(bytes_of(file_text(file))));
    CHECK(folder.names().size() == 1);
}

TEST_CASE("The rows of a parcel are listed as its files have them")
{
    const Folder folder;
    const auto file = written(a_parcel(), folder.path());
    std::map<std::string, std::vector<std::string>> rows;
    using Cells = std::span<const std::string>;
    const auto keep = [&](std::string_view name, Cells columns, Cells cells) -> Result<> {
        CHECK(columns.size() == cells.size());
        rows[std::string{name}].emplace_back(cells.back());
        return {};
    };
    REQUIRE(list_rows(file, our_age_keys().identity, key_of, keep));
    CHECK(rows["remarks.csv"] == std::vector<std::string>{"'=frank"});
    CHECK(rows["answers.csv"] == std::vector<std::string>{"More"});
    CHECK(rows["sign_up.csv"] == std::vector<std::string>{std::to_string(first_added_person)});
    CHECK(rows.size() == 8);
    const auto stopped = list_rows(file, our_age_keys().identity, key_of,
                                   [](std::string_view, Cells, Cells) -> Result<> { return failure("Enough."); });
    CHECK(sentence(stopped) == "Enough.");
}

TEST_CASE("A parcel that is damaged, unsigned or inconsistent is refused with the reason")
{
    const Folder folder;
    auto parcel = a_parcel();
    const auto bytes = file_text(written(parcel, folder.path()));
    put_text(folder / "cut", bytes.substr(0, bytes.size() - 9));
    CHECK(what_it_is(folder / "cut").starts_with("refused: This file is "));
    const Folder other, broken;
    CHECK(what_it_is(written(parcel, other.path(), make_key_pair(seeded(3)))).find("refused: This file is not signed") == 0);
    parcel.facts[2].row.values[1] = Value{std::int64_t{9}};
    CHECK(what_it_is(written(parcel, broken.path())).find("do not follow from one another at number 3") != std::string::npos);
    CHECK(what_it_is(folder / "absent").find("no such file") != std::string::npos);
    std::filesystem::create_symlink(folder / "cut", folder / "link");
    CHECK(what_it_is(folder / "link").find("a link") != std::string::npos);
}

TEST_CASE("A file that is no parcel is named as what it is")
{
    const Folder folder;
    ProgrammeMaker maker{1};
    const auto programme = maker.make();
    const auto own = write_programme(programme, folder.path(), our_age_keys().recipient, kiosk_key().secret_key).value().file;
    CHECK(what_it_is(own) == "This is a programme, on its way to a kiosk.");
    const Folder kiosk;
    const auto sealed = write_programme(programme, kiosk.path(), other_age_keys().recipient, kiosk_key().secret_key).value().file;
    CHECK(what_it_is(sealed).starts_with("By its name this is a programme."));
    KioskSetup setup{{"MC-ADULTS", "", "", "", make_key_pair(seeded(1)), our_age_keys().identity, our_age_keys().recipient, {},
                      other_age_keys().recipient, Origin{"DESK.AB2C"}}, {}};
    REQUIRE(write_setup(setup, folder / setup_file_name("MC-ADULTS"), make_setup_words(seeded(2)), seeded(3)));
    CHECK(what_it_is(folder / setup_file_name("MC-ADULTS")).starts_with("This is a kiosk's set-up file."));
    REQUIRE(run_shell("sqlite3 " + (folder / "some.db").string() + " 'CREATE TABLE t (x)'") == 0);
    CHECK(what_it_is(folder / "some.db").starts_with("This is a database"));
    put_text(folder / "some.zip", "PK\x03\x04 and so on");
    CHECK(what_it_is(folder / "some.zip").starts_with("This is a zip that is not sealed."));
    put_text(folder / "empty", "");
    CHECK(what_it_is(folder / "empty") == "This file is empty.");
    put_text(folder / "text", "Good morning");
    CHECK(what_it_is(folder / "text") == "This is no file of Refectory's.");
    put_text(folder / "sealed", sealed_by_age("Good morning"));
    CHECK(what_it_is(folder / "sealed").starts_with("refused: "));
}
