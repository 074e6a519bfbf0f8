#include "store/ledger.hpp"

#include "domain/origin.hpp"
#include "store/fact_rows.hpp"
#include "store/prepared.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <optional>

namespace refectory {

namespace {

struct Mark { std::string origin; std::int64_t seq = 0; };

std::optional<Mark> read_mark(const std::filesystem::path& file)
{
    std::ifstream stream{file};
    Mark mark;
    if (stream >> mark.origin >> mark.seq) return mark;
    return std::nullopt;
}

// Written aside, flushed and renamed: a plug pulled at any moment leaves the old note or the new one.
bool write_durably(const std::filesystem::path& file, const std::string& text)
{
    const auto part = file.string() + ".part";
    const int descriptor = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0) return false;
    const bool is_written = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(descriptor) == 0;
    ::close(descriptor);
    return is_written && std::rename(part.c_str(), file.c_str()) == 0;
}

// In place, and not waited for: whoever signs up would wait for a second flush. The text of one origin only grows and lies in one
// sector, so that a plug pulled at any moment leaves this note or one from before, which is as good.
bool overwrite(const std::filesystem::path& file, const std::string& text)
{
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool is_written = ::pwrite(descriptor, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size());
    ::close(descriptor);
    return is_written;
}

struct Tail {
    std::int64_t seq = 0;
    Digest hash{};
    Instant order_at{milliseconds::min()};
    ClockTrust clock = ClockTrust::trusted;
};

Tail tail_of(Database& database, const Origin& origin)
{
    Prepared query{database, "SELECT seq, hash, order_at, clock FROM fact WHERE origin = ? ORDER BY seq DESC LIMIT 1"};
    query.bind(1, origin.value);
    if (!query.executeStep()) return {};
    return {query.getColumn(0).getInt64(), digest_of(query.getColumn(1)), from_milliseconds(query.getColumn(2).getInt64()),
            query.getColumn(3).getInt() == 1 ? ClockTrust::trusted : ClockTrust::untrusted};
}

// Back from the newest row, over all whose clock was not trusted.
Instant newest_trusted_order(Database& database, const Origin& origin)
{
    Prepared query{database, "SELECT order_at FROM fact WHERE origin = ? AND clock = 1 ORDER BY seq DESC LIMIT 1"};
    query.bind(1, origin.value);
    return query.executeStep() ? from_milliseconds(query.getColumn(0).getInt64()) : Instant{milliseconds::min()};
}

}

Ledger::Ledger(Database& database, std::string kiosk, std::filesystem::path mark)
    : database_(&database), kiosk_(std::move(kiosk)), mark_(std::move(mark))
{
}

Result<Ledger> Ledger::open(Database& database, std::string kiosk, std::filesystem::path mark_file, const Entropy& entropy,
                            Instant now, ClockTrust trust, History history)
{
    Ledger ledger{database, std::move(kiosk), std::move(mark_file)};
    REFECTORY_TRY(in_transaction(database, [&]() -> Result<> {
        Prepared newest{database, "SELECT origin FROM origin_begun WHERE kiosk = ?1 AND origin >= ?1 || '.' AND origin < ?1 || '/' "
                                  "ORDER BY generation DESC LIMIT 1"};
        newest.bind(1, ledger.kiosk_);
        const bool has_origin = newest.executeStep();
        if (has_origin) ledger.origin_ = Origin{newest.getColumn(0).getString()};
        newest.reset();
        auto mark = read_mark(ledger.mark_);
        if (mark && !mark->origin.starts_with(ledger.kiosk_ + ".")) mark.reset();  // of what this machine was before
        const bool is_behind_mark = mark && tail_of(database, Origin{mark->origin}).seq < mark->seq;
        const bool is_behind = is_behind_mark || (history == History::put_back && has_origin);
        if (is_behind_mark && !has_origin) ledger.origin_ = Origin{mark->origin};  // the one that the new origin comes after
        if (is_behind) ledger.begin_origin(OriginReason::behind_mark, entropy, now, trust);
        else if (!has_origin) ledger.begin_origin(OriginReason::set_up, entropy, now, trust);
        if (mark) ledger.noted_ = {Origin{mark->origin}, mark->seq};
        return {};
    }));
    if (!database.is_in_transaction()) ledger.note_mark(ledger.reached());
    return ledger;
}

void Ledger::begin_origin(OriginReason reason, const Entropy& entropy, Instant now, ClockTrust trust)
{
    Prepared count{*database_, "SELECT coalesce(max(generation), 0) FROM origin_begun WHERE kiosk = ?1 "
                               "AND origin >= ?1 || '.' AND origin < ?1 || '/'"};
    count.bind(1, kiosk_);
    count.executeStep();
    OriginBegun begun{kiosk_, count.getColumn(0).getInt64() + 1, {}, reason};
    if (!origin_.value.empty()) begun.after = origin_;
    count.reset();
    // Of a million names one may be drawn that is here already, and what was recorded under it would go on.
    const auto before = origin_;
    do origin_ = make_origin(kiosk_, entropy);
    while (origin_ == before || tail_of(*database_, origin_).seq > 0);
    record(begun, now, trust);
}

namespace {

// Numbers of parcels come again where a disk was put back: one that says another time, or ended behind the receipt's facts, is another than
// the desk has.
std::int64_t answers_within(Database& database, const Receipt& receipt)
{
    Prepared taken{database, "SELECT 1 FROM parcel_taken WHERE parcel = ? AND written_at <> ?"};
    taken.bind(1, receipt.answers_up_to);
    taken.bind(2, to_milliseconds(receipt.at));
    if (taken.executeStep()) return 0;
    Prepared query{database, "SELECT min(parcel) - 1 FROM parcel_written WHERE origin = ? AND facts_up_to > ?"};
    query.bind(1, receipt.origin.value);
    query.bind(2, receipt.facts_up_to);
    query.executeStep();
    return query.getColumn(0).isNull() ? receipt.answers_up_to : std::min(receipt.answers_up_to, query.getColumn(0).getInt64());
}

}

// The same set-up file made this kiosk twice, and each machine promised the same chairs. It is answered once: what is begun anew then
// was not set up.
bool Ledger::is_first_of_another_machine(const Receipt& receipt)
{
    if (!receipt.is_whole || receipt.facts_up_to == 0 || receipt.after || kiosk_of(receipt.origin) != kiosk_) return false;
    Prepared query{*database_, "SELECT reason = 'set up' FROM origin_begun WHERE origin = ? AND seq = 1"};
    query.bind(1, origin_.value);
    return query.executeStep() && query.getColumn(0).getInt() == 1;
}

std::vector<Receipt> Ledger::believe(std::span<const Receipt> receipts, const Entropy& entropy, Instant now, ClockTrust trust)
{
    FactRows rows{*database_};
    std::map<Origin, Receipt> believed;
    bool is_of_another_history = false;
    for (auto receipt : receipts) {
        const bool is_ours = rows.hash_at({receipt.origin, 1}).has_value();
        if (is_ours && receipt.facts_up_to > 0 && rows.hash_at({receipt.origin, receipt.facts_up_to}) != receipt.hash) {
            is_of_another_history |= receipt.origin == origin_;
            continue;
        }
        if (!is_ours && receipt.after == origin_) is_of_another_history = true;
        if (!is_ours && is_first_of_another_machine(receipt)) is_of_another_history = true;
        if (!receipt.is_whole) continue;
        if (is_ours) receipt.answers_up_to = answers_within(*database_, receipt);
        auto& furthest = believed.try_emplace(receipt.origin, receipt).first->second;
        if (receipt.facts_up_to > furthest.facts_up_to) furthest.at = receipt.at;  // a clock that is put right writes an earlier time later
        furthest.facts_up_to = std::max(furthest.facts_up_to, receipt.facts_up_to);
        furthest.answers_up_to = std::max(furthest.answers_up_to, receipt.answers_up_to);
    }
    if (is_of_another_history) begin_origin(OriginReason::behind_receipt, entropy, now, trust);
    std::vector<Receipt> all;
    for (auto& [origin, receipt] : believed) all.push_back(receipt);
    return all;
}

std::vector<Spine> Ledger::record(std::span<const FactBody> bodies, Instant now, ClockTrust trust)
{
    auto tail = tail_of(*database_, origin_);
    const bool is_known = newest_trusted_.as_of == FactLink{{origin_, tail.seq}, tail.hash};
    auto newest_trusted = tail.clock == ClockTrust::trusted ? tail.order_at : is_known ? newest_trusted_.order_at : newest_trusted_order(*database_, origin_);
    auto order_at = std::max(now, newest_trusted + milliseconds{1});
    std::vector<Spine> spines;
    for (const auto& body : bodies) {
        const Spine spine{{origin_, tail.seq + 1}, now, order_at, trust};
        const auto& table = fact_tables()[body.index()];
        auto values = values_of(body);
        tail = {spine.key.seq, hash_of(tail.hash, spine, table.name, values), order_at, trust};
        FactRows{*database_}.put(table, {spine, tail.hash, std::move(values)});
        if (trust == ClockTrust::trusted) newest_trusted = order_at++;
        spines.push_back(spine);
    }
    newest_trusted_ = {{{origin_, tail.seq}, tail.hash}, newest_trusted};
    return spines;
}

Spine Ledger::record(const FactBody& body, Instant now, ClockTrust trust)
{
    return record(std::span{&body, 1}, now, trust).front();
}

std::int64_t Ledger::last_seq() const
{
    return tail_of(*database_, origin_).seq;
}

FactLink Ledger::newest() const
{
    const auto tail = tail_of(*database_, origin_);
    return {{origin_, tail.seq}, tail.hash};
}

bool Ledger::has(const FactLink& link) const
{
    return FactRows{*database_}.hash_at(link.key) == link.hash;
}

void Ledger::note_mark(const FactKey& reached)
{
    if (reached == noted_) return;
    const auto text = fmt::format("{} {}\n", reached.origin.value, reached.seq);
    const bool goes_on = reached.origin == noted_.origin && reached.seq > noted_.seq;
    if ((goes_on && overwrite(mark_, text)) || write_durably(mark_, text)) noted_ = reached;
}

}
