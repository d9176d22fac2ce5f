#include "host/vault.hpp"

#include <algorithm>
#include <chrono>
#include <iostream>

#include <catch2/catch.hpp>

using namespace anamnesis;

namespace {

SystemRandom system_random;

SessionRow row_of(const Vault& vault, const std::string& id, const Retention& retention = {}) {
    SessionRow row;
    row.id = id;
    row.wrapped_key = vault.wrap_new_key(id, retention);
    return row;
}

}  // namespace

TEST_CASE("A conversation's key comes back with what was promised, for that conversation and master key alone") {
    const MasterKey master = make_key(system_random);
    const Vault vault(master, system_random), elsewhere(master, system_random);
    const Vault foreign(make_key(system_random), system_random);
    SessionRow row = row_of(vault, "a", {kRetentionHoursMax, 1});
    const auto pact = elsewhere.unwrap(row);
    REQUIRE(pact);
    CHECK((pact->retention == Retention{kRetentionHoursMax, 1}));
    CHECK(pact->key.reveal() == vault.unwrap(row)->key.reveal());
    CHECK(pact->key.reveal() != vault.unwrap(row_of(vault, "a"))->key.reveal());
    CHECK_FALSE(foreign.unwrap(row));
    row.id += "b";
    CHECK_FALSE(vault.unwrap(row));
    row.wrapped_key.clear();
    CHECK_FALSE(vault.unwrap(row));
}

TEST_CASE("A turn is sealed with what was asked, and opens in its own row alone") {
    const Vault vault(make_key(system_random), system_random);
    const Key key = make_key(system_random);
    const TurnRow turn{2, "m1", "hash of yes", "tiny@1", R"([{"answer":"yes"}])"};
    const TurnRow sealed = vault.seal_turn("a", key, turn);
    CHECK(sealed.request_hash.empty());
    CHECK(sealed.acts.find("yes") == std::string::npos);
    CHECK(sealed.message_id == "m1");
    CHECK(vault.unseal_turn("a", key, sealed) == turn);
    CHECK_FALSE(vault.unseal_turn("b", key, sealed));
    CHECK_FALSE(vault.unseal_turn("a", make_key(system_random), sealed));
    TurnRow moved = sealed;
    moved.seq = 3;
    CHECK_FALSE(vault.unseal_turn("a", key, moved));
}

TEST_CASE("A contact is found by a hash that only the key's owner can make, and opens with its conversation's key") {
    const Vault vault(make_key(system_random), system_random), foreign(make_key(system_random), system_random);
    CHECK(vault.contact_hash("telegram:1") == vault.contact_hash("telegram:1"));
    CHECK(vault.contact_hash("telegram:1") != vault.contact_hash("telegram:2"));
    CHECK(vault.contact_hash("telegram:1") != foreign.contact_hash("telegram:1"));
    CHECK(vault.contact_hash("telegram:1") != sha256_hex("telegram:1"));
    const SessionRow row = row_of(vault, "a"), other = row_of(vault, "b");
    const auto sealed = vault.seal_contact(row, "telegram:1");
    REQUIRE(sealed);
    CHECK(sealed->find("telegram") == std::string::npos);
    CHECK(vault.unseal_contact(row, *sealed) == "telegram:1");
    CHECK_FALSE(vault.unseal_contact(other, *sealed));
    SessionRow erased = row;
    erased.wrapped_key.clear();
    CHECK_FALSE(vault.unseal_contact(erased, *sealed));
    CHECK_FALSE(vault.seal_contact(erased, "telegram:1"));
}

// Not a test: `host_tests "[cost]"` says what sealing costs, as medians of CPU-bound calls.
TEST_CASE("What sealing a turn costs", "[.][cost]") {
    using Steady = std::chrono::steady_clock;
    const Vault vault(make_key(system_random), system_random);
    const SessionRow row = row_of(vault, "0123456789abcdef0123456789abcdef");
    const TurnRow turn{2, "m1", std::string(64, '0'), "tiny@1", std::string(400, 'a')};
    const auto median_us = [](const auto& call) {
        std::vector<double> times(20'000);
        for (double& time : times) {
            const auto begun = Steady::now();
            call();
            time = std::chrono::duration<double, std::micro>(Steady::now() - begun).count();
        }
        std::sort(times.begin(), times.end());
        return times[times.size() / 2];
    };
    const Key key = vault.unwrap(row)->key;
    const TurnRow sealed = vault.seal_turn(row.id, key, turn);
    std::cout << "unwrap and seal, as an append does: "
              << median_us([&] { vault.seal_turn(row.id, vault.unwrap(row)->key, turn); }) << " us\n"
              << "unseal a turn of 400 bytes: " << median_us([&] { return vault.unseal_turn(row.id, key, sealed); })
              << " us\n"
              << "a new conversation's key: " << median_us([&] { return vault.wrap_new_key(row.id, {}); }) << " us\n";
}
