// A parcel: a kiosk's facts, the names and words that belong to them, and its answers, on their way to the desk. Sealed to
// the desk, signed by the kiosk, one CSV file a table. Rows are streamed from the caller and to the caller; what they mean,
// and what was sent before, is not known here.
#pragma once

#include "domain/answer.hpp"
#include "domain/digest.hpp"
#include "domain/erasable.hpp"
#include "domain/fact_row.hpp"
#include "domain/signature.hpp"
#include "exchange/age.hpp"
#include "exchange/byte_sink.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace refectory {

struct ParcelHeader {
    Origin origin;
    std::string kiosk;
    std::int64_t number = 0;
    std::int64_t facts_from = 0, facts_up_to = 0;  // seq, both included
    Instant written_at;
    ClockTrust clock = ClockTrust::trusted;
    std::string version;  // of the program that wrote it
};

template <class Row>
using Take = std::function<Result<>(const Row&)>;

// Each function hands on its rows in an order that does not change between two calls.
struct ParcelSource {
    std::function<Result<>(const FactTable& table, const Take<FactRow>& take)> facts;
    std::function<Result<>(const Take<AddedName>& take)> people;
    std::function<Result<>(const Take<Remark>& take)> remarks;
    std::function<Result<>(const Take<KeyedAnswer>& take)> answers;
};

enum class ParcelStage { counting, writing, written };
struct ParcelProgress {
    ParcelStage stage = ParcelStage::counting;
    std::int64_t rows_done = 0, rows_in_all = 0;  // in all: 0 while they are being counted
    std::int64_t bytes_written = 0;
};
enum class GoOn { yes, stop };
using OnProgress = std::function<GoOn(const ParcelProgress&)>;

inline constexpr std::string_view export_was_stopped = "The export was stopped. Nothing of it was left behind.";
inline constexpr std::string_view export_left_behind = "The export was stopped. What had been written could not be taken away again.";

// refectory-MC-ADULTS-20261124-000012.zip.age
std::string parcel_file_name(const ParcelHeader& header);

struct WrittenParcel {
    std::filesystem::path file;
    std::int64_t bytes = 0;
    Digest sha256{};  // of what was sent, for whoever reads it back
};
// Where a parcel of that name stands already, from before a disk was put back, it takes another name. It does not begin where
// there is less room than it may need. It is not read back: whoever closes the stick does that.
Result<WrittenParcel> write_parcel(const ParcelHeader& header, const ParcelSource& source, const std::filesystem::path& folder,
                                   AgeSealer to_desk, const SecretKey& kiosk_key, const OnProgress& on_progress = {});

// Rows are handed on before the last sum is known: the taker must be able to undo all of it when an error comes out.
struct ParcelSink {
    std::function<Result<>(const ParcelHeader&)> header;  // first, and already signed for
    std::function<Result<>(const FactTable&, const FactRow&)> fact;
    Take<AddedName> person;
    Take<Remark> remark;
    Take<KeyedAnswer> answer;
};
using FindKey = std::function<std::optional<PublicKey>(const std::string& kiosk)>;

Result<ParcelHeader> read_parcel(const std::filesystem::path& file, const std::string& identity, const FindKey& find_key,
                                 const ParcelSink& sink);

}
