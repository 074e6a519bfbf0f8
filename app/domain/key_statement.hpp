// What a kiosk is told when the desk's keys have changed, as after a theft: the new ones, in the name of the desk's recovery key,
// whose secret half is on paper alone. It travels in every programme, for a kiosk may have missed one.
#pragma once

#include "domain/signature.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace refectory {

struct KeyStatement {
    std::int64_t number = 0;  // only goes up
    PublicKey signing_key{};
    std::string recipient;  // what parcels are sealed to from then on
    Signature signature{};
};

// What a kiosk was set up with to judge one by.
struct Recovery {
    std::optional<PublicKey> key;  // none where the desk began before it had one
    std::int64_t followed = 0;     // the number of the statement whose keys it has; 0 where they are the first
};

KeyStatement make_key_statement(std::int64_t number, const PublicKey& signing_key, std::string recipient, const SecretKey& recovery_key);
bool is_signed_by(const KeyStatement& statement, const PublicKey& recovery_key);
// Newer than what the kiosk has, and in the name of its recovery key.
bool is_to_follow(const KeyStatement& statement, const Recovery& recovery);

// One line of text, without its end.
std::string write_key_statement(const KeyStatement& statement);
// That its shape is right says nothing of its signature.
std::optional<KeyStatement> read_key_statement(std::string_view line);

}
