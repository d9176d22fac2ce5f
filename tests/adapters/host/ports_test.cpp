#include "host/ports.hpp"

#include <set>

#include <catch2/catch.hpp>

using namespace anamnesis;

TEST_CASE("SHA-256 of the standard's examples") {
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("Tokens are 32 hexadecimal digits, and no two are equal") {
    SystemRandom random;
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const std::string token = random.token();
        CHECK(token.size() == 32);
        CHECK(token.find_first_not_of("0123456789abcdef") == std::string::npos);
        CHECK(seen.insert(token).second);
    }
}

TEST_CASE("The clock counts milliseconds and lies in this century") {
    SystemClock clock;
    const Instant now = clock.now();
    CHECK(now > 1'600'000'000'000);
    CHECK(now < 4'200'000'000'000);
    CHECK(clock.now() >= now);
}

TEST_CASE("The clock goes by the time that passed, and tells of a wall clock that was set") {
    Instant wall = 1'700'000'000'000, passed = 7'000;
    SystemClock clock([&] { return wall; }, [&] { return passed; });
    CHECK(clock.now() == wall);
    wall += 5'000;
    passed += 5'000;
    CHECK(clock.now() == wall);
    CHECK(clock.jump() == 0);
    wall -= 86'400'000;
    passed += 1;
    CHECK(clock.now() == 1'700'000'005'001);
    CHECK(clock.jump() == -86'400'001);
}
