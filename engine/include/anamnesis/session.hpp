#pragma once
/// The whole state of one conversation, as a comparable value. It is the fold of the acts of its turns:
/// to keep one, keep its locale and its acts (acts.hpp) and step() through them again. start() and step()
/// make it; to be read, not to be changed. It belongs to one Dialog, whose indices it holds.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <anamnesis/acts.hpp>
#include <anamnesis/findings.hpp>

namespace anamnesis {

/// How a finding came to its value.
struct Evidence {
    /// `typed`: as an answer in words; `in_passing`: said without being asked.
    enum class How { button, typed, in_passing, command };
    How how = How::button;
    std::string question;          ///< the one it answered; empty in passing
    int turn = 0;                  ///< Session::turn at that time
    std::string phrase;            ///< key of the phrase that matched; empty for a button
    Span span;                     ///< of the message, which is not kept
    std::optional<double> number;  ///< in the finding's unit
    int rev = 1;                   ///< Finding::rev at that time

    bool operator==(const Evidence&) const = default;
};

/// A change that waits for "yes, that was wrong".
struct Pending {
    FindingIndex finding = 0;  ///< the one that is named in the question
    Findings findings;         ///< what holds if the person confirms

    bool operator==(const Pending&) const = default;
};

/// Everything that is not a finding. decide() never sees it, so it cannot alter advice.
struct Talk {
    std::map<std::string, int> attempts;  ///< misunderstandings in a row, by question
    std::set<std::string> said;           ///< state intros that were spoken
    std::set<FindingIndex> claims;        ///< said in passing, not counted: denials of flags, lifting facts
    std::vector<std::string> answered;    ///< question ids in the order of their answers
    std::optional<std::string> revisit;   ///< an earlier question put again by back or change
    std::optional<Pending> pending;
    std::optional<Verdict> shown;  ///< the outcome last given
    bool stopped = false;          ///< by the command `stop`, until something is said again

    bool operator==(const Talk&) const = default;
};

/// One conversation.
struct Session {
    std::string locale;  ///< tag as asked for, e.g. "en-US"
    Findings findings;
    Talk talk;
    std::map<FindingIndex, Evidence> evidence;  ///< of what is in `findings`
    int turn = 0;                               ///< how many turns were taken

    bool operator==(const Session&) const = default;
};

}  // namespace anamnesis
