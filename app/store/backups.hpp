// Two generations of the kiosk's database in a folder beside it, made hourly. A copy is looked through and its newest fact
// is hashed again before it takes a place. The answers are not here: two copies of them, an hour apart, would tell in which
// hour an answer was given, so they keep one copy that is as new as they are (store/answers.hpp).
//
// Copying and checking a hundred thousand facts (24 MB) takes 0.35 s and more where the disk is slow. That would stop a tap,
// so it is a worker's work. It reads over a connection of its own, a write-ahead log lets everybody write meanwhile, and it
// touches nothing else of the store.
#pragma once

#include "domain/instant.hpp"
#include "domain/result.hpp"

#include <atomic>
#include <filesystem>
#include <optional>
#include <thread>

namespace refectory {

class Backups {
public:
    static constexpr std::chrono::hours every{1};

    explicit Backups(const std::filesystem::path& data_folder);
    ~Backups() = default;  // waits for one that is being made
    Backups(const Backups&) = delete;
    Backups& operator=(const Backups&) = delete;

    // Begins one where the newest is an hour old, or of a time that is still to come. What fails is tried again a minute later.
    void make_if_due(Instant now);
    // Whether one that was begun so has failed since this was asked the last time.
    bool take_failure() { return failed_.exchange(false); }
    // Whether one that was begun so is still being made.
    bool is_making() const { return is_making_; }
    void wait();
    Result<> make(Instant now);
    // Where there are any, one of now stands in their place: they hold what has been emptied since. They go also where no new one
    // can be made.
    void replace_all();
    std::optional<Instant> newest() const;
    bool has_good_one();
    // Copies the newest good one to where it can take the database's place. The moment that it is of, if there is a good one.
    Result<std::optional<Instant>> ready_newest_good();
    // In the place of the database, which must not be there any more.
    Result<> put_ready_in_place();

private:
    std::filesystem::path generation(int number) const;
    std::filesystem::path ready() const;
    bool has_room() const;

    std::filesystem::path database_, folder_;
    std::optional<Instant> tried_;
    std::atomic<bool> failed_ = false, is_making_ = false;
    std::jthread worker_;
};

}
