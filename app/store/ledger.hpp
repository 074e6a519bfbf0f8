// Records facts: gives each its number, its order and its hash, and puts it on disk. It reads nothing back for the screens.
#pragma once

#include "domain/bytes.hpp"
#include "domain/fact_row.hpp"
#include "domain/programme.hpp"
#include "domain/result.hpp"
#include "store/database.hpp"

#include <filesystem>
#include <span>

namespace refectory {

// Whether the database is known to have been put back from a backup: then it may be ahead of every mark, and is behind all the same.
enum class History { continued, put_back };

class Ledger {
public:
    // Continues the newest origin of the kiosk. A new one begins where there is none, or where the database is behind the mark
    // that is kept beside it or was put back: numbers that were used must not be used again.
    static Result<Ledger> open(Database& database, std::string kiosk, std::filesystem::path mark, const Entropy& entropy,
                               Instant now, ClockTrust trust, History history = History::continued);

    // Within the caller's transaction.
    std::vector<Spine> record(std::span<const FactBody> bodies, Instant now, ClockTrust trust);
    Spine record(const FactBody& body, Instant now, ClockTrust trust);

    // Returns those of the receipts that speak of the history that is here, one an origin. Where one speaks of facts of the
    // current origin that are not here, or of an origin after it that is not here, a disk was put back or copied, and a new
    // origin begins; also where another machine was set up by the same file. An origin that came after another one that is not here
    // says nothing. Within the caller's transaction.
    std::vector<Receipt> believe(std::span<const Receipt> receipts, const Entropy& entropy, Instant now, ClockTrust trust);

    // After the caller's commit: notes outside the database how far it came. Losing the note is harmless, and nobody waits for the
    // disk to have it.
    void note_mark(const FactKey& reached);

    const Origin& origin() const { return origin_; }
    const std::string& kiosk() const { return kiosk_; }
    std::int64_t last_seq() const;
    FactLink newest() const;  // of this origin
    bool has(const FactLink& link) const;  // so that all before it is as it was
    FactKey reached() const { return {origin_, last_seq()}; }

private:
    Ledger(Database& database, std::string kiosk, std::filesystem::path mark);
    bool is_first_of_another_machine(const Receipt& receipt);
    void begin_origin(OriginReason reason, const Entropy& entropy, Instant now, ClockTrust trust);

    Database* database_;
    std::string kiosk_;
    std::filesystem::path mark_;
    Origin origin_;
    // The place in the order of the newest row whose clock was trusted, where that fact is the newest.
    struct TrustedOrder {
        FactLink as_of;
        Instant order_at{};
    } newest_trusted_;
    FactKey noted_;  // what the mark says, so that it is written only when it changes
};

}
