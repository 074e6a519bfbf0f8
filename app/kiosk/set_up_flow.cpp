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

// A stick stays mounted as long as it is in: its file is read when the six words are there.
Result<std::filesystem::path> folder_of(page::FirstStart& start, Stick stick)
{
    if (!stick.device) return stick.folder;
    const auto known = std::ranges::find(start.opened, stick.name, &Stick::name);
    if (known != start.opened.end()) return known->folder;
    const auto folder = stick.device->open(StickAccess::reading);
    if (!folder) return std::unexpected(error_of(folder.error()));
    stick.folder = *folder;
    start.opened.push_back(std::move(stick));
    return *folder;
}

}

void refresh(Flow& flow, page::FirstStart& start)
{
    start.found.clear();
    start.view = {};
    start.view.after_damage = !flow.store.damages().empty();
    const auto sticks = flow.find_sticks ? flow.find_sticks() : std::vector<Stick>{};
    std::erase_if(start.opened, [&](const Stick& one) { return std::ranges::find(sticks, one.name, &Stick::name) == sticks.end(); });
    for (const auto& stick : sticks) {
        const auto folder = folder_of(start, stick);
        auto found = folder ? find_setups(*folder) : std::vector<FoundSetup>{};
        if (found.empty()) start.view.problem = folder ? fmt::format(fmt::runtime(words::set_up::no_file), stick.name) : folder.error().sentence;
        for (auto& setup : found) {
            start.view.kiosks.push_back(setup.kiosk);
            start.found.push_back({std::move(setup), device_of(stick)});
        }
    }
}

void act(Flow& flow, page::FirstStart& start, const intent::ChooseSetUp& asked)
{
    if (asked.file >= start.found.size()) return;
    page::SetUpWords page{start.found[asked.file], {}, {}};
    page.view.kiosk = page.offer.setup.kiosk;
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
    if (const auto done = set_up_from(flow.store, page.offer.setup.file, setup_phrase(page.draft.words), flow.now); !done) {
        page.view.problem = done.error().sentence;
        return;
    }
    if (page.offer.stick->close()) page.offer.stick->let_go();  // whether it went or not: nothing was written to it
    flow.clock.programme_issued_at = flow.store.clock().recall().programme_issued_at;
    flow.home();
}

}
