#include "kiosk/stick_flow.hpp"

#include "exchange/fingerprint.hpp"
#include "exchange/kiosk_import.hpp"
#include "kiosk/admin_flow.hpp"
#include "kiosk/admin_words.hpp"
#include "kiosk/phrases.hpp"
#include "kiosk/present_admin.hpp"

#include <fmt/format.h>

namespace refectory {

namespace {

using Tone = MessageView::Tone;

constexpr milliseconds before_guessing = std::chrono::seconds{2};  // a guess from less is none
constexpr float least_done = 0.1F;

std::string_view step_words(StickStep step)
{
    switch (step) {
    case StickStep::opening: return words::exporting::opening;
    case StickStep::counting: return words::exporting::counting;
    case StickStep::writing: return words::exporting::writing;
    case StickStep::bringing: return words::exporting::bringing;
    case StickStep::closing: return words::exporting::closing;
    case StickStep::checking: return words::exporting::checking;
    case StickStep::letting_go: return words::exporting::letting_go;
    }
    return {};
}

std::string size_words(std::int64_t bytes)
{
    if (bytes < 1'000'000) return fmt::format(fmt::runtime(words::exporting::kilobytes), (bytes + 999) / 1000);
    return fmt::format(fmt::runtime(words::exporting::megabytes), static_cast<double>(bytes) / 1e6);
}

std::string far_words(const StickProgress& progress, milliseconds gone)
{
    if (progress.bytes == 0) return {};
    auto far = progress.step == StickStep::checking
                   ? fmt::format(fmt::runtime(words::exporting::bytes_of), size_words(progress.bytes), size_words(progress.bytes_in_all))
                   : fmt::format(fmt::runtime(words::exporting::bytes), size_words(progress.bytes));
    if (gone < before_guessing || progress.done < least_done || progress.done >= 1) return far;
    const auto left = static_cast<std::int64_t>(static_cast<float>(gone.count()) * (1 - progress.done) / progress.done / 1000) + 1;
    return fmt::format(fmt::runtime(words::exporting::left), far, counted_words(left, words::second));
}

std::string brought_words(const std::optional<Result<ProgrammeHeader>>& brought)
{
    if (!brought) return {};
    if (!*brought) return " " + fmt::format(fmt::runtime(words::import::refused), brought->error().sentence);
    return " " + fmt::format(fmt::runtime(words::import::done), (*brought)->serial);
}

std::string done_words(const Exported& exported)
{
    const auto done = fmt::format(fmt::runtime(words::exporting::done_more), exported.parcel.facts_up_to);
    return exported.is_closed ? done : fmt::format("{} {}", done, words::exporting::in_use_more);
}

std::vector<MessageView::Labelled> to_compare(const Exported& exported, const std::optional<Result<ProgrammeHeader>>& brought)
{
    std::vector<MessageView::Labelled> words{{std::string{words::exporting::six_words}, fingerprint_words(exported.sha256)}};
    if (brought && *brought) words.push_back({fmt::format(fmt::runtime(words::import::six_words), (*brought)->serial), (*brought)->fingerprint});
    return words;
}

}

void act(Flow& flow, page::Admin& admin, const intent::Export& asked)
{
    if (asked.stick >= admin.sticks.size()) return;
    const auto& stick = admin.sticks[asked.stick];
    page::Exporting exporting{flow.monotonic, {}};
    exporting.view.title = fmt::format(fmt::runtime(words::exporting::title), stick.name);
    exporting.view.counts = fmt::format(fmt::runtime(words::exporting::counts), waiting_for_desk_words(flow.store.exports().waiting(flow.now)));
    if (const auto started = flow.exporter.start(flow.store, device_of(stick), flow.now, flow.trust); !started) {
        tell_admin(flow, Tone::refusal, std::string{words::exporting::failed}, started.error().sentence);
        flow.route.way = Route::Way::open;
        return;
    }
    flow.open(std::move(exporting));
}

void act(Flow& flow, page::Exporting& exporting, const intent::StopExport&)
{
    exporting.view.stopping = true;
    flow.exporter.stop();
}

void refresh(Flow& flow, page::Exporting& exporting)
{
    const auto progress = flow.exporter.progress();
    exporting.view.done = progress.done;
    exporting.view.can_stop = progress.step != StickStep::letting_go;
    exporting.view.stage = exporting.view.stopping ? words::exporting::stopping : step_words(progress.step);
    exporting.view.far = far_words(progress, flow.monotonic - exporting.began);
}

std::optional<Result<ProgrammeHeader>> bring_in(Flow& flow, const FoundProgrammes& found)
{
    auto brought = apply_first_newer(flow.store, found, flow.now, flow.trust);
    if (brought && *brought) flow.clock.programme_issued_at = (*brought)->issued_at;
    return brought;
}

void tell_end(Flow& flow, const page::Exporting& exporting, const Result<Exported>& end, const std::optional<Result<ProgrammeHeader>>& brought)
{
    if (end)
        return tell_admin(flow, end->is_closed ? Tone::confirmation : Tone::information,
                          std::string{end->is_closed ? words::exporting::done : words::exporting::in_use},
                          done_words(*end) + brought_words(brought), to_compare(*end, brought));
    if (exporting.view.stopping && end.error().sentence == export_was_stopped)
        return tell_admin(flow, Tone::information, std::string{words::exporting::stopped}, std::string{words::exporting::stopped_more});
    if (exporting.view.stopping && end.error().sentence == export_left_behind)
        return tell_admin(flow, Tone::information, std::string{words::exporting::stopped}, std::string{words::exporting::left_behind});
    tell_admin(flow, Tone::refusal, std::string{words::exporting::failed},
               fmt::format("{} {}{}", end.error().sentence, words::exporting::nothing_lost, brought_words(brought)));
}

}
