#include "domain/answer.hpp"

#include "domain/invitation.hpp"

#include <fmt/format.h>

namespace refectory {

bool may_leave(const Answer& answer, Instant now, const EndOfActivity& end_of_activity)
{
    switch (answer.kind) {
    case AnswerKind::question: return true;
    case AnswerKind::wish: {
        const auto today = local_date(now);
        return answer.month < fmt::format("{:04}-{:02}", static_cast<int>(today.year()), static_cast<unsigned>(today.month()));
    }
    case AnswerKind::feedback: {
        const auto end = answer.activity ? end_of_activity(*answer.activity) : std::nullopt;
        return end && feedback_may_leave(*end, now);
    }
    }
    return false;
}

}
