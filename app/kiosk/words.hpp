// Every sentence that the screens show, in British English, warm and short. `{}` stands for what the page fills in.
// How dates, times and counts are worded is in phrases.hpp.
#pragma once

#include <string_view>

namespace refectory::words {

using Words = std::string_view;

inline constexpr Words product = "Refectory";
inline constexpr Words back = "Back";
inline constexpr Words not_me = "Not me";
inline constexpr Words not_now = "Not now";
inline constexpr Words continue_ = "Continue";
inline constexpr Words finish = "Finish";
inline constexpr Words finish_and_clear = "Finish and clear";
inline constexpr Words more = "More";
inline constexpr Words earlier = "Earlier";
inline constexpr Words newer = "Newer";  // back in a list that begins with what has just been
inline constexpr Words second = "second";

namespace kind {
inline constexpr Words lunch = "Lunch with academics";
inline constexpr Words seminar = "Research seminar";
inline constexpr Words forum = "Practice forum";
inline constexpr Words shadowing = "Shadowing day";
inline constexpr Words research = "Research meeting";
inline constexpr Words lunch_short = "Lunch";
inline constexpr Words seminar_short = "Seminar";
inline constexpr Words forum_short = "Forum";
inline constexpr Words shadowing_short = "Shadowing";
inline constexpr Words research_short = "Research";
}

namespace state {
inline constexpr Words moved = "Moved";
inline constexpr Words cancelled = "Cancelled";
inline constexpr Words proposed = "Being planned";
inline constexpr Words held = "Has taken place";
}

namespace welcome {
inline constexpr Words lunches = "Lunch with academics";
inline constexpr Words with = "with an academic from {}";
inline constexpr Words lunches_more = "Find one, sign up, cancel";
inline constexpr Words visiting = "I’m visiting today";
inline constexpr Words visiting_more = "Check in or out by pass";
inline constexpr Words feedback = "How was it?";
inline constexpr Words feedback_more = "One tap, no name";
inline constexpr Words sign_up = "Sign up";
inline constexpr Words see_more = "See more";
inline constexpr Words changed = "{}: {}, “{}”";
inline constexpr Words one_of = "{} of {}: {}";
inline constexpr Words no_names = "No names are shown on this page.";
inline constexpr Words nothing_planned = "Nothing is planned yet";
inline constexpr Words nothing_planned_more = "The next programme will show here once it has been brought from the desk.";
inline constexpr Words today = "Today";
}

namespace activities {
inline constexpr Words title = "What’s coming up";
inline constexpr Words lead = "Choose one to read more or to sign up.";
inline constexpr Words mine = "My sign-ups";
inline constexpr Words none = "There is nothing to sign up for just now.";
}

namespace activity {
inline constexpr Words with = "with {}";
inline constexpr Words knows_about = "Knows about";
inline constexpr Words of_chairs = " of {}";
inline constexpr Words sign_me_up = "Sign me up";
inline constexpr Words join_waiting_list = "Join the waiting list";
inline constexpr Words ask = "Ask in advance";
inline constexpr Words agreed_on = "Agreed on {}";
inline constexpr Words one_question = "1 question is waiting";
inline constexpr Words questions = "{} questions are waiting";
inline constexpr Words no_questions = "Ask something in advance";
inline constexpr Words question_hint = "Yours can join them, without your name";
inline constexpr Words first_question_hint = "The academic reads it at check-in, without your name";
inline constexpr Words cannot_sign_up = "There is nothing to sign up for here";
inline constexpr Words cancelled_more = "It will not take place.";
inline constexpr Words no_places_here = "No places at this kiosk now";
}

namespace who {
inline constexpr Words title = "What is your name?";
inline constexpr Words hint = "Type the first three letters";
inline constexpr Words nobody_found = "Nobody invited has that name here.";
inline constexpr Words add_me = "I’m not here: add me";
inline constexpr Words retention = "Your name is kept while the programme lists you, else until {} after your last activity. You can erase it with your letters.";
}

namespace add_me {
inline constexpr Words title = "Add yourself";
inline constexpr Words name = "Your full name";
inline constexpr Words team = "Which team are you in?";
inline constexpr Words enter_name = "Enter your full name";
inline constexpr Words name_too_long = "Your name must be 60 characters or less";
inline constexpr Words choose_team = "Choose your team";
inline constexpr Words retention = "Your name is kept here until {} after your last activity, and until the coordinator has it.";
}

namespace confirm {
inline constexpr Words title = "Is this you?";
inline constexpr Words yes = "Yes, sign me up";
inline constexpr Words for_what = "You are signing up for";
inline constexpr Words for_what_now = "It has just been moved. It is now";
inline constexpr Words letters_note = "You get four letters of your own. You need them to look this up, cancel it or erase your name.";
}

namespace done {
inline constexpr Words place = "You have a place";
inline constexpr Words waits = "You are number {} on the waiting list here";
inline constexpr Words waits_more = "If a chair comes free here it is yours. Look it up with your letters.";
inline constexpr Words your_letters = "Your letters, to look it up or cancel";
inline constexpr Words remember = "Remember them or take a picture. Nobody else can see this.";
inline constexpr Words letters_known = "Look it up or cancel with the letters that you have";
inline constexpr Words letters_lost = "You got them when you first signed up.";
inline constexpr Words calendar = "Put it in your calendar";
inline constexpr Words camera = "Point your phone’s camera here";
inline constexpr Words ask = "Ask {} something";
inline constexpr Words ask_anyone = "Ask something in advance";
}

namespace already {
inline constexpr Words title = "That name is signed up already";
inline constexpr Words more = "Choose “My sign-ups” and type your four letters to see it or to cancel it.";
}

namespace not_invited {
inline constexpr Words title = "This one is for those invited";
inline constexpr Words more = "{} is for {}. Choose another one, or ask your manager about it.";
}

namespace closed {
inline constexpr Words title = "It is too late to sign up";
inline constexpr Words more = "This activity has ended, moved or been cancelled since you opened the page.";
}

namespace letters {
inline constexpr Words title = "Your four letters";
inline constexpr Words hint = "You got them when you first signed up.";
inline constexpr Words wrong = "Those are not the letters for that name. You can try {} more.";
inline constexpr Words wrong_last = "Those are not the letters for that name. You can try once more.";
inline constexpr Words wait = "That was tried too often. Try again after {}.";
}

namespace mine {
inline constexpr Words title = "Hello, {}";
inline constexpr Words lead = "What you are signed up for";
inline constexpr Words none = "You are not signed up for anything that lies ahead.";
inline constexpr Words place = "You have a place";
inline constexpr Words waits = "Number {} on the waiting list here";
inline constexpr Words over = "It is over";
inline constexpr Words cancel = "Cancel";
inline constexpr Words calendar = "Calendar";
inline constexpr Words erase = "Erase my name";
}

namespace cancel {
inline constexpr Words title = "Give up your place?";
inline constexpr Words title_waiting = "Leave the waiting list?";
inline constexpr Words more = "Somebody who waits gets your chair. You can sign up again, but then at the end of the list.";
inline constexpr Words more_free = "The chair is free for somebody else then.";
inline constexpr Words yes = "Yes, cancel it";
inline constexpr Words no = "Keep it";
inline constexpr Words done = "Cancelled";
inline constexpr Words done_more = "Thank you for telling us. The chair is free for somebody else.";
}

namespace erase {
inline constexpr Words title = "Erase your name?";
inline constexpr Words more = "Your sign-ups that lie ahead are cancelled, and your name and your words are erased from this kiosk. What you did is kept without your name. This cannot be undone.";
inline constexpr Words yes = "Yes, erase my name";
inline constexpr Words no = "Keep it";
inline constexpr Words done = "Your name has been erased";
inline constexpr Words done_more = "Nothing on this kiosk says it any more.";
inline constexpr Words done_soon = "No page of this kiosk says it any more. Its files are cleared of it once the export that is running has ended.";
}

namespace ask {
inline constexpr Words title = "What would you like to ask?";
inline constexpr Words hint = "It is shown to {}, without your name.";
inline constexpr Words hint_nobody = "It is shown to whoever leads this, without your name.";
inline constexpr Words send = "Send";
inline constexpr Words enter = "Write your question first";
inline constexpr Words done = "Your question is waiting";
inline constexpr Words done_more = "The academic reads it at check-in. Your name is not with it.";
}

namespace still_there {
inline constexpr Words title = "Are you still there?";
inline constexpr Words more = "This page clears itself in {}, so that nobody else sees it.";
inline constexpr Words yes = "Yes, I’m here";
}

namespace trouble {
inline constexpr Words reading = "Sorry, there is a problem with this kiosk";
inline constexpr Words reading_more = "What was confirmed before stands. Try again in a moment, or tell whoever looks after the kiosk.";
inline constexpr Words title = "Sorry, that could not be saved";
inline constexpr Words more = "Nothing was recorded. Try again in a moment.";
inline constexpr Words start = "Sorry, this kiosk cannot start";
inline constexpr Words start_band = "It tries again by itself";
inline constexpr Words start_more = "{} Tell whoever looks after the kiosk.";
inline constexpr Words try_again = "Try again";
}

namespace visiting {
inline constexpr Words title = "Welcome. Scan your pass";
inline constexpr Words lead = "On your phone or on paper. Hold it under the scanner, on any page.";
inline constexpr Words no_pass = "Cannot scan a pass?";
inline constexpr Words no_pass_more = "Use your name and a code";
inline constexpr Words type_instead = "Type it instead";
inline constexpr Words leaving = "Leaving?";
inline constexpr Words leaving_more = "Scan again to check out";
inline constexpr Words hold = "Hold your pass to the scanner";
}

namespace code {
inline constexpr Words title = "Your visit code";
inline constexpr Words hint = "The six digits that came with your invitation.";
inline constexpr Words title_with_pass = "Your code";
inline constexpr Words hint_with_pass = "The eight letters on your pass, or the six digits that came with your invitation.";
inline constexpr Words wrong_letters = "Those are not the letters of your pass. You can try {} more.";
inline constexpr Words wrong_letters_last = "Those are not the letters of your pass. You can try once more.";
inline constexpr Words wrong = "That is not the code for this visit. You can try {} more.";
inline constexpr Words wrong_last = "That is not the code for this visit. You can try once more.";
inline constexpr Words nobody_found = "No visitor with that name is expected here today.";
}

namespace pass {
inline constexpr Words not_ours = "That is not a Refectory pass";
inline constexpr Words not_ours_more = "It may be another code on the same page. Look for the one headed “pass”, or use your visit code.";
inline constexpr Words damaged = "That pass could not be read";
inline constexpr Words damaged_more = "It seems to be cut or creased. Try again with the whole code in view, or type a code instead.";
inline constexpr Words not_yet_valid = "Your pass is for later";
inline constexpr Words not_yet_valid_more = "It can be used from {}. Ask your host to sign you in today.";
inline constexpr Words expired = "Your pass has run out";
inline constexpr Words expired_more = "It could be used until {}. The coordinator sends you a new one.";
inline constexpr Words withdrawn = "This pass has been withdrawn";
inline constexpr Words withdrawn_more = "A newer one was sent to you, or your visit was called off. Ask your host or the coordinator.";
inline constexpr Words unknown = "This kiosk does not know you yet";
inline constexpr Words unknown_more = "Your pass is good, but you are not on the programme of this office. Ask your host to sign you in.";
inline constexpr Words not_expected = "You are not expected here today";
inline constexpr Words not_expected_more = "Your pass is good. You can still check in, and it is marked as not scheduled. Tell your host that you are here.";
inline constexpr Words check_in_anyway = "Check in all the same";
inline constexpr Words use_code = "Type a code instead";
}

namespace visit {
inline constexpr Words day = "Your day with the {}";
inline constexpr Words day_agreed = "Your day with the {}, as agreed on {}";
inline constexpr Words talk = "A talk is expected of you";
inline constexpr Words no_talk = "No talk is expected of you";
inline constexpr Words team_told = "The team was told on {}";
inline constexpr Words agreed = "Agreed on {}";
inline constexpr Words confidentiality = "Confidentiality";
inline constexpr Words agree = "I have read it and agree";
inline constexpr Words check_in = "Check in";
inline constexpr Words no_consent = "Not today: consent has not been given";
inline constexpr Words host = "Your host is {}";
inline constexpr Words questions = "Questions for you";
inline constexpr Words unscheduled = "Not scheduled for today";
inline constexpr Words unscheduled_more = "Your host was not told. Ask at the front desk for somebody to meet you.";
inline constexpr Words hours_given = "{} given so far this year";
inline constexpr Words agree_first = "Tick that you have read the confidentiality note first";
inline constexpr Words checked_in = "You are checked in";
inline constexpr Words checked_in_more = "Scan your pass again when you leave, so that your time is counted.";
inline constexpr Words good_morning = "Good morning, {}";
inline constexpr Words good_afternoon = "Good afternoon, {}";
inline constexpr Words good_evening = "Good evening, {}";
}

namespace check_out {
inline constexpr Words title = "Thank you, {}";
inline constexpr Words given = "You have given {} today, since {}.";
inline constexpr Words objectives = "Were the objectives met?";
inline constexpr Words met = "Met";
inline constexpr Words partly_met = "Partly";
inline constexpr Words not_met = "Not met";
inline constexpr Words how = "How was your visit?";
inline constexpr Words add_words = "Add a few words";
inline constexpr Words change_words = "Change your words";
inline constexpr Words quote = "You may quote me";
inline constexpr Words check_out = "Check out";
inline constexpr Words words_title = "What would you like to say?";
inline constexpr Words done = "You are checked out";
inline constexpr Words done_more = "You gave {}. Thank you, and safe journey.";
}

namespace feedback {
inline constexpr Words title = "How was it?";
inline constexpr Words lead = "Choose what you were at.";
inline constexpr Words none = "Nothing has begun in the last seven days.";
inline constexpr Words how_was = "How was “{}”?";
inline constexpr Words one_tap = "One tap is enough. It is not linked to your name.";
inline constexpr Words thanks = "Thank you";
inline constexpr Words thanks_more = "Your answer is saved, without your name.";
inline constexpr Words undo = "Undo";
inline constexpr Words undone = "Your answer has been taken back";
inline constexpr Words add_words = "Say why, in a few words";
inline constexpr Words words_title = "What made it so?";
inline constexpr Words words_hint = "It is not linked to your name. Leave out what would tell who you are.";
inline constexpr Words very_useful = "Very useful";
inline constexpr Words useful = "Useful";
inline constexpr Words not_very_useful = "Not very useful";
inline constexpr Words not_useful = "Not useful";
}

}
