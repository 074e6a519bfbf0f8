#include "exchange/collect.hpp"

#include "exchange/age.hpp"
#include "exchange/durable_file.hpp"
#include "exchange/programme_file.hpp"
#include "exchange/shown_text.hpp"
#include "store/desk_status.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace refectory {

namespace {

namespace fs = std::filesystem;

bool is_named_as_a_parcel(const fs::path& file)
{
    const auto name = file.filename().string();
    return name.starts_with("refectory-") && name.ends_with(".zip.age") && !name.starts_with(programme_format);
}

std::vector<fs::path> entries_of(const fs::path& folder, std::error_code& error)
{
    std::vector<fs::path> entries;
    for (fs::directory_iterator at{folder, error}, end; !error && at != end; at.increment(error)) entries.push_back(at->path());
    return entries;
}

void add_parcels(std::vector<fs::path>& parcels, std::span<const fs::path> entries)
{
    for (const auto& entry : entries)
        if (std::error_code ignored; is_named_as_a_parcel(entry) && fs::symlink_status(entry, ignored).type() == fs::file_type::regular)
            parcels.push_back(entry);
}

CollectedFile collect_one(Database& desk, Collection& collection, const fs::path& file, const std::string& age_identities,
                          const FindKey& find_key, Instant now)
{
    const auto sum = sum_of_file(file);
    if (!sum) return {file, ParcelRefused{sum.error().sentence}};
    ParcelTaken taken;
    bool is_known = false;
    const auto done = in_transaction(desk, [&]() -> Result<> {
        take_from_aside(desk, *sum);  // also where another collecting took it while this one could not
        is_known = collection.has_parcel(*sum);
        if (is_known) return {};
        collection.begin();
        REFECTORY_TRY_ASSIGN(taken.header, read_parcel(file, age_identities, find_key, sink_into(collection)));
        REFECTORY_TRY_ASSIGN(taken.merged, collection.finish(record_of(taken.header, *sum, now)));
        return {};
    });
    if (!done) {
        bool was_refused_before = false;
        (void)in_transaction(desk, [&]() -> Result<> {  // where even that cannot be noted, the file is still told of
            was_refused_before = put_aside(desk, *sum, {shown_name(file.filename()), done.error().sentence, now});
            return {};
        });
        return {file, ParcelRefused{done.error().sentence, was_refused_before}};
    }
    if (is_known || taken.merged.is_nothing_new()) return {file, ParcelKnown{}};
    return {file, std::move(taken)};
}

}

std::string shown_name(const fs::path& file)
{
    return shown_text(file.string());
}

Result<std::vector<fs::path>> find_parcels(const fs::path& path)
{
    std::error_code error;
    const auto type = fs::status(path, error).type();
    if (type == fs::file_type::not_found) return failure("There is no such file or folder.");
    if (type != fs::file_type::directory) return std::vector{path};
    auto entries = entries_of(path, error);
    if (error) return failure("That folder cannot be read.");
    std::vector<fs::path> parcels;
    add_parcels(parcels, entries);
    for (const auto& entry : entries)
        if (std::error_code ignored; fs::symlink_status(entry, ignored).type() == fs::file_type::directory)
            add_parcels(parcels, entries_of(entry, ignored));  // one that cannot be read is none of ours
    std::ranges::sort(parcels, {}, [](const fs::path& parcel) { return std::pair{parcel.filename(), parcel}; });
    return parcels;
}

Result<Digest> sum_of_file(const fs::path& file)
{
    const Descriptor descriptor{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK)};
    if (!descriptor && errno == ELOOP) return failure("That is a link, not a file. It was not followed.");
    if (!descriptor) return failure(sentence_of(errno));
    struct stat kind{};
    if (::fstat(descriptor.number(), &kind) != 0) return failure(sentence_of(errno));
    if (!S_ISREG(kind.st_mode)) return failure("That is a folder or a device, not a file.");
    RunningDigest digest;
    std::array<std::uint8_t, 64 * 1024> piece;
    while (true) {
        const auto size = ::read(descriptor.number(), piece.data(), piece.size());
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) return failure(sentence_of(errno));
        if (size == 0) return digest.finish();
        digest.add(ByteView{piece}.first(static_cast<std::size_t>(size)));
    }
}

ParcelSink sink_into(Collection& collection)
{
    return {[](const ParcelHeader&) -> Result<> { return {}; },
            [&](const FactTable& table, const FactRow& row) { return collection.take(table, row); },
            [&](const AddedName& name) { return collection.take(name); },
            [&](const Remark& remark) { return collection.take(remark); },
            [&](const KeyedAnswer& answer) { return collection.take(answer); }};
}

ParcelRecord record_of(const ParcelHeader& header, const Digest& sum, Instant now)
{
    return {header.origin, header.number, sum, header.facts_from, header.facts_up_to, header.written_at, header.clock, header.version, now};
}

Result<CollectReport> collect(Database& desk, const std::string& age_identities, const FindKey& find_key,
                              std::span<const fs::path> paths, Instant now)
{
    if (!are_age_identities(age_identities)) return failure("The key that parcels are to be opened with is not one.");
    if (desk.is_in_transaction()) return failure("The desk's database is being written to.");
    CollectReport report;
    Collection collection{desk};
    bool has_erased = false;
    for (const auto& path : paths) {
        const auto parcels = find_parcels(path);
        if (!parcels) report.files.push_back({path, ParcelRefused{parcels.error().sentence}});
        for (const auto& parcel : parcels.value_or(std::vector<fs::path>{})) {
            report.files.push_back(collect_one(desk, collection, parcel, age_identities, find_key, now));
            const auto* taken = std::get_if<ParcelTaken>(&report.files.back().outcome);
            has_erased |= taken && taken->merged.has_erased;
        }
    }
    report.spare_pages_wait = has_erased && !empty_spare_pages(desk);
    return report;
}

}
