#include "text/phrase_program.hpp"

#include <algorithm>

namespace anamnesis {
namespace {

using Kind = PhraseNode::Kind;

constexpr int kWaysMax = 1000;

const PhraseNode& innermost(const PhraseNode& node) {
    const bool wraps = node.kind == Kind::sequence || node.kind == Kind::alternatives;
    return wraps && node.parts.size() == 1 ? innermost(node.parts[0]) : node;
}

bool is_one_word(const PhraseNode& node) {
    const PhraseNode& inner = innermost(node);
    if (inner.kind == Kind::alternatives) return std::all_of(inner.parts.begin(), inner.parts.end(), is_one_word);
    return inner.kind == Kind::word || inner.kind == Kind::stem;
}

// In how many ways a phrase can be read at one place; never more than kWaysMax + 1.
int ways(const PhraseNode& node) {
    if (is_one_word(node)) return 1;
    int out = node.kind == Kind::alternatives ? 0 : 1;
    if (node.kind == Kind::gap) out += node.fillers;
    for (const PhraseNode& part : node.parts)
        out = std::min(node.kind == Kind::alternatives ? out + ways(part) : out * ways(part), kWaysMax + 1);
    return node.kind == Kind::optional ? out + 1 : out;
}

}  // namespace

class PhraseProgram::Compiler {
public:
    Compiler(Vocabulary& vocabulary, PhraseProgram& out) : vocabulary_(vocabulary), out_(out) {}

    void run(const PhraseNode& phrase) {
        emit(phrase);
        add({Op::accept, 0, 0});
    }

private:
    using Op = Instruction::Op;

    int here() const { return static_cast<int>(out_.code_.size()); }
    Instruction& at(int i) { return out_.code_[static_cast<std::size_t>(i)]; }
    int add(Instruction instruction) {
        out_.code_.push_back(instruction);
        return here() - 1;
    }

    void emit(const PhraseNode& node) {
        if (is_one_word(node)) return emit_word(node);
        switch (node.kind) {
            case Kind::gap: add({Op::gap, node.fillers, 0}); return;
            case Kind::optional: return emit_optional(node.parts[0]);
            case Kind::alternatives: return emit_alternatives(node.parts);
            default:
                for (const PhraseNode& part : node.parts) emit(part);
        }
    }

    // "(face|mouth|droop*)" is one instruction: whichever it is, it takes one word.
    void emit_word(const PhraseNode& node) {
        const int begin = static_cast<int>(out_.symbols_.size());
        add_symbols(node);
        std::sort(out_.symbols_.begin() + begin, out_.symbols_.end());
        const Instruction word{Op::word, begin, static_cast<int>(out_.symbols_.size())};
        if (forks_ == 0) out_.required_.push_back(word);
        add(word);
    }

    void add_symbols(const PhraseNode& node) {
        if (node.kind == Kind::word) out_.symbols_.push_back(vocabulary_.add_word(node.text));
        if (node.kind == Kind::stem) out_.symbols_.push_back(vocabulary_.add_stem(node.text));
        for (const PhraseNode& part : node.parts) add_symbols(part);
    }

    void emit_optional(const PhraseNode& node) {
        const int fork = add({Op::fork, here() + 1, 0});
        ++forks_;
        emit(node);
        --forks_;
        at(fork).second = here();
    }

    void emit_alternatives(const std::vector<PhraseNode>& parts) {
        std::vector<int> jumps;
        ++forks_;
        for (const PhraseNode& part : parts) {
            const bool last = &part == &parts.back();
            const int fork = last ? 0 : add({Op::fork, here() + 1, 0});
            emit(part);
            if (last) break;
            jumps.push_back(add({Op::jump, 0, 0}));
            at(fork).second = here();
        }
        --forks_;
        for (int jump : jumps) at(jump).first = here();
    }

    Vocabulary& vocabulary_;
    PhraseProgram& out_;
    int forks_ = 0;  // that what is emitted stands in
};

// Ways are tried in the order of preference; in a search for the longest, all of them.
class PhraseProgram::Run {
public:
    Run(const PhraseProgram& program, const WordSequence& words, int begin, Prefer prefer, std::vector<WordRange>& gaps)
        : program_(program), words_(words), begin_(begin), prefer_(prefer), gaps_(gaps) {}

    int end() {
        run(0, begin_);
        return end_;
    }

private:
    bool has_word(int at) const { return at < words_.size() && (at == begin_ || words_.follows(at)); }

    bool matches(const Instruction& word, int at) const {
        const auto first = program_.symbols_.begin() + word.first, last = program_.symbols_.begin() + word.second;
        for (Symbol symbol : words_[at])
            if (std::binary_search(first, last, symbol)) return true;
        return false;
    }

    // True: found, look no further.
    bool run(int pc, int at) {
        for (;; ++pc) {
            const Instruction& now = program_.code_[static_cast<std::size_t>(pc)];
            switch (now.op) {
                case Instruction::Op::word:
                    if (!has_word(at) || !matches(now, at)) return false;
                    ++at;
                    break;
                case Instruction::Op::fork:
                    if (run(now.first, at)) return true;
                    pc = now.second - 1;
                    break;
                case Instruction::Op::jump: pc = now.first - 1; break;
                case Instruction::Op::gap: return leap(pc + 1, at, now.first);
                case Instruction::Op::accept: end_ = std::max(end_, at); return prefer_ == Prefer::first;
            }
        }
    }

    bool leap(int pc, int at, int most) {
        for (int n = 0; n <= most; ++n) {
            if (n > 0 && !has_word(at + n - 1)) return false;
            if (!run(pc, at + n)) continue;
            if (n > 0) gaps_.push_back({at, at + n});
            return true;
        }
        return false;
    }

    const PhraseProgram& program_;
    const WordSequence& words_;
    const int begin_;
    const Prefer prefer_;
    std::vector<WordRange>& gaps_;
    int end_ = -1;
};

bool PhraseProgram::is_for(const PhraseNode& phrase) { return ways(phrase) <= kWaysMax; }

PhraseProgram::PhraseProgram(const PhraseNode& phrase, Vocabulary& vocabulary) {
    Compiler(vocabulary, *this).run(phrase);
}

bool PhraseProgram::may_be_in(const std::vector<char>& said) const {
    return std::all_of(required_.begin(), required_.end(), [&](const Instruction& word) {
        return std::any_of(symbols_.begin() + word.first, symbols_.begin() + word.second,
                           [&](Symbol symbol) { return said[static_cast<std::size_t>(symbol)] != 0; });
    });
}

int PhraseProgram::run(const WordSequence& words, int begin, Prefer prefer, std::vector<WordRange>& gaps) const {
    return Run(*this, words, begin, prefer, gaps).end();
}

}  // namespace anamnesis
