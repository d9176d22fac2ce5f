#include "engine/conversation.hpp"

#include <algorithm>
#include <stdexcept>

namespace anamnesis::tests {

FindingIndex index_of(const Dialog& dialog, const std::string& finding) {
    const auto index = dialog.find_finding(finding);
    if (!index) throw std::runtime_error("no finding " + finding);
    return *index;
}

Findings facts(const Dialog& dialog, std::initializer_list<std::pair<const char*, const char*>> values) {
    Findings out = no_findings(dialog);
    for (const auto& [name, value] : values) {
        std::string id(name);
        const bool check = id.back() == '?';
        if (check) id.pop_back();
        const FindingIndex f = index_of(dialog, id);
        (check ? out.checked : out.said)[f] = value_of(dialog.findings[f], value).value();
    }
    return out;
}

Conversation::Conversation(const Dialog& which, const std::string& locale) : dialog(which) {
    Step first = start(dialog, locale);
    session = std::move(first.session);
    reply = std::move(first.reply);
}

void Conversation::take(const Acts& acts) {
    Step next = step(dialog, session, acts);
    session = std::move(next.session);
    reply = std::move(next.reply);
}

void Conversation::tap(const std::string& question, const std::vector<std::string>& choices) {
    take({Answer{question, choices, {}, false, false}});
}

void Conversation::tap_number(const std::string& question, double number) {
    take({Answer{question, {}, number, false, false}});
}

void Conversation::type(const std::string& question, const std::vector<std::string>& choices, bool all) {
    take({Answer{question, choices, {}, true, all}});
}

void Conversation::mention(const std::string& finding, Status status) {
    take({Mention{finding, status, {}, {}, "findings." + finding + ".phrases/0", {0, 4}}});
}

void Conversation::command(const std::string& name, const std::string& argument) { take({Command{name, argument}}); }

void Conversation::ask_topic(const std::string& topic) { take({TopicAsked{topic}}); }

void Conversation::puzzle(NotUnderstood::Reason reason) { take({NotUnderstood{reason}}); }

std::string Conversation::question() const { return reply.prompt ? reply.prompt->id : "-"; }

std::string Conversation::outcome() const {
    return reply.ending ? dialog.outcomes[reply.ending->verdict.outcome].id : "-";
}

std::string Conversation::rule() const {
    if (!reply.ending) return "-";
    return reply.ending->verdict.rule ? dialog.rules[*reply.ending->verdict.rule].id : "default";
}

std::string Conversation::value(const std::string& finding) const {
    const FindingIndex f = index_of(dialog, finding);
    return std::string(value_id(dialog.findings[f], session.findings.said[f]));
}

std::vector<std::string> Conversation::keys() const {
    std::vector<std::string> out;
    for (const Message& message : reply.messages) out.push_back(message.text.key);
    return out;
}

bool Conversation::says(const std::string& key) const {
    const auto all = keys();
    return std::find(all.begin(), all.end(), key) != all.end();
}

}  // namespace anamnesis::tests
