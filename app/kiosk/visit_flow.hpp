// From a scanned pass to a counted visit: deciding, greeting, checking in, checking out; or by name and a code that is typed.
#pragma once

#include "kiosk/flow.hpp"

#include <string_view>

namespace refectory {

// What was scanned, at whatever page; the text is forgotten once it has been decided on.
void take_scan(Flow&, std::string_view scanned);
void open_code(Flow&, PersonId academic);

void act(Flow&, page::Welcome&, const intent::OpenVisiting&);
void act(Flow&, page::Visiting&, const intent::UseCode&);
void act(Flow&, page::PassProblem&, const intent::UseCode&);
void act(Flow&, page::PassProblem&, const intent::CheckInUnscheduled&);
void act(Flow&, page::Code&, const intent::SubmitCode&);
void act(Flow&, page::Visit&, const intent::CheckInNow&);
void act(Flow&, page::CheckOut&, const intent::AddVisitWords&);
void act(Flow&, page::CheckOut&, const intent::CheckOutNow&);

}
