// The sentences of the admin's pages, as words.hpp has those of all others.
#pragma once

#include "kiosk/words.hpp"

namespace refectory::words {

namespace set_up {
inline constexpr Words new_kiosk = "A new kiosk";
inline constexpr Words title = "Set this kiosk up";
inline constexpr Words more = "Put in the stick from the desk. It has this kiosk’s set-up file, and six words on paper came with it.";
inline constexpr Words nothing_else = "Then you choose the PIN, and the kiosk is in use. Nothing else is needed.";
inline constexpr Words put_stick_in = "Put the stick from the desk in";
inline constexpr Words put_stick_in_more = "Its set-up file stands at the top of the stick or in a folder there.";
inline constexpr Words no_file = "{} has no set-up file at its top or in a folder there. Ask the desk for one.";
inline constexpr Words set_up_as = "Set up as {}";
inline constexpr Words words_title = "Type the six words for {}";
inline constexpr Words hint = "The next word";
inline constexpr Words more_words = "They were printed with the set-up file. Four letters of each are enough.";
inline constexpr Words whole = "These are all six. Erase to go back to the last one.";
inline constexpr Words not_a_word = "No word begins with “{}”. Look at the paper once more.";
inline constexpr Words not_yet_a_word = "Type a little more of “{}”.";
inline constexpr Words now = "Set this kiosk up";
}

namespace pin {
inline constexpr Words choose = "Choose a PIN for this kiosk";
inline constexpr Words choose_more = "Six digits, for those who look after it: they take the day’s export away and bring the programme.";
inline constexpr Words again = "Type the PIN once more";
inline constexpr Words again_more = "So that no slip of the finger locks you out.";
inline constexpr Words differs = "Those are not the same six digits. Try again, or go back and choose anew.";
inline constexpr Words chosen = "The PIN is chosen";
inline constexpr Words chosen_more = "To look after this kiosk, hold the mark at the top left for two seconds and type the PIN.";
inline constexpr Words title = "Admin PIN";
inline constexpr Words hint = "Six digits, chosen when this kiosk was set up.";
inline constexpr Words wrong = "That is not the PIN. You can try {} more.";
inline constexpr Words wrong_last = "That is not the PIN. You can try once more.";
}

namespace admin {
inline constexpr Words corner = "Hold for admin";
inline constexpr Words title = "Admin";
inline constexpr Words closes = "Closes by itself in {}";
inline constexpr Words leave = "Leave admin";
inline constexpr Words back = "Back to admin";
inline constexpr Words fact = "fact";
inline constexpr Words answer = "answer";
inline constexpr Words activity = "activity";
inline constexpr Words facts_and_answers = "{} and {}";
inline constexpr Words waiting_more = "that the desk has not confirmed yet";
inline constexpr Words sealed = "They go as one file that only the desk can open. Leave the stick in until this page says that it was checked.";
inline constexpr Words stick_read_only = "{} can only be read. Take off its write protection, or use another one.";
inline constexpr Words stick_foreign = "{} has a format that is not written here. Use one that is FAT or exFAT.";
inline constexpr Words put_stick_in = "Put a USB stick in";
inline constexpr Words put_stick_in_more = "Nothing else that is on it is touched.";
inline constexpr Words export_to = "Export to {}";
inline constexpr Words this_kiosk = "This kiosk";
inline constexpr Words moment_near = "{} at {}";
inline constexpr Words moment_far = "on {} at {}";
inline constexpr Words nobody_is_in = "No academic is in";
inline constexpr Words one_is_in = "1 academic is in";
inline constexpr Words are_in = "{} academics are in";
inline constexpr Words is_in_more = "Checked in and not yet out";
inline constexpr Words nobody_is_in_more = "Whoever checked in is out again";
inline constexpr Words export_failed = "The last export failed";
inline constexpr Words never_exported = "Never exported";
inline constexpr Words never_exported_more = "What is here is nowhere else";
inline constexpr Words exported = "Exported {}";
inline constexpr Words exported_more = "Parcel {}, up to fact {}";
inline constexpr Words confirmed = "The desk has everything";
inline constexpr Words confirmed_more = "up to {}";
inline constexpr Words nothing_confirmed = "Nothing is confirmed yet";
inline constexpr Words nothing_confirmed_more = "The next programme will say it";
inline constexpr Words stick_away_more = "It was written on {}";
inline constexpr Words stick_away = "A stick has not come back";
inline constexpr Words six_words = "The six words of this programme, as they stand at the desk";
inline constexpr Words programme_old = "Programme {} is {} days old";
inline constexpr Words programme_old_more = "Bring a newer one from the desk";
inline constexpr Words no_programme = "No programme yet";
inline constexpr Words no_programme_more = "Bring one from the desk on a stick";
inline constexpr Words programme = "Programme {}";
inline constexpr Words programme_more = "From {}, {}";
inline constexpr Words clock_right = "The clock is trusted";
inline constexpr Words clock_right_more = "It has run on without a step";
inline constexpr Words clock_doubted = "The clock may be wrong";
inline constexpr Words clock_doubted_more = "It stepped, or stood still for long";
inline constexpr Words confirm_clock = "Date and time are right";
inline constexpr Words offer = "Programme {}";
inline constexpr Words offer_more = "is on {}";
inline constexpr Words bring = "Bring it in";
inline constexpr Words lost_letters = "Lost letters";
inline constexpr Words new_letters = "New letters";
inline constexpr Words lost_letters_more = "Give out four new ones";
}

namespace exporting {
inline constexpr Words title = "Writing the day to {}";
inline constexpr Words counts = "{} that the desk has not confirmed yet";
inline constexpr Words counting = "Counting what there is";
inline constexpr Words writing = "Writing and sealing it";
inline constexpr Words checking = "Checking what was written";
inline constexpr Words stopping = "Stopping";
inline constexpr Words leave_in = "Leave the stick in.";
inline constexpr Words stop = "Stop";
inline constexpr Words done = "Everything up to fact {} is on the stick, checked";
inline constexpr Words done_more = "You can take it.";
inline constexpr Words stopped = "The export was stopped";
inline constexpr Words stopped_more = "Nothing of it is on the stick, and nothing here is lost.";
inline constexpr Words failed = "The export did not work";
}

namespace import {
inline constexpr Words done = "Programme {} runs now";
inline constexpr Words done_more = "Places that were promised stand. Its six words: {}.";
inline constexpr Words refused = "That programme was not taken";
}

namespace new_letters {
inline constexpr Words who = "Who lost their letters?";
inline constexpr Words nobody_found = "Nobody has that name here.";
inline constexpr Words title = "New letters for {}?";
inline constexpr Words more = "Make sure that it is them. The old letters no longer work after this, and the change is recorded.";
inline constexpr Words yes = "Yes, new letters";
inline constexpr Words no = "Keep the old ones";
inline constexpr Words done_more = "These are the new letters of {}. They are shown this once.";
}

}
