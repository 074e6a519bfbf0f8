// How long pages stay. A form asks after a minute whether anybody is there; a page that only says something closes itself.
#pragma once

#include "kiosk/pages.hpp"

#include <optional>

namespace refectory {

inline constexpr milliseconds asks_after = std::chrono::seconds{60};
inline constexpr milliseconds clears_after = std::chrono::seconds{30};
inline constexpr milliseconds done_stays = std::chrono::seconds{60};     // letters are written down, a code is scanned
inline constexpr milliseconds message_stays = std::chrono::seconds{20};
inline constexpr milliseconds rated_stays = std::chrono::seconds{5};     // the time in which an answer can be taken back
inline constexpr milliseconds admin_stays = std::chrono::seconds{60};      // and what is said there
inline constexpr milliseconds corner_hold = std::chrono::seconds{2};      // before the admin's PIN is asked for
inline constexpr milliseconds export_shows = std::chrono::seconds{1};     // a page that is gone at once cannot be read
inline constexpr milliseconds export_step = std::chrono::milliseconds{100};  // a running export is looked at this often
inline constexpr milliseconds stick_step = std::chrono::seconds{1};          // sticks are looked for this often where one is wanted
inline constexpr milliseconds bar_step = std::chrono::milliseconds{500}; // the bar that runs down moves this often

inline constexpr milliseconds backup_is_old = std::chrono::hours{3};  // one is made every hour

inline constexpr std::chrono::days long_away{14};  // after which a stick that did not come back, or an old programme, is pointed out

template <class... Pages>
bool is_one_of(const PageState& page)
{
    return (std::holds_alternative<Pages>(page) || ...);
}

// Behind the PIN: nobody is asked there, it closes.
inline bool is_of_admin(const PageState& page)
{
    if (const auto* who = std::get_if<page::Who>(&page)) return who->reason == WhoFor::new_letters || who->reason == WhoFor::correction;
    if (const auto* choose = std::get_if<page::ChoosePin>(&page)) return choose->by == page::ChosenBy::admin;
    return is_one_of<page::Admin, page::Today, page::FireList, page::Week, page::FeedbackFigures, page::Left, page::ThisKiosk, page::Clock,
                     page::Corrections, page::SignUpsOf, page::Correct>(page);
}

inline std::optional<milliseconds> closes_by_itself_after(const PageState& page)
{
    if (std::holds_alternative<page::Done>(page)) return done_stays;
    if (std::holds_alternative<page::Rated>(page)) return rated_stays;
    if (const auto* message = std::get_if<page::Message>(&page); message && message->view.closes)
        return message->view.secondary.empty() ? message_stays : admin_stays;
    if (is_of_admin(page)) return admin_stays;
    return std::nullopt;
}

// A stick may come or go while these are open.
inline bool watches_sticks(const PageState& page)
{
    return std::holds_alternative<page::Admin>(page) || std::holds_alternative<page::FirstStart>(page);
}

// Nobody is asked whether they are still there while something runs that they wait for.
inline bool stays_open(const PageState& page)
{
    return std::holds_alternative<page::Exporting>(page);
}

}
