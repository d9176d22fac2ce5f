#include "host/secret.hpp"

#include <ostream>
#include <sstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "host/master_key.hpp"

using namespace anamnesis;

namespace {

template <class T>
concept Streamable = requires(std::ostream& out, const T& value) {
    out << value;
};
template <class T>
concept Comparable = requires(const T& value) {
    value == value;
};
template <class T>
concept IntoJson = requires(const T& value) {
    nlohmann::json(value);
};
template <class T>
concept Appendable = requires(std::string text, const T& value) {
    text + value;
};

// What holds for a string must not hold for a secret one; so each of these can fail.
static_assert(Streamable<std::string> && !Streamable<SecretText> && !Streamable<Key>);
static_assert(Comparable<std::string> && !Comparable<SecretText> && !Comparable<Key>);
static_assert(IntoJson<std::string> && !IntoJson<SecretText> && !IntoJson<Key>);
static_assert(Appendable<std::string> && !Appendable<SecretText>);
static_assert(!std::is_convertible_v<SecretText, std::string> && !std::is_constructible_v<std::string, SecretText>);
static_assert(!std::is_convertible_v<SecretText, std::string_view>);

/// What stands where a secret of 8 bytes stood.
using Room = std::array<unsigned char, sizeof(SecretText)>;

}  // namespace

TEST_CASE("A secret goes in as it is and comes out by its name alone") {
    const SecretText secret = "hush";
    CHECK(secret.reveal() == "hush");
    const SecretText copy = secret;
    CHECK(copy.reveal() == "hush");
}

TEST_CASE("A secret is wiped as it ends, also a short one that lies in the string itself") {
    alignas(SecretText) Room room{};
    auto* const secret = new (room.data()) SecretText("zanzibar");
    const auto holds = [&](const std::string& text) {
        return std::string(room.begin(), room.end()).find(text) != std::string::npos;
    };
    REQUIRE(holds("zanzibar"));
    secret->~Secret();
    CHECK_FALSE(holds("anzibar"));
}

TEST_CASE("A secret that was moved from holds nothing") {
    alignas(SecretText) Room room{};
    auto* const secret = new (room.data()) SecretText("zanzibar");
    const SecretText moved = std::move(*secret);
    CHECK(moved.reveal() == "zanzibar");
    CHECK(std::string(room.begin(), room.end()).find("anzibar") == std::string::npos);
    secret->~Secret();
}

TEST_CASE("Wiping a string wipes also what it held beyond its end") {
    std::string text(64, 'x');
    const char* const bytes = text.data();
    text.resize(2);
    wipe(text);
    CHECK(text.empty());
    CHECK(std::string(bytes, 64) == std::string(64, '\0'));
}
