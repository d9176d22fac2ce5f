"""BotiumScript conversations, run from their files."""

import shutil
import unittest

import fixture


class Botium(fixture.WithKnee):
    def setUp(self):
        super().setUp()
        shutil.copytree(fixture.OWN, self.replays / "deep")

    def test_as_written(self):
        status, out, cases = self.replay()
        self.assertEqual(status, 0, out)
        self.assertEqual([case.get("name") for case in cases],
                         ["Pressed to the end of the danger signs", "A cold leg, UTT_COLD 1", "A cold leg, UTT_COLD 2"])
        self.assertIn("cold_leg.convo.txt: A cold leg, UTT_COLD 2", out)
        self.assertTrue(out.endswith("3 passed, 0 failed\n"))

    def test_not_as_written(self):
        file = self.replays / "deep" / "buttons.convo.txt"
        planted = file.read_text().replace("See a doctor today.", "See a doctor never.")
        file.write_text(planted)
        status, out, _ = self.replay("--update")
        self.assertEqual(status, 1)
        line = planted.splitlines().index("See a doctor never.") + 1
        self.assertIn(f"{file}:{line}:1: error R201", out)
        self.assertTrue(out.endswith("2 passed, 1 failed\n"))
        self.assertEqual(file.read_text(), planted, "BotiumScript is never written")

    def test_utterances_that_cannot_be_read(self):
        (self.replays / "deep" / "more.utterances.txt").write_text("UTT_NOTHING\n")
        status, out, cases = self.replay()
        self.assertEqual(status, 2)
        self.assertIn("more.utterances.txt:1:1: error R007", out)
        self.assertEqual([case.find("error").get("type") for case in cases], ["R007", "R007"])

    def test_two_files_explain_one_name(self):
        (self.replays / "deep" / "more.utterances.txt").write_text("UTT_COLD\nmy foot is so cold\n")
        status, out, cases = self.replay()
        self.assertEqual((status, len(cases)), (0, 4), out)


if __name__ == "__main__":
    unittest.main()
