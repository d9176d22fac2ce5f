#pragma once
/// A conversation as a test writes it: taps, words, commands, and what came back.

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include <anamnesis/step.hpp>

namespace anamnesis::tests {

/// A map in words: {{"leg_cold", "yes"}, {"leg_weak", "unsure"}, {"leg_weak?", "no"}}; "x?" is the check of x.
Findings facts(const Dialog& dialog, std::initializer_list<std::pair<const char*, const char*>> values);

FindingIndex index_of(const Dialog& dialog, const std::string& finding);

class Conversation {
public:
    explicit Conversation(const Dialog& dialog, const std::string& locale = "en-GB");

    /// Each takes one turn.
    void tap(const std::string& question, const std::vector<std::string>& choices);
    void tap_number(const std::string& question, double number);
    void type(const std::string& question, const std::vector<std::string>& choices, bool all = false);
    void mention(const std::string& finding, Status status = Status::present);
    void command(const std::string& name, const std::string& argument = {});
    void ask_topic(const std::string& topic);
    void puzzle(NotUnderstood::Reason reason = NotUnderstood::Reason::unknown);
    void take(const Acts& acts);

    std::string question() const;                         ///< id of the open one, or "-"
    std::string outcome() const;                          ///< id of the one on the page, or "-"
    std::string rule() const;                             ///< id of its rule, "default", or "-"
    std::string value(const std::string& finding) const;  ///< as said; "" for not asked
    std::vector<std::string> keys() const;                ///< of the messages of the last reply
    bool says(const std::string& key) const;              ///< in the last reply
    Page page() const { return render(dialog, session, reply); }

    const Dialog& dialog;
    Session session;
    Reply reply;
};

}  // namespace anamnesis::tests
