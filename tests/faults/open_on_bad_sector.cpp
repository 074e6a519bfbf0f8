// A kiosk's store is opened while the disk does not give the beginning of its database: open_on_bad_sector DATA, with the faulty
// disk loaded. It says by its exit code what came of it.
#include "faults/faulty_disk.hpp"
#include "faults/outcome.hpp"
#include "store/kiosk_store.hpp"
#include "support/randomness.hpp"

#include <dlfcn.h>

#include <string>

using namespace refectory;
using namespace refectory::test;

int main(int argc, char** argv)
{
    if (argc != 2) return outcome::broken;
    const auto spoil = reinterpret_cast<SpoilFirstSector>(dlsym(RTLD_DEFAULT, spoil_first_sector));
    if (!spoil || spoil((std::string{argv[1]} + "/kiosk.db").c_str()) != 0) return outcome::broken;
    const auto now = instant_at(Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}}, 9, 20);
    const auto store = KioskStore::open(argv[1], seeded(2), now);
    return store ? outcome::opened : outcome::not_opened;
}
