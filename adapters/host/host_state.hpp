#pragma once
/// What all connections of a host share.

#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <string>

#include "host/conversation_host.hpp"
#include "host/offer.hpp"
#include "host/sealed_store.hpp"

namespace anamnesis {

class Connection;

struct HostState : std::enable_shared_from_this<HostState> {
    HostState(Scripts scripts, SessionStore& sessions, Clock& time, Random& source, const Privacy& privacy)
        : offers{make_offer(std::move(scripts))},
          vault(std::make_shared<const Vault>(privacy.key, source)),
          retention(privacy.retention),
          store(sessions, vault),
          clock(time),
          random(source) {}

    std::deque<std::shared_ptr<const Offer>> offers;  ///< the newest first, then what it took the place of
    std::shared_ptr<const Vault> vault;
    Retention retention;  ///< of new conversations
    SealedStore store;
    Clock& clock;
    Random& random;
    HostMetrics metrics;
    bool explains = false;
    std::map<std::string, Connection*> holders;  ///< the connection that a live session is on

    const std::shared_ptr<const Offer>& offer() const { return offers.front(); }

    /// The newest offer that has the very script that a session was last on; else the newest of all.
    const std::shared_ptr<const Offer>& offer_of(const StoredSession& stored) const {
        const std::string pin = stored.turns.empty() ? std::string() : stored.turns.back().script;
        const auto has_it = [&](const auto& offered) { return offered->has_pin(pin); };
        const auto found = std::find_if(offers.begin(), offers.end(), has_it);
        return found == offers.end() ? offer() : *found;
    }
};

}  // namespace anamnesis
