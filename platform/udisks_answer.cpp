#include "platform/udisks_answer.hpp"

#include "platform/systemd_library.hpp"

#include <utility>

namespace refectory::platform::udisks {

namespace {

// MountPoints: each is bytes that end with a 0.
std::vector<std::string> texts_in_bytes(sd_bus_message* message)
{
    std::vector<std::string> texts;
    if (systemd().sd_bus_message_enter_container(message, 'a', "ay") < 0) return texts;
    const void* bytes = nullptr;
    std::size_t size = 0;
    while (systemd().sd_bus_message_read_array(message, 'y', &bytes, &size) > 0) {
        const std::string_view text{static_cast<const char*>(bytes), size};
        texts.emplace_back(text.substr(0, text.find('\0')));
    }
    systemd().sd_bus_message_exit_container(message);
    return texts;
}

// Leaves the message behind the variant, whatever is in it.
std::optional<Value> read_variant(sd_bus_message* message)
{
    const char* contents = nullptr;
    char type = 0;
    if (systemd().sd_bus_message_peek_type(message, &type, &contents) <= 0 || type != 'v') return std::nullopt;
    const std::string_view holds = contents;
    std::optional<Value> value;
    if (holds != "b" && holds != "t" && holds != "s" && holds != "o" && holds != "aay") {
        systemd().sd_bus_message_skip(message, "v");
        return value;
    }
    systemd().sd_bus_message_enter_container(message, 'v', contents);
    if (holds == "b") {
        int is_true = 0;
        if (systemd().sd_bus_message_read_basic(message, 'b', &is_true) >= 0) value = is_true != 0;
    } else if (holds == "t") {
        std::uint64_t number = 0;
        if (systemd().sd_bus_message_read_basic(message, 't', &number) >= 0) value = number;
    } else if (holds == "aay") {
        value = texts_in_bytes(message);
    } else if (auto text = text_in(message, holds.front())) {
        value = std::move(*text);
    }
    systemd().sd_bus_message_exit_container(message);
    return value;
}

// A dictionary from texts of that type to whatever `read` makes of the value behind each.
template <class Read>
void read_dictionary(sd_bus_message* message, char key_type, const char* entry, Read read)
{
    const auto array = "{" + std::string{entry} + "}";
    if (systemd().sd_bus_message_enter_container(message, 'a', array.c_str()) <= 0) return;
    while (systemd().sd_bus_message_enter_container(message, 'e', entry) > 0) {
        if (auto key = text_in(message, key_type)) read(std::move(*key));
        systemd().sd_bus_message_exit_container(message);
    }
    systemd().sd_bus_message_exit_container(message);
}

Properties read_properties(sd_bus_message* message)
{
    Properties properties;
    read_dictionary(message, 's', "sv", [&](std::string name) {
        if (auto value = read_variant(message)) properties.emplace(std::move(name), std::move(*value));
    });
    return properties;
}

}

std::optional<std::string> text_in(sd_bus_message* message, char type)
{
    const char* text = nullptr;
    if (systemd().sd_bus_message_read_basic(message, type, &text) < 0 || !text) return std::nullopt;
    return text;
}

Objects read_objects(sd_bus_message* message)
{
    Objects objects;
    read_dictionary(message, 'o', "oa{sa{sv}}", [&](std::string path) {
        Interfaces interfaces;
        read_dictionary(message, 's', "sa{sv}", [&](std::string name) { interfaces.emplace(std::move(name), read_properties(message)); });
        objects.emplace(std::move(path), std::move(interfaces));
    });
    return objects;
}

}
