// What an erasure empties at the desk, whatever comes first and whatever was lost.
#include "desk_in_test.hpp"

#include <algorithm>
#include <random>

using namespace refectory;
using test::lunch;

TEST_CASE("An erasure empties a name and words and no late parcel brings them back")
{
    const Folder folder;
    MadeOrigin made{Origin{"MC-ADULTS.AAAA"}}, far{Origin{"KC-EAST.BBBB"}};
    made.add(PersonAdded{ada});
    const auto visit = made.add(CheckIn{ada, lunch, Means::admin, {}, 1});
    made.add(VisitFeedback{visit, {}, true, false});
    made.add(PersonAdded{ben});
    far.add(Erasure{ada});
    auto with_words = parcel_of(made, 1, 3, 3);
    with_words.remarks = {{{made.origin, 3}, "Zzyzx was said"}};
    auto with_names = parcel_of(made, 2, 1, 2);
    with_names.names = {{ada, "Wilhelmina Quartermaine", "", ""}};
    auto all = parcel_of(made, 3);
    all.names = {with_names.names.front(), {ben, "Ben", "", ""}};
    all.remarks = with_words.remarks;
    std::vector<std::filesystem::path> files{written(with_words, folder.path()), written(with_names, folder.path()),
                                             written(all, folder.path()), written(parcel_of(far), folder.path())};
    std::ranges::sort(files);
    do {
        DeskInTest desk;
        for (const auto& file : files) CHECK_FALSE(desk.collect({file}).spare_pages_wait);
        CHECK(desk.number("SELECT count(*) FROM added_name") == 1);
        CHECK(desk.text("SELECT name FROM added_name") == "Ben");
        CHECK(desk.number("SELECT count(*) FROM remark") == 0);
        CHECK_FALSE(desk.files_hold("Quartermaine"));
        CHECK_FALSE(desk.files_hold("Zzyzx"));
    } while (std::ranges::next_permutation(files).found);
}

TEST_CASE("An erasure and a visit whose number went to another fact empty name and words all the same")
{
    const Folder folder;
    MadeOrigin erasing{Origin{"MC-ADULTS.AAAA"}}, visited{Origin{"KC-EAST.BBBB"}};
    erasing.add(PersonAdded{ada});
    auto first = parcel_of(erasing, 1);
    first.names = {{ada, "Wilhelmina Quartermaine", "", ""}};
    const auto beaten_by_another = [](MadeOrigin& made, const FactBody& body, auto another) {
        auto winner = made;
        made.add(body);
        do {
            winner = made.fork_behind(std::ssize(made.facts) - 1);
            winner.add(another());
        } while (made.facts.back().row.hash < winner.facts.back().row.hash);
        return winner;
    };
    std::int64_t number = 1;
    const auto instead_of_erasing = beaten_by_another(erasing, Erasure{ada}, [&] { return SignUp{lunch, PersonId{number++}}; });
    const auto instead_of_visiting = beaten_by_another(visited, CheckIn{ada, {}, Means::admin, {}, 1},
                                                       [&] { return CheckIn{ben, {}, Means::admin, {}, number++}; });
    visited.add(VisitFeedback{{visited.origin, 1}, {}, true, false});
    auto with_words = parcel_of(visited, 2);
    with_words.remarks = {{{visited.origin, 2}, "Zzyzx was said"}};
    std::vector<std::filesystem::path> files{written(first, folder.path()), written(with_words, folder.path()),
                                             written(parcel_of(erasing, 3), folder.path()), written(parcel_of(instead_of_erasing, 4), folder.path()),
                                             written(parcel_of(instead_of_visiting, 5), folder.path())};
    std::ranges::sort(files);
    for (int i = 0; i < 12; ++i) {
        std::ranges::shuffle(files, std::mt19937{static_cast<unsigned>(i)});
        DeskInTest desk;
        desk.collect(files);
        CHECK(desk.number("SELECT count(*) FROM conflict") == 2);
        CHECK(desk.number("SELECT count(*) FROM erasure") == 0);
        CHECK(desk.number("SELECT count(*) FROM added_name") == 0);
        CHECK(desk.number("SELECT count(*) FROM remark") == 0);
    }
}

TEST_CASE("An erasure empties words also where the parcel with the check-in was lost")
{
    const Folder folder;
    MadeOrigin made{Origin{"MC-ADULTS.AAAA"}}, far{Origin{"KC-EAST.BBBB"}};
    const auto visit = made.add(CheckIn{ada, lunch, Means::admin, {}, 1});
    made.add(CheckOut{visit, ada, Means::admin});
    made.add(VisitFeedback{visit, {}, true, false});
    far.add(Erasure{ada});
    auto late = parcel_of(made, 2, 2, 3);
    late.remarks = {{{made.origin, 3}, "Zzyzx was said"}};
    DeskInTest desk;
    desk.collect({written(parcel_of(far), folder.path())});
    desk.collect({written(late, folder.path())});
    CHECK(desk.number("SELECT count(*) FROM fact WHERE kind = 'visit_feedback'") == 1);
    CHECK(desk.number("SELECT count(*) FROM remark") == 0);
    CHECK_FALSE(desk.files_hold("Zzyzx"));
}

TEST_CASE("A name cannot be emptied from the file while another program reads it and the report says so until it is")
{
    const Folder folder;
    MadeOrigin made{Origin{"MC-ADULTS.AAAA"}}, far{Origin{"KC-EAST.BBBB"}};
    made.add(PersonAdded{ada});
    far.add(Erasure{ada});
    auto parcel = parcel_of(made);
    parcel.names = {{ada, "Wilhelmina Quartermaine", "", ""}};
    DeskInTest desk;
    desk.collect({written(parcel, folder.path())});
    SQLite::Database reader{(desk.folder / "desk.db").string(), SQLite::OPEN_READONLY};
    reader.exec("BEGIN");
    reader.execAndGet("SELECT count(*) FROM fact");
    const auto erasing = written(parcel_of(far), folder.path());
    CHECK(desk.collect({erasing}).spare_pages_wait);
    CHECK(desk.number("SELECT count(*) FROM added_name") == 0);
    CHECK(desk.files_hold("Quartermaine"));
    CHECK(desk.collect({erasing}).spare_pages_wait);  // there is nothing new in it, and that is owed still
    reader.exec("ROLLBACK");
    CHECK_FALSE(desk.collect({erasing}).spare_pages_wait);
    CHECK_FALSE(desk.files_hold("Quartermaine"));
}
