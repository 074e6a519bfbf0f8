#include "exchange/exporter.hpp"

#include "exchange/archive_library.hpp"

#include <future>
#include <system_error>

namespace refectory {

namespace {

constexpr std::string_view runs_already = "An export is running already. Wait until it has ended.";

// What somebody wanted so is none.
bool is_trouble(const Error& error)
{
    return error.sentence != stick_was_only_read && error.sentence != export_was_stopped && error.sentence != export_left_behind;
}

}

Exporter::Exporter(std::string version) : version_(std::move(version)) {}

Exporter::~Exporter()
{
    stop();
}

Result<> Exporter::start(KioskStore& store, const std::filesystem::path& folder, Instant now, ClockTrust trust)
{
    return start(store, std::make_shared<FolderStick>(folder), now, trust);
}

Result<> Exporter::start(KioskStore& store, std::shared_ptr<StickDevice> stick, Instant now, ClockTrust trust)
{
    return start(store, std::move(stick), [&] { return next_parcel(store, version_, now, trust); });
}

Result<> Exporter::start_looking(KioskStore& store, std::shared_ptr<StickDevice> stick)
{
    return start(store, std::move(stick), {});
}

// On the thread that called nobody could stop it, and whoever watches over the program would end it. While that thread takes the parcel
// out of the store, the worker gets ready for it.
Result<> Exporter::start(KioskStore& store, std::shared_ptr<StickDevice> stick, const TakeOut& take_out)
{
    if (is_running()) return failure(std::string{runs_already});
    auto identity = store.identity();
    if (!identity) return failure("This kiosk has not been set up yet.");
    errand_ = std::make_unique<StickErrand>(std::move(*identity), failure(std::string{stick_was_only_read}), failure(std::string{stick_was_only_read}));
    stick_ = std::move(stick);
    last_failure_.reset();
    found_ = {};
    progress_ = {};
    go_on_ = GoOn::yes;
    end_.reset();
    std::promise<GoOn> whole;
    try {
        worker_ = std::jthread{[this, writes = static_cast<bool>(take_out), is_whole = whole.get_future()]() mutable {
            if (writes) get_ready();
            if (is_whole.get() == GoOn::yes) run();
        }};
    } catch (const std::system_error&) {
        errand_.reset();
        stick_.reset();
        return failure("The machine has no room for an export at this moment. Try again in a minute.");
    }
    try {
        if (take_out) errand_->parcel = take_out();
    } catch (...) {  // the store cannot be read: whoever called tells of it
        whole.set_value(GoOn::stop);
        worker_.join();
        errand_.reset();
        stick_.reset();
        throw;
    }
    whole.set_value(GoOn::yes);
    return {};
}

// Other programs and libraries, which take a while to start.
void Exporter::get_ready()
{
    errand_->to_desk = AgeSealer::start(errand_->identity.desk_recipient);
    (void)archive_library();  // who uses it tells what is wrong with it
}

void Exporter::run()
{
    auto end = go_round(*stick_, *errand_, [this](const StickProgress& progress) { return note(progress); });
    const std::scoped_lock lock{mutex_};
    end_ = std::move(end);
}

GoOn Exporter::note(const StickProgress& progress)
{
    const std::scoped_lock lock{mutex_};
    progress_ = progress;
    return go_on_;
}

StickProgress Exporter::progress() const
{
    const std::scoped_lock lock{mutex_};
    return progress_;
}

void Exporter::stop()
{
    const std::scoped_lock lock{mutex_};
    go_on_ = GoOn::stop;
}

std::optional<Result<Exported>> Exporter::take_end(KioskStore& store, Instant now, ClockTrust trust)
{
    {
        const std::scoped_lock lock{mutex_};
        if (!end_) return std::nullopt;
    }
    worker_.join();
    auto end = std::move(*end_);
    end_.reset();
    found_ = std::move(end.found);
    is_closed_ = end.is_closed;
    if (errand_->parcel) errand_->parcel->snapshot.reset();
    store.exports().ended();
    auto exported = recorded(store, end, now, trust);
    if (!exported && is_trouble(exported.error())) last_failure_ = exported.error();
    errand_.reset();
    stick_.reset();
    return exported;
}

Result<Exported> Exporter::recorded(KioskStore& store, const StickRound& round, Instant now, ClockTrust trust) const
{
    const auto& written = round.written;
    if (!written) return std::unexpected(written.error());
    const auto parcel = errand_->parcel->written();
    if (const auto done = store.exports().parcel_written(parcel, now, trust); !done)
        return failure("The parcel stands on the stick, but that could not be recorded. " + done.error().sentence);
    return Exported{written->file, parcel, written->sha256};
}

}
