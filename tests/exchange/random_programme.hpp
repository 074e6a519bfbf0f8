// Programmes that pass the check and are otherwise as odd as they can be.
#pragma once

#include "domain/programme.hpp"

#include <random>

namespace refectory {

class ProgrammeMaker {
public:
    explicit ProgrammeMaker(unsigned seed) : random_(seed) {}

    Programme make()
    {
        Programme programme;
        programme.header = {Origin{"DESK.AB2C"}, number(1, 1'000'000), time(), "MC-ADULTS", words(), words(), words(), time(), {}, {}};
        programme.note = {number(0, 9), words(), words()};
        for (std::int64_t i = number(1, 6); i > 0; --i) programme.objectives.push_back({ObjectiveNumber{i}, words()});
        for (std::int64_t i = number(1, 8); i > 0; --i)
            programme.people.push_back({PersonId{i}, one_of<Role>(), "N" + words(), words(), words(), words(), items(),
                                        static_cast<double>(number(0, 1000)) / 1000});
        for (std::int64_t i = number(0, 6); i > 0; --i) add_activity(programme, i);
        for (std::int64_t i = number(0, 3); i > 0; --i) add_pass_code(programme, static_cast<std::uint32_t>(i));
        for (std::int64_t i = number(0, 3); i > 0; --i) programme.passes_withdrawn.push_back({static_cast<std::uint32_t>(number(0, 0xFFFFFFFF))});
        for (std::int64_t i = number(0, 3); i > 0; --i) programme.erased.push_back(PersonId{number(100, last_added_person)});
        for (std::int64_t i = number(0, 3); i > 0; --i)
            programme.receipts.push_back({Origin{"MC-ADULTS." + std::to_string(i)}, number(0, 1LL << 60), sha256(bytes_of(words())), number(0, 99), time(), coin(),
                                          coin() ? std::optional{Origin{"MC-ADULTS.AB2C"}} : std::nullopt});
        for (std::int64_t i = number(0, 2); i > 0; --i) programme.decided_for.push_back(Origin{"MC-ADULTS." + std::to_string(i)});
        for (std::int64_t i = number(0, 3); i > 0; --i)
            programme.chairs_given.push_back({ActivityId{"LUNCH-" + std::to_string(number(1, 6))}, {Origin{"MC-ADULTS.AB2C"}, i}, PersonId{number(1, 9)}});
        if (coin()) programme.header.keys = key_statement();
        return programme;
    }

private:
    std::int64_t number(std::int64_t least, std::int64_t most) { return std::uniform_int_distribution<std::int64_t>{least, most}(random_); }
    bool coin() { return number(0, 1) == 1; }
    Instant time() { return from_milliseconds(number(0, 7'000'000'000'000)); }
    KeyStatement key_statement()
    {
        KeyStatement statement{number(1, 1LL << 60), {}, "age1", {}};
        for (auto& byte : statement.signing_key) byte = static_cast<std::uint8_t>(number(0, 255));
        for (auto& byte : statement.signature) byte = static_cast<std::uint8_t>(number(0, 255));
        return statement;
    }
    template <class Enum>
    Enum one_of()
    {
        return static_cast<Enum>(number(0, static_cast<std::int64_t>(names_of(Enum{}).size()) - 1));
    }
    std::string words()
    {
        static constexpr std::string_view pieces[] = {"a", "'", "\"", ",", ";", "\\", "\r\n", "\n", "\r", "\t", "=", "+", "-", "@", " ", "é", "Łukasz", "\xEF\xBB\xBF"};
        std::string text;
        for (auto i = number(0, 8); i > 0; --i) text += pieces[static_cast<std::size_t>(number(0, std::ssize(pieces) - 1))];
        return text;
    }
    std::vector<std::string> items()
    {
        std::vector<std::string> all;
        for (auto i = number(0, 3); i > 0; --i) all.push_back(words() + "x" + words());
        return all;
    }
    std::optional<Date> day()
    {
        if (coin()) return std::nullopt;
        return Date{std::chrono::floor<std::chrono::days>(time())};
    }
    SecretHash secret()
    {
        SecretHash made;
        for (auto& byte : made.salt) byte = static_cast<std::uint8_t>(random_());
        for (auto& byte : made.hash) byte = static_cast<std::uint8_t>(random_());
        return made;
    }
    PersonId somebody(const Programme& programme) { return programme.people[static_cast<std::size_t>(number(0, std::ssize(programme.people) - 1))].id; }

    void add_activity(Programme& programme, std::int64_t i)
    {
        Activity activity{ActivityId{"LUNCH-" + std::to_string(i)}, one_of<ActivityKind>(), one_of<ActivityState>(), words(), words(), words(), time(), {},
                          words(), words(), {}, {}, {coin(), items(), {}}, static_cast<int>(number(0, 1000)), 0, {}};
        activity.ends = activity.starts + milliseconds{number(1, 100'000'000)};
        activity.allotment = static_cast<int>(number(0, activity.capacity));
        if (coin()) activity.academic = somebody(programme);
        if (coin()) activity.host = somebody(programme);
        for (auto k = number(0, 3); k > 0; --k) activity.invited.people.push_back(somebody(programme));
        for (auto k = number(0, 3); k > 0; --k) activity.objectives.push_back(programme.objectives.front().number);
        for (auto k = number(0, 3); k > 0; --k) programme.timetable.push_back({activity.id, time(), words(), words(), one_of<Consent>()});
        if (coin()) programme.expectations.push_back({activity.id, coin(), words(), day(), day()});
        const VisitCode code{somebody(programme), activity.id, secret()};
        if (coin()) programme.visit_codes.push_back(code);
        programme.activities.push_back(std::move(activity));
    }

    void add_pass_code(Programme& programme, std::uint32_t pass)
    {
        const Date from{std::chrono::floor<std::chrono::days>(time())};
        programme.pass_codes.push_back({{somebody(programme), PassNumber{pass}, from, add_days(from, static_cast<int>(number(0, 99)))}, secret()});
    }

    std::mt19937 random_;
};

// Every field of every part, in order, as one long text to compare.
std::string everything_in(const Programme& programme);

}
