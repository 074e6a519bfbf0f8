// The first start: the stick from the desk, its six words, and from there on to the PIN. It opens nothing before the words are whole.
#pragma once

#include "kiosk/flow.hpp"

namespace refectory {

void refresh(Flow&, page::FirstStart&);

void act(Flow&, page::FirstStart&, const intent::ChooseSetUp&);
void act(Flow&, page::SetUpWords&, const intent::Search&);
void act(Flow&, page::SetUpWords&, const intent::TakeSetUpWord&);
void act(Flow&, page::SetUpWords&, const intent::SetUpNow&);

}
