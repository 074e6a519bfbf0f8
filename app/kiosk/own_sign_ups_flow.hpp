// What a person does with sign-ups of their own, behind their four letters: looking up, cancelling, erasing their name.
#pragma once

#include "kiosk/flow.hpp"

namespace refectory {

void open_letters(Flow&, PersonId person);

void refresh(Flow&, page::Mine&);

void act(Flow&, page::Activities&, const intent::OpenMine&);
void act(Flow&, page::Letters&, const intent::SubmitLetters&);
void act(Flow&, page::Mine&, const intent::Cancel&);
void act(Flow&, page::Mine&, const intent::ShowCalendar&);
void act(Flow&, page::Mine&, const intent::EraseMe&);
void act(Flow&, page::ConfirmCancel&, const intent::ConfirmCancel&);
void act(Flow&, page::ConfirmErase&, const intent::ConfirmErase&);

}
