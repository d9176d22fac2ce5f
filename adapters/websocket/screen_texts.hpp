#pragma once
/// What a page needs beside the conversation itself: the words around it, and what its sources are called.

#include <string>
#include <vector>

#include "host/conversation_host.hpp"
#include "http/router.hpp"

namespace anamnesis::websocket {

/// Serves `/texts?dialog=ID&locale=TAG`, to pages of any origin. Both may be absent or unknown: then the words are
/// those of the first dialog in its default language. `host` outlives the router.
void add_screen_texts(http::Router& router, const ConversationHost& host);

/// {"locale","direction","emergency":"999"|null,"languages":[{"tag","name"}],"words":{key: text},
/// "states":{id: title},"sources":{id:{"title","url"}}}; keys of words are those of `engine.screen`, without that
/// beginning. Of several dialogs (not empty), an id that does not mean the same in all that have it is left out.
std::string screen_texts_json(const std::vector<const Dialog*>& dialogs, const std::string& locale);

}  // namespace anamnesis::websocket
