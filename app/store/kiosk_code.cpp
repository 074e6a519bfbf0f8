#include "store/kiosk_code.hpp"

#include "store/prepared.hpp"

namespace refectory {

Result<std::optional<std::string>> kiosk_code_in(const std::filesystem::path& folder)
{
    std::optional<std::string> code;
    std::error_code error;
    const auto file = folder / "kiosk.db";
    if (!std::filesystem::exists(file, error) && !error) return code;
    REFECTORY_TRY(guarded([&]() -> Result<> {
        const auto database = Database::as_it_is(file, SQLite::OPEN_READONLY, kiosk_patience);
        Prepared query{*database, "SELECT code FROM setup"};
        if (query.executeStep()) code = query.getColumn(0).getString();
        return {};
    }));
    return code;
}

}
