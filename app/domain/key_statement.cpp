#include "domain/key_statement.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace refectory {

namespace {

std::string signed_text(const KeyStatement& statement)
{
    return fmt::format("refectory keys\n{}\n{}\n{}\n", statement.number, to_hex(statement.signing_key), statement.recipient);
}

bool read_hex(std::string_view text, std::span<std::uint8_t> into)
{
    return text.size() == 2 * into.size() && from_hex(text, into);
}

}

KeyStatement make_key_statement(std::int64_t number, const PublicKey& signing_key, std::string recipient, const SecretKey& recovery_key)
{
    KeyStatement statement{number, signing_key, std::move(recipient), {}};
    statement.signature = sign(bytes_of(signed_text(statement)), recovery_key);
    return statement;
}

bool is_signed_by(const KeyStatement& statement, const PublicKey& recovery_key)
{
    return verify(bytes_of(signed_text(statement)), statement.signature, recovery_key);
}

bool is_to_follow(const KeyStatement& statement, const Recovery& recovery)
{
    return recovery.key && statement.number > recovery.followed && is_signed_by(statement, *recovery.key);
}

std::string write_key_statement(const KeyStatement& statement)
{
    return fmt::format("{} {} {} {}", statement.number, to_hex(statement.signing_key), statement.recipient, to_hex(statement.signature));
}

std::optional<KeyStatement> read_key_statement(std::string_view line)
{
    std::array<std::string_view, 4> words;
    for (auto& word : words) {
        const auto end = std::min(line.find(' '), line.size());
        word = line.substr(0, end);
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    KeyStatement statement;
    const auto* const digits_end = words[0].data() + words[0].size();
    const auto number = std::from_chars(words[0].data(), digits_end, statement.number);
    statement.recipient = words[2];
    if (!line.empty() || number.ec != std::errc{} || number.ptr != digits_end || statement.number < 1 ||
        !read_hex(words[1], statement.signing_key) || !read_hex(words[3], statement.signature))
        return std::nullopt;
    return statement;
}

}
