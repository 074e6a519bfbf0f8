// Takes the rows of one parcel into the desk's database. Merging is a pure union: whatever comes, in whatever order and
// however often, the same rows give the same database. Of two facts under one number the smaller hash stands, and the other
// is kept beside it as a conflict. Names and words of people who were erased are not brought back. It decides nothing else.
#pragma once

#include "domain/answer.hpp"
#include "domain/erasable.hpp"
#include "domain/fact_row.hpp"
#include "store/database.hpp"

#include <memory>

namespace refectory {

// What the desk remembers of a parcel that it took in.
struct ParcelRecord {
    Origin origin;
    std::int64_t number = 0;
    Digest sha256{};  // of the sealed file
    std::int64_t facts_from = 0, facts_up_to = 0;  // of the origin; none where they cross
    Instant written_at;
    ClockTrust clock = ClockTrust::trusted;
    std::string version;
    Instant collected_at;
};

struct Merged {
    std::int64_t facts = 0, answers = 0;  // that were new
    std::int64_t known = 0;               // facts and answers that were here already
    std::int64_t conflicts = 0;           // facts that came under a number with another fact, and had not come before

    bool is_nothing_new() const { return facts == 0 && answers == 0 && conflicts == 0; }
};

class Collection {
public:
    explicit Collection(Database& database);
    ~Collection();
    Collection(const Collection&) = delete;
    Collection& operator=(const Collection&) = delete;

    bool has_parcel(const Digest& sha256);

    // One parcel after the other, each within a transaction of the caller's, which undoes everything where an error comes
    // out: begin, the facts in any order, what stands beside them, finish.
    void begin();
    Result<> take(const FactTable& table, const FactRow& row);
    Result<> take(const AddedName& name);
    Result<> take(const Remark& remark);
    Result<> take(const KeyedAnswer& answer);
    // Refuses facts that are not the ones that were announced, whose numbers have gaps, or that do not follow from one
    // another. Whether they follow from what is here is no reason: the rest may come later.
    Result<Merged> finish(const ParcelRecord& parcel);

private:
    struct State;
    std::unique_ptr<State> state_;
};

// Empties the names, words and codes of everybody who was erased, and withdraws their passes; within the caller's transaction. True where
// there were any.
bool empty_erased(Database& database);

}
