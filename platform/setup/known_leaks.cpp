// For builds with sanitizers alone: what is in memory at the end and is no leak. Fontconfig keeps its patterns by offsets, not by
// pointers, and for as long as the program runs; the leak detector follows pointers.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_options();

extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }
extern "C" const char* __lsan_default_options() { return "print_suppressions=0"; }
