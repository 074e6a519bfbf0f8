#include "kiosk/pages.hpp"

namespace refectory {

PageState::PageState(const PageState&) = default;
PageState::PageState(PageState&&) noexcept = default;
PageState& PageState::operator=(const PageState&) = default;
PageState& PageState::operator=(PageState&&) noexcept = default;
PageState::~PageState() = default;

}
