#include "store/mending.hpp"

#include "store/answers.hpp"
#include "store/database.hpp"
#include "store/row_writer.hpp"

#include <functional>

namespace refectory {

namespace {

bool is_there(const std::filesystem::path& file)
{
    std::error_code error;
    return std::filesystem::file_size(file, error) > 0 && !error;
}

// What is surely spoilt gives way to an empty one, what cannot be read or cannot be told to a good copy alone.
bool gives_way(Database::Condition condition, const std::function<bool()>& has_copy)
{
    return condition == Database::Condition::damaged || (condition != Database::Condition::good && has_copy());
}

Result<std::optional<Damage>> mend_kiosk(const std::filesystem::path& file, Backups& backups, const PutAside& put_aside, Instant now, Look look)
{
    const auto condition = Database::condition_of(file, Database::Kind::kiosk, look);
    const bool is_lost = !is_there(file) && backups.newest();
    if (!is_lost && condition == Database::Condition::good) return std::nullopt;
    REFECTORY_TRY_ASSIGN(const auto backup_of, backups.ready_newest_good());
    if (!is_lost && !gives_way(condition, [&] { return backup_of.has_value(); })) return std::nullopt;
    REFECTORY_TRY(put_aside.take(file, now));
    if (backup_of) REFECTORY_TRY(backups.put_ready_in_place());
    return Damage{now, Damage::Of::kiosk, backup_of ? Damage::Outcome::backup_taken : Damage::Outcome::begun_anew, backup_of};
}

bool is_good_copy(const std::filesystem::path& copy)
{
    return is_there(copy) && Database::condition_of(copy, Database::Kind::answers) == Database::Condition::good;
}

Result<std::optional<Damage>> mend_answers(const std::filesystem::path& file, const PutAside& put_aside, Instant now)
{
    const auto copy = Answers::copy_of(file);
    const auto condition = Database::condition_of(file, Database::Kind::answers);
    const bool is_lost = !is_there(file) && is_there(copy);
    if (!is_lost && condition == Database::Condition::good) return std::nullopt;
    const bool is_good = is_good_copy(copy);
    if (!is_lost && !gives_way(condition, [&] { return is_good; })) return std::nullopt;
    REFECTORY_TRY(put_aside.take(file, now));
    std::error_code error;
    // Opening makes it anew on disk; cut short, it is damaged and mended again.
    const bool is_taken = is_good && std::filesystem::copy_file(copy, file, error);
    if (is_good && !is_taken) return failure("The copy of the answers could not be put in the place of the damaged ones.");
    return Damage{now, Damage::Of::answers, is_taken ? Damage::Outcome::backup_taken : Damage::Outcome::begun_anew};
}

constexpr std::string_view word_of(Damage::Of of) { return of == Damage::Of::kiosk ? "kiosk" : "answers"; }
constexpr std::string_view word_of(Damage::Outcome outcome) { return outcome == Damage::Outcome::backup_taken ? "backup taken" : "begun anew"; }

}

Result<std::vector<Damage>> mend(const std::filesystem::path& data_folder, Backups& backups, const PutAside& put_aside, Instant now, Look look)
{
    REFECTORY_TRY_ASSIGN(const auto kiosk, mend_kiosk(data_folder / "kiosk.db", backups, put_aside, now, look));
    REFECTORY_TRY_ASSIGN(const auto answers, mend_answers(data_folder / "answers.db", put_aside, now));
    std::vector<Damage> damages;
    if (kiosk) damages.push_back(*kiosk);
    if (answers) damages.push_back(*answers);
    return damages;
}

bool wants_mending(const std::filesystem::path& data_folder, Backups& backups)
{
    const auto kiosk = data_folder / "kiosk.db", answers = data_folder / "answers.db";
    return gives_way(Database::condition_of(kiosk, Database::Kind::kiosk), [&] { return backups.has_good_one(); }) ||
           gives_way(Database::condition_of(answers, Database::Kind::answers), [&] { return is_good_copy(Answers::copy_of(answers)); });
}

void write_damage(Database& database, const Damage& damage)
{
    RowWriter{database, "INSERT OR REPLACE INTO damage VALUES (?, ?, ?, ?)"}.row(damage.at, word_of(damage.of), word_of(damage.outcome), damage.backup_of);
}

std::vector<Damage> damages_in(Database& database)
{
    std::vector<Damage> damages;
    Prepared query{database, "SELECT at, database, outcome, backup_of FROM damage ORDER BY at DESC, database"};
    while (query.executeStep()) {
        Damage damage{from_milliseconds(query.getColumn(0).getInt64()), Damage::Of::kiosk, Damage::Outcome::backup_taken};
        if (query.getColumn(1).getString() == word_of(Damage::Of::answers)) damage.of = Damage::Of::answers;
        if (query.getColumn(2).getString() == word_of(Damage::Outcome::begun_anew)) damage.outcome = Damage::Outcome::begun_anew;
        if (!query.getColumn(3).isNull()) damage.backup_of = from_milliseconds(query.getColumn(3).getInt64());
        damages.push_back(damage);
    }
    return damages;
}

}
