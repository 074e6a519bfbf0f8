// What the admin's page says of the kiosk: what waits for the desk, who is in, what runs here and whether the clock is trusted.
#pragma once

#include "kiosk/flow.hpp"

namespace refectory {

std::string moment_name(Instant moment, Instant now);   // "today at 11:52am", "Monday 23 November at 5pm"
std::string moment_words(Instant moment, Instant now);  // the same, and "on Monday 23 November at 5pm"
// In calendar days.
std::chrono::days age_of(const ProgrammeHeader& header, Instant now);
std::string waiting_for_desk_words(const Waiting& waiting);  // "47 facts and 12 answers", "47 facts"
std::optional<Damage> recent_damage(KioskStore& store, Instant now);  // of the last fourteen days
bool is_backup_old(KioskStore& store, Instant now);
std::string trouble_words(const Stick& stick);  // why it will not do, and what to do
// And the sticks that are in, or why one that is in will not do.
void present_admin(Flow& flow, page::Admin& admin);

}
