#pragma once
/// One statement for the server, and what becomes of its result.

#include <functional>
#include <string>
#include <vector>

#include <libpq-fe.h>

#include <anamnesis/result.hpp>

namespace anamnesis::postgresql {

/// The statements, prepared on every connection under these numbers.
enum class Sql {
    load,
    first_turn,
    next_turn,
    update,
    forget_key,
    forget_expired,
    sweep,
    put_contact,
    find_contact,
    probe
};

struct Parameter {
    std::string value;
    bool is_bytes = false;
};

/// Sent on a connection's thread, answered on the host's.
struct Call {
    Sql sql = Sql::load;
    std::vector<Parameter> parameters;
    std::function<void(Result<const PGresult*>)> take;  ///< the last one counts: it may be sent again
    std::function<void()> answer;
};

}  // namespace anamnesis::postgresql
