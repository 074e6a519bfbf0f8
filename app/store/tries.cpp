#include "store/tries.hpp"

#include "store/row_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace refectory {

namespace {

constexpr std::chrono::minutes longest_wait{60};

milliseconds wait_after(int blocks)
{
    return std::min(std::chrono::minutes{1} * (1 << std::min(blocks, 10)), longest_wait);
}

struct Count {
    int wrong = 0, blocks = 0;
    Instant blocked_until{};
    milliseconds blocked_until_running{};  // since the machine was started
    std::string machine_run;
};

Count count_of(Database& kiosk, const std::string& subject)
{
    Prepared query{kiosk, "SELECT wrong, blocks, blocked_until, blocked_until_running, machine_run FROM tries WHERE subject = ?"};
    query.bind(1, subject);
    if (!query.executeStep()) return {};
    return {query.getColumn(0).getInt(), query.getColumn(1).getInt(), from_milliseconds(query.getColumn(2).getInt64()),
            milliseconds{query.getColumn(3).getInt64()}, query.getColumn(4).getString()};
}

milliseconds left_of(Count& count, const ClockReading& now, const std::string& machine_run)
{
    // A clock set back must not lock anybody out for longer than the longest wait, nor a machine that began anew and does not know it.
    count.blocked_until = std::min(count.blocked_until, now.wall + longest_wait);
    count.blocked_until_running = std::min(count.blocked_until_running, now.monotonic + longest_wait);
    const bool is_same_run = !machine_run.empty() && count.machine_run == machine_run;
    const auto running = is_same_run ? count.blocked_until_running - now.monotonic : milliseconds{0};
    return std::max({milliseconds{0}, count.blocked_until - now.wall, running});
}

}

std::string tries_of::letters(PersonId person)
{
    return fmt::format("letters:{}", person.value);
}

std::string tries_of::pass_letters(PersonId person)
{
    return fmt::format("pass:{}", person.value);
}

std::string tries_of::visit_code(PersonId person, const ActivityId& activity)
{
    return fmt::format("code:{}:{}", person.value, activity.value);
}

void Tries::forget(StoreContext& context, PersonId person)
{
    RowWriter{*context.database, "DELETE FROM tries WHERE subject IN (?1, ?2) OR subject GLOB ?3"}
        .row(tries_of::letters(person), tries_of::pass_letters(person), tries_of::visit_code(person, ActivityId{"*"}));
}

Result<TryVerdict> Tries::begin_try(const std::string& subject, const ClockReading& now, const std::string& machine_run)
{
    TryVerdict verdict;
    REFECTORY_TRY(context_.commit([&]() -> Result<> {
        auto count = count_of(*context_.database, subject);
        verdict.wait = left_of(count, now, machine_run);
        verdict.allowed = verdict.wait == milliseconds{0};
        if (verdict.allowed) verdict.left = std::max(0, tries_before_wait - ++count.wrong);
        if (count.wrong >= tries_before_wait) {
            verdict.wait = wait_after(count.blocks);
            count = {0, count.blocks + 1, now.wall + verdict.wait, now.monotonic + verdict.wait, machine_run};
        }
        RowWriter{*context_.database, "INSERT OR REPLACE INTO tries VALUES (?, ?, ?, ?, ?, ?)"}
            .row(subject, count.wrong, count.blocks, count.blocked_until, count.blocked_until_running.count(), count.machine_run);
        return {};
    }));
    return verdict;
}

Result<> Tries::succeeded(const std::string& subject)
{
    return context_.commit([&]() -> Result<> {
        RowWriter{*context_.database, "DELETE FROM tries WHERE subject = ?"}.row(subject);
        return {};
    });
}

}
