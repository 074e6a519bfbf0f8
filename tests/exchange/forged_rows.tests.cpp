// Parcels that a kiosk signed and that say what no kiosk may say.
#include "desk_in_test.hpp"
#include "exchange/parcel_columns.hpp"
#include "store/erasures.hpp"

#include <limits>

using namespace refectory;

namespace {

std::string refusal_of(const MadeOrigin& made)
{
    const Folder folder;
    DeskInTest desk;
    const auto said = refusal(desk.collect({written(parcel_of(made), folder.path())}));
    CHECK(desk.number("SELECT count(*) FROM fact") == (said == "(not refused)" ? std::ssize(made.facts) : 0));
    return said;
}

using Values = std::vector<std::string>;

// The cells of a row of that table that may stand.
Values good_row(const FactTable& table)
{
    Values cells{"MC-ADULTS.AAAA", "1", "0", "0", "trusted", std::string(64, 'a')};
    for (const auto& column : table.columns) {
        const bool is_text = column.type == ColumnType::text;
        cells.push_back(!column.allowed.empty() ? std::string{column.allowed.front()} : column.is_form == is_origin ? "MC-ADULTS.BBBB"
                        : is_text ? "A" : std::to_string(column.range.least));
    }
    if (table.name == OriginBegun::table) cells[6] = "MC-ADULTS";
    return cells;
}

bool is_taken(const FactTable& table, const Values& cells)
{
    return parse_fact(table, "MC-ADULTS", {2, cells, std::vector<CsvPlace>(cells.size(), {2, 1})}).has_value();
}

constexpr auto least_of_all = std::numeric_limits<std::int64_t>::min(), most_of_all = std::numeric_limits<std::int64_t>::max();

}

TEST_CASE("A kiosk begins no origin but its own, and once")
{
    const Origin own{"MC-ADULTS.AAAA"};
    const auto begun = [&](const OriginBegun& fact) {
        MadeOrigin made{own};
        made.add(fact);
        return refusal_of(made);
    };
    constexpr auto refused = "origin_begun.csv, line 2, column 1: No kiosk begins to record like this.";
    CHECK(begun({"DESK", 99, {}, OriginReason::set_up}) == refused);
    CHECK(begun({"KC-EAST", 1, {}, OriginReason::behind_mark}) == refused);
    CHECK(begun({"MC-ADULTS", 2, own, OriginReason::behind_mark}) == refused);
    for (const auto* after : {"MC-ADULTS.BBBB", "KC-EAST.AAAA"})  // the machine may have been another kiosk before
        CHECK(begun({"MC-ADULTS", 2, Origin{after}, OriginReason::behind_mark}) == "(not refused)");
    MadeOrigin twice{own};
    twice.add(OriginBegun{"MC-ADULTS", 1, {}, OriginReason::set_up});
    twice.add(OriginBegun{"MC-ADULTS", 2, {}, OriginReason::behind_mark});
    CHECK(refusal_of(twice).starts_with("origin_begun.csv, line 3"));
}

TEST_CASE("No text of any table is taken that names nothing")
{
    for (const auto& table : fact_tables()) {
        const auto good = good_row(table);
        CAPTURE(std::string{table.name});
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (table.columns[i].type != ColumnType::text) continue;
            CAPTURE(table.columns[i].name);
            for (const auto* text : {"'", "a", "A B", "A\x1b[2J", "A\n", "MC-ADULTS.", "MC-ADULTS.b", ".BBBB", "A.B.C", "MC-ADULTS.BBBBCCCCD", "../A"}) {
                auto cells = good;
                cells[6 + i] = text;
                CAPTURE(std::string{text});
                CHECK_FALSE(is_taken(table, cells));
            }
        }
    }
}

TEST_CASE("No number of any table is taken that nothing can have")
{
    for (const auto& table : fact_tables()) {
        const auto good = good_row(table);
        CAPTURE(std::string{table.name});
        CHECK(is_taken(table, good));
        const auto with = [&](std::size_t cell, std::int64_t number) {
            auto cells = good;
            cells[cell] = std::to_string(number);
            return is_taken(table, cells);
        };
        for (std::size_t i = 1; i < good.size(); ++i) {
            const bool is_spine = i < 4;
            if (!is_spine && (i < 6 || table.columns[i - 6].type == ColumnType::text)) continue;
            CAPTURE(i);
            for (const auto extreme : {least_of_all, least_of_all + 1, std::int64_t{-1}, largest_number + 1, most_of_all - 1, most_of_all})
                CHECK_FALSE(with(i, extreme));
            if (is_spine) continue;
            const auto& range = table.columns[i - 6].range;
            CHECK((with(i, range.least) && with(i, range.most)));
            CHECK_FALSE((with(i, range.least - 1) || with(i, range.most + 1)));
        }
        CHECK_FALSE(with(1, 0));
        for (const std::size_t time : {2U, 3U}) {
            CHECK(with(time, to_milliseconds(end_of_time) - 1));
            CHECK_FALSE(with(time, to_milliseconds(end_of_time)));
        }
    }
}

TEST_CASE("Nobody is erased, no chair is counted and no visit ended by a number that cannot be")
{
    const auto said = [](const FactBody& body) {
        MadeOrigin made{Origin{"MC-ADULTS.AAAA"}};
        made.add(OriginBegun{"MC-ADULTS", 1, {}, OriginReason::set_up});
        made.add(body);
        return refusal_of(made);
    };
    CHECK(said(Erasure{PersonId{most_of_all}}) == "erasure.csv, line 2, column 1: person of erasure is no number that it can be.");
    CHECK(said(Erasure{PersonId{0}}) != "(not refused)");
    CHECK(said(Erasure{PersonId{1}}) == "(not refused)");
    const ActivityId lunch{"LUNCH-1"};
    for (const std::int64_t chairs : {std::int64_t{-5}, std::int64_t{2'147'483'647}, (std::int64_t{1} << 32) + 1}) {
        CHECK(said(AllotmentApplied{lunch, chairs, 0, 0}) != "(not refused)");
        CHECK(said(AllotmentApplied{lunch, 0, chairs, 0}) != "(not refused)");
        CHECK(said(AllotmentApplied{lunch, 0, 0, chairs}) != "(not refused)");
    }
    CHECK(said(AllotmentApplied{lunch, 1000, 0, 0}) == "(not refused)");
    CHECK(said(Correction{Corrected::visit, {Origin{"MC-ADULTS.AAAA"}, 1}, most_of_all, CorrectionReason::forgotten}) != "(not refused)");
}

TEST_CASE("A parcel whose head has a number or a time that cannot be is refused")
{
    const Folder folder;
    MadeOrigin made{Origin{"MC-ADULTS.AAAA"}};
    made.add(OriginBegun{"MC-ADULTS", 1, {}, OriginReason::set_up});
    const auto said = [&](auto change) {
        auto parcel = parcel_of(made);
        change(parcel.header);
        DeskInTest desk;
        const Folder own;
        return refusal(desk.collect({written(parcel, own.path())}));
    };
    constexpr auto refused = "This parcel's head has a number or a time that cannot be.";
    CHECK(said([](ParcelHeader&) {}) == "(not refused)");
    CHECK(said([](ParcelHeader& header) { header.number = most_of_all; }) == refused);
    CHECK(said([](ParcelHeader& header) { header.facts_from = most_of_all; }) == refused);
    CHECK(said([](ParcelHeader& header) { header.facts_up_to = most_of_all; }) == refused);
    // The name of the file says the day: no writer of ours comes so far.
    const auto too_late = end_of_time;
    CHECK(said([&](ParcelHeader& header) { header.written_at = too_late; }) == refused);
    CHECK(said([&](ParcelHeader& header) { header.written_at = too_late - milliseconds{1}; }) == "(not refused)");
    CHECK(said([&](ParcelHeader& header) { header.written_at = Instant{milliseconds{-1}}; }) == refused);
}

TEST_CASE("A number that can be nobody's and is at the desk already hinders no programme")
{
    const Folder folder;
    const auto store = DeskStore::open(folder / "desk.db", seeded(1), noon).value();
    MadeOrigin made{Origin{"MC-ADULTS.AAAA"}};
    for (const auto person : {std::int64_t{-3}, std::int64_t{0}, std::int64_t{7}, most_of_all}) made.add(Erasure{PersonId{person}});
    REQUIRE(collect_rows(store->database(), parcel_of(made), {}, noon));  // as rows: nobody looks at them
    CHECK(Erasures{*store}.all() == std::vector{PersonId{7}});
}
