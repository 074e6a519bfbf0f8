#include "exchange/kiosk_import.hpp"

#include "exchange/programme_file.hpp"
#include "exchange/setup_file.hpp"

namespace refectory {

Result<> set_up_from(KioskStore& store, const std::filesystem::path& file, std::string_view words, Instant now)
{
    REFECTORY_TRY_ASSIGN(const auto setup, read_setup(file, words));
    if (!setup.programme) return store.set_up(setup.identity, nullptr, now);
    REFECTORY_TRY_ASSIGN(const auto programme, read_programme(ByteView{*setup.programme}, setup.identity.age_identity, setup.identity.desk_key));
    return store.set_up(setup.identity, &programme, now);
}

Result<ProgrammeHeader> import_programme(KioskStore& store, const std::filesystem::path& file, Instant now, ClockTrust trust)
{
    const auto identity = store.identity();
    if (!identity) return failure("This kiosk has not been set up yet.");
    REFECTORY_TRY_ASSIGN(const auto programme, read_programme(file, identity->age_identity, identity->desk_key));
    REFECTORY_TRY(store.apply_programme(programme, now, trust));
    return programme.header;
}

}
