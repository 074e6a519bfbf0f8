#include "machine.hpp"

#include "domain/clock_trust.hpp"
#include "exchange/kiosk_parcel.hpp"
#include "names.hpp"
#include "store/row_writer.hpp"

namespace refectory::simulation {

namespace {

using std::filesystem::path;

KioskIdentity identity(const std::string& code)
{
    KioskIdentity own;
    own.code = code;
    own.team = "Adults team";
    own.organisation = "Medway Council";
    own.site = "Gun Wharf";
    own.age_identity = "identity";
    own.age_recipient = own.desk_recipient = "recipient";
    own.desk = Origin{"DESK.AAAA"};
    return own;
}

void give_letters(Database& database, PersonId person)
{
    RowWriter{database, "INSERT OR REPLACE INTO letters VALUES (?, ?, ?)"}.row(person, SecretHash{}.salt, SecretHash{}.hash);
}

// The folder of a kiosk before its set-up, made once: each year copies it. Everybody has letters already, for hashing those of
// one person costs as much as the rest of a year.
const path& empty_kiosk()
{
    static const test::Folder folder;
    static const bool is_made = [] {
        REQUIRE(KioskStore::open(folder.path(), test::seeded(1), Instant{}));
        const auto database = Database::as_it_is(folder / "kiosk.db", SQLite::OPEN_READWRITE, 0);
        for (int number = 1; number <= practitioners; ++number) give_letters(*database, PersonId{academics + number});
        return true;
    }();
    REQUIRE(is_made);
    return folder.path();
}

path backup_of(const path& folder) { return folder.string() + ".backup"; }

void copy_folder(const path& from, const path& to)
{
    std::filesystem::remove_all(to);
    std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
}

}

Machine::Machine(std::string code, path folder, Choices& choices, Journal& journal, Instant now)
    : code_(std::move(code)), folder_(std::move(folder)), choices_(choices), journal_(journal)
{
    copy_folder(empty_kiosk(), folder_);
    open(now);
    must(store_->set_up(identity(code_), nullptr, now).has_value(), "a kiosk is set up");
}

Machine::Machine(Machine& original, path folder, Instant now)
    : code_(original.code_), folder_(std::move(folder)), choices_(original.choices_), journal_(original.journal_), told_(original.told_)
{
    original.store_.reset();
    copy_folder(original.folder_, folder_);
    original.open(now);
    open(now);
}

void Machine::open(Instant now)
{
    auto opened = KioskStore::open(folder_, choices_.entropy(), now + off_by_);
    must(opened.has_value(), "a kiosk's store opens");
    store_ = std::move(*opened);
    memory_ = store_->clock().recall();
}

Machine::Reading Machine::clock(Instant now)
{
    const auto wall = now + off_by_;
    return {wall, judge_clock({wall, now.time_since_epoch()}, memory_)};
}

void Machine::confirm_clock(Instant now)
{
    off_by_ = {};
    refectory::confirm_clock({now, now.time_since_epoch()}, memory_);
    must(store_->clock().confirmed(memory_, now).has_value(), "an admin's word on the clock is recorded");
}

// Nobody who was told of a place is without it.
void Machine::see(const ActivityId& activity)
{
    const auto places = store_->activities().places(activity);
    std::set<PersonId> seated;
    for (const auto& person : places.people_with_a_place())
        if (!told_.erased.contains(person)) seated.insert(person);
    for (const auto& person : told_.places[activity])
        must(seated.contains(person), fmt::format("{} keeps the place at {}", person.value, activity.value));
    must(places.promised() <= places.chairs(), "a kiosk promises only chairs that it has");
    told_.places[activity] = std::move(seated);
    told_.chairs[activity] = places.chairs();
}

int Machine::promised(const ActivityId& activity) const
{
    const auto places = told_.places.find(activity);
    return places == told_.places.end() ? 0 : static_cast<int>(places->second.size());
}

void Machine::sign_up(const ActivityId& activity, PersonId person, Instant now)
{
    const auto [at, trust] = clock(now);
    const bool has_letters = store_->people().has_letters(person);  // not who was named anew after a disk was put back
    const auto done = store_->sign_ups().sign_up(activity, person, at, trust);
    must(done && has_letters != done->new_letters.has_value(), "anybody can sign up, and who has no letters is given some");
    const bool has_place = std::holds_alternative<HasPlace>(done->standing);
    journal_.note(fmt::format("{} {} {} at {}", has_place ? "seats" : "lists", code_, person.value, activity.value));
    see(activity);
    must(has_place == told_.places[activity].contains(person), "what is said is what stands");
}

void Machine::withdraw(const ActivityId& activity, PersonId person, Instant now)
{
    const auto [at, trust] = clock(now);
    must(store_->sign_ups().withdraw(activity, person, WithdrawalReason::by_person, at, trust).has_value(), "anybody can withdraw");
    journal_.note(fmt::format("withdraws {} {} from {}", code_, person.value, activity.value));
    told_.places[activity].erase(person);
    see(activity);
}

// As SignUps does, with letters that were not hashed.
PersonId Machine::add_person(Instant now)
{
    const auto [at, trust] = clock(now);
    StoreContext context{Database::open(folder_ / "kiosk.db", Database::Kind::kiosk).value(), {}, choices_.entropy()};
    context.ledger = Ledger::open(*context.database, code_, folder_ / "mark", context.entropy, at, trust).value();
    Person person;
    person.id = PersonId{choices_.number(first_added_person, last_added_person)};
    person.name = name_of(person.id);
    const auto added = context.commit([&]() -> Result<> {
        People{context}.put(person, true);
        give_letters(*context.database, person.id);
        context.ledger->record(std::vector<FactBody>{PersonAdded{person.id}, LettersGiven{person.id}}, at, trust);
        return {};
    });
    must(added.has_value(), "anybody can be added");
    journal_.note(fmt::format("adds {} {}", code_, person.id.value));
    return person.id;
}

void Machine::erase(PersonId person, Instant now)
{
    const auto [at, trust] = clock(now);
    must(store_->sign_ups().erase(person, at, trust).has_value(), "anybody can be erased");
    journal_.note(fmt::format("erases {} {}", code_, person.value));
    told_.erased.insert(person);
    for (const auto& [activity, people] : std::map{told_.places}) {
        if (!people.contains(person)) continue;
        told_.places[activity].erase(person);
        see(activity);
    }
    no_name_of(std::array{person});
}

void Machine::no_name_of(std::span<const PersonId> people)
{
    for (const auto& file : test::names_in(folder_)) {
        const auto text = test::file_text(folder_ / file);
        for (const auto& person : people)
            must(text.find(surname_of(person)) == std::string::npos, fmt::format("the name of {} is not in {}", person.value, file));
    }
}

void Machine::check_in_or_out(PersonId academic, Instant now)
{
    const auto [at, trust] = clock(now);
    auto& visits = store_->visits();
    const auto open = visits.open_visit(academic);
    must(open.has_value() == told_.in.contains(academic), "who is in is known to be");
    const bool is_known = store_->people().find(academic).has_value();
    if (!open && !is_known) return;  // was erased
    if (!open) {
        must(visits.check_in({academic, {}, Means::pass, PassNumber{7}, 1}, at, trust).has_value(), "an academic is let in");
        told_.in[academic] = at;
        journal_.note(fmt::format("checks-in {} {}", code_, academic.value));
        return;
    }
    CheckOutForm form{{{ObjectiveNumber{1}, Outcome::met}}, Face::useful, {}, false};
    if (is_known && choices_.chance(40)) form.words = "said by " + surname_of(academic);
    const auto length = std::max(milliseconds{0}, at - told_.in[academic]);
    const auto said = visits.check_out(*open, academic, Means::pass, form, at, trust);
    must(said && *said == length, "a visit is as long as the time between in and out");
    told_.visits[academic].push_back({code_, told_.in[academic], at});
    told_.in.erase(academic);
    told_.given[academic] += length;
    constexpr auto always = std::chrono::days{100 * 365};
    must(visits.given_by(academic, Instant{}, Instant{always}) == told_.given[academic], "the sum of visits is the time between in and out");
    journal_.note(fmt::format("checks-out {} {}", code_, academic.value));
}

void Machine::ask(const ActivityId& activity)
{
    const auto key = store_->answers().record({AnswerKind::question, activity, {}, {}, "What helps?"});
    must(key.has_value(), "a question can be asked");
    told_.questions.insert(*key);
    journal_.note(fmt::format("asks {} of {}", code_, activity.value));
}

void Machine::restart(Instant now)
{
    store_.reset();
    open(now);
    journal_.note("restarts " + code_);
    for (const auto& [activity, people] : std::map{told_.places}) see(activity);
}

bool Machine::apply(const Programme& programme, Instant now)
{
    const auto [at, trust] = clock(now);
    const auto done = store_->apply_programme(programme, at, trust);
    journal_.note(fmt::format("{} {} {} of {}", done ? "applies" : "refuses", code_, programme.header.serial, programme.header.desk.value));
    if (!done) return false;
    memory_.programme_issued_at = programme.header.issued_at;
    std::vector<PersonId> newly_erased;
    for (const auto& person : programme.erased)
        if (told_.erased.insert(person).second) newly_erased.push_back(person);
    for (auto& [activity, people] : told_.places)
        for (const auto& person : programme.erased) people.erase(person);
    for (const auto& activity : programme.activities) told_.places[activity.id];
    for (const auto& [activity, people] : std::map{told_.places}) {
        const auto known = store_->activities().find(activity);
        if (known && known->ends > now - std::chrono::days{14}) see(activity);
    }
    no_name_of(newly_erased);
    return true;
}

std::optional<Carried> Machine::write_parcel(Instant now, bool fails)
{
    const auto [at, trust] = clock(now);
    auto parcel = next_parcel(*store_, "0.1.0", at, trust);
    must(parcel.has_value(), "there is always something to export");
    auto made = std::make_shared<const MadeParcel>(read_out(parcel->header, parcel->source()));
    parcel->snapshot.reset();
    for (const auto& name : made->names) must(!told_.erased.contains(name.person), fmt::format("the name of {} is on no stick any more", name.person.value));
    for (const auto& remark : made->remarks)
        for (const auto& person : told_.erased)
            must(remark.words.find(surname_of(person)) == std::string::npos, fmt::format("no words of {} are on a stick any more", person.value));
    store_->exports().ended();
    journal_.note(fmt::format("{} {} {} of {}: {} to {}", fails ? "fails-to-export" : "exports", code_, made->header.number, made->header.origin.value,
                              made->header.facts_from, made->header.facts_up_to));
    if (fails) return std::nullopt;
    must(store_->exports().parcel_written(parcel->written(), at, trust).has_value(), "an export is recorded");
    Digest sum{};
    choices_.entropy()(sum);
    written_.push_back({std::move(made), sum, told_.places});
    return written_.back();
}

void Machine::back_up(Instant now)
{
    store_.reset();
    copy_folder(folder_, backup_of(folder_));
    backup_ = told_;
    written_by_backup_ = written_.size();
    open(now);
    journal_.note("copies " + code_);
}

LostPromises Machine::lost_beside(const std::map<ActivityId, std::set<PersonId>>& told, const Told& known, std::size_t written_before) const
{
    LostPromises lost;
    for (const auto& [activity, people] : told)
        for (const auto& person : people) {
            const auto there = known.places.find(activity);
            if (there != known.places.end() && there->second.contains(person)) continue;
            for (auto i = written_before; i < written_.size(); ++i)
                if (const auto said = written_[i].places.find(activity); said != written_[i].places.end() && said->second.contains(person))
                    lost[{activity, person}].insert(written_[i].sum);
        }
    return lost;
}

LostPromises Machine::stops_beside(const Machine& other) const
{
    return lost_beside(told_.places, other.told_, 0);
}

LostPromises Machine::put_back(MarkPutBack mark, Instant now)
{
    const auto told = std::move(told_.places);
    store_.reset();
    const auto newest = test::file_text(folder_ / "mark");
    copy_folder(backup_of(folder_), folder_);
    if (mark == MarkPutBack::newest) std::ofstream{folder_ / "mark"} << newest;
    if (mark == MarkPutBack::none) std::filesystem::remove(folder_ / "mark");
    told_ = *backup_;
    open(now);
    journal_.note(fmt::format("puts-back {} {}", code_, mark == MarkPutBack::newest ? "with the newest mark" : "without it"));
    return lost_beside(told, told_, written_by_backup_);
}

Origin Machine::origin() const
{
    SQLite::Database database{(folder_ / "kiosk.db").string(), SQLite::OPEN_READONLY};
    return Origin{database.execAndGet("SELECT origin FROM origin_begun ORDER BY generation DESC LIMIT 1").getString()};
}

}
