// The page beside a parcel, for whoever finds the stick or carries it: what the sealed file is, how much is in it, and what to do
// with it next. It names nobody and tells nothing of what anybody did.
#pragma once

#include "exchange/parcel.hpp"
#include "store/kiosk_store.hpp"

namespace refectory {

// The same name with .txt for its ending.
std::filesystem::path companion_page_of(const std::filesystem::path& parcel);
std::string companion_page(const ParcelHeader& header, const ParcelWritten& parcel, const WrittenParcel& written);
Result<> write_companion_page(const ParcelHeader& header, const ParcelWritten& parcel, const WrittenParcel& written);

}
