"""`replay --junit`: the report as a CI system reads it."""

import unittest
import xml.etree.ElementTree as xml

import fixture
import server

SUITE = {"id", "package", "name", "hostname", "timestamp", "time", "tests", "failures", "errors"}


class Junit(fixture.WithKnee):
    def write(self, name, text):
        file = self.replays / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8", "surrogateescape"))
        return file

    def test_one_case_each(self):
        good = self.write("deep/a.chat", "you: my leg is cold\nlevel: emergency\n")
        bad = self.write("b.chat", "you: my leg is cold\nlevel: soon\nask: side\nbot: <\u0001 & \"\n")
        unread = self.write("c.chat", "you: \udcff\n")
        status, out, cases = self.replay()
        self.assertEqual(status, 2, out)
        self.assertEqual({case.get("classname"): case[0].tag if len(case) else None for case in cases},
                         {str(good): None, str(bad): "failure", str(unread): "error"})
        failure = [case.find("failure") for case in cases if case.get("classname") == str(bad)][0]
        self.assertTrue(failure.get("message").startswith(f"{bad}:2:8: error R204: "))
        self.assertEqual(len(failure.text.strip().splitlines()), 3)
        self.assertEqual(failure.get("type"), "R204")

    def test_shape(self):
        """The order and attributes that the schemas of the common readers allow."""
        self.write("a.chat", "you: hello\n")
        self.assertEqual(self.replay()[0], 0)
        root = xml.parse(self.junit).getroot()
        self.assertEqual((root.tag, [child.tag for child in root]), ("testsuites", ["testsuite"]))
        suite = root[0]
        self.assertEqual(set(suite.attrib), SUITE)
        self.assertEqual([child.tag for child in suite], ["properties", "testcase", "system-out", "system-err"])
        self.assertEqual(suite[0][0].get("name"), "anamnesis.version")
        self.assertRegex(suite.get("timestamp"), r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$")
        self.assertRegex(suite[1].get("time"), r"^\d+\.\d{3}$")

    def test_names_are_unique(self):
        for name in ("one/a.chat", "two/a.chat"):
            self.write(name, "you: hello\n")
        self.write("a.utterances.txt", "UTT_A\nhi\nhello\n")
        self.write("a.convo.txt", "same\n#me\nUTT_A\n")
        self.write("b.convo.txt", "same\n#me\nhi\n")
        _, _, cases = self.replay(self.replays / "one")
        names = [(case.get("classname"), case.get("name")) for case in cases]
        self.assertEqual((len(names), len(set(names))), (5, 5))

    def test_where_it_cannot_be_written(self):
        self.write("a.chat", "you: hello\n")
        status, _, err = server.run("replay", self.replays, "--junit", self.folder / "no" / "such" / "junit.xml")
        self.assertEqual(status, 2)
        self.assertIn("cannot write", err)


if __name__ == "__main__":
    unittest.main()
