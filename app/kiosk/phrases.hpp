// How dates, times, lengths and counts are worded: "Tuesday 24 November", "12:30pm", "in 38 minutes", "3 places left".
#pragma once

#include "domain/programme.hpp"

#include <string>
#include <string_view>

namespace refectory {

std::string clock_words(Instant instant);                          // "11:52am", "3pm", "midday"
std::string date_words(Date date);                                 // "Tuesday 24 November"
std::string short_date_words(Date date);                           // "24 November"
std::string range_words(Instant from, Instant until);              // "12:30pm to 1:15pm"
std::string day_words(Date date, Date today);                      // "Today", "Tomorrow", "Tuesday 1 December"
std::string when_words(const Activity& activity, Instant now);     // "Today, 12:30pm to 1:15pm"
std::string length_words(milliseconds length);                     // "45 minutes", "2 hours 5 minutes"
std::string until_words(Instant starts, Instant ends, Instant now);  // "In 38 minutes", "Now", "Tomorrow"; may be empty
std::string countdown_words(Instant starts, Instant now);            // "in 38 minutes" within the hour and a half before; else empty
std::string places_words(int left);                                // "3 places left", "1 place left", "Full"
std::string waiting_words(int waiting);                            // "2 people wait", or empty
std::string wait_words(milliseconds left);                         // "That was tried too often. Try again after 1 minute."
std::string counted_words(std::int64_t count, std::string_view noun);  // "1 fact", "12 answers", "3 activities"
std::string kept_words(std::string_view sentence, std::chrono::days kept);  // the sentence with "30 days" in it
std::string tries_words(std::string_view several, std::string_view last, int left);
std::string sentence_case(std::string_view words);                 // the first letter as a capital
std::string_view kind_words(ActivityKind kind);
std::string_view short_kind_words(ActivityKind kind);
std::string_view face_words(Face face);
std::string greeting_words(std::string_view name, Instant now);

}
