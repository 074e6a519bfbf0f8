// What is wrong in a programme folder, and where: for the coordinator who keeps it.
#pragma once

#include <string>
#include <vector>

namespace refectory {

struct Fault {
    std::string file;
    int line = 0;        // from 1; 0 where no line of it is meant, but all
    std::string column;
    std::string sentence;  // what is wrong, and what to do
};

std::string words_of(const std::vector<Fault>& faults);  // a line each: file:line: column: sentence

}
