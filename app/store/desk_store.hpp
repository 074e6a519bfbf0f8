// The desk's database: who the desk is, the kiosks it set up, what it decided and published, and the passes and codes it gave. The
// one door to it; what is collected is on the same database. No secret key is in it.
#pragma once

#include "domain/key_statement.hpp"
#include "domain/origin.hpp"
#include "store/known_kiosks.hpp"
#include "store/pass_codes.hpp"
#include "store/passes.hpp"
#include "store/publications.hpp"
#include "store/store_context.hpp"
#include "store/visit_codes.hpp"

namespace refectory {

struct DeskIdentity {
    Origin origin;  // DESK.7QK2; where a backup was put back, another than before
    PublicKey signing_key{};
    std::string recipient;  // what parcels are sealed to
    Instant begun_at;  // of this origin
    std::optional<PublicKey> recovery_key{};  // none where it began before there were any
};

struct DeskKeysKnown {
    PublicKey signing_key{};
    std::string recipient;
    PublicKey recovery_key{};
};

class DeskStore {
public:
    // Makes the file where there is none; whether a desk has begun in it, identity() says.
    // A new origin begins where the database is behind the mark that is kept beside it, and where it was put back from a backup.
    static Result<std::unique_ptr<DeskStore>> open(const std::filesystem::path& file, const Entropy& entropy, Instant now,
                                                   History history = History::continued);
    DeskStore(const DeskStore&) = delete;
    DeskStore& operator=(const DeskStore&) = delete;

    std::optional<DeskIdentity> identity();
    Result<> begin(const DeskKeysKnown& keys, Instant now);  // once
    // The desk's keys are from now on those of the statement, and every pass that was signed before is withdrawn.
    Result<> change_keys(const KeyStatement& statement, Instant now);
    std::optional<KeyStatement> newest_key_statement();

    Database& database() { return *context_.database; }
    // What the desk records is on disk, and the mark noted behind it, before this returns.
    Result<> commit(const std::function<Result<>()>& work) { return context_.commit(work); }
    // Likewise of what is no fact: that there was something is one, so that a desk that is put back to before it sees that it was.
    Result<> commit_noted(Instant now, const std::function<Result<>()>& work);
    Ledger& ledger() { return *context_.ledger; }  // of a desk that has begun
    KnownKiosks& kiosks() { return kiosks_; }
    Publications& publications() { return publications_; }
    Passes& passes() { return passes_; }
    PassCodes& pass_codes() { return pass_codes_; }
    VisitCodes& visit_codes() { return visit_codes_; }

private:
    DeskStore(std::unique_ptr<Database> database, std::filesystem::path mark, Entropy entropy)
        : mark_(std::move(mark)), context_{std::move(database), {}, std::move(entropy)} {}
    Result<> open_ledger(Instant now, History history);

    std::filesystem::path mark_;
    StoreContext context_;
    KnownKiosks kiosks_{*context_.database};
    Publications publications_{*context_.database};
    Passes passes_{*context_.database};
    PassCodes pass_codes_{*context_.database};
    VisitCodes visit_codes_{*context_.database};
};

}
