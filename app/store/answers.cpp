#include "store/answers.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <fcntl.h>
#include <sys/stat.h>

namespace refectory {

namespace {

template <class T>
void bind_optional(SQLite::Statement& statement, int index, const std::optional<T>& value)
{
    if (value) statement.bind(index, std::string{*value});
    else statement.bind(index);
}

void bind_key(SQLite::Statement& statement, int index, const AnswerKey& key)
{
    statement.bind(index, key.data(), static_cast<int>(key.size()));
}

}

Result<std::unique_ptr<Answers>> Answers::open(const std::filesystem::path& file, Entropy entropy)
{
    REFECTORY_TRY_ASSIGN(auto database, Database::open(file, Database::Kind::answers));
    return std::unique_ptr<Answers>{new Answers{std::move(database), file, std::move(entropy)}};
}

Result<AnswerKey> Answers::record(const Answer& answer)
{
    AnswerKey key{};
    entropy_(key);
    REFECTORY_TRY(in_transaction(*database_, [&]() -> Result<> {
        SQLite::Statement insert{database_->handle(), "INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?, NULL)"};
        bind_key(insert, 1, key);
        insert.bind(2, std::string{name_of(answer.kind)});
        bind_optional(insert, 3, answer.activity ? std::optional{answer.activity->value} : std::nullopt);
        bind_optional(insert, 4, answer.month.empty() ? std::nullopt : std::optional{answer.month});
        bind_optional(insert, 5, answer.face ? std::optional{name_of(*answer.face)} : std::nullopt);
        insert.bind(6, answer.words);
        insert.exec();
        return {};
    }));
    REFECTORY_TRY(rewrite());
    return key;
}

Result<> Answers::add_words(const AnswerKey& key, std::string_view words)
{
    REFECTORY_TRY(in_transaction(*database_, [&]() -> Result<> {
        SQLite::Statement update{database_->handle(), "UPDATE answer SET words = ? WHERE key = ?"};
        update.bind(1, std::string{words});
        bind_key(update, 2, key);
        update.exec();
        return {};
    }));
    return rewrite();
}

Result<> Answers::undo(const AnswerKey& key)
{
    REFECTORY_TRY(in_transaction(*database_, [&]() -> Result<> {
        SQLite::Statement remove{database_->handle(), "DELETE FROM answer WHERE key = ? AND parcel IS NULL"};
        bind_key(remove, 1, key);
        remove.exec();
        return {};
    }));
    return rewrite();
}

std::vector<Answer> Answers::questions(const ActivityId& activity)
{
    SQLite::Statement query{database_->handle(), "SELECT words FROM answer WHERE activity = ? AND kind = 'question' ORDER BY key"};
    query.bind(1, activity.value);
    std::vector<Answer> questions;
    while (query.executeStep()) questions.push_back({AnswerKind::question, activity, {}, {}, query.getColumn(0).getString()});
    return questions;
}

std::int64_t Answers::count()
{
    return database_->handle().execAndGet("SELECT count(*) FROM answer").getInt64();
}

// The answer is on disk already; what may fail here is only the hiding of the order, and that is said too.
Result<> Answers::rewrite()
{
    try {
        database_->handle().exec("VACUUM");
    } catch (const SQLite::Exception&) {
        return failure("The answers could not be rewritten.");
    }
    constexpr timespec fixed{1'577'836'800, 0};  // midnight of 1 January 2020: the file's date must not tell when
    const timespec times[2] = {fixed, fixed};
    utimensat(AT_FDCWD, file_.c_str(), times, 0);
    return {};
}

}
