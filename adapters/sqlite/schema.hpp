#pragma once
/// The tables of the SQLite store.

#include <sqlite3.h>

#include <anamnesis/result.hpp>

namespace anamnesis::sqlite {

/// Makes or migrates the tables, in one transaction. Error bad_input: made by a newer program.
Result<bool> migrate(sqlite3* database);

}  // namespace anamnesis::sqlite
