#pragma once
/// Properties of a dialog that hold for every map of findings, and so for every conversation: every order of answers,
/// facts in passing, corrections, resumed sessions. Not proved: that a person was understood, that they told the
/// truth, that the content is right. Source: the dialog language, section 11.

#include <string>
#include <vector>

#include <anamnesis/findings.hpp>

namespace anamnesis {

enum class ProofResult {
    proved,
    violated,
    not_proved  ///< the budget ran out, or the engine did not confirm a counterexample
};

/// "proved", "violated", "not proved".
std::string_view to_string(ProofResult result);

/// A conversation that shows a violation, as inputs of a transcript (replay.hpp) with what is then said.
struct Counterexample {
    std::string subject;     ///< the finding, guarantee or question it is about; may be empty
    Findings findings;       ///< the map where it happens
    bool reached = false;    ///< false: no conversation by the present plan leads there
    std::string chat;        ///< text of a transcript; empty if not reached
    std::string worse_chat;  ///< of a property about two maps: the same with the other answer
};

/// One property.
struct PropertyReport {
    std::string id;    ///< "G1"; or dead, low, text
    std::string says;  ///< in plain words what holds
    ProofResult result = ProofResult::not_proved;
    std::vector<std::string> rests_on;  ///< if proved: rules that the proof needs
    std::vector<std::string> found;     ///< what is wrong, a sentence each
    std::vector<Counterexample> counterexamples;
    std::string waived;      ///< the script's reason to let a violation stand; empty: none
    std::string query = {};  ///< of G1 to G9, if asked for: DIMACS that can be satisfied exactly where it is violated
};

struct DialogReport {
    std::vector<PropertyReport> properties;
    std::vector<std::string> notes;               ///< what an author may want to know; nothing here is wrong
    int queries = 0, variables = 0, clauses = 0;  ///< what it took
};

struct ProofLimits {
    int conflicts_max = 200'000;   ///< a query; above, the property is not proved
    int counterexamples_max = 20;  ///< conversations for one property
    bool with_queries = false;     ///< for a second opinion; each is as large as the whole dialog's clauses
};

/// Proves what can be proved of a dialog. Deterministic. Cost: 100 findings well below a second, 200 a few.
DialogReport check_dialog(const Dialog& dialog, const ProofLimits& limits = {});

/// True where every property is proved or waived.
bool is_proved(const DialogReport& report);

}  // namespace anamnesis
