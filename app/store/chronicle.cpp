#include "store/chronicle.hpp"

#include "store/prepared.hpp"

#include <fmt/format.h>

namespace refectory {

namespace {

constexpr auto sentences_after = R"(
    SELECT seq, 'A new origin begins: ' || reason || '.' FROM origin_begun WHERE origin = ?1 AND seq > ?2
    UNION ALL SELECT seq, 'Programme ' || serial || ' was taken in.' FROM programme_applied WHERE origin = ?1 AND seq > ?2
    UNION ALL SELECT seq, 'Parcel ' || parcel || ' was written, with facts up to ' || facts_up_to || '.' FROM parcel_written WHERE origin = ?1 AND seq > ?2
    UNION ALL SELECT seq, 'By the admin: ' || action || '.' FROM admin_entry WHERE origin = ?1 AND seq > ?2
    UNION ALL SELECT seq, 'A wrong PIN was typed.' FROM refusal WHERE origin = ?1 AND seq > ?2 AND reason = 'wrong pin'
    UNION ALL SELECT seq, 'The clock was confirmed.' FROM clock_confirmed WHERE origin = ?1 AND seq > ?2
    UNION ALL SELECT seq, 'Somebody was erased.' FROM erasure WHERE origin = ?1 AND seq > ?2
    ORDER BY seq)";

}

std::vector<std::string> Chronicle::news()
{
    if (!context_.ledger) return {};
    try {
        const auto reached = context_.ledger->last_seq();
        if (told_.origin.value.empty()) {
            auto standing = where_the_facts_stand();
            told_ = {context_.ledger->origin(), reached};
            return standing;
        }
        const FactKey from = told_.origin == context_.ledger->origin() ? told_ : FactKey{context_.ledger->origin(), 0};
        std::vector<std::string> sentences;
        if (reached == from.seq) return sentences;
        Prepared query{*context_.database, sentences_after};
        query.bind(1, from.origin.value);
        query.bind(2, from.seq);
        while (query.executeStep()) sentences.push_back(query.getColumn(1).getString());
        told_ = {from.origin, reached};
        return sentences;
    } catch (const SQLite::Exception&) {
        return {};
    }
}

std::vector<std::string> Chronicle::where_the_facts_stand() const
{
    Prepared query{*context_.database, "SELECT generation, reason FROM origin_begun WHERE origin = ?"};
    query.bind(1, context_.ledger->origin().value);
    if (!query.executeStep()) return {};
    return {fmt::format("The facts are those of origin {}, number {} of this kiosk, begun because: {}. They go up to {}.", context_.ledger->origin().value,
                        query.getColumn(0).getInt64(), query.getColumn(1).getString(), context_.ledger->last_seq())};
}

}
