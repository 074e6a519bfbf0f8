#include "desk/pass_picture.hpp"
#include "desk_fixture.hpp"
#include "platform/qr_reader.hpp"

#include <png.h>

using namespace refectory;
using namespace refectory::test;

namespace {

PassCard okafors_pass()
{
    const auto today = local_date(morning);
    const Pass pass{PersonId{1}, PassNumber{7}, today, add_days(today, 90)};
    return {"Dr Amara Okafor", "University of Kent", pass, write_pass(pass, make_key_pair(seeded(1)).secret_key), "BCDFGHJK"};
}

platform::Picture picture_of(const PassCard& pass)
{
    const auto png = draw_pass_picture(pass);
    INFO(sentence(png));
    REQUIRE(png);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    REQUIRE(png_image_begin_read_from_memory(&image, png->data(), png->size()) != 0);
    image.format = PNG_FORMAT_RGBA;
    platform::Picture picture{static_cast<int>(image.width), static_cast<int>(image.height), std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image))};
    REQUIRE(png_image_finish_read(&image, nullptr, picture.rgba.data(), 0, nullptr) != 0);
    return picture;
}

int height_with(const std::function<void(PassCard&)>& change)
{
    auto pass = okafors_pass();
    change(pass);
    return picture_of(pass).height;
}

}

TEST_CASE("a pass on a phone reads back as it was written, whatever the name")
{
    for (const auto* name : {"Dr Amara Okafor", "", "陈伟玲 博士", "Professor Maximiliana Featherstonehaugh-Cholmondeley of Somewhere Far Away"}) {
        auto pass = okafors_pass();
        pass.name = name;
        const auto picture = picture_of(pass);
        CHECK(platform::read_qr(picture) == pass.text);
        CHECK(picture.height > picture.width);
    }
}

TEST_CASE("a pass on a phone says whose it is, and what can be typed instead")
{
    const int whole = height_with([](PassCard&) {});
    CHECK(whole > height_with([](PassCard& pass) { pass.name.clear(); }));
    CHECK(whole > height_with([](PassCard& pass) { pass.organisation.clear(); }));
    CHECK(whole > height_with([](PassCard& pass) { pass.letters.clear(); }));
    CHECK(picture_of(okafors_pass()).rgba == picture_of(okafors_pass()).rgba);
    auto of_another = okafors_pass();
    of_another.name = "Dr Amara Okafur";
    CHECK(picture_of(of_another).rgba != picture_of(okafors_pass()).rgba);
}
