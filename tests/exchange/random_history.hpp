// Random facts of several origins, one of them forked by a disk that was put back, and the parcels that they travel in.
#pragma once

#include "parcel_maker.hpp"

#include <random>

namespace refectory {

class RandomHistory {
public:
    explicit RandomHistory(unsigned seed) : random_(seed) {}

    std::vector<MadeParcel> make()
    {
        MadeOrigin forked{Origin{"MC-ADULTS.AAAA"}}, next{Origin{"MC-ADULTS.BBBB"}}, far{Origin{"KC-EAST.CCCC"}};
        grow(forked, number(3, 12));
        auto other = forked.fork_behind(number(1, std::ssize(forked.facts)));
        grow(forked, number(2, 10));
        grow(other, number(2, 10));
        grow(next, number(2, 12));
        grow(far, number(2, 12));
        add_parcels(forked);
        add_parcels(other);
        add_parcels(next);
        add_parcels(far);
        return std::move(parcels_);
    }

private:
    std::int64_t number(std::int64_t least, std::int64_t most) { return std::uniform_int_distribution<std::int64_t>{least, most}(random_); }
    bool coin() { return number(0, 1) == 1; }
    PersonId somebody() { return PersonId{first_added_person + number(0, 4)}; }
    std::string words() { return "words " + std::to_string(number(0, 3)); }

    FactKey some_visit(const MadeOrigin& made)
    {
        if (!visits_.empty() && coin()) return visits_[static_cast<std::size_t>(number(0, std::ssize(visits_) - 1))];
        return {made.origin, number(1, std::ssize(made.facts) + 1)};
    }
    FactBody some_fact(const MadeOrigin& made)
    {
        switch (number(0, 8)) {
        case 0: return PersonAdded{somebody()};
        case 1: return PersonAdded{somebody()};
        case 2: return CheckIn{somebody(), {}, Means::admin, {}, number(0, 9)};
        case 3: return CheckIn{somebody(), ActivityId{"LUNCH-1"}, Means::pass, PassNumber{7}, number(0, 9)};
        case 4: return VisitFeedback{some_visit(made), Face::useful, true, coin()};
        case 5: return VisitFeedback{some_visit(made), {}, true, coin()};
        case 6: return number(0, 3) == 0 ? FactBody{Erasure{somebody()}} : FactBody{ClockConfirmed{}};
        case 7: return Withdrawal{{made.origin, 1}, ActivityId{"LUNCH-1"}, somebody(), WithdrawalReason::by_person};
        default: return SignUp{ActivityId{"LUNCH-1"}, somebody()};
        }
    }
    void grow(MadeOrigin& made, std::int64_t count)
    {
        for (; count > 0; --count) {
            const auto body = some_fact(made);
            const auto key = made.add(body, number(0, 5) == 0 ? ClockTrust::untrusted : ClockTrust::trusted);
            if (std::holds_alternative<CheckIn>(body)) visits_.push_back(key);
        }
    }
    void add_parcels(const MadeOrigin& made)
    {
        const auto last = std::ssize(made.facts);
        add(parcel_of(made, next_number_++));
        for (int i = 0; i < 2; ++i) {
            const auto from = number(1, last);
            add(parcel_of(made, next_number_++, from, number(from, last)));
        }
    }
    void add(MadeParcel parcel)
    {
        for (const auto& fact : parcel.facts) {
            const auto& values = fact.row.values;
            if (fact.table->name == PersonAdded::table && coin())
                parcel.names.push_back({PersonId{std::get<std::int64_t>(values[0])}, words(), words(), ""});
            if (fact.table->name == VisitFeedback::table && coin()) parcel.remarks.push_back({fact.row.spine.key, words()});
        }
        for (std::uint8_t key = 1; key < 5; ++key)
            if (coin()) {
                parcel.answers.push_back({{}, {AnswerKind::question, ActivityId{"LUNCH-1"}, {}, {}, coin() ? "" : words()}});
                parcel.answers.back().key.fill(key);
            }
        parcels_.push_back(std::move(parcel));
    }

    std::mt19937 random_;
    std::vector<FactKey> visits_;
    std::vector<MadeParcel> parcels_;
    std::int64_t next_number_ = 1;
};

}
