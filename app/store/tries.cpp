#include "store/tries.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

namespace refectory {

namespace {

constexpr std::chrono::minutes longest_wait{60};

milliseconds wait_after(int blocks)
{
    return std::min(std::chrono::minutes{1} * (1 << std::min(blocks, 10)), longest_wait);
}

}

Result<TryVerdict> Tries::begin_try(const std::string& subject, const ClockReading& now)
{
    TryVerdict verdict;
    REFECTORY_TRY(context_.commit([&]() -> Result<> {
        SQLite::Statement query{context_.handle(), "SELECT wrong, blocks, blocked_until FROM tries WHERE subject = ?"};
        query.bind(1, subject);
        int wrong = 0, blocks = 0;
        Instant blocked_until{};
        if (query.executeStep()) {
            wrong = query.getColumn(0).getInt();
            blocks = query.getColumn(1).getInt();
            blocked_until = from_milliseconds(query.getColumn(2).getInt64());
        }
        // A clock set back must not lock anybody out for longer than the longest wait.
        blocked_until = std::min(blocked_until, now.wall + longest_wait);
        const auto by_monotonic = blocked_until_.find(subject);
        verdict.wait = std::max(milliseconds{0}, blocked_until - now.wall);
        if (by_monotonic != blocked_until_.end()) verdict.wait = std::max(verdict.wait, by_monotonic->second - now.monotonic);
        verdict.allowed = verdict.wait == milliseconds{0};
        if (verdict.allowed) {
            ++wrong;
            verdict.left = std::max(0, tries_before_wait - wrong);
        }
        if (wrong >= tries_before_wait) {
            verdict.wait = wait_after(blocks);
            blocked_until = now.wall + verdict.wait;
            ++blocks;
            wrong = 0;
        }
        SQLite::Statement count{context_.handle(), "INSERT OR REPLACE INTO tries VALUES (?, ?, ?, ?)"};
        count.bind(1, subject);
        count.bind(2, wrong);
        count.bind(3, blocks);
        count.bind(4, to_milliseconds(blocked_until));
        count.exec();
        return {};
    }));
    blocked_until_[subject] = now.monotonic + verdict.wait;
    return verdict;
}

Result<> Tries::succeeded(const std::string& subject)
{
    REFECTORY_TRY(context_.commit([&]() -> Result<> {
        SQLite::Statement forget{context_.handle(), "DELETE FROM tries WHERE subject = ?"};
        forget.bind(1, subject);
        forget.exec();
        return {};
    }));
    blocked_until_.erase(subject);
    return {};
}

}
