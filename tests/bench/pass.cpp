#include "bench/history.hpp"
#include "bench/parts.hpp"
#include "bench/timing.hpp"
#include "domain/pass.hpp"

#include <sodium.h>

namespace refectory::bench {

namespace {

constexpr int at_once = 200;  // too short to be timed alone

}

// As the kiosk does it: read, and decided by what its database says of the holder.
std::vector<Row> pass(const Bench& bench)
{
    auto kiosk = kiosk_with_history(bench.scratch / "pass", 100'000);
    kiosk.open();
    auto& store = *kiosk.store;
    const auto identity = *store.identity();
    const auto& text = kiosk.demonstration.pass;
    Row row{.part = "pass", .what = "a pass read and decided, with 100,000 facts behind", .unit = "µs",
            .against = "one Ed25519 verify (libsodium) of the same 13 bytes", .goal = "1.5 times or less",
            .holds = [](double ours, double baseline) { return ours <= 1.5 * baseline; }};
    const auto keys = make_key_pair(entropy());
    const Bytes body(13, 1);
    const auto signature = sign(body, keys.secret_key);
    const int repeats = bench.repeats > 0 ? bench.repeats : 31;
    for (int i = 0; i < repeats; ++i) {
        bool good = true;
        row.ours.add(1e6 / at_once * seconds_of([&] {
            for (int j = 0; j < at_once; ++j)
                good &= decide(read_pass(text, identity.desk_key), local_date(now), [&](const Pass& pass) { return store.visits().holder_of(pass, now); }) == PassDecision::good;
        }));
        row.baseline.add(1e6 / at_once * seconds_of([&] {
            for (int j = 0; j < at_once; ++j)
                good &= crypto_sign_verify_detached(signature.data(), body.data(), body.size(), keys.public_key.data()) == 0;
        }));
        if (!good) throw std::runtime_error{"the pass was not found to be good"};
    }
    return {row};
}

}
