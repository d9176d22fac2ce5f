#pragma once
/// The chat widget and its demo page, from inside the program.

#include "http/router.hpp"

namespace anamnesis::websocket {

/// Serves `/` (demo page) with its style, icon and scripts, and `/widget.js` with the modules that it imports.
/// All with an ETag: browsers ask each time, and get the bytes only when they changed.
void add_widget_files(http::Router& router);

}  // namespace anamnesis::websocket
