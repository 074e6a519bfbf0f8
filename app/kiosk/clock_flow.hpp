// The clock: looked at and confirmed, or set here, since nothing else will.
#pragma once

#include "kiosk/flow.hpp"

namespace refectory {

void refresh(Flow&, page::Clock&);

void act(Flow&, page::Clock&, const intent::StepClock&);
void act(Flow&, page::Clock&, const intent::SetClock&);
void act(Flow&, page::Clock&, const intent::ConfirmClock&);

}
