#include "bench/history.hpp"
#include "bench/kiosk_at_rest.hpp"
#include "bench/parts.hpp"
#include "bench/timing.hpp"
#include "kiosk/admin_flow.hpp"
#include "kiosk/admin_places_flow.hpp"
#include "kiosk/clock_flow.hpp"
#include "kiosk/corrections_flow.hpp"
#include "kiosk/feedback_flow.hpp"
#include "kiosk/own_sign_ups_flow.hpp"
#include "kiosk/present.hpp"
#include "kiosk/present_admin.hpp"
#include "kiosk/present_today.hpp"
#include "kiosk/sign_up_flow.hpp"
#include "kiosk/stick_flow.hpp"
#include "kiosk/visit_flow.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace refectory::bench {

namespace {

constexpr PersonId practitioner{10}, academic{1};
constexpr int at_once = 4;

struct View {
    std::string name;
    std::function<void(Flow&)> make;
};

template <class Page>
View refreshed(std::string name, Page page = {})
{
    return {std::move(name), [page](Flow& flow) mutable { refresh(flow, page); }};
}

template <class Page, class AnyIntent>
View opened(std::string name, Page page, AnyIntent intent)
{
    return {std::move(name), [page, intent](Flow& flow) mutable { act(flow, page, intent); }};
}

page::Who search(WhoFor reason, std::optional<ActivityId> activity, std::string typed)
{
    page::Who who{reason, std::move(activity), {reason, {}, false, {}}, {}};
    who.draft.text = std::move(typed);
    return who;
}

std::vector<View> views_of_practitioners(const ActivityId& lunch, const std::string& letters)
{
    return {
        {"band", [](Flow& flow) { present_band(flow.store, flow.now); }},
        refreshed<page::Welcome>("welcome"),
        refreshed<page::Activities>("activities"),
        refreshed<page::OneActivity>("activity", {lunch, {}}),
        opened("who", search(WhoFor::sign_up, lunch, letters), intent::Search{}),
        opened("whose sign-ups", search(WhoFor::own_sign_ups, std::optional<ActivityId>{}, letters), intent::Search{}),
        opened("add me", search(WhoFor::sign_up, lunch, "new"), intent::AddMe{}),
        opened("confirm", search(WhoFor::sign_up, lunch, letters), intent::ChoosePerson{practitioner}),
        {"letters", [](Flow& flow) { open_letters(flow, practitioner); }},
        refreshed<page::Mine>("my sign-ups", {practitioner, {}, {}}),
        opened("confirm cancelling", page::Mine{practitioner, {}, {}}, intent::Cancel{lunch}),
        opened("calendar", page::Mine{practitioner, {}, {}}, intent::ShowCalendar{lunch}),
        opened("question", page::OneActivity{lunch, {}}, intent::Ask{}),
        refreshed<page::FeedbackList>("feedback"),
    };
}

std::vector<View> views_of_academics(const std::string& pass)
{
    return {
        opened("who visits", search(WhoFor::visit, {}, "ama"), intent::Search{}),
        {"visit code", [](Flow& flow) { open_code(flow, academic); }},
        {"visit", [pass](Flow& flow) { take_scan(flow, pass); }},
    };
}

std::vector<View> views_of_admins(const ActivityId& lunch)
{
    return {
        refreshed<page::Admin>("admin"),
        refreshed<page::Exporting>("exporting"),
        refreshed<page::Today>("today"),
        refreshed<page::FireList>("fire list"),
        refreshed<page::Week>("week"),
        refreshed<page::FeedbackFigures>("feedback figures"),
        refreshed<page::Left>("what left"),
        refreshed<page::ThisKiosk>("this kiosk"),
        refreshed<page::Clock>("clock"),
        refreshed<page::Corrections>("corrections"),
        refreshed<page::SignUpsOf>("sign-ups of one", {practitioner, {}, {}}),
        opened("remove a sign-up", page::SignUpsOf{practitioner, {}, {}}, intent::RemoveSignUp{lunch}),
        {"close a visit", [](Flow& flow) {
            page::Corrections corrections;
            refresh(flow, corrections);
            act(flow, corrections, intent::CloseVisit{0});
        }},
        {"renew letters", [](Flow& flow) { open_renew_letters(flow, practitioner); }},
    };
}

// Some are here today: a guest who has not left, and whoever has a place at the next lunch.
void begin_today(KioskStore& store, const ActivityId& lunch)
{
    must(store.sign_ups().sign_up(lunch, practitioner, now, ClockTrust::trusted));
    must(store.visits().check_in({PersonId{2}, std::nullopt, Means::pass, PassNumber{2}, 3}, now, ClockTrust::trusted));
}

// With these facts behind.
struct Stage {
    KioskWithHistory kiosk;
    std::unique_ptr<KioskAtRest> at_rest = {};
    std::vector<View> views = {};

    double microseconds(std::size_t view)
    {
        return 1e6 / at_once * seconds_of([&] {
            for (int i = 0; i < at_once; ++i) {
                auto flow = at_rest->flow();
                views[view].make(flow);
            }
        });
    }
};

Stage stage_with(const Bench& bench, std::int64_t facts)
{
    Stage stage{kiosk_with_history(bench.scratch / fmt::format("views-{}", facts), facts)};
    stage.kiosk.confirm_all();
    stage.kiosk.add_day(0);
    stage.kiosk.open();
    auto& store = *stage.kiosk.store;
    const auto lunch = store.activities().between(now, now + std::chrono::days{2}).front().id;
    begin_today(store, lunch);
    stage.at_rest = std::make_unique<KioskAtRest>(store);
    const auto letters = store.people().find(practitioner)->name.substr(0, 3);
    for (auto& views : {views_of_practitioners(lunch, letters), views_of_academics(stage.kiosk.demonstration.pass), views_of_admins(lunch)})
        stage.views.insert(stage.views.end(), views.begin(), views.end());
    return stage;
}

}

std::vector<Row> views(const Bench& bench)
{
    const int repeats = bench.repeats > 0 ? bench.repeats : 41;
    std::vector<Stage> stages;
    for (const auto facts : {std::int64_t{1000}, bench.facts / 10, bench.facts}) stages.push_back(stage_with(bench, facts));
    std::vector<Row> rows;
    for (std::size_t view = 0; view < stages.front().views.size(); ++view) {
        std::array<Samples, 3> samples;
        for (int i = -1; i < repeats; ++i)
            for (std::size_t size = 0; size < stages.size(); ++size) {
                const double time = stages[size].microseconds(view);
                if (i >= 0) samples[size].add(time);  // the first fills the database's own memory of pages
            }
        for (const std::size_t size : {1U, 2U})
            rows.push_back({.part = "views", .what = fmt::format("the view of “{}” with {} facts behind it", stages.front().views[view].name, size == 1 ? bench.facts / 10 : bench.facts),
                            .unit = "µs", .ours = samples[size], .baseline = samples[0], .against = "itself with 1,000", .goal = "1.2 times or less",
                            .holds = [](double ours, double baseline) { return ours <= 1.2 * baseline; }});
    }
    return rows;
}

}
