#include "exchange/exporter.hpp"

#include <algorithm>

namespace refectory {

struct Exporter::Work {
    KioskIdentity identity;
    std::filesystem::path folder;
    ParcelHeader header;
    std::unique_ptr<Snapshot> snapshot;
    std::vector<Extent> extents;  // of all origins of this kiosk that the desk does not have all of
    std::vector<LeavingAnswer> answers;
};

namespace {

ParcelSource source_of(Snapshot& snapshot, const std::vector<Extent>& extents, const std::vector<LeavingAnswer>& answers)
{
    ParcelSource source;
    source.facts = [&](const FactTable& table, const Take<FactRow>& take) -> Result<> {
        for (const auto& extent : extents) REFECTORY_TRY(snapshot.facts(table, extent, take));
        return {};
    };
    source.people = [&](const Take<AddedName>& take) -> Result<> {
        for (const auto& extent : extents) REFECTORY_TRY(snapshot.names(extent, take));
        return {};
    };
    source.remarks = [&](const Take<Remark>& take) -> Result<> {
        for (const auto& extent : extents) REFECTORY_TRY(snapshot.remarks(extent, take));
        return {};
    };
    source.answers = [&](const Take<KeyedAnswer>& take) -> Result<> {
        for (const auto& answer : answers) REFECTORY_TRY(take(answer));
        return {};
    };
    return source;
}

}

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
    REFECTORY_TRY_ASSIGN(work->snapshot, store.exports().snapshot());
    REFECTORY_TRY_ASSIGN(work->extents, work->snapshot->extents());
    if (work->extents.empty()) return failure("There is nothing to export.");
    const auto& newest = work->extents.back();
    work->header = {newest.origin, identity->code, 0, newest.after + 1, newest.up_to, now, trust, version_};
    do {  // a stick may have one of before a disk was put back
        REFECTORY_TRY_ASSIGN(work->header.number, store.exports().take_parcel_number());
    } while (std::filesystem::exists(folder / parcel_file_name(work->header)));
    std::erase_if(work->extents, [](const Extent& extent) { return extent.after == extent.up_to; });
    REFECTORY_TRY_ASSIGN(work->answers, store.exports().leaving_answers(work->header.number, now));
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
    auto end = write_parcel(work.header, source_of(*work.snapshot, work.extents, work.answers), work.folder,
                            work.identity.desk_recipient, work.identity.signing.secret_key,
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
    work->snapshot.reset();
    store.exports().ended();
    if (!end) last_failure_ = end.error();
    if (!end) return std::unexpected(end.error());
    const ParcelWritten parcel{work->header.number, work->header.facts_up_to, static_cast<std::int64_t>(work->answers.size())};
    if (const auto recorded = store.exports().parcel_written(parcel, now, trust); !recorded) {
        last_failure_ = failure("The parcel stands on the stick, but that could not be recorded. " + recorded.error().sentence).error();
        return std::unexpected(*last_failure_);
    }
    return Exported{*end, parcel};
}

}
