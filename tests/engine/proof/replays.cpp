#include "engine/proof/replays.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "engine/tiny_dialog.hpp"

namespace anamnesis::tests {

std::vector<Transcript> replays_of(const std::string& id) {
    std::vector<Transcript> out;
    for (const auto& entry : std::filesystem::directory_iterator(source_path("dialogs/" + id + "/replays"))) {
        if (entry.path().extension() != ".chat") continue;
        std::ifstream in(entry.path());
        auto transcript = read_transcript(entry.path().string(), std::string(std::istreambuf_iterator<char>(in), {}));
        out.push_back(std::move(*transcript));
    }
    return out;
}

bool breaks_a_replay(const Dialog& dialog, const std::vector<Transcript>& replays) {
    return std::any_of(replays.begin(), replays.end(),
                       [&](const Transcript& t) { return !replay(dialog, t).failures.empty(); });
}

}  // namespace anamnesis::tests
