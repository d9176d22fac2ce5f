#include "websocket/screen_texts.hpp"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include <anamnesis/reply.hpp>

namespace anamnesis::websocket {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view kScreen = "engine.screen.";

/// The value of a parameter, as it stands: ids and locale tags need no escapes.
std::string value_of(std::string_view query, std::string_view name) {
    while (!query.empty()) {
        const auto end = std::min(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        if (pair.starts_with(name) && pair.substr(name.size()).starts_with('='))
            return std::string(pair.substr(name.size() + 1));
        query.remove_prefix(std::min(end + 1, query.size()));
    }
    return {};
}

/// The one that is named, else all.
std::vector<const Dialog*> dialogs_of(const ConversationHost& host, const std::string& id) {
    std::vector<const Dialog*> all;
    for (const auto& script : host.scripts()) {
        if (script->dialog.id == id) return {&script->dialog};
        all.push_back(&script->dialog);
    }
    return all;
}

/// What ids mean, and nothing for those that mean different things.
class Meanings {
public:
    void add(const std::string& id, const ordered_json& meaning) {
        const auto [known, is_new] = meanings_.emplace(id, meaning);
        if (!is_new && known->second != meaning) known->second = nullptr;
    }

    ordered_json json() const {
        auto object = ordered_json::object();
        for (const auto& [id, meaning] : meanings_)
            if (!meaning.is_null()) object[id] = meaning;
        return object;
    }

private:
    std::map<std::string, ordered_json> meanings_;
};

/// In the order of their keys, so that equal dialogs give equal bytes.
ordered_json words_of(const Dialog& dialog, const std::string& locale) {
    std::map<std::string, std::string> words;
    for (const auto& [key, text] : dialog.languages.front().texts)
        if (key.starts_with(kScreen)) words[key.substr(kScreen.size())] = text_for(dialog, locale, key);
    return words;
}

ordered_json languages_of(const Dialog& dialog) {
    auto languages = ordered_json::array();
    for (const Language& language : dialog.languages)
        languages.push_back(
            {{"tag", language.tag}, {"name", text_for(dialog, language.tag, std::string(kScreen) + "language")}});
    return languages;
}

ordered_json sources_of(const std::vector<const Dialog*>& dialogs) {
    Meanings sources;
    for (const Dialog* dialog : dialogs)
        for (const Source& source : dialog->sources)
            sources.add(source.id, {{"title", source.title}, {"url", source.url}});
    return sources.json();
}

ordered_json states_of(const std::vector<const Dialog*>& dialogs, const std::string& locale) {
    Meanings states;
    for (const Dialog* dialog : dialogs)
        for (const State& state : dialog->states)
            states.add(state.id, text_for(*dialog, locale, "states." + state.id + ".title"));
    return states.json();
}

}  // namespace

std::string screen_texts_json(const std::vector<const Dialog*>& dialogs, const std::string& locale) {
    const Dialog& dialog = *dialogs.front();
    const std::string& dial = region_for(dialog, locale).emergency_dial;
    const ordered_json texts = {
        {"locale", language_for(dialog, locale).tag},
        {"direction", text_for(dialog, locale, std::string(kScreen) + "direction")},
        {"emergency", dial.empty() ? ordered_json(nullptr) : ordered_json(dial)},
        {"languages", languages_of(dialog)},
        {"words", words_of(dialog, locale)},
        {"states", states_of(dialogs, locale)},
        {"sources", sources_of(dialogs)},
    };
    return texts.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

void add_screen_texts(http::Router& router, const ConversationHost& host) {
    router.get("/texts", [&host](const http::Request& request) {
        const auto dialogs = dialogs_of(host, value_of(request.query, "dialog"));
        return http::Response{.content_type = "application/json",
                              .body = screen_texts_json(dialogs, value_of(request.query, "locale")) + "\n",
                              .headers = {{"Cache-Control", "no-cache"}, {"Access-Control-Allow-Origin", "*"}}};
    });
}

}  // namespace anamnesis::websocket
