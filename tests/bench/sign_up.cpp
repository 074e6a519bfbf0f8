#include "bench/history.hpp"
#include "bench/kiosk_at_rest.hpp"
#include "bench/parts.hpp"
#include "bench/timing.hpp"
#include "domain/invitation.hpp"
#include "kiosk/sign_up_flow.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <fstream>

namespace refectory::bench {

namespace {

constexpr int facts_behind = 100'000, people = 600;

// All that this process has handed to write() and its kind.
std::int64_t bytes_written()
{
    std::ifstream counts{"/proc/self/io"};
    std::string name;
    for (std::int64_t value = 0; counts >> name >> value;)
        if (name == "wchar:") return value;
    return 0;
}

// Appends as many bytes and waits until they are on the disk.
class Appender {
public:
    explicit Appender(const std::filesystem::path& file) : file_(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600)) {}
    ~Appender() { ::close(file_); }
    Appender(const Appender&) = delete;
    Appender& operator=(const Appender&) = delete;
    void append(std::size_t size) const
    {
        const std::string bytes(size, 'x');
        if (::write(file_, bytes.data(), size) != static_cast<ssize_t>(size) || ::fdatasync(file_) != 0) throw std::runtime_error{"the disk failed"};
    }

private:
    int file_;
};

PersonId practitioner(int i) { return PersonId{2000 + i}; }

// Colleagues who have signed up before: they have their letters.
void add_colleagues(KioskWithHistory& kiosk)
{
    auto& store = *kiosk.store;
    for (int i = 0; i < people; ++i) {
        Person person;
        person.id = practitioner(i);
        person.name = fmt::format("Colleague Number {}", i);
        person.team = "Adults team";
        person.organisation = "Medway Council";
        store.people().put(person, false);
        must(store.people().renew_letters(person.id, CorrectionReason::lost, now, ClockTrust::trusted));
    }
}

std::vector<ActivityId> open_to_all(KioskStore& store)
{
    std::vector<ActivityId> activities;
    for (const auto& activity : store.activities().between(now, now + std::chrono::days{120})) {
        if (!is_open_for_sign_up(activity, now)) continue;
        if (activity.invited.everybody || std::ranges::count(activity.invited.teams, "Adults team") > 0) activities.push_back(activity.id);
    }
    return activities;
}

double sign_up_once(KioskAtRest& at_rest, const ActivityId& activity, PersonId person)
{
    auto flow = at_rest.flow();
    const auto known = flow.store.activities().find(activity).value();
    page::Confirm confirm{activity, time_and_place_of(known), person, {}};
    const auto seconds = seconds_of([&] { act(flow, confirm, intent::ConfirmSignUp{}); });
    if (!flow.route.page || !std::holds_alternative<page::Done>(*flow.route.page)) throw std::runtime_error{"nobody was signed up"};
    return seconds;
}

}

std::vector<Row> sign_up(const Bench& bench)
{
    auto kiosk = kiosk_with_history(bench.scratch / "sign-up", facts_behind);
    kiosk.open();
    add_colleagues(kiosk);
    KioskAtRest at_rest{*kiosk.store};
    const auto activities = open_to_all(*kiosk.store);
    Samples written;
    auto sign_up_next = [&, next = 0]() mutable {
        const auto before = bytes_written();
        const auto seconds = sign_up_once(at_rest, activities[static_cast<std::size_t>(next) % activities.size()], practitioner(next));
        ++next;
        written.add(static_cast<double>(bytes_written() - before));
        return seconds;
    };
    for (int i = 0; i < 20; ++i) sign_up_next();
    const auto size = static_cast<std::size_t>(written.median());
    const Appender appender{bench.scratch / "appended"};
    Row row{.part = "sign-up", .what = fmt::format("a sign-up, durable, from intent to the confirmation's view, with {} facts behind", facts_behind), .unit = "per second",
            .against = fmt::format("append and fdatasync, on the same disk, of the {} bytes that a sign-up writes", size),
            .goal = "0.85 of that rate or more", .holds = [](double ours, double baseline) { return ours >= 0.85 * baseline; }};
    const int repeats = std::min(bench.repeats > 0 ? bench.repeats : 301, people - 20);
    for (int i = 0; i < repeats; ++i) {
        row.ours.add(1 / sign_up_next());
        row.baseline.add(1 / seconds_of([&] { appender.append(size); }));
    }
    return {row};
}

}
