#include "exchange/stick_round.hpp"

#include "exchange/companion_page.hpp"
#include "exchange/durable_file.hpp"

#include <fcntl.h>

#include <algorithm>

namespace refectory {

namespace {

constexpr float writing_from = 0.05F, written_by = 0.5F, closing_from = 0.6F, checking_from = 0.7F;  // as far as a slow stick's time goes

class Round {
public:
    Round(StickDevice& stick, StickErrand& errand, const OnStickProgress& on_progress)
        : stick_(stick), errand_(errand), on_progress_(on_progress)
    {
    }

    StickRound go()
    {
        StickRound round;
        auto folder = opened(errand_.parcel ? StickAccess::writing : StickAccess::reading);
        if (folder) {
            round.written = write(*folder);
        } else {
            round.written = std::unexpected(folder.error());
            folder = opened(StickAccess::reading);
            if (!folder) return round;
        }
        round.found = find(*folder);
        if (was_stopped_ && !errand_.parcel) round.written = failure(std::string{export_was_stopped});  // though nothing was to be written
        if (round.written) {
            if (auto whole = check(*round.written); !whole) round.written = std::unexpected(whole.error());
        }
        if (!round.written && is_of_a_stop(round.written.error())) round.found = {};
        if (!round.written)  // what kept both from it is told once
            std::erase_if(round.found.refused, [&](const auto& one) { return one.why.sentence == round.written.error().sentence; });
        round.is_closed = stick_.close().has_value() && (round.written || stick_.is_there());
        if (round.written && round.is_closed) (void)stick_.let_go();  // it is closed, so that it may be taken even where it keeps its power
        return round;
    }

private:
    Result<> at(StickProgress progress)
    {
        if (on_progress_(progress) == GoOn::yes) return {};
        was_stopped_ = true;
        return failure(std::string{export_was_stopped});
    }

    Result<std::filesystem::path> opened(StickAccess access)
    {
        auto folder = stick_.open(access);
        if (!folder) return std::unexpected(error_of(folder.error()));
        return std::move(*folder);
    }
    Result<> closed()
    {
        if (const auto done = stick_.close(); !done) return std::unexpected(error_of(done.error()));
        return {};
    }

    static bool is_of_a_stop(const Error& error) { return error.sentence == export_was_stopped || error.sentence == export_left_behind; }

    // A stick that has gone answers in many ways; people are told the one thing that it means. One that went when they stopped it
    // keeps what was on it.
    Error told(Error error)
    {
        if (stick_.is_there()) return error;
        return is_of_a_stop(error) ? Error{std::string{export_left_behind}} : error_of(StickFault::pulled_out);
    }

    Result<WrittenParcel> write(const std::filesystem::path& folder)
    {
        if (!errand_.parcel) return std::unexpected(errand_.parcel.error());
        if (!errand_.to_desk) return std::unexpected(errand_.to_desk.error());
        auto written = write_parcel(errand_.parcel->header, errand_.parcel->source(), folder, std::move(*errand_.to_desk),
                                    errand_.identity.signing.secret_key, [this](const ParcelProgress& parcel) { return note(parcel); });
        if (!written) return std::unexpected(told(written.error()));
        // Where there is no room for it, the parcel is there all the same.
        (void)write_companion_page(errand_.parcel->header, errand_.parcel->written(), *written);
        return written;
    }

    static float part_of(std::int64_t done, std::int64_t all) { return all == 0 ? 0 : std::min(1.0F, static_cast<float>(done) / static_cast<float>(all)); }

    GoOn note(const ParcelProgress& parcel)
    {
        const float written = part_of(parcel.rows_done, parcel.rows_in_all);
        switch (parcel.stage) {
        case ParcelStage::counting: return on_progress_({StickStep::counting, 0, 0, 0});
        case ParcelStage::writing: return on_progress_({StickStep::writing, parcel.bytes_written, 0, writing_from + written * (written_by - writing_from)});
        case ParcelStage::written: break;
        }
        return on_progress_({StickStep::closing, parcel.bytes_written, 0, written_by});
    }

    FoundProgrammes find(const std::filesystem::path& folder)
    {
        auto found = read_programmes(folder, errand_.identity, [this] { return at({StickStep::bringing, 0, 0, closing_from}).has_value(); });
        for (auto& one : found.refused) one.why = told(std::move(one.why));
        return found;
    }

    // What comes back after the stick was closed and opened anew came from the stick and not from memory. Where it is not what was
    // sent, or nobody waited for it, the parcel is taken away again, so that no kiosk's parcel is half believed.
    Result<> check(const WrittenParcel& written)
    {
        auto whole = flushed(written);
        if (whole) whole = reads_back(written);
        if (whole) return whole;
        auto error = told(whole.error());
        if (!take_away(written) && is_of_a_stop(error)) error = {std::string{export_left_behind}};
        return std::unexpected(std::move(error));
    }

    Result<> flushed(const WrittenParcel& written)
    {
        REFECTORY_TRY(at({StickStep::closing, written.bytes, written.bytes, closing_from}));
        REFECTORY_TRY(flush_file_system(written.file.parent_path()));
        return closed();
    }

    Result<> reads_back(const WrittenParcel& written)
    {
        REFECTORY_TRY_ASSIGN(const auto folder, opened(StickAccess::reading));
        REFECTORY_TRY_ASSIGN(const auto sum, digest_of_file(folder / written.file.filename(), [&](std::int64_t bytes) {
            return at({StickStep::checking, bytes, written.bytes, checking_from + part_of(bytes, written.bytes) * (1 - checking_from)});
        }));
        if (sum != written.sha256) return std::unexpected(error_of(StickFault::lies));
        return at({StickStep::letting_go, written.bytes, written.bytes, 1});
    }

    bool take_away(const WrittenParcel& written)
    {
        (void)stick_.close();
        const auto folder = stick_.open(StickAccess::writing);
        if (!folder) return false;
        bool is_gone = true;
        for (const auto& file : {written.file, companion_page_of(written.file)}) {
            std::error_code error;
            std::filesystem::remove(*folder / file.filename(), error);
            is_gone = is_gone && !error;
        }
        return flush_file_system(*folder).has_value() && is_gone;
    }

    StickDevice& stick_;
    StickErrand& errand_;
    const OnStickProgress& on_progress_;
    bool was_stopped_ = false;
};

}

StickRound go_round(StickDevice& stick, StickErrand& errand, const OnStickProgress& on_progress)
{
    return Round{stick, errand, on_progress}.go();
}

}
