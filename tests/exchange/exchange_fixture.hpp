// What the tests of the exchange share: a folder that goes away, seeded randomness, keys, random programmes.
#pragma once

#include "domain/programme.hpp"
#include "domain/signature.hpp"
#include "exchange/age.hpp"
#include "support/folder.hpp"
#include "support/randomness.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <random>

namespace refectory {

using test::file_text;
using test::Folder;
using test::seeded;

inline void put_text(const std::filesystem::path& file, std::string_view text)
{
    std::ofstream stream{file, std::ios::binary};
    stream << text;
}

// Made once a test program: each costs a child process.
inline const AgeKeys& our_age_keys()
{
    static const auto keys = make_age_keys().value();
    return keys;
}
inline const AgeKeys& other_age_keys()
{
    static const auto keys = make_age_keys().value();
    return keys;
}

template <class T>
std::string sentence(const Result<T>& result)
{
    return result ? std::string{"(no error)"} : result.error().sentence;
}

// Seals bytes with the program itself, for what our own writers would never write.
inline std::string sealed_by_age(std::string_view plain, const std::string& recipient = our_age_keys().recipient)
{
    std::string sealed;
    const auto take = [&](std::string_view bytes) -> Result<> {
        sealed += bytes;
        return {};
    };
    auto sealer = AgeSealer::start(recipient);
    REQUIRE(sealer);
    REQUIRE(sealer->write(plain, take));
    REQUIRE(sealer->finish(take));
    return sealed;
}

inline int run_shell(const std::string& command) { return std::system(command.c_str()); }

}
