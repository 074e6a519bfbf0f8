// What an operation on files, databases or processes returns: its value, or one sentence that says why not.
// Refusals that the rules know (a full lunch, an expired pass) are not errors: they are values of closed enums.
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace refectory {

struct [[nodiscard]] Error {
    std::string sentence;  // for a person to read: says what happened and, where it can, what to do; never holds a name
};

template <class T = void>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> failure(std::string sentence)
{
    return std::unexpected(Error{std::move(sentence)});
}

}

// Returns the error of a Result to the caller, or goes on.
#define REFECTORY_TRY(expression)                                                   \
    do {                                                                            \
        if (auto refectory_result = (expression); !refectory_result)                \
            return std::unexpected(std::move(refectory_result).error());            \
    } while (false)

// Binds the value of a Result to a new variable, or returns its error to the caller.
#define REFECTORY_TRY_ASSIGN(declaration, expression)                               \
    REFECTORY_TRY_ASSIGN_NAMED(REFECTORY_TRY_NAME(refectory_result_, __LINE__), declaration, expression)
#define REFECTORY_TRY_NAME(prefix, line) REFECTORY_TRY_JOIN(prefix, line)
#define REFECTORY_TRY_JOIN(prefix, line) prefix##line
#define REFECTORY_TRY_ASSIGN_NAMED(name, declaration, expression)                   \
    auto name = (expression);                                                       \
    if (!name) return std::unexpected(std::move(name).error());                     \
    declaration = std::move(*name)
