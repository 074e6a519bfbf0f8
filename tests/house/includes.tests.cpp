#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

const std::filesystem::path source = REFECTORY_SOURCE;

struct File {
    std::filesystem::path path;  // below the root
    std::string text;
};

std::vector<File> files_below(const std::string& folder)
{
    std::vector<File> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{source / folder}) {
        const auto extension = entry.path().extension();
        if (extension != ".cpp" && extension != ".hpp") continue;
        std::ifstream stream{entry.path()};
        files.push_back({std::filesystem::relative(entry.path(), source), {std::istreambuf_iterator<char>{stream}, {}}});
    }
    return files;
}

std::set<std::string> folders_included(const std::string& text)
{
    std::set<std::string> folders;
    const std::regex include{"#include \"([a-z]+)/"};
    for (auto at = std::sregex_iterator{text.begin(), text.end(), include}; at != std::sregex_iterator{}; ++at) folders.insert((*at)[1]);
    return folders;
}

}

TEST_CASE("each folder includes only those below it")
{
    const std::map<std::string, std::set<std::string>> may_include{
        {"app/domain", {"domain"}},
        {"app/store", {"domain", "store"}},
        {"app/exchange", {"domain", "store", "exchange"}},
        {"app/desk", {"domain", "store", "exchange", "desk"}},
        {"app/kiosk", {"domain", "store", "exchange", "kiosk"}},
        {"app/demonstration", {"domain", "store", "exchange", "desk", "kiosk", "demonstration"}},
        {"platform", {"platform"}},
    };
    for (const auto& [folder, allowed] : may_include) {
        for (const auto& file : files_below(folder)) {
            if (file.path.filename() == "main.cpp" || file.path.filename() == "volume_stick.hpp") continue;
            for (const auto& included : folders_included(file.text)) {
                INFO(file.path << " includes " << included);
                CHECK(allowed.contains(included));
            }
        }
    }
}

TEST_CASE("the domain knows no database, no drawing, no files and no clock")
{
    for (const auto& file : files_below("app/domain")) {
        for (const auto* foreign : {"SQLite", "sqlite3", "imgui", "<filesystem>", "<fstream>", "_clock::now", "time(nullptr)"}) {
            INFO(file.path << " has " << foreign);
            CHECK(file.text.find(foreign) == std::string::npos);
        }
    }
}

TEST_CASE("the screens know neither the store nor the clock and keep nothing")
{
    for (const auto& file : files_below("app/kiosk/screens")) {
        for (const auto* foreign : {"#include \"store/", "#include \"exchange/", "SQLite", "_clock::now", "\n    static "}) {
            INFO(file.path << " has " << foreign);
            CHECK(file.text.find(foreign) == std::string::npos);
        }
    }
}

TEST_CASE("every sentence of the screens is in the words file")
{
    const std::regex sentence{"\"[A-Za-z’']+ [A-Za-z’']+ [^\"]*\""};
    for (const auto& file : files_below("app/kiosk/screens")) {
        std::smatch found;
        INFO(file.path);
        CHECK_FALSE(std::regex_search(file.text, found, sentence));
    }
}

TEST_CASE("files are short and headers begin with what they do")
{
    for (const auto* folder : {"app", "platform"}) {
        for (const auto& file : files_below(folder)) {
            INFO(file.path);
            CHECK(std::count(file.text.begin(), file.text.end(), '\n') <= 400);
            if (file.path.extension() != ".hpp") continue;
            CHECK(file.text.starts_with("//"));
            CHECK(file.text.find("#pragma once") != std::string::npos);
        }
    }
}
