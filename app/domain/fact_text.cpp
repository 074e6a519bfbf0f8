#include "domain/fact_text.hpp"

namespace refectory {

namespace {

void append_number(Bytes& bytes, std::int64_t number)
{
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(static_cast<std::uint64_t>(number) >> shift));
}

void append_value(Bytes& bytes, const Value& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        bytes.push_back('i');
        append_number(bytes, *number);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        bytes.push_back('t');
        append_number(bytes, static_cast<std::int64_t>(text->size()));
        bytes.insert(bytes.end(), text->begin(), text->end());
    } else {
        bytes.push_back('n');
    }
}

}

Bytes fact_text(const Spine& spine, std::string_view table, std::span<const Value> values)
{
    Bytes text;
    append_value(text, spine.key.origin.value);
    append_value(text, spine.key.seq);
    append_value(text, to_milliseconds(spine.at));
    append_value(text, to_milliseconds(spine.order_at));
    append_value(text, std::int64_t{spine.clock == ClockTrust::trusted});
    append_value(text, std::string{table});
    for (const auto& value : values) append_value(text, value);
    return text;
}

Digest hash_of(const Digest& before, ByteView text)
{
    RunningDigest digest;
    digest.add(before);
    digest.add(text);
    return digest.finish();
}

}
