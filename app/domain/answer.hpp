// An answer that nobody can be told by: feedback, a question, a wish. No time, no number, no person, no origin; its key is random.
#pragma once

#include "domain/facts.hpp"

#include <functional>

namespace refectory {

using AnswerKey = std::array<std::uint8_t, 16>;

enum class AnswerKind { feedback, question, wish };
constexpr auto names_of(AnswerKind) { return std::array<std::string_view, 3>{"feedback", "question", "wish"}; }

struct Answer {
    AnswerKind kind = AnswerKind::feedback;
    std::optional<ActivityId> activity;
    std::string month;  // of a wish: "2026-11"; empty otherwise
    std::optional<Face> face;
    std::string words;
    friend bool operator==(const Answer&, const Answer&) = default;
};

struct KeyedAnswer {
    AnswerKey key{};
    Answer answer;
    friend bool operator==(const KeyedAnswer&, const KeyedAnswer&) = default;
};

using EndOfActivity = std::function<std::optional<Instant>(const ActivityId&)>;

// Feedback once its activity's day has ended, a wish once its month has, a question at once: the academic should have it in
// advance. An answer about an activity that nobody knows stays.
bool may_leave(const Answer& answer, Instant now, const EndOfActivity& end_of_activity);

}
