#include "bench/peers.hpp"

#include <algorithm>
#include <memory>
#include <stdexcept>

#include <re2/set.h>
#ifdef ANAMNESIS_HYPERSCAN
#include <hs.h>
#endif

namespace anamnesis::bench {

std::optional<Matching> re2_set(const std::vector<std::string>& patterns) {
    constexpr std::int64_t kMemoryBytes = std::int64_t{1} << 30;
    re2::RE2::Options options(re2::RE2::Quiet);
    options.set_max_mem(kMemoryBytes);
    const auto set = std::make_shared<re2::RE2::Set>(options, re2::RE2::UNANCHORED);
    for (const std::string& pattern : patterns)
        if (set->Add(pattern, nullptr) < 0) return std::nullopt;
    if (!set->Compile()) return std::nullopt;
    return [set](const std::string& text) {
        std::vector<int> found;
        re2::RE2::Set::ErrorInfo error;
        if (!set->Match(text, &found, &error) && error.kind != re2::RE2::Set::kNoError)
            throw std::runtime_error("RE2::Set ran out of memory");
        std::sort(found.begin(), found.end());
        return found;
    };
}

#ifdef ANAMNESIS_HYPERSCAN

std::optional<Matching> hyperscan(const std::vector<std::string>& patterns) {
    std::vector<const char*> sources;
    std::vector<unsigned> flags(patterns.size(), HS_FLAG_SINGLEMATCH), ids;
    for (const std::string& pattern : patterns) {
        sources.push_back(pattern.c_str());
        ids.push_back(static_cast<unsigned>(ids.size()));
    }
    hs_database_t* database = nullptr;
    hs_compile_error_t* error = nullptr;
    if (hs_compile_multi(sources.data(), flags.data(), ids.data(), static_cast<unsigned>(ids.size()), HS_MODE_BLOCK,
                         nullptr, &database, &error) != HS_SUCCESS) {
        hs_free_compile_error(error);
        return std::nullopt;
    }
    hs_scratch_t* scratch = nullptr;
    if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS) return std::nullopt;
    const std::shared_ptr<hs_database_t> owner(database, hs_free_database);
    const std::shared_ptr<hs_scratch_t> room(scratch, hs_free_scratch);
    return [owner, room](const std::string& text) {
        std::vector<int> found;
        const auto add = [](unsigned id, unsigned long long, unsigned long long, unsigned, void* out) {
            static_cast<std::vector<int>*>(out)->push_back(static_cast<int>(id));
            return 0;
        };
        hs_scan(owner.get(), text.data(), static_cast<unsigned>(text.size()), 0, room.get(), add, &found);
        std::sort(found.begin(), found.end());
        return found;
    };
}

#else

std::optional<Matching> hyperscan(const std::vector<std::string>&) { return std::nullopt; }

#endif

}  // namespace anamnesis::bench
