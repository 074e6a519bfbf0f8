// The admin's page, and the PIN before it. What goes to a stick and comes from it is stick_flow's; the pages behind it have flows of
// their own: admin_places_flow, clock_flow, corrections_flow.
#pragma once

#include "kiosk/flow.hpp"

namespace refectory {

// The first page of a kiosk whose PIN has not been chosen, and where an admin chooses another.
page::ChoosePin choose_pin_page(page::ChosenBy by);
page::AdminPin admin_pin_page();

void refresh(Flow&, page::Admin&);
// What came of something that the admin asked for, in place of the open page; the way back leads to where it was asked.
void tell_admin(Flow&, MessageView::Tone tone, std::string title, std::string sentence, std::vector<MessageView::Labelled> labelled = {});

void act(Flow&, page::ChoosePin&, const intent::SubmitPin&);
void act(Flow&, page::AdminPin&, const intent::SubmitPin&);

}
