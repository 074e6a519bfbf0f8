// Names, and the letters that people prove themselves with. Nobody can be listed: a search wants three letters.
#pragma once

#include "domain/programme.hpp"
#include "store/store_context.hpp"

namespace refectory {

class People {
public:
    explicit People(StoreContext& context) : context_(context) {}

    std::optional<Person> find(PersonId person);
    bool knows(PersonId person);
    // Practitioners invited to the activity whose name, or a later word of it, begins so: at most four.
    std::vector<Person> search(std::string_view typed, const Activity& activity);
    // Also who has left the programme and is still signed up for something that lies ahead.
    std::vector<Person> search_signed_up(std::string_view typed, Instant now);
    // Academics of whom `is_meant` says yes: at most four.
    std::vector<Person> search_academics(std::string_view typed, const std::function<bool(const Person&)>& is_meant);
    std::vector<std::string> teams();  // this office's own first
    bool has_letters(PersonId person);
    Result<bool> check_letters(PersonId person, std::string_view letters);

    // By an admin, for who has lost theirs: the old ones prove nothing any more.
    Result<std::string> renew_letters(PersonId person, CorrectionReason reason, Instant now, ClockTrust trust);

    // Within the caller's transaction.
    void put(const Person& person, bool added_here);
    std::string give_letters(PersonId person);
    void forget(PersonId person);  // the name and the letters
    void erase(PersonId person);   // also the remarks

private:
    bool has_standing_ahead(PersonId person, Instant now);
    void empty(PersonId person, std::initializer_list<const char*> deletions);
    enum class Listed { in_programme, no_more };
    std::vector<Person> named(std::string_view typed, Role role, Listed listed, const std::function<bool(const Person&)>& is_meant);
    StoreContext& context_;
};

}
