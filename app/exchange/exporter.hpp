// The kiosk's export: what no receipt covers goes to a stick as one parcel, and what is there for this kiosk is read, on a worker of
// its own, so that nobody in front of the kiosk waits for it. The worker touches nothing of the store but a snapshot: the thread that
// the store belongs to starts the export, looks in now and then, and records its end.
#pragma once

#include "exchange/stick_round.hpp"
#include "store/kiosk_store.hpp"

#include <functional>
#include <mutex>
#include <string_view>
#include <thread>

namespace refectory {

struct Exported {
    std::filesystem::path file;
    ParcelWritten parcel;
    Digest sha256{};  // of the file
};

inline constexpr std::string_view stick_was_only_read = "Nothing was written to the stick, for it can only be read.";

class Exporter {
public:
    explicit Exporter(std::string version);
    ~Exporter();  // stops what runs and waits for it; nothing of it is left on the stick
    Exporter(const Exporter&) = delete;
    Exporter& operator=(const Exporter&) = delete;

    // One at a time.
    Result<> start(KioskStore& store, std::shared_ptr<StickDevice> stick, Instant now, ClockTrust trust);
    // Writes nothing, for the stick can only be read; its end says so.
    Result<> start_looking(KioskStore& store, std::shared_ptr<StickDevice> stick);
    // The same as the first with a folder that stands for a stick.
    Result<> start(KioskStore& store, const std::filesystem::path& folder, Instant now, ClockTrust trust);
    bool is_running() const { return worker_.joinable(); }  // until its end has been taken
    StickProgress progress() const;
    void stop();

    // Once after each export, when the worker has ended: the parcel, which stands whole and checked and is recorded now, or why
    // there is none.
    std::optional<Result<Exported>> take_end(KioskStore& store, Instant now, ClockTrust trust);
    // What was there for this kiosk, whatever became of the parcel; nothing of it is taken over yet. Once, after the end.
    FoundProgrammes take_found() { return std::exchange(found_, {}); }
    // Whether the stick of the last one that has ended may be taken: nothing of this machine uses it, and it was not pulled out already.
    bool is_closed() const { return is_closed_; }
    // Why the last one that has ended failed, until another is started.
    const std::optional<Error>& last_failure() const { return last_failure_; }

private:
    using TakeOut = std::function<Result<KioskParcel>()>;
    Result<> start(KioskStore& store, std::shared_ptr<StickDevice> stick, const TakeOut& take_out);
    void get_ready();
    void run();
    GoOn note(const StickProgress& progress);
    Result<Exported> recorded(KioskStore& store, const StickRound& round, Instant now, ClockTrust trust) const;

    std::string version_;
    std::optional<Error> last_failure_;
    FoundProgrammes found_;
    bool is_closed_ = false;
    std::shared_ptr<StickDevice> stick_;
    std::unique_ptr<StickErrand> errand_;
    mutable std::mutex mutex_;  // guards what follows
    StickProgress progress_;
    GoOn go_on_ = GoOn::yes;
    std::optional<StickRound> end_;
    std::jthread worker_;
};

}
