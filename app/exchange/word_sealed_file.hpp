// A file that six words open: a kiosk's set-up, a desk's backup. Its bytes come and go in pieces, so it may be larger than memory.
//
//   a first line for each kind, the file's length (8 bytes, big-endian), a salt (16), secretstream's header (24),
//   chunks of 64 KiB under an argon2id key of the words, and a SHA-256 of all before it, which tells damage from wrong words.
#pragma once

#include "domain/bytes.hpp"
#include "domain/result.hpp"
#include "exchange/byte_sink.hpp"

#include <filesystem>
#include <span>

namespace refectory {

struct WordSealedKind {
    std::string_view first_line;  // with its end
    std::string_view name;        // "set-up file"
    std::string_view owned_name;  // "a kiosk's set-up file"
    std::string_view if_damaged;  // what to do then
};

// How many bytes they are is said before the first is given.
struct PlainBytes {
    std::uint64_t size = 0;
    std::function<Result<>(const ByteSink& sink)> produce;
};

// Nothing is overwritten.
Result<> write_word_sealed(const WordSealedKind& kind, const PlainBytes& plain, const std::filesystem::path& file,
                           std::span<const std::string> words, const Entropy& entropy);
// Before words are asked for: one of that kind, and whole.
Result<> expect_word_sealed(const WordSealedKind& kind, const std::filesystem::path& file);
// The words as they were typed: tidied here, and each may be its first four letters. That the file is whole is known before the
// first byte is handed on, that the words were right before each.
Result<> read_word_sealed(const WordSealedKind& kind, const std::filesystem::path& file, std::string_view typed, const ByteSink& plain);

}
