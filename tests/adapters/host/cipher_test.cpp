#include "host/cipher.hpp"

#include <set>

#include <catch2/catch.hpp>

using namespace anamnesis;

namespace {

SystemRandom system_random;

Key key_of(unsigned char byte) {
    std::array<unsigned char, kKeyBytes> bytes{};
    bytes.fill(byte);
    return bytes;
}

std::string unhex(const std::string& hex) {
    std::string bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2)
        bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return bytes;
}

/// A nonce that a test vector wants.
class Fixed final : public Random {
public:
    explicit Fixed(std::string bytes) : bytes_(std::move(bytes)) {}
    void fill(std::span<unsigned char> bytes) override { std::copy_n(bytes_.begin(), bytes.size(), bytes.begin()); }

private:
    std::string bytes_;
};

}  // namespace

TEST_CASE("AES-256-GCM of the standard's test case 16") {
    const std::string raw = unhex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
    std::array<unsigned char, kKeyBytes> bytes{};
    std::copy_n(raw.begin(), kKeyBytes, bytes.begin());
    Fixed nonce(unhex("cafebabefacedbaddecaf888"));
    const std::string text = unhex(
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525"
        "b16aedf5aa0de657ba637b39");
    const std::string place = unhex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    CHECK(seal(bytes, text, place, nonce) ==
          '\x01' +
              unhex("cafebabefacedbaddecaf888"
                    "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838"
                    "c5f61e6393ba7a0abcc9f662"
                    "76fc6ece0f4e1768cddf8853bb2d551b"));
}

TEST_CASE("What is sealed opens with its key at its place, and nowhere else") {
    for (const std::string& text : {std::string(), std::string("face: no"), std::string(100'000, '\0')}) {
        const std::string sealed = seal(key_of(1), text, "turn:2:a", system_random);
        CHECK(sealed.size() == text.size() + kSealBytes);
        CHECK(unseal(key_of(1), sealed, "turn:2:a") == text);
        CHECK_FALSE(unseal(key_of(2), sealed, "turn:2:a"));
        CHECK_FALSE(unseal(key_of(1), sealed, "turn:3:a"));
        CHECK_FALSE(unseal(key_of(1), sealed, "turn:2:b"));
    }
}

TEST_CASE("Each bit of what is sealed counts; so does each byte of its length") {
    const std::string sealed = seal(key_of(1), "face: no", "a", system_random);
    for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
        std::string changed = sealed;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
        CHECK_FALSE(unseal(key_of(1), changed, "a"));
    }
    for (std::size_t size = 0; size < sealed.size(); ++size)
        CHECK_FALSE(unseal(key_of(1), sealed.substr(0, size), "a"));
    CHECK_FALSE(unseal(key_of(1), sealed + '\0', "a"));
}

TEST_CASE("The same text is never sealed twice in the same way") {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) CHECK(seen.insert(seal(key_of(1), "no", "a", system_random)).second);
}

TEST_CASE("Keyed hashes and derived keys are HMAC-SHA-256, as another implementation has them") {
    CHECK(keyed_hash(key_of(0x0b), "Hi There") == "198a607eb44bfbc69903a0f1cf2bbdc5ba0aa3f3d9ae3c1c7a3b1696a0b68cf7");
    CHECK(to_hex(derive_key(key_of(1), "wrap session keys").reveal()) ==
          "a934a7dc4de5cdc587d95692ec55164ec3f266d3f8de7e7b8b2cd1b2f4ad9d9b");
    CHECK(keyed_hash(key_of(1), "a") != keyed_hash(key_of(2), "a"));
}
