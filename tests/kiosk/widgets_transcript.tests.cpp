#include "kiosk/widgets/transcript.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace refectory::ui;

namespace {

Element element(ElementRole role, std::string words, bool enabled = true)
{
    return {role, std::move(words), {0, 0, 10, 10}, false, enabled};
}

}

TEST_CASE("the transcript shows any part of what the page says")
{
    Transcript transcript;
    transcript.add(element(ElementRole::heading, "You have a place"));
    CHECK(transcript.shows("have a"));
    CHECK_FALSE(transcript.shows("waiting"));
}

TEST_CASE("what can be tapped is found by its words then by their beginning then by a part")
{
    Transcript transcript;
    transcript.add(element(ElementRole::text, "Sign up"));
    transcript.add(element(ElementRole::button, "Please sign up"));
    transcript.add(element(ElementRole::button, "Sign up now"));
    transcript.add(element(ElementRole::button, "Sign up for later"));
    CHECK(transcript.find_to_tap("Sign up for later")->words == "Sign up for later");
    CHECK(transcript.find_to_tap("Sign")->words == "Sign up now");
    CHECK(transcript.find_to_tap("sign")->words == "Please sign up");
    CHECK(transcript.find_to_tap("Cancel") == nullptr);
}

TEST_CASE("a key is found by all of its words only")
{
    Transcript transcript;
    transcript.add(element(ElementRole::key, "Continue"));
    transcript.add(element(ElementRole::key, "C"));
    CHECK(transcript.find_to_tap("Continue")->words == "Continue");
    CHECK(transcript.find_to_tap("Cont") == nullptr);
}

TEST_CASE("what is not enabled cannot be tapped and says so")
{
    Transcript transcript;
    transcript.add(element(ElementRole::button, "Continue", false));
    CHECK(transcript.find_to_tap("Continue") == nullptr);
    CHECK(transcript.text() == "> Continue (not now)\n");
}
