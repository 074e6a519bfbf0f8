// Seals and opens with the `age` program. Plain bytes and secret keys pass through pipes alone: never a file, never a
// command line. Only keys of age's own kind (X25519) are taken: no passphrases, no plug-ins, no SSH keys.
#pragma once

#include "domain/bytes.hpp"
#include "domain/result.hpp"
#include "exchange/byte_sink.hpp"
#include "exchange/child_process.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace refectory {

struct AgeKeys {
    std::string identity;   // AGE-SECRET-KEY-1...: opens
    std::string recipient;  // age1...: seals
};

Result<AgeKeys> make_age_keys();
bool is_age_identity(std::string_view text);
bool are_age_identities(std::string_view text);  // at least one, one a line
bool is_age_recipient(std::string_view text);

// Takes plain bytes and hands the sealed ones to a sink, the same each time. Only after finish() are they whole. The program takes a
// while to start: whoever starts it before there is anything to seal waits less.
class AgeSealer {
public:
    static Result<AgeSealer> start(const std::string& recipient);

    Result<> write(std::string_view plain, const ByteSink& sealed);
    Result<> finish(const ByteSink& sealed);

private:
    explicit AgeSealer(ChildProcess child) : child_(std::move(child)) {}

    ChildProcess child_;
};

// Hands out the plain bytes of a sealed file. What it has handed out was not tampered with, but only the 0 at the end says
// that the file was whole. It opens with any of the identities, one a line.
class AgeOpener {
public:
    static Result<AgeOpener> open(const std::filesystem::path& file, const std::string& identities);
    static Result<AgeOpener> open(ByteView sealed, const std::string& identities);

    Result<std::size_t> read(std::span<char> into);

private:
    explicit AgeOpener(ChildProcess child) : child_(std::move(child)) {}
    static Result<AgeOpener> open(Descriptor sealed, const std::string& identities);

    ChildProcess child_;
    bool at_end_ = false;
};

}
