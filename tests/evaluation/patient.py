"""A simulated patient: one written vignette that answers whatever the dialog asks.

The vignette says what is true in the words of a clinical vocabulary; the few findings that only the dialog has
are mapped to it here, once for all vignettes. What is mapped to nothing is answered "not sure"."""

LEVELS = ["self_care", "routine", "soon", "urgent", "emergency"]
POINTS = ["not_at_all", "several_days", "more_than_half", "nearly_every_day"]
UNITS = [(1 / 24, "minutes", 24 * 60), (1, "hours", 24), (14, "days", 1), (60, "weeks", 1 / 7), (10**6, "months", 1 / 30)]

SAME_AS = {
    "baby_colour": "breathing_trouble", "baby_floppy": "confusion", "baby_fever": "fever_rigid_agitated",
    "baby_jerks_held": "seizure", "sugar_danger": "confusion", "withdrawal_danger": "confusion",
    "calcium_danger": "throat_tongue_swelling", "infection_danger": "swallowing_trouble",
    "palsy_before": "diagnosed_bells",
}
ALWAYS = {
    "arm_onset": "sudden", "speech_onset": "sudden", "resolved_when": "day", "swallow_sudden": "no",
    "weakness_fast": "no", "dental_injection": "no", "swelling_local_cause": "no", "seizure_earlier_well": "no",
    "palsy_worse": "no", "crisis_go_on": "no", "stroke_suspected": "no",
}
MEDICINES = ["corticosteroid", "stimulant_medicine", "antipsychotic_antisickness", "antidepressant",
             "blood_pressure_tablet_ace"]
WORDS = {  # of yes, no and not sure, by the style of the person
    "plain": ("yes", "no", "not sure"), "typos": ("yess", "noo", "not shure"), "slang": ("yeah", "nah", "dunno"),
    "terse": ("y", "n", "?"), "hostile": ("yes, obviously", "no, I said no", "how should I know"),
    "minimising": ("yes, a bit", "no", "not sure"), "panicked": ("YES", "no no", "I dont know"),
    "formal": ("Yes, that is correct.", "No, it does not.", "I am not certain."),
}


def who(vignette):
    age, speaker = vignette["patient"]["age"], vignette["patient"]["speaker"]
    if vignette["truth"]["infant"] == "yes":
        return "infant"
    if age < 5:
        return "child_1_4"
    if age < 16:
        return "child_5_15"
    return "self_adult" if speaker == "self" else "other_adult"


class Patient:
    def __init__(self, vignette):
        self.vignette = vignette
        self.words = WORDS[vignette["answer_style"]]
        self.asked = set()
        self.truth = dict(vignette["truth"])
        persons = ["self_adult", "other_adult", "child_5_15", "child_1_4", "infant"]
        attributes = vignette["attributes"]
        self.truth.update(ALWAYS)
        self.truth.update({dialog: self.truth[known] for dialog, known in SAME_AS.items()})
        self.truth.update({person: "yes" if person == who(vignette) else "no" for person in persons})
        self.truth["listed_medicine"] = "yes" if any(self.truth[m] == "yes" for m in MEDICINES) else "no"
        self.truth["cannot_function"] = "yes" if attributes["gad7"] >= 15 else "no"
        self.truth["location"] = attributes["location"]
        self.truth["side"] = attributes["side"]
        self.truth["onset"] = attributes["onset"]
        for item, points in enumerate(attributes["gad7_items"], 1):
            self.truth[f"gad7.item{item}"] = POINTS[points]
        self.truth["gad7.consent"] = "yes"
        self.truth["gad7.difficulty"] = ("not" if attributes["gad7"] == 0 else
                                         "somewhat" if attributes["gad7"] < 15 else "very")

    def value(self, finding):
        """yes, no, unsure, or the id of an option."""
        said = self.truth.get(finding, "unsure")
        return "unsure" if said == "unknown" else said

    # ---------------------------------------------------------------- by choices

    def choices(self, question):
        options = [option["id"] for option in question["options"]]
        findings = question["findings"]
        if question["style"] == "any_of":
            values = {finding: self.value(finding) for finding in findings}
            unsure = ["unsure"] if "unsure" in values.values() else []
            return [finding for finding in findings if values[finding] == "yes"] + unsure
        if question["style"] == "one_of" and len(findings) > 1:
            return [finding for finding in findings if self.value(finding) == "yes"][:1] or ["unsure"]
        if question["style"] == "number":
            return [self.band(options)]
        value = "no" if self.takes_back(question) else self.value(findings[0])
        return [value if value in options else "unsure"]

    @staticmethod
    def takes_back(question):
        return question["id"].endswith(".confirm")

    def band(self, options):
        days = self.vignette["attributes"]["duration_days"]
        for limit, band in [(1, "today"), (8, "days"), (15, "two_weeks"), (61, "weeks"), (10**6, "months")]:
            if days < limit and band in options:
                return band
        return "unsure"

    # ---------------------------------------------------------------- by free text

    def says(self, question):
        """What the person writes to this question."""
        scripted = self.scripted(question)
        if scripted:
            return scripted
        if question["style"] == "any_of":
            return self.of_a_list(question)
        if question["style"] == "number":
            return self.time()
        choice = self.choices(question)[0]
        own = self.vignette["answers"].get(question["findings"][0])
        if own and len(question["findings"]) == 1:
            return own
        if choice in ("yes", "no", "unsure"):
            return self.words[("yes", "no", "unsure").index(choice)]
        return next(option["label"] for option in question["options"] if option["id"] == choice)

    def scripted(self, question):
        for script in self.vignette["script"]:
            if script["trigger"] == "every_question":
                return script["say"]
            if script["trigger"] == "ask" and script["finding"] in question["findings"]:
                again = script["finding"] in self.asked
                self.asked.add(script["finding"])
                return script.get("then", script["say"]) if again else script["say"]
        return None

    def of_a_list(self, question):
        labels = {option["id"]: option["label"] for option in question["options"]}
        values = {finding: self.value(finding) for finding in question["findings"]}
        present = [self.vignette["answers"].get(f, labels[f]) for f in values if values[f] == "yes"]
        if present:
            return " and ".join(present)
        return self.words[2] if "unsure" in values.values() else "none of these"

    def time(self):
        days = self.vignette["attributes"]["duration_days"]
        unit, factor = next((unit, factor) for limit, unit, factor in UNITS if days < limit)
        count = max(1, round(days * factor))
        return f"{count} {unit if count > 1 else unit[:-1]}"

    def interrupts(self, turn):
        """What the person writes unasked after the engine's n-th message."""
        for script in self.vignette["script"]:
            if script["trigger"] == "turn" and script["n"] == turn:
                self.truth.update(script.get("sets", {}))
                return script["say"]
        return None

    def on_language(self):
        return next((s["say"] for s in self.vignette["script"] if s["trigger"] == "ask_language"), None)
