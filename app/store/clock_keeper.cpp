#include "store/clock_keeper.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace refectory {

ClockMemory ClockKeeper::recall()
{
    ClockMemory memory;
    SQLite::Statement kept{context_.handle(), "SELECT last_trusted, untrusted FROM clock_memory"};
    if (kept.executeStep()) {
        if (!kept.getColumn(0).isNull()) memory.last_trusted = from_milliseconds(kept.getColumn(0).getInt64());
        memory.untrusted = kept.getColumn(1).getInt() != 0;
    }
    SQLite::Statement programme{context_.handle(), "SELECT issued_at FROM programme"};
    if (programme.executeStep()) memory.programme_issued_at = from_milliseconds(programme.getColumn(0).getInt64());
    return memory;
}

Result<> ClockKeeper::keep(const ClockMemory& memory)
{
    return context_.commit([&] { return write(memory); });
}

Result<> ClockKeeper::confirmed(const ClockMemory& memory, Instant now)
{
    if (!context_.ledger) return failure("This kiosk has not been set up yet.");
    return context_.commit([&]() -> Result<> {
        context_.ledger->record(ClockConfirmed{}, now, ClockTrust::trusted);
        return write(memory);
    });
}

Result<> ClockKeeper::write(const ClockMemory& memory)
{
    SQLite::Statement insert{context_.handle(), "INSERT OR REPLACE INTO clock_memory VALUES (1, ?, ?)"};
    if (memory.last_trusted) insert.bind(1, to_milliseconds(*memory.last_trusted));
    else insert.bind(1);
    insert.bind(2, memory.untrusted ? 1 : 0);
    insert.exec();
    return {};
}

}
