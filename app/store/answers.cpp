#include "store/answers.hpp"

#include "store/durable_rename.hpp"
#include "store/row_writer.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace refectory {

namespace {

std::optional<std::string> text_at(const SQLite::Column& column)
{
    return column.isNull() ? std::nullopt : std::optional{column.getString()};
}

Answer read_answer(Prepared& query)
{
    Answer answer;
    answer.kind = parse_name<AnswerKind>(query.getColumn(1).getString()).value_or(AnswerKind::feedback);
    if (auto activity = text_at(query.getColumn(2))) answer.activity = ActivityId{std::move(*activity)};
    answer.month = text_at(query.getColumn(3)).value_or("");
    if (const auto face = text_at(query.getColumn(4))) answer.face = parse_name<Face>(*face);
    answer.words = query.getColumn(5).getString();
    return answer;
}

// The file's date must not tell when: midnight of 1 January 2020.
constexpr timespec settled_at{1'577'836'800, 0};

// On disk, as the file is afterwards.
void settle(const std::filesystem::path& file)
{
    const timespec times[2] = {settled_at, settled_at};
    utimensat(AT_FDCWD, file.c_str(), times, 0);
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

std::filesystem::path part_of(const std::filesystem::path& file) { return file.string() + ".part"; }

void remove_part(const std::filesystem::path& file)
{
    std::error_code error;
    std::filesystem::remove(part_of(file), error);
    std::filesystem::remove(part_of(file).string() + "-journal", error);
}

bool is_settled(const std::filesystem::path& file)
{
    struct stat about{};
    return ::stat(file.c_str(), &about) == 0 && about.st_mtim.tv_sec == settled_at.tv_sec && about.st_mtim.tv_nsec == settled_at.tv_nsec;
}

bool hold_the_same(const std::filesystem::path& one, const std::filesystem::path& other)
{
    std::ifstream first{one, std::ios::binary}, second{other, std::ios::binary};
    const std::istreambuf_iterator<char> end;
    return first && second && std::equal(std::istreambuf_iterator<char>{first}, end, std::istreambuf_iterator<char>{second}, end);
}

}

Result<std::unique_ptr<Answers>> Answers::open(const std::filesystem::path& file, Entropy entropy)
{
    std::unique_ptr<Answers> answers{new Answers{file, std::move(entropy)}};
    remove_part(file);  // of one that was being given when the power failed, with that time for its date
    remove_part(copy_of(file));
    REFECTORY_TRY_ASSIGN(answers->rows_, answers->read());
    // A file that is new, or was brought to a newer schema, is written as if it had been written once; a copy that a power cut left old as well.
    const bool is_as_left = is_settled(file) && hold_the_same(file, copy_of(file));
    if (!is_as_left) REFECTORY_TRY(answers->change([](Rows&) {}));
    return answers;
}

Result<Answers::Rows> Answers::read() const
{
    Rows rows;
    REFECTORY_TRY_ASSIGN(const auto database, Database::open(file_, Database::Kind::answers));
    REFECTORY_TRY(guarded([&]() -> Result<> {
        Prepared query{*database, "SELECT key, kind, activity, month, face, words, parcel FROM answer"};
        while (query.executeStep()) {
            AnswerKey key{};
            const auto bytes = query.getColumn(0).getString();
            std::copy_n(bytes.begin(), std::min(bytes.size(), key.size()), key.begin());
            const auto parcel = query.getColumn(6);
            rows.emplace(key, Row{read_answer(query), parcel.isNull() ? std::nullopt : std::optional{parcel.getInt64()}});
        }
        return {};
    }));
    return rows;
}

Result<> Answers::change(const std::function<void(Rows&)>& change)
{
    REFECTORY_TRY_ASSIGN(auto rows, read());
    change(rows);
    const auto part = part_of(file_);
    remove_part(file_);
    REFECTORY_TRY(write(part, rows));
    settle(part);
    std::error_code error;
    std::filesystem::rename(part, file_, error);
    if (error) return failure("The answers could not be written.");
    rows_ = std::move(rows);
    keep_copy();
    flush_folder_of(file_);
    return {};
}

// The answers stand without it. An older one goes rather than hold what was taken back or forgotten since.
void Answers::keep_copy() const
{
    const auto copy = copy_of(file_);
    const auto part = part_of(copy);
    std::error_code error;
    const bool is_copied = std::filesystem::copy_file(file_, part, std::filesystem::copy_options::overwrite_existing, error);
    settle(part);
    if (is_copied) std::filesystem::rename(part, copy, error);
    if (is_copied && !error) return;
    std::filesystem::remove(part, error);
    std::filesystem::remove(copy, error);
}

// Put together in memory, for SQLite would flush what has no name yet once a step.
Result<> Answers::write(const std::filesystem::path& file, const Rows& rows) const
{
    REFECTORY_TRY_ASSIGN(const auto database, Database::open(":memory:", Database::Kind::answers));
    REFECTORY_TRY(in_transaction(*database, [&]() -> Result<> {
        RowWriter insert{*database, "INSERT INTO answer (key, kind, activity, month, face, words, parcel) VALUES (?, ?, ?, ?, ?, ?, ?)"};
        for (const auto& [key, row] : rows) {
            const auto& answer = row.answer;
            const auto month = answer.month.empty() ? std::nullopt : std::optional{answer.month};
            const auto face = answer.face ? std::optional{name_of(*answer.face)} : std::nullopt;
            insert.row(key, name_of(answer.kind), answer.activity, month, face, answer.words, row.parcel);
        }
        return {};
    }));
    database->handle().exec("PRAGMA synchronous = OFF");  // for the copy, too: it is flushed when all is in it
    return copy_into(*database, file);
}

Result<AnswerKey> Answers::record(const Answer& answer)
{
    AnswerKey key{};
    do entropy_(key);
    while (rows_.contains(key));
    REFECTORY_TRY(change([&](Rows& rows) { rows.emplace(key, Row{answer, std::nullopt}); }));
    return key;
}

Result<> Answers::add_words(const AnswerKey& key, std::string_view words)
{
    return change([&](Rows& rows) {
        if (const auto found = rows.find(key); found != rows.end()) found->second.answer.words = words;
    });
}

Result<> Answers::undo(const AnswerKey& key)
{
    return change([&](Rows& rows) {
        if (const auto found = rows.find(key); found != rows.end() && !found->second.parcel) rows.erase(found);
    });
}

Result<> Answers::forget(const std::function<bool(const Answer&, std::int64_t)>& is_past)
{
    auto kept = rows_;
    std::erase_if(kept, [&](const auto& entry) { return entry.second.parcel && is_past(entry.second.answer, *entry.second.parcel); });
    if (kept.size() == rows_.size()) return {};
    return change([&](Rows& rows) { rows = std::move(kept); });
}

std::vector<Answer> Answers::questions(const ActivityId& activity) const
{
    std::vector<Answer> questions;
    for (const auto& [key, row] : rows_)
        if (row.answer.kind == AnswerKind::question && row.answer.activity == activity) questions.push_back(row.answer);
    return questions;
}

std::optional<std::array<int, 4>> Answers::faces(const ActivityId& activity) const
{
    std::array<int, 4> faces{};
    int all = 0;
    for (const auto& [key, row] : rows_) {
        if (row.answer.kind != AnswerKind::feedback || row.answer.activity != activity || !row.answer.face) continue;
        ++faces[static_cast<std::size_t>(*row.answer.face)];
        ++all;
    }
    return all >= fewest_told ? std::optional{faces} : std::nullopt;
}

Result<std::vector<LeavingAnswer>> Answers::leaving(std::int64_t parcel, std::int64_t covered, Instant now, const EndOfActivity& end)
{
    const auto leaves_now = [&](const auto& entry) { return !entry.second.parcel && may_leave(entry.second.answer, now, end); };
    if (std::ranges::any_of(rows_, leaves_now))
        REFECTORY_TRY(change([&](Rows& rows) {
            for (auto& entry : rows)
                if (leaves_now(entry)) entry.second.parcel = parcel;
        }));
    std::vector<LeavingAnswer> leaving;
    for (const auto& [key, row] : rows_)
        if (row.parcel && *row.parcel > covered) leaving.push_back({{key, row.answer}, *row.parcel});
    return leaving;
}

std::int64_t Answers::waiting(std::int64_t covered, Instant now, const EndOfActivity& end) const
{
    return std::ranges::count_if(rows_, [&](const auto& entry) {
        const auto& row = entry.second;
        return row.parcel ? *row.parcel > covered : may_leave(row.answer, now, end);
    });
}

std::int64_t Answers::newest_parcel() const
{
    std::int64_t newest = 0;
    for (const auto& [key, row] : rows_) newest = std::max(newest, row.parcel.value_or(0));
    return newest;
}

}
