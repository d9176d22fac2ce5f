"""decide() of the engine against reference.py, on random maps of findings."""

import json
import os
import pathlib
import random
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import reference  # noqa: E402

SOURCE = pathlib.Path(os.environ["ANAMNESIS_SOURCE"])
DRIVER = os.environ["ANAMNESIS_REFERENCE_DRIVER"]
COMMON = SOURCE / "dialogs" / "common"
SHIPPED = SOURCE / "dialogs" / "lip-twitching"
FIXTURES = SOURCE / "tests" / "engine" / "fixtures"

# Chances of yes, not sure and nothing said for one finding; the rest is a no.
DENSE = [(0.0, 0.0, 0.02), (0.02, 0.02, 0.0), (0.05, 0.05, 0.05), (0.3, 0.3, 0.1)]
SPARSE = [(0.05, 0.05, 0.8), (0.3, 0.2, 0.4)]


def domains(script):
    """The values of every finding that can be asked, and the findings that have a check."""
    values = {}
    for name, entry in script.findings.items():
        if entry["kind"] == "yes_no":
            values[name] = ["yes", "no", "unsure"]
        elif entry["kind"] != "score":
            values[name] = list(entry["points"] or entry["bands"]) + ["unsure"]
    return values, [name for name, entry in script.findings.items() if entry.get("probe")]


class Maps:
    def __init__(self, script, seed):
        self.values, self.probes = domains(script)
        self.random = random.Random(seed)

    def with_chances(self, yes, unsure, silent):
        said = {}
        for name, values in self.values.items():
            drawn = self.random.random()
            if drawn < silent:
                continue
            if "yes" not in values or drawn < silent + yes + unsure:
                said[name] = self.random.choice(values if "yes" not in values else
                                                ["yes"] if drawn < silent + yes else ["unsure"])
            else:
                said[name] = "no"
        return said, self.checks(0.5)

    def checks(self, chance):
        return {name: self.random.choice(["yes", "no", "unsure"]) for name in self.probes if self.random.random() < chance}

    def harmless(self):
        return {name: "no" if "no" in values else values[0] for name, values in self.values.items()}

    def deviations(self):
        """Every single step away from the harmless map, with every answer to the check."""
        for name, values in self.values.items():
            for value in [None] + values:
                for check in [None, "yes", "no", "unsure"] if name in self.probes and value == "unsure" else [None]:
                    said = {k: v for k, v in {**self.harmless(), name: value}.items() if v is not None}
                    yield said, {name: check} if check else {}

    def prefixes(self, count):
        """Harmless conversations broken off, with one thing said differently."""
        names = list(self.values)
        for _ in range(count):
            length = self.random.randrange(len(names) + 1)
            said = {k: v for k, v in self.harmless().items() if k in names[:length]}
            name = self.random.choice(names)
            said[name] = self.random.choice(self.values[name])
            yield said, self.checks(0.2)

    def mixed(self, count):
        yield {}, {}
        yield from self.deviations()
        yield from self.prefixes(count // 4)
        for chances in DENSE + SPARSE:
            for _ in range(count // 8):
                yield self.with_chances(*chances)


def decisions_of_engine(folder, maps):
    lines = "".join(json.dumps({"said": said, "checked": checked}) + "\n" for said, checked in maps)
    done = subprocess.run([DRIVER, str(folder)], input=lines, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


class Reference(unittest.TestCase):
    def compare(self, folder, count, seed):
        script = reference.Script(folder, COMMON)
        maps = list(Maps(script, seed).mixed(count))
        decisions = decisions_of_engine(folder, maps)
        self.assertEqual(len(decisions), len(maps))
        for (said, checked), decision in zip(maps, decisions):
            expected = reference.decide(script, said, checked)
            if decision != expected:
                self.fail(f"said {said}\nchecked {checked}\nengine    {decision}\nreference {expected}")
        return decisions

    def test_the_shipped_dialog(self):
        decisions = self.compare(SHIPPED, 24_000, 7)
        self.assertGreaterEqual(len(decisions), 20_000)
        self.covers_everything(decisions, reference.Script(SHIPPED, COMMON))

    def test_every_feature(self):
        decisions = self.compare(FIXTURES / "knee", 8_000, 13)
        self.covers_everything(decisions, reference.Script(FIXTURES / "knee", COMMON))

    def test_an_include_with_scores_under_a_name_of_its_own(self):
        decisions = self.compare(FIXTURES / "elbow", 8_000, 17)
        self.covers_everything(decisions, reference.Script(FIXTURES / "elbow", COMMON))
        reached = {decision[key] for decision in decisions for key in ("rule", "question")}
        self.assertLessEqual({"t.U1", "t.U1e", "t.S1", "t.stress", "t.consent", "t.calmer", "U08", "E16"}, reached)
        self.assertFalse({"t.H1"} & reached, "an include can only raise")

    def covers_everything(self, decisions, script):
        """The maps are worth something only if they reach all levels and nearly all rules and questions."""
        self.assertEqual({d["level"] for d in decisions} - {None}, set(script.outcomes.values()))
        self.assertTrue(any(d["pending"] for d in decisions))
        self.assertGreater(len({d["rule"] for d in decisions}), 0.8 * len(script.rules))
        self.assertGreater(len({d["question"] for d in decisions}), 0.8 * len(script.questions))


if __name__ == "__main__":
    unittest.main()
