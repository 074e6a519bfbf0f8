// The desk's recovery key as words on paper: 28 of the list that set-ups use. The last of them tell a slip of the pen.
#pragma once

#include "domain/result.hpp"
#include "domain/signature.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace refectory {

inline constexpr std::size_t recovery_words_count = 28;

struct RecoveryKey {
    PublicKey key{};
    std::vector<std::string> words;  // come to the secret half, which is nowhere else
};

RecoveryKey make_recovery_key(const Entropy& entropy);
// The words as they were typed, over as many lines as wanted; each may be its first four letters.
Result<KeyPair> recovery_key_of(std::string_view typed);

}
