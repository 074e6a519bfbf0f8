#include "kiosk/own_sign_ups_flow.hpp"

#include "domain/names.hpp"
#include "kiosk/phrases.hpp"
#include "kiosk/present.hpp"
#include "kiosk/proof.hpp"
#include "kiosk/words.hpp"

#include <fmt/format.h>

namespace refectory {

using Tone = MessageView::Tone;

void act(Flow& flow, page::Activities&, const intent::OpenMine&)
{
    flow.open(page::Who{WhoFor::own_sign_ups, {}, {WhoFor::own_sign_ups, {}, false}, {}});
}

void open_letters(Flow& flow, PersonId person)
{
    page::Letters letters{person, {}, {}};
    letters.view.title = words::letters::title;
    letters.view.hint = words::letters::hint;
    letters.view.length = own_letters_count;
    letters.view.pad = SecretView::Pad::letters;
    flow.open(std::move(letters));
}

void act(Flow& flow, page::Letters& letters, const intent::SubmitLetters&)
{
    const auto typed = std::exchange(letters.draft.typed, {});
    const Proof proof{tries_of::letters(letters.person), {RefusalReason::wrong_letters, letters.person, std::nullopt}, words::letters::wrong,
                      words::letters::wrong_last};
    if (!proves(flow, letters.view, proof, [&] { return flow.store.people().check_letters(letters.person, normalised_letters(typed)); })) return;
    page::Mine mine{letters.person, {}, {}};
    refresh(flow, mine);
    flow.replace(std::move(mine));
}

void refresh(Flow& flow, page::Mine& mine)
{
    const auto person = flow.store.people().find(mine.person);
    if (!person) return flow.home();
    mine.view.greeting = fmt::format(fmt::runtime(words::mine::title), greeting_name(person->name));
    mine.view.sign_ups.clear();
    for (const auto& own : flow.store.sign_ups().of_person(mine.person, flow.now)) {
        const auto* waits = std::get_if<Waits>(&own.standing);
        mine.view.sign_ups.push_back(
            {present_card(flow.store, own.activity, flow.now), waits == nullptr, waits ? waits->number : 0});
    }
}

void act(Flow& flow, page::Mine& mine, const intent::Cancel& intent)
{
    bool has_place = true, somebody_waits = false;
    for (const auto& own : mine.view.sign_ups)
        if (own.card.activity == intent.activity) {
            has_place = own.has_place;
            somebody_waits = own.card.waiting > 0;
        }
    page::ConfirmCancel cancel{mine.person, intent.activity, {}};
    cancel.view.title = has_place ? words::cancel::title : words::cancel::title_waiting;
    cancel.view.words = has_place && !somebody_waits ? words::cancel::more_free : words::cancel::more;
    cancel.view.primary = words::cancel::yes;
    cancel.view.secondary = words::cancel::no;
    cancel.view.closes = false;
    flow.open(std::move(cancel));
}

void act(Flow& flow, page::Mine& mine, const intent::ShowCalendar& intent)
{
    const auto activity = flow.store.activities().find(intent.activity);
    if (!activity) return;
    const auto standing = flow.store.activities().places(intent.activity).standing_of(mine.person);
    if (!standing) return;
    flow.open(page::Done{intent.activity, present_place(*activity, *standing, flow.now)});
}

void act(Flow& flow, page::Mine& mine, const intent::EraseMe&)
{
    page::ConfirmErase erase{mine.person, {}};
    erase.view.title = words::erase::title;
    erase.view.words = words::erase::more;
    erase.view.primary = words::erase::yes;
    erase.view.secondary = words::erase::no;
    erase.view.closes = false;
    flow.open(std::move(erase));
}

void act(Flow& flow, page::ConfirmCancel& cancel, const intent::ConfirmCancel&)
{
    if (!flow.store.sign_ups().withdraw(cancel.activity, cancel.person, WithdrawalReason::by_person, flow.now, flow.trust))
        return flow.trouble();
    flow.say(Tone::confirmation, words::cancel::done, std::string{words::cancel::done_more});
}

void act(Flow& flow, page::ConfirmErase& erase, const intent::ConfirmErase&)
{
    if (!flow.store.sign_ups().erase(erase.person, flow.now, flow.trust)) return flow.trouble();
    flow.say(Tone::confirmation, words::erase::done, std::string{flow.store.owes_sweep() ? words::erase::done_soon : words::erase::done_more});
}

}
