#include "desk/command_words.hpp"
#include "desk/json_line.hpp"

#include <fmt/format.h>

namespace refectory::commands {

namespace {

using Json = nlohmann::ordered_json;

}

Result<> change_keys(const Setting& setting, const AskForWords& ask_for_words)
{
    REFECTORY_TRY_ASSIGN(const auto desk, Desk::open(setting.desk, setting.entropy, setting.now));
    REFECTORY_TRY(desk->change_keys(ask_for_words, setting.now));
    return setting.say({"The desk has new keys. Every kiosk believes the old ones until it has the next programme, so do this today:\n\n"
                 "1. Publish, and carry the programme to every kiosk: refectory-desk programme publish DIR -o STICK. What the kiosks send\n"
                 "   before they have it can still be collected.\n"
                 "2. Make all passes anew and hand them out: refectory-desk passes DIR -o FILE.pdf. Those that were made before today, and\n"
                 "   their letters, are worth nothing at a kiosk once it has that programme.\n"
                 "3. Make a new backup, and destroy the older ones: they hold the old keys.\n\n"
                 "The recovery words stay as they are: put them back in their safe place.\n",
                 json_line(Json{{"changed", true}})});
}

}
