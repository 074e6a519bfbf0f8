#include "kiosk/admin_flow.hpp"

#include "kiosk/admin_words.hpp"
#include "kiosk/present_admin.hpp"
#include "kiosk/proof.hpp"

namespace refectory {

namespace {

using Tone = MessageView::Tone;

SecretView pin_view(std::string_view title, std::string_view hint)
{
    SecretView view;
    view.title = title;
    view.hint = hint;
    view.length = pin_digits;
    view.pad = SecretView::Pad::digits;
    view.masked = true;
    return view;
}

}

void tell_admin(Flow& flow, Tone tone, std::string title, std::string sentence, std::vector<MessageView::Labelled> labelled)
{
    page::Message message;
    message.view.tone = tone;
    message.view.of_admin = true;
    message.view.labelled = std::move(labelled);
    message.view.title = std::move(title);
    message.view.words = std::move(sentence);
    message.view.primary = words::finish;
    message.view.secondary = words::admin::back;
    flow.replace(std::move(message));
}

page::ChoosePin choose_pin_page(page::ChosenBy by)
{
    page::ChoosePin choose{by, {}, pin_view(words::pin::choose, words::pin::choose_more), {}};
    choose.view.can_go_back = by == page::ChosenBy::admin;
    return choose;
}

page::AdminPin admin_pin_page()
{
    return {pin_view(words::pin::title, words::pin::hint), {}};
}

void act(Flow& flow, page::ChoosePin& choose, const intent::SubmitPin&)
{
    auto typed = std::exchange(choose.draft.typed, {});
    if (choose.first.empty()) return flow.open(page::ChoosePin{choose.by, std::move(typed), pin_view(words::pin::again, words::pin::again_more), {}});
    if (typed != choose.first) {
        choose.view.problem = words::pin::differs;
        return;
    }
    if (!flow.store.pin().choose(typed, flow.now, flow.trust)) return flow.trouble();
    flow.say(Tone::confirmation, words::pin::chosen, std::string{words::pin::chosen_more});
}

void act(Flow& flow, page::AdminPin& pin, const intent::SubmitPin&)
{
    const auto typed = std::exchange(pin.draft.typed, {});
    flow.store.give_up_reserve_if_full();  // a try has to be counted on a full disk too: then above all an export is wanted
    const Proof proof{tries_of::pin, {RefusalReason::wrong_pin, std::nullopt, std::nullopt}, words::pin::wrong, words::pin::wrong_last};
    if (!proves(flow, pin.view, proof, [&] { return flow.store.pin().check(typed); })) return;
    if (!flow.store.pin().entered(flow.now, flow.trust)) return flow.trouble();
    flow.replace(page::Admin{});
}

void refresh(Flow& flow, page::Admin& admin)
{
    present_admin(flow, admin);
}

}
