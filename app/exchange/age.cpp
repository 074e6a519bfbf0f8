#include "exchange/age.hpp"

#include "exchange/durable_file.hpp"
#include "exchange/found_files.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace refectory {

namespace {

constexpr std::string_view identity_prefix = "AGE-SECRET-KEY-1", recipient_prefix = "age1";
constexpr std::size_t key_letters = 58;  // bech32 of 32 bytes and its check

bool is_key(std::string_view text, std::string_view prefix, std::string_view letters)
{
    return text.size() == prefix.size() + key_letters && text.starts_with(prefix) &&
           text.find_first_not_of(letters, prefix.size()) == std::string_view::npos;
}

// A short text that the child reads from a pipe. It fits into the pipe's own memory, so nobody has to keep writing.
Result<Descriptor> pipe_with(std::string_view text)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return failure(sentence_of(errno));
    Descriptor reading{ends[0]};
    const Descriptor writing{ends[1]};
    if (::write(writing.number(), text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        return failure(sentence_of(errno));
    return reading;
}

std::string line_with(std::string_view text, std::string_view beginning)
{
    const auto from = text.find(beginning);
    if (from == std::string_view::npos) return {};
    return std::string{text.substr(from, text.find_first_of("\r\n", from) - from)};
}

constexpr const char* no_sealed_file = "This is not a sealed file, or its beginning is damaged.";

// Ours name the desk's keys, or one kiosk's. One that names many thousands would be tried by age for minutes. What ends before is
// told by age.
bool has_short_header(const Descriptor& sealed)
{
    std::array<char, 64 * 1024> beginning;
    const auto size = ::pread(sealed.number(), beginning.data(), beginning.size(), 0);
    const std::string_view read{beginning.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0))};
    return read.size() < beginning.size() || read.contains("\n---");
}

std::string opening_sentence(std::string_view complaint)
{
    if (complaint.find("input/output error") != std::string_view::npos) return sentence_of(EIO);  // first: it says so of a header as well
    if (complaint.find("no identity matched") != std::string_view::npos)
        return "This file was sealed for somebody else and cannot be opened here.";
    if (complaint.find("unexpected EOF") != std::string_view::npos)
        return "This file is not complete: its end is missing. Copy it again.";
    if (complaint.find("unexpected intro") != std::string_view::npos || complaint.find("parsing age header") != std::string_view::npos)
        return no_sealed_file;
    return "This file is damaged, or was changed on its way. Copy it again.";
}

}

bool is_age_identity(std::string_view text)
{
    return is_key(text, identity_prefix, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
}

bool are_age_identities(std::string_view text)
{
    while (true) {
        const auto end = text.find('\n');
        if (!is_age_identity(text.substr(0, end))) return false;
        if (end == std::string_view::npos) return true;
        text.remove_prefix(end + 1);
    }
}

bool is_age_recipient(std::string_view text)
{
    return is_key(text, recipient_prefix, "acdefghjklmnpqrstuvwxyz023456789");
}

Result<AgeKeys> make_age_keys()
{
    REFECTORY_TRY_ASSIGN(auto child, ChildProcess::start({"age-keygen"}));
    child.close_input();
    std::string said;
    std::array<char, 1024> piece;
    while (true) {
        REFECTORY_TRY_ASSIGN(const auto size, child.read(piece));
        if (size == 0) break;
        said.append(piece.data(), size);
    }
    AgeKeys keys{line_with(said, identity_prefix), line_with(said, recipient_prefix)};
    if (!child.wait() || !is_age_identity(keys.identity) || !is_age_recipient(keys.recipient))
        return failure("The program “age-keygen” made no keys.");
    return keys;
}

Result<AgeSealer> AgeSealer::start(const std::string& recipient)
{
    if (!is_age_recipient(recipient)) return failure("The key that this is to be sealed with is not one.");
    REFECTORY_TRY_ASSIGN(auto child, ChildProcess::start({"age", "--encrypt", "--recipient", recipient}));
    return AgeSealer{std::move(child)};
}

Result<> AgeSealer::write(std::string_view plain, const ByteSink& sealed)
{
    REFECTORY_TRY_ASSIGN(const bool taken, child_.write(plain, sealed));
    if (!taken) return failure("The program “age” stopped before everything was sealed.");
    return {};
}

Result<> AgeSealer::finish(const ByteSink& sealed)
{
    child_.close_input();
    std::array<char, 64 * 1024> piece;
    while (true) {
        REFECTORY_TRY_ASSIGN(const auto size, child_.read(piece));
        if (size == 0) break;
        REFECTORY_TRY(sealed({piece.data(), size}));
    }
    if (!child_.wait()) return failure("The program “age” could not seal this.");
    return {};
}

Result<AgeOpener> AgeOpener::open(const std::filesystem::path& file, const std::string& identities)
{
    REFECTORY_TRY_ASSIGN(auto sealed, open_found_file(file));
    return open(std::move(sealed), identities);
}

Result<AgeOpener> AgeOpener::open(ByteView sealed, const std::string& identities)
{
    Descriptor memory{::memfd_create("sealed", MFD_CLOEXEC)};
    if (!memory) return failure(sentence_of(errno));
    while (!sealed.empty()) {
        const auto size = ::write(memory.number(), sealed.data(), sealed.size());
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return failure(sentence_of(errno));
        sealed = sealed.subspan(static_cast<std::size_t>(size));
    }
    ::lseek(memory.number(), 0, SEEK_SET);
    return open(std::move(memory), identities);
}

Result<AgeOpener> AgeOpener::open(Descriptor sealed, const std::string& identities)
{
    if (!are_age_identities(identities)) return failure("The key that this is to be opened with is not one.");
    if (!has_short_header(sealed)) return failure(no_sealed_file);
    REFECTORY_TRY_ASSIGN(auto key, pipe_with(identities + "\n"));
    REFECTORY_TRY_ASSIGN(auto child, ChildProcess::start({"age", "--decrypt", "--identity", "/dev/fd/3"}, std::move(sealed),
                                                         std::move(key)));
    return AgeOpener{std::move(child)};
}

Result<std::size_t> AgeOpener::read(std::span<char> into)
{
    if (!at_end_) {
        REFECTORY_TRY_ASSIGN(const auto size, child_.read(into));
        if (size > 0) return size;
        at_end_ = true;
    }
    if (!child_.wait()) return failure(opening_sentence(child_.complaint()));
    return 0;
}

}
