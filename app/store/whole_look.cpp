#include "store/whole_look.hpp"

#include "store/mending.hpp"

namespace refectory {

void WholeLook::begin()
{
    if (damage_.valid()) return;
    damage_ = std::async(std::launch::async | std::launch::deferred, [folder = data_folder_] {
        Backups backups{folder};
        return wants_mending(folder, backups);
    });
}

bool WholeLook::has_ended() const
{
    return damage_.valid() && damage_.wait_for(std::chrono::seconds{0}) != std::future_status::timeout;
}

bool WholeLook::finds_damage()
{
    begin();
    return damage_.get();
}

}
