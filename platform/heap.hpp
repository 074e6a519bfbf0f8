// How the C library keeps what the program gives back to it.
#pragma once

namespace refectory::platform {

// For a program that runs for months: large blocks go back to the system as soon as they are free, and all threads share one heap.
// To be called before anything else; a library that knows no such settings goes on as it was.
void keep_heap_small();

}
