// The coordinator at the desk: the real store and rules, with parcels and programmes handed over as rows. Keeps account of what came and
// of who was erased, also over a backup that is put back.
#pragma once

#include "desk/kiosk_programme.hpp"
#include "machine.hpp"
#include "spreadsheets.hpp"

namespace refectory::simulation {

// A folder with the empty database of a desk: copied, for making one costs as much as a month of a year.
void begin_desk(const std::filesystem::path& folder);

class Coordinator {
public:
    Coordinator(std::filesystem::path folder, std::vector<KioskPlace> kiosks, Spreadsheets& spreadsheets, Choices& choices, Journal& journal,
                Instant now);

    void collect(const Carried& carried, Instant now);
    // One programme a kiosk; none where the files could not be written.
    std::vector<std::shared_ptr<const Programme>> publish(Instant now, bool fails);
    void erase(PersonId person, Instant now);
    bool has_heard_of(const Origin& origin);
    bool heard_last_of(const std::string& kiosk, const Origin& origin);
    bool retire_other_machines(const std::string& kiosk, Instant now);
    void back_up(Instant now);
    bool has_backup() const { return backup_.has_value(); }
    void put_back(Instant now);

    DeskStore& store() { return *store_; }
    std::filesystem::path database() const { return folder_ / "desk.db"; }
    const std::vector<Carried>& collected() const { return known_.collected; }
    const Decisions& decisions() const { return decisions_; }
    int held(const std::string& kiosk, const ActivityId& activity);
    // And cannot tell the kiosk of it, for it may go on from another of its histories.
    bool keeps_a_place_that_was_forgotten(const std::string& kiosk, const ActivityId& activity, PersonId person);
    bool knows_all_up_to(const Digest& sum) const;  // of that parcel's origin
    bool has_erased(PersonId person) const { return known_.erased.contains(person); }
    // Who was told of a place under that origin, as far as it came here, and was not erased.
    int told_of_a_place_by(const Origin& origin, const ActivityId& activity) const;
    void no_name_of_erased();
    // Facts of that database that it sent, or has a receipt for, and that are not here, and what is said beside them: remarks and names.
    std::int64_t missing(const std::filesystem::path& kiosk_database, const std::string& up_to);
    void tells_of_forks();

private:
    struct Known {
        std::vector<Carried> collected;
        std::set<PersonId> erased;
    };
    void open(Instant now);

    std::filesystem::path folder_;
    std::vector<KioskPlace> kiosks_;
    Spreadsheets& spreadsheets_;
    Choices& choices_;
    Journal& journal_;
    std::unique_ptr<DeskStore> store_;
    Known known_;
    std::optional<Known> backup_;
    Decisions decisions_;
};

}
