#include "year.hpp"

#include "domain/invitation.hpp"
#include "names.hpp"

namespace refectory::simulation {

namespace {

constexpr int weeks = 52, steps_a_week = 4;
constexpr std::size_t most_kiosks = 20;
constexpr Date first_monday{std::chrono::year{2026}, std::chrono::September, std::chrono::day{7}};

// Where it is there, memory: what is tried here is not whether a disk keeps what it was given.
std::filesystem::path room()
{
    const std::filesystem::path memory = "/dev/shm";
    return std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path();
}

std::vector<KioskPlace> places_for(Choices& choices)
{
    constexpr std::array<std::size_t, 10> counts{2, 2, 2, 3, 3, 4, 5, 7, 10, most_kiosks};
    const auto count = choices.among(counts);
    std::vector<KioskPlace> places;
    for (std::size_t number = 1; number <= count; ++number) places.push_back({fmt::format("K{:02}", number), "Adults team", "Medway Council", "Gun Wharf"});
    return places;
}

}

Year::Year(std::uint64_t seed)
    : choices_(seed), journal_(seed), folder_(room()), now_(instant_at(first_monday, 8, 0)), places_(places_for(choices_)),
      spreadsheets_(choices_, places_, first_monday, weeks + 8), coordinator_(folder_ / "desk", places_, spreadsheets_, choices_, journal_, now_),
      disks_break_(choices_.chance(40)), disks_run_twice_(choices_.chance(30)), the_desk_breaks_(choices_.chance(40)), clocks_jump_(choices_.chance(40))
{
    for (const auto& place : places_) machines_.push_back(std::make_unique<Machine>(place.code, folder_ / place.code, choices_, journal_, now_));
}

void Year::run()
{
    if (places_.size() == most_kiosks) journal_.note("runs-all-kiosks");
    for (week_ = 0; week_ < weeks; ++week_) {
        journal_.begin(week_);
        now_ = std::max(now_, instant_at(add_days(first_monday, 7 * week_), 9, 0));
        for (int step = 0; step < steps_a_week; ++step) {
            somebody_does_something();
            no_chair_is_promised_twice();
        }
        if (choices_.chance(40)) journal_.note(spreadsheets_.change(now_));
        something_breaks();
        sticks_come_and_go();
        no_chair_is_promised_twice();
        nothing_receipted_is_missing_of(*machines_[static_cast<std::size_t>(week_) % machines_.size()]);  // and of whoever got a receipt
        if (goes_quiet(disks_break_ ? 8 : 3)) quiet_weeks();
    }
    quiet_weeks();
    every_order_gives_the_same();
}

void Year::somebody_does_something()
{
    pass_time(300);
    auto& machine = some_machine();
    const auto what = choices_.number(1, 100);
    if (what <= 60) return at_a_lunch(machine);
    if (what <= 80) return machine.check_in_or_out(PersonId{choices_.number(1, academics)}, now_);
    at_the_kiosk(machine);
}

void Year::at_a_lunch(Machine& machine)
{
    auto ahead = spreadsheets_.ahead(now_);
    std::erase_if(ahead, [&](const Activity& one) {
        const auto known = machine.store().activities().find(one.id);
        return !known || !is_open_for_sign_up(*known, now_);
    });
    if (ahead.empty()) return;
    const auto activity = choices_.among(ahead).id;
    const auto person = !added_.empty() && choices_.chance(30) ? choices_.among(added_) : PersonId{choices_.number(academics + 1, academics + practitioners)};
    if (!machine.store().people().find(person)) return;
    const bool is_listed = machine.store().activities().places(activity).standing_of(person).has_value();
    if (is_listed && choices_.chance(70)) {
        lost_[machine.code()].erase({activity, person});
        withdrawn_[machine.code()].emplace(activity, person);
        return machine.withdraw(activity, person, now_);
    }
    withdrawn_[machine.code()].erase({activity, person});
    machine.sign_up(activity, person, now_);
}

void Year::at_the_kiosk(Machine& machine)
{
    const auto what = choices_.number(1, 100);
    if (what <= 25) {
        added_.push_back(machine.add_person(now_));
    } else if (what <= 35) {
        const auto person = added_.empty() || choices_.chance(50) ? PersonId{choices_.number(1, academics + practitioners)} : choices_.among(added_);
        if (choices_.chance(50) && machine.store().people().find(person) && person.value > academics) machine.erase(person, now_);
        else coordinator_.erase(person, now_);
    } else if (what <= 55) {
        if (const auto ahead = spreadsheets_.ahead(now_); !ahead.empty()) machine.ask(choices_.among(ahead).id);
    } else if (what <= 70) {
        machine.restart(now_);
    } else if (clocks_jump_ && what <= 95) {
        journal_.note("sets-clock of " + machine.code());
        machine.set_clock(std::chrono::hours{choices_.number(-3000, 3000)});
    } else if (clocks_jump_) {
        machine.confirm_clock(now_);
    } else if (added_.size() > 1) {
        spreadsheets_.same(choices_.among(added_), choices_.among(added_));
    }
}

void Year::something_breaks()
{
    if (disks_break_ && choices_.chance(20)) some_machine().back_up(now_);
    bool was_put_back = false;
    for (const auto& one : machines_) {
        if (!one->has_backup() || one.get() == second_ || !choices_.chance(8)) continue;
        a_disk_is_put_back(*one);
        was_put_back = true;
    }
    if (was_put_back && goes_quiet(30)) quiet_weeks();  // while people still count on what it had promised
    if (disks_run_twice_ && !second_ && choices_.chance(4)) a_second_computer_runs(some_machine());
    if (second_ && choices_.chance(15)) the_second_computer_stops();
    if (disks_break_ && !second_ && choices_.chance(4)) a_file_sets_up_another(some_machine());
    the_desk_hears_that_one_broke();
    if (the_desk_breaks_ && choices_.chance(6)) coordinator_.back_up(now_);
    if (the_desk_breaks_ && coordinator_.has_backup() && choices_.chance(4)) coordinator_.put_back(now_);
}

// Among many kiosks something breaks each week, and the year would be quiet throughout.
bool Year::goes_quiet(int percent)
{
    constexpr int few = 4;
    return choices_.chance(std::max(percent * few / std::max(few, static_cast<int>(places_.size())), 1));
}

void Year::chairs_are_unsure_at(const std::string& kiosk)
{
    for (const auto& activity : spreadsheets_.published_by(now_)) unsure_.emplace(activity, kiosk);
}

void Year::a_disk_is_put_back(Machine& machine)
{
    broken_[machine.code()] = machine.origin();
    if (choices_.chance(60)) export_from(machine);  // the evening before
    loses(machine.code(), machine.put_back(MarkPutBack{static_cast<int>(choices_.number(0, 2))}, now_));
    chairs_are_unsure_at(machine.code());
}

void Year::loses(const std::string& kiosk, const LostPromises& promises)
{
    for (const auto& [promise, parcels] : promises)
        if (!withdrawn_[kiosk].contains(promise)) lost_[kiosk][promise].insert(parcels.begin(), parcels.end());
}

void Year::a_second_computer_runs(Machine& original)
{
    machines_.push_back(std::make_unique<Machine>(original, folder_ / (original.code() + ".second"), now_));
    second_ = machines_.back().get();
    broken_[original.code()] = original.origin();
    chairs_are_unsure_at(original.code());
    journal_.note("runs-twice " + original.code());
}

// Who was told of a place there has none any more: its computer is gone.
void Year::the_second_computer_stops()
{
    if (!second_) return;
    chairs_are_unsure_at(second_->code());
    journal_.note("stops the second " + second_->code());
    const auto original = std::ranges::find(machines_, second_->code(), [](const auto& one) { return one->code(); });
    loses(second_->code(), second_->stops_beside(**original));
    machines_.pop_back();
    second_ = nullptr;
}

// Beside a machine that goes on, or after it broke: then whoever was told of a place by it has that still, as far as it exported.
void Year::a_file_sets_up_another(Machine& earlier)
{
    const auto code = earlier.code();
    if (set_up_again_.contains(code)) return;
    const bool broke = choices_.chance(60);
    if (broke && choices_.chance(70)) export_from(earlier);  // the evening before
    const auto gone = broke ? std::optional{earlier.origin()} : std::nullopt;
    if (broke) lost_.erase(code);
    if (broke) std::erase_if(machines_, [&](const auto& one) { return one.get() == &earlier; });
    machines_.push_back(std::make_unique<Machine>(code, folder_ / (code + ".anew"), choices_, journal_, now_));
    set_up_again_[code] = {machines_.back()->origin(), gone};
    chairs_are_unsure_at(code);
    if (broke && choices_.chance(70)) export_from(*machines_.back());
    journal_.note(fmt::format("sets-up-again {}{}", code, broke ? " after one broke" : ""));
}

void Year::the_desk_hears_that_one_broke()
{
    bool is_said = false;
    for (const auto& [code, again] : set_up_again_)
        if (again.gone && coordinator_.has_heard_of(again.origin) && choices_.chance(60)) is_said |= coordinator_.retire_other_machines(code, now_);
    // Or of a disk that was put back more than once, or ran twice, that its other histories have ended.
    for (const auto& machine : machines_) {
        const auto of_its_kiosk = std::ranges::count(machines_, machine->code(), [](const auto& one) { return one->code(); });
        if (of_its_kiosk == 1 && broken_.contains(machine->code()) && choices_.chance(10) && coordinator_.heard_last_of(machine->code(), machine->origin()))
            is_said |= coordinator_.retire_other_machines(machine->code(), now_);
    }
    if (is_said && goes_quiet(60)) quiet_weeks();  // while people still count on what it had promised
}

void Year::sticks_come_and_go()
{
    const int rounds = places_.size() > 5 ? 10 : 25;
    for (const auto& machine : machines_)
        if (week_ == 0 || choices_.chance(rounds)) export_from(*machine);
    pass_time(60);
    collect_what_came();
    if (week_ == 0 || choices_.chance(rounds)) publish();
    pass_time(60);
    deliver();
}

void Year::export_from(Machine& machine)
{
    const auto carried = machine.write_parcel(now_, choices_.chance(3));
    if (!carried) return;
    written_.push_back(*carried);
    const auto fate = choices_.number(1, 100);
    if (fate <= 10) return journal_.note("loses a stick");
    const auto late = choices_.number(1, 8);
    sticks_.push_back({*carried, fate <= 25 ? week_ + static_cast<int>(late) : week_});
    if (fate > 90) sticks_.push_back({*carried, week_ + static_cast<int>(late)});
}

void Year::collect_what_came()
{
    choices_.shuffle(sticks_);
    std::vector<Stick> still_on_their_way;
    for (const auto& stick : std::exchange(sticks_, {})) {
        if (stick.week > week_) sticks_.push_back(stick);
        else coordinator_.collect(stick.carried, now_);
    }
}

void Year::publish()
{
    for (const auto& machine : machines_) {
        const auto broken = broken_.find(machine->code());
        if (broken != broken_.end() && machine->origin() == broken->second) chairs_are_unsure_at(machine->code());
        const auto again = set_up_again_.find(machine->code());
        if (again != set_up_again_.end() && !coordinator_.has_heard_of(again->second.origin)) chairs_are_unsure_at(machine->code());
    }
    for (const auto& programme : coordinator_.publish(now_, choices_.chance(4))) {
        const auto fate = choices_.number(1, 100);
        const auto late = week_ + static_cast<int>(choices_.number(1, 6));
        if (week_ > 0 && fate <= 12) continue;  // lost
        letters_.push_back({programme, week_ > 0 && fate <= 25 ? late : week_});
        if (fate > 90) letters_.push_back({programme, late});
    }
}

void Year::deliver()
{
    for (const auto& letter : std::exchange(letters_, {})) {
        if (letter.week > week_) {
            letters_.push_back(letter);
            continue;
        }
        for (const auto& machine : machines_) {
            if (machine->code() == letter.programme->header.kiosk) {
                if ((!second_ || choices_.chance(70)) && machine->apply(*letter.programme, now_)) nothing_receipted_is_missing_of(*machine);
                no_chair_is_promised_twice();
            } else if (choices_.chance(2)) {
                journal_.note("swaps a stick at " + machine->code());
                journal_.must(!machine->apply(*letter.programme, now_), "a kiosk takes no other's programme");
            }
        }
    }
}

void Year::quiet_weeks()
{
    journal_.note("is-quiet");
    the_second_computer_stops();
    for (auto& stick : sticks_) stick.week = week_;
    collect_what_came();
    for (const auto& machine : machines_) machine->confirm_clock(now_);
    for (int round = 0; round < 3; ++round) {
        pass_time(60);
        for (const auto& machine : machines_) {
            written_.push_back(*machine->write_parcel(now_, false));
            coordinator_.collect(written_.back(), now_);
        }
        if (round == 2) break;
        const auto before = chairs_ahead();
        const auto programmes = coordinator_.publish(now_, false);
        if (round > 0) gives_only_chairs_that_nobody_has();
        for (const auto& machine : machines_) {
            const auto own = std::ranges::find(programmes, machine->code(), [](const auto& programme) { return programme->header.kiosk; });
            journal_.must(machine->apply(**own, now_), "a newer programme is taken in");
        }
        if (round > 0) promises_no_chair_that_somebody_has(before);
    }
    gives_back_what_was_lost();
    desk_knows_all();
}

}
