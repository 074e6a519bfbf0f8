// Anonymous answers, in a database of their own: feedback, questions, wishes. No time, no number, no person, no origin. There
// are few, so they are held in memory, and with each change the file is made anew in the order of their random keys and put
// in the place of the one before: its bytes depend on what is in it alone, its date is fixed, and no journal of changes is
// ever beside it. For one thread: the one that the people in front of the kiosk are served by.
#pragma once

#include "domain/answer.hpp"
#include "domain/programme.hpp"
#include "store/database.hpp"

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace refectory {

inline constexpr int fewest_told = 5;  // answers to one activity, before anybody is told what they were

struct LeavingAnswer : KeyedAnswer {
    std::int64_t parcel = 0;  // the first that it went with
};

class Answers {
public:
    // The copy that is made anew with each change, to the date: it tells no more than the answers themselves. It is beside them, for a
    // folder of its own would have the date of the newest.
    static std::filesystem::path copy_of(const std::filesystem::path& file) { return file.parent_path() / "answers-copy.db"; }
    static Result<std::unique_ptr<Answers>> open(const std::filesystem::path& file, Entropy entropy);

    Result<AnswerKey> record(const Answer& answer);
    Result<> add_words(const AnswerKey& key, std::string_view words);
    Result<> undo(const AnswerKey& key);  // the one thing that may be deleted before it leaves
    // Of those that have left with a parcel, the ones whose time has passed.
    Result<> forget(const std::function<bool(const Answer&, std::int64_t parcel)>& is_past);
    std::vector<Answer> questions(const ActivityId& activity) const;
    // How many said what of an activity; nothing where they are so few that one of them could be made out.
    std::optional<std::array<int, 4>> faces(const ActivityId& activity) const;
    std::int64_t count() const { return static_cast<std::int64_t>(rows_.size()); }

    // Marks those that may leave now with the parcel's number, and returns all whose parcel is behind the one that a receipt
    // covers, in the order of their keys, which is random.
    Result<std::vector<LeavingAnswer>> leaving(std::int64_t parcel, std::int64_t covered, Instant now, const EndOfActivity& end);
    std::int64_t waiting(std::int64_t covered, Instant now, const EndOfActivity& end) const;
    std::int64_t newest_parcel() const;

private:
    struct Row {
        Answer answer;
        std::optional<std::int64_t> parcel;
    };
    using Rows = std::map<AnswerKey, Row>;

    Answers(std::filesystem::path file, Entropy entropy) : file_(std::move(file)), entropy_(std::move(entropy)) {}
    Result<Rows> read() const;
    // Makes the file anew from what it holds now and the change, and holds that once it is in its place on disk.
    Result<> change(const std::function<void(Rows&)>& change);
    Result<> write(const std::filesystem::path& file, const Rows& rows) const;
    void keep_copy() const;

    std::filesystem::path file_;
    Entropy entropy_;
    Rows rows_;
};

}
