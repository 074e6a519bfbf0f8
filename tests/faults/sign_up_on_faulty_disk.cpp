// Somebody adds themselves and signs up while the disk fails: sign_up_on_faulty_disk DATA SEED N ERROR LASTING, with the faulty
// disk loaded. It says what the kiosk would say, by its exit code, and whether the disk has failed at all.
#include "faults/faulty_disk.hpp"
#include "faults/outcome.hpp"
#include "store/kiosk_store.hpp"
#include "support/randomness.hpp"

#include <dlfcn.h>
#include <unistd.h>

#include <cstdlib>

using namespace refectory;
using namespace refectory::test;

int main(int argc, char** argv)
{
    if (argc != 6) return outcome::broken;
    const auto arm = reinterpret_cast<ArmFaults>(dlsym(RTLD_DEFAULT, arm_faults));
    const auto came = reinterpret_cast<FaultsCame>(dlsym(RTLD_DEFAULT, faults_came));
    const auto now = instant_at(Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}}, 9, 5);
    auto store = KioskStore::open(argv[1], seeded(static_cast<unsigned>(std::atoi(argv[2]))), now);
    if (!arm || !came || !store) return outcome::broken;
    const auto sign_up = [&] {
        return (*store)->sign_ups().sign_up_new_person(ActivityId{"LUNCH-1"}, "Ada Lovelace", "Adults team", "Medway Council", now, ClockTrust::trusted);
    };
    arm(std::atoi(argv[3]), std::atoi(argv[4]), std::atoi(argv[5]));
    const auto done = sign_up();
    const bool has_failed = came() != 0;
    if (done) _exit(has_failed ? outcome::saved_all_the_same : outcome::saved);  // as if the plug were pulled now
    if (std::atoi(argv[5]) != 0) _exit(outcome::not_saved);
    store->reset();  // the kiosk lives on
    return outcome::not_saved;
}
