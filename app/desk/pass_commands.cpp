#include "desk/commands.hpp"
#include "desk/desk.hpp"
#include "desk/written_files.hpp"
#include "exchange/durable_file.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cerrno>

namespace refectory::commands {

namespace {

using Json = nlohmann::ordered_json;

constexpr int pass_days = 90;
constexpr int pixels_a_module = 12;

std::filesystem::path with_ending(std::filesystem::path file, const char* ending)
{
    file += ending;
    return file;
}

Result<Date> date_of(const std::string& word, Date today, Date otherwise)
{
    if (word.empty()) return otherwise;
    const auto date = parse_date(word, today);
    if (!date) return failure(fmt::format("“{}” is not a date. Write it as 2026-11-24 or 24/11/2026.", word));
    return *date;
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

}

Result<> make_pass(const Setting& setting, const NewPass& wanted, const WritePicture& write_png)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    const auto today = local_date(setting.now);
    REFECTORY_TRY_ASSIGN(const auto from, date_of(wanted.from, today, today));
    REFECTORY_TRY_ASSIGN(const auto until, date_of(wanted.until, today, add_days(from, pass_days)));
    const auto png = with_ending(wanted.file, ".png"), svg = with_ending(wanted.file, ".svg");
    REFECTORY_TRY(expect_free(png));
    REFECTORY_TRY(expect_free(svg));
    REFECTORY_TRY_ASSIGN(const auto made, desk->make_pass(wanted.person, from, until, setting.now));
    WrittenFiles written;
    written.add(png);
    REFECTORY_TRY(write_png(draw_pass(made.text, pixels_a_module), png));
    REFECTORY_TRY(write_text(svg, svg_of_pass(made.text)));
    written.keep();
    setting.say({fmt::format("Pass {} for person {}, from {} to {}.\n{}\n\n"
                             "{} is for a phone, {} for printing. Give them to the academic alone: whoever shows the pass is let in.\n",
                             made.pass.number.value, made.pass.person.value, iso_date(from), iso_date(until), made.text, png.string(), svg.string()),
                 Json{{"pass", made.pass.number.value}, {"person", made.pass.person.value}, {"from", iso_date(from)},
                      {"until", iso_date(until)}, {"text", made.text}, {"files", {png.string(), svg.string()}}}.dump()});
    return {};
}

Result<> withdraw_pass(const Setting& setting, PassNumber pass)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    REFECTORY_TRY(desk->withdraw_pass(pass, setting.now));
    setting.say({fmt::format("Pass {} is withdrawn. The kiosks refuse it once they have the next programme that you publish.\n", pass.value),
                 Json{{"pass", pass.value}, {"withdrawn", true}}.dump()});
    return {};
}

}
