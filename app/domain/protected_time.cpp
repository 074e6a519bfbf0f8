#include "domain/protected_time.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace refectory {

namespace {

std::optional<Instant> next_check_out(const std::vector<VisitSpan>& spans, const VisitSpan& open)
{
    std::optional<Instant> next;
    for (const auto& span : spans)
        if (span.out && span.kiosk != open.kiosk && *span.out >= open.in && local_date(*span.out) == local_date(open.in) && (!next || *span.out < *next))
            next = span.out;
    return next;
}

}

ProtectedTime protected_time(std::vector<VisitSpan> spans)
{
    std::ranges::sort(spans, {}, [](const VisitSpan& span) { return std::tuple{span.in, span.out.value_or(Instant::max()), span.kiosk}; });
    ProtectedTime time;
    std::set<std::string> kiosks;
    for (const auto& span : spans) {
        const auto out = span.out ? span.out : next_check_out(spans, span);
        if (!out) {
            time.open.push_back(span);
            continue;
        }
        if (*out <= span.in) continue;
        if (time.visits.empty() || span.in >= time.visits.back().out) {
            time.visits.push_back({span.in, *out, {}});
            kiosks.clear();
        }
        auto& visit = time.visits.back();
        visit.out = std::max(visit.out, *out);
        visit.corrected |= span.corrected;
        if (!span.out && std::ranges::find(visit.not_checked_out_at, span.kiosk) == visit.not_checked_out_at.end()) visit.not_checked_out_at.push_back(span.kiosk);
        kiosks.insert(span.kiosk);
        visit.kiosks.assign(kiosks.begin(), kiosks.end());
    }
    for (const auto& visit : time.visits) time.counted += visit.out - visit.in;
    return time;
}

}
