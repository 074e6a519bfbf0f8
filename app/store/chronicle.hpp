// What the machine's journal may hold of the facts: the kiosk's own doings, a sentence each. It knows no person, no activity and
// no words: the sentences are made of numbers and of the tables' own closed lists.
#pragma once

#include "store/store_context.hpp"

#include <string>
#include <vector>

namespace refectory {

class Chronicle {
public:
    explicit Chronicle(StoreContext& context) : context_(context) {}

    // What was recorded since the last call; the first one says where the facts stand. Nothing where the disk fails: the next call
    // goes on from there.
    std::vector<std::string> news();

private:
    std::vector<std::string> where_the_facts_stand() const;

    StoreContext& context_;
    FactKey told_;
};

}
