#pragma once
/// What the host needs of the world, as interfaces, so that tests can be the world.

#include <cstdint>
#include <string>

namespace anamnesis {

/// Milliseconds since 1970-01-01 UTC. For retention and logs only; no advice depends on it.
using Instant = std::int64_t;

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() override;
};

/// A source of unguessable names and secrets.
class Random {
public:
    virtual ~Random() = default;
    /// 128 bits as 32 lower-case hexadecimal digits.
    virtual std::string token() = 0;
};

/// The operating system's generator, through OpenSSL. Throws std::runtime_error if it has none.
class SystemRandom final : public Random {
public:
    std::string token() override;
};

/// SHA-256 as 64 hexadecimal digits.
std::string sha256_hex(const std::string& bytes);

}  // namespace anamnesis
