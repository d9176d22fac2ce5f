"""The JSON Schemas of scripts and words: they take what the program takes, and refuse what is wrong in shape."""

import json
import pathlib
import re
import shutil
import sys
import tempfile
import unittest

import jsonschema

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
from adapters import server  # noqa: E402
from schema.files import DIALOGS, FIXTURES, ROOT, SCHEMAS, errors, kind_of, load, schema, shipped  # noqa: E402

NAMES = ["dialog", "locale", "regions", "lexicon"]
CASES = ROOT / "tests/bad_scripts"

# What a schema can see: the kind of a value, keys too many or too few, fixed words, the form of ids.
OF_SHAPE = {"A004", "A005", "A006", "A007", "A101"}
# Of those, what needs to know more than one place, by what is told.
BEYOND = ["has version 0.1.0", "which is no choice"]


def objects(node):
    """Every part of a schema that names keys."""
    if isinstance(node, dict):
        if isinstance(node.get("properties"), dict) and "type" in node:
            yield node
        for value in node.values():
            yield from objects(value)
    elif isinstance(node, list):
        for value in node:
            yield from objects(value)


class Schemas(unittest.TestCase):
    def test_they_are_draft_07(self):
        for name in NAMES:
            jsonschema.Draft7Validator.check_schema(schema(name))
            self.assertEqual(schema(name)["$schema"], "http://json-schema.org/draft-07/schema#")

    def test_every_key_has_help(self):
        for name in NAMES:
            whole = schema(name)
            for part in objects(whole):
                for key, value in part["properties"].items():
                    target = whole["definitions"].get(value.get("$ref", "").rpartition("/")[2], {})
                    self.assertIn("title", {**target, **value}, f"{name}: {key}")

    def test_shipped_files_fit_and_refer_to_them(self):
        self.assertGreater(len(shipped()), 6)
        for path in shipped():
            self.assertEqual(errors(kind_of(path), load(path)), [], path)
            named = (path.parent / load(path)["$schema"]).resolve()
            self.assertEqual(named, (SCHEMAS / f"{kind_of(path)}.schema.json").resolve(), path)

    def test_the_dialogs_of_the_tests_fit(self):
        for folder in FIXTURES:
            self.assertEqual(errors("dialog", load(folder / "dialog.json")), [])
            for path in (folder / "locale").glob("*.json"):
                self.assertEqual(errors("locale", load(path)), [])


class BadScripts(unittest.TestCase):
    """tests/bad_scripts: those whose fault is of shape are refused; those beyond a schema are not mistaken for such."""

    def base(self, name):
        if name.startswith("common/"):
            return DIALOGS / name
        return next(f for f in FIXTURES if f.name == name.split("/")[0]) / name.partition("/")[2]

    def text_after(self, name, block):
        text = self.base(name).read_text("utf-8")
        for changed, edit in re.findall(r"^in (\S+)\n((?:[-+].*\n?)+)", block, re.MULTILINE):
            old = "\n".join(line[2:] for line in edit.splitlines() if line.startswith("-"))
            new = "\n".join(line[2:] for line in edit.splitlines() if line.startswith("+"))
            if changed == name:
                text = text.replace(old, new, 1) if old else new
        return text

    def verdicts(self, code):
        """What is told in a case, and whether a schema refuses the file where it is told."""
        for block in (CASES / f"{code}.case").read_text("utf-8").strip().split("\n\n"):
            told = re.findall(r"^! ([^:]+):", block, re.MULTILINE)[0]
            (folder := pathlib.Path(tempfile.mkdtemp())).joinpath("x").write_text(self.text_after(told, block), "utf-8")
            self.addCleanup(shutil.rmtree, folder)
            yield block, bool(errors(kind_of(self.base(told)), load(folder / "x")))

    def test_faults_of_shape_are_refused(self):
        for code in OF_SHAPE:
            for block, refused in self.verdicts(code):
                beyond = any(part in block for part in BEYOND) or "locale/en-GB.json" in block and code == "A006"
                self.assertEqual(refused, not beyond, block)

    def test_other_faults_have_the_right_shape(self):
        """So the codes that no schema can tell are all the others: names, meaning, words."""
        twice = ["the option \"left\" stands twice", "the question asks nothing"]
        for path in sorted(CASES.glob("A*.case")):
            if path.stem in OF_SHAPE | {"A001", "A002", "A003"}:
                continue
            for block, refused in self.verdicts(path.stem):
                if not any(part in block for part in twice) and path.stem not in ("A301", "A302", "A303"):
                    self.assertFalse(refused, block)


class SameKeys(unittest.TestCase):
    """The reader and the schemas know the same keys. A key that nobody knows makes the program list those it knows."""

    BOGUS = "zzzzzzzzzzzzzzzzzzzzzzzz"

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        shutil.copytree(DIALOGS / "common", self.folder / "common")
        shutil.copytree(FIXTURES[0], self.folder / "knee")

    def known(self, name, value):
        """The keys that the program lists, by the pointer of their object."""
        (self.folder / "knee" / name).write_text(json.dumps(value), "utf-8")
        _, _, err = server.run("chat", self.folder / "knee")
        found = {}
        for line in err.splitlines():
            told = re.search(rf"\(at (\S*)/{self.BOGUS}\)\. Hint: it is one of: (.*)$", line)
            if told:
                found[told[1]] = set(told[2].split(", "))
        return found

    def plant(self, value):
        """The bogus key in every object of a script."""
        if isinstance(value, list):
            return [self.plant(item) for item in value]
        if not isinstance(value, dict):
            return value
        return {**{key: self.plant(item) for key, item in value.items()}, self.BOGUS: 1}

    def test_dialogs(self):
        script = load(FIXTURES[0] / "dialog.json") | {"waivers": [{}], "lowered": [{}]}
        bags = {"defines", "voices", "findings", "outcomes", "causes", "advice", "topics", "sources", "scales"}
        planted = {key: ({k: self.plant(v) for k, v in value.items()} if key in bags else self.plant(value))
                   for key, value in script.items()} | {self.BOGUS: 1}
        for finding in planted["findings"].values():
            if isinstance(finding.get("bands"), dict):
                finding["bands"].pop(self.BOGUS)
        planted["scales"] = {name: {k: self.plant(v) for k, v in options.items() if k != self.BOGUS}
                             for name, options in script["scales"].items()}
        known = self.known("dialog.json", planted)
        kinds = {"": r"", "include": r"/include/\d+", "source": r"/sources/\w+", "option": r"/scales/\w+/\w+",
                 "finding": r"/findings/\w+", "state": r"/states/\d+", "outcome": r"/outcomes/\w+",
                 "question": r"/states/\d+/questions/\d+|/checks/\d+", "rule": r"/rules/\d+", "cause": r"/causes/\w+",
                 "clause": r"/causes/\w+/(?:fits|more)/\d+", "tip": r"/advice/\w+", "topic": r"/topics/\w+",
                 "topic_text": r"/topics/\w+/text/\d+", "guarantee": r"/guarantees/\d+",
                 "waiver": r"/waivers/\d+", "lowering": r"/lowered/\d+"}
        whole = schema("dialog")
        for kind, pointer in kinds.items():
            keys = set().union(*(keys for at, keys in known.items() if re.fullmatch(pointer, at)))
            part = whole["definitions"][kind] if kind else whole
            self.assertEqual(keys, set(part["properties"]), kind)

    def test_words(self):
        words = load(FIXTURES[0] / "locale/en-GB.json")
        places = {"dialog": "dialog", "finding": "findings/leg_cold", "option": "findings/side/options/left",
                  "state": "states/opening", "question": "questions/cold", "rule": "rules/E01",
                  "outcome": "outcomes/call_now", "cause": "causes/overuse", "tip": "advice/rest",
                  "topic": "topics/cancer"}
        for place in places.values():
            part = words
            for key in place.split("/"):
                part = part[key]
            part[self.BOGUS] = "x"
        words[self.BOGUS] = "x"
        known = self.known("locale/en-GB.json", words)
        whole = schema("locale")
        self.assertEqual(known[""], set(whole["properties"]) - {"$schema", "locale"})
        for kind, place in places.items():
            keys = set(whole["definitions"][kind]["properties"]) - ({"options"} if kind == "finding" else set())
            self.assertEqual(known["/" + place], keys, kind)


class OfOneDialog(unittest.TestCase):
    """`anamnesis schema` writes the same schemas with the ids of a dialog."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.dialogs = pathlib.Path(temporary.name) / "dialogs"
        shutil.copytree(DIALOGS, self.dialogs)
        self.dialog = self.dialogs / "lip-twitching"

    def test_it_takes_the_dialog_and_offers_its_ids(self):
        status, out, err = server.run("schema", self.dialog)
        self.assertEqual((status, err), (0, ""))
        written = [pathlib.Path(line) for line in out.splitlines()]
        self.assertEqual([path.name for path in written], ["dialog.schema.json", "locale.schema.json"])
        script, made = load(self.dialog / "dialog.json"), load(written[0])
        self.assertEqual(errors("dialog", script, made), [])
        self.assertEqual(errors("locale", load(self.dialog / "locale/en-GB.json"), load(written[1])), [])
        offered = made["definitions"]["finding_id"]["anyOf"][0]["enum"]
        self.assertLessEqual(set(script["findings"]), set(offered))
        self.assertIn("suicidal_thoughts", offered)
        self.assertIn("after danger", made["definitions"]["stage"]["anyOf"][0]["enum"])

    def test_a_script_with_mistakes_has_ids_too(self):
        path = self.dialog / "dialog.json"
        path.write_text(path.read_text("utf-8").replace('"then": "', '"then": "x', 1), "utf-8")
        self.assertEqual(server.run("schema", self.dialog)[0], 0)

    def test_what_it_cannot_use(self):
        (self.dialog / "dialog.json").write_text("{", "utf-8")
        status, out, err = server.run("schema", self.dialog)
        self.assertEqual((status, out), (2, ""))
        self.assertIn("not valid JSON", err)
        self.assertEqual(server.run("schema", self.dialogs / "nowhere")[0], 2)
        shutil.rmtree(self.dialogs / "schema")
        shutil.copy(DIALOGS / "lip-twitching/dialog.json", self.dialog)
        self.assertIn("schema", server.run("schema", self.dialog)[2])


if __name__ == "__main__":
    unittest.main()
