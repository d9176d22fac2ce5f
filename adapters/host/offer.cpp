#include "host/offer.hpp"

#include <algorithm>

#include <anamnesis/fit.hpp>
#include <anamnesis/step.hpp>

namespace anamnesis {
namespace {

constexpr const char* kElsewhere = "elsewhere";

Finding which_finding(const Scripts& scripts) {
    Finding finding;
    finding.id = kWhichDialog;
    finding.type = FindingType::choice;
    for (const auto& script : scripts) finding.options.push_back({script->dialog.id, 0, 0, {}});
    return finding;
}

bool is_said_everywhere(const std::string& key) { return key.starts_with("engine.") || key.starts_with("regions."); }

Language language_of(const Scripts& scripts, const Language& first) {
    Language language;
    language.tag = first.tag;
    language.lexicon = first.lexicon;
    for (const auto& [key, text] : first.texts)
        if (is_said_everywhere(key)) language.texts[key] = text;
    const std::string which = kWhichDialog;
    std::string titles;
    for (const auto& script : scripts) {
        const std::string title = text_for(script->dialog, first.tag, "dialog.title");
        titles += (titles.empty() ? "" : ", ") + title;
        language.texts["findings." + which + ".options." + script->dialog.id + ".label"] = title;
    }
    language.texts["dialog.title"] = titles;
    language.texts["findings." + which + ".name"] = language.texts["engine.reception.name"];
    language.texts["questions." + which + ".text"] = language.texts["engine.reception.ask"];
    language.texts["questions." + which + ".again"] = language.texts["engine.reception.again"];
    language.texts["questions." + which + ".why"] = language.texts["engine.reception.why"];
    language.texts[std::string("outcomes.") + kElsewhere + ".say"] = language.texts["engine.reception.none"];
    return language;
}

/// What the first dialog's lexicon heard is nothing that the reception knows.
bool is_of_a_dialog(const Act& act) {
    return std::holds_alternative<Mention>(act) || std::holds_alternative<TopicAsked>(act);
}

Acts own_acts(const Offer& offer, const Session& session, const std::string& text) {
    Acts acts = understand(offer.reception->dialog, session, text);
    acts.erase(std::remove_if(acts.begin(), acts.end(), is_of_a_dialog), acts.end());
    return acts;
}

Acts choose(const Offer& offer, const std::vector<Fit>& fits, std::size_t chosen) {
    Answer answer;
    answer.question = kWhichDialog;
    answer.choices = {offer.scripts[chosen]->dialog.id};
    answer.typed = true;
    Acts acts = {answer};
    acts.insert(acts.end(), fits[chosen].acts.begin(), fits[chosen].acts.end());
    return acts;
}

/// Nothing chosen: it fits several dialogs, or none.
Acts unclear(const std::vector<Fit>& fits, const Acts& own) {
    using Reason = NotUnderstood::Reason;
    const auto fits_it = [](const Fit& f) { return f.names_subject || f.facts > 0; };
    if (std::any_of(fits.begin(), fits.end(), fits_it)) return {NotUnderstood{Reason::which}};
    const auto* nothing = own.empty() ? nullptr : std::get_if<NotUnderstood>(&own.front());
    return {NotUnderstood{nothing && nothing->reason == Reason::empty ? Reason::empty : Reason::unknown}};
}

template <class Wanted>
bool has(const Acts& acts) {
    return std::any_of(acts.begin(), acts.end(), [](const Act& act) { return std::holds_alternative<Wanted>(act); });
}

}  // namespace

std::shared_ptr<const LoadedScript> Offer::find(const std::string& dialog) const {
    if (dialog.empty()) return reception;
    const auto has_id = [&](const auto& script) { return script->dialog.id == dialog; };
    const auto found = std::find_if(scripts.begin(), scripts.end(), has_id);
    return found == scripts.end() ? nullptr : *found;
}

bool Offer::has_pin(const std::string& pin) const {
    return std::any_of(scripts.begin(), scripts.end(), [&](const auto& script) { return script->pin == pin; });
}

bool Offer::has_same(const Scripts& others) const {
    return std::equal(scripts.begin(), scripts.end(), others.begin(), others.end(),
                      [](const auto& a, const auto& b) { return a->pin == b->pin; });
}

std::shared_ptr<const Offer> make_offer(Scripts scripts) {
    auto reception = make_reception(scripts);
    return std::make_shared<const Offer>(Offer{std::move(scripts), std::move(reception)});
}

std::shared_ptr<const LoadedScript> make_reception(const Scripts& scripts) {
    const Dialog& first = scripts.front()->dialog;
    LoadedScript reception;
    Dialog& dialog = reception.dialog;
    dialog.findings = {which_finding(scripts)};
    dialog.order = {0};
    dialog.questions = {{kWhichDialog, {0}, Style::one_of, {}}};
    dialog.states = {{"reception", {}, false, {0}}};
    dialog.outcomes = {{kElsewhere, Level::soon, {}, {}, false}};
    for (const Language& language : first.languages) dialog.languages.push_back(language_of(scripts, language));
    dialog.regions = first.regions;
    return std::make_shared<const LoadedScript>(std::move(reception));
}

Acts understand_at_reception(const Offer& offer, const Session& session, const std::string& text) {
    Acts own = own_acts(offer, session, text);
    if (has<Command>(own)) return own;
    std::vector<Fit> fits;
    for (const auto& script : offer.scripts) fits.push_back(fit(script->dialog, session.locale, text));
    const auto clear = clear_choice(fits);
    if (clear && (fits[*clear].alarm || !has<Answer>(own))) return choose(offer, fits, *clear);
    return has<Answer>(own) ? own : unclear(fits, own);
}

std::string chosen_dialog(const Acts& acts) {
    for (const Act& act : acts)
        if (const auto* answer = std::get_if<Answer>(&act); answer && answer->question == kWhichDialog)
            if (answer->choices.size() == 1 && answer->choices.front() != "unsure") return answer->choices.front();
    return {};
}

}  // namespace anamnesis
