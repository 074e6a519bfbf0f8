// Anonymous answers, in a database of their own: feedback, questions, wishes. No time, no number, no person, no origin. The
// file is rewritten in the order of its random keys after each write and its date is fixed, so that neither tells an order.
#pragma once

#include "domain/facts.hpp"
#include "domain/programme.hpp"
#include "store/database.hpp"

#include <array>

namespace refectory {

using AnswerKey = std::array<std::uint8_t, 16>;

enum class AnswerKind { feedback, question, wish };
constexpr auto names_of(AnswerKind) { return std::array<std::string_view, 3>{"feedback", "question", "wish"}; }

struct Answer {
    AnswerKind kind = AnswerKind::feedback;
    std::optional<ActivityId> activity;
    std::string month;  // of a wish: "2026-11"
    std::optional<Face> face;
    std::string words;
};

class Answers {
public:
    static Result<std::unique_ptr<Answers>> open(const std::filesystem::path& file, Entropy entropy);

    Result<AnswerKey> record(const Answer& answer);
    Result<> add_words(const AnswerKey& key, std::string_view words);
    Result<> undo(const AnswerKey& key);  // the one thing that may be deleted before it leaves
    std::vector<Answer> questions(const ActivityId& activity);
    std::int64_t count();

private:
    Answers(std::unique_ptr<Database> database, std::filesystem::path file, Entropy entropy)
        : database_(std::move(database)), file_(std::move(file)), entropy_(std::move(entropy)) {}
    Result<> rewrite();

    std::unique_ptr<Database> database_;
    std::filesystem::path file_;
    Entropy entropy_;
};

}
