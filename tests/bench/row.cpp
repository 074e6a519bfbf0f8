#include "bench/row.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace refectory::bench {

namespace {

double percentile(std::vector<double> values, double part)
{
    if (values.empty()) return 0;
    std::ranges::sort(values);
    const double at = part * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const auto above = std::min(below + 1, values.size() - 1);
    return std::lerp(values[below], values[above], at - static_cast<double>(below));
}

std::string number(double value)
{
    const double size = std::abs(value);
    if (size >= 100) return fmt::format("{:.0f}", value);
    if (size >= 10) return fmt::format("{:.1f}", value);
    if (size >= 1) return fmt::format("{:.2f}", value);
    return fmt::format("{:.3g}", value);
}

std::string cell(const Samples& samples, const std::string& unit)
{
    if (samples.empty()) return "-";
    const auto median = number(samples.median()) + " " + unit;
    if (samples.values.size() == 1) return median;
    return fmt::format("{} ({} to {})", median, number(samples.low()), number(samples.high()));
}

std::string ratio(const Row& row)
{
    if (row.ours.empty() || row.baseline.empty() || row.baseline.median() == 0) return "-";
    return number(row.ours.median() / row.baseline.median());
}

std::string outcome(const Row& row)
{
    if (row.ours.empty() || (!row.goal.empty() && !row.holds)) return "not measured";
    if (!row.holds) return "";
    return row.holds(row.ours.median(), row.baseline.median()) ? "met" : "missed";
}

nlohmann::json described(const Samples& samples)
{
    if (samples.empty()) return nullptr;
    return {{"median", samples.median()}, {"low", samples.low()}, {"high", samples.high()}, {"values", samples.values}};
}

}

double Samples::median() const { return percentile(values, 0.5); }
double Samples::low() const { return percentile(values, 0.1); }
double Samples::high() const { return percentile(values, 0.9); }

Row not_measured(std::string part, std::string what, std::string why)
{
    return {.part = std::move(part), .what = std::move(what), .unit = "", .against = std::move(why)};
}

std::string table(std::span<const Row> rows)
{
    std::string text = "| part | what | ours | baseline | ratio | goal | |\n| --- | --- | --- | --- | --- | --- | --- |\n";
    for (const auto& row : rows) {
        const auto baseline = cell(row.baseline, row.unit) + (row.against.empty() ? "" : ": ") + row.against;
        text += fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", row.part, row.what, cell(row.ours, row.unit), baseline, ratio(row), row.goal, outcome(row));
    }
    return text;
}

std::string json(std::span<const Row> rows)
{
    std::string text;
    for (const auto& row : rows) {
        const nlohmann::json object{{"part", row.part}, {"what", row.what}, {"unit", row.unit}, {"ours", described(row.ours)},
                                    {"baseline", described(row.baseline)}, {"against", row.against}, {"goal", row.goal}, {"outcome", outcome(row)}};
        text += object.dump() + "\n";
    }
    return text;
}

bool all_hold(std::span<const Row> rows)
{
    return std::ranges::all_of(rows, [](const Row& row) { return outcome(row) == "met" || outcome(row).empty(); });
}

}
