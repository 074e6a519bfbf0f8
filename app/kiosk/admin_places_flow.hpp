// The pages behind the admin's that only show: today, the fire list, the week, feedback, what left this kiosk, and the kiosk itself.
#pragma once

#include "kiosk/flow.hpp"

namespace refectory {

void refresh(Flow&, page::Today&);
void refresh(Flow&, page::FireList&);
void refresh(Flow&, page::Week&);
void refresh(Flow&, page::FeedbackFigures&);
void refresh(Flow&, page::Left&);
void refresh(Flow&, page::ThisKiosk&);

void act(Flow&, page::Admin&, const intent::OpenAdminPlace&);
void act(Flow&, page::Today&, const intent::OpenAdminPlace&);
void act(Flow&, page::ThisKiosk&, const intent::OpenAdminPlace&);
void act(Flow&, page::Week&, const intent::StepWeek&);

}
