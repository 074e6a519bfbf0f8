#include "store/damage_search.hpp"

#include "store/database.hpp"

namespace refectory {

void DamageSearch::begin()
{
    if (found_.valid()) return;
    std::promise<bool> found;
    found_ = found.get_future().share();
    worker_ = std::jthread{[file = database_, found = std::move(found)](const std::stop_token& stop) mutable { found.set_value(Database::has_damage(file, stop)); }};
}

bool DamageSearch::is_over()
{
    begin();
    return found_.wait_for(std::chrono::seconds{0}) == std::future_status::ready;
}

bool DamageSearch::has_found_any()
{
    begin();
    return found_.get();
}

}
