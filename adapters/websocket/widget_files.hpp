#pragma once
/// The chat widget, its frame and its demo page, from inside the program.

#include <string>
#include <vector>

#include "http/router.hpp"

namespace anamnesis::websocket {

/// Serves `/widget.js` and its types, `/embed` (the widget as a page of its own, for frames) and `/` (demo page), with
/// their scripts and styles. All with an ETag: browsers ask each time, and get the bytes only when they changed.
/// `framed_by`: the origins whose pages may have `/embed` in a frame, beside the server's own; http::is_origin of each.
void add_widget_files(http::Router& router, const std::vector<std::string>& framed_by);

}  // namespace anamnesis::websocket
