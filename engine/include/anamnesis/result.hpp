#pragma once
/// What an operation that the world can spoil gives back: a value, or an Error that says why not.

#include <string>

#include <boost/system/result.hpp>

namespace anamnesis {

/// Kinds of failure that a caller may want to tell apart.
enum class Errc {
    bad_input,    ///< the input is not of the form that was asked for
    not_found,    ///< there is nothing under that name
    conflict,     ///< somebody else changed it first, or the id was used for something else
    unavailable,  ///< storage or network did not do its part; trying later may help
};

/// A failure in words. `message` is for an operator or an author, never a person's own text.
struct Error {
    Errc code = Errc::unavailable;
    std::string message;

    bool operator==(const Error&) const = default;
};

/// Called by boost::system::result when `value()` is asked of an error: a mistake in our own code.
[[noreturn]] void throw_exception_from_error(const Error& error, const boost::source_location& at);

/// Value or error; dropping one unread is a compiler warning.
/// Use only what std::expected has too: `if (r)`, `*r`, `r->`, `r.error()`.
///
///     const auto script = load_script(folder);
///     if (!script) return complain(script.error());
///     use(**script);
template <class T, class E = Error>
struct [[nodiscard]] Result : boost::system::result<T, E> {
    using boost::system::result<T, E>::result;
};

}  // namespace anamnesis
