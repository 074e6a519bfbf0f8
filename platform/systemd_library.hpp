// libsystemd, by which the system's bus is spoken to and the machine is told that the kiosk lives: it is loaded when there is first
// something to say, so that nobody waits for it at the start. Its functions keep their names.
#pragma once

#include <systemd/sd-bus.h>
#include <systemd/sd-daemon.h>

namespace refectory::platform {

#define REFECTORY_SYSTEMD_FUNCTIONS(each)                                                                                                     \
    each(sd_bus_add_match_async) each(sd_bus_call) each(sd_bus_call_method) each(sd_bus_close_unref) each(sd_bus_error_free)                   \
    each(sd_bus_is_ready) each(sd_bus_message_append) each(sd_bus_message_close_container) each(sd_bus_message_enter_container)                \
    each(sd_bus_message_exit_container) each(sd_bus_message_new_method_call) each(sd_bus_message_open_container)                               \
    each(sd_bus_message_peek_type) each(sd_bus_message_read_array) each(sd_bus_message_read_basic) each(sd_bus_message_set_auto_start)         \
    each(sd_bus_message_set_expect_reply) each(sd_bus_message_skip) each(sd_bus_message_unref) each(sd_bus_open_system) each(sd_bus_process)   \
    each(sd_bus_send) each(sd_bus_set_method_call_timeout) each(sd_bus_wait) each(sd_notify)

struct SystemdLibrary {
#define REFECTORY_MEMBER(name) decltype(&::name) name = nullptr;
    REFECTORY_SYSTEMD_FUNCTIONS(REFECTORY_MEMBER)
#undef REFECTORY_MEMBER
};

// Nothing where this machine has none. Otherwise the one that is loaded then, for as long as the program runs.
const SystemdLibrary* systemd_library();

// For whoever has a bus, a message or an error already: those came out of it.
inline const SystemdLibrary& systemd() { return *systemd_library(); }

}
