"""Scripts made to measure are proved in the time that was promised: 50 findings in 1 s, 200 findings in 30 s of one core."""

import json
import os
import pathlib
import random
import resource
import shutil
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["ANAMNESIS_SOURCE"])
PROGRAM = os.environ["ANAMNESIS"]
OTHER_FINDINGS = 3  # of the crisis script


def question(name, asks, when=""):
    out = {"id": name, "asks": asks}
    if isinstance(asks, list):
        out["style"] = "any_of"
    if when:
        out["when"] = when
    return out


class Script:
    """A safe script: each flag has its rule, and below soon all red flags are denied."""

    def __init__(self, findings, rules, seed):
        self.random = random.Random(seed)
        self.findings, self.questions, self.checks, self.rules = {}, [], [], []
        self.flags = {"emergency": [], "urgent": [], "soon": []}
        for i in range(findings - OTHER_FINDINGS - 2):
            self.add_finding(f"f{i}", ("emergency", "urgent", "soon", None)[i % 4])
        self.findings["length"] = {"type": "choice", "options": ["short", "long"], "worse": "none", "why_not_worse": "time"}
        self.questions.append(question("length", "length"))
        self.findings["mood"] = {}
        self.questions.append(question("mood", "mood"))
        self.add_rules(rules - 4)

    def add_finding(self, name, flag):
        finding = {"flag": flag} if flag else {}
        parent = self.flags["urgent"][-1] if flag == "emergency" and self.flags["urgent"] else None
        if flag == "emergency":
            finding["probe"] = True
            if parent and self.random.random() < 0.4:
                finding["depends_on"] = [parent]
        self.findings[name] = finding
        if flag:
            self.flags[flag].append(name)
        gated = f"maybe {parent}" if "depends_on" in finding else ""
        self.questions.append(question(f"q_{name}", name, gated))

    def add_rules(self, count):
        late = []
        for flag in self.flags["emergency"]:
            self.rule("once", flag, "emergency_now")
        self.rule("once", "at least 2 of emergency_flag unsure", "emergency_now")
        late += [(flag, "today") for flag in self.flags["urgent"]] + [("any emergency_flag unsure", "today")]
        late += [(flag, "this_week") for flag in self.flags["soon"]] + [("any urgent_flag unsure", "this_week")]
        for then, groups in (("today", ("urgent", "soon")), ("this_week", ("soon",))):
            late += [(self.syndrome(groups), then) for _ in range(max(0, (count - len(self.rules) - len(late)) // 2))]
        for condition, then in late:
            self.rule("end", condition, then)
        self.rule("end", "all red_flag denied and any soon_flag unsure", "see_someone")
        self.rule("end", "all red_flag denied and (length is long or unsure length)", "see_someone")
        self.rule("end", "all red_flag denied and all soon_flag denied and length is short", "self_care")

    def syndrome(self, groups):
        flags = [flag for group in groups for flag in self.flags[group]]
        some = ", ".join(self.random.sample(flags, min(7, len(flags))))
        return f"at least {self.random.randint(2, 3)} of ({some})"

    def rule(self, at, condition, then):
        self.rules.append({"id": f"r{len(self.rules)}", "at": at, "if": condition, "then": then})

    def dialog(self):
        levels = {"emergency_now": "emergency", "today": "urgent", "this_week": "soon", "see_someone": "routine",
                  "self_care": "self_care"}
        return {"anamnesis": 1, "id": "scale", "version": "1.0.0", "status": "draft", "locale": "en-GB",
                "sources": {"S1": {"title": "made for a test"}}, "include": [{"id": "crisis", "version": "0.1"}],
                "findings": self.findings,
                "states": [{"id": "main", "questions": self.questions}, {"use": "self_harm", "when": "maybe mood"}],
                "rules": self.rules, "outcomes": {o: {"level": level, "show": []} for o, level in levels.items()},
                "default": "this_week",
                "waivers": [{"property": "dead", "why": "conditions made at random may shadow each other"}]}

    def words(self):
        named = {f: {"name": f, "probe": f} if "probe" in x else {"name": f} for f, x in self.findings.items()}
        named["length"]["options"] = {"short": {"label": "short"}, "long": {"label": "long"}}
        return {"locale": "en-GB", "dialog": {"title": "Scale"}, "findings": named,
                "states": {"main": {"title": "Main"}}, "questions": {q["id"]: {"text": q["id"]} for q in self.questions},
                "rules": {r["id"]: {"why": r["id"]} for r in self.rules},
                "outcomes": {o: {"say": o} for o in self.dialog()["outcomes"]}}


class Scale(unittest.TestCase):
    def check(self, dialog, out):
        """What `check --json` tells, and the seconds of one core that it took."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([PROGRAM, "check", dialog, "--out", out, "--json"],
                              capture_output=True, text=True, timeout=250, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.assertEqual(done.returncode, 0, done.stdout[:3000] + done.stderr[:3000])
        return json.loads(done.stdout), after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def seconds(self, findings, rules, seed):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            shutil.copytree(SOURCE / "dialogs/common", root / "common")
            (root / "scale/locale").mkdir(parents=True)
            script = Script(findings, rules, seed)
            (root / "scale/dialog.json").write_text(json.dumps(script.dialog()))
            (root / "scale/locale/en-GB.json").write_text(json.dumps(script.words()))
            told, used = self.check(root / "scale", root / "out")
        effort = told["effort"]
        print(f"{findings} findings, {len(script.rules) + 4} rules, seed {seed}: {used:.2f} s of one core, {effort}")
        return used

    def test_the_shipped_dialog(self):
        with tempfile.TemporaryDirectory() as out:
            _, used = self.check(SOURCE / "dialogs/lip-twitching", out)
        print(f"lip-twitching: {used:.2f} s of one core")
        self.assertLessEqual(used, 4)

    def test_fifty_findings(self):
        for seed in (1, 2, 3):
            self.assertLessEqual(self.seconds(50, 60, seed), 1)

    def test_two_hundred_findings_and_four_hundred_rules(self):
        self.assertLessEqual(self.seconds(200, 400, 1), 30)


if __name__ == "__main__":
    unittest.main()
