#include "store/kiosk_store.hpp"

#include "store/apply_chairs.hpp"
#include "store/apply_programme.hpp"
#include "store/prepared.hpp"
#include "store/row_writer.hpp"

#include <algorithm>

namespace refectory {

namespace {

void write_setup(Database& database, const KioskIdentity& identity)
{
    RowWriter setup{database, "INSERT INTO setup VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    setup.row(identity.code, identity.team, identity.organisation, identity.site, identity.signing.public_key, identity.signing.secret_key,
              identity.age_identity, identity.age_recipient, identity.desk_key, identity.desk_recipient, identity.desk,
              identity.recovery.key, identity.recovery.followed);
}

// From now on the desk is who has these keys, and parcels are sealed to it.
void follow(Database& database, const KeyStatement& statement)
{
    RowWriter{database, "UPDATE setup SET desk_key = ?, desk_recipient = ?, keys_followed = ?"}.row(statement.signing_key, statement.recipient,
                                                                                                    statement.number);
}

// Also where another desk origin came in between: a serial that was used once is never taken again.
Result<> refuse_old_serial(Database& database, const ProgrammeHeader& header)
{
    Prepared query{database, "SELECT coalesce(max(serial), 0) FROM programme_applied WHERE desk = ?"};
    query.bind(1, header.desk.value);
    query.executeStep();
    if (header.serial > query.getColumn(0).getInt64()) return {};
    return failure("That programme is not newer than the one that runs here.");
}

// Everybody's folder stays everybody's, whatever data was put into it: shut, it would take the machine from its other users.
bool is_kiosks_own(const std::filesystem::path& folder)
{
    std::error_code error;
    const auto others = std::filesystem::status(folder, error).permissions() & std::filesystem::perms::others_write;
    return !error && others == std::filesystem::perms::none && std::filesystem::exists(folder / "kiosk.db", error);
}

// A folder that is made here is the kiosk's own, and so is one that it has its data in already.
Result<> make_private(const std::filesystem::path& folder)
{
    std::error_code error;
    const bool is_made = std::filesystem::create_directories(folder, error);
    if (error) return failure("The data folder could not be made.");
    if (is_made || is_kiosks_own(folder)) std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    if (error) return failure("The data folder could not be kept from other people's eyes.");
    return {};
}

}

KioskStore::KioskStore(const std::filesystem::path& folder, StoreContext context, std::unique_ptr<Answers> answers)
    : folder_(folder), context_(std::move(context)), answers_(std::move(answers))
{
}

// What its beginning does not show may still keep it from being opened.
Result<std::unique_ptr<KioskStore>> KioskStore::open(const std::filesystem::path& folder, const Entropy& entropy, Instant now, Look look)
{
    REFECTORY_TRY(make_private(folder));
    Reserve{folder}.give_up_if_full();  // opening takes some room as well
    std::vector<Damage> damages;
    auto opened = open_mended(look, folder, entropy, now, damages);
    const bool is_done = look == Look::whole || (opened && !(*opened)->met_damage());
    if (is_done) return opened;
    if (opened) opened->reset();
    return open_mended(Look::whole, folder, entropy, now, damages);
}

Result<std::unique_ptr<KioskStore>> KioskStore::open_mended(Look look, const std::filesystem::path& folder, const Entropy& entropy, Instant now,
                                                            std::vector<Damage>& damages)
{
    StoreContext context{nullptr, {}, entropy, std::make_unique<Backups>(folder), PutAside{folder}};
    if (look == Look::beginning) context.owed_look = std::make_unique<WholeLook>(folder);
    REFECTORY_TRY_ASSIGN(const auto found, mend(folder, *context.backups, *context.put_aside, now, look));
    std::ranges::copy(found, std::back_inserter(damages));
    REFECTORY_TRY_ASSIGN(context.database, Database::open(folder / "kiosk.db", Database::Kind::kiosk, Look::beginning));
    std::error_code error;
    std::filesystem::permissions(folder / "kiosk.db", std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
    if (error) return failure("The data folder could not be kept from other people's eyes.");
    REFECTORY_TRY_ASSIGN(auto answers, Answers::open(folder / "answers.db", entropy));
    std::unique_ptr<KioskStore> store{new KioskStore{folder, std::move(context), std::move(answers)}};
    REFECTORY_TRY(guarded([&] { return store->go_on_after(damages, now); }));
    return store;
}

// What the power cut kept in the file, and what a damage took from it.
Result<> KioskStore::go_on_after(const std::vector<Damage>& damages, Instant now)
{
    REFECTORY_TRY(context_.commit([&]() -> Result<> {
        for (const auto& damage : damages) write_damage(*context_.database, damage);
        return {};
    }));
    context_.sweep_if_owed();
    (void)pin_.is_chosen();  // asked before there is a page that could say that something cannot be read
    (void)clock_.recall();
    const auto own = identity();
    if (!own) return {};
    const bool is_put_back = std::ranges::any_of(damages, [](const Damage& damage) { return damage.of == Damage::Of::kiosk; });
    return continue_ledger(own->code, now, is_put_back ? History::put_back : History::continued);
}

// Where a disk was put back a new origin begins, and what was promised before is not all known.
Result<> KioskStore::continue_ledger(const std::string& code, Instant now, History history)
{
    return context_.commit([&]() -> Result<> {
        const auto origins = [&] { return context_.handle().execAndGet("SELECT count(*) FROM origin_begun").getInt(); };
        const auto before = origins();
        REFECTORY_TRY(open_ledger(code, now, history));
        if (origins() == before) return {};
        let_go_of_empty_chairs(context_, activities_, now, ClockTrust::trusted);
        context_.handle().exec("UPDATE programme SET is_for_here = 0");
        return {};
    });
}

Result<> KioskStore::open_ledger(const std::string& code, Instant now, History history)
{
    REFECTORY_TRY_ASSIGN(auto ledger, Ledger::open(*context_.database, code, folder_ / "mark", context_.entropy, now, ClockTrust::trusted, history));
    context_.ledger = std::move(ledger);
    return {};
}

bool KioskStore::is_damaged()
{
    if (wants_mending(folder_, *context_.backups)) context_.database->note_damage();
    return met_damage();
}

bool KioskStore::is_found_damaged()
{
    auto& look = context_.owed_look;
    if (!look) return false;
    look->begin();
    if (!look->has_ended()) return false;
    if (look->finds_damage()) {
        context_.database->note_damage();
        return true;
    }
    look.reset();
    context_.sweep_if_owed();
    return false;
}

// With it goes the room that the log has come to, which does not grow again from one entry to the next.
void KioskStore::give_up_reserve_if_full()
{
    if (Reserve{folder_}.give_up_if_full())
        (void)guarded([&]() -> Result<> {
            context_.handle().exec("PRAGMA wal_checkpoint(TRUNCATE)");
            return {};
        });
}

std::shared_ptr<const void> KioskStore::as_of_one_moment()
{
    return std::make_shared<Reading>(*context_.database);
}

std::optional<KioskIdentity> KioskStore::identity()
{
    Prepared query{*context_.database, "SELECT code, team, organisation, site, signing_public, signing_secret, age_identity, age_recipient, desk_key, desk_recipient, desk, recovery_key, keys_followed FROM setup"};
    if (!query.executeStep()) return std::nullopt;
    KioskIdentity identity;
    identity.code = query.getColumn(0).getString();
    identity.team = query.getColumn(1).getString();
    identity.organisation = query.getColumn(2).getString();
    identity.site = query.getColumn(3).getString();
    identity.signing.public_key = bytes_in<32>(query.getColumn(4));
    identity.signing.secret_key = bytes_in<64>(query.getColumn(5));
    identity.age_identity = query.getColumn(6).getString();
    identity.age_recipient = query.getColumn(7).getString();
    identity.desk_key = bytes_in<32>(query.getColumn(8));
    identity.desk_recipient = query.getColumn(9).getString();
    identity.desk = Origin{query.getColumn(10).getString()};
    if (!query.getColumn(11).isNull()) identity.recovery.key = bytes_in<32>(query.getColumn(11));
    identity.recovery.followed = query.getColumn(12).getInt64();
    return identity;
}

Result<> KioskStore::set_up(const KioskIdentity& identity, const Programme* programme, Instant now)
{
    if (is_set_up()) return failure("This kiosk has been set up already.");
    if (programme) REFECTORY_TRY(fault_of(*programme, identity, std::nullopt));
    const auto done = context_.commit_for_good([&]() -> Result<> {
        REFECTORY_TRY(open_ledger(identity.code, now, History::continued));
        write_setup(*context_.database, identity);
        if (programme) apply(context_, activities_, people_, *programme, now, ClockTrust::trusted);
        return {};
    });
    if (!done) context_.ledger.reset();  // its origin was rolled back with the rest
    return done;
}

Result<> KioskStore::apply_programme(const Programme& programme, Instant now, ClockTrust trust)
{
    const auto own = identity();
    if (!own) return failure("This kiosk has not been set up yet.");
    REFECTORY_TRY(fault_of(programme, *own, activities_.header()));
    REFECTORY_TRY(guarded([&] { return refuse_old_serial(*context_.database, programme.header); }));
    const auto before = context_.ledger;
    const auto done = context_.commit([&]() -> Result<> {
        apply(context_, activities_, people_, programme, now, trust);
        if (const auto& keys = programme.header.keys; keys && is_to_follow(*keys, own->recovery)) follow(*context_.database, *keys);
        return {};
    });
    if (!done) context_.ledger = before;  // a new origin may have begun, and was rolled back
    if (done) context_.sweep_if_owed();
    return done;
}

Result<> KioskStore::refuse(const Refusal& refusal, Instant now, ClockTrust trust)
{
    return context_.commit([&]() -> Result<> {
        Prepared newest{*context_.database, "SELECT r.reason, r.person, r.pass, f.at FROM refusal r JOIN fact f USING (origin, seq) WHERE r.origin = ? ORDER BY r.seq DESC LIMIT 1"};
        newest.bind(1, context_.ledger->origin().value);
        if (newest.executeStep()) {
            const auto person = newest.getColumn(1).isNull() ? std::nullopt : std::optional{PersonId{newest.getColumn(1).getInt64()}};
            const auto pass = newest.getColumn(2).isNull() ? std::nullopt : std::optional{PassNumber{static_cast<std::uint32_t>(newest.getColumn(2).getInt64())}};
            const bool same = newest.getColumn(0).getString() == name_of(refusal.reason) && person == refusal.person && pass == refusal.pass;
            const auto before = now - from_milliseconds(newest.getColumn(3).getInt64());
            if (same && before >= milliseconds{0} && before < std::chrono::hours{1}) return {};
        }
        newest.reset();
        context_.ledger->record(refusal, now, trust);
        return {};
    });
}

}
