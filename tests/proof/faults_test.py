"""Planted faults: each is found by `check`, and its counterexample is a conversation that `replay` runs."""

import copy
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["ANAMNESIS_SOURCE"])
PROGRAM = os.environ["ANAMNESIS"]
KNEE = SOURCE / "tests/engine/fixtures/knee"
FAULTS = sorted((SOURCE / "tests/proof/faults").glob("*.json"))
FAULTS_MIN = 25
FOUND_BY_A_CONVERSATION = {"G3", "G4", "G6", "G7", "G8", "G9"}


def run(*arguments):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, done.stdout, done.stderr


def step_into(node, key):
    """A member of an object; of a list the item with this id, or by place."""
    if isinstance(node, dict):
        return node[key]
    by_id = [item for item in node if item.get("id") == key]
    return by_id[0] if by_id else node[int(key)]


def edited(script, edits):
    script = copy.deepcopy(script)
    for edit in edits:
        path = next(edit[kind] for kind in ("set", "add", "remove") if kind in edit).split("/")
        node = script
        for key in path[:-1]:
            node = node.setdefault(key, {}) if isinstance(node, dict) else step_into(node, key)
        if "set" in edit:
            node[path[-1]] = edit["to"]
        elif "add" in edit:
            node[path[-1]].append(edit["to"])
        elif isinstance(node, dict):
            del node[path[-1]]
        else:
            node.remove(step_into(node, path[-1]))
    return script


class Faults(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def planted(self, fault):
        knee = self.folder / "knee"
        shutil.copytree(KNEE, knee)
        shutil.copytree(SOURCE / "dialogs/common", self.folder / "common")
        for file, edits in (("dialog.json", fault["dialog"]), ("locale/en-GB.json", fault.get("locale", []))):
            script = json.loads((knee / file).read_text())
            (knee / file).write_text(json.dumps(edited(script, edits)))
        return knee

    def found(self, report, fault):
        found = next(p for p in report["properties"] if p["id"] == fault["finds"])
        self.assertEqual(found["result"], fault.get("result", "violated"))
        self.assertTrue(any(fault["about"] in sentence for sentence in found["found"]), found["found"])

    def replays(self, out, fault):
        chats = sorted((out / "knee/counterexamples").glob(f"{fault['finds']}_*.chat"))
        self.assertTrue(chats)
        self.assertTrue(any(fault["about"] in chat.name for chat in chats))
        status, told, _ = run("replay", out / "knee/counterexamples")
        self.assertEqual(status, 0, told)

    def test_the_script_without_a_fault_is_proved(self):
        status, told, _ = run("check", self.planted({"dialog": []}), "--out", self.folder / "out")
        self.assertEqual(status, 0, told)
        self.assertNotRegex(told, "violated|not proved|unknown")

    def test_enough_kinds_of_fault_and_one_for_each_property(self):
        self.assertGreaterEqual(len(FAULTS), FAULTS_MIN)
        finds = {json.loads(path.read_text())["finds"] for path in FAULTS}
        # Against G1 alone no script can be written that is read (A206): its fault is planted in check_dialog_test.cpp.
        self.assertLessEqual({"G2", "G3", "G4", "G6", "G7", "G8", "G9", "dead", "low", "text"}, finds)


def test_of(path):
    def test(self):
        fault = json.loads(path.read_text())
        script, out = self.planted(fault), self.folder / "out"
        status, told, errors = run("check", script, "--json", "--out", out)
        if fault["finds"].startswith("A"):
            self.assertEqual((status, told), (2, ""), told)
            self.assertIn(f"error {fault['finds']}", errors)
            return
        self.assertEqual(status, 1, told + errors)
        self.found(json.loads(told), fault)
        if fault["finds"] not in FOUND_BY_A_CONVERSATION:
            return
        if fault.get("reached", True):
            self.replays(out, fault)
        else:  # what takes an alarm back is forgotten when the alarm is said, so nobody comes there
            self.assertIn('"reached": false', told)
    return test


for fault_file in FAULTS:
    setattr(Faults, f"test_{fault_file.stem}", test_of(fault_file))

if __name__ == "__main__":
    unittest.main()
