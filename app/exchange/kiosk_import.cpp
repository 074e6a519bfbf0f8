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

Result<ProgrammeHeader> import_programme(KioskStore& store, const std::filesystem::path& file, Instant now, ClockTrust trust)
{
    const auto identity = store.identity();
    if (!identity) return failure("This kiosk has not been set up yet.");
    REFECTORY_TRY_ASSIGN(const auto programme, read_programme(file, identity->age_identity, identity->desk_key, identity->recovery));
    REFECTORY_TRY(store.apply_programme(programme, now, trust));
    return programme.header;
}

namespace {

// What stays on a stick from before: of this desk, or of the desk as it was until it was put back.
bool is_superseded(const ProgrammeHeader& header, const ProgrammeHeader& running)
{
    if (header.desk == running.desk) return header.serial <= running.serial;
    return header.desk_begun_at < running.desk_begun_at;
}

}

std::optional<Result<ProgrammeHeader>> apply_first_newer(KioskStore& store, const FoundProgrammes& found, Instant now, ClockTrust trust)
{
    const auto running = store.activities().header();
    std::optional<Error> refused;
    for (const auto& programme : found.good) {
        if (running && is_superseded(programme.header, *running)) continue;
        const auto applied = store.apply_programme(programme, now, trust);
        if (applied) return programme.header;
        if (!refused) refused = applied.error();
    }
    if (!refused && found.refused && !(running && found.refused_serial <= running->serial)) refused = found.refused;
    if (!refused) return std::nullopt;
    return std::unexpected(*refused);
}

Result<ProgrammeHeader> import_first_good(KioskStore& store, std::span<const std::filesystem::path> files, Instant now, ClockTrust trust)
{
    std::optional<Error> first;
    for (const auto& file : files) {
        auto header = import_programme(store, file, now, trust);
        if (header) return header;
        if (!first) first = header.error();
    }
    return std::unexpected(first.value_or(Error{"There is no programme for this kiosk on the stick."}));
}

}
