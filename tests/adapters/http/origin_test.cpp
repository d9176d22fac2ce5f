#include "http/origin.hpp"

#include <catch2/catch.hpp>

namespace anamnesis::http {
namespace {

const std::vector<std::string> kNone;

TEST_CASE("programs without an origin may connect") { CHECK(origin_allowed(std::nullopt, "localhost:8080", kNone)); }

TEST_CASE("the server's own pages may connect") {
    CHECK(origin_allowed("http://localhost:8080", "localhost:8080", kNone));
    CHECK(origin_allowed("HTTP://LocalHost:8080", "localhost:8080", kNone));
    CHECK(origin_allowed("http://[::1]:8080", "[::1]:8080", kNone));
}

TEST_CASE("other schemes, hosts and ports may not") {
    CHECK_FALSE(origin_allowed("https://localhost:8080", "localhost:8080", kNone));
    CHECK_FALSE(origin_allowed("http://localhost:8081", "localhost:8080", kNone));
    CHECK_FALSE(origin_allowed("http://localhost", "localhost:8080", kNone));
    CHECK_FALSE(origin_allowed("http://evil.example", "localhost:8080", kNone));
    CHECK_FALSE(origin_allowed("http://localhost:8080.evil.example", "localhost:8080", kNone));
}

TEST_CASE("an opaque or empty origin, or no host to compare with, is refused") {
    CHECK_FALSE(origin_allowed("null", "localhost:8080", kNone));
    CHECK_FALSE(origin_allowed("", "localhost:8080", kNone));
    CHECK_FALSE(origin_allowed("http://", "", kNone));
}

TEST_CASE("listed origins may connect, whole names only") {
    const std::vector<std::string> listed = {"https://clinic.example"};
    CHECK(origin_allowed("https://clinic.example", "chat.example", listed));
    CHECK(origin_allowed("https://Clinic.example", "chat.example", listed));
    CHECK_FALSE(origin_allowed("http://clinic.example", "chat.example", listed));
    CHECK_FALSE(origin_allowed("https://sub.clinic.example", "chat.example", listed));
}

TEST_CASE("what may be listed is a scheme of the web, a host, perhaps a port, and nothing else") {
    for (const char* text :
         {"https://clinic.example", "http://127.0.0.1:8080", "https://[::1]:8443", "https://xn--a.example"})
        CHECK(is_origin(text));
    for (const char* text : {"", "https://", "clinic.example", "ftp://a", "https://a/", "https://a b", "https://a;b",
                             "https://*.example", "https://a\r\nX: y", "https://a'", "null"})
        CHECK_FALSE(is_origin(text));
    CHECK(is_origin("https://" + std::string(kOriginHostBytesMax, 'a')));
    CHECK_FALSE(is_origin("https://" + std::string(kOriginHostBytesMax + 1, 'a')));
}

}  // namespace
}  // namespace anamnesis::http
