"""An editor completes keys, fixed words and ids in the shipped scripts, as VS Code's own language service tells it."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
from adapters import server  # noqa: E402

HERE = pathlib.Path(__file__).parent
MODULES = pathlib.Path(os.environ["ANAMNESIS_BUILD"]) / "schema"
SCRIPT, WORDS = "dialog.json", "locale/en-GB.json"

# Where the cursor stands (the place of ^ in the pattern, whose other text is what stands there), and what is offered.
KEYS_AND_WORDS = [
    (SCRIPT, r'\{\n  ^"\$schema"', '"^",', "scales"),
    (SCRIPT, r'"findings": \{\s*^', '"x": { "^" }, ', "lifted_by"),
    (SCRIPT, r'"rules": \[\s*^', '{ "^" }, ', "hazard"),
    (SCRIPT, r'"status": ^"draft"', None, '"approved"'),
    (SCRIPT, r'"flag": ^"emergency"', None, '"urgent"'),
    (SCRIPT, r'"style": ^"any_of"', None, '"one_of"'),
    (SCRIPT, r'"level": ^"emergency"', None, '"self_care"'),
    (SCRIPT, r'"at": ^"once"', None, '"end"'),
    (SCRIPT, r'"strength": ^"\w+"', None, '"rarely"'),
    (WORDS, r'"findings": \{\s*^', '"x": { "^" }, ', "counterexamples"),
    (WORDS, r'"outcomes": \{\s*^', '"x": { "^" }, ', "say"),
]
IDS = [
    (SCRIPT, r'"asks": ^"face_droop"', None, '"diagnosed_bells"'),
    (SCRIPT, r'"then": ^"\w+"', None, '"crisis_support"'),
    (SCRIPT, r'"default": ^"\w+"', None, '"crisis_now"'),
    (SCRIPT, r'"ask_first": ^"\w+"', None, '"crisis_plan"'),
    (SCRIPT, r'"cite": \[^"S01"', None, '"S02"'),
    (SCRIPT, r'"depends_on": \[^"infant"', None, '"face_droop"'),
    (SCRIPT, r'"for": \[^"\w+"', None, '"stress_anxiety"'),
    (SCRIPT, r'"use": ^"self_harm"', None, '"self_harm"'),
    (SCRIPT, r'"at": ^"once"', None, '"after danger"'),
    (SCRIPT, r'"lifted_by": ^"\w+"', None, '"infant"'),
    (WORDS, r'"findings": \{\n *^', '"^": {}, ', "coffee_planted"),
    (WORDS, r'"questions": \{\n *^', '"^": {}, ', "question_planted"),
    (WORDS, r'"rules": \{\n *^', '"^": {}, ', "rule_planted"),
]


def install():
    """The language service as the lock file has it, once; without it the test is skipped."""
    if not (shutil.which("node") and shutil.which("npm")):
        return False
    MODULES.mkdir(exist_ok=True)
    lock = (HERE / "package-lock.json").read_bytes()
    installed = MODULES / "package-lock.json"
    if (MODULES / "node_modules/vscode-json-languageservice").exists() and installed.read_bytes() == lock:
        return True
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, MODULES)
    done = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=MODULES,
                          capture_output=True, timeout=200)
    return done.returncode == 0


def completions(places):
    done = subprocess.run(["node", HERE / "completion.js"], input=json.dumps(places), capture_output=True, text=True,
                          timeout=100, env={**os.environ, "NODE_PATH": str(MODULES / "node_modules")})
    if done.returncode:
        raise AssertionError(done.stderr)
    return json.loads(done.stdout)


class Completion(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        shutil.copytree(server.SOURCE / "dialogs", pathlib.Path(temporary.name) / "dialogs")
        self.dialog = pathlib.Path(temporary.name) / "dialogs/lip-twitching"

    def place(self, name, pattern, typed):
        """The file with the cursor in it: in a value that is there, or in a key that is being typed."""
        path = self.dialog / name
        text = path.read_text("utf-8")
        before, after = pattern.split("^", 1) if not pattern.startswith("^") else ("", pattern[1:])
        found = re.search(f"({before})({after})", text)
        self.assertTrue(found, pattern)
        at = found.end(1)
        if typed is not None:
            text = text[:at] + typed.replace("^", "") + text[at:]
        return {"uri": path.as_uri(), "text": text, "offset": at + (typed.index("^") if typed else 1)}

    def check(self, wanted):
        offered = completions([self.place(name, pattern, typed) for name, pattern, typed, _ in wanted])
        for (name, pattern, _, label), labels in zip(wanted, offered, strict=True):
            self.assertIn(label, labels, f"{name}: {pattern}")

    def test_keys_and_words_in_the_files_as_they_are(self):
        self.assertGreaterEqual(len(KEYS_AND_WORDS), 10)
        self.check(KEYS_AND_WORDS)

    def test_ids_with_the_schema_of_the_dialog(self):
        self.assertGreaterEqual(len(IDS), 10)
        self.plant()
        self.assertEqual(server.run("schema", self.dialog)[0], 0)
        self.refer(SCRIPT, "schema/dialog.schema.json")
        self.refer(WORDS, "../schema/locale.schema.json")
        self.check(IDS)

    def test_without_a_schema_nothing_is_offered(self):
        self.refer(SCRIPT, "nowhere.json")
        offered = completions([self.place(SCRIPT, r'"flag": ^"emergency"', None)])
        self.assertNotIn('"urgent"', offered[0])

    def plant(self):
        """Ids whose words are not written yet."""
        path = self.dialog / SCRIPT
        script = path.read_text("utf-8")
        for old, new in (('"findings": {', '"findings": { "coffee_planted": {},'),
                         ('"questions": [', '"questions": [{ "id": "question_planted", "asks": "coffee_planted" },'),
                         ('"rules": [', '"rules": [{ "id": "rule_planted" },')):
            script = script.replace(old, new, 1)
        path.write_text(script, "utf-8")

    def refer(self, name, schema):
        path = self.dialog / name
        path.write_text(re.sub(r'"\$schema": "[^"]*"', f'"$schema": "{schema}"', path.read_text("utf-8"), count=1), "utf-8")


if __name__ == "__main__":
    if not install():
        print("skipped: Node.js or its packages cannot be had")
        sys.exit(server.SKIPPED)
    unittest.main()
