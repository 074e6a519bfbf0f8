// What the tests of the exchange share: a folder that goes away, seeded randomness, keys, random programmes.
#pragma once

#include "domain/programme.hpp"
#include "domain/signature.hpp"
#include "exchange/age.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <random>

namespace refectory {

class Folder {
public:
    Folder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "refectory-exchange-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    std::vector<std::string> names() const
    {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator{path_}) names.push_back(entry.path().filename().string());
        return names;
    }

private:
    std::filesystem::path path_;
};

inline Entropy seeded(std::uint64_t seed)
{
    auto engine = std::make_shared<std::mt19937_64>(seed);
    return [engine](std::span<std::uint8_t> bytes) {
        for (auto& byte : bytes) byte = static_cast<std::uint8_t>((*engine)());
    };
}

inline std::string file_text(const std::filesystem::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

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
    auto sealer = AgeSealer::start(recipient, [&](std::string_view bytes) -> Result<> {
        sealed += bytes;
        return {};
    });
    REQUIRE(sealer);
    REQUIRE(sealer->write(plain));
    REQUIRE(sealer->finish());
    return sealed;
}

inline int run_shell(const std::string& command) { return std::system(command.c_str()); }

}
