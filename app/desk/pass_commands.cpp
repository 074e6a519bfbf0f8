#include "desk/command_words.hpp"
#include "desk/desk.hpp"
#include "desk/json_line.hpp"
#include "desk/pass_code.hpp"
#include "desk/pass_picture.hpp"
#include "desk/pass_sheet.hpp"
#include "desk/written_files.hpp"
#include "exchange/durable_file.hpp"
#include "store/erasures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <optional>

namespace refectory::commands {

namespace {

using Json = nlohmann::ordered_json;

constexpr int pass_days = 90;
constexpr std::string_view letters_wait = "A pass can be scanned from now on. The kiosks know its letters once they have the next programme that you publish.\n";

std::filesystem::path with_ending(std::filesystem::path file, const char* ending)
{
    file += ending;
    return file;
}

Result<> write_text(const std::filesystem::path& path, std::string_view text)
{
    REFECTORY_TRY_ASSIGN(auto file, DurableFile::create(path));
    REFECTORY_TRY(file.write(text));
    return file.commit();
}

// Looked at before the pass is made, so that no number is lost to a slip of the pen.
Result<> expect_free(const std::filesystem::path& file)
{
    const auto folder = file.parent_path().empty() ? std::filesystem::path{"."} : file.parent_path();
    if (!std::filesystem::is_directory(folder)) return failure(sentence_of(ENOENT));
    if (std::filesystem::exists(file)) return failure(sentence_of(EEXIST));
    return {};
}

// As far as the newest publication's folder can be read: what is wrong in it is told where it is published. Of whoever was erased, and of
// a number that nobody can have, the desk itself says what there is to say.
Result<std::optional<Person>> academic_in_programme(Desk& desk, PersonId person, Date today)
{
    if (person.value < 1 || person.value >= first_added_person || Erasures{desk.store()}.when(person)) return std::nullopt;
    const auto folder = desk.store().publications().folder();
    const auto read = read_programme_folder(folder, today);
    if (!read) return std::nullopt;
    const auto found = std::ranges::find(read->all.people, person, &Person::id);
    if (found != read->all.people.end() && found->role == Role::academic) return *found;
    return failure(fmt::format("Person {} is no academic in {}, and a pass is for one. Correct the number, or write them there first.",
                               person.value, (folder / "people.csv").string()));
}

PassCard card_of(const std::optional<Person>& academic, MadePass made)
{
    return {academic ? academic->name : "", academic ? academic->organisation : "", made.pass, std::move(made.text), std::move(made.letters)};
}

Result<> write_picture(const PassCard& pass, const std::filesystem::path& file)
{
    REFECTORY_TRY_ASSIGN(const auto png, draw_pass_picture(pass));
    return write_text(file, png);
}

Result<std::vector<Person>> academics_of(const std::filesystem::path& programme, Date today)
{
    auto read = read_programme_folder(programme, today);
    if (!read) return failure(words_of(read.error()) + "Mend the folder first: no pass was made.");
    std::erase_if(read->all.people, [](const Person& person) { return person.role != Role::academic; });
    if (read->all.people.empty()) return failure("There is no academic in people.csv, so there is nobody to make a pass for.");
    return std::move(read->all.people);
}

Result<std::vector<PassCard>> passes_of(Desk& desk, const std::vector<Person>& academics, Date from, Date until, Instant now)
{
    std::vector<PersonId> people;
    for (const auto& person : academics) people.push_back(person.id);
    REFECTORY_TRY_ASSIGN(auto made, desk.passes_for(people, from, until, now));
    std::vector<PassCard> passes;
    for (std::size_t i = 0; i < made.size(); ++i)
        passes.push_back(card_of(academics[i], std::move(made[i])));
    return passes;
}

std::filesystem::path picture_of(const PassCard& pass, const std::filesystem::path& folder)
{
    return folder / fmt::format("pass-{}.png", pass.pass.number.value);
}

Result<> write_pictures(const std::vector<PassCard>& passes, const std::filesystem::path& folder, WrittenFiles& written)
{
    if (folder.empty()) return {};
    REFECTORY_TRY(written.make_folder(folder));
    for (const auto& pass : passes) REFECTORY_TRY(expect_free(picture_of(pass, folder)));
    for (const auto& pass : passes) {
        written.add(picture_of(pass, folder));
        REFECTORY_TRY(write_picture(pass, picture_of(pass, folder)));
    }
    return {};
}

Said said_of(const std::vector<PassCard>& passes, const NewPasses& wanted)
{
    const auto& first = passes.front().pass;
    auto words = fmt::format("Passes from {} to {}:\n", iso_date(first.valid_from), iso_date(first.valid_until));
    auto list = Json::array();
    for (const auto& pass : passes) {
        words += fmt::format("Pass {:<5} {}  {}\n", pass.pass.number.value, in_two_groups(pass.letters), pass.name);
        list.push_back({{"pass", pass.pass.number.value}, {"person", pass.pass.person.value}, {"name", pass.name}, {"text", pass.text}, {"letters", pass.letters}});
        if (!wanted.pictures.empty()) list.back()["picture"] = picture_of(pass, wanted.pictures).string();
    }
    if (!wanted.sheet.empty()) words += fmt::format("{} is for printing on A4, at its full size. Cut along the marks.\n", wanted.sheet.string());
    if (!wanted.pictures.empty()) words += fmt::format("The pictures in {} are for phones; each has the number of its pass.\n", wanted.pictures.string());
    words += "Give each to its academic alone: whoever shows the pass, or types its letters, is let in.\n";
    words += letters_wait;
    Json json{{"from", iso_date(first.valid_from)}, {"until", iso_date(first.valid_until)}};
    if (!wanted.sheet.empty()) json["file"] = wanted.sheet.string();
    json["passes"] = std::move(list);
    return {std::move(words), json_line(json)};
}

}

Result<> make_pass(const Setting& setting, const NewPass& wanted)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    const auto today = local_date(setting.now);
    REFECTORY_TRY_ASSIGN(const auto from, date_of(wanted.from, today, today));
    REFECTORY_TRY_ASSIGN(const auto until, date_of(wanted.until, today, add_days(from, pass_days)));
    const auto png = with_ending(wanted.file, ".png"), svg = with_ending(wanted.file, ".svg");
    REFECTORY_TRY(expect_free(png));
    REFECTORY_TRY(expect_free(svg));
    REFECTORY_TRY_ASSIGN(const auto found, academic_in_programme(*desk, wanted.person, today));
    REFECTORY_TRY_ASSIGN(const auto made, desk->make_pass(wanted.person, from, until, setting.now));
    WrittenFiles written;
    written.add(png);
    REFECTORY_TRY(write_picture(card_of(found, made), png));
    REFECTORY_TRY(write_text(svg, svg_of_pass(made.text)));
    written.keep();
    return setting.say({fmt::format("Pass {} for person {}, from {} to {}.\n{}\nWhere it cannot be scanned, its letters are typed: {}\n\n"
                             "{} is for a phone, {} for printing. Give them to the academic alone: whoever shows the pass, or types its\n"
                             "letters, is let in.\n{}",
                             made.pass.number.value, made.pass.person.value, iso_date(from), iso_date(until), made.text,
                             in_two_groups(made.letters), png.string(), svg.string(), letters_wait),
                 json_line(Json{{"pass", made.pass.number.value}, {"person", made.pass.person.value}, {"from", iso_date(from)},
                      {"until", iso_date(until)}, {"text", made.text}, {"letters", made.letters}, {"files", {png.string(), svg.string()}}})});
}

Result<> make_passes(const Setting& setting, const NewPasses& wanted)
{
    if (wanted.sheet.empty() && wanted.pictures.empty())
        return failure("Say what to write: a sheet to cut with -o FILE.pdf, a picture of each pass with --png FOLDER, or both.");
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    const auto today = local_date(setting.now);
    REFECTORY_TRY_ASSIGN(const auto from, date_of(wanted.from, today, today));
    REFECTORY_TRY_ASSIGN(const auto until, date_of(wanted.until, today, add_days(from, pass_days)));
    REFECTORY_TRY_ASSIGN(const auto academics, academics_of(wanted.programme, today));
    if (!wanted.sheet.empty()) REFECTORY_TRY(expect_free(wanted.sheet));
    REFECTORY_TRY_ASSIGN(const auto passes, passes_of(*desk, academics, from, until, setting.now));
    WrittenFiles written;
    REFECTORY_TRY(write_pictures(passes, wanted.pictures, written));
    if (!wanted.sheet.empty()) {
        REFECTORY_TRY_ASSIGN(const auto sheet, draw_pass_sheet(passes, setting.now));
        REFECTORY_TRY(write_text(wanted.sheet, sheet));
    }
    written.keep();
    return setting.say(said_of(passes, wanted));
}

Result<> withdraw_pass(const Setting& setting, PassNumber pass)
{
    if (pass.value == 0) return failure("That is not a pass's number. It stands beside the pass on its sheet, and in what pass make said.");
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    REFECTORY_TRY(desk->withdraw_pass(pass, setting.now));
    return setting.say({fmt::format("Pass {} is withdrawn. The kiosks refuse it once they have the next programme that you publish.\n", pass.value),
                 json_line(Json{{"pass", pass.value}, {"withdrawn", true}})});
}

}
