#include "store/arriving_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <queue>

namespace refectory {

namespace {

// A kiosk writes one run a table and origin. What comes in no order at all would want more memory than it is worth.
constexpr std::size_t most_runs = 100'000, most_runs_of_origin = 2'000;
// Where each of them stands is kept in memory. A kiosk has not so many in all its years.
constexpr std::size_t most_with_words = 100'000, most_added = 200'000;
constexpr std::size_t bytes_read_at_once = 64 * 1024, bytes_of_all_readers = 8 * 1024 * 1024;

template <class Number>
void append(std::string& text, Number number)
{
    text.append(reinterpret_cast<const char*>(&number), sizeof number);
}

template <class Number>
Number take(std::string_view& text)
{
    Number number{};
    std::memcpy(&number, text.data(), sizeof number);
    text.remove_prefix(sizeof number);
    return number;
}

void append_value(std::string& text, const Value& value)
{
    append(text, static_cast<std::uint8_t>(value.index()));
    if (const auto* number = std::get_if<std::int64_t>(&value)) append(text, *number);
    if (const auto* words = std::get_if<std::string>(&value)) {
        append(text, static_cast<std::uint32_t>(words->size()));
        text += *words;
    }
}

// Into the value of the row before, whose room is used again.
void take_value(std::string_view& text, Value& value)
{
    const auto kind = take<std::uint8_t>(text);
    if (kind == 0) value = std::monostate{};
    if (kind == 1) value = take<std::int64_t>(text);
    if (kind < 2) return;
    const auto size = take<std::uint32_t>(text);
    const auto words = text.substr(0, size);
    if (auto* before = std::get_if<std::string>(&value)) *before = words;
    else value.emplace<std::string>(words);
    text.remove_prefix(size);
}

// Its length first; the origin and the table are known where it is read.
void encode(const FactRow& row, std::string& text)
{
    text.assign(sizeof(std::uint32_t), '\0');
    append(text, row.spine.key.seq);
    append(text, to_milliseconds(row.spine.at));
    append(text, to_milliseconds(row.spine.order_at));
    append(text, static_cast<std::uint8_t>(row.spine.clock == ClockTrust::trusted));
    append(text, row.hash);
    for (const auto& value : row.values) append_value(text, value);
    const auto size = static_cast<std::uint32_t>(text.size() - sizeof(std::uint32_t));
    std::memcpy(text.data(), &size, sizeof size);
}

// Into the row before it, likewise.
void decode(std::string_view text, FactRow& row)
{
    auto& spine = row.spine;
    spine.key.seq = take<std::int64_t>(text);
    spine.at = from_milliseconds(take<std::int64_t>(text));
    spine.order_at = from_milliseconds(take<std::int64_t>(text));
    spine.clock = take<std::uint8_t>(text) == 1 ? ClockTrust::trusted : ClockTrust::untrusted;
    row.hash = take<Digest>(text);
    for (auto& value : row.values) take_value(text, value);
}

std::unexpected<Error> comes_twice(const FactKey& key)
{
    return failure(fmt::format("Two facts in this parcel have number {} of {}.", key.seq, key.origin.value));
}

}

// Reads one run, row after row.
class ArrivingFacts::Reader {
public:
    Reader(const SpillFile& file, const Run& run, const Origin& origin, std::size_t at_once)
        : file_(&file), from_(run.begin), end_(run.end), at_once_(at_once), fact_{run.table, {}}
    {
        fact_.row.spine.key.origin = origin;
        fact_.row.values.resize(run.table->columns.size());
    }

    const StoredFact& fact() const { return fact_; }
    // False behind the last.
    Result<bool> next()
    {
        if (rest_.empty() && from_ == end_) return false;
        REFECTORY_TRY(want(sizeof(std::uint32_t)));
        const auto size = take<std::uint32_t>(rest_);
        REFECTORY_TRY(want(size));
        decode(rest_.substr(0, size), fact_.row);
        rest_.remove_prefix(size);
        return true;
    }

private:
    Result<> want(std::size_t size)
    {
        if (rest_.size() >= size) return {};
        from_ -= static_cast<std::int64_t>(rest_.size());
        REFECTORY_TRY(file_->read(from_, std::min(std::max(size, at_once_), static_cast<std::size_t>(end_ - from_)), piece_));
        rest_ = piece_;
        from_ += static_cast<std::int64_t>(rest_.size());
        return rest_.size() >= size ? Result<>{} : failure("The disk reported an error.");
    }

    const SpillFile* file_;
    std::int64_t from_, end_;
    std::size_t at_once_;
    std::string piece_;
    std::string_view rest_;
    StoredFact fact_;
};

Result<> ArrivingFacts::add(const FactTable& table, const FactRow& row)
{
    const auto& key = row.spine.key;
    auto& runs = runs_[key.origin];
    const bool goes_on = !runs.empty() && key.origin == last_origin_ && runs.back().table == &table && runs.back().last_seq < key.seq;
    if (!goes_on) {
        if (++count_of_runs_ > most_runs || runs.size() == most_runs_of_origin)
            return failure("The facts in this parcel are not in the order in which a kiosk writes them. It was not taken in.");
        runs.push_back({&table, file_.size(), file_.size(), 0});
    }
    REFECTORY_TRY(note(table, row));
    last_origin_ = key.origin;
    encode(row, text_);
    REFECTORY_TRY(file_.append(text_));
    runs.back().last_seq = key.seq;
    runs.back().end = file_.size();
    return {};
}

// What a name or words in the same parcel are asked for.
Result<> ArrivingFacts::note(const FactTable& table, const FactRow& row)
{
    constexpr std::size_t has_words = 3;
    if (table.name == PersonAdded::table) added_.push_back(std::get<std::int64_t>(row.values.front()));
    else if (table.name == VisitFeedback::table && row.values[has_words] == Value{std::int64_t{1}}) feedback_.push_back({row.spine.key, file_.size()});
    else return {};
    is_sorted_ = false;
    if (feedback_.size() <= most_with_words && added_.size() <= most_added) return {};
    return failure("This parcel says of more names and words than a kiosk ever has. It was not taken in.");
}

bool ArrivingFacts::has_added(PersonId person)
{
    if (!is_sorted_) {
        std::ranges::sort(added_);
        std::ranges::sort(feedback_, {}, &Feedback::key);
        is_sorted_ = true;
    }
    return std::ranges::binary_search(added_, person.value);
}

Result<std::optional<StoredFact>> ArrivingFacts::feedback_with_words(const FactKey& key)
{
    (void)has_added({});  // sorts
    const auto found = std::ranges::lower_bound(feedback_, key, {}, &Feedback::key);
    if (found == feedback_.end() || found->key != key) return std::nullopt;
    Reader reader{file_, {find_fact_table(VisitFeedback::table), found->begin, file_.size(), 0}, found->key.origin, 1024};
    REFECTORY_TRY(reader.next());
    return reader.fact();
}

Result<> ArrivingFacts::in_order(const std::function<Result<>(const StoredFact&)>& take)
{
    for (const auto& [origin, runs] : runs_) REFECTORY_TRY(merge(origin, runs, take));
    return {};
}

Result<> ArrivingFacts::merge(const Origin& origin, const Runs& runs, const std::function<Result<>(const StoredFact&)>& take)
{
    const auto at_once = std::min(bytes_read_at_once, bytes_of_all_readers / runs.size());
    std::vector<Reader> readers;
    readers.reserve(runs.size());
    using Next = std::pair<std::int64_t, std::size_t>;
    std::priority_queue<Next, std::vector<Next>, std::greater<>> queue;
    const auto advance = [&](std::size_t which) -> Result<> {
        REFECTORY_TRY_ASSIGN(const bool there, readers[which].next());
        if (there) queue.emplace(readers[which].fact().row.spine.key.seq, which);
        return {};
    };
    for (const auto& run : runs) {
        readers.emplace_back(file_, run, origin, at_once);
        REFECTORY_TRY(advance(readers.size() - 1));
    }
    for (std::int64_t last = 0; !queue.empty();) {
        const auto [seq, which] = queue.top();
        queue.pop();
        if (seq == last) return comes_twice({origin, seq});
        last = seq;
        REFECTORY_TRY(take(readers[which].fact()));
        REFECTORY_TRY(advance(which));
    }
    return {};
}

}
