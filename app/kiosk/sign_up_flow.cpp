#include "kiosk/sign_up_flow.hpp"

#include "domain/invitation.hpp"
#include "domain/names.hpp"
#include "kiosk/corrections_flow.hpp"
#include "kiosk/own_sign_ups_flow.hpp"
#include "kiosk/phrases.hpp"
#include "kiosk/present.hpp"
#include "kiosk/visit_flow.hpp"
#include "kiosk/words.hpp"

#include <fmt/format.h>

namespace refectory {

namespace {

using Tone = MessageView::Tone;

void open_activity(Flow& flow, const ActivityId& id)
{
    if (flow.store.activities().find(id)) flow.open(page::OneActivity{id, {}});
}

void open_question(Flow& flow, const ActivityId& id)
{
    const auto activity = flow.store.activities().find(id);
    if (!activity) return;
    std::string academic;
    if (activity->academic)
        if (const auto person = flow.store.people().find(*activity->academic)) academic = person->name;
    page::Question question{id, {}, {}};
    question.view.title = words::ask::title;
    question.view.hint = academic.empty() ? std::string{words::ask::hint_nobody}
                                          : fmt::format(fmt::runtime(words::ask::hint), academic);
    question.view.button = words::ask::send;
    flow.open(std::move(question));
}

page::Confirm confirm_page(Flow& flow, const Activity& activity, std::variant<PersonId, page::NewPerson> who)
{
    page::Confirm confirm{activity.id, time_and_place_of(activity), std::move(who), {}};
    if (const auto* known = std::get_if<PersonId>(&confirm.who)) {
        if (const auto person = flow.store.people().find(*known)) {
            confirm.view.name = person->name;
            confirm.view.team = person->team;
        }
        confirm.view.gets_letters = !flow.store.people().has_letters(*known);
    } else {
        const auto& added = std::get<page::NewPerson>(confirm.who);
        confirm.view.name = added.name;
        confirm.view.team = added.team;
        confirm.view.gets_letters = true;
        confirm.view.retention = kept_words(words::add_me::retention, flow.retention.names);
    }
    confirm.view.topic = activity.topic;
    confirm.view.when = when_words(activity, flow.now);
    confirm.view.place = activity.place;
    confirm.view.place_detail = activity.place_detail;
    return confirm;
}

// A programme came in while the page was open.
void confirm_again(Flow& flow, const Activity& activity, const page::Confirm& before)
{
    auto confirm = confirm_page(flow, activity, before.who);
    confirm.view.has_moved = true;
    confirm.changed_at = flow.now;
    flow.replace(std::move(confirm));
}

// Nobody has read it yet: it is the second of two quick taps that comes.
bool has_just_changed(const page::Confirm& confirm, Instant now)
{
    constexpr milliseconds to_read{1000};
    return confirm.changed_at && now >= *confirm.changed_at && now - *confirm.changed_at < to_read;
}

Result<> refuse_uninvited(Flow& flow, const Activity& activity, std::optional<PersonId> person)
{
    REFECTORY_TRY(flow.store.refuse({RefusalReason::not_invited, person, std::nullopt}, flow.now, flow.trust));
    flow.say(Tone::refusal, words::not_invited::title,
             fmt::format(fmt::runtime(words::not_invited::more), activity.topic, invited_words(activity.invited)));
    return {};
}

// Cleared before the answer is shown, so that going back cannot sign the same person up again.
void show_place(Flow& flow, const Activity& activity, const SignUpDone& done)
{
    auto view = present_place(activity, done.standing, flow.now);
    view.letters = done.new_letters.value_or("");
    std::string academic;
    if (activity.academic)
        if (const auto person = flow.store.people().find(*activity.academic)) academic = greeting_name(person->name);
    view.ask = academic.empty() ? std::string{words::done::ask_anyone}
                                : fmt::format(fmt::runtime(words::done::ask), academic);
    flow.replace(page::Done{activity.id, std::move(view)});
}

Result<SignUpDone> record_sign_up(Flow& flow, const Activity& activity, const std::variant<PersonId, page::NewPerson>& who)
{
    if (const auto* known = std::get_if<PersonId>(&who)) return flow.store.sign_ups().sign_up(activity.id, *known, flow.now, flow.trust);
    const auto& added = std::get<page::NewPerson>(who);
    const auto identity = flow.store.identity();
    return flow.store.sign_ups().sign_up_new_person(activity.id, added.name, added.team, identity ? identity->organisation : "", flow.now, flow.trust);
}

// What it says is shown once it is on the disk.
Result<> sign_up(Flow& flow, const page::Confirm& confirm)
{
    const auto activity = flow.store.activities().find(confirm.activity);
    if (!activity || !is_open_for_sign_up(*activity, flow.now)) {
        flow.say(Tone::refusal, words::closed::title, std::string{words::closed::more});
        return {};
    }
    if (const auto* known = std::get_if<PersonId>(&confirm.who)) {
        const auto person = flow.store.people().find(*known);
        if (!person || !is_invited(activity->invited, *known, person->team)) return refuse_uninvited(flow, *activity, *known);
    }
    if (is_elsewhere(confirm.time_and_place, time_and_place_of(*activity))) {
        confirm_again(flow, *activity, confirm);
        return {};
    }
    REFECTORY_TRY_ASSIGN(const auto done, record_sign_up(flow, *activity, confirm.who));
    // Whether somebody is signed up is shown to the one with the letters alone, and so to the one who gets them now.
    if (done.was_already && !done.new_letters) flow.say(Tone::information, words::already::title, std::string{words::already::more});
    else show_place(flow, *activity, done);
    return {};
}

}

void refresh(Flow& flow, page::Welcome& welcome)
{
    welcome.view = present_welcome(flow.store, flow.now);
}

void refresh(Flow& flow, page::Activities& activities)
{
    activities.view = present_activities(flow.store, flow.now);
}

void refresh(Flow& flow, page::OneActivity& one)
{
    if (const auto activity = flow.store.activities().find(one.activity))
        one.view = present_activity(flow.store, *activity, flow.now);
}

void act(Flow& flow, page::Welcome&, const intent::OpenActivities&)
{
    flow.open(page::Activities{});
}

void act(Flow& flow, page::Welcome&, const intent::OpenActivity& intent)
{
    open_activity(flow, intent.activity);
}

void act(Flow& flow, page::Activities&, const intent::OpenActivity& intent)
{
    open_activity(flow, intent.activity);
}

void act(Flow& flow, page::OneActivity& one, const intent::SignMeUp&)
{
    flow.open(page::Who{WhoFor::sign_up, one.activity, {WhoFor::sign_up, {}, false, kept_words(words::who::retention, flow.retention.names)}, {}});
}

void act(Flow& flow, page::OneActivity& one, const intent::Ask&)
{
    open_question(flow, one.activity);
}

void act(Flow& flow, page::Who& who, const intent::Search&)
{
    who.view.found.clear();
    who.view.searched = letters_in(search_key(who.draft.text)) >= fewest_search_letters;
    if (!who.view.searched) return;
    std::vector<Person> people;
    if (who.reason == WhoFor::visit) {
        people = flow.store.visits().academics_with_code(who.draft.text, flow.now);
    } else if (who.activity) {
        if (const auto activity = flow.store.activities().find(*who.activity)) people = flow.store.people().search(who.draft.text, *activity);
    } else {
        people = flow.store.people().search_signed_up(who.draft.text, flow.now);
    }
    for (const auto& person : people)
        who.view.found.push_back({person.id, person.name, person.team.empty() ? person.organisation : person.team});
}

void act(Flow& flow, page::Who& who, const intent::ChoosePerson& intent)
{
    if (who.reason == WhoFor::visit) return open_code(flow, intent.person);
    if (who.reason == WhoFor::new_letters) return open_renew_letters(flow, intent.person);
    if (who.reason == WhoFor::correction) return open_sign_ups_of(flow, intent.person);
    if (who.reason == WhoFor::own_sign_ups) return open_letters(flow, intent.person);
    const auto activity = flow.store.activities().find(*who.activity);
    if (!activity) return flow.home();
    flow.open(confirm_page(flow, *activity, intent.person));
}

void act(Flow& flow, page::Who& who, const intent::AddMe&)
{
    if (who.reason != WhoFor::sign_up) return;
    page::AddMe added{*who.activity, {flow.store.people().teams(), {}, kept_words(words::add_me::retention, flow.retention.names)}, {}};
    added.draft.name.text = tidy_name(who.draft.text);
    flow.open(std::move(added));
}

void act(Flow& flow, page::AddMe& added, const intent::SubmitNewPerson&)
{
    const auto name = tidy_name(added.draft.name.text);
    if (letters_in(search_key(name)) == 0) added.view.problem = words::add_me::enter_name;
    else if (code_points(name) > longest_name) added.view.problem = words::add_me::name_too_long;
    else if (!added.draft.team) added.view.problem = words::add_me::choose_team;
    else added.view.problem.clear();
    if (!added.view.problem.empty()) return;
    const auto activity = flow.store.activities().find(added.activity);
    if (!activity) return flow.home();
    const auto& team = added.view.teams[*added.draft.team];
    if (!is_invited(activity->invited, PersonId{}, team)) {
        if (!refuse_uninvited(flow, *activity, std::nullopt)) flow.trouble();
        return;
    }
    flow.open(confirm_page(flow, *activity, page::NewPerson{name, team}));
}

void act(Flow& flow, page::Confirm& confirm, const intent::ConfirmSignUp&)
{
    if (has_just_changed(confirm, flow.now)) return;
    if (!flow.store.in_one_commit([&] { return sign_up(flow, confirm); })) flow.trouble();
}

void act(Flow& flow, page::Done& done, const intent::Ask&)
{
    open_question(flow, done.activity);
}

void act(Flow& flow, page::Question& question, const intent::SubmitQuestion&)
{
    const auto text = tidy_name(question.draft.text);
    if (text.empty()) {
        question.view.problem = words::ask::enter;
        return;
    }
    Answer answer;
    answer.kind = AnswerKind::question;
    answer.activity = question.activity;
    answer.words = text;
    if (!flow.store.answers().record(answer)) return flow.trouble();
    flow.say(Tone::confirmation, words::ask::done, std::string{words::ask::done_more});
}

}
