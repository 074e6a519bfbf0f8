// The desk's database: who the desk is, the kiosks it set up, what it published, and the passes and codes it gave. The one door
// to it; what is collected is on the same database. No secret key is in it.
#pragma once

#include "domain/ids.hpp"
#include "store/known_kiosks.hpp"
#include "store/passes.hpp"
#include "store/publications.hpp"
#include "store/visit_codes.hpp"

namespace refectory {

struct DeskIdentity {
    Origin origin;  // DESK.7QK2
    PublicKey signing_key{};
    std::string recipient;  // what parcels are sealed to
    Instant begun_at;
};

class DeskStore {
public:
    // Makes the file where there is none; whether a desk has begun in it, identity() says.
    static Result<std::unique_ptr<DeskStore>> open(const std::filesystem::path& file);
    DeskStore(const DeskStore&) = delete;
    DeskStore& operator=(const DeskStore&) = delete;

    std::optional<DeskIdentity> identity();
    Result<> begin(const DeskIdentity& identity);  // once

    Database& database() { return *database_; }
    KnownKiosks& kiosks() { return kiosks_; }
    Publications& publications() { return publications_; }
    Passes& passes() { return passes_; }
    VisitCodes& visit_codes() { return visit_codes_; }

private:
    explicit DeskStore(std::unique_ptr<Database> database) : database_(std::move(database)) {}

    std::unique_ptr<Database> database_;
    KnownKiosks kiosks_{*database_};
    Publications publications_{*database_};
    Passes passes_{*database_};
    VisitCodes visit_codes_{*database_};
};

}
