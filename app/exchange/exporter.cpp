#include "exchange/exporter.hpp"

#include "exchange/kiosk_parcel.hpp"

namespace refectory {

struct Exporter::Work {
    KioskIdentity identity;
    std::filesystem::path folder;
    KioskParcel parcel;
};

Exporter::Exporter(std::string version) : version_(std::move(version)) {}

Exporter::~Exporter()
{
    stop();
}

Result<> Exporter::start(KioskStore& store, const std::filesystem::path& folder, Instant now, ClockTrust trust)
{
    if (is_running()) return failure("An export is running already. Wait until it has ended.");
    auto identity = store.identity();
    if (!identity) return failure("This kiosk has not been set up yet.");
    auto work = std::make_unique<Work>();
    const auto stands = [&](const ParcelHeader& header) { return std::filesystem::exists(folder / parcel_file_name(header)); };
    REFECTORY_TRY_ASSIGN(work->parcel, next_parcel(store, version_, stands, now, trust));
    work->identity = std::move(*identity);
    work->folder = folder;
    work_ = std::move(work);
    last_failure_.reset();
    progress_ = {};
    go_on_ = GoOn::yes;
    end_.reset();
    worker_ = std::jthread{[this] { run(*work_); }};
    return {};
}

void Exporter::run(Work& work)
{
    auto end = write_parcel(work.parcel.header, work.parcel.source(), work.folder, work.identity.desk_recipient, work.identity.signing.secret_key,
                            [this](const ParcelProgress& progress) { return note(progress); });
    const std::scoped_lock lock{mutex_};
    end_ = std::move(end);
}

GoOn Exporter::note(const ParcelProgress& progress)
{
    const std::scoped_lock lock{mutex_};
    progress_ = progress;
    return go_on_;
}

ParcelProgress Exporter::progress() const
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
    const auto end = std::move(*end_);
    end_.reset();
    const auto work = std::move(work_);
    work->parcel.snapshot.reset();
    store.exports().ended();
    if (!end) last_failure_ = end.error();
    if (!end) return std::unexpected(end.error());
    const auto parcel = work->parcel.written();
    if (const auto recorded = store.exports().parcel_written(parcel, now, trust); !recorded) {
        last_failure_ = failure("The parcel stands on the stick, but that could not be recorded. " + recorded.error().sentence).error();
        return std::unexpected(*last_failure_);
    }
    return Exported{*end, parcel};
}

}
