// The exit codes of who signs up, or opens a store, on a faulty disk.
#pragma once

namespace refectory::test::outcome {

inline constexpr int broken = 3;              // it could not begin
inline constexpr int saved = 10;              // and the disk never failed
inline constexpr int saved_all_the_same = 11; // though the disk failed on the way
inline constexpr int not_saved = 12;
inline constexpr int opened = 20;
inline constexpr int not_opened = 21;

}
