#include "host/wire.hpp"

#include <nlohmann/json.hpp>

namespace anamnesis::wire {
namespace {

using nlohmann::ordered_json;

ordered_json or_null(const std::optional<std::string>& text) {
    return text ? ordered_json(*text) : ordered_json(nullptr);
}

ordered_json filled_or_null(const std::string& text) {
    return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

/// "article:other-causes.6" is told by its place, a whole source by its id.
std::string place_of(const std::string& cite) {
    const auto colon = cite.find(':');
    return colon == std::string::npos ? cite : cite.substr(colon + 1);
}

ordered_json encode_messages(const std::vector<Page::Text>& messages) {
    ordered_json array = ordered_json::array();
    for (const Page::Text& message : messages) {
        ordered_json cites = ordered_json::array();
        for (const std::string& cite : message.cites) cites.push_back(place_of(cite));
        array.push_back({{"text", message.text}, {"cite", std::move(cites)}});
        if (!message.part.empty()) array.back()["part"] = message.part;
    }
    return array;
}

ordered_json encode_question(const std::optional<Page::Question>& question) {
    if (!question) return nullptr;
    ordered_json options = ordered_json::array();
    for (const Page::Choice& option : question->options)
        options.push_back({{"id", option.id}, {"label", option.label}});
    return {{"id", question->id},
            {"style", anamnesis::to_string(question->style)},
            {"findings", question->findings},
            {"options", std::move(options)}};
}

ordered_json encode_outcome(const std::optional<Page::Outcome>& outcome) {
    if (!outcome) return nullptr;
    ordered_json causes = ordered_json::array();
    for (const Page::Cause& cause : outcome->causes) causes.push_back({{"id", cause.id}, {"strength", cause.strength}});
    return {{"id", outcome->id},         {"level", anamnesis::to_string(outcome->level)},
            {"rule", outcome->rule},     {"causes", std::move(causes)},
            {"advice", outcome->advice}, {"emergency_number", or_null(outcome->emergency_number)}};
}

ordered_json encode_noted(const std::vector<Page::NotedFinding>& noted) {
    ordered_json array = ordered_json::array();
    for (const Page::NotedFinding& note : noted) {
        array.push_back({{"finding", note.finding}, {"value", note.value}, {"label", note.label}});
        if (!note.question.empty()) array.back()["question"] = note.question;
    }
    return array;
}

ordered_json to_json(const Ready& ready) {
    return {{"type", "ready"},
            {"session", ready.session},
            {"secret", ready.secret.reveal()},
            {"dialog", filled_or_null(ready.dialog)},
            {"version", filled_or_null(ready.version)}};
}

ordered_json to_json(const ReplyMessage& reply) {
    const Page& page = reply.page;
    return {{"type", "reply"},
            {"seq", reply.seq},
            {"for", or_null(reply.for_id)},
            {"messages", encode_messages(page.messages)},
            {"question", encode_question(page.question)},
            {"outcome", encode_outcome(page.outcome)},
            {"noted", encode_noted(page.noted)},
            {"progress", {{"done", page.progress.done}, {"of", page.progress.of}}},
            {"state", page.state}};
}

ordered_json to_json(const ErrorMessage& error) {
    return {
        {"type", "error"}, {"code", to_string(error.code)}, {"message", error.message}, {"for", or_null(error.for_id)}};
}

constexpr const char* name_of(Evidence::How how) {
    switch (how) {
        case Evidence::How::button: return "button";
        case Evidence::How::typed: return "typed";
        case Evidence::How::in_passing: return "in_passing";
        case Evidence::How::command: break;
    }
    return "command";
}

ordered_json to_json(const Explanation::Fact& fact) {
    const Evidence& from = fact.evidence;
    return {{"finding", fact.finding},
            {"value", fact.value},
            {"label", fact.label},
            {"how", name_of(from.how)},
            {"turn", from.turn},
            {"question", filled_or_null(from.question)},
            {"phrase", filled_or_null(from.phrase)},
            {"span", {from.span.from, from.span.to}}};
}

ordered_json to_json(const Explanation::Flip& flip) {
    return {{"finding", flip.finding},
            {"value", flip.value},
            {"label", flip.label},
            {"level", anamnesis::to_string(flip.level)}};
}

template <class Item>
ordered_json to_array(const std::vector<Item>& items) {
    ordered_json array = ordered_json::array();
    for (const Item& item : items) array.push_back(to_json(item));
    return array;
}

ordered_json to_json(const ExplanationMessage& message) {
    const Explanation& told = message.explanation;
    ordered_json cites = ordered_json::array();
    for (const std::string& cite : told.cites) cites.push_back(place_of(cite));
    return {{"type", "explanation"},           {"for", message.for_id},
            {"facts", to_array(told.facts)},   {"rule", told.rule},
            {"outcome", told.outcome},         {"level", anamnesis::to_string(told.level)},
            {"why", filled_or_null(told.why)}, {"cite", std::move(cites)},
            {"flips", to_array(told.flips)}};
}

ordered_json to_json(const Explain& explain) { return {{"type", "explain"}, {"id", explain.id}}; }

ordered_json encode_turns(const std::vector<OwnData::Turn>& turns) {
    ordered_json array = ordered_json::array();
    for (const OwnData::Turn& turn : turns)
        array.push_back({{"seq", turn.seq},
                         {"id", turn.message_id},
                         {"script", filled_or_null(turn.script)},
                         {"acts", ordered_json::parse(turn.acts)}});
    return array;
}

ordered_json to_json(const OwnData& own) {
    const ordered_json data = {{"session", own.session},     {"dialog", filled_or_null(own.dialog)},
                               {"locale", own.locale},       {"begun_at", own.begun_at},
                               {"erased_at", own.erased_at}, {"turns", encode_turns(own.turns)}};
    return {{"type", "export"}, {"for", own.for_id}, {"data", data}, {"summary", own.summary}};
}

ordered_json to_json(const Hello& hello) {
    return {{"type", "hello"},
            {"dialog", hello.dialog},
            {"locale", hello.locale},
            {"session", or_null(hello.session)},
            {"secret", hello.secret.reveal()},
            {"after", hello.after}};
}

ordered_json to_json(const Say& say) { return {{"type", "say"}, {"id", say.id}, {"text", say.text.reveal()}}; }

ordered_json to_json(const Choose& choose) {
    return {{"type", "choose"}, {"id", choose.id}, {"question", choose.question}, {"choices", choose.choices}};
}

ordered_json to_json(const CommandMessage& command) {
    const char* const argument = command.name == "language" ? "locale" : "question";
    return {{"type", "command"}, {"id", command.id}, {"name", command.name}, {argument, command.argument}};
}

ordered_json to_json(const Export& request) { return {{"type", "export"}, {"id", request.id}}; }

/// The wire never throws over anybody's bytes: what is not UTF-8 is replaced.
template <class Message>
std::string to_line(const Message& message) {
    const ordered_json object = std::visit([](const auto& kind) { return to_json(kind); }, message);
    return object.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace

std::string encode(const ServerMessage& message) { return to_line(message); }

std::string encode(const ClientMessage& message) { return to_line(message); }

}  // namespace anamnesis::wire
