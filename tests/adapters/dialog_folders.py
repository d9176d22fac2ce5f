"""A copy of dialogs for a test to spoil and mend."""

import json
import os
import pathlib
import shutil
import time

import server

WAIT_SECONDS = 15
TINY = server.SOURCE / "tests" / "adapters" / "fixtures" / "tiny"
KNEE = server.SOURCE / "tests" / "engine" / "fixtures" / "knee"


def wait_until(true, what):
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end:
        if true():
            return
        time.sleep(0.05)
    raise AssertionError(f"waited in vain until {what}")


class DialogFolders:
    """`root`/dialogs with what all dialogs share, and the tiny dialog."""

    def __init__(self, root):
        self.dialogs = pathlib.Path(root) / "dialogs"
        shutil.copytree(server.SOURCE / "dialogs" / "common", self.dialogs / "common")
        self.tiny = self.dialogs / "tiny"
        self.add_tiny()

    def add_tiny(self):
        shutil.copytree(TINY, self.tiny)

    def add_knee(self):
        shutil.copytree(KNEE, self.dialogs / "knee")

    def words(self):
        return json.loads((self.tiny / "locale" / "en-GB.json").read_text())

    def write_words(self, words):
        (self.tiny / "locale" / "en-GB.json").write_text(json.dumps(words, indent=2))

    def set_face_question(self, text):
        words = self.words()
        words["questions"]["face"]["text"] = text
        self.write_words(words)

    def break_rule(self, name="no_such_finding"):
        """Gives the script as it was, to mend it with."""
        good = (self.tiny / "dialog.json").read_text()
        (self.tiny / "dialog.json").write_text(good.replace('"if": "face_droop"', f'"if": "{name}"', 1))
        return good

    def mend(self, good):
        self.replace_by_rename(self.tiny / "dialog.json", good)

    @staticmethod
    def replace_by_rename(path, text):
        """As editors write: a new file takes the place of the old one."""
        beside = path.with_suffix(".new")
        beside.write_text(text)
        os.replace(beside, path)
