"""What the pages show is what there is: their files work as they stand, their code is the code that is tested."""

import pathlib
import re
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "adapters"))
import server  # noqa: E402

DOCS = server.SOURCE / "docs"
STRANGER = server.SOURCE / "tests" / "install" / "stranger"
BLOCK = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^`(dialogs/[\w./-]+)`\n\n```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class FirstDialog(unittest.TestCase):
    """docs/first-dialog.md, followed step by step."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.dialog = self.folder / "dialogs" / "hiccups"
        shutil.copytree(server.SOURCE / "dialogs" / "common", self.folder / "dialogs" / "common")
        self.files = dict(FILE.findall((DOCS / "first-dialog.md").read_text()))

    def write(self, name):
        path = self.folder / "dialogs" / "hiccups" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.files.pop(f"dialogs/hiccups/{name}"))

    def replays(self, *options):
        return server.run("replay", *options, self.dialog)

    def test_every_step(self):
        self.write("dialog.json")
        status, _, told = server.run("chat", self.dialog)
        self.assertEqual(status, 2)
        self.assertIn("F001", told)

        self.write("locale/en-GB.json")
        status, said, _ = server.run("chat", self.dialog, "--locale", "en-GB", stdin="hiccups, and my chest hurts\n")
        self.assertEqual(status, 0)
        self.assertIn("Call 999 now.", said)
        status, said, _ = server.run("chat", self.dialog, "--locale", "en-GB", stdin="maybe my chest hurts a bit\n")
        self.assertIn("Sit still for a moment.", said)

        self.write("replays/chest_pain.chat")
        self.write("replays/new_hiccups.chat")
        self.assertEqual(self.files, {})
        self.assertEqual(self.replays()[0], 0)
        status, out, _ = self.replays("--update")
        self.assertEqual(status, 0)
        self.assertEqual(out.count("updated"), 1, out)
        self.assertIn("level: self_care", (self.dialog / "replays" / "new_hiccups.chat").read_text())
        self.assertEqual(self.replays()[0], 0)

    def test_the_changes_that_it_proposes_are_told(self):
        for name in list(self.files):
            self.write(name.removeprefix("dialogs/hiccups/"))
        script = self.dialog / "dialog.json"
        whole = script.read_text()
        script.write_text(whole.replace("all red_flag denied and no two_days", "no two_days"))
        status, _, told = self.replays()
        self.assertEqual(status, 2)
        self.assertIn("A206", told)
        script.write_text(whole.replace('"level": "emergency"', '"level": "soon"'))
        self.assertNotEqual(self.replays()[0], 0)


class Embedding(unittest.TestCase):
    """docs/embedding.md and engine.hpp show the code that other tests build."""

    def test_the_page_shows_the_stranger(self):
        blocks = BLOCK.findall((DOCS / "embedding.md").read_text())
        for name in ("CMakeLists.txt", "mailbox.cpp"):
            self.assertIn((STRANGER / name).read_text(), blocks)

    def test_a_channel_takes_less_than_sixty_lines(self):
        self.assertLess(len((STRANGER / "mailbox.cpp").read_text().splitlines()), 60)

    def test_the_example_of_the_first_header_is_compiled(self):
        header = (server.SOURCE / "engine/include/anamnesis/engine.hpp").read_text()
        example = re.search(r"^///     .*?(?=^/// \w)", header, re.MULTILINE | re.DOTALL).group()
        code = [line[8:] for line in example.splitlines()]
        test = (server.SOURCE / "tests/engine/engine_test.cpp").read_text()
        self.assertGreater(len(code), 10)
        self.assertIn("\n".join(code).strip(), test)


if __name__ == "__main__":
    unittest.main()
