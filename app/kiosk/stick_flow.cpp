#include "kiosk/stick_flow.hpp"

#include "exchange/fingerprint.hpp"
#include "kiosk/admin_flow.hpp"
#include "kiosk/admin_words.hpp"
#include "kiosk/phrases.hpp"
#include "kiosk/present_admin.hpp"

#include <fmt/format.h>

#include <ranges>

namespace refectory {

namespace {

using Tone = MessageView::Tone;

constexpr milliseconds before_guessing = std::chrono::seconds{2};  // a guess from less is none
constexpr float least_done = 0.1F;
constexpr std::ptrdiff_t most_refusals_told = 2;  // more do not fit under the rest

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

std::string refused_words(const RefusedProgramme& refused)
{
    if (!refused.serial) return fmt::format(fmt::runtime(words::import::unread), refused.why.sentence);
    return fmt::format(fmt::runtime(words::import::refused), *refused.serial, refused.why.sentence);
}

std::string done_words(const Exported& exported, bool is_closed)
{
    const auto done = fmt::format(fmt::runtime(words::exporting::done_more), exported.parcel.facts_up_to);
    return is_closed ? done : fmt::format("{} {}", done, words::exporting::in_use_more);
}

std::string brought_words(const BroughtProgramme& brought)
{
    std::string words;
    if (brought.applied) words += " " + fmt::format(fmt::runtime(words::import::done), brought.applied->serial);
    for (const auto& one : brought.refused | std::views::take(most_refusals_told)) words += " " + refused_words(one);
    if (const auto more = std::ssize(brought.refused) - most_refusals_told; more > 0) words += " " + fmt::format(fmt::runtime(words::import::more_refused), more);
    if (brought.none_newer) words += " " + fmt::format(fmt::runtime(words::import::none_newer), brought.none_newer->sentence);
    return words;
}

std::vector<MessageView::Labelled> programme_to_compare(const BroughtProgramme& brought)
{
    if (!brought.applied) return {};
    return {{fmt::format(fmt::runtime(words::import::six_words), brought.applied->serial), brought.applied->fingerprint}};
}

std::vector<MessageView::Labelled> to_compare(const Exported& exported, const BroughtProgramme& brought)
{
    auto words = programme_to_compare(brought);
    words.insert(words.begin(), {std::string{words::exporting::six_words}, fingerprint_words(exported.sha256)});
    return words;
}

}

void act(Flow& flow, page::Admin& admin, const intent::Export& asked)
{
    if (asked.stick >= admin.sticks.size()) return;
    const auto& stick = admin.sticks[asked.stick];
    page::Exporting exporting{flow.monotonic, {}};
    const bool only_looks = stick.trouble == StickTrouble::read_only;
    exporting.view.title = fmt::format(fmt::runtime(only_looks ? words::import::looking : words::exporting::title), stick.name);
    exporting.view.counts = only_looks ? std::string{words::import::looking_more}
                                       : fmt::format(fmt::runtime(words::exporting::counts), waiting_for_desk_words(flow.store.exports().waiting(flow.now)));
    const auto started = only_looks ? flow.exporter.start_looking(flow.store, device_of(stick))
                                    : flow.exporter.start(flow.store, device_of(stick), flow.now, flow.trust);
    if (!started) {
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

BroughtProgramme bring_in(Flow& flow, const FoundProgrammes& found)
{
    auto brought = apply_first_newer(flow.store, found, flow.now, flow.trust);
    if (brought.applied) flow.clock.programme_issued_at = brought.applied->issued_at;
    return brought;
}

void tell_end(Flow& flow, const page::Exporting& exporting, const Result<Exported>& end, const BroughtProgramme& brought)
{
    const bool is_closed = flow.exporter.is_closed();
    const auto may_be_taken = is_closed ? fmt::format(" {}.", words::exporting::done) : std::string{};
    if (end)
        return tell_admin(flow, is_closed ? Tone::confirmation : Tone::information,
                          std::string{is_closed ? words::exporting::done : words::exporting::in_use},
                          done_words(*end, is_closed) + brought_words(brought), to_compare(*end, brought));
    if (exporting.view.stopping && end.error().sentence == export_was_stopped)
        return tell_admin(flow, Tone::information, std::string{words::exporting::stopped}, std::string{words::exporting::stopped_more} + may_be_taken);
    if (exporting.view.stopping && end.error().sentence == export_left_behind)
        return tell_admin(flow, Tone::information, std::string{words::exporting::stopped}, std::string{words::exporting::left_behind} + may_be_taken);
    if (end.error().sentence == stick_was_only_read)
        return tell_admin(flow, Tone::information, std::string{brought.applied ? words::import::came : words::import::none_came},
                          std::string{words::import::only_read} + brought_words(brought) + may_be_taken, programme_to_compare(brought));
    tell_admin(flow, Tone::refusal, std::string{words::exporting::failed},
               fmt::format("{} {}{}{}", end.error().sentence, words::exporting::nothing_lost, brought_words(brought), may_be_taken), programme_to_compare(brought));
}

}
