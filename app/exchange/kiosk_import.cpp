#include "exchange/kiosk_import.hpp"

#include "exchange/programme_file.hpp"
#include "exchange/setup_file.hpp"

namespace refectory {

namespace {

Result<std::optional<Programme>> first_programme(const KioskSetup& setup)
{
    if (!setup.programme) return std::nullopt;
    auto programme = read_programme(*setup.programme, setup.identity.age_identity, setup.identity.desk_key, setup.identity.recovery);
    if (!programme)
        return failure("The first programme in this set-up file cannot be used. Have a new set-up file made at the desk.");
    return std::move(*programme);
}

}

Result<> set_up_from(KioskStore& store, const std::filesystem::path& file, std::string_view words, Instant now)
{
    if (store.is_set_up()) return failure("This kiosk has been set up already.");
    REFECTORY_TRY_ASSIGN(const auto setup, read_setup(file, words));
    REFECTORY_TRY_ASSIGN(const auto programme, first_programme(setup));
    return store.set_up(setup.identity, programme ? &*programme : nullptr, now);
}

namespace {

bool is_same(const ProgrammeHeader& one, const ProgrammeHeader& other)
{
    return one.desk == other.desk && one.serial == other.serial;
}

// What stays on a stick from before: of this desk, or of the desk as it was until it was put back.
bool is_superseded(const ProgrammeHeader& header, const ProgrammeHeader& running)
{
    if (header.desk == running.desk) return header.serial <= running.serial;
    return header.desk_begun_at < running.desk_begun_at;
}

}

BroughtProgramme apply_first_newer(KioskStore& store, const FoundProgrammes& found, Instant now, ClockTrust trust)
{
    BroughtProgramme brought;
    std::optional<Error> older;
    bool is_here_already = false;
    const auto before = store.activities().header();
    for (const auto& programme : found.good) {
        const auto& header = programme.header;
        is_here_already |= before && is_same(header, *before);
        const auto applied = store.apply_programme(programme, now, trust);
        if (applied) {
            brought.applied = header;
            break;
        }
        if (!before || !is_superseded(header, *before)) brought.refused.push_back({header.serial, applied.error()});
        else if (!older) older = applied.error();
    }
    const auto running = store.activities().header();
    for (const auto& one : found.refused) {
        if (!one.serial || !running || *one.serial > running->serial) brought.refused.push_back(one);
        else if (!older) older = one.why;
    }
    if (brought.applied || is_here_already || !brought.refused.empty()) return brought;
    if (older) brought.none_newer = older;
    else if (found.holds_other_kiosks) brought.none_newer = Error{"The programmes on this stick are for other kiosks."};
    return brought;
}

}
