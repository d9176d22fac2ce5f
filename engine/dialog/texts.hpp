#pragma once
// The key paths of what the engine itself says: common/locale/<tag>.json must have them all.

#include <array>
#include <string_view>

namespace anamnesis::texts {

inline constexpr std::array<std::string_view, 52> kAll = {
    "engine.answer.yes", "engine.answer.no", "engine.answer.unsure",
    "engine.greeting", "engine.not_reviewed", "engine.privacy",
    "engine.noted", "engine.noted_value.yes", "engine.noted_value.no", "engine.noted_value.unsure",
    "engine.list.denied", "engine.list.one_left", "engine.list.rest",
    "engine.confirm", "engine.confirm_kept", "engine.confirm_changed",
    "engine.repair.empty", "engine.repair.unknown", "engine.repair.conflict", "engine.repair.which", "engine.repair.subject",
    "engine.repair.options", "engine.repair.unsure", "engine.repair.nothing_open",
    "engine.cannot_tell", "engine.not_counted", "engine.other_person",
    "engine.help", "engine.known", "engine.known_nothing", "engine.why", "engine.why_outcome",
    "engine.back", "engine.back_nothing", "engine.change_unknown", "engine.repeat_nothing",
    "engine.start_over", "engine.skip_all", "engine.stop", "engine.delete", "engine.person",
    "engine.language", "engine.language_unknown",
    "engine.outcome.because", "engine.outcome.causes", "engine.outcome.advice",
    "engine.outcome.watch_for", "engine.outcome.score",
    "engine.cause.often", "engine.cause.can", "engine.cause.rarely", "engine.cause.because"};

}  // namespace anamnesis::texts
