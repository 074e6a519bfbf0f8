// The desk's program. So far it checks a coordinator's programme folder.
#include "desk/demonstration.hpp"
#include "desk/programme_folder.hpp"
#include "platform/clocks.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>

using namespace refectory;

namespace {

int check_programme(const std::string& folder)
{
    const auto read = read_programme_folder(folder, local_date(platform::wall_now()));
    if (!read) {
        fmt::print(stderr, "{}{} to mend. Nothing can be published from this folder yet.\n", words_of(read.error()),
                   read.error().size() == 1 ? "1 fault" : fmt::format("{} faults", read.error().size()));
        return 1;
    }
    fmt::print("{} activities and {} people, and no fault.\n", read->all.activities.size(), read->all.people.size());
    return 0;
}

}

int main(int argc, char** argv)
{
    CLI::App app{"The desk of Refectory"};
    app.set_version_flag("--version", "refectory-desk " REFECTORY_VERSION);
    app.require_subcommand(1);
    std::string folder;
    auto* programme = app.add_subcommand("programme", "Programmes for the kiosks")->require_subcommand(1);
    auto* check = programme->add_subcommand("check", "Read a programme folder and list every fault in it");
    check->add_option("DIR", folder, "the folder of spreadsheets")->required();
    CLI11_PARSE(app, argc, argv);
    return check_programme(folder);
}
