#pragma once
/// What must not leave by accident: keys, secrets of sessions, the words that people type.

#include <concepts>
#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>

namespace anamnesis {

/// Zeroes that no optimiser takes away.
void wipe(void* bytes, std::size_t count);

/// Zeroes all that a string holds memory for, also beyond its end, and empties it.
inline void wipe(std::string& text) {
    text.resize(text.capacity());
    wipe(text.data(), text.size());
    text.clear();
}

template <class T>
requires std::is_trivially_copyable_v<T>
void wipe(T& value) { wipe(&value, sizeof value); }

/// Zeroes what calls have left behind: on the stack below this one, as deep as they commonly go, and in the vector
/// registers, through which whatever is copied goes.
void wipe_traces();

/// A value that cannot be printed, logged, compared or converted: it goes in freely, and comes out where code says
/// reveal(). Copies are secrets again. Each one is wiped as it ends or is moved from.
template <class T>
class Secret {
public:
    Secret() = default;
    template <class From>
    requires std::constructible_from<T, From> &&(!std::same_as<std::remove_cvref_t<From>, Secret>)Secret(From&& from)
        : value_(std::forward<From>(from)) {}
    Secret(const Secret&) = default;
    Secret(Secret&& from) noexcept : value_(std::move(from.value_)) { wipe(from.value_); }
    Secret& operator=(Secret from) noexcept {
        std::swap(value_, from.value_);
        return *this;
    }
    ~Secret() { wipe(value_); }

    const T& reveal() const { return value_; }

private:
    T value_{};
};

using SecretText = Secret<std::string>;

}  // namespace anamnesis
