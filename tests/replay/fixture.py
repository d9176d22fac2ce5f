"""A small dialog in a folder of its own, for tests that put conversations below it."""

import pathlib
import shutil
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "adapters"))
import server  # noqa: E402

OWN = pathlib.Path(__file__).parent / "knee"


class WithKnee(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        shutil.copytree(server.SOURCE / "dialogs" / "common", self.folder / "common")
        shutil.copytree(server.SOURCE / "tests" / "engine" / "fixtures" / "knee", self.folder / "knee")
        self.replays = self.folder / "knee" / "replays"
        self.junit = self.folder / "junit.xml"

    def replay(self, *more):
        """Exit status, what was printed, and the test cases of the report."""
        status, out, err = server.run("replay", self.replays, "--junit", self.junit, *more)
        cases = xml.parse(self.junit).getroot().findall("testsuite/testcase") if self.junit.exists() else []
        return status, out + err, cases
