#pragma once
// A conversation that a transcript's inputs drive.

#include <anamnesis/replay.hpp>

#include "replay/fault.hpp"

namespace anamnesis {

// Adds what a turn reached.
void cover(Coverage& covered, const Dialog& dialog, const Step& turn);

class Player {
public:
    Player(const Dialog& dialog, const std::string& locale);

    // Nothing, or why this input was not possible.
    std::optional<Fault> play(const TranscriptLine& input);

    const Page& page() const { return page_; }  // the last reply
    const Coverage& covered() const { return covered_; }

private:
    std::optional<Fault> tap(const std::string& choices);
    std::optional<Fault> press(const TranscriptLine& input);
    std::optional<Fault> until(const std::string& question);
    void take(const Acts& acts);
    void arrive();

    const Dialog& dialog_;
    Step now_;
    Page page_;
    Coverage covered_;
};

}  // namespace anamnesis
