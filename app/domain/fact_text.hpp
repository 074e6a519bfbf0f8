// What the hash of a fact is over, behind the hash of the fact before it: the spine, the table's name and the values, each with its
// type and length in front, so that no two rows have the same text.
#pragma once

#include "domain/fact_row.hpp"

namespace refectory {

Bytes fact_text(const Spine& spine, std::string_view table, std::span<const Value> values);
Digest hash_of(const Digest& before, ByteView text);

}
