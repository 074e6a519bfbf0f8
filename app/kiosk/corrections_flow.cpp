#include "kiosk/corrections_flow.hpp"

#include "domain/invitation.hpp"
#include "domain/names.hpp"
#include "kiosk/admin_flow.hpp"
#include "kiosk/admin_words.hpp"
#include "kiosk/phrases.hpp"
#include "kiosk/present_today.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace refectory {

namespace {

struct Reason { CorrectionReason reason; words::Words words; };

constexpr std::array of_visits{Reason{CorrectionReason::forgotten, words::corrections::forgotten},
                               Reason{CorrectionReason::pass_failed, words::corrections::pass_failed},
                               Reason{CorrectionReason::by_mistake, words::corrections::by_mistake}};
constexpr std::array of_sign_ups{Reason{CorrectionReason::twice, words::corrections::twice},
                                 Reason{CorrectionReason::wrong_person, words::corrections::wrong_person},
                                 Reason{CorrectionReason::asked_for, words::corrections::asked_for}};
constexpr std::array of_letters{Reason{CorrectionReason::lost, words::new_letters::lost}, Reason{CorrectionReason::seen, words::new_letters::seen}};

std::vector<std::string> words_of(std::span<const Reason> reasons)
{
    std::vector<std::string> all;
    for (const auto& reason : reasons) all.emplace_back(reason.words);
    return all;
}

// As the activity was to end, where it has; else an hour. The admin moves it from there.
Instant likely_end(Flow& flow, const VisitNow& visit)
{
    const auto id = flow.store.visits().activity_of(visit.visit);
    const auto activity = id ? flow.store.activities().find(*id) : std::nullopt;
    if (activity && activity->ends > visit.began && activity->ends <= flow.now) return activity->ends;
    return std::max(visit.began, std::min(flow.now, visit.began + std::chrono::hours{1}));
}

// A visit ends on the day on which it began; one that began before the clock was set back ends as it began.
Instant latest_end(const VisitNow& visit, Instant now)
{
    return std::max(visit.began, std::min(now, start_of_day(add_days(local_date(visit.began), 1)) - std::chrono::minutes{1}));
}

void close_visit(Flow& flow, const page::VisitToClose& close, CorrectionReason reason)
{
    if (!flow.store.corrections().close_visit(close.visit, close.ended, reason, flow.now, flow.trust)) return flow.trouble();
    tell_admin(flow, MessageView::Tone::confirmation, std::string{words::corrections::closed},
               fmt::format(fmt::runtime(words::corrections::closed_more), length_words(close.ended - close.visit.began)));
}

bool has_place(Flow& flow, const ActivityId& activity, PersonId person)
{
    const auto standing = flow.store.activities().places(activity).standing_of(person);
    return standing && std::holds_alternative<HasPlace>(*standing);
}

void remove_sign_up(Flow& flow, const page::SignUpToRemove& remove, CorrectionReason reason)
{
    const auto more = has_place(flow, remove.activity, remove.person) ? words::corrections::place_is_free : words::corrections::others_move_up;
    if (!flow.store.corrections().remove_sign_up(remove.activity, remove.person, reason, flow.now, flow.trust)) return flow.trouble();
    tell_admin(flow, MessageView::Tone::confirmation, std::string{words::corrections::removed}, std::string{more});
}

// Whoever was made to wait for wrong ones need not wait any longer.
void renew_letters(Flow& flow, PersonId who, CorrectionReason reason)
{
    const auto person = flow.store.people().find(who);
    if (!person) return flow.home();
    const auto letters = flow.store.people().renew_letters(who, reason, flow.now, flow.trust);
    if (!letters || !flow.store.tries().succeeded(tries_of::letters(who))) return flow.trouble();
    tell_admin(flow, MessageView::Tone::confirmation, *letters, fmt::format(fmt::runtime(words::new_letters::done_more), person->name));
}

}

void refresh(Flow& flow, page::Corrections& corrections)
{
    corrections.open = flow.store.visits().who_is_in();
    corrections.view.open.clear();
    for (const auto& visit : corrections.open) corrections.view.open.push_back(present_visit(flow.store, visit, flow.now));
}

void act(Flow& flow, page::Corrections& corrections, const intent::CloseVisit& asked)
{
    if (asked.visit >= corrections.open.size()) return;
    const auto& visit = corrections.open[asked.visit];
    page::Correct correct{page::VisitToClose{visit, likely_end(flow, visit)}, {}};
    correct.view.title = fmt::format(fmt::runtime(words::corrections::when_left), greeting_name(academic_words(flow.store, visit.academic)));
    correct.view.detail = present_visit(flow.store, visit, flow.now).detail;
    correct.view.button = words::corrections::close_visit;
    correct.view.reasons = words_of(of_visits);
    flow.open(std::move(correct));
}

void act(Flow& flow, page::Corrections&, const intent::FindSignUp&)
{
    flow.open(page::Who{WhoFor::correction, {}, {WhoFor::correction, {}, false}, {}});
}

void act(Flow& flow, page::Corrections&, const intent::RenewLetters&)
{
    flow.open(page::Who{WhoFor::new_letters, {}, {WhoFor::new_letters, {}, false}, {}});
}

void open_renew_letters(Flow& flow, PersonId person)
{
    const auto found = flow.store.people().find(person);
    if (!found) return flow.home();
    page::Correct correct{page::LettersToRenew{person}, {}};
    correct.view.title = fmt::format(fmt::runtime(words::new_letters::title), found->name);
    correct.view.detail = words::new_letters::more;
    correct.view.button = words::new_letters::yes;
    correct.view.reasons = words_of(of_letters);
    flow.open(std::move(correct));
}

void open_sign_ups_of(Flow& flow, PersonId person)
{
    flow.replace(page::SignUpsOf{person, {}, {}});
}

void refresh(Flow& flow, page::SignUpsOf& page)
{
    const auto person = flow.store.people().find(page.person);
    if (!person) return flow.home();
    page.view.title = fmt::format(fmt::runtime(words::corrections::sign_ups_of), person->name);
    page.view.rows.clear();
    for (const auto& own : flow.store.sign_ups().of_person(page.person, flow.now)) {
        if (is_over(own.activity, flow.now)) continue;
        const auto* waits = std::get_if<Waits>(&own.standing);
        page.view.rows.push_back({own.activity.id, own.activity.topic, when_words(own.activity, flow.now),
                                  waits ? fmt::format(fmt::runtime(words::corrections::waits), waits->number) : std::string{words::corrections::has_place}});
    }
}

void act(Flow& flow, page::SignUpsOf& page, const intent::RemoveSignUp& asked)
{
    const auto activity = flow.store.activities().find(asked.activity);
    if (!activity) return;
    page::Correct correct{page::SignUpToRemove{asked.activity, page.person}, {}};
    correct.view.title = fmt::format(fmt::runtime(words::corrections::why_removed), activity->topic);
    const auto person = flow.store.people().find(page.person);
    const auto becomes_of_it = has_place(flow, asked.activity, page.person) ? words::corrections::gives_place_up : words::corrections::waits_no_more;
    correct.view.detail = fmt::format(fmt::runtime(becomes_of_it), person ? person->name : std::string{});
    correct.view.button = words::corrections::remove_it;
    correct.view.reasons = words_of(of_sign_ups);
    correct.view.takes_away = true;
    flow.open(std::move(correct));
}

void refresh(Flow&, page::Correct& correct)
{
    const auto* close = std::get_if<page::VisitToClose>(&correct.what);
    if (!close) return;
    correct.view.ended = clock_words(close->ended);
    correct.view.length = fmt::format(fmt::runtime(words::corrections::length), length_words(close->ended - close->visit.began));
}

void act(Flow& flow, page::Correct& correct, const intent::StepEnd& step)
{
    auto* close = std::get_if<page::VisitToClose>(&correct.what);
    if (!close) return;
    close->ended = std::clamp(close->ended + std::chrono::minutes{step.minutes}, close->visit.began, latest_end(close->visit, flow.now));
    refresh(flow, correct);
}

// Who checked in by mistake was not here at all.
void act(Flow& flow, page::Correct& correct, const intent::ChooseReason& chosen)
{
    if (chosen.reason >= correct.view.reasons.size()) return;
    correct.view.chosen = chosen.reason;
    auto* close = std::get_if<page::VisitToClose>(&correct.what);
    if (!close) return;
    if (of_visits[chosen.reason].reason == CorrectionReason::by_mistake) close->ended = close->visit.began;
    else if (close->ended == close->visit.began) close->ended = likely_end(flow, close->visit);
    refresh(flow, correct);
}

void act(Flow& flow, page::Correct& correct, const intent::Correct&)
{
    if (!correct.view.chosen) return;
    const auto chosen = *correct.view.chosen;
    if (const auto* close = std::get_if<page::VisitToClose>(&correct.what)) return close_visit(flow, *close, of_visits[chosen].reason);
    if (const auto* renew = std::get_if<page::LettersToRenew>(&correct.what)) return renew_letters(flow, renew->person, of_letters[chosen].reason);
    remove_sign_up(flow, std::get<page::SignUpToRemove>(correct.what), of_sign_ups[chosen].reason);
}

}
