#pragma once
/// Acts at random, of a fixed seed: sensible answers, odd ones, facts of every status, commands.

#include <random>
#include <string>
#include <vector>

#include <anamnesis/step.hpp>

namespace anamnesis::tests {

class RandomActs {
public:
    RandomActs(const Dialog& dialog, unsigned seed) : dialog_(dialog), random_(seed) {}

    /// A turn of any kind.
    Acts any(const Session& session);

    /// An answer that the open question can take, if one is open.
    Acts answer(const Session& session);

    int below(std::size_t n) { return static_cast<int>(random_() % n); }
    bool one_in(std::size_t n) { return below(n) == 0; }

private:
    template <class Things>
    const auto& pick(const Things& things) {
        return things[static_cast<std::size_t>(below(things.size()))];
    }

    Answer fitting_answer(const Prompt& prompt);
    Answer odd_answer();
    Mention mention();
    Command command(const Session& session);

    const Dialog& dialog_;
    std::mt19937 random_;
};

}  // namespace anamnesis::tests
