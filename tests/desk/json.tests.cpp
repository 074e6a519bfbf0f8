// What the desk's program says to another program.
#include "circle.hpp"

using namespace refectory;
using namespace refectory::test;

TEST_CASE("every command says what it did as JSON, an object a line")
{
    Circle circle;
    Circle::sign_up(*circle.adults, 2, 1);
    circle.export_of(*circle.adults);
    const auto parcel = "../stick/" + names_in(circle.stick).front();
    REQUIRE(parcel.ends_with(".txt"));
    const auto sealed = parcel.substr(0, parcel.size() - 4) + ".zip.age";
    const auto words = [&](const std::string& of) { return nlohmann::json::parse(circle.program.run(of, "2026-11-24T09:00", "../said", "../other").said); };
    const auto recovery = words("--json init")["recovery_words"].get<std::string>(), opens = words("--json backup ../whole")["words"].get<std::string>();
    put(circle.program.folder / "recovery", recovery + "\n");
    put(circle.program.folder / "opens", opens + "\n");
    const auto says = [&](const std::string& command, const std::string& desk = "../desk") {
        const auto ran = circle.program.run("--json " + command, "2026-11-24T09:00", "../said", desk);
        INFO(command << "\n" << ran.said << ran.complained);
        CHECK(ran.code == 0);
        CHECK_FALSE(ran.said.empty());
        for (std::size_t from = 0; from < ran.said.size();) {
            const auto end = ran.said.find('\n', from);
            REQUIRE(end != std::string::npos);
            CHECK((nlohmann::json::accept(ran.said.substr(from, end - from)) && ran.said[from] == '{'));
            from = end + 1;
        }
    };
    for (const auto* command : {"kiosk add EX-TRA --team a --organisation b --site c -o ../extra", "kiosk retire EX-TRA", "programme check ../programme",
                                "programme publish ../programme -o ../out", "pass make 1 -o ../pass", "pass withdraw 1", "passes ../programme -o ../sheet.pdf",
                                "codes", "collect ../stick", "round ../stick --programme ../programme", "visits", "status", "person show 2", "person erase 2",
                                "backup ../another"})
        says(command);
    says("inspect --rows " + sealed);
    says("keys rotate <../recovery", "../other");
    says("restore ../whole <../opens", "../restored");
}
