#include "kiosk/set_up_flow.hpp"

#include "exchange/kiosk_import.hpp"
#include "exchange/setup_words.hpp"
#include "kiosk/admin_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace refectory {

namespace {

std::string tidy(std::string_view typed)
{
    const auto words = tidy_setup_words(typed);
    return words.empty() ? std::string{} : words.front();
}

}

void refresh(Flow& flow, page::FirstStart& start)
{
    start.found.clear();
    start.view = {};
    start.view.after_damage = !flow.store.damages().empty();
    for (auto& [stick, setups] : flow.set_up_search.look_into(flow.find_sticks ? flow.find_sticks() : std::vector<Stick>{})) {
        if (!setups || setups->empty())
            start.view.problem = setups ? fmt::format(fmt::runtime(words::set_up::no_file), stick) : setups.error().sentence;
        else
            for (auto& setup : *setups) {
                start.view.kiosks.push_back(setup.kiosk);
                start.found.push_back(std::move(setup));
            }
    }
}

void act(Flow& flow, page::FirstStart& start, const intent::ChooseSetUp& asked)
{
    if (asked.file >= start.found.size()) return;
    page::SetUpWords page{start.found[asked.file], {}, {}};
    page.view.kiosk = page.setup.kiosk;
    page.view.count = setup_words_count;
    page.draft.typing.keyboard.shift = false;
    flow.open(std::move(page));
}

// With each letter: whether a word can still come of it, and which it is as soon as only one can.
void act(Flow& flow, page::SetUpWords& page, const intent::Search&)
{
    auto& typed = page.draft.typing.text;
    if (page.draft.whole(page.view)) typed.clear();
    const auto word = tidy(typed);
    const auto found = find_setup_word(word);
    page.view.problem.clear();
    page.view.word = found ? std::string{*found} : std::string{};
    if (word.empty()) typed.clear();
    else if (!begins_setup_word(word)) page.view.problem = fmt::format(fmt::runtime(words::set_up::not_a_word), word);
    else if (typed.ends_with(' ')) act(flow, page, intent::TakeSetUpWord{});
}

void act(Flow&, page::SetUpWords& page, const intent::TakeSetUpWord&)
{
    auto& typed = page.draft.typing.text;
    while (typed.ends_with(' ')) typed.pop_back();
    if (page.draft.whole(page.view) || typed.empty()) return;
    const auto word = tidy(typed);
    if (!begins_setup_word(word)) return;  // the page says so already
    if (const auto found = find_setup_word(word)) {
        page.draft.words.emplace_back(*found);
        page.view.word.clear();
        page.view.problem.clear();
        typed.clear();
        return;
    }
    page.view.problem = fmt::format(fmt::runtime(words::set_up::not_yet_a_word), word);
}

void act(Flow& flow, page::SetUpWords& page, const intent::SetUpNow&)
{
    if (!page.draft.whole(page.view)) return;
    if (const auto done = set_up_from(flow.store, page.setup.file, setup_phrase(page.draft.words), flow.now); !done) {
        page.view.problem = done.error().sentence;
        return;
    }
    flow.set_up_search.end();
    flow.clock.programme_issued_at = flow.store.clock().recall().programme_issued_at;
    flow.home();
}

}
