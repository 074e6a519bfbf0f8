#include "demonstration/tour.hpp"

#include "kiosk/timing.hpp"
#include "kiosk/admin_words.hpp"

#include <fmt/format.h>

namespace refectory {

namespace {

constexpr std::string_view tour_pin = "246810";

class Tour {
public:
    Tour(Pilot& pilot, const TourHands& hands) : pilot_(pilot), hands_(hands) {}

    Result<> take()
    {
        pilot_.settle();
        for (const auto part : {&Tour::first_start, &Tour::practitioner, &Tour::waiting_list, &Tour::own_sign_ups, &Tour::academic, &Tour::feedback,
                                &Tour::admin, &Tour::admin_places, &Tour::clock, &Tour::corrections, &Tour::nobody})
            REFECTORY_TRY((this->*part)());
        return {};
    }

private:
    Result<> first_start();
    Result<> practitioner();
    Result<> waiting_list();
    Result<> own_sign_ups();
    Result<> academic();
    Result<> feedback();
    Result<> admin();
    Result<> admin_places();
    Result<> clock();
    Result<> corrections();
    Result<> new_letters();
    Result<> nobody();

    Result<> picture(std::string_view name) { return hands_.take_picture(fmt::format("{:02}-{}", ++number_, name)); }

    Result<> tap(std::string_view words)
    {
        if (pilot_.tap(words)) return {};
        return failure(fmt::format("The tour found nothing to tap that says “{}”. The page says:\n{}", words, pilot_.reads()));
    }

    Result<> type(std::string_view text)
    {
        if (pilot_.type(text)) return {};
        return failure(fmt::format("The tour could not type “{}”. The page says:\n{}", text, pilot_.reads()));
    }

    Result<> read(std::string_view words)
    {
        if (pilot_.shows(words)) return {};
        return failure(fmt::format("The tour expected to read “{}”. The page says:\n{}", words, pilot_.reads()));
    }

    Result<> choose(std::string_view topic)
    {
        REFECTORY_TRY(tap(words::welcome::lunches));
        return tap(topic);
    }

    Result<> enter_admin()
    {
        if (!pilot_.hold(words::admin::corner, [&] { hands_.let_time_pass(corner_hold); })) return failure("The tour found no corner to hold.");
        return type(tour_pin);
    }

    // From the activity's page to the answer.
    Result<> sign_up(std::string_view way, std::string_view three_letters, std::string_view name)
    {
        REFECTORY_TRY(tap(way));
        REFECTORY_TRY(type(three_letters));
        REFECTORY_TRY(tap(name));
        return tap(words::confirm::yes);
    }

    std::string letters_shown() const
    {
        const auto text = pilot_.reads();
        const auto label = text.find(words::done::your_letters);
        return label == std::string::npos ? std::string{} : text.substr(text.find('\n', label) + 3, 4);
    }

    Pilot& pilot_;
    const TourHands& hands_;
    int number_ = 0;
    std::string letters_;
};

Result<> Tour::first_start()
{
    REFECTORY_TRY(picture("first-start"));
    hands_.put_stick_in();
    hands_.let_time_pass(stick_step);
    pilot_.settle();
    REFECTORY_TRY(picture("set-up-file"));
    REFECTORY_TRY(tap(fmt::format(fmt::runtime(words::set_up::set_up_as), "MC-ADULTS")));
    for (const auto& word : hands_.set_up_words) {
        REFECTORY_TRY(type(word.substr(0, 4)));
        if (&word == &hands_.set_up_words[3]) REFECTORY_TRY(picture("set-up-words"));
        REFECTORY_TRY(tap(words::continue_));
    }
    REFECTORY_TRY(picture("set-up-now"));
    REFECTORY_TRY(tap(words::set_up::now));
    hands_.take_stick_out();
    REFECTORY_TRY(read(words::pin::choose));
    REFECTORY_TRY(type(tour_pin.substr(0, 3)));
    REFECTORY_TRY(picture("choose-pin"));
    REFECTORY_TRY(type(tour_pin.substr(3)));
    REFECTORY_TRY(tap(words::continue_));
    REFECTORY_TRY(type(tour_pin));
    REFECTORY_TRY(tap(words::continue_));
    REFECTORY_TRY(read(words::pin::chosen));
    REFECTORY_TRY(picture("pin-chosen"));
    return tap(words::finish);
}

Result<> Tour::practitioner()
{
    REFECTORY_TRY(picture("welcome"));
    REFECTORY_TRY(tap(words::welcome::lunches));
    REFECTORY_TRY(picture("activities"));
    REFECTORY_TRY(tap("Social workers without borders"));
    REFECTORY_TRY(picture("activity"));
    REFECTORY_TRY(tap(words::activity::sign_me_up));
    REFECTORY_TRY(type("Pri"));
    REFECTORY_TRY(picture("who"));
    REFECTORY_TRY(tap("Priya Raman"));
    REFECTORY_TRY(picture("confirm"));
    REFECTORY_TRY(tap(words::confirm::yes));
    REFECTORY_TRY(read(words::done::place));
    letters_ = letters_shown();
    REFECTORY_TRY(picture("place"));
    REFECTORY_TRY(tap("Ask Dr Okafor something"));
    REFECTORY_TRY(type("What would you do first?"));
    REFECTORY_TRY(picture("question"));
    REFECTORY_TRY(tap(words::ask::send));
    REFECTORY_TRY(picture("question-sent"));
    return tap(words::finish);
}

Result<> Tour::waiting_list()
{
    for (const auto& [three, name] : {std::pair{"Mar", "Marcus Bell"}, {"Chi", "Chidi Nwosu"}}) {
        REFECTORY_TRY(choose("Caring for the carers"));
        REFECTORY_TRY(sign_up(words::activity::sign_me_up, three, name));
        REFECTORY_TRY(read(words::done::place));
        REFECTORY_TRY(tap(words::finish));
    }
    REFECTORY_TRY(choose("Caring for the carers"));
    REFECTORY_TRY(picture("full"));
    REFECTORY_TRY(tap(words::activity::join_waiting_list));
    REFECTORY_TRY(type("Zara"));
    REFECTORY_TRY(tap(words::who::add_me));
    REFECTORY_TRY(type(" Ahmed-Frost"));
    REFECTORY_TRY(tap("Adults team"));
    REFECTORY_TRY(picture("add-me"));
    REFECTORY_TRY(tap(words::continue_));
    REFECTORY_TRY(tap(words::confirm::yes));
    REFECTORY_TRY(read(fmt::format(fmt::runtime(words::done::waits), 1)));
    REFECTORY_TRY(picture("waiting"));
    return tap(words::finish);
}

Result<> Tour::own_sign_ups()
{
    REFECTORY_TRY(choose("The politics of risk"));
    REFECTORY_TRY(picture("moved"));
    REFECTORY_TRY(sign_up(words::activity::sign_me_up, "Mar", "Marcus Bell"));
    REFECTORY_TRY(tap(words::finish));
    REFECTORY_TRY(choose("The politics of risk"));
    REFECTORY_TRY(sign_up(words::activity::sign_me_up, "Pri", "Priya Raman"));
    REFECTORY_TRY(tap(words::finish));
    REFECTORY_TRY(tap(words::welcome::lunches));
    REFECTORY_TRY(tap(words::activities::mine));
    REFECTORY_TRY(type("Pri"));
    REFECTORY_TRY(tap("Priya Raman"));
    REFECTORY_TRY(type(letters_));
    REFECTORY_TRY(picture("letters"));
    REFECTORY_TRY(tap(words::continue_));
    REFECTORY_TRY(picture("mine"));
    REFECTORY_TRY(tap(words::mine::cancel));
    REFECTORY_TRY(picture("cancel"));
    REFECTORY_TRY(tap(words::cancel::yes));
    REFECTORY_TRY(read(words::cancel::done));
    REFECTORY_TRY(picture("cancelled"));
    REFECTORY_TRY(tap(words::finish));
    return picture("welcome-changed");
}

Result<> Tour::academic()
{
    REFECTORY_TRY(tap(words::welcome::visiting));
    REFECTORY_TRY(picture("visiting"));
    REFECTORY_TRY(tap(words::visiting::type_instead));
    REFECTORY_TRY(type("Oka"));
    REFECTORY_TRY(tap("Dr Amara Okafor"));
    REFECTORY_TRY(type("BCDF"));
    REFECTORY_TRY(picture("code"));
    if (!hands_.show_pass()) return failure("The tour's pass could not be read from its picture.");
    pilot_.settle();
    REFECTORY_TRY(read("Dr Okafor"));
    REFECTORY_TRY(tap(words::visit::agree));
    REFECTORY_TRY(picture("visit"));
    REFECTORY_TRY(tap(words::visit::check_in));
    REFECTORY_TRY(read(words::visit::checked_in));
    REFECTORY_TRY(picture("checked-in"));
    REFECTORY_TRY(tap(words::finish));
    hands_.let_time_pass(std::chrono::minutes{95});
    if (!hands_.show_pass()) return failure("The tour's pass could not be read from its picture.");
    pilot_.settle();
    REFECTORY_TRY(tap(words::check_out::met));
    REFECTORY_TRY(tap(words::feedback::very_useful));
    REFECTORY_TRY(tap(words::check_out::add_words));
    REFECTORY_TRY(type("They asked better questions than I did."));
    REFECTORY_TRY(tap(words::continue_));
    REFECTORY_TRY(picture("check-out"));
    REFECTORY_TRY(tap(words::check_out::check_out));
    REFECTORY_TRY(read("1 hour 35 minutes"));
    REFECTORY_TRY(picture("checked-out"));
    return tap(words::finish);
}

Result<> Tour::feedback()
{
    REFECTORY_TRY(tap(words::welcome::feedback));
    REFECTORY_TRY(picture("what-was-it"));
    REFECTORY_TRY(tap("Social workers without borders"));
    REFECTORY_TRY(picture("faces"));
    REFECTORY_TRY(tap(words::feedback::useful));
    REFECTORY_TRY(read(words::feedback::thanks));
    REFECTORY_TRY(picture("rated"));
    REFECTORY_TRY(tap(words::feedback::undo));
    return tap(words::finish);
}

Result<> Tour::admin()
{
    REFECTORY_TRY(enter_admin());
    REFECTORY_TRY(picture("pin"));
    REFECTORY_TRY(tap(words::continue_));
    REFECTORY_TRY(picture("admin"));
    hands_.put_stick_in();
    hands_.let_time_pass(stick_step);
    pilot_.settle();
    REFECTORY_TRY(picture("admin-with-stick"));
    REFECTORY_TRY(tap("Export to"));
    REFECTORY_TRY(picture("exporting"));
    if (!pilot_.wait_for(words::admin::back, 2000, [&] { hands_.let_time_pass(export_step); }))
        return failure("The tour's export did not end. The page says:\n" + pilot_.reads());
    REFECTORY_TRY(read(words::exporting::done));
    REFECTORY_TRY(picture("exported"));
    REFECTORY_TRY(hands_.carry_to_the_desk());
    REFECTORY_TRY(tap(words::admin::back));
    REFECTORY_TRY(tap("Export to"));
    if (!pilot_.wait_for(words::admin::back, 2000, [&] { hands_.let_time_pass(export_step); }))
        return failure("The tour's second export did not end. The page says:\n" + pilot_.reads());
    REFECTORY_TRY(read("runs now"));
    REFECTORY_TRY(picture("exported-and-programme-taken"));
    REFECTORY_TRY(tap(words::admin::back));
    REFECTORY_TRY(read(words::admin::confirmed));
    REFECTORY_TRY(picture("admin-confirmed"));
    return tap(words::admin::leave);
}

// With an academic in, who then forgets to check out.
Result<> Tour::admin_places()
{
    if (!hands_.show_pass()) return failure("The tour's pass could not be read from its picture.");
    pilot_.settle();
    REFECTORY_TRY(tap(words::visit::agree));
    REFECTORY_TRY(tap(words::visit::check_in));
    REFECTORY_TRY(tap(words::finish));
    REFECTORY_TRY(enter_admin());
    REFECTORY_TRY(tap(words::continue_));
    REFECTORY_TRY(tap(words::admin::today));
    REFECTORY_TRY(picture("today"));
    REFECTORY_TRY(tap(words::today::fire_list));
    REFECTORY_TRY(read("Dr Amara Okafor"));
    REFECTORY_TRY(picture("fire-list"));
    REFECTORY_TRY(tap(words::back));
    REFECTORY_TRY(tap(words::back));
    for (const auto& [way, name] : {std::pair{words::admin::week, "week"}, {words::admin::feedback, "feedback-figures"}, {words::admin::exported.substr(0, 8), "left"},
                                    {words::admin::programme.substr(0, 9), "this-kiosk"}}) {
        REFECTORY_TRY(tap(way));
        REFECTORY_TRY(picture(name));
        REFECTORY_TRY(tap(words::back));
    }
    return tap(words::admin::leave);
}

Result<> Tour::clock()
{
    hands_.let_time_pass(std::chrono::hours{20});
    REFECTORY_TRY(enter_admin());
    REFECTORY_TRY(tap(words::continue_));
    REFECTORY_TRY(tap(words::admin::clock_right));
    REFECTORY_TRY(picture("clock"));
    REFECTORY_TRY(tap("Minute: 10 more"));
    REFECTORY_TRY(tap("Minute: 1 more"));
    REFECTORY_TRY(picture("clock-chosen"));
    REFECTORY_TRY(tap(words::clock::set));
    REFECTORY_TRY(read(words::clock::is_set));
    REFECTORY_TRY(picture("clock-set"));
    return tap(words::finish);
}

Result<> Tour::corrections()
{
    REFECTORY_TRY(enter_admin());
    REFECTORY_TRY(tap(words::continue_));
    REFECTORY_TRY(tap(words::admin::corrections));
    REFECTORY_TRY(picture("corrections"));
    REFECTORY_TRY(tap(words::corrections::close));
    REFECTORY_TRY(tap(words::corrections::quarter_more));
    REFECTORY_TRY(tap(words::corrections::forgotten));
    REFECTORY_TRY(picture("close-visit"));
    REFECTORY_TRY(tap(words::corrections::close_visit));
    REFECTORY_TRY(picture("visit-closed"));
    REFECTORY_TRY(tap(words::admin::back));
    REFECTORY_TRY(tap(words::corrections::find));
    REFECTORY_TRY(type("Mar"));
    REFECTORY_TRY(tap("Marcus Bell"));
    REFECTORY_TRY(picture("sign-ups-of"));
    REFECTORY_TRY(tap(words::corrections::remove));
    REFECTORY_TRY(tap(words::corrections::twice));
    REFECTORY_TRY(picture("remove-sign-up"));
    REFECTORY_TRY(tap(words::corrections::remove_it));
    REFECTORY_TRY(read(words::corrections::removed));
    return new_letters();
}

// From what came of a sign-up that was removed.
Result<> Tour::new_letters()
{
    REFECTORY_TRY(tap(words::admin::back));
    REFECTORY_TRY(tap(words::back));
    REFECTORY_TRY(tap(words::corrections::new_letters));
    REFECTORY_TRY(type("Mar"));
    REFECTORY_TRY(tap("Marcus Bell"));
    REFECTORY_TRY(tap(words::new_letters::lost));
    REFECTORY_TRY(picture("new-letters"));
    REFECTORY_TRY(tap(words::new_letters::yes));
    return tap(words::finish);
}

Result<> Tour::nobody()
{
    REFECTORY_TRY(choose("Life stories at work"));
    REFECTORY_TRY(tap(words::activity::sign_me_up));
    REFECTORY_TRY(type("Fa"));
    hands_.let_time_pass(std::chrono::seconds{65});
    pilot_.settle();
    REFECTORY_TRY(read(words::still_there::title));
    return picture("still-there");
}

}

Result<> take_tour(Pilot& pilot, const TourHands& hands)
{
    return Tour{pilot, hands}.take();
}

}
