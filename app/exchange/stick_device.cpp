#include "exchange/stick_device.hpp"

namespace refectory {

Error error_of(StickFault fault)
{
    switch (fault) {
    case StickFault::no_service:
        return {"This machine’s service for sticks does not answer. Wait a minute and try again; if it stays so, restart the kiosk."};
    case StickFault::pulled_out: return {"The stick was pulled out too early. Put it back in and try again."};
    case StickFault::in_use: return {"Something else on this machine has the stick open. Take it out, put it back in and try again."};
    case StickFault::not_allowed: return {"This kiosk is not allowed to open sticks. Whoever set it up has to install its rules."};
    case StickFault::not_ours: return {"This stick belongs to another system. Use one with FAT or exFAT, as sticks come from the shop."};
    case StickFault::unreadable: return {"The stick cannot be opened: what is on it is damaged. Use another one."};
    case StickFault::lies: return {"The stick gave back something else than was written to it. It is faulty: throw it away and use another one."};
    }
    return {};
}

std::expected<std::filesystem::path, StickFault> FolderStick::open(StickAccess)
{
    if (!is_there()) return std::unexpected(StickFault::pulled_out);
    return folder_;
}

bool FolderStick::is_there()
{
    std::error_code error;
    return std::filesystem::is_directory(folder_, error);
}

}
