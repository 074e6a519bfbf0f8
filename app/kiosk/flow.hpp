// What acting on an intent may use: the store, the moment, and where to go next. The flows (sign_up_flow, visit_flow,
// feedback_flow, admin_flow) say per page and intent what happens; whatever they do not name does nothing.
#pragma once

#include "domain/clock_trust.hpp"
#include "exchange/exporter.hpp"
#include "kiosk/intents.hpp"
#include "kiosk/machine.hpp"
#include "kiosk/pages.hpp"
#include "kiosk/set_up_search.hpp"
#include "store/kiosk_store.hpp"

#include <optional>

namespace refectory {

// Where to go once the intent has been acted on. Pages stay as they are until then.
struct Route {
    enum class Way { stay, open, replace, back, home } way = Way::stay;
    std::optional<PageState> page;
};

struct Flow {
    KioskStore& store;
    Exporter& exporter;
    const FindSticks& find_sticks;
    SetUpSearch& set_up_search;
    const Machine& machine;
    ClockMemory& clock;
    Instant now;
    ClockTrust trust = ClockTrust::trusted;
    milliseconds monotonic{};
    RetentionRules retention;
    Route route;

    void open(PageState page) { route = {Route::Way::open, std::move(page)}; }
    // In place of the open page: going back does not return to it.
    void replace(PageState page) { route = {Route::Way::replace, std::move(page)}; }
    void back() { route = {Route::Way::back, {}}; }
    void home() { route = {Route::Way::home, {}}; }

    // The one way in which a failure to record is said.
    void trouble();
    void say(MessageView::Tone tone, std::string_view title, std::string words);
};

// Anything that a page does not answer to.
template <class Page, class AnyIntent>
void act(Flow&, Page&, const AnyIntent&) {}

// What a page shows of the store, made anew whenever it is opened, come back to, or a minute has gone. Pages whose view is made once have none.
template <class Page>
void refresh(Flow&, Page&) {}

}
