#include "kiosk/present_admin.hpp"

#include "kiosk/admin_words.hpp"
#include "kiosk/phrases.hpp"
#include "kiosk/timing.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace refectory {

namespace {

using About = AdminRowView::About;

AdminRowView visitors_row(KioskStore& store)
{
    const auto count = store.visits().who_is_in().size();
    if (count == 0) return {About::visitors, std::string{words::admin::nobody_is_in}, std::string{words::admin::nobody_is_in_more}, false};
    if (count == 1) return {About::visitors, std::string{words::admin::one_is_in}, std::string{words::admin::is_in_more}, false};
    return {About::visitors, fmt::format(fmt::runtime(words::admin::are_in), count), std::string{words::admin::is_in_more}, false};
}

AdminRowView exported_row(KioskStore& store, const std::optional<Error>& failure, Instant now)
{
    if (failure) return {About::exported, std::string{words::admin::export_failed}, failure->sentence, true};
    const auto newest = store.exports().newest();
    if (!newest) return {About::exported, std::string{words::admin::never_exported}, std::string{words::admin::never_exported_more}, true};
    return {About::exported, fmt::format(fmt::runtime(words::admin::exported), moment_words(newest->at, now)),
            fmt::format(fmt::runtime(words::admin::exported_more), newest->parcel.parcel, newest->parcel.facts_up_to), false};
}

// What the receipt means: the desk has all that was recorded until that parcel was written.
AdminRowView confirmed_row(KioskStore& store, Instant now)
{
    const auto confirmed = store.exports().confirmed();
    const auto away = store.exports().oldest_unconfirmed(now);
    if (away && now - away->at >= long_away)
        return {About::confirmed, std::string{words::admin::stick_away},
                fmt::format(fmt::runtime(words::admin::stick_away_more), short_date_words(local_date(away->at))), true};
    if (!confirmed) return {About::confirmed, std::string{words::admin::nothing_confirmed}, std::string{words::admin::nothing_confirmed_more}, false};
    return {About::confirmed, std::string{words::admin::confirmed}, fmt::format(fmt::runtime(words::admin::confirmed_more), moment_name(confirmed->at, now)), false};
}

AdminRowView programme_row(KioskStore& store, Instant now)
{
    const auto header = store.activities().header();
    if (!header) return {About::programme, std::string{words::admin::no_programme}, std::string{words::admin::no_programme_more}, true};
    const auto age = age_of(*header, now);
    if (age >= long_away)
        return {About::programme, fmt::format(fmt::runtime(words::admin::programme_old), header->serial, age.count()),
                std::string{words::admin::programme_old_more}, true};
    if (!store.activities().programme_is_for_here())
        return {About::programme, std::string{words::admin::programme_without_chairs}, std::string{words::admin::programme_without_chairs_more}, true};
    const auto ahead = store.activities().between(now, now + std::chrono::days{365}).size();
    return {About::programme, fmt::format(fmt::runtime(words::admin::programme), header->serial),
            fmt::format(fmt::runtime(words::admin::programme_more), short_date_words(local_date(header->issued_at)),
                        counted_words(static_cast<std::int64_t>(ahead), words::admin::activity)),
            false};
}

AdminRowView clock_row(const ClockMemory& clock)
{
    if (clock.untrusted) return {About::clock, std::string{words::admin::clock_doubted}, std::string{words::admin::clock_doubted_more}, true};
    return {About::clock, std::string{words::admin::clock_right}, std::string{words::admin::clock_right_more}, false};
}

AdminRowView kiosk_row(KioskStore& store, Instant now)
{
    if (recent_damage(store, now)) return {About::kiosk, std::string{words::admin::mended}, std::string{words::admin::mended_more}, true};
    if (is_backup_old(store, now)) return {About::kiosk, std::string{words::admin::no_backup}, std::string{words::admin::no_backup_more}, true};
    const auto identity = store.identity();
    return {About::kiosk, identity ? identity->code : std::string{}, identity ? identity->team + ", " + identity->site : std::string{}, false};
}

}

std::chrono::days age_of(const ProgrammeHeader& header, Instant now)
{
    return std::chrono::days{days_between(local_date(header.issued_at), local_date(now))};
}

std::string moment_name(Instant moment, Instant now)
{
    const auto date = local_date(moment);
    auto day = day_words(date, local_date(now));
    if (day != date_words(date)) day[0] = static_cast<char>(day[0] - 'A' + 'a');  // today, yesterday
    return fmt::format(fmt::runtime(words::admin::moment), day, clock_words(moment));
}

std::string moment_words(Instant moment, Instant now)
{
    const auto named = moment_name(moment, now);
    const bool is_near = named.front() >= 'a';
    return is_near ? named : fmt::format(fmt::runtime(words::admin::on_moment), named);
}

std::optional<Damage> recent_damage(KioskStore& store, Instant now)
{
    const auto damages = store.damages();
    if (damages.empty() || now - damages.front().at >= long_away) return {};
    return damages.front();
}

bool is_backup_old(KioskStore& store, Instant now)
{
    if (store.is_making_backup()) return false;  // a kiosk that was off overnight begins one as soon as it is on
    const auto last = store.newest_backup();
    return last && now - *last >= backup_is_old;
}

std::string waiting_for_desk_words(const Waiting& waiting)
{
    const auto facts = counted_words(waiting.facts, words::admin::fact);
    if (waiting.answers == 0) return facts;
    return fmt::format(fmt::runtime(words::admin::facts_and_answers), facts, counted_words(waiting.answers, words::admin::answer));
}

std::string trouble_words(const Stick& stick)
{
    const auto pattern = [&] {
        switch (stick.trouble) {
        case StickTrouble::read_only: return words::admin::stick_read_only;
        case StickTrouble::encrypted: return words::admin::stick_encrypted;
        case StickTrouble::foreign:
        case StickTrouble::none: break;
        }
        return words::admin::stick_foreign;
    }();
    return fmt::format(fmt::runtime(pattern), stick.name);
}

void present_admin(Flow& flow, page::Admin& admin)
{
    auto& store = flow.store;
    auto& view = admin.view;
    view = {};
    view.stays_seconds = static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(admin_stays).count());
    view.waiting = waiting_for_desk_words(store.exports().waiting(flow.now));
    view.rows = {visitors_row(store), exported_row(store, flow.exporter.last_failure(), flow.now),
                 confirmed_row(store, flow.now), programme_row(store, flow.now),
                 clock_row(flow.clock), kiosk_row(store, flow.now)};
    admin.sticks.clear();
    const auto header = store.activities().header();
    if (header) view.fingerprint = header->fingerprint;
    auto sticks = flow.find_sticks ? flow.find_sticks() : std::vector<Stick>{};
    const bool can_export = std::ranges::find(sticks, StickTrouble::none, &Stick::trouble) != sticks.end();
    for (auto& stick : sticks) {
        // One that can only be read says so on its button; why nothing else is offered is said where there is no other.
        const bool is_only_read = stick.trouble == StickTrouble::read_only;
        if (stick.trouble != StickTrouble::none && !(is_only_read && can_export)) view.stick_problems.push_back(trouble_words(stick));
        if (stick.trouble != StickTrouble::none && !is_only_read) continue;
        const auto before = std::ranges::count(admin.sticks, stick.name, &Stick::name);
        const auto name = before == 0 ? stick.name : fmt::format(fmt::runtime(words::admin::another_of_that_name), stick.name, before + 1);
        const auto way = is_only_read ? words::admin::bring_from : words::admin::export_to;
        view.sticks.push_back(fmt::format(fmt::runtime(way), name));
        admin.sticks.push_back(std::move(stick));
    }
}

}
