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
