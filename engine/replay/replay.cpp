#include <anamnesis/replay.hpp>

#include <algorithm>

#include "replay/expect.hpp"
#include "replay/keys.hpp"
#include "replay/player.hpp"
#include "replay/update.hpp"

namespace anamnesis {
namespace {

bool expects_something(const TurnLines& turn) {
    return std::any_of(turn.begin(), turn.end(), [](const TranscriptLine& line) { return is_expectation(line.key); });
}

class Replay {
public:
    Replay(const Dialog& dialog, const Transcript& transcript)
        : dialog_(dialog), path_(transcript.path), turns_(turns_of(transcript)), player_(dialog, transcript.locale) {}

    ReplayReport run() {
        const auto last = std::find_if(turns_.rbegin(), turns_.rend(), expects_something);
        bare_from_ = std::max<std::ptrdiff_t>(1, turns_.rend() - last);
        bool going_on = true;
        for (std::ptrdiff_t i = 0; i < std::ssize(turns_); ++i) {
            going_on = going_on && (i == 0 || play(turns_[static_cast<std::size_t>(i)].front()));
            take(i, going_on);
        }
        report_.covered = player_.covered();
        return std::move(report_);
    }

private:
    bool play(const TranscriptLine& input) {
        auto fault = player_.play(input);
        if (!fault) return true;
        fault->hint += (fault->hint.empty() ? "" : "; ") + std::string("nothing below this line was run");
        complain(input, std::move(*fault));
        return false;
    }

    void take(std::ptrdiff_t index, bool went) {
        const TurnLines& turn = turns_[static_cast<std::size_t>(index)];
        if (!went) {
            report_.updated += unchanged(turn);
        } else if (index >= bare_from_) {
            report_.updated += filled(turn, player_.page());
        } else {
            check(turn);
            report_.updated += mended(dialog_, turn, player_.page());
        }
    }

    void check(const TurnLines& turn) {
        for (const TranscriptLine& line : turn)
            if (is_expectation(line.key))
                if (auto fault = broken(dialog_, line, player_.page())) complain(line, std::move(*fault));
    }

    void complain(const TranscriptLine& line, Fault fault) {
        report(report_.failures, path_, line.line, line.column, std::move(fault));
    }

    const Dialog& dialog_;
    const std::string& path_;
    const std::vector<TurnLines> turns_;
    Player player_;
    ReplayReport report_;
    std::ptrdiff_t bare_from_ = 1;  // the first of the inputs that no expectation follows
};

}  // namespace

ReplayReport replay(const Dialog& dialog, const Transcript& transcript) { return Replay(dialog, transcript).run(); }

}  // namespace anamnesis
