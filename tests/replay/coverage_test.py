"""The shipped conversations of each dialog, taken together, reach everything that it can say and decide."""

import json
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "adapters"))
import server  # noqa: E402

KINDS = "states questions options rules outcomes causes advice topics".split()


class Coverage(unittest.TestCase):
    def test_nothing_is_left_out(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "coverage.json"
            status, out, err = server.run("replay", server.SOURCE / "dialogs", "--coverage", file)
            self.assertEqual(status, 0, out + err)
            dialogs = json.loads(file.read_text())
        self.assertEqual(set(dialogs), {"gad-7", "lip-twitching"})
        for dialog, reached in dialogs.items():
            for kind in KINDS:
                with self.subTest(dialog=dialog, kind=kind):
                    self.assertEqual(reached[kind]["missing"], [])
                    self.assertEqual(reached[kind]["covered"], reached[kind]["total"])


if __name__ == "__main__":
    unittest.main()
