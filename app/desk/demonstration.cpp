#include "desk/demonstration.hpp"

#include <fmt/format.h>

#include <fstream>

namespace refectory {

namespace {

const Origin demonstration_desk{"DESK.DEMO"};

Result<KeyPair> desk_keys(const std::filesystem::path& folder, const Entropy& entropy)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    const auto file = folder / "desk.key";
    KeyPair keys;
    std::string hex;
    if (std::ifstream{file} >> hex; from_hex(hex, keys.secret_key)) {
        std::copy_n(keys.secret_key.begin() + 32, 32, keys.public_key.begin());  // Ed25519 keeps the public half behind the seed
        return keys;
    }
    keys = make_key_pair(entropy);
    std::ofstream{file} << to_hex(keys.secret_key) << '\n';
    std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
    if (error) return failure("The demonstration's key could not be kept in " + folder.string() + ".");
    return keys;
}

ProgrammeHeader next_header(KioskStore& store, Instant now)
{
    const auto current = store.activities().header();
    return {demonstration_desk, current ? current->serial + 1 : 1, now, "MC-ADULTS", "Adults team", "Medway Council", "Gun Wharf"};
}

// The same six digits for each of the academic's activities: one is enough to try it with.
std::string give_visit_code(Programme& programme, PersonId academic, const Entropy& entropy)
{
    const auto digits = fmt::format("{:06}", random_below(entropy, 1'000'000));
    for (const auto& activity : programme.activities)
        if (activity.academic == academic) programme.visit_codes.push_back({academic, activity.id, hash_secret(digits, entropy)});
    return digits;
}

}

std::string words_of(const std::vector<Fault>& faults)
{
    std::string lines;
    for (const auto& fault : faults)
        lines += fmt::format("{}:{}:{} {}\n", fault.file, fault.line, fault.column.empty() ? "" : " " + fault.column + ":", fault.sentence);
    return lines;
}

Result<Demonstration> demonstrate(KioskStore& store, const std::filesystem::path& programme_folder, const std::filesystem::path& folder,
                                  Instant now, const Entropy& entropy)
{
    const auto today = local_date(now);
    const auto read = read_programme_folder(programme_folder, today);
    if (!read) return failure("The demonstration's programme has faults:\n" + words_of(read.error()));
    REFECTORY_TRY_ASSIGN(const auto keys, desk_keys(folder, entropy));
    auto programme = programme_for(*read, next_header(store, now));
    const auto visit_code = give_visit_code(programme, PersonId{1}, entropy);
    if (store.is_set_up()) {
        REFECTORY_TRY(store.apply_programme(programme, now, ClockTrust::trusted));
    } else {
        KioskIdentity identity;
        identity.code = programme.header.kiosk;
        identity.team = programme.header.team;
        identity.organisation = programme.header.organisation;
        identity.site = programme.header.site;
        identity.signing = make_key_pair(entropy);
        identity.desk_key = keys.public_key;
        identity.desk = demonstration_desk;
        REFECTORY_TRY(store.set_up(identity, &programme, now));
    }
    Pass pass{PersonId{1}, PassNumber{1}, today, add_days(today, 90)};
    return Demonstration{write_pass(pass, keys.secret_key), visit_code};
}

}
