#pragma once
/// Opens the store that `--store` names.

#include <memory>
#include <string>

#include <boost/asio/io_context.hpp>

#include "host/session_store.hpp"

namespace anamnesis::cli {

/// `sqlite:FILE`, `postgresql://...` or `memory:`; empty is SQLite in its default place.
/// Its answers come on the thread that runs `io`, which outlives it.
/// Errors: Errc::bad_input for another name, and what opening it says.
Result<std::unique_ptr<SessionStore>> open_store(const std::string& name, boost::asio::io_context& io);

}  // namespace anamnesis::cli
