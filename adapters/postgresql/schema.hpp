#pragma once
/// The tables of the PostgreSQL store.

#include <libpq-fe.h>

#include <anamnesis/result.hpp>

namespace anamnesis::postgresql {

/// Makes or migrates the schema `anamnesis`, in one transaction, one node at a time. Error bad_input: made by a newer
/// program.
Result<bool> migrate(PGconn* connection);

}  // namespace anamnesis::postgresql
