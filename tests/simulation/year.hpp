// A year of working days with one desk and its kiosks, from one seed: what people do, what becomes of sticks, disks and clocks, and what
// must be true whatever happens.
#pragma once

#include "coordinator.hpp"

namespace refectory::simulation {

using ChairsByKiosk = std::map<std::string, int>;

class Year {
public:
    explicit Year(std::uint64_t seed);
    void run();
    const Journal& journal() const { return journal_; }

private:
    struct Stick {
        Carried carried;
        int week = 0;  // in which it comes to the desk
    };
    struct Letter {
        std::shared_ptr<const Programme> programme;
        int week = 0;  // in which it comes to the kiosk
    };

    // In year.cpp: what happens.
    void somebody_does_something();
    void at_a_lunch(Machine& machine);
    void at_the_kiosk(Machine& machine);
    void something_breaks();
    void a_disk_is_put_back(Machine& machine);
    void loses(const std::string& kiosk, const LostPromises& promises);
    void a_second_computer_runs(Machine& original);
    void the_second_computer_stops();
    void a_file_sets_up_another(Machine& earlier);
    void the_desk_hears_that_one_broke();
    void sticks_come_and_go();
    void export_from(Machine& machine);
    void collect_what_came();
    void publish();
    void deliver();
    void chairs_are_unsure_at(const std::string& kiosk);
    bool goes_quiet(int percent);
    // Nothing is lost for a while and every clock is right.
    void quiet_weeks();

    // In year_promises.cpp: what must be true.
    void no_chair_is_promised_twice();
    void nothing_receipted_is_missing_of(Machine& machine);
    void gives_back_what_was_lost();
    void desk_knows_all();
    bool nothing_is_missing_of(const std::string& kiosk);
    std::map<ActivityId, int> chairs_of(const std::string& kiosk);  // that its machines hold, and that one that broke had promised
    // By its machine that broke, as far as the desk was told.
    int promised_by_broken(const std::string& kiosk, const ActivityId& activity) const;
    void counts_time_once();
    void every_order_gives_the_same();
    void gives_only_chairs_that_nobody_has();
    void promises_no_chair_that_somebody_has(const std::map<ActivityId, ChairsByKiosk>& before);
    std::map<ActivityId, ChairsByKiosk> chairs_ahead();
    // By a disk that was put back or stopped: known to the desk, and neither withdrawn nor erased since.
    std::vector<std::pair<ActivityId, PersonId>> lost_and_told(const std::string& kiosk) const;
    bool has_place(const std::string& kiosk, const ActivityId& activity, PersonId person) const;

    Machine& some_machine() { return *choices_.among(machines_); }
    void pass_time(int minutes) { now_ += std::chrono::minutes{choices_.number(1, minutes)}; }

    Choices choices_;
    Journal journal_;
    test::Folder folder_;
    int week_ = 0;
    Instant now_;
    std::vector<KioskPlace> places_;
    Spreadsheets spreadsheets_;
    Coordinator coordinator_;
    std::vector<std::unique_ptr<Machine>> machines_;
    Machine* second_ = nullptr;  // of a kiosk whose disk runs in two computers: the last of the machines
    std::vector<Carried> written_;
    std::vector<Stick> sticks_;
    std::vector<Letter> letters_;
    std::vector<PersonId> added_;
    std::set<PersonId> gone_;
    // Chairs that a kiosk may hold although the desk believes that it has let go of them, for its disk was put back or ran twice.
    std::set<std::pair<ActivityId, std::string>> unsure_;
    struct SetUpAgain {
        Origin origin;              // of the newer machine
        std::optional<Origin> gone;  // what the older one recorded under, where it broke
    };
    std::map<std::string, SetUpAgain> set_up_again_;
    std::map<std::string, LostPromises> lost_;
    // Who gave up a place at either of a kiosk's two computers counts on it no more, whatever the other one says.
    std::map<std::string, std::set<std::pair<ActivityId, PersonId>>> withdrawn_;
    std::map<std::string, Origin> broken_;  // kiosks to which that happened, and what they recorded under then
    bool disks_break_ = false, disks_run_twice_ = false, the_desk_breaks_ = false, clocks_jump_ = false;
};

}
