// What the pages behind the admin's may know.
#pragma once

#include "domain/programme.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace refectory {

struct AdminLineView {
    std::string title, detail;
    bool wants_attention = false;
};

struct TodayView {
    struct Count { std::string number, words; };
    std::vector<Count> counts;
    std::vector<AdminLineView> in;  // who is in, and since when
    struct Expected { std::string name, time, standing; bool is_here = false; };
    std::vector<Expected> expected;
};

struct FireListView {
    std::string title, as_of;
    std::vector<AdminLineView> in;
};

struct WeekView {
    std::string title, totals;
    struct Day { std::string name; int sign_ups = 0, visits = 0; bool today = false; };
    std::vector<Day> days;
    bool is_this_week = true;
};

struct FeedbackFiguresView {
    struct Row {
        std::string topic, when;
        std::optional<std::array<int, 4>> faces;  // none: too few to be told
    };
    std::vector<Row> rows;
};
struct FeedbackFiguresDraft { std::size_t first = 0; };

struct CorrectionsView { std::vector<AdminLineView> open; };  // visits without a check-out

struct SignUpsOfView {
    std::string title;
    struct Row { ActivityId activity; std::string topic, when, standing; };
    std::vector<Row> rows;
};

// One thing to be put right, with a reason.
struct CorrectView {
    std::string title, detail, button;
    std::string ended, length;  // of a visit; empty where it is none
    std::vector<std::string> reasons;
    std::optional<std::size_t> chosen;
    bool takes_away = false;
};

struct LeftView {
    std::string standing;  // up to when the desk has everything, and what waits
    struct Parcel { std::string title, detail; bool is_confirmed = false; };
    std::vector<Parcel> parcels;
};

struct ThisKioskView {
    enum class About { version, programme, disk, clock, scanner, backup, doubted, place };
    struct Row : AdminLineView { About about = About::place; };
    std::vector<Row> rows;
};

struct ClockView {
    std::array<std::string, 5> values;  // day, month, year, hour, minute
    std::string standing, standing_more, problem;
    bool is_doubted = false, can_be_set = false;
    std::vector<AdminLineView> doubted;  // what was recorded then, by day
};

}
