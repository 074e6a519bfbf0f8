#include "desk_in_test.hpp"
#include "exchange/durable_file.hpp"
#include "random_history.hpp"

#include <sys/wait.h>

#include <csignal>

using namespace refectory;

namespace {

using Paths = std::vector<std::filesystem::path>;

// Some of the history's parcels, collected in one order, and then in others: doubled, split over several calls, with halves
// of files among them.
void check_orders(unsigned seed, int orders)
{
    const Folder folder, cut;
    std::mt19937 random{seed + 1};
    Paths files;
    for (const auto& parcel : RandomHistory{seed}.make()) files.push_back(written(parcel, folder.path()));
    std::ranges::shuffle(files, random);
    if (seed % 3 != 0) files.resize(files.size() - random() % (files.size() / 2));
    DeskInTest first;
    for (std::size_t i = 0; const auto& file : first.collect(files).files) {
        CAPTURE(seed, i++);
        CHECK_FALSE(std::holds_alternative<ParcelRefused>(file.outcome));
    }
    const auto says = first.says();
    for (int i = 0; i < orders; ++i) {
        CAPTURE(seed, i);
        auto order = files;
        for (auto doubled = random() % 4; doubled > 0; --doubled) order.push_back(files[random() % files.size()]);
        const auto half = cut / "half";
        const auto whole = file_text(files[random() % files.size()]);
        put_text(half, std::string_view{whole}.substr(0, random() % whole.size()));
        order.push_back(half);
        std::ranges::shuffle(order, random);
        DeskInTest desk;
        const auto middle = order.begin() + static_cast<std::ptrdiff_t>(random() % order.size());
        desk.collect({order.begin(), middle});
        desk.collect({middle, order.end()});
        REQUIRE(desk.says() == says);
    }
}

// Collects in a process of its own, which is killed when so many rows have been read.
void collect_and_be_killed(const std::filesystem::path& database, const std::filesystem::path& parcel, int rows_before)
{
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const auto desk = Database::open(database, Database::Kind::desk).value();
        Collection collection{*desk};
        auto sink = sink_into(collection);
        int rows = 0;
        sink.fact = [&, inner = sink.fact](const FactTable& table, const FactRow& row) {
            if (rows++ == rows_before) ::kill(::getpid(), SIGKILL);
            return inner(table, row);
        };
        (void)in_transaction(*desk, [&]() -> Result<> {
            collection.begin();
            REFECTORY_TRY_ASSIGN(const auto header, read_parcel(parcel, our_age_keys().identity, key_of, sink));
            REFECTORY_TRY(collection.finish(record_of(header, digest_of_file(parcel).value(), noon)));
            ::kill(::getpid(), SIGKILL);
            return {};
        });
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(WIFSIGNALED(status));
}

}

TEST_CASE("Parcels collected in any order, any number of times and any part of them give one database")
{
    for (unsigned seed = 0; seed < 5; ++seed) check_orders(seed, 2);
}

TEST_CASE("Parcels of long random histories collected in any order give one database", "[heavy]")
{
    for (unsigned seed = 100; seed < 130; ++seed) check_orders(seed, 6);
}

TEST_CASE("A desk that is killed while it collects has nothing of the parcel and takes it afterwards")
{
    const Folder folder;
    MadeOrigin made{Origin{"MC-ADULTS.AAAA"}};
    for (int i = 0; i < 300; ++i) made.add(SignUp{ActivityId{"LUNCH-1"}, PersonId{i + 1}});
    const auto parcel = written(parcel_of(made), folder.path());
    our_age_keys();
    for (const int rows : {0, 1, 150, 299, 300}) {
        Folder desk_folder;
        const auto file = desk_folder / "desk.db";
        collect_and_be_killed(file, parcel, rows);
        const auto desk = Database::open(file, Database::Kind::desk).value();
        CHECK(Holdings{*desk}.in_all().facts == 0);
        const auto report = collect(*desk, our_age_keys().identity, key_of, Paths{parcel}, noon);
        REQUIRE(report);
        CHECK(taken(*report).merged.facts == 300);
        CHECK(Holdings{*desk}.in_all().facts == 300);
    }
}
