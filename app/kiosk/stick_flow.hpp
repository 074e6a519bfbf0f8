// One button for a stick: the day goes to it, and what the desk sent for this kiosk comes in. What is written, what is checked and
// what came of it is told; the work is the exporter's.
#pragma once

#include "exchange/kiosk_import.hpp"
#include "kiosk/flow.hpp"

namespace refectory {

void act(Flow&, page::Admin&, const intent::Export&);
void act(Flow&, page::Exporting&, const intent::StopExport&);
void refresh(Flow&, page::Exporting&);

// Takes over the programme that was found, where it is newer than what runs here.
BroughtProgramme bring_in(Flow&, const FoundProgrammes& found);
// What came of the export that this page shows, and of the programme that was found.
void tell_end(Flow&, const page::Exporting&, const Result<Exported>& end, const BroughtProgramme& brought);

}
