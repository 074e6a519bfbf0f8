// The desk's program itself, run within a folder of a test's own at 9am on Tuesday 24 November 2026.
#pragma once

#include "desk_fixture.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/wait.h>

namespace refectory::test {

struct Ran {
    int code = -1;
    std::string said, complained;
};

struct Program {
    Program() { std::filesystem::create_directory(folder / "work"); }

    Ran run(const std::string& arguments, const std::string& now = "2026-11-24T09:00", const std::string& output = "../said",
            const std::string& desk = "../desk") const
    {
        const auto command = "cd '" + (folder / "work").string() + "' && '" + REFECTORY_BIN + "/refectory-desk' --now '" + now +
                             "' --desk " + desk + " " + arguments + " >" + output + " 2>../complained";
        const int status = std::system(command.c_str());
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, file_text(folder / "said"), file_text(folder / "complained")};
    }
    std::vector<std::string> files() const { return names_in(folder / "work"); }
    void begin_with_kiosks() const
    {
        REQUIRE(run("init").code == 0);
        REQUIRE(run("kiosk add MC-ADULTS --team 'Adults team' --organisation 'Medway Council' --site 'Gun Wharf' -o ../adults").code == 0);
        REQUIRE(run("kiosk add KC-HOSPITAL --team 'Hospital team' "
                    "--organisation 'Kent County Council' --site 'Priory House' -o ../hospital").code == 0);
    }

    Folder folder;
};

inline std::string six_words_in(const std::string& text)
{
    const auto from = text.find("\n\n    ") + 6;
    return text.substr(from, text.find('\n', from) - from);
}

inline std::int64_t number_in(const std::filesystem::path& database, const char* sql)
{
    return SQLite::Database{database.string(), SQLite::OPEN_READONLY}.execAndGet(sql).getInt64();
}

}
