// What an admin puts right, each with its reason: a visit that nobody checked out of, a sign-up that should not be, lost letters.
#pragma once

#include "kiosk/flow.hpp"

namespace refectory {

void refresh(Flow&, page::Corrections&);
void refresh(Flow&, page::SignUpsOf&);
void refresh(Flow&, page::Correct&);
// Where the person was found whose sign-up is to be removed.
void open_sign_ups_of(Flow&, PersonId person);
// Where the person was found who is to have new letters.
void open_renew_letters(Flow&, PersonId person);

void act(Flow&, page::Corrections&, const intent::CloseVisit&);
void act(Flow&, page::Corrections&, const intent::FindSignUp&);
void act(Flow&, page::Corrections&, const intent::RenewLetters&);
void act(Flow&, page::SignUpsOf&, const intent::RemoveSignUp&);
void act(Flow&, page::Correct&, const intent::StepEnd&);
void act(Flow&, page::Correct&, const intent::ChooseReason&);
void act(Flow&, page::Correct&, const intent::Correct&);

}
