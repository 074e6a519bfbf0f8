// The coordinator's spreadsheets over a year: lunches that everybody may come to, chairs given to kiosks by hand, and changes of mind.
#pragma once

#include "choices.hpp"
#include "desk/programme_folder.hpp"
#include "store/known_kiosks.hpp"

namespace refectory::simulation {

class Spreadsheets {
public:
    Spreadsheets(Choices& choices, std::vector<KioskPlace> kiosks, Date first, int weeks);

    // As they are published at that moment: what ended long ago was taken out, what is far ahead is not in yet.
    DeskProgramme at(Instant now, std::span<const PersonId> erased) const;
    // A change of mind about one activity: chairs moved from kiosk to kiosk, a cancelled lunch, one that takes place again, or another day,
    // also of one whose day has just passed.
    std::string change(Instant now);
    void same(PersonId person, PersonId same_as) { same_people_.push_back({{person, same_as}, 0}); }
    int capacity_of(const ActivityId& activity) const;
    std::vector<Activity> ahead(Instant now) const;          // of what may be published
    std::vector<ActivityId> published_by(Instant now) const;  // also what is over

private:
    bool is_published(const Activity& activity, Instant now) const;
    std::string move(Activity& activity, Instant now);
    void share_chairs(const Activity& activity);

    Choices& choices_;
    std::vector<KioskPlace> kiosks_;
    std::vector<Activity> activities_;
    std::set<ActivityId> taken_out_;
    std::map<std::pair<ActivityId, std::string>, Allotment> allotments_;
    std::vector<SamePeopleLine> same_people_;
};

}
