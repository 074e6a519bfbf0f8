#include "kiosk/feedback_flow.hpp"

#include "domain/names.hpp"
#include "kiosk/phrases.hpp"
#include "kiosk/present.hpp"
#include "kiosk/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace refectory {

namespace {

constexpr int seconds_to_undo = 5;

AnswerKey key_of(const Bytes& bytes)
{
    AnswerKey key{};
    std::ranges::copy(bytes, key.begin());
    return key;
}

}

void refresh(Flow& flow, page::FeedbackList& list)
{
    list.view = present_feedback(flow.store, flow.now);
}

void act(Flow& flow, page::Welcome&, const intent::OpenFeedback&)
{
    flow.open(page::FeedbackList{});
}

void act(Flow& flow, page::FeedbackList& list, const intent::RateActivity& intent)
{
    const auto card = std::ranges::find(list.view.cards, intent.activity, &ActivityCardView::activity);
    if (card != list.view.cards.end()) flow.open(page::Faces{intent.activity, {*card}});
}

void act(Flow& flow, page::Faces& faces, const intent::Rate& intent)
{
    Answer answer;
    answer.kind = AnswerKind::feedback;
    answer.activity = faces.activity;
    answer.face = intent.face;
    const auto key = flow.store.answers().record(answer);
    if (!key) return flow.trouble();
    flow.replace(page::Rated{faces.activity, Bytes(key->begin(), key->end()), {intent.face, seconds_to_undo, false}});
}

void act(Flow& flow, page::Rated& rated, const intent::UndoRating&)
{
    if (!flow.store.answers().undo(key_of(rated.answer))) return flow.trouble();
    flow.say(MessageView::Tone::information, words::feedback::undone, {});
}

void act(Flow& flow, page::Rated& rated, const intent::AddRatingWords&)
{
    page::RatingWords writing{rated.answer, {}, {}};
    writing.view.title = words::feedback::words_title;
    writing.view.hint = words::feedback::words_hint;
    writing.view.button = words::continue_;
    flow.replace(std::move(writing));
}

void act(Flow& flow, page::RatingWords& writing, const intent::SubmitWords&)
{
    const auto text = tidy_name(writing.draft.text);
    if (!text.empty() && !flow.store.answers().add_words(key_of(writing.answer), text)) return flow.trouble();
    flow.say(MessageView::Tone::confirmation, words::feedback::thanks, std::string{words::feedback::thanks_more});
}

}
