#include "kiosk/visit_flow.hpp"

#include "domain/names.hpp"
#include "domain/pass.hpp"
#include "kiosk/phrases.hpp"
#include "kiosk/proof.hpp"
#include "kiosk/words.hpp"

#include <fmt/format.h>

namespace refectory {

namespace {

using Tone = MessageView::Tone;

// Every refusal says why and what to do; all but the first three leave the visit code as the way in.
struct PassRefusal {
    RefusalReason reason;
    words::Words title, sentence;
};

PassRefusal refusal_of(PassDecision decision)
{
    switch (decision) {
    case PassDecision::damaged: return {RefusalReason::damaged, words::pass::damaged, words::pass::damaged_more};
    case PassDecision::not_yet_valid:
        return {RefusalReason::not_yet_valid, words::pass::not_yet_valid, words::pass::not_yet_valid_more};
    case PassDecision::expired: return {RefusalReason::expired, words::pass::expired, words::pass::expired_more};
    case PassDecision::withdrawn: return {RefusalReason::withdrawn, words::pass::withdrawn, words::pass::withdrawn_more};
    case PassDecision::unknown: return {RefusalReason::unknown_person, words::pass::unknown, words::pass::unknown_more};
    case PassDecision::not_expected:
        return {RefusalReason::not_expected, words::pass::not_expected, words::pass::not_expected_more};
    case PassDecision::not_ours:
    case PassDecision::good:
    case PassDecision::already_in: break;
    }
    return {RefusalReason::not_ours, words::pass::not_ours, words::pass::not_ours_more};
}

void fill_programme(Flow& flow, VisitView& view, const Activity& activity)
{
    for (const auto& item : flow.store.activities().timetable(activity.id))
        view.timetable.push_back({clock_words(item.starts), item.title, item.detail, item.consent});
    if (view.timetable.empty())
        view.timetable.push_back({clock_words(activity.starts), activity.topic, activity.description, Consent::not_needed});
    view.place = activity.place;
    if (activity.host)
        if (const auto host = flow.store.people().find(*activity.host))
            view.host = fmt::format(fmt::runtime(words::visit::host), host->name);
    const auto expectation = flow.store.activities().expectation(activity.id);
    if (expectation) {
        view.talk = expectation->talk_wanted ? words::visit::talk : words::visit::no_talk;
        view.expectation = expectation->words;
        if (expectation->team_told_on)
            view.talk_detail = fmt::format(fmt::runtime(words::visit::team_told), short_date_words(*expectation->team_told_on));
        else if (expectation->agreed_on)
            view.talk_detail = fmt::format(fmt::runtime(words::visit::agreed), short_date_words(*expectation->agreed_on));
    }
    for (const auto& question : flow.store.answers().questions(activity.id)) view.questions.push_back(question.words);
}

void open_visit(Flow& flow, PersonId academic, Means means, std::optional<PassNumber> pass,
                const std::optional<Activity>& activity)
{
    const auto person = flow.store.people().find(academic);
    const auto identity = flow.store.identity();
    if (!person || !identity) return flow.home();
    page::Visit visit{academic, {}, means, pass, 0, {}, {}};
    auto& view = visit.view;
    view.greeting = greeting_words(person->name, flow.now);
    view.scheduled = activity.has_value();
    view.day = fmt::format(fmt::runtime(words::visit::day), identity->team);
    if (activity) {
        visit.activity = activity->id;
        fill_programme(flow, view, *activity);
        const auto expectation = flow.store.activities().expectation(activity->id);
        if (expectation && expectation->agreed_on)
            view.day = fmt::format(fmt::runtime(words::visit::day_agreed), identity->team,
                                   short_date_words(*expectation->agreed_on));
    }
    const auto note = flow.store.activities().note();
    visit.note_version = note.version;
    view.note = note.words;
    view.note_changed = note.changed;
    const auto today = local_date(flow.now);
    const Date new_year{today.year(), std::chrono::January, std::chrono::day{1}};
    const auto given = flow.store.visits().given_by(academic, start_of_day(new_year), flow.now);
    if (given >= std::chrono::minutes{1})
        view.hours_given = fmt::format(fmt::runtime(words::visit::hours_given), length_words(given));
    flow.open(std::move(visit));
}

void open_check_out(Flow& flow, PersonId academic, const FactKey& visit, Means means)
{
    const auto person = flow.store.people().find(academic);
    if (!person) return flow.home();
    page::CheckOut out{academic, visit, means, {}, {}};
    const auto began = flow.store.visits().began(visit);
    out.view.title = fmt::format(fmt::runtime(words::check_out::title), greeting_name(person->name));
    out.view.given = fmt::format(fmt::runtime(words::check_out::given), length_words(std::max(milliseconds{0}, flow.now - began)), clock_words(began));
    if (const auto activity = flow.store.visits().activity_of(visit))
        out.view.objectives = flow.store.activities().objectives(*activity);
    out.draft.outcomes.resize(out.view.objectives.size());
    flow.open(std::move(out));
}

void refuse_pass(Flow& flow, PassDecision decision, const PassReading& reading)
{
    const auto* pass = std::get_if<Pass>(&reading);
    const auto refusal = refusal_of(decision);
    const auto person = pass ? std::optional{pass->person} : std::nullopt;
    const auto number = pass ? std::optional{pass->number} : std::nullopt;
    if (!flow.store.refuse({refusal.reason, person, number}, flow.now, flow.trust)) return flow.trouble();
    page::PassProblem problem;
    problem.view.tone = Tone::refusal;
    problem.view.title = refusal.title;
    problem.view.words = decision == PassDecision::not_yet_valid
                             ? fmt::format(fmt::runtime(refusal.sentence), date_words(pass->valid_from))
                         : decision == PassDecision::expired
                             ? fmt::format(fmt::runtime(refusal.sentence), date_words(pass->valid_until))
                             : std::string{refusal.sentence};
    problem.view.secondary = words::finish;
    if (decision == PassDecision::not_expected) {
        problem.view.tone = Tone::information;
        problem.view.primary = words::pass::check_in_anyway;
        problem.person = person;
        problem.pass = number;
    } else {
        problem.view.primary = words::pass::use_code;
    }
    flow.open(std::move(problem));
}

page::Who academic_page()
{
    return page::Who{WhoFor::visit, {}, {WhoFor::visit, {}, false}, {}};
}

// Scanned or typed, a pass is decided on alike.
void decide_on(Flow& flow, const PassReading& reading)
{
    const auto decision = decide(reading, local_date(flow.now), [&](const Pass& pass) { return flow.store.visits().holder_of(pass, flow.now); });
    if (decision != PassDecision::good && decision != PassDecision::already_in) return refuse_pass(flow, decision, reading);
    const auto& pass = std::get<Pass>(reading);
    if (decision == PassDecision::already_in)
        return open_check_out(flow, pass.person, *flow.store.visits().open_visit(pass.person), Means::pass);
    open_visit(flow, pass.person, Means::pass, pass.number, flow.store.visits().expected_today(pass.person, flow.now));
}

void submit_pass_letters(Flow& flow, page::Code& code, std::string_view typed)
{
    const Proof proof{tries_of::pass_letters(code.person), {RefusalReason::wrong_code, code.person, std::nullopt},
                      words::code::wrong_letters, words::code::wrong_letters_last};
    std::optional<Pass> pass;
    const auto is_right = [&]() -> Result<bool> {
        for (const auto& known : flow.store.visits().pass_codes(code.person))
            if (!pass && matches(typed, known.code)) pass = known.pass;
        return pass.has_value();
    };
    if (proves(flow, code.view, proof, is_right)) decide_on(flow, *pass);
}

void submit_visit_code(Flow& flow, page::Code& code, std::string_view typed)
{
    const auto activity = code.activity.value_or(ActivityId{});
    const Proof proof{tries_of::visit_code(code.person, activity), {RefusalReason::wrong_code, code.person, std::nullopt},
                      words::code::wrong, words::code::wrong_last};
    const auto is_right = [&]() -> Result<bool> {
        const auto kept = flow.store.visits().visit_code(code.person, activity);
        return kept && matches(typed, *kept);
    };
    if (!proves(flow, code.view, proof, is_right)) return;
    if (const auto visit = flow.store.visits().open_visit(code.person))
        return open_check_out(flow, code.person, *visit, Means::code);
    open_visit(flow, code.person, Means::code, std::nullopt, flow.store.activities().find(activity));
}

}

void take_scan(Flow& flow, std::string_view scanned)
{
    if (const auto identity = flow.store.identity()) decide_on(flow, read_pass(scanned, identity->desk_key));
}

void open_code(Flow& flow, PersonId academic)
{
    const auto activity = flow.store.visits().expected_today(academic, flow.now);
    page::Code code{academic, activity ? std::optional{activity->id} : std::nullopt, {}, {}};
    code.view.title = words::code::title;
    code.view.hint = words::code::hint;
    code.view.length = visit_code_digits;
    code.view.pad = SecretView::Pad::digits;
    if (!flow.store.visits().pass_codes(academic).empty()) {
        code.view.title = words::code::title_with_pass;
        code.view.hint = words::code::hint_with_pass;
        code.view.letters_length = pass_letters_count;
        code.view.pad = SecretView::Pad::either;
    }
    flow.open(std::move(code));
}

void act(Flow& flow, page::Welcome&, const intent::OpenVisiting&)
{
    flow.open(page::Visiting{});
}

void act(Flow& flow, page::Visiting&, const intent::UseCode&)
{
    flow.open(academic_page());
}

void act(Flow& flow, page::PassProblem&, const intent::UseCode&)
{
    flow.replace(academic_page());
}

void act(Flow& flow, page::PassProblem& problem, const intent::CheckInUnscheduled&)
{
    if (problem.person) open_visit(flow, *problem.person, Means::pass, problem.pass, std::nullopt);
}

void act(Flow& flow, page::Code& code, const intent::SubmitCode&)
{
    const auto typed = std::exchange(code.draft.typed, {});
    if (typed.size() == pass_letters_count) submit_pass_letters(flow, code, typed);
    else submit_visit_code(flow, code, typed);
}

void act(Flow& flow, page::Visit& visit, const intent::CheckInNow&)
{
    if (!visit.draft.agreed) {
        visit.view.problem = words::visit::agree_first;
        return;
    }
    const CheckIn check_in{visit.person, visit.activity, visit.means, visit.pass, visit.note_version};
    if (!flow.store.visits().check_in(check_in, flow.now, flow.trust)) return flow.trouble();
    flow.say(Tone::confirmation, words::visit::checked_in, std::string{words::visit::checked_in_more});
}

void act(Flow& flow, page::CheckOut& out, const intent::AddVisitWords&)
{
    page::VisitWords remark;
    remark.view.title = words::check_out::words_title;
    remark.view.button = words::continue_;
    remark.draft.text = out.draft.words;
    flow.open(std::move(remark));
}

void act(Flow& flow, page::CheckOut& out, const intent::CheckOutNow&)
{
    CheckOutForm form;
    for (std::size_t i = 0; i < out.view.objectives.size(); ++i)
        if (out.draft.outcomes[i]) form.outcomes.emplace_back(out.view.objectives[i].number, *out.draft.outcomes[i]);
    form.face = out.draft.face;
    form.words = tidy_name(out.draft.words);
    form.may_be_quoted = out.draft.may_be_quoted;
    const auto length = flow.store.visits().check_out(out.visit, out.person, out.means, form, flow.now, flow.trust);
    if (!length) return flow.trouble();
    flow.say(Tone::confirmation, words::check_out::done,
             fmt::format(fmt::runtime(words::check_out::done_more), length_words(*length)));
}

}
