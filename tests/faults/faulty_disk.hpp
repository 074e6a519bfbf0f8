// What the library of a faulty disk offers to the program that it was loaded into (LD_PRELOAD).
#pragma once

namespace refectory::test {

// From now on, the n-th call that writes to a file or flushes one fails with this error, and where `lasting` is not 0 all
// that come after it as well. n counts from 1.
using ArmFaults = void (*)(int n, int error, int lasting);
// Whether the n-th call has come.
using FaultsCame = int (*)();

// From now on the first 4096 bytes of this file cannot be read. 0, or -1 where it is not there.
using SpoilFirstSector = int (*)(const char* file);

inline constexpr const char* arm_faults = "refectory_arm_faults";
inline constexpr const char* faults_came = "refectory_faults_came";
inline constexpr const char* spoil_first_sector = "refectory_spoil_first_sector";

}
