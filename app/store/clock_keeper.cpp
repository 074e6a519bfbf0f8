#include "store/clock_keeper.hpp"

#include "store/row_writer.hpp"

namespace refectory {

ClockMemory ClockKeeper::recall()
{
    ClockMemory memory;
    Prepared kept{*context_.database, "SELECT last_trusted, untrusted FROM clock_memory"};
    if (kept.executeStep()) {
        if (!kept.getColumn(0).isNull()) memory.last_trusted = from_milliseconds(kept.getColumn(0).getInt64());
        memory.untrusted = kept.getColumn(1).getInt() != 0;
    }
    Prepared programme{*context_.database, "SELECT issued_at FROM programme"};
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
    RowWriter{*context_.database, "INSERT OR REPLACE INTO clock_memory VALUES (1, ?, ?)"}.row(memory.last_trusted, memory.untrusted);
    return {};
}

}
