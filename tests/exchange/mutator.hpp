// Turns valid input into nearly valid input: flips, cuts, repeats, splices. Seeded, so that what it found can be found again.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <string_view>

namespace refectory {

class Mutator {
public:
    explicit Mutator(unsigned seed) : random_(seed) {}

    std::string operator()(std::string text)
    {
        for (auto changes = 1 + below(4); changes > 0; --changes) change(text);
        return text;
    }
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : std::uniform_int_distribution<std::size_t>{0, limit - 1}(random_); }

private:
    void change(std::string& text)
    {
        static constexpr std::string_view pieces[] = {",", ";", "\"", "\r", "\n", "\r\n", "'", "=", "0", "-1", "9223372036854775808", "\xFF", "\xEF\xBB\xBF",
                                                      "{", "}", "[", "null", "\\u0000", "1e9", "true", "../", "PK\x01\x02", "é", " "};
        const auto at = below(text.size() + 1);
        const auto size = below(std::min<std::size_t>(text.size() - at, 40) + 1);
        switch (below(8)) {
        case 0:
        case 1:
            if (at < text.size()) text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
            break;
        case 2:
            if (at < text.size()) text[at] = static_cast<char>(below(256));
            break;
        case 3: text.erase(at, size); break;
        case 4: text.insert(below(text.size() + 1), text.substr(at, size)); break;
        case 5: text.insert(at, pieces[below(std::size(pieces))]); break;
        case 6: text.replace(at, size, text.substr(below(text.size() + 1), size)); break;
        default:
            if (below(4) == 0) text.resize(at);
            break;
        }
    }

    std::mt19937 random_;
};

}
