#include "kiosk/proof.hpp"

#include "kiosk/phrases.hpp"

namespace refectory {

bool proves(Flow& flow, SecretView& view, const Proof& proof, const std::function<Result<bool>()>& is_right)
{
    const auto failed = [&] {
        flow.trouble();
        return false;
    };
    const auto verdict = flow.store.tries().begin_try(proof.tries, {flow.now, flow.monotonic}, flow.machine.run);
    if (!verdict) return failed();
    if (!verdict->allowed) {
        view.problem = wait_words(verdict->wait);
        return false;
    }
    const auto right = is_right();
    if (!right) return failed();
    if (*right) return flow.store.tries().succeeded(proof.tries) ? true : failed();
    if (!flow.store.refuse(proof.refusal, flow.now, flow.trust)) return failed();
    view.problem = verdict->left > 0 ? tries_words(proof.wrong, proof.wrong_last, verdict->left) : wait_words(verdict->wait);
    return false;
}

}
