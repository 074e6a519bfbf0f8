// The sentences of the admin's pages, as words.hpp has those of all others.
#pragma once

#include "kiosk/words.hpp"

namespace refectory::words {

namespace set_up {
inline constexpr Words new_kiosk = "A new kiosk";
inline constexpr Words title = "Set this kiosk up";
inline constexpr Words more = "Put in the stick from the desk. It has this kiosk’s set-up file, and six words on paper came with it.";
inline constexpr Words nothing_else = "Then you choose the PIN, and the kiosk is in use. Nothing else is needed.";
inline constexpr Words after_damage = "The data of this kiosk was damaged, and no good copy of it was left here. What went to the desk is safe there.";
inline constexpr Words put_stick_in = "Put the stick from the desk in";
inline constexpr Words put_stick_in_more = "Its set-up file stands at the top of the stick or in a folder there.";
inline constexpr Words no_file = "{} has no set-up file at its top or in a folder there. Ask the desk for one.";
inline constexpr Words not_copied = "The set-up file could not be read from the stick. Take it out, and put it in again.";
inline constexpr Words which = "This stick has the set-up files of several kiosks. Which one is this?";
inline constexpr Words which_of_more = "More set-up files are on this stick than are shown. Which kiosk is this?";
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
inline constexpr Words hint = "Six digits, chosen at this kiosk.";
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
inline constexpr Words sealed = "They go as one file that only the desk can open. What the desk sent for this kiosk comes in with it. Leave the stick in until you are told that you can take it.";
inline constexpr Words stick_read_only = "{} can only be read. Take off its write protection, or use another one.";
inline constexpr Words stick_foreign = "{} has a format that is not written here. Use one that is FAT or exFAT.";
inline constexpr Words stick_encrypted = "{} is locked with a password of its own, which this kiosk does not ask for. Use another one: what is written is sealed anyway.";
inline constexpr Words stick = "stick";
inline constexpr Words sticks_will_not_do = "{} will not do. One that is in alone says why.";
inline constexpr Words put_stick_in = "Put a USB stick in";
inline constexpr Words put_stick_in_more = "Nothing else that is on it is touched.";
inline constexpr Words export_to = "Export to {}";
inline constexpr Words bring_from = "Bring the programme from {}";
inline constexpr Words another_of_that_name = "{} ({})";
inline constexpr Words this_kiosk = "This kiosk";
inline constexpr Words moment = "{} at {}";
inline constexpr Words on_moment = "on {}";
inline constexpr Words nobody_is_in = "No academic is in";
inline constexpr Words one_is_in = "1 academic is in";
inline constexpr Words are_in = "{} academics are in";
inline constexpr Words is_in_more = "Checked in and not yet out";
inline constexpr Words nobody_is_in_more = "All who came are out again";
inline constexpr Words export_failed = "The last export failed";
inline constexpr Words never_exported = "Never exported";
inline constexpr Words never_exported_more = "What is here is nowhere else";
inline constexpr Words exported = "Exported {}";
inline constexpr Words exported_more = "Parcel {}, up to fact {}";
inline constexpr Words confirmed = "The desk has everything";
inline constexpr Words confirmed_more = "up to {}";
inline constexpr Words nothing_confirmed = "Nothing is confirmed yet";
inline constexpr Words nothing_confirmed_more = "The next programme says it";
inline constexpr Words wants_attention = "wants attention";  // said by its colour
inline constexpr Words stick_away_more = "Written on {}";
inline constexpr Words stick_away = "A stick has not come back";
inline constexpr Words six_words = "The six words of this programme, as they stand at the desk";
inline constexpr Words programme_old = "Programme {} is {} days old";
inline constexpr Words programme_old_more = "Bring a newer one";
inline constexpr Words programme_without_chairs = "No free chairs yet";
inline constexpr Words programme_without_chairs_more = "They come after an export";
inline constexpr Words no_programme = "No programme yet";
inline constexpr Words no_programme_more = "Bring one from the desk";
inline constexpr Words programme = "Programme {}";
inline constexpr Words programme_more = "{}, {}";
inline constexpr Words clock_right = "The clock is trusted";
inline constexpr Words mended = "Data was mended";
inline constexpr Words mended_more = "Export today; more is here";
inline constexpr Words no_backup = "No backup for some hours";
inline constexpr Words no_backup_more = "Export today";
inline constexpr Words clock_right_more = "It has run on without a step";
inline constexpr Words clock_doubted = "The clock may be wrong";
inline constexpr Words clock_doubted_more = "It stepped, or stood still";
inline constexpr Words today = "Today";
inline constexpr Words week = "The week";
inline constexpr Words feedback = "Feedback";
inline constexpr Words corrections = "Corrections";
}

namespace today {
inline constexpr Words title = "Today";
inline constexpr Words who_is_in = "Who is in";
inline constexpr Words since = "In since {}";
inline constexpr Words fire_list = "Fire list";
inline constexpr Words expected = "Expected today";
inline constexpr Words nobody_expected = "No academic is expected today.";
inline constexpr Words to_come = "Not here yet";
inline constexpr Words is_in = "In since {}";
inline constexpr Words has_been = "Was here, and is out again";
inline constexpr Words erased_name = "Somebody whose name was erased";
inline constexpr Words sign_up = "sign-up";
inline constexpr Words sign_ups = "sign-ups";
inline constexpr Words check_in = "check-in";
inline constexpr Words check_ins = "check-ins";
inline constexpr Words check_out = "check-out";
inline constexpr Words check_outs = "check-outs";
inline constexpr Words and_more = "and {} more";
}

namespace fire_list {
inline constexpr Words title = "Fire list";
inline constexpr Words as_of = "At {}. Visiting academics alone: the team is not on this list.";
}

namespace week {
inline constexpr Words title = "The week";
inline constexpr Words this_week = "This week";
inline constexpr Words week_of = "The week of {}";
inline constexpr Words totals = "{} and {}";
inline constexpr Words sign_up = "sign-up";
inline constexpr Words visit = "visit";
inline constexpr Words sign_ups_made = "Sign-ups made here";
inline constexpr Words visits_begun = "Visits of academics";
inline constexpr Words of_day = "{}: {} and {}";
inline constexpr Words later = "Later";
inline constexpr Words monday = "Mon";
inline constexpr Words tuesday = "Tue";
inline constexpr Words wednesday = "Wed";
inline constexpr Words thursday = "Thu";
inline constexpr Words friday = "Fri";
inline constexpr Words saturday = "Sat";
inline constexpr Words sunday = "Sun";
}

namespace figures {
inline constexpr Words title = "How it was";
inline constexpr Words lead = "Once an activity’s day has ended, and from five answers on, so that nobody can be made out.";
inline constexpr Words none = "No activity of this programme has its day behind it yet.";
inline constexpr Words too_few = "Fewer than five answers, so they are not told.";
}

namespace corrections {
inline constexpr Words title = "Corrections";
inline constexpr Words open_visits = "Visits without a check-out";
inline constexpr Words none_open = "Nobody is in. There is no visit to close.";
inline constexpr Words close = "Close it";
inline constexpr Words sign_up = "A sign-up too many";
inline constexpr Words sign_up_more = "Somebody is on a list twice, or by mistake.";
inline constexpr Words find = "Find the person";
inline constexpr Words lost_letters = "Lost letters";
inline constexpr Words lost_letters_more = "Whoever lost their four letters gets new ones.";
inline constexpr Words new_letters = "New letters";
inline constexpr Words recorded = "Each is recorded with its reason. Nothing is overwritten.";
inline constexpr Words whose = "Whose sign-up is it?";
inline constexpr Words sign_ups_of = "Sign-ups of {}";
inline constexpr Words no_sign_ups = "There is nothing ahead that this person is signed up for here.";
inline constexpr Words has_place = "Has a place";
inline constexpr Words waits = "Waits as number {}";
inline constexpr Words remove = "Remove";
inline constexpr Words when_left = "When did {} leave?";
inline constexpr Words ended = "Left at";
inline constexpr Words length = "The visit then counts as {}.";
inline constexpr Words hour_less = "1 hour less";
inline constexpr Words quarter_less = "15 min less";
inline constexpr Words quarter_more = "15 min more";
inline constexpr Words hour_more = "1 hour more";
inline constexpr Words why = "Why?";
inline constexpr Words forgotten = "Forgot to check out";
inline constexpr Words pass_failed = "The pass did not work";
inline constexpr Words by_mistake = "Checked in by mistake";
inline constexpr Words why_removed = "Remove the sign-up for “{}”?";
inline constexpr Words gives_place_up = "{} gives the place up to whoever waits first. Make sure that they know.";
inline constexpr Words waits_no_more = "{} waits for a place and leaves the waiting list. Make sure that they know.";
inline constexpr Words twice = "Signed up twice";
inline constexpr Words wrong_person = "Signed up as somebody else";
inline constexpr Words asked_for = "Asked to be taken off";
inline constexpr Words close_visit = "Close this visit";
inline constexpr Words remove_it = "Remove this sign-up";
inline constexpr Words closed = "The visit is closed";
inline constexpr Words closed_more = "It counts as {}, put right by an admin.";
inline constexpr Words removed = "The sign-up is removed";
inline constexpr Words place_is_free = "Its place is free again, or whoever waited first has it.";
inline constexpr Words others_move_up = "It only waited for a place: whoever waited behind it moves up.";
}

namespace left {
inline constexpr Words title = "What left this kiosk";
inline constexpr Words none = "Nothing has left this kiosk yet.";
inline constexpr Words parcel = "Parcel {}, {}";
inline constexpr Words holds = "Everything up to fact {}, and {}";
inline constexpr Words confirmed = "The desk has it";
inline constexpr Words on_its_way = "Not confirmed yet";
inline constexpr Words waiting = "Not confirmed by the desk yet: {}";
inline constexpr Words confirmed_and_waiting = "The desk has everything up to {}; not confirmed yet: {}";
}

namespace kiosk {
inline constexpr Words title = "This kiosk";
inline constexpr Words version = "Refectory {}";
inline constexpr Words version_more = "The program that runs here";
inline constexpr Words made_today = "Made today";
inline constexpr Words days_old = "{} old";
inline constexpr Words day = "day";
inline constexpr Words disk_free = "{} free";
inline constexpr Words disk_more = "Of {} on the disk with the data";
inline constexpr Words disk_unknown = "The disk does not say how full it is";
inline constexpr Words disk_unknown_more = "Have somebody look at this machine";
inline constexpr Words scanner_heard = "The scanner works";
inline constexpr Words scanner_never = "The scanner was not heard yet";
inline constexpr Words scanner_never_more = "Since this program was started";
inline constexpr Words backup = "The last backup";
inline constexpr Words damaged = "Damaged data was found on {}";
inline constexpr Words backup_taken = "A backup made {} was taken";
inline constexpr Words copy_taken = "The good copy of the answers was taken";
inline constexpr Words begun_anew = "There was no good copy, so it began anew";
inline constexpr Words no_backup = "No backup yet";
inline constexpr Words no_backup_more = "One is made every hour";
inline constexpr Words doubted = "{} by a doubted clock";
inline constexpr Words doubted_more = "The clock’s page has them by day";
inline constexpr Words nothing_doubted = "Every time is trusted";
inline constexpr Words nothing_doubted_more = "Nothing was recorded by a doubted clock";
inline constexpr Words see_clock = "Set the clock";
inline constexpr Words new_pin = "Choose a new PIN";
}

namespace clock {
inline constexpr Words title = "Set the clock";
inline constexpr Words lead = "There is no network to set it by. Take the time from a phone.";
inline constexpr Words day = "Day";
inline constexpr Words month = "Month";
inline constexpr Words year = "Year";
inline constexpr Words hour = "Hour";
inline constexpr Words minute = "Minute";
inline constexpr Words more = "{}: {} more";
inline constexpr Words less = "{}: {} less";
inline constexpr Words set = "Set the clock to this";
inline constexpr Words confirm = "Date and time are right";
inline constexpr Words marked = "Recorded while it was doubted";
inline constexpr Words nothing_marked = "Nothing was recorded while the clock was doubted.";
inline constexpr Words before_programme = "This kiosk’s programme was made on {}, and it cannot be earlier than that. Check the date.";
inline constexpr Words far_ahead = "That is {} later than it was here. Names are forgotten by the date: look again, then tap again.";
inline constexpr Words cannot_be_set = "The clock cannot be set from here. Have it set on the machine, then confirm it on this page.";
inline constexpr Words is_set = "The clock is set";
inline constexpr Words is_set_more = "It is {}, {}, and trusted from now on.";
}

namespace exporting {
inline constexpr Words title = "Writing the day to {}";
inline constexpr Words counts = "{} that the desk has not confirmed yet";
inline constexpr Words opening = "Opening the stick";
inline constexpr Words counting = "Counting what there is";
inline constexpr Words writing = "Writing and sealing it";
inline constexpr Words bringing = "Looking for a programme for this kiosk";
inline constexpr Words closing = "Waiting until the stick has all of it";
inline constexpr Words checking = "Reading back what is on the stick";
inline constexpr Words letting_go = "Letting go of the stick";
inline constexpr Words bytes = "{} written";
inline constexpr Words bytes_of = "{} of {} read back";
inline constexpr Words kilobytes = "{} kB";
inline constexpr Words megabytes = "{:.1f} MB";
inline constexpr Words left = "{}, about {} left";
inline constexpr Words stopping = "Stopping";
inline constexpr Words leave_in = "Leave the stick in.";
inline constexpr Words stop = "Stop";
inline constexpr Words done = "You can take the stick";
inline constexpr Words done_more = "Everything up to fact {} is on the stick, checked.";
inline constexpr Words in_use = "The day is on the stick, which is still in use";
inline constexpr Words in_use_more = "Something on this machine still has the stick open: wait a minute before you take it.";
inline constexpr Words six_words = "Six words of the file";
inline constexpr Words stopped = "The export was stopped";
inline constexpr Words stopped_more = "Nothing of it is on the stick, and nothing here is lost.";
inline constexpr Words left_behind = "It could not be taken off the stick again, so a file of it may be there. It does no harm, and nothing here is lost.";
inline constexpr Words failed = "The export did not work";
inline constexpr Words nothing_lost = "Nothing here is lost.";
}

namespace import {
inline constexpr Words looking = "Looking at {}";
inline constexpr Words looking_more = "It can only be read, so nothing is written to it";
inline constexpr Words came = "A programme came in";
inline constexpr Words none_came = "No programme came in";
inline constexpr Words only_read = "The stick can only be read: the day is not on it. Take off its write protection, or use another one for that.";
inline constexpr Words done = "Programme {} runs now, and places that were promised stand.";
inline constexpr Words six_words = "Six words of programme {}";
inline constexpr Words refused = "Programme {} was not taken: {}";
inline constexpr Words unread = "Whether there is a programme could not be seen: {}";
inline constexpr Words more_refused = "{} more on the stick cannot be used either.";
inline constexpr Words none_newer = "No newer programme came. {}";
}

namespace new_letters {
inline constexpr Words who = "Who lost their letters?";
inline constexpr Words nobody_found = "Nobody has that name here.";
inline constexpr Words title = "New letters for {}?";
inline constexpr Words more = "Make sure that it is them. The old letters no longer work after this.";
inline constexpr Words lost = "Lost or forgotten";
inline constexpr Words seen = "Somebody else saw them";
inline constexpr Words yes = "Give new letters";
inline constexpr Words done_more = "These are the new letters of {}. They are shown this once.";
}

}
