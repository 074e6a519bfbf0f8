#include "exchange/collect.hpp"

#include "exchange/age.hpp"
#include "exchange/copied_name.hpp"
#include "exchange/durable_file.hpp"
#include "exchange/found_files.hpp"
#include "exchange/package.hpp"
#include "exchange/programme_file.hpp"
#include "exchange/shown_text.hpp"
#include "store/desk_status.hpp"
#include "store/owed_sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace refectory {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_parcel = most_package_bytes + 1024 * 1024;  // sealed; before anything of it is read

bool is_named_as_a_programme(std::string_view name)
{
    return middle_of_name(name, "refectory-programme-", ".zip.age") && !name.contains("refectory-PROGRAMME-");  // so a kiosk's may be called
}

bool is_named_as_a_parcel(std::string_view name)
{
    return middle_of_name(name, "refectory-", ".zip.age") && !is_named_as_a_programme(name);
}

ParcelRefused unread(const std::error_code& why)
{
    return {fmt::format("That folder cannot be read to its end. {}", sentence_of(why.value()))};
}

// Where even that cannot be noted, the file is still told of.
CollectedFile refuse(Database& desk, const fs::path& file, const Digest& sum, const std::string& why, Instant now)
{
    bool was_refused_before = false;
    (void)in_transaction(desk, [&]() -> Result<> {
        was_refused_before = put_aside(desk, sum, {shown_name(file.filename()), why, now});
        return {};
    });
    return {file, ParcelRefused{why, was_refused_before}};
}

// Of what is not read at all the name tells whether it was there before.
Digest sum_of_name(const fs::path& file)
{
    return sha256(bytes_of(file.filename().native()));
}

// And not one that a failing stick says nothing of.
bool is_no_file(const fs::path& file)
{
    std::error_code error;
    const auto type = fs::symlink_status(file, error).type();
    return type != fs::file_type::regular && type != fs::file_type::not_found && type != fs::file_type::none && type != fs::file_type::unknown;
}

CollectedFile collect_one(Database& desk, Collection& collection, const fs::path& file, const std::string& age_identities,
                          const FindKey& find_key, Instant now)
{
    std::error_code unknown;
    if (const auto size = fs::file_size(file, unknown); !unknown && size > largest_parcel)
        return refuse(desk, file, sum_of_name(file), "That file is larger than any parcel. Take it off the stick.", now);
    const auto sum = digest_of_file(file);
    if (!sum && is_no_file(file)) return refuse(desk, file, sum_of_name(file), sum.error().sentence, now);
    if (!sum) return {file, ParcelRefused{sum.error().sentence}};
    ParcelTaken taken;
    bool is_known = false;
    const auto done = in_transaction(desk, [&]() -> Result<> {
        take_from_aside(desk, sum_of_name(file));
        take_from_aside(desk, *sum);  // also where another collecting took it while this one could not
        is_known = collection.has_parcel(*sum);
        if (is_known) return {};
        collection.begin();
        REFECTORY_TRY_ASSIGN(taken.header, read_parcel(file, age_identities, find_key, sink_into(collection)));
        REFECTORY_TRY_ASSIGN(taken.merged, collection.finish(record_of(taken.header, *sum, now)));
        return {};
    });
    if (!done) return refuse(desk, file, *sum, done.error().sentence, now);
    if (is_known || taken.merged.is_nothing_new()) return {file, ParcelKnown{}};
    return {file, std::move(taken)};
}

}

std::string shown_name(const fs::path& file)
{
    return shown_text(file.string());
}

ParcelsThere find_parcels(const fs::path& path)
{
    std::error_code error;
    const auto type = fs::status(path, error).type();
    ParcelsThere there;
    if (type == fs::file_type::not_found) return {{}, {{path, ParcelRefused{"There is no such file or folder."}}}};
    if (type != fs::file_type::directory) return {is_named_as_a_programme(path.filename().string()) ? std::vector<fs::path>{} : std::vector{path}, {}};
    auto found = find_files(path, is_named_as_a_parcel);
    there.files = std::move(found.files);
    std::ranges::sort(there.files, {}, [](const fs::path& parcel) { return std::pair{parcel.filename(), parcel}; });
    if (found.unread) there.refused.push_back({path, unread(found.unread)});
    for (const auto& [folder, why] : found.unread_below) there.refused.push_back({folder, unread(why)});
    std::ranges::copy(found.no_files, std::back_inserter(there.files));  // each is refused as what it is
    return there;
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
                              std::span<const fs::path> paths, Instant now, const OnParcel& on_parcel)
{
    if (!are_age_identities(age_identities)) return failure("The key that parcels are to be opened with is not one.");
    if (desk.is_in_transaction()) return failure("The desk's database is being written to.");
    CollectReport report;
    Collection collection{desk};
    std::vector<fs::path> parcels;
    for (const auto& path : paths) {
        auto [files, refused] = find_parcels(path);
        std::ranges::move(refused, std::back_inserter(report.files));
        std::ranges::move(files, std::back_inserter(parcels));
    }
    for (std::size_t number = 0; const auto& parcel : parcels) {
        if (on_parcel) on_parcel(++number, parcels.size());
        report.files.push_back(collect_one(desk, collection, parcel, age_identities, find_key, now));
    }
    report.spare_pages_wait = !sweep_if_owed(desk);
    return report;
}

}
