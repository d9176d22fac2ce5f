"""The shipped conversations, taken together, reach everything that the dialog can say and decide."""

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
            status, out, err = server.run("replay", server.DIALOG, "--coverage", file)
            self.assertEqual(status, 0, out + err)
            reached = json.loads(file.read_text())
        for kind in KINDS:
            self.assertEqual(reached[kind]["missing"], [], kind)
            self.assertEqual(reached[kind]["covered"], reached[kind]["total"], kind)


if __name__ == "__main__":
    unittest.main()
