// A kiosk's disk that is put back to an earlier moment: the database alone, so that the mark beside it is newer, or all of it.
#pragma once

#include "circle.hpp"

namespace refectory::test {

class DiskPutBack {
public:
    explicit DiskPutBack(Circle& circle) : circle_(circle)
    {
        circle_.adults.reset();
        std::filesystem::copy(data_, kept_, std::filesystem::copy_options::recursive);
        reopen();
    }
    void put_back_with_its_mark()
    {
        std::filesystem::copy(kept_ / "mark", data_ / "mark", std::filesystem::copy_options::overwrite_existing);
        put_back();
    }
    void put_back()
    {
        circle_.adults.reset();
        for (const auto* file : {"kiosk.db", "kiosk.db-wal", "kiosk.db-shm"}) std::filesystem::remove(data_ / file);
        std::filesystem::copy(kept_ / "kiosk.db", data_ / "kiosk.db");
        reopen();
    }
    // The desk has heard of it.
    void forget_place_of(std::int64_t person)
    {
        Circle::sign_up(*circle_.adults, person, 2);
        circle_.export_of(*circle_.adults);
        circle_.round();
        put_back();
    }
    nlohmann::json exchange()
    {
        const auto now = morning + std::chrono::hours{++hour_};
        circle_.export_of(*circle_.adults, now);
        auto said = circle_.round();
        CHECK(circle_.import(*circle_.adults, now) == "(no error)");
        return said["published"];
    }

private:
    void reopen() { circle_.adults = KioskStore::open(data_, seeded(static_cast<std::uint64_t>(++times_)), morning).value(); }

    Circle& circle_;
    std::filesystem::path data_ = circle_.program.folder / "MC-ADULTS", kept_ = circle_.program.folder / "kept";
    int hour_ = 0, times_ = 96;
};

}
