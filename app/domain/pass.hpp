// The pass that an academic carries: a short text signed by the desk, shown as a QR code. Capitals and digits only, so that
// a scanner that types as a keyboard can type it whatever its layout.
//
//   RF1 + base32 (RFC 4648, without padding) of 13 bytes and an Ed25519 signature over them:
//   version (1), person (4, big-endian), pass number (4), valid from and until (2 each, days since 2020-01-01)
#pragma once

#include "domain/ids.hpp"
#include "domain/instant.hpp"
#include "domain/signature.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <variant>

namespace refectory {

inline constexpr std::string_view pass_prefix = "RF1";

inline constexpr Date earliest_pass_day{std::chrono::year{2020}, std::chrono::January, std::chrono::day{1}};
inline constexpr Date latest_pass_day{std::chrono::year{2199}, std::chrono::June, std::chrono::day{6}};

struct Pass {
    PersonId person;
    PassNumber number;
    Date valid_from, valid_until;  // both included
    friend bool operator==(const Pass&, const Pass&) = default;
};

std::string write_pass(const Pass& pass, const SecretKey& desk_key);

// What a scan is before anybody is asked who is in.
enum class PassFault { not_ours, damaged };
using PassReading = std::variant<Pass, PassFault>;
// Not ours: another kind of code, or another desk's. Damaged: begins as ours do, but cannot be one.
PassReading read_pass(std::string_view scanned, const PublicKey& desk_key);

enum class PassDecision {
    good,          // expected today, not in: may check in
    not_ours,
    damaged,
    not_yet_valid,
    expired,
    withdrawn,
    unknown,       // signed by the desk, but this kiosk's programme does not know the person
    not_expected,  // may still check in, marked unscheduled
    already_in,    // offers check-out
};

// What the kiosk knows of the pass's holder.
struct PassHolder {
    bool known = false, withdrawn = false, already_in = false, expected_today = false;
};
using FindHolder = std::function<PassHolder(const Pass&)>;

// Validity is decided before "already in": an expired pass opens nothing, not even the way out.
PassDecision decide(const PassReading& reading, Date today, const FindHolder& find_holder);

}
