#include "bench/history.hpp"
#include "bench/parts.hpp"
#include "bench/timing.hpp"

#include <fstream>
#include <regex>
#include <sstream>

namespace refectory::bench {

namespace {

const std::filesystem::path source = REFECTORY_SOURCE;

// What its Debian package names besides the libraries that it is linked to.
std::vector<std::string> packages_of_the_kiosk()
{
    std::ostringstream control;
    control << std::ifstream{source / "platform/debian/control"}.rdbuf();
    std::smatch found;
    const auto text = control.str();
    if (!std::regex_search(text, found, std::regex{"Package: refectory-kiosk\n[^]*?Depends: ([^]*?)\n[A-Z]"})) return {};
    std::vector<std::string> packages;
    const auto depends = found[1].str();
    const std::regex package{"(^|[ ,\n])([a-z][a-z0-9.+-]+)(?=[, \n(]|$)"};
    for (auto at = std::sregex_iterator{depends.begin(), depends.end(), package}; at != std::sregex_iterator{}; ++at) packages.push_back((*at)[2]);
    return packages;
}

double mebibytes_added(const Bench& bench, std::vector<std::string> of)
{
    of.insert(of.begin(), {(source / "tests/bench/installed_size").string(), (bench.scratch / "size").string()});
    return std::stod(run_program(of).said) / 1024;
}

}

std::vector<Row> size(const Bench& bench)
{
    std::vector<std::string> kiosk{"--program", (bench.bin / "refectory-kiosk").string()};
    for (auto& package : packages_of_the_kiosk()) kiosk.push_back(std::move(package));
    return {{.part = "size", .what = "installed with all dependencies, beyond a bare Debian with xserver-xorg and xinit, without what is only recommended", .unit = "MiB",
             .ours = {{mebibytes_added(bench, std::move(kiosk))}}, .baseline = {{mebibytes_added(bench, {"chromium"})}},
             .against = "Debian's package chromium, without fonts", .goal = "a fifth",
             .holds = [](double ours, double baseline) { return ours <= baseline / 5; }}};
}

}
