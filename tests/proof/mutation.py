"""How many small mistakes in a shipped script are told by reading it, by `check`, or by its replays.

    mutation.py PROGRAM DIALOG_DIR [SAMPLE] [SEED]

A mutant that `diff` finds to change nobody's level is equivalent and does not count. Not run by the tests: a mutant
takes seconds.
"""

import collections
import copy
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

LEVELS = ["self_care", "routine", "soon", "urgent", "emergency"]


def mutants(script):
    """Kind, place, and the changed script with the texts that it no longer needs."""
    findings = [f for f, x in script["findings"].items() if x.get("type", "yes_no") == "yes_no" and "set_by" not in x]
    for i, rule in enumerate(script["rules"]):
        yield "rule dropped", rule["id"], without_rule(script, i), rule["id"]
        yield from changed_rules(script, i, rule, findings)
        if i + 1 < len(script["rules"]):
            rules = list(script["rules"])
            rules[i], rules[i + 1] = rules[i + 1], rules[i]
            yield "rules swapped", rule["id"], {**script, "rules": rules}, None
    for s, state in enumerate(script["states"]):
        for q, question in enumerate(state.get("questions", [])):
            for when in {re.sub(r"\bmaybe ", "", question.get("when", ""), count=1)} - {question.get("when", "")}:
                yield "gate narrowed", question["id"], with_question(script, s, q, when), None
            if not question.get("when"):
                yield "question gated", question["id"], with_question(script, s, q, findings[0]), None


def changed_rules(script, i, rule, findings):
    certain = re.sub(r"\bmaybe |\bpossible\b", "", rule["if"], count=1)
    if certain != rule["if"]:
        yield "maybe made plain", rule["id"], with_rule(script, i, {"if": certain}), None
    other = next(f for f in findings if f not in rule["if"])
    yield "condition added", rule["id"], with_rule(script, i, {"if": f"({rule['if']}) and {other}"}), None
    lower = one_level_lower(script, rule["then"])
    if lower:
        yield "level lowered", rule["id"], with_rule(script, i, {"then": lower}), None
    if rule.get("at") == "once":
        yield "acts at the end", rule["id"], with_rule(script, i, {"at": "end"}), None
    if "unless" in rule:
        yield "not taken back", rule["id"], with_rule(script, i, {}, "unless"), None


def one_level_lower(script, outcome):
    level = script["outcomes"].get(outcome, {}).get("level")
    below = LEVELS[LEVELS.index(level) - 1] if level in LEVELS[1:] else None
    return next((o for o, x in script["outcomes"].items() if x["level"] == below), None)


def without_rule(script, i):
    return {**script, "rules": script["rules"][:i] + script["rules"][i + 1:]}


def with_rule(script, i, change, drop=None):
    out = copy.deepcopy(script)
    out["rules"][i].update(change)
    out["rules"][i].pop(drop, None)
    return out


def with_question(script, s, q, when):
    out = copy.deepcopy(script)
    out["states"][s]["questions"][q]["when"] = when
    return out


class Trial:
    def __init__(self, program, dialog):
        self.program, self.dialog = program, pathlib.Path(dialog)

    def run(self, *arguments):
        return subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True, check=False)

    def of(self, script, dropped_rule):
        """What tells the mutant, and whether it lowers a level; nothing where it is equivalent."""
        with tempfile.TemporaryDirectory() as folder:
            mutant = pathlib.Path(folder) / self.dialog.name
            for other in self.dialog.parent.iterdir():
                if other.is_dir():
                    shutil.copytree(other, pathlib.Path(folder) / other.name)
            (mutant / "dialog.json").write_text(json.dumps(script))
            for words in (mutant / "locale").glob("*.json"):
                texts = json.loads(words.read_text())
                texts["rules"].pop(dropped_rule, None)
                words.write_text(json.dumps(texts))
            checked = self.run("check", mutant, "--out", pathlib.Path(folder) / "out", "--json")
            if checked.returncode == 2:
                return "reading", None
            changes = self.run("diff", self.dialog, mutant).stdout
            lowers = re.search(r"^lowered", changes, re.MULTILINE) is not None
            if not lowers and not re.search(r"^raised", changes, re.MULTILINE):
                return "equivalent", False
            if checked.returncode == 1:
                return "check", lowers
            return ("replays" if self.run("replay", mutant / "replays").returncode == 1 else "nothing"), lowers


def main():
    program, dialog = sys.argv[1:3]
    sample, seed = int(sys.argv[3]) if len(sys.argv) > 3 else 0, int(sys.argv[4]) if len(sys.argv) > 4 else 1
    script = json.loads((pathlib.Path(dialog) / "dialog.json").read_text())
    every = list(mutants(script))
    chosen = random.Random(seed).sample(every, sample) if 0 < sample < len(every) else every
    trial, told = Trial(program, dialog), collections.Counter()
    for kind, place, mutant, dropped in chosen:
        by, lowers = trial.of(mutant, dropped)
        told[("lowers" if lowers else "does not lower" if lowers is not None else "refused", by)] += 1
        print(f"{by}: {kind}, {place}" + (", lowers a level" if lowers else ""), flush=True)
    print(f"{len(chosen)} of {len(every)} mutants (seed {seed})")
    for (what, by), count in sorted(told.items()):
        print(f"  {what}, told by {by}: {count}")


if __name__ == "__main__":
    main()
