// Proving oneself by a secret that is typed: the four letters, a visit's code, the admin's PIN. The try is counted on disk before
// anybody looks whether it is right, and a wrong one is recorded as a refusal.
#pragma once

#include "kiosk/flow.hpp"

namespace refectory {

struct Proof {
    std::string tries;                  // under which name wrong ones are counted
    Refusal refusal;                    // what a wrong one is recorded as
    std::string_view wrong, wrong_last; // what the page then says, with the tries that are left
};

// True where it is right. Otherwise the view says what is wrong and how long to wait, or the flow says that the disk failed.
bool proves(Flow& flow, SecretView& view, const Proof& proof, const std::function<Result<bool>()>& is_right);

}
