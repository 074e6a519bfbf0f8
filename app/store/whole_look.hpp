// The look at every page of a kiosk's databases that opening them by their beginning leaves for later, beside whatever else is done. Until it
// has ended well nothing is done that would take good copies, or the signs of damage, away.
#pragma once

#include <filesystem>
#include <future>

namespace refectory {

class WholeLook {
public:
    explicit WholeLook(std::filesystem::path data_folder) : data_folder_(std::move(data_folder)) {}

    void begin();  // once; on a worker, or, where the machine gives no more, when it is asked for
    bool has_ended() const;
    bool finds_damage();  // waits for its end

private:
    std::filesystem::path data_folder_;
    std::shared_future<bool> damage_;
};

}
