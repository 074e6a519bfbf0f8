// From the welcome page to a place: choosing, finding oneself, confirming, looking up, cancelling, asking.
#pragma once

#include "kiosk/flow.hpp"

namespace refectory {

void refresh(Flow&, page::Welcome&);
void refresh(Flow&, page::Activities&);
void refresh(Flow&, page::OneActivity&);
void refresh(Flow&, page::Mine&);

void act(Flow&, page::Welcome&, const intent::OpenActivities&);
void act(Flow&, page::Welcome&, const intent::OpenActivity&);
void act(Flow&, page::Activities&, const intent::OpenActivity&);
void act(Flow&, page::Activities&, const intent::OpenMine&);
void act(Flow&, page::OneActivity&, const intent::SignMeUp&);
void act(Flow&, page::OneActivity&, const intent::Ask&);
void act(Flow&, page::Who&, const intent::Search&);
void act(Flow&, page::Who&, const intent::ChoosePerson&);
void act(Flow&, page::Who&, const intent::AddMe&);
void act(Flow&, page::AddMe&, const intent::SubmitNewPerson&);
void act(Flow&, page::Confirm&, const intent::ConfirmSignUp&);
void act(Flow&, page::Done&, const intent::Ask&);
void act(Flow&, page::Letters&, const intent::SubmitLetters&);
void act(Flow&, page::Mine&, const intent::Cancel&);
void act(Flow&, page::Mine&, const intent::ShowCalendar&);
void act(Flow&, page::Mine&, const intent::EraseMe&);
void act(Flow&, page::ConfirmCancel&, const intent::ConfirmCancel&);
void act(Flow&, page::ConfirmErase&, const intent::ConfirmErase&);
void act(Flow&, page::Question&, const intent::SubmitQuestion&);

}
