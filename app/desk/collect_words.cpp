#include "desk/collect_words.hpp"

#include "desk/command_words.hpp"
#include "desk/finding_json.hpp"
#include "store/desk_status.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace refectory {

namespace {

using Json = nlohmann::ordered_json;
using commands::counted;
using commands::moment_words;

std::string words_of(const ParcelTaken& taken)
{
    const auto& merged = taken.merged;
    auto words = fmt::format("{} and {} are new. Parcel {} of {}, written on {} {}.", counted(merged.facts, "fact"), counted(merged.answers, "answer"),
                             taken.header.number, taken.header.kiosk, moment_words(taken.header.written_at), clock_of(taken.header));
    if (merged.conflicts > 0)
        words += fmt::format(" {} came under a number that another fact has: both are kept.", counted(merged.conflicts, "fact"));
    return words;
}
std::string words_of(const ParcelKnown&) { return "there is nothing in it that is not here already."; }
std::string words_of(const ParcelRefused& refused) { return (refused.is_known ? "refused as before. " : "refused. ") + refused.sentence; }

std::string line_of(const CollectedFile& file)
{
    return fmt::format("{}: {}", shown_name(file.file.filename()), std::visit([](const auto& outcome) { return words_of(outcome); }, file.outcome));
}

Json json_of(const CollectedFile& collected)
{
    Json file{{"file", shown_name(collected.file)}};
    if (const auto* refused = std::get_if<ParcelRefused>(&collected.outcome)) {
        file["outcome"] = "refused";
        file["reason"] = refused->sentence;
        file["as_before"] = refused->is_known;
    } else if (const auto* taken = std::get_if<ParcelTaken>(&collected.outcome)) {
        file["outcome"] = "new";
        file["kiosk"] = taken->header.kiosk;
        file["parcel"] = taken->header.number;
        file["facts"] = taken->merged.facts;
        file["answers"] = taken->merged.answers;
        file["known"] = taken->merged.known;
        file["conflicts"] = taken->merged.conflicts;
    } else {
        file["outcome"] = "known";
    }
    return file;
}

std::string text_of(const Gap& gap) { return fmt::format("gap {} {} {}", gap.origin.value, gap.from, gap.up_to); }
std::string text_of(const Fork& fork) { return fmt::format("fork {} {}", fork.origin.value, fork.facts); }
std::string text_of(const Restart& restart) { return fmt::format("restart {} {} {}{}", restart.origin.value, restart.is_set_up_again, restart.others_are_gone, restart.is_one_of_several ? " of several" : ""); }

}

std::string clock_of(const ParcelHeader& header)
{
    return header.clock == ClockTrust::trusted ? "by its clock" : "by its clock, which it does not trust";
}

std::string words_of(const Gap& gap, const std::string& kiosk)
{
    return fmt::format("{}: facts {} to {} of {} are missing, from {} to {}. A parcel was lost: the kiosk sends them again until they are here.", kiosk, gap.from,
                       gap.up_to, gap.origin.value, moment_words(gap.after), moment_words(gap.before));
}

std::string words_of(const Fork& fork, const std::string& kiosk)
{
    return fmt::format("{}: {} of {} were recorded twice, with different words. A disk was put back, or copied: both are kept; see that only one kiosk runs "
                       "under this code.", kiosk, counted(fork.facts, "fact"), fork.origin.value);
}

std::string words_of(const Restart& restart, const std::string& kiosk)
{
    if (restart.others_are_gone)
        return fmt::format("{}: it was set up a second time, at {}, and no other of its machines stands, as was said. Places at others stand as "
                           "far as they reached this desk, though this one does not show them: person show does. Whoever waited there signs up again.", kiosk, moment_words(restart.at));
    if (restart.is_set_up_again)
        return fmt::format("{0}: it was set up a second time, at {1}: in another machine, or anew after one broke. Where both stand, switch one off; "
                           "when the other has exported, say: refectory-desk kiosk retire {0} --other-machines. Places at either stand as far as they reached this "
                           "desk, though each shows its own alone: person show has them.", kiosk, moment_words(restart.at));
    const auto put_back = fmt::format("{}: its disk was put back to an earlier day, or copied, before {}. Whoever signed up there in between may have to sign up again: "
                                      "what reached this desk stands in person show.", kiosk, moment_words(restart.at));
    if (!restart.is_one_of_several) return put_back;
    return fmt::format("{} It has several histories by now: as long as two computers may run with its disk, this desk keeps the chairs of both. Where only the last "
                       "one that exported still runs, say: refectory-desk kiosk retire {} --other-machines.", put_back, kiosk);
}

CollectWords::CollectWords(const CollectReport& report, DeskStore& store) : report_(report), told_(store.database())
{
    const auto told = told_.told(FindingKind::history);
    for (const auto& kiosk : store.kiosks().all()) {
        const auto& code = kiosk.place.code;
        auto& [gaps, gaps_known_before, forks, restarts] = findings_[code];
        const auto is_new = [&](const auto& finding) {
            all_findings_.insert(text_of(finding));
            return !told.contains(text_of(finding));
        };
        std::ranges::partition_copy(gaps_of(store.database(), code), std::back_inserter(gaps), std::back_inserter(gaps_known_before), is_new);
        std::ranges::copy_if(forks_of(store.database(), code), std::back_inserter(forks), is_new);
        std::ranges::copy_if(restarts_of(store.database(), code), std::back_inserter(restarts), is_new);
    }
    for (const auto& file : report.files) {
        if (const auto* taken = std::get_if<ParcelTaken>(&file.outcome)) {
            ++new_;
            facts_ += taken->merged.facts;
            answers_ += taken->merged.answers;
        } else if (const auto* refused = std::get_if<ParcelRefused>(&file.outcome)) {
            ++(refused->is_known ? refused_before_ : refused_);
        } else {
            ++known_;
        }
    }
}

std::string CollectWords::sum() const
{
    if (report_.files.empty()) return "No parcel was there.";
    return fmt::format("{}: {} with something new, {} known, {} refused{}.", counted(std::ssize(report_.files), "parcel"), new_, known_, refused_,
                       refused_before_ > 0 ? fmt::format(", {} refused as before", refused_before_) : "");
}

std::vector<std::string> CollectWords::findings() const
{
    std::vector<std::string> lines;
    for (const auto& [kiosk, found] : findings_) {
        for (const auto& gap : found.gaps) lines.push_back(words_of(gap, kiosk));
        for (const auto& fork : found.forks) lines.push_back(words_of(fork, kiosk));
        for (const auto& restart : found.restarts) lines.push_back(words_of(restart, kiosk));
    }
    if (report_.spare_pages_wait)
        lines.push_back("Names were erased, but the desk’s file could not be rewritten, so they still stand in pages that it does not use: another program reads it, or "
                        "the disk is full. See to that, and collect again.");
    return lines;
}

std::vector<std::string> CollectWords::refused_files() const
{
    std::vector<std::string> lines;
    for (const auto& file : report_.files)
        if (std::holds_alternative<ParcelRefused>(file.outcome)) lines.push_back(line_of(file));
    return lines;
}

std::vector<std::string> CollectWords::gaps_known_before() const
{
    std::vector<std::string> lines;
    for (const auto& [kiosk, found] : findings_)
        for (const auto& gap : found.gaps_known_before) lines.push_back(words_of(gap, kiosk));
    return lines;
}

std::string CollectWords::everything() const
{
    std::string said;
    for (const auto& collected : report_.files) said += line_of(collected) + "\n";
    for (const auto& line : findings()) said += line + "\n";
    return said + sum() + "\n";
}

std::string CollectWords::json() const
{
    Json json{{"files", Json::array()}, {"new", new_}, {"known", known_}, {"refused", refused_}, {"refused_as_before", refused_before_}, {"facts", facts_}, {"answers", answers_},
              {"gaps", Json::array()}, {"gaps_known_before", Json::array()}, {"forks", Json::array()}, {"disks_put_back", Json::array()}};
    for (const auto& file : report_.files) json["files"].push_back(json_of(file));
    for (const auto& [kiosk, found] : findings_) {
        const auto add = [&](const char* what, const auto& finding) {
            Json of_kiosk{{"kiosk", kiosk}};
            of_kiosk.update(json_of(finding));
            json[what].push_back(std::move(of_kiosk));
        };
        for (const auto& gap : found.gaps) add("gaps", gap);
        for (const auto& gap : found.gaps_known_before) add("gaps_known_before", gap);
        for (const auto& fork : found.forks) add("forks", fork);
        for (const auto& restart : found.restarts) add("disks_put_back", restart);
    }
    json["file_rewritten"] = !report_.spare_pages_wait;
    return json_line(json);
}

Result<> CollectWords::were_said()
{
    return told_.are_told(FindingKind::history, all_findings_);
}

}
