// The kiosk's export: what no receipt covers goes into a folder as one parcel, on a worker of its own, so that nobody in front
// of the kiosk waits for it. The worker reads a snapshot and touches nothing else of the store: the thread that the store
// belongs to starts the export, looks in now and then, and records its end.
#pragma once

#include "exchange/parcel.hpp"
#include "store/kiosk_store.hpp"

#include <mutex>
#include <thread>

namespace refectory {

struct Exported {
    std::filesystem::path file;
    ParcelWritten parcel;
};

class Exporter {
public:
    explicit Exporter(std::string version);
    ~Exporter();  // stops what runs and waits for it; nothing of it is left in the folder
    Exporter(const Exporter&) = delete;
    Exporter& operator=(const Exporter&) = delete;

    // One at a time.
    Result<> start(KioskStore& store, const std::filesystem::path& folder, Instant now, ClockTrust trust);
    bool is_running() const { return worker_.joinable(); }  // until its end has been taken
    ParcelProgress progress() const;
    void stop();

    // Once after each export, when the worker has ended: the parcel, which stands whole and checked and is recorded now, or why
    // there is none.
    std::optional<Result<Exported>> take_end(KioskStore& store, Instant now, ClockTrust trust);
    // Why the last one that has ended failed, until another is started.
    const std::optional<Error>& last_failure() const { return last_failure_; }

private:
    struct Work;
    void run(Work& work);
    GoOn note(const ParcelProgress& progress);

    std::string version_;
    std::optional<Error> last_failure_;
    std::unique_ptr<Work> work_;
    mutable std::mutex mutex_;  // guards what follows
    ParcelProgress progress_;
    GoOn go_on_ = GoOn::yes;
    std::optional<Result<std::filesystem::path>> end_;
    std::jthread worker_;
};

}
