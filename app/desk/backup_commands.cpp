#include "desk/command_words.hpp"
#include "desk/database_copy.hpp"
#include "desk/json_line.hpp"
#include "desk/restore.hpp"
#include "desk/written_files.hpp"
#include "exchange/setup_words.hpp"

#include <fmt/format.h>

namespace refectory::commands {

namespace {

using Json = nlohmann::ordered_json;

}

Result<> back_up(const Setting& setting, const std::filesystem::path& file)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    const auto words = make_setup_words(setting.entropy);
    WrittenFiles written;
    {
        REFECTORY_TRY_ASSIGN(const auto copy, DatabaseCopy::make(desk->store().database(), setting.desk));
        REFECTORY_TRY(write_backup({desk->identity().origin, setting.now}, {copy.path(), setting.desk / "desk.keys"}, file, words, setting.entropy));
    }
    written.add(file);
    const auto said = setting.say({fmt::format("The backup is {}. It was read back and is whole.\n\n"
                             "    {}\n\n"
                             "These six words open it. They are shown this once and kept nowhere: write them on paper now.\n"
                             "The backup holds the desk's keys and all names. Keep the file away from this computer and the paper away from the file.\n"
                             "Whom you erase later is still in it: then make a new backup, and destroy the older ones.\n",
                             file.string(), setup_phrase(words)),
                 json_line(Json{{"file", file.string()}, {"words", setup_phrase(words)}})});
    if (!said) return failure("The six words could not be written out, so no backup was kept. Run it again where they can be read.");
    written.keep();
    return {};
}

Result<> restore(const Setting& setting, const std::filesystem::path& file, const AskForWords& ask_for_words)
{
    REFECTORY_TRY_ASSIGN(const auto head, restore_desk(file, ask_for_words, setting.desk, setting.entropy, setting.now));
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    return setting.say({fmt::format("The desk is in {} again, as it was on {}. What was collected or decided after that is not in it.\n\n"
                             "If the desk's keys were changed after that day, first change them again: refectory-desk keys rotate. Then:\n\n"
                             "1. Do again what was done here since the backup: kiosks that were added or retired, passes that were made or withdrawn,\n"
                             "   and people who were erased. Their names are here again.\n"
                             "2. Collect from every kiosk, and publish to every kiosk: refectory-desk round STICK. The kiosks still have all that no\n"
                             "   receipt covers. Take the newest spreadsheets: they are in no backup.\n"
                             "3. Go round a second time. No chair is given before each kiosk has taken a new programme and sent a parcel after it.\n"
                             "4. Where the old desk's folder is still somewhere, do not use it any more.\n",
                             setting.desk.string(), moment_words(head.made_at)),
                 json_line(Json{{"desk", setting.desk.string()}, {"made_at", iso_instant(head.made_at)}, {"origin", desk->identity().origin.value},
                      {"after", head.desk.value}})});
}

}
