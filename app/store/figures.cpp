#include "store/figures.hpp"

#include "store/prepared.hpp"

#include <limits>

namespace refectory {

std::vector<DayFigures> Figures::of_days(Date first, int days)
{
    std::vector<DayFigures> figures;
    for (int i = 0; i < days; ++i) figures.push_back({add_days(first, i)});
    Prepared query{*context_.database, R"(
        SELECT kind, at FROM fact WHERE at >= ?1 AND at < ?2 AND kind IN ('sign_up', 'withdrawal', 'check_in', 'check_out')
        UNION ALL SELECT 'check_out', ended_at FROM correction WHERE ended_at >= ?1 AND ended_at < ?2)"};
    query.bind(1, to_milliseconds(start_of_day(first)));
    query.bind(2, to_milliseconds(start_of_day(add_days(first, days))));
    while (query.executeStep()) {
        const auto kind = query.getColumn(0).getString();
        auto& day = figures[static_cast<std::size_t>(days_between(first, local_date(from_milliseconds(query.getColumn(1).getInt64()))))];
        ++(kind == SignUp::table ? day.sign_ups : kind == Withdrawal::table ? day.withdrawals : kind == CheckIn::table ? day.check_ins : day.check_outs);
    }
    return figures;
}

// A day at a time, from the newest: however much was marked before.
std::vector<DoubtedDay> Figures::doubted(std::size_t most)
{
    Prepared newest{*context_.database, "SELECT max(at) FROM fact WHERE clock = 0 AND at < ?"};
    Prepared count{*context_.database, "SELECT count(*) FROM fact WHERE clock = 0 AND at >= ? AND at < ?"};
    std::vector<DoubtedDay> days;
    for (auto before = std::numeric_limits<std::int64_t>::max(); days.size() < most;) {
        newest.bind(1, before);
        if (!newest.executeStep() || newest.getColumn(0).isNull()) break;
        const auto day = local_date(from_milliseconds(newest.getColumn(0).getInt64()));
        newest.reset();
        count.bind(1, to_milliseconds(start_of_day(day)));
        count.bind(2, to_milliseconds(start_of_day(add_days(day, 1))));
        count.executeStep();
        days.push_back({day, count.getColumn(0).getInt()});
        count.reset();
        before = to_milliseconds(start_of_day(day));
    }
    return days;
}

}
