#include "coordinator.hpp"

#include "exchange/programme_check.hpp"
#include "names.hpp"
#include "store/desk_status.hpp"
#include "store/erasures.hpp"
#include "store/same_people.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/ranges.h>

namespace refectory::simulation {

namespace {

using std::filesystem::path;

const path& empty_desk()
{
    static const test::Folder folder;
    static const bool is_made = Database::open(folder / "desk.db", Database::Kind::desk).has_value();
    REQUIRE(is_made);
    return folder.path();
}

}

void begin_desk(const path& folder) { std::filesystem::copy(empty_desk(), folder, std::filesystem::copy_options::recursive); }

Coordinator::Coordinator(path folder, std::vector<KioskPlace> kiosks, Spreadsheets& spreadsheets, Choices& choices, Journal& journal, Instant now)
    : folder_(std::move(folder)), kiosks_(std::move(kiosks)), spreadsheets_(spreadsheets), choices_(choices), journal_(journal)
{
    begin_desk(folder_);
    open(now);
    journal_.must(store_->begin({{}, "recipient"}, now).has_value(), "a desk begins");
    for (const auto& place : kiosks_) journal_.must(store_->kiosks().add({place, {}, "recipient", now}).has_value(), "a kiosk is added");
}

void Coordinator::open(Instant now)
{
    auto opened = DeskStore::open(database(), choices_.entropy(), now);
    journal_.must(opened.has_value(), "the desk's store opens");
    store_ = std::move(*opened);
}

void Coordinator::collect(const Carried& carried, Instant now)
{
    const auto merged = collect_rows(store_->database(), *carried.parcel, carried.sum, now);
    journal_.note(fmt::format("collects {} of {}", carried.parcel->header.number, carried.parcel->header.origin.value));
    if (!merged) return journal_.must(false, "every parcel is taken in, whenever it comes: " + merged.error().sentence);
    if (merged->conflicts > 0) journal_.note("finds-conflicts " + carried.parcel->header.kiosk);
    known_.collected.push_back(carried);
    for (const auto& fact : carried.parcel->facts)
        if (fact.table->name == Erasure::table) known_.erased.insert(PersonId{std::get<std::int64_t>(fact.row.values[0])});
}

std::vector<std::shared_ptr<const Programme>> Coordinator::publish(Instant now, bool fails)
{
    auto programme = spreadsheets_.at(now, Erasures{*store_}.all());
    for (const auto& person : SamePeople{*store_}.all_numbers_of(Erasures{*store_}.all(), pairs_of(programme.same_people)))
        if (!Erasures{*store_}.when(person)) erase(person, now);  // as the desk asks for before it publishes
    programme = spreadsheets_.at(now, Erasures{*store_}.all());
    auto decided = decide(*store_, programme, now);
    journal_.must(decided.has_value(), "chairs can be decided on");
    decisions_ = std::move(*decided);
    journal_.note(fmt::format("publishes {}{}", decisions_.publication.serial,
                              decisions_.is_complete() ? "" : fmt::format(" without a full account, for of {} it is not known what is held", fmt::join(decisions_.not_heard_from, ", "))));
    for (const auto& [activity, gift] : decisions_.gifts) {
        journal_.note(fmt::format("gives-chair {} {} at {}", gift.kiosk, gift.sign_up.person.value, activity.value));
        journal_.must(!known_.erased.contains(gift.sign_up.person), fmt::format("{} was erased and is given no chair", gift.sign_up.person.value));
    }
    std::vector<std::shared_ptr<const Programme>> programmes;
    if (fails) return programmes;
    for (const auto& place : kiosks_)
        programmes.push_back(std::make_shared<const Programme>(programme_of(*store_, programme, place, decisions_, now)));
    for (const auto& one : programmes) {
        const auto checked = check(*one);
        journal_.must(checked.has_value(), "what is published is a programme that can be sealed and read: " + (checked ? "" : checked.error().sentence));
    }
    for (const auto& one : programmes)
        for (const auto& person : one->people)
            journal_.must(!known_.erased.contains(person.id), fmt::format("the name of {} is in no programme any more", person.id.value));
    journal_.must(store_->publications().completed(decisions_.publication.serial).has_value(), "a publication is complete");
    return programmes;
}

void Coordinator::erase(PersonId person, Instant now)
{
    journal_.must(Erasures{*store_}.erase({&person, 1}, now).has_value(), "anybody can be erased at the desk");
    journal_.note(fmt::format("desk-erases {}", person.value));
    known_.erased.insert(person);
}

bool Coordinator::has_heard_of(const Origin& origin)
{
    return Holdings{store_->database()}.facts_up_to(origin) > 0;
}

bool Coordinator::heard_last_of(const std::string& kiosk, const Origin& origin)
{
    const auto newest = Holdings{store_->database()}.newest_parcel_of(kiosk);
    return newest && newest->origin == origin;
}

bool Coordinator::retire_other_machines(const std::string& kiosk, Instant now)
{
    const bool is_said = store_->kiosks().retire_other_machines(kiosk, now).has_value();
    if (is_said) journal_.note("retires-machines of " + kiosk);
    return is_said;
}

void Coordinator::back_up(Instant now)
{
    store_.reset();
    std::filesystem::copy_file(database(), folder_ / "backup", std::filesystem::copy_options::overwrite_existing);
    backup_ = known_;
    open(now);
    journal_.note("copies-desk");
}

// The mark stays: it is not in the backup. What the desk decided since is forgotten, with it whom it erased itself: no fact of a kiosk's
// brings that back, and the backup has the names. Whoever puts a backup back has to erase them again.
void Coordinator::put_back(Instant now)
{
    store_.reset();
    std::filesystem::copy_file(folder_ / "backup", database(), std::filesystem::copy_options::overwrite_existing);
    known_ = *backup_;
    open(now);
    journal_.note("puts-desk-back as " + store_->ledger().origin().value);
}

int Coordinator::held(const std::string& kiosk, const ActivityId& activity)
{
    return ChairBook{*store_}.of(*store_->kiosks().find(kiosk), activity, 0).held();
}

bool Coordinator::keeps_a_place_that_was_forgotten(const std::string& kiosk, const ActivityId& activity, PersonId person)
{
    const auto machines = ChairBook{*store_}.of(*store_->kiosks().find(kiosk), activity, 0).machines;
    return std::ranges::any_of(machines, [&](const MachineChairs& machine) {
        const bool is_told_later = !machine.takes_up || !decisions_.is_complete();  // a desk that was put back waits for all machines first
        return is_told_later && std::ranges::find(machine.forgotten, person, &SignUpKey::person) != machine.forgotten.end();
    });
}

// What follows facts that the desk's own disk has lost as well says nothing: not who was promised what.
bool Coordinator::knows_all_up_to(const Digest& sum) const
{
    const auto found = std::ranges::find(known_.collected, sum, &Carried::sum);
    if (found == known_.collected.end()) return false;
    const auto& header = found->parcel->header;
    return Holdings{store_->database()}.facts_up_to(header.origin) >= header.facts_up_to;
}

int Coordinator::told_of_a_place_by(const Origin& origin, const ActivityId& activity) const
{
    const Carried* newest = nullptr;
    for (const auto& one : known_.collected)
        if (one.parcel->header.origin == origin && (!newest || one.parcel->header.facts_up_to > newest->parcel->header.facts_up_to)) newest = &one;
    if (!newest || !newest->places.contains(activity)) return 0;
    return static_cast<int>(std::ranges::count_if(newest->places.at(activity), [&](PersonId person) { return !known_.erased.contains(person); }));
}

void Coordinator::no_name_of_erased()
{
    const auto erased = Erasures{*store_}.all();
    journal_.must(std::set(erased.begin(), erased.end()) == known_.erased, "the desk knows who was erased");
    for (const auto* file : {"desk.db", "desk.db-wal"}) {
        const auto text = test::file_text(folder_ / file);
        for (const auto& person : erased)
            journal_.must(text.find(surname_of(person)) == std::string::npos, fmt::format("the name of {} is not in the desk's {}", person.value, file));
    }
}

std::int64_t Coordinator::missing(const path& kiosk_database, const std::string& up_to)
{
    auto& desk = store_->database().handle();
    desk.exec("ATTACH '" + kiosk_database.string() + "' AS kiosk");
    const auto count = [&](const std::string& from, const std::string& at_desk) {
        return desk.execAndGet("SELECT count(*) FROM kiosk.fact f " + from + " WHERE f.seq <= (" + up_to + ") AND NOT EXISTS (SELECT 1 FROM " + at_desk + ")").getInt64();
    };
    const std::string that_fact = "WHERE d.origin = f.origin AND d.seq = f.seq AND d.hash = f.hash";
    const auto missing = count("", "main.fact d " + that_fact + " UNION ALL SELECT 1 FROM main.conflict d " + that_fact) +
                         count("JOIN kiosk.remark m USING (origin, seq)", "main.remark d " + that_fact + " UNION ALL SELECT 1 FROM main.erased e WHERE e.person = m.person") +
                         count("JOIN kiosk.person_added a USING (origin, seq) JOIN kiosk.person p USING (person)",
                               "main.added_name d WHERE d.person = a.person UNION ALL SELECT 1 FROM main.erased e WHERE e.person = a.person");
    desk.exec("DETACH kiosk");
    return missing;
}

void Coordinator::tells_of_forks()
{
    std::map<FactKey, std::set<Digest>> hashes;
    for (const auto& carried : known_.collected)
        for (const auto& fact : carried.parcel->facts) hashes[fact.row.spine.key].insert(fact.row.hash);
    std::map<Origin, std::int64_t> forks, told;
    for (const auto& [key, different] : hashes)
        if (different.size() > 1) ++forks[key.origin];
    for (const auto& place : kiosks_)
        for (const auto& fork : forks_of(store_->database(), place.code)) told[fork.origin] = fork.facts;
    journal_.must(forks == told, "the desk tells of every history that was continued twice, and of no other");
}

}
