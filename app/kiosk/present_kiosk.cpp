#include "kiosk/present_kiosk.hpp"

#include "kiosk/admin_words.hpp"
#include "kiosk/phrases.hpp"
#include "kiosk/present_admin.hpp"
#include "kiosk/timing.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace refectory {

namespace {

using About = ThisKioskView::About;

constexpr int most_parcels = 6;
constexpr std::size_t most_doubted_days = 4;
constexpr std::uintmax_t little_room = 500'000'000;  // bytes; a parcel and a backup are far smaller

ThisKioskView::Row row_of(About about, std::string title, std::string detail, bool wants_attention = false)
{
    return {{std::move(title), std::move(detail), wants_attention}, about};
}

std::string size_words(std::uintmax_t bytes)
{
    return bytes >= 1'000'000'000 ? fmt::format("{:.1f} GB", static_cast<double>(bytes) / 1e9) : fmt::format("{} MB", bytes / 1'000'000);
}

ThisKioskView::Row programme_row(Flow& flow)
{
    const auto header = flow.store.activities().header();
    if (!header) return row_of(About::programme, std::string{words::admin::no_programme}, std::string{words::admin::no_programme_more}, true);
    const auto age = age_of(*header, flow.now);
    return row_of(About::programme, fmt::format(fmt::runtime(words::admin::programme), header->serial),
                  age.count() <= 0 ? std::string{words::kiosk::made_today} : fmt::format(fmt::runtime(words::kiosk::days_old), counted_words(age.count(), words::kiosk::day)),
                  age >= long_away);
}

ThisKioskView::Row disk_row(Flow& flow)
{
    std::error_code error;
    const auto space = std::filesystem::space(flow.store.folder(), error);
    if (error) return row_of(About::disk, std::string{words::kiosk::disk_unknown}, std::string{words::kiosk::disk_unknown_more}, true);
    return row_of(About::disk, fmt::format(fmt::runtime(words::kiosk::disk_free), size_words(space.available)),
                  fmt::format(fmt::runtime(words::kiosk::disk_more), size_words(space.capacity)), space.available < little_room);
}

ThisKioskView::Row scanner_row(Flow& flow)
{
    const auto heard = flow.machine.scanner_heard;
    if (!heard) return row_of(About::scanner, std::string{words::kiosk::scanner_never}, std::string{words::kiosk::scanner_never_more});
    return row_of(About::scanner, std::string{words::kiosk::scanner_heard}, sentence_case(moment_words(*heard, flow.now)));
}

std::string damage_words(const Damage& damage, Instant now)
{
    if (damage.outcome == Damage::Outcome::begun_anew) return std::string{words::kiosk::begun_anew};
    if (!damage.backup_of) return std::string{words::kiosk::copy_taken};
    return fmt::format(fmt::runtime(words::kiosk::backup_taken), moment_words(*damage.backup_of, now));
}

ThisKioskView::Row backup_row(KioskStore& store, Instant now)
{
    if (const auto damage = recent_damage(store, now))
        return row_of(About::backup, fmt::format(fmt::runtime(words::kiosk::damaged), short_date_words(local_date(damage->at))), damage_words(*damage, now), true);
    const auto last = store.newest_backup();
    if (!last) return row_of(About::backup, std::string{words::kiosk::no_backup}, std::string{words::kiosk::no_backup_more}, true);
    return row_of(About::backup, std::string{words::kiosk::backup}, sentence_case(moment_words(*last, now)), is_backup_old(store, now));
}

ThisKioskView::Row doubted_row(Flow& flow)
{
    int facts = 0;
    for (const auto& day : flow.store.figures().doubted(365)) facts += day.facts;
    if (facts == 0) return row_of(About::doubted, std::string{words::kiosk::nothing_doubted}, std::string{words::kiosk::nothing_doubted_more});
    return row_of(About::doubted, fmt::format(fmt::runtime(words::kiosk::doubted), counted_words(facts, words::admin::fact)),
                  std::string{words::kiosk::doubted_more});
}

ThisKioskView::Row clock_row(const ClockMemory& clock)
{
    if (clock.untrusted) return row_of(About::clock, std::string{words::admin::clock_doubted}, std::string{words::admin::clock_doubted_more}, true);
    return row_of(About::clock, std::string{words::admin::clock_right}, std::string{words::admin::clock_right_more});
}

}

LeftView present_left(KioskStore& store, Instant now)
{
    LeftView view;
    const auto waiting = waiting_for_desk_words(store.exports().waiting(now));
    const auto confirmed = store.exports().confirmed();
    view.standing = confirmed ? fmt::format(fmt::runtime(words::left::confirmed_and_waiting), moment_name(confirmed->at, now), waiting)
                              : fmt::format(fmt::runtime(words::left::waiting), waiting);
    for (const auto& [parcel, at, is_confirmed] : store.exports().latest(most_parcels))
        view.parcels.push_back({fmt::format(fmt::runtime(words::left::parcel), parcel.parcel, moment_words(at, now)),
                                fmt::format(fmt::runtime(words::left::holds), parcel.facts_up_to, counted_words(parcel.answers, words::admin::answer)),
                                is_confirmed});
    return view;
}

ThisKioskView present_this_kiosk(Flow& flow)
{
    ThisKioskView view;
    const auto identity = flow.store.identity();
    view.rows.push_back(row_of(About::place, identity ? identity->code : std::string{}, identity ? identity->team + ", " + identity->site : std::string{}));
    view.rows.push_back(row_of(About::version, fmt::format(fmt::runtime(words::kiosk::version), flow.machine.version), std::string{words::kiosk::version_more}));
    view.rows.push_back(programme_row(flow));
    view.rows.push_back(disk_row(flow));
    view.rows.push_back(clock_row(flow.clock));
    view.rows.push_back(doubted_row(flow));
    view.rows.push_back(scanner_row(flow));
    view.rows.push_back(backup_row(flow.store, flow.now));
    return view;
}

ClockView present_clock(Flow& flow, const page::Clock& clock)
{
    ClockView view;
    const auto time = clock.chosen.value_or(local_time(flow.now));
    const auto month_and_day = short_date_words(time.date);
    view.values = {fmt::format("{}", static_cast<unsigned>(time.date.day())), month_and_day.substr(month_and_day.find(' ') + 1, 3),
                   fmt::format("{}", static_cast<int>(time.date.year())), fmt::format("{:02}", time.hour), fmt::format("{:02}", time.minute)};
    view.is_doubted = flow.clock.untrusted;
    view.can_be_set = clock.chosen.has_value();
    view.standing = flow.clock.untrusted ? words::admin::clock_doubted : words::admin::clock_right;
    view.standing_more = flow.clock.untrusted ? words::admin::clock_doubted_more : words::admin::clock_right_more;
    view.problem = clock.problem;
    for (const auto& day : flow.store.figures().doubted(most_doubted_days)) view.doubted.push_back({date_words(day.day), counted_words(day.facts, words::admin::fact)});
    return view;
}

}
