#pragma once
/// What the host needs of the world, as interfaces, so that tests can be the world.

#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace anamnesis {

/// Milliseconds since 1970-01-01 UTC. For retention and logs only; no advice depends on it.
using Instant = std::int64_t;

/// The time that retention goes by. It must go as time passes: one that jumps a day ahead erases a day too early.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() = 0;
};

/// The wall clock as it was at the start, plus the time that has passed since. So a wall clock that is set, by hand or
/// by a network's time, neither erases nor keeps anything; jump() tells the operator of it.
class SystemClock final : public Clock {
public:
    using Source = std::function<Instant()>;

    SystemClock();
    /// With other sources: the wall clock, and one that only counts.
    SystemClock(Source wall, Source passed);

    Instant now() override;

    /// How far the wall clock is ahead of now(); below 0: behind.
    Instant jump();

private:
    Source wall_, passed_;
    Instant ahead_;  ///< of the wall over the passed, at the start
};

/// A source of what nobody can guess.
class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<unsigned char> bytes) = 0;

    /// 128 bits as 32 lower-case hexadecimal digits.
    std::string token();
};

/// The operating system's generator, through OpenSSL. Throws std::runtime_error if it has none.
class SystemRandom final : public Random {
public:
    void fill(std::span<unsigned char> bytes) override;
};

/// Two lower-case digits a byte.
std::string to_hex(std::span<const unsigned char> bytes);

/// SHA-256 as 64 hexadecimal digits.
std::string sha256_hex(const std::string& bytes);

}  // namespace anamnesis
