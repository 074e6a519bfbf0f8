#include "domain/pass.hpp"

#include "domain/base32.hpp"

#include <algorithm>
#include <cassert>

namespace refectory {

namespace {

constexpr std::uint8_t version = 1;
constexpr std::size_t body_size = 13;

void append(Bytes& bytes, std::uint64_t number, int size)
{
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) bytes.push_back(static_cast<std::uint8_t>(number >> shift));
}

std::uint32_t number_at(ByteView bytes, std::size_t from, std::size_t size)
{
    std::uint32_t number = 0;
    for (std::size_t i = from; i < from + size; ++i) number = (number << 8) | bytes[i];
    return number;
}

Date date_at(ByteView bytes, std::size_t from)
{
    return add_days(earliest_pass_day, static_cast<int>(number_at(bytes, from, 2)));
}

bool looks_like_ours(std::string_view text)
{
    return text.starts_with(pass_prefix);
}

}

std::string write_pass(const Pass& pass, const SecretKey& desk_key)
{
    assert(pass.person.value > 0 && pass.person.value < first_added_person);
    Bytes bytes{version};
    append(bytes, static_cast<std::uint64_t>(pass.person.value), 4);
    append(bytes, pass.number.value, 4);
    append(bytes, static_cast<std::uint64_t>(days_between(earliest_pass_day, pass.valid_from)), 2);
    append(bytes, static_cast<std::uint64_t>(days_between(earliest_pass_day, pass.valid_until)), 2);
    const auto signature = sign(bytes, desk_key);
    bytes.insert(bytes.end(), signature.begin(), signature.end());
    return std::string{pass_prefix} + to_base32(bytes);
}

PassReading read_pass(std::string_view scanned, const PublicKey& desk_key)
{
    if (!looks_like_ours(scanned)) return PassFault::not_ours;
    const auto bytes = from_base32(scanned.substr(pass_prefix.size()));
    Signature signature{};
    if (!bytes || bytes->size() != body_size + signature.size() || bytes->front() != version) return PassFault::damaged;
    const ByteView body{bytes->data(), body_size};
    std::ranges::copy(ByteView{*bytes}.subspan(body_size), signature.begin());
    if (!verify(body, signature, desk_key)) return PassFault::not_ours;
    return Pass{PersonId{number_at(body, 1, 4)}, PassNumber{number_at(body, 5, 4)}, date_at(body, 9), date_at(body, 11)};
}

PassDecision decide(const PassReading& reading, Date today, const FindHolder& find_holder)
{
    if (const auto* fault = std::get_if<PassFault>(&reading))
        return *fault == PassFault::damaged ? PassDecision::damaged : PassDecision::not_ours;
    const auto& pass = std::get<Pass>(reading);
    if (today < pass.valid_from) return PassDecision::not_yet_valid;
    if (today > pass.valid_until) return PassDecision::expired;
    const PassHolder holder = find_holder(pass);
    if (holder.withdrawn) return PassDecision::withdrawn;
    if (!holder.known) return PassDecision::unknown;
    if (holder.already_in) return PassDecision::already_in;
    return holder.expected_today ? PassDecision::good : PassDecision::not_expected;
}

}
