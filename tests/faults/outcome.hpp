// The exit codes of somebody who signs up on a faulty disk.
#pragma once

namespace refectory::test::outcome {

inline constexpr int broken = 3;              // it could not begin
inline constexpr int saved = 10;              // and the disk never failed
inline constexpr int saved_all_the_same = 11; // though the disk failed on the way
inline constexpr int not_saved = 12;

}
