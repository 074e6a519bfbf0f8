// A desk: the one door to its folder, with the database desk.db, its mark and the secret keys beside it. It sets kiosks up,
// publishes to them, and makes passes. It collects nothing; who does works on the same store with these keys.
#pragma once

#include "desk/decisions.hpp"
#include "desk/desk_keys.hpp"
#include "desk/programme_folder.hpp"
#include "domain/pass.hpp"
#include "exchange/parcel.hpp"
#include "store/desk_store.hpp"

#include <functional>
#include <memory>
#include <span>

namespace refectory {

struct PublishedFile {
    std::string kiosk;
    std::filesystem::path path;
    std::string fingerprint;  // six words that the kiosk will show for it
};

struct Published {
    Decisions decisions;
    std::vector<PublishedFile> files;  // one a kiosk
};

struct MadePass {
    Pass pass;
    std::string text;     // what its QR code says
    std::string letters;  // what can be typed instead
};

// Shows words that are kept nowhere, before what they belong to holds: where they cannot be shown, it is as if nothing had been done.
using ShowWords = std::function<Result<>(const std::vector<std::string>& words)>;
// The same of a kiosk's set-up; with the six words that its first programme will show there, or none where it has no programme.
using ShowSetUp = std::function<Result<>(const std::vector<std::string>& words, const std::string& fingerprint)>;
inline Result<> show_later(const std::vector<std::string>&) { return {}; }

class Desk {
public:
    // Refuses a folder that holds a desk, or a part of one. Returns the recovery words, which are not kept.
    static Result<std::vector<std::string>> begin(const std::filesystem::path& folder, const Entropy& entropy, Instant now,
                                                  const ShowWords& show = show_later);
    static Result<std::unique_ptr<Desk>> open(const std::filesystem::path& folder, const Entropy& entropy, Instant now);

    // New keys for the desk, and a statement of them that every later programme carries. The recovery words as they were typed.
    Result<> change_keys(const std::function<std::string()>& ask_for_words, Instant now);
    // Makes the kiosk's keys, which leave with the set-up file alone, and returns the six words that open it: they are not kept.
    Result<std::vector<std::string>> add_kiosk(const KioskPlace& place, const DeskProgramme* first, const std::filesystem::path& file, Instant now,
                                               const ShowSetUp& show = [](const auto&, const auto&) { return Result<>{}; });
    // What the programme folder has wrong for this desk: kiosks that it does not know, people who were erased, activities that are gone
    // though people signed up for them.
    std::vector<Fault> faults_of(const DeskProgramme& programme, Instant now);
    // What is hardly meant, and keeps nothing from being published.
    std::vector<Fault> warnings_of(const DeskProgramme& programme, Instant now);
    // Decides, and then writes one file a kiosk, or none at all: files that stand already are taken away when one cannot be written.
    Result<Published> publish(const DeskProgramme& programme, const std::filesystem::path& folder, Instant now);

    Result<MadePass> make_pass(PersonId person, Date from, Date until, Instant now);
    // A pass for each, and all of them or none. Whoever has one with these very dates keeps it: printing twice makes no second.
    Result<std::vector<MadePass>> passes_for(std::span<const PersonId> people, Date from, Date until, Instant now);
    // The kiosks hear of it with their next programme.
    Result<> withdraw_pass(PassNumber pass, Instant now) { return store_->commit_noted(now, [&] { return store_->passes().withdraw(pass, now); }); }
    std::vector<ToldCode> visit_codes() { return store_->visit_codes().current(); }

    const DeskIdentity& identity() const { return identity_; }
    const AgeKeys& age_keys() const { return keys_.age; }
    std::string age_identities() const { return identities_of(keys_); }  // what parcels may be sealed to, the newest first, one a line
    std::optional<PublicKey> signing_key_of(const std::string& kiosk);
    FindKey find_key();  // only as long as this desk is there
    DeskStore& store() { return *store_; }

private:
    Desk(std::filesystem::path folder, std::unique_ptr<DeskStore> store, DeskIdentity identity, DeskKeys keys, Entropy entropy);
    Result<> pass_serials_in(const std::filesystem::path& folder, Instant now);
    Result<> give_visit_codes(const DeskProgramme& programme, Instant now);
    Result<MadePass> with_code(const Pass& pass);

    std::filesystem::path folder_;
    std::unique_ptr<DeskStore> store_;
    DeskIdentity identity_;
    DeskKeys keys_;
    Entropy entropy_;
};

}
