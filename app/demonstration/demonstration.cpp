#include "demonstration/demonstration.hpp"

#include "desk/desk.hpp"
#include "exchange/collect.hpp"
#include "exchange/kiosk_import.hpp"
#include "exchange/setup_file.hpp"
#include "exchange/setup_words.hpp"

#include <algorithm>

namespace refectory {

namespace {

const KioskPlace demonstration_kiosk{"MC-ADULTS", "Adults team", "Medway Council", "Gun Wharf"};
constexpr PersonId demonstration_academic{1};
constexpr int pass_days = 90;

std::filesystem::path folder_of_desk(const std::filesystem::path& folder)
{
    return folder / "desk";
}

// Chairs of other kiosks are nobody's here: this desk has the one.
Result<DeskProgramme> read_programme_of_one(const std::filesystem::path& folder, Date today)
{
    auto read = read_programme_folder(folder, today);
    if (!read) return failure("The demonstration's programme has faults:\n" + words_of(read.error()));
    std::erase_if(read->allotments, [](const auto& allotment) { return allotment.first.second != demonstration_kiosk.code; });
    return std::move(*read);
}

// A desk from before would know a kiosk whose keys are gone.
Result<std::unique_ptr<Desk>> begin_anew(const std::filesystem::path& folder, const Entropy& entropy, Instant now)
{
    std::error_code error;
    std::filesystem::remove_all(folder, error);
    if (error) return failure("The demonstration's old desk could not be taken away.");
    REFECTORY_TRY(Desk::begin(folder, entropy, now));
    return Desk::open(folder, entropy, now);
}

Result<> set_up(KioskStore& store, Desk& desk, const DeskProgramme& programme, const std::filesystem::path& folder, Instant now)
{
    const auto file = folder / setup_file_name(demonstration_kiosk.code);
    REFECTORY_TRY_ASSIGN(const auto words, desk.add_kiosk(demonstration_kiosk, &programme, file, now));
    return set_up_from(store, file, setup_phrase(words), now);
}

Result<> bring_newer(KioskStore& store, Desk& desk, const DeskProgramme& programme, const std::filesystem::path& folder, Instant now)
{
    REFECTORY_TRY_ASSIGN(const auto published, desk.publish(programme, folder, now));
    const auto brought = apply_first_newer(store, read_programmes(folder, *store.identity()), now, ClockTrust::trusted);
    for (const auto& file : published.files) std::filesystem::remove(file.path);
    return brought.applied ? Result<>{} : failure("The demonstration's programme was not taken over.");
}

std::string todays_code(Desk& desk, KioskStore& store, Instant now)
{
    const auto activity = store.visits().expected_today(demonstration_academic, now);
    const auto codes = desk.visit_codes();
    const auto found = std::ranges::find_if(codes, [&](const ToldCode& told) {
        return activity && told.code.activity == activity->id && told.code.person == demonstration_academic;
    });
    return found == codes.end() ? std::string{} : found->digits;
}

}

Result<Demonstration> demonstrate(KioskStore& store, const std::filesystem::path& programme_folder, const std::filesystem::path& folder,
                                  Instant now, const Entropy& entropy)
{
    const auto today = local_date(now);
    REFECTORY_TRY_ASSIGN(const auto programme, read_programme_of_one(programme_folder, today));
    const auto desk_folder = folder_of_desk(folder);
    const bool is_new = !store.is_set_up();
    REFECTORY_TRY_ASSIGN(const auto desk, is_new ? begin_anew(desk_folder, entropy, now) : Desk::open(desk_folder, entropy, now));
    // Before the programme, which tells the kiosk what can be typed instead of the pass.
    REFECTORY_TRY_ASSIGN(const auto passes, desk->passes_for({&demonstration_academic, 1}, today, add_days(today, pass_days), now));
    REFECTORY_TRY(is_new ? set_up(store, *desk, programme, desk_folder, now) : bring_newer(store, *desk, programme, desk_folder, now));
    return Demonstration{passes.front().text, passes.front().letters, todays_code(*desk, store, now)};
}

Result<DemonstrationStick> begin_demonstration(const std::filesystem::path& programme_folder, const std::filesystem::path& folder,
                                               const std::filesystem::path& stick, Instant now, const Entropy& entropy)
{
    const auto today = local_date(now);
    REFECTORY_TRY_ASSIGN(const auto programme, read_programme_of_one(programme_folder, today));
    REFECTORY_TRY_ASSIGN(const auto desk, begin_anew(folder_of_desk(folder), entropy, now));
    REFECTORY_TRY_ASSIGN(const auto passes, desk->passes_for({&demonstration_academic, 1}, today, add_days(today, pass_days), now));
    REFECTORY_TRY_ASSIGN(const auto words, desk->add_kiosk(demonstration_kiosk, &programme, stick / setup_file_name(demonstration_kiosk.code), now));
    return DemonstrationStick{passes.front().text, words};
}

Result<> go_round_at_demonstration_desk(const std::filesystem::path& folder, const std::filesystem::path& programme_folder, const std::filesystem::path& stick,
                                        Instant now, const Entropy& entropy)
{
    REFECTORY_TRY_ASSIGN(const auto programme, read_programme_of_one(programme_folder, local_date(now)));
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(folder_of_desk(folder), entropy, now));
    REFECTORY_TRY(collect(desk->store().database(), desk->age_keys().identity, desk->find_key(), {&stick, 1}, now));
    REFECTORY_TRY(desk->publish(programme, stick, now));
    return {};
}

Result<> collect_at_demonstration_desk(const std::filesystem::path& folder, const std::filesystem::path& stick,
                                       const std::filesystem::path& copy, Instant now, const Entropy& entropy)
{
    {
        REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(folder_of_desk(folder), entropy, now));
        REFECTORY_TRY_ASSIGN(const auto report, collect(desk->store().database(), desk->age_identities(),
                                                        desk->find_key(), {&stick, 1}, now));
        for (const auto& file : report.files)
            if (const auto* refused = std::get_if<ParcelRefused>(&file.outcome)) return failure(refused->sentence);
        if (report.files.empty()) return failure("There is no parcel on the stick.");
    }
    std::error_code error;  // the database is closed now, and all of it is in its one file
    std::filesystem::copy_file(folder_of_desk(folder) / "desk.db", copy, std::filesystem::copy_options::overwrite_existing, error);
    if (error) return failure("The desk's database could not be copied.");
    return {};
}

}
