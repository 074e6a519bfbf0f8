#include "store/backups.hpp"

#include "store/database.hpp"
#include "store/durable_rename.hpp"
#include "store/heads.hpp"
#include "store/reserve.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <system_error>

namespace refectory {

namespace {

// A backup's date is the moment that it is of, by the clock that the kiosk goes by.
std::optional<Instant> moment_of(const std::filesystem::path& file)
{
    struct stat status{};
    if (::stat(file.c_str(), &status) != 0) return std::nullopt;
    return Instant{std::chrono::duration_cast<milliseconds>(std::chrono::seconds{status.st_mtim.tv_sec} + std::chrono::nanoseconds{status.st_mtim.tv_nsec})};
}

void date(const std::filesystem::path& file, Instant moment)
{
    const auto since = moment.time_since_epoch();
    const auto seconds = std::chrono::floor<std::chrono::seconds>(since);
    const timespec time{seconds.count(), std::chrono::nanoseconds{since - seconds}.count()};
    const std::array times{time, time};
    ::utimensat(AT_FDCWD, file.c_str(), times.data(), 0);
}

void remove_database(const std::filesystem::path& database)
{
    std::error_code error;
    for (const auto* beside : {"", "-journal", "-wal", "-shm"}) std::filesystem::remove(database.string() + beside, error);
}

void copy_database(const std::filesystem::path& from, const std::filesystem::path& to)
{
    SQLite::Database source{from.string(), SQLite::OPEN_READONLY, kiosk_patience};
    if (const int made = ::open(to.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0600); made >= 0) ::close(made);  // before there is a name in it
    SQLite::Database target{to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    SQLite::Backup{target, source}.executeStep(-1);
    target.exec("PRAGMA journal_mode = DELETE");  // one file, and nothing beside it
}

Result<> check(const std::filesystem::path& file)
{
    return guarded([&]() -> Result<> {
        const auto database = Database::as_it_is(file, SQLite::OPEN_READWRITE, 0);
        if (database->handle().execAndGet("PRAGMA quick_check(1)").getString() == "ok" && heads_hold(*database)) return {};
        return failure("The backup is damaged.");
    });
}

Result<> copy_checked(const std::filesystem::path& from, const std::filesystem::path& to)
{
    remove_database(to);
    auto done = guarded([&]() -> Result<> {
        copy_database(from, to);
        return check(to);
    });
    if (!done) remove_database(to);
    return done;
}

}

Backups::Backups(const std::filesystem::path& data_folder) : database_(data_folder / "kiosk.db"), folder_(data_folder / "backups") {}

std::filesystem::path Backups::generation(int number) const
{
    return folder_ / (number == 1 ? "kiosk.db" : "kiosk-before.db");
}

std::optional<Instant> Backups::newest() const
{
    return moment_of(generation(1));
}

// Besides the copy: what is left on a disk that is almost full is not for backups.
bool Backups::has_room() const
{
    std::error_code error;
    const auto space = std::filesystem::space(database_.parent_path(), error);
    if (error) return true;
    const auto size = std::filesystem::file_size(database_, error);
    return error || space.available > size + Reserve::whole;
}

void Backups::make_if_due(Instant now)
{
    const auto is_within = [&](std::optional<Instant> moment, milliseconds time) { return moment && *moment <= now && now - *moment < time; };
    if (is_within(newest(), every) || is_within(tried_, std::chrono::minutes{1})) return;
    wait();
    tried_ = now;
    if (!has_room()) return;
    is_making_ = true;
    try {
        worker_ = std::jthread{[this, now] {
            if (!make(now)) failed_ = true;
            is_making_ = false;
        }};
    } catch (const std::system_error&) {  // the machine gives no more threads now
        is_making_ = false;
    }
}

void Backups::wait()
{
    if (worker_.joinable()) worker_.join();
}

Result<> Backups::make(Instant now)
{
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_all, error);
    const auto part = folder_ / "kiosk.part";
    REFECTORY_TRY(copy_checked(database_, part));
    date(part, now);
    std::filesystem::rename(generation(1), generation(2), error);
    if (!rename_durably(part, generation(1))) return failure("The backup could not be put in its place.");
    return {};
}

// It keeps the date of the one before, so that the next is not put off.
void Backups::replace_all()
{
    wait();
    const auto moment = newest();
    if (moment && !make(*moment)) remove_database(generation(1));
    remove_database(generation(2));
}

std::filesystem::path Backups::ready() const
{
    return database_.string() + ".part";
}

bool Backups::has_good_one()
{
    wait();
    return std::ranges::any_of(std::array{1, 2}, [&](int number) { return moment_of(generation(number)) && check(generation(number)); });
}

Result<std::optional<Instant>> Backups::ready_newest_good()
{
    wait();
    for (const int number : {1, 2}) {
        const auto moment = moment_of(generation(number));
        if (!moment || !check(generation(number))) continue;
        if (const auto copied = copy_checked(generation(number), ready()); !copied)
            return failure(fmt::format("The data is damaged and there is a good backup, which could not be copied: {}", copied.error().sentence));
        return moment;
    }
    return std::nullopt;
}

Result<> Backups::put_ready_in_place()
{
    if (!rename_durably(ready(), database_)) return failure("The backup could not be put in the place of the database.");
    return {};
}

}
