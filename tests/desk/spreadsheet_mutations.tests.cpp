#include "desk/programme_warnings.hpp"
#include "exchange/mutator.hpp"
#include "exchange/programme_check.hpp"
#include "programme_copy.hpp"

using namespace refectory;
using namespace refectory::test;

namespace {

constexpr unsigned many = 3000, few = 100;

// What a hostile or a broken stick might hold in a spreadsheet's place.
std::string hostile(Mutator& random)
{
    static constexpr std::string_view pieces[] = {",", ";", "\t", "\"", "\r", "\n", " ", "1", "activity", "person", "words", "\xC3", "\xE9", "\x81", "\xED\xA0\x80", "\xFF\xFE", "PK"};
    std::string bytes;
    for (auto size = random.below(400); size > 0; --size)
        if (random.below(3) == 0) bytes += static_cast<char>(random.below(256));
        else bytes += pieces[random.below(std::size(pieces))];
    return bytes;
}

// A programme that every kiosk could take, or faults that a person can read.
bool check_reading(const std::filesystem::path& folder)
{
    const auto read = read_programme_folder(folder, today);
    if (!read) {
        REQUIRE_FALSE(read.error().empty());
        REQUIRE(is_utf8(words_of(read.error())));
        for (const auto& fault : read.error()) REQUIRE((fault.line >= 1 && fault.file.ends_with(".csv") && !fault.sentence.empty()));
        return false;
    }
    REQUIRE(is_utf8(words_of(warnings_of(*read, {}, today))));
    const auto programme = programme_for(*read, {Origin{"DESK.AAAA"}, 1, start_of_day(today), "MC-ADULTS", "Adults team", "Medway Council", "Gun Wharf"});
    const auto well = check(programme);
    INFO((well ? std::string{} : well.error().sentence));
    REQUIRE(well);
    return true;
}

// One spreadsheet after another mutated, or something else in its place.
void check_mutations(unsigned seed, unsigned rounds)
{
    Mutator mutate{seed};
    const ProgrammeCopy copy;
    copy.put("same_person.csv", "person,same_as\n10,4294967296\n");
    const auto names = names_in(copy.path);
    unsigned read = 0;
    for (unsigned i = 0; i < rounds; ++i) {
        const auto& name = names[mutate.below(names.size())];
        const auto original = copy.text(name);
        const auto text = mutate.below(8) == 0 ? hostile(mutate) : mutate(original);
        CAPTURE(i, name, text);
        copy.put(name, text);
        read += check_reading(copy.path) ? 1U : 0U;
        copy.put(name, original);
    }
    CHECK(read > rounds / 10);
    CHECK(read < rounds);
}

}

TEST_CASE("a folder with a spreadsheet that was mutated is a programme or faults")
{
    check_mutations(11, few);
}

TEST_CASE("a folder is a programme or faults whatever mutations its spreadsheets went through", "[heavy]")
{
    check_mutations(12, many);
}
