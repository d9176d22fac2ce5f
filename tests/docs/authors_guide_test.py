"""The examples of docs/authors-guide.md, each added to those above it, are a dialog without mistakes that goes as told."""

import json
import pathlib
import re
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
from adapters import server  # noqa: E402

PAGE = server.SOURCE / "docs/authors-guide.md"
BLOCK = re.compile(r"^```(json|chat) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def added(whole, part):
    """An example added to those above it: objects key by key, lists at their end."""
    if isinstance(whole, dict) and isinstance(part, dict):
        return {**whole, **{key: added(whole[key], value) if key in whole else value for key, value in part.items()}}
    return whole + part if isinstance(whole, list) else part


def sections():
    """The examples of each section: (language, file, text)."""
    parts = re.split(r"^## (.*)$", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    return [(title, BLOCK.findall(text)) for title, text in zip(parts[1::2], parts[2::2])]


class Guide(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.dialog = pathlib.Path(temporary.name) / "wrist"
        shutil.copytree(server.SOURCE / "dialogs/common", self.dialog.parent / "common")
        self.files = {}

    def write(self, name, text):
        path = self.dialog / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def add(self, examples):
        for language, name, text in examples:
            if language == "chat":
                self.write(name, text)
                continue
            self.files[name] = added(self.files.get(name, {}), json.loads(text))
            self.write(name, json.dumps(self.files[name]))

    def test_every_section_loads(self):
        with_examples = 0
        for title, examples in sections():
            self.add(examples)
            with_examples += bool(examples)
            status, _, err = server.run("chat", self.dialog, "--json")
            self.assertEqual((status, err), (0, ""), title)
        self.assertGreater(with_examples, 14)

    def test_the_replays_go_as_written(self):
        for _, examples in sections():
            self.add(examples)
        self.assertTrue(list(self.dialog.rglob("*.chat")))
        status, out, err = server.run("replay", self.dialog)
        self.assertEqual((status, err), (0, ""), out)

    def test_every_key_of_a_script_is_explained(self):
        page = PAGE.read_text("utf-8")
        for name in ("dialog", "locale"):
            schema = json.loads((server.SOURCE / f"dialogs/schema/{name}.schema.json").read_text("utf-8"))
            parts = [schema, *schema["definitions"].values()]
            for key in {key for part in parts for key in part.get("properties", {})} - {"url", "rev"}:
                self.assertTrue(re.search(rf"\b{re.escape(key.strip('$'))}\b", page), key)

    def test_no_block_is_left_out(self):
        fences = re.findall(r"^```(\S.*)$", PAGE.read_text("utf-8"), re.MULTILINE)
        self.assertEqual(len(fences), sum(len(examples) for _, examples in sections()))


if __name__ == "__main__":
    unittest.main()
