#include "kiosk/flow.hpp"

#include "kiosk/words.hpp"

namespace refectory {

void Flow::trouble()
{
    (void)store.is_damaged();  // whoever runs the kiosk then opens the store anew, which mends it
    say(MessageView::Tone::refusal, words::trouble::title, std::string{words::trouble::more});
}

void Flow::say(MessageView::Tone tone, std::string_view title, std::string sentence)
{
    MessageView view;
    view.tone = tone;
    view.title = title;
    view.words = std::move(sentence);
    view.primary = words::finish;
    replace(page::Message{std::move(view)});
}

}
