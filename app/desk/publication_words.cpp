#include "desk/publication_words.hpp"

#include "desk/command_words.hpp"
#include "desk/finding_json.hpp"
#include "desk/json_line.hpp"
#include "exchange/shown_text.hpp"
#include "store/added_names.hpp"
#include "store/protected_times.hpp"
#include "store/same_people.hpp"
#include "store/told_findings.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace refectory {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::chrono::days a_year{366};

std::string since_words(const WaitingSignUp& sign_up)
{
    const bool untrusted = std::get<bool>(sign_up.turn);
    return untrusted ? "by a clock that was not trusted, so after all others" : "since " + commands::moment_words(std::get<Instant>(sign_up.turn));
}

std::string sign_up_text(const FactKey& key)
{
    return fmt::format("{} {}", key.origin.value, key.seq);
}

// None where its clock was not trusted.
Json since_json(const WaitingSignUp& sign_up)
{
    return std::get<bool>(sign_up.turn) ? Json{} : Json(iso_instant(std::get<Instant>(sign_up.turn)));
}

Json described(const DecidedGift& given)
{
    const auto& [activity, gift] = given;
    return {{"activity", activity.value}, {"kiosk", gift.kiosk}, {"person", gift.sign_up.person.value}, {"place_in_order", gift.place_in_order},
            {"sign_up", sign_up_text(gift.sign_up.key)}, {"since", since_json(gift.sign_up)}};
}

Json described(const std::vector<PersonId>& people)
{
    auto numbers = Json::array();
    for (const auto& person : people) numbers.push_back(person.value);
    return numbers;
}

std::string_view unsaid_words(Unsaid what)
{
    switch (what) {
    case Unsaid::another_time_or_place: return "{} is at another time or place than it was, and {} signed up for it. Nothing tells them: write moved and the reason, "
                                               "and publish again.";
    case Unsaid::only_proposed: return "{} is only proposed now, and {} signed up for it. Nothing tells them: ask them, or write cancelled and the reason.";
    case Unsaid::takes_place_again: return "{} takes place after all, and {} signed up for it and may have read that it does not. Nothing tells them: write moved "
                                           "and the reason, and publish again.";
    }
    std::unreachable();
}

}

std::string PublicationWords::name_of(PersonId person) const
{
    const auto listed = std::ranges::find(programme_.all.people, person, &Person::id);
    if (listed != programme_.all.people.end()) return fmt::format("{} (person {})", listed->name, person.value);
    const auto added = added_name(desk_.store().database(), person);
    return added ? fmt::format("{} (person {}, added at a kiosk)", shown_text(added->name), person.value) : fmt::format("Person {}", person.value);
}

std::string PublicationWords::topic_of(const ActivityId& activity) const
{
    const auto found = std::ranges::find(programme_.all.activities, activity, &Activity::id);
    return found == programme_.all.activities.end() ? activity.value : fmt::format("{} “{}”", activity.value, found->topic);
}

std::vector<std::string> PublicationWords::gifts_of(const Decisions& decisions) const
{
    std::vector<std::string> lines;
    for (const auto& [activity, given] : decisions.given_before)
        lines.push_back(fmt::format("{} gets a place at {}: who waited at {} {}, and the desk had a chair that no kiosk holds. That was decided by a "
                                    "publication that did not come to its end.", name_of(given.sign_up.person), topic_of(activity), given.kiosk,
                                    since_words(given.sign_up)));
    for (const auto& [activity, gift] : decisions.gifts)
        lines.push_back(fmt::format("{} gets a place at {}: number {} of those who wait, at {} {}, and the desk had a chair that no kiosk holds.",
                                    name_of(gift.sign_up.person), topic_of(activity), gift.place_in_order, gift.kiosk, since_words(gift.sign_up)));
    for (const auto& [activity, seated] : decisions.by_allotment)
        lines.push_back(fmt::format("{} gets a place at {}: number {} of those who wait, at {} {}, and the kiosk's allotment has room.",
                                    name_of(seated.sign_up.person), topic_of(activity), seated.place_in_order, seated.kiosk, since_words(seated.sign_up)));
    return lines;
}

std::string PublicationWords::line_of(const WaitingForChair& one) const
{
    const auto& [kiosk, sign_up] = one.waiting;
    return fmt::format("{} waits at {} for {} {}.", name_of(sign_up.person), kiosk, topic_of(one.activity), since_words(sign_up));
}

std::string PublicationWords::line_of(const DecidedPromise& one) const
{
    const auto& [kiosk, sign_up, is_told] = one.promise;
    if (is_told)
        return fmt::format("{} keeps the place at {}: {} has forgotten it, for its disk was put back, and its programme tells it again.",
                           name_of(sign_up.person), topic_of(one.activity), kiosk);
    return fmt::format("{} has a place at {} that {} has forgotten, for its disk was put back. The chair is kept, and is theirs where they sign up there again.",
                       name_of(sign_up.person), topic_of(one.activity), kiosk);
}

std::string PublicationWords::line_of(const Shortfall& shortfall) const
{
    const auto& [activity, kiosk, wanted, got, machines, held_by_gone, has_several_histories] = shortfall;
    if (machines > 1)
        return fmt::format("{0} was set up in {1} machines, which share its {2} chairs at {3}: each of them has {4} for now. Where only the last one that "
                           "exported still stands, say so: refectory-desk kiosk retire {0} --other-machines.", kiosk, machines, wanted, topic_of(activity), got);
    if (got + held_by_gone >= wanted)
        return fmt::format("{} has {} of the {} chairs at {}: the rest were promised, or may have been, by a machine of it that is gone, and those "
                           "places stand.", kiosk, got, wanted, topic_of(activity));
    if (has_several_histories)
        return fmt::format("{0} has {1} of the {2} chairs at {3} for now: its disk was put back more than once, or runs in two computers, and the rest may be held by "
                           "another of its histories. Where only the last one that exported still stands, say so: refectory-desk kiosk retire {0} --other-machines.",
                           kiosk, got, wanted, topic_of(activity));
    return fmt::format("{} has {} of the {} chairs at {} for now: the rest is held by other kiosks, or kept for what its disk has forgotten. "
                       "Publish again when the others have exported.", kiosk, got, wanted, topic_of(activity));
}

std::string PublicationWords::line_of(const DoubleAtActivity& one) const
{
    const auto& [kiosk, person, has_place_here] = one.sign_up;
    if (has_place_here)
        return fmt::format("{} has two places at {}, one of them at {}. Nobody loses a place by a decision here: ask which to cancel.", name_of(person),
                           topic_of(one.activity), kiosk);
    return fmt::format("{} waits at {} for {}, and was passed over: there is a place already.", name_of(person), kiosk, topic_of(one.activity));
}

Overlaps PublicationWords::overlaps_before(Instant now) const
{
    auto& database = desk_.store().database();
    const auto told = ToldFindings{database}.told(FindingKind::overlap);
    Overlaps overlaps;
    for (const auto& [person, time] : protected_times(database, now - a_year, now, SamePeople{desk_.store()}.one_person()))
        for (const auto& visit : time.visits) {
            if (visit.kiosks.size() < 2) continue;
            const auto kiosks = fmt::format("{}", fmt::join(visit.kiosks, " and "));
            const auto overlap = to_hex(sha256(bytes_of(fmt::format("{} {} {}", person.value, to_milliseconds(visit.in), kiosks))));
            overlaps.all.insert(overlap);
            if (told.contains(overlap)) continue;
            auto line = fmt::format("{} was in at {} at once on {}: the time is counted once", name_of(person), kiosks, iso_date(local_date(visit.in)));
            if (!visit.not_checked_out_at.empty())
                line += fmt::format(", and from {} until the check-out elsewhere. Where that visit ended before, an admin says so there",
                                    fmt::join(visit.not_checked_out_at, " and "));
            overlaps.new_lines.push_back(line + ".");
        }
    return overlaps;
}

std::vector<std::string> PublicationWords::lines_of(const Decisions& decisions) const
{
    auto lines = gifts_of(decisions);
    for (const auto& [one, other] : decisions.two_again)
        lines.push_back(fmt::format("{} and {} are two people again: same_person.csv does not say any more that they are one.", name_of(one), name_of(other)));
    if (!decisions.is_complete())
        lines.push_back(fmt::format("No chair was given out, and no kiosk has more chairs than before: this desk was restored, and of {} it is not known yet what is "
                                    "held there. Bring the kiosks this programme, collect from them, and publish again. Where one is gone for good, or a machine that "
                                    "its file set up, say so: refectory-desk kiosk retire.", fmt::join(decisions.not_heard_from, ", ")));
    for (const auto& [activity, what, people] : decisions.unsaid)
        lines.push_back(fmt::format(fmt::runtime(unsaid_words(what)), topic_of(activity), commands::counted(std::ssize(people), "person has", "people have")));
    for (const auto& [activity, places, capacity] : decisions.overfull)
        lines.push_back(fmt::format("{} has {}, and {} a place: every place stands. Find a larger room, or ask who gives a place up.", topic_of(activity),
                                    commands::counted(capacity, "chair"), commands::counted(places, "person has", "people have")));
    for (const auto& [activity, people] : decisions.unlisted)
        for (const auto& person : people)
            lines.push_back(fmt::format("{} is signed up for {} and is not in people.csv any more: that stands until it is cancelled at the kiosk.",
                                        name_of(person), topic_of(activity)));
    for (const auto& one : decisions.forgotten) lines.push_back(line_of(one));
    for (const auto& shortfall : decisions.is_complete() ? decisions.shortfalls : std::vector<Shortfall>{}) lines.push_back(line_of(shortfall));
    for (const auto& one : decisions.doubles) lines.push_back(line_of(one));
    return lines;
}

std::string PublicationWords::json_of(const Published& published, const Overlaps& overlaps) const
{
    const auto& decisions = published.decisions;
    Json json{{"serial", decisions.publication.serial}, {"files", Json::array()}, {"chairs_given", Json::array()}, {"seated_by_allotment", Json::array()},
              {"shortfalls", Json::array()}, {"double_sign_ups", Json::array()}, {"places_forgotten", Json::array()}, {"knows_what_kiosks_hold", decisions.is_complete()}, {"not_heard_from", decisions.not_heard_from},
              {"overlaps", overlaps.new_lines}, {"two_people_again", Json::array()}};
    for (const auto& file : published.files) json["files"].push_back({{"kiosk", file.kiosk}, {"file", file.path.string()}, {"fingerprint", file.fingerprint}});
    for (const auto& [activity, given] : decisions.given_before)
        json["chairs_given"].push_back({{"activity", activity.value}, {"kiosk", given.kiosk}, {"person", given.sign_up.person.value},
                                        {"sign_up", sign_up_text(given.sign_up.key)}, {"since", since_json(given.sign_up)}, {"decided_before", true}});
    for (const auto& gift : decisions.gifts) json["chairs_given"].push_back(described(gift));
    for (const auto& seated : decisions.by_allotment) json["seated_by_allotment"].push_back(described(seated));
    for (const auto& [one, other] : decisions.two_again) json["two_people_again"].push_back({one.value, other.value});
    json["unsaid"] = Json::array();
    for (const auto& [activity, what, people] : decisions.unsaid)
        json["unsaid"].push_back({{"activity", activity.value}, {"what", refectory::name_of(what)}, {"people", described(people)}});
    json["overfull"] = Json::array();
    for (const auto& [activity, places, capacity] : decisions.overfull)
        json["overfull"].push_back({{"activity", activity.value}, {"places", places}, {"capacity", capacity}});
    json["unlisted"] = Json::array();
    for (const auto& [activity, people] : decisions.unlisted) json["unlisted"].push_back({{"activity", activity.value}, {"people", described(people)}});
    for (const auto& one : decisions.shortfalls)
        json["shortfalls"].push_back({{"activity", one.activity.value}, {"kiosk", one.kiosk}, {"wanted", one.wanted}, {"got", one.got}, {"machines", one.machines}, {"has_several_histories", one.has_several_histories}});
    for (const auto& [activity, one] : decisions.forgotten)
        json["places_forgotten"].push_back({{"activity", activity.value}, {"kiosk", one.kiosk}, {"person", one.sign_up.person.value}, {"is_told", one.is_told}});
    for (const auto& one : decisions.doubles) json["double_sign_ups"].push_back(refectory::json_of(one));
    return json_line(json);
}

Result<> PublicationWords::were_said(const Published& published, const Overlaps& overlaps) const
{
    REFECTORY_TRY(ToldFindings{desk_.store().database()}.are_told(FindingKind::overlap, overlaps.all));
    return desk_.store().publications().told(published.decisions.publication.serial);
}

}
