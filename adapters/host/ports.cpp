#include "host/ports.hpp"

#include <array>
#include <chrono>
#include <stdexcept>

#include <openssl/evp.h>
#include <openssl/rand.h>

namespace anamnesis {
namespace {

constexpr std::size_t kTokenBytes = 16;

template <std::size_t N>
std::string to_hex(const std::array<unsigned char, N>& bytes) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * N);
    for (const unsigned char byte : bytes) {
        hex += kDigits[byte >> 4];
        hex += kDigits[byte & 15];
    }
    return hex;
}

}  // namespace

Instant SystemClock::now() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string SystemRandom::token() {
    std::array<unsigned char, kTokenBytes> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        throw std::runtime_error("the system has no randomness to give");
    return to_hex(bytes);
}

std::string sha256_hex(const std::string& bytes) {
    std::array<unsigned char, 32> digest{};
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("SHA-256 is not available");
    return to_hex(digest);
}

}  // namespace anamnesis
