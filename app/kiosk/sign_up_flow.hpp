// From the welcome page to a place: choosing, finding oneself, confirming, asking.
#pragma once

#include "kiosk/flow.hpp"

namespace refectory {

void refresh(Flow&, page::Welcome&);
void refresh(Flow&, page::Activities&);
void refresh(Flow&, page::OneActivity&);

void act(Flow&, page::Welcome&, const intent::OpenActivities&);
void act(Flow&, page::Welcome&, const intent::OpenActivity&);
void act(Flow&, page::Activities&, const intent::OpenActivity&);
void act(Flow&, page::OneActivity&, const intent::SignMeUp&);
void act(Flow&, page::OneActivity&, const intent::Ask&);
void act(Flow&, page::Who&, const intent::Search&);
void act(Flow&, page::Who&, const intent::ChoosePerson&);
void act(Flow&, page::Who&, const intent::AddMe&);
void act(Flow&, page::AddMe&, const intent::SubmitNewPerson&);
void act(Flow&, page::Confirm&, const intent::ConfirmSignUp&);
void act(Flow&, page::Done&, const intent::Ask&);
void act(Flow&, page::Question&, const intent::SubmitQuestion&);

}
