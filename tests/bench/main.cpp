// Measures what Refectory costs beside what one would use instead, and prints one table.
#include "bench/alone.hpp"
#include "bench/parts.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>

namespace refectory::bench {

namespace {

struct Part {
    const char* name;
    std::vector<Row> (*measure)(const Bench&);
};

constexpr std::array parts{
    Part{"start", start},     Part{"tap", tap},     Part{"memory", memory},          Part{"rest", rest},               Part{"size", size},
    Part{"sign-up", sign_up}, Part{"views", views}, Part{"export", export_to_stick}, Part{"collect", collect_parcels}, Part{"pass", pass},
};

bool is_wanted(const Part& part, const std::vector<std::string>& names)
{
    return names.empty() || std::ranges::find(names, part.name) != names.end();
}

// Whatever ends a part early stands in its row.
std::vector<Row> measured(const Part& part, const Bench& bench)
{
    fmt::print(stderr, "Measuring {}\n", part.name);
    try {
        return part.measure(bench);
    } catch (const std::exception& exception) {
        return {not_measured(part.name, "", exception.what())};
    }
}

}

int run(int argc, char** argv)
{
    if (sodium_init() < 0) return 1;
    Bench bench;
    bench.bin = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    bench.scratch = bench.bin.parent_path() / "scratch";
    bool as_json = false;
    std::vector<std::string> names, alone;
    CLI::App app{"Measures Refectory beside what one would use instead."};
    app.add_flag("--json", as_json, "an object a row, a line each");
    app.add_option("--repeats", bench.repeats, "how often each thing is measured; without it each part knows best")->check(CLI::PositiveNumber);
    app.add_option("--facts", bench.facts, "how many there are where the parts are about many")->check(CLI::Range(10'000, 100'000'000));
    app.add_option("--scratch", bench.scratch, "a folder on the disk that is measured");
    app.add_option("--alone", alone)->group("")->expected(1, -1);
    app.add_option("parts", names, "their names; all without any")->check([](const std::string& name) {
        return std::ranges::find(parts, name, &Part::name) == parts.end() ? "there is no part " + name : std::string{};
    });
    CLI11_PARSE(app, argc, argv);
    if (!alone.empty()) return run_alone(alone);

    std::filesystem::create_directories(bench.scratch);
    std::vector<Row> rows;
    for (const auto& part : parts) {
        if (!is_wanted(part, names)) continue;
        const auto more = measured(part, bench);
        rows.insert(rows.end(), more.begin(), more.end());
    }
    fmt::print("{}", as_json ? json(rows) : table(rows));
    return all_hold(rows) ? 0 : 1;
}

}

int main(int argc, char** argv)
{
    return refectory::bench::run(argc, argv);
}
