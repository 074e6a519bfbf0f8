#include "store/announcements.hpp"

#include "domain/invitation.hpp"
#include "domain/names.hpp"
#include "domain/origin.hpp"
#include "store/prepared.hpp"
#include "store/row_writer.hpp"

#include <algorithm>
#include <limits>
#include <ranges>
#include <utility>
#include <vector>

namespace refectory {

namespace {

constexpr auto newest = std::numeric_limits<std::int64_t>::max();

// Of what the kiosk said to have changed, the last that it came to run after the programme that stood there when they signed up.
constexpr const char* told_later = R"(
    WITH one AS (SELECT *, lead(serial, 1, 9223372036854775807) OVER (ORDER BY serial) AS next FROM announced WHERE activity = ?1)
    SELECT starts, place, place_detail, says_what_changed FROM one WHERE says_what_changed AND EXISTS (SELECT 1 FROM programme_applied p
        WHERE p.origin >= ?2 || '.' AND p.origin < ?2 || '/' AND p.serial > ?3 AND p.serial >= one.serial AND p.serial < one.next)
    ORDER BY serial DESC LIMIT 1)";

Announcement announcement_of(const Activity& activity)
{
    const bool is_cancelled = activity.state == ActivityState::cancelled;
    return {activity.starts, is_cancelled ? std::string{} : activity.place, is_cancelled ? std::string{} : activity.place_detail, has_changed(activity)};
}

Announcement read(Prepared& query)
{
    return {from_milliseconds(query.getColumn(0).getInt64()), query.getColumn(1).getString(), query.getColumn(2).getString(), query.getColumn(3).getInt() == 1};
}

// A mark parts words: room 1.12 is not room 11.2.
std::vector<std::string> words_of(std::string text)
{
    std::ranges::replace_if(text, [](char character) { return character == '.' || character == '\''; }, ' ');
    std::vector<std::string> words;
    for (const auto word : std::views::split(search_key(text), ' ')) words.emplace_back(word.begin(), word.end());
    return words;
}

// In their order, perhaps with others between them.
bool has_all_words_of(const std::string& text, const std::string& other)
{
    const auto wanted = words_of(other);
    auto next = wanted.begin();
    for (const auto& word : words_of(text))
        if (next != wanted.end() && *next == word) ++next;
    return next == wanted.end();
}

}

bool Announcement::is_as(const Activity& activity) const
{
    return starts == activity.starts && words_of(place) == words_of(activity.place) &&
           (has_all_words_of(place_detail, activity.place_detail) || has_all_words_of(activity.place_detail, place_detail));
}

void Announcements::publish(const Activity& activity, std::int64_t serial)
{
    const auto announced = announcement_of(activity);
    if (stood_in(newest, activity.id) == announced) return;
    RowWriter{desk_.handle(), "INSERT OR REPLACE INTO announced VALUES (?, ?, ?, ?, ?, ?)"}.row(activity.id, serial, announced.starts, announced.place, announced.place_detail,
                                                                                       announced.says_what_changed);
}

bool Announcements::has_several(const ActivityId& activity)
{
    Prepared query{desk_, "SELECT count(*) FROM announced WHERE activity = ?"};
    query.bind(1, activity.value);
    query.executeStep();
    return query.getColumn(0).getInt() > 1;
}

std::optional<Announcement> Announcements::read_by(const FactKey& sign_up, const ActivityId& activity, const Histories& histories)
{
    const auto serial = programme_at(sign_up, histories);
    Prepared query{desk_, told_later};
    query.bind(1, activity.value);
    query.bind(2, kiosk_of(sign_up.origin));
    query.bind(3, serial);
    return query.executeStep() ? read(query) : stood_in(serial, activity);
}

// By a programme that is not known here, or before the first that is, what was announced first.
std::optional<Announcement> Announcements::stood_in(std::int64_t serial, const ActivityId& activity)
{
    Prepared query{desk_, "SELECT starts, place, place_detail, says_what_changed FROM announced WHERE activity = ?1 "
                          "ORDER BY serial > ?2, CASE WHEN serial > ?2 THEN serial ELSE -serial END LIMIT 1"};
    query.bind(1, activity.value);
    query.bind(2, serial);
    return query.executeStep() ? std::optional{read(query)} : std::nullopt;
}

std::int64_t Announcements::programme_at(const FactKey& sign_up, const Histories& histories)
{
    auto before = sign_up.seq;
    for (const auto& origin : histories.line_of(sign_up.origin)) {
        Prepared query{desk_, "SELECT serial FROM programme_applied WHERE origin = ? AND seq < ? ORDER BY seq DESC LIMIT 1"};
        query.bind(1, origin.value);
        query.bind(2, std::exchange(before, newest));
        if (query.executeStep()) return query.getColumn(0).getInt64();
    }
    return 0;
}

}
