"""`check`, `diff` and `graph` from outside."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

SOURCE = pathlib.Path(os.environ["ANAMNESIS_SOURCE"])
PROGRAM = os.environ["ANAMNESIS"]
DIALOG = SOURCE / "dialogs/lip-twitching"
DONE, ANSWER_IS_NO, COULD_NOT_START = 0, 1, 2


def run(*arguments):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, done.stdout, done.stderr


class Commands(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.script = json.loads((DIALOG / "dialog.json").read_text())

    def changed(self, name="new"):
        """The shipped dialog with what was changed of `self.script`."""
        root = self.folder / name
        shutil.copytree(SOURCE / "dialogs", root)
        (root / "lip-twitching/dialog.json").write_text(json.dumps(self.script))
        return root / "lip-twitching"

    def rule(self, name):
        return next(rule for rule in self.script["rules"] if rule["id"] == name)

    def test_the_shipped_dialog_is_proved(self):
        status, told, _ = run("check", DIALOG, "--out", self.folder)
        self.assertEqual(status, DONE, told)
        self.assertNotRegex(told, "violated|not proved|unknown")
        report = json.loads((self.folder / "lip-twitching/report.json").read_text())
        self.assertTrue(report["proved"])
        self.assertEqual([p["id"] for p in report["properties"]],
                         ["G1", "G2", "G3", "G4", "G6", "G7", "G8", "G9", "dead", "low", "text"])

    def test_what_is_violated_is_told_on_its_own_line_alone(self):
        self.rule("E10")["if"] = "chest_pain and breathing_trouble"
        status, told, _ = run("check", self.changed(), "--out", self.folder / "out")
        self.assertEqual(status, ANSWER_IS_NO)
        lines = [line for line in told.splitlines() if "violated" in line]
        self.assertTrue(any(line.startswith("G4 violated") and "chest_pain" in line for line in lines), told)
        self.assertEqual(run("replay", self.folder / "out/lip-twitching/counterexamples")[0], DONE)

    def test_counterexamples_of_an_earlier_check_are_gone(self):
        self.rule("E10")["if"] = "chest_pain and breathing_trouble"
        run("check", self.changed(), "--out", self.folder / "out")
        run("check", DIALOG, "--out", self.folder / "out")
        self.assertEqual(list((self.folder / "out").rglob("*.chat")), [])

    def test_check_leaves_the_dialogs_own_files_alone(self):
        script = self.changed()
        before = {p: p.read_bytes() for p in script.rglob("*") if p.is_file()}
        run("check", script, "--out", script.parent)
        self.assertEqual({p: p.read_bytes() for p in before}, before)

    def test_a_script_that_cannot_be_read_or_a_report_that_cannot_be_written(self):
        for arguments in (["check", self.folder], ["diff", DIALOG, self.folder], ["graph", self.folder], ["check"],
                          ["graph", DIALOG, "--format", "oil"], ["check", DIALOG, "--out", "/dev/null"]):
            status, told, errors = run(*arguments)
            self.assertEqual((status, told), (COULD_NOT_START, ""), arguments)
            self.assertTrue(errors)

    def test_diff_of_a_dialog_and_itself(self):
        self.assertEqual(run("diff", DIALOG, DIALOG)[:2], (DONE, "nobody gets another level\n"))

    def test_diff_tells_a_lowered_level_unless_it_is_intended(self):
        self.rule("U03")["then"] = "doctor_days"
        status, told, _ = run("diff", DIALOG, self.changed("lowered"))
        self.assertEqual(status, ANSWER_IS_NO)
        self.assertIn("lowered: urgent by U03", told)
        self.assertIn("    level: urgent", told)
        self.script["lowered"] = [{"since": self.script["version"], "if": "ear_or_mouth_blisters", "why": "for a test"}]
        status, told, _ = run("diff", DIALOG, self.changed("intended"))
        self.assertEqual(status, DONE, told)
        self.assertIn("intended: for a test", told)

    def test_the_properties_on_which_safety_rests_cannot_be_waived(self):
        for name in ("G1", "G2", "G3", "G4", "G6", "G7", "G9"):
            self.script["waivers"] = [{"property": name, "why": "for a test"}]
            status, told, errors = run("check", self.changed(f"waived_{name}"))
            self.assertEqual((status, told), (COULD_NOT_START, ""))
            self.assertIn("/waivers/0", errors)

    def test_what_cannot_be_read_is_told_and_nothing_is_proved(self):
        for name, text in (("cut", '{"anamnesis": 1, "id": '), ("deep", "[" * 100_000), ("not_utf8", '{"id": "\udcff"}'),
                           ("long", '{"id": "' + "x" * 1_100_000 + '"}'), ("twice", '{"id": "a", "id": "b"}'),
                           ("number", '{"anamnesis": 1e999}'), ("empty", "")):
            script = self.changed(name)
            (script / "dialog.json").write_bytes(text.encode("utf-8", "surrogateescape"))
            self.refused(script, "dialog.json", name)

    def test_an_include_of_itself_and_one_in_a_circle(self):
        self.script["include"].append({"id": self.script["id"], "version": "0.1"})
        self.refused(self.changed("itself"), "include", "itself")
        gad = self.changed("circle").parent / "gad-7"
        crisis = gad.parent / "common/crisis/dialog.json"
        crisis.write_text(json.dumps({**json.loads(crisis.read_text()), "include": [{"id": "gad-7", "version": "0.1"}]}))
        self.refused(gad, "include", "circle")

    def test_a_phrase_that_re2_refuses(self):
        script = self.changed()
        words = json.loads((script / "locale/en-GB.json").read_text())
        for pattern in (r"re2: (a)\1", "re2: (?=a)b", "re2: ((a{1000}){1000}){1000}", "re2: (", "(a|b"):
            words["findings"]["face_droop"]["phrases"] = [pattern]
            (script / "locale/en-GB.json").write_text(json.dumps(words))
            self.refused(script, "phrases/0", pattern)

    def test_as_many_findings_and_rules_as_there_may_be_and_one_more(self):
        for key, most, one in (("findings", 200, {}), ("rules", 400, {"if": "no seizure", "then": "same_day"})):
            script = json.loads(json.dumps(self.script))
            for n in range(most + 1):
                script[key].update({f"more_{n}": one}) if key == "findings" else script[key].append({"id": f"more_{n}", **one})
            folder = self.changed(f"many_{key}")
            (folder / "dialog.json").write_text(json.dumps(script))
            self.refused(folder, str(most), key)

    def refused(self, script, about, what):
        status, told, errors = run("check", script, "--out", self.folder / "out")
        self.assertEqual((status, told), (COULD_NOT_START, ""), what)
        self.assertRegex(errors, r"error [AF]\d+", what)
        self.assertIn(about, errors, what)
        self.assertLess(len(errors), 1_000_000, what)

    def test_z3_says_the_same(self):
        if not shutil.which("z3"):
            self.skipTest("z3 is not installed")
        for n, dialog in enumerate((SOURCE / "dialogs/gad-7", self.knee("fine"), self.broken())):
            out = self.folder / f"queries{n}"
            report = json.loads(run("check", dialog, "--json", "--queries", "--out", out)[1])
            verdicts = {p["id"]: p["result"] for p in report["properties"]}
            queries = sorted(out.rglob("queries/*.cnf"))
            self.assertEqual([q.stem for q in queries], ["G1", "G2", "G3", "G4", "G6", "G7", "G8", "G9"])
            for query in queries:
                answer = subprocess.run(["z3", "-dimacs", query], capture_output=True, text=True, check=False).stdout
                self.assertIn(answer.split()[1], ("SATISFIABLE", "UNSATISFIABLE"))
                self.assertEqual("UNSATISFIABLE" in answer, verdicts[query.stem] == "proved", f"{dialog} {query.stem}")

    def knee(self, name):
        shutil.copytree(SOURCE / "dialogs/common", self.folder / name / "common")
        return pathlib.Path(shutil.copytree(SOURCE / "tests/engine/fixtures/knee", self.folder / name / "knee"))

    def broken(self):
        """The knee, where a fever is only soon."""
        knee = self.knee("broken")
        text = (knee / "dialog.json").read_text()
        old, new = '"if": "fever", "then": "same_day"', '"if": "fever", "then": "this_week"'
        self.assertIn(old, text)
        (knee / "dialog.json").write_text(text.replace(old, new))
        return knee

    def test_a_graph_with_what_replays_reached(self):
        coverage = self.folder / "coverage.json"
        some = DIALOG / "replays/stroke_in_first_message.chat"
        self.assertEqual(run("replay", some, "--coverage", coverage)[0], DONE)
        plain = {form: run("graph", DIALOG, "--format", form)[1] for form in ("mermaid", "dot", "svg")}
        for form, dashes in (("mermaid", "stroke-dasharray"), ("dot", "dashed"), ("svg", "stroke-dasharray")):
            status, told, _ = run("graph", DIALOG, "--format", form, "--coverage", coverage)
            self.assertEqual(status, DONE)
            self.assertIn("self_care (in no replay)", told)
            self.assertNotIn("stroke_now (in no replay)", told)
            self.assertRegex(told, r"rules 1 of \d+")
            self.assertIn(dashes, told)
            self.assertNotIn(dashes, plain[form])
        ElementTree.fromstring(told)

    def test_coverage_that_is_none(self):
        coverage = self.folder / "coverage.json"
        for text in ("", "[]", "{}", '{"rules": {"covered": 1}}', '{"rules": {"covered": 1, "total": 2, "missing": [3]}}'):
            coverage.write_text(text)
            status, told, errors = run("graph", DIALOG, "--coverage", coverage)
            self.assertEqual((status, told), (COULD_NOT_START, ""), text)
            self.assertIn("coverage", errors)
        self.assertEqual(run("graph", DIALOG, "--coverage", self.folder / "none.json")[0], COULD_NOT_START)

    def test_graph_has_every_state_and_outcome(self):
        for form in ("mermaid", "dot", "svg"):
            status, told, _ = run("graph", DIALOG, "--format", form)
            self.assertEqual(status, DONE)
            for outcome in self.script["outcomes"]:
                self.assertIn(outcome, told)
            for question in (q["id"] for state in self.script["states"] for q in state.get("questions", [])):
                self.assertIn(question, told)
        ElementTree.fromstring(told)


if __name__ == "__main__":
    unittest.main()
