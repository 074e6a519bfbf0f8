#include "desk/desk.hpp"

#include "desk/database_copy.hpp"
#include "desk/desk_faults.hpp"
#include "desk/kiosk_place.hpp"
#include "desk/kiosk_programme.hpp"
#include "desk/programme_warnings.hpp"
#include "desk/written_files.hpp"
#include "domain/invitation.hpp"
#include "exchange/durable_file.hpp"
#include "exchange/programme_file.hpp"
#include "exchange/recovery_words.hpp"
#include "exchange/setup_file.hpp"
#include "exchange/setup_words.hpp"
#include "store/added_names.hpp"
#include "store/erasures.hpp"
#include "store/same_people.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace refectory {

namespace {

using std::filesystem::exists;
using std::filesystem::path;
using std::filesystem::perms;

path database_in(const path& folder) { return folder / "desk.db"; }
path keys_in(const path& folder) { return folder / "desk.keys"; }
path next_keys_in(const path& folder) { return folder / "desk.keys.next"; }

Error no_desk()
{
    return {"There is no desk in this folder yet. Begin one with: refectory-desk init."};
}

// The folder for its owner alone, where it is made here, and the database in any case: it will hold names.
Result<std::unique_ptr<DeskStore>> make_store(const path& folder, const Entropy& entropy, Instant now)
{
    std::error_code error;
    if (std::filesystem::create_directories(folder, error)) std::filesystem::permissions(folder, perms::owner_all, error);
    if (error) return failure("The desk's folder could not be made.");
    REFECTORY_TRY_ASSIGN(auto store, DeskStore::open(database_in(folder), entropy, now));
    std::filesystem::permissions(database_in(folder), perms::owner_read | perms::owner_write, error);
    if (error) return failure("The desk's database could not be kept from other people's eyes.");
    return store;
}

Result<DeskKeys> read_or_make_keys(const path& folder, const Entropy& entropy)
{
    if (exists(keys_in(folder))) return read_desk_keys(keys_in(folder));
    REFECTORY_TRY_ASSIGN(const auto keys, make_desk_keys(entropy));
    REFECTORY_TRY(write_desk_keys(keys_in(folder), keys));
    return keys;
}

// Where the keys' changing was cut short, the database says which of the two files holds.
Result<DeskKeys> keys_of(const DeskIdentity& identity, const path& folder)
{
    const auto fits = [&](const Result<DeskKeys>& keys) {
        return keys && keys->signing.public_key == identity.signing_key && keys->age.recipient == identity.recipient;
    };
    if (auto keys = read_desk_keys(keys_in(folder)); fits(keys)) return keys;
    auto next = read_desk_keys(next_keys_in(folder));
    std::error_code error;
    if (fits(next)) std::filesystem::rename(next_keys_in(folder), keys_in(folder), error);
    if (!fits(next) || error) return failure("The desk's keys are missing, damaged or another desk's. Put desk.keys back from a backup.");
    return next;
}

}

Desk::Desk(path folder, std::unique_ptr<DeskStore> store, DeskIdentity identity, DeskKeys keys, Entropy entropy)
    : folder_(std::move(folder)), store_(std::move(store)), identity_(std::move(identity)), keys_(std::move(keys)), entropy_(std::move(entropy))
{
}

// The row in the database comes last: a desk whose beginning was cut short is begun again with the keys that it has.
Result<std::vector<std::string>> Desk::begin(const path& folder, const Entropy& entropy, Instant now, const ShowWords& show)
{
    if (exists(keys_in(folder)) && !exists(database_in(folder)))
        return failure("The folder holds a desk's keys, but its database is missing. Put desk.db back from a backup.");
    REFECTORY_TRY_ASSIGN(const auto store, make_store(folder, entropy, now));
    if (store->identity()) return failure("There is a desk in this folder already. Nothing was changed.");
    REFECTORY_TRY_ASSIGN(const auto keys, read_or_make_keys(folder, entropy));
    auto recovery = make_recovery_key(entropy);
    const auto begun = store->commit([&]() -> Result<> {
        REFECTORY_TRY(store->begin({keys.signing.public_key, keys.age.recipient, recovery.key}, now));
        return show(recovery.words);
    });
    REFECTORY_TRY(begun);
    return std::move(recovery.words);
}

Result<std::unique_ptr<Desk>> Desk::open(const path& folder, const Entropy& entropy, Instant now)
{
    if (!exists(database_in(folder))) return std::unexpected(no_desk());
    DatabaseCopy::remove_left(folder);
    REFECTORY_TRY_ASSIGN(auto store, DeskStore::open(database_in(folder), entropy, now));
    const auto identity = store->identity();
    if (!identity) return std::unexpected(no_desk());
    REFECTORY_TRY_ASSIGN(auto keys, keys_of(*identity, folder));
    return std::unique_ptr<Desk>{new Desk{folder, std::move(store), *identity, std::move(keys), entropy}};
}

// The new keys are on disk before the database says that they hold, and take the old ones' place after it.
Result<> Desk::change_keys(const std::function<std::string()>& ask_for_words, Instant now)
{
    if (!identity_.recovery_key)
        return failure("This desk began before desks had recovery words, so the kiosks cannot be told of new keys. If its keys were stolen, begin a "
                       "new desk in another folder and set the kiosks up with it.");
    REFECTORY_TRY_ASSIGN(const auto recovery, recovery_key_of(ask_for_words()));
    if (recovery.public_key != *identity_.recovery_key) return failure("These are the recovery words of another desk. Nothing was changed.");
    REFECTORY_TRY_ASSIGN(auto keys, make_desk_keys(entropy_));
    keys.former_identities = keys_.former_identities;
    keys.former_identities.insert(keys.former_identities.begin(), keys_.age.identity);
    // By the clock as well, so that a desk that was put back from before a change can still say something newer.
    const auto before = store_->newest_key_statement();
    const auto number = std::max(before ? before->number + 1 : 1, to_milliseconds(now));
    const auto statement = make_key_statement(number, keys.signing.public_key, keys.age.recipient, recovery.secret_key);

    std::error_code error;
    std::filesystem::remove(next_keys_in(folder_), error);  // of a changing that was cut short before it held
    REFECTORY_TRY(write_desk_keys(next_keys_in(folder_), keys));
    REFECTORY_TRY(store_->change_keys(statement, now));
    identity_ = *store_->identity();
    REFECTORY_TRY_ASSIGN(keys_, keys_of(identity_, folder_));
    return {};
}

Result<std::vector<std::string>> Desk::add_kiosk(const KioskPlace& given, const DeskProgramme* first, const path& file, Instant now,
                                                  const ShowSetUp& show)
{
    REFECTORY_TRY_ASSIGN(const auto place, checked_place(given));
    if (first)
        if (const auto faults = faults_of_erased(*store_, *first); !faults.empty()) return failure(words_of(faults));
    REFECTORY_TRY_ASSIGN(const auto age, make_age_keys());
    const auto signing = make_key_pair(entropy_);
    const auto words = make_setup_words(entropy_);
    const KnownKiosk kiosk{place, signing.public_key, age.recipient, now};
    const auto statement = store_->newest_key_statement();
    KioskSetup setup{{place.code, place.team, place.organisation, place.site, signing, age.identity, age.recipient,
                      keys_.signing.public_key, keys_.age.recipient, identity_.origin,
                      {identity_.recovery_key, statement ? statement->number : 0}}, std::nullopt};
    if (first) REFECTORY_TRY(give_visit_codes(*first, now));
    WrittenFiles written;
    Decisions decided;
    std::string fingerprint;
    const auto added = store_->commit_noted(now, [&]() -> Result<> {
        REFECTORY_TRY(store_->kiosks().add(kiosk));
        if (first) {
            REFECTORY_TRY_ASSIGN(decided, decide_first(*store_, *first, place.code, now));
            REFECTORY_TRY_ASSIGN(auto sealed, seal_programme(programme_of(*store_, *first, place, decided, now), kiosk.recipient, keys_.signing.secret_key));
            setup.programme = std::move(sealed.bytes);
            fingerprint = std::move(sealed.fingerprint);
        }
        REFECTORY_TRY(write_setup(setup, file, words, entropy_));
        written.add(file);
        return show(words, fingerprint);
    });
    REFECTORY_TRY(added);
    written.keep();
    return words;
}

std::vector<Fault> Desk::faults_of(const DeskProgramme& programme, Instant now)
{
    auto faults = unknown_kiosks(programme, store_->kiosks().all());
    std::ranges::copy(faults_of_erased(*store_, programme), std::back_inserter(faults));
    std::ranges::copy(missing_activities(programme, ChairBook{*store_}.signed_up_for(now)), std::back_inserter(faults));
    return faults;
}

std::vector<Fault> Desk::warnings_of(const DeskProgramme& programme, Instant now)
{
    const auto was_added = [this](PersonId person) { return was_added_at_a_kiosk(store_->database(), person); };
    auto warnings = unknown_activities(programme, ChairBook{*store_}.signed_up_for_unknown());
    std::ranges::move(refectory::warnings_of(programme, store_->kiosks().all(), local_date(now), {was_added, SamePeople{*store_}.one_person()}),
                      std::back_inserter(warnings));
    return warnings;
}

// Of a desk that was before this one and is lost: a kiosk looks at the highest number first.
Result<> Desk::pass_serials_in(const path& folder, Instant now)
{
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error)) return {};
    for (const auto& kiosk : store_->kiosks().all())
        for (const auto& found : find_programmes(folder, kiosk.place.code).files) REFECTORY_TRY(store_->publications().pass_serial(found.serial, now));
    return {};
}

Result<Published> Desk::publish(const DeskProgramme& programme, const path& folder, Instant now)
{
    if (const auto faults = faults_of(programme, now); !faults.empty()) return failure(words_of(faults));
    if (store_->kiosks().all().empty()) return failure("This desk has no kiosk yet. Add one first: refectory-desk kiosk add.");
    REFECTORY_TRY(give_visit_codes(programme, now));
    REFECTORY_TRY(pass_serials_in(folder, now));
    REFECTORY_TRY_ASSIGN(auto decisions, decide(*store_, programme, now));
    const auto serial = decisions.publication.serial;
    WrittenFiles written;
    REFECTORY_TRY(written.make_folder(folder));
    remove_abandoned_parts(folder, "refectory-");  // nobody else would: the next serial has another name
    Published published{std::move(decisions), {}};
    for (const auto& kiosk : store_->kiosks().all()) {
        if (kiosk.retired_at) continue;
        auto file = write_programme(programme_of(*store_, programme, kiosk.place, published.decisions, now), folder, kiosk.recipient,
                                    keys_.signing.secret_key);
        if (!file)
            return failure(fmt::format("The programme for {} was not written, so nothing was published. {}", kiosk.place.code,
                                       file.error().sentence));
        written.add(file->file);
        published.files.push_back({kiosk.place.code, std::move(file->file), std::move(file->fingerprint)});
    }
    REFECTORY_TRY(store_->publications().completed(serial));
    written.keep();
    return published;
}

Result<MadePass> Desk::make_pass(PersonId person, Date from, Date until, Instant now)
{
    if (person.value < 1 || person.value >= first_added_person)
        return failure("A pass is for a person of people.csv: give the number that stands there.");
    if (Erasures{*store_}.when(person)) return failure(fmt::format("Person {} was erased and gets no pass.", person.value));
    if (from > until) return failure("The pass would end before it begins. Give an earlier --from or a later --until.");
    if (from < earliest_pass_day || until > latest_pass_day) return failure("A pass can be valid from 2020 to the middle of 2199.");
    Pass pass;
    REFECTORY_TRY(store_->commit_noted(now, [&]() -> Result<> {
        REFECTORY_TRY_ASSIGN(pass, store_->passes().add(person, from, until, now));
        return {};
    }));
    return with_code(pass);
}

Result<MadePass> Desk::with_code(const Pass& pass)
{
    REFECTORY_TRY_ASSIGN(auto letters, store_->pass_codes().letters_of(pass.number, entropy_));
    return MadePass{pass, write_pass(pass, keys_.signing.secret_key), std::move(letters)};
}

Result<std::vector<MadePass>> Desk::passes_for(std::span<const PersonId> people, Date from, Date until, Instant now)
{
    for (const auto& person : people)
        if (Erasures{*store_}.when(person))
            return failure(fmt::format("Person {} was erased and gets no pass. Take the line out of people.csv.", person.value));
    std::vector<MadePass> passes;
    REFECTORY_TRY(store_->commit([&]() -> Result<> {
        for (const auto person : people) {
            const auto kept = store_->passes().find(person, from, until);
            REFECTORY_TRY_ASSIGN(auto pass, kept ? with_code(*kept) : make_pass(person, from, until, now));
            passes.push_back(std::move(pass));
        }
        return {};
    }));
    return passes;
}

std::optional<PublicKey> Desk::signing_key_of(const std::string& code)
{
    const auto kiosk = store_->kiosks().find(code);
    return kiosk ? std::optional{kiosk->signing_key} : std::nullopt;
}

FindKey Desk::find_key()
{
    return [this](const std::string& kiosk) { return signing_key_of(kiosk); };
}

// For what takes place today or later: who left a visit open this morning still needs the code to check out.
Result<> Desk::give_visit_codes(const DeskProgramme& programme, Instant now)
{
    std::vector<VisitCodes::Visit> visits;
    for (const auto& activity : programme.all.activities)
        if (activity.academic && takes_place(activity) && activity.ends >= start_of_day(local_date(now)))
            visits.emplace_back(*activity.academic, activity.id);
    return store_->visit_codes().give(visits, entropy_);
}

}
