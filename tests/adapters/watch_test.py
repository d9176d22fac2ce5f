"""`serve --watch` and SIGHUP: dialogs that change on disk under a running server."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import server  # noqa: E402
from dialog_folders import DialogFolders, wait_until  # noqa: E402

SETTLED_SECONDS = 1.5  # several looks


class OnDisk(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.root = temporary.name
        self.folders = DialogFolders(self.root)

    def serve(self, *options, dialogs=None):
        self.server = server.Server(dialogs=[self.folders.tiny] if dialogs is None else dialogs,
                                    options=options, cwd=self.root)
        self.addCleanup(self.server.__exit__)

    def get(self, path):
        with urllib.request.urlopen(self.server.url + path, timeout=5) as response:
            return json.load(response)

    def offered(self):
        return [dialog["id"] for dialog in self.get("/dialogs")["dialogs"]]

    def scripts(self):
        return [dialog["script"] for dialog in self.get("/version")["dialogs"]]

    def diagnostics(self):
        return self.get("/dev/status")["diagnostics"]

    def wait_until_broken(self):
        wait_until(self.diagnostics, "the server tells that the dialogs are broken")

    def wait_until_changed(self, before):
        wait_until(lambda: self.scripts() != before, "the server has loaded the dialogs again")


class Watching(OnDisk):
    def setUp(self):
        super().setUp()
        self.serve("--watch")
        self.before = self.scripts()

    def test_an_edit_is_loaded(self):
        self.folders.set_face_question("Is your smile even?")
        self.wait_until_changed(self.before)
        self.assertEqual(self.diagnostics(), [])
        self.assertIn("loaded again", self.server.log())

    def test_a_file_replaced_by_rename_is_loaded(self):
        path = self.folders.tiny / "locale" / "en-GB.json"
        self.folders.replace_by_rename(path, path.read_text().replace("Is your smile uneven?", "Smile, please."))
        self.wait_until_changed(self.before)

    def test_broken_keeps_the_last_good_version_and_says_so(self):
        good = self.folders.break_rule()
        self.wait_until_broken()
        told = self.diagnostics()[0]
        self.assertIn("no_such_finding", told["message"])
        self.assertTrue(told["file"].endswith("tiny/dialog.json"))
        self.assertTrue(told["code"] and told["line"] and told["column"] and told["hint"])
        self.assertEqual(self.scripts(), self.before)
        self.assertIn("no_such_finding", self.server.log())
        self.folders.mend(good)
        wait_until(lambda: not self.diagnostics(), "the server says that all is well")
        self.assertEqual(self.scripts(), self.before)

    def test_half_written_json(self):
        path = self.folders.tiny / "dialog.json"
        good = path.read_text()
        path.write_text(good[:len(good) // 2])
        self.wait_until_broken()
        path.write_text(good)
        wait_until(lambda: not self.diagnostics(), "the whole file is taken")

    def test_a_file_that_is_being_written_is_waited_for(self):
        path = self.folders.tiny / "dialog.json"
        good = path.read_text()
        with path.open("w") as file:
            for at in range(0, len(good), len(good) // 8):
                file.write(good[at:at + len(good) // 8])
                file.flush()
                time.sleep(0.1)
        time.sleep(SETTLED_SECONDS)
        self.assertNotIn("error", self.server.log())

    def test_a_folder_that_is_deleted_and_comes_back(self):
        shutil.rmtree(self.folders.tiny)
        self.wait_until_broken()
        self.assertEqual(self.offered(), ["tiny"])
        self.folders.add_tiny()
        wait_until(lambda: not self.diagnostics(), "the folder is there again")

    def test_a_file_of_what_all_dialogs_share(self):
        path = self.folders.dialogs / "common" / "locale" / "en-GB.json"
        path.write_text(path.read_text().replace("Hello.", "Good day."))
        self.wait_until_changed(self.before)


class WatchingAllDialogs(OnDisk):
    """`serve --watch` without folders: what is below dialogs/."""

    def setUp(self):
        super().setUp()
        self.serve("--watch", dialogs=[])

    def test_a_dialog_appears_and_goes(self):
        self.assertEqual(self.offered(), ["tiny"])
        self.folders.add_knee()
        wait_until(lambda: self.offered() == ["knee", "tiny"], "the new dialog is offered")
        shutil.rmtree(self.folders.dialogs / "knee")
        wait_until(lambda: self.offered() == ["tiny"], "it is offered no more")

    def test_one_of_two_breaks_and_holds_back_both(self):
        self.folders.add_knee()
        wait_until(lambda: len(self.offered()) == 2, "both are offered")
        before = self.scripts()
        good = self.folders.break_rule()
        path = self.folders.dialogs / "knee" / "locale" / "en-GB.json"
        path.write_text(path.read_text().replace("a sore knee", "a bad knee"))
        self.wait_until_broken()
        self.assertEqual(self.scripts(), before)
        self.folders.mend(good)
        wait_until(lambda: self.scripts() != before, "both are loaded")
        self.assertEqual(self.get("/dialogs")["dialogs"][0]["title"], "a bad knee, for tests")

    def test_the_last_dialog_stays_when_its_folder_goes(self):
        shutil.rmtree(self.folders.dialogs)
        self.wait_until_broken()
        self.assertEqual(self.offered(), ["tiny"])


class NotWatching(OnDisk):
    def setUp(self):
        super().setUp()
        self.serve()

    def test_nothing_is_loaded_or_told(self):
        before = self.scripts()
        self.folders.set_face_question("Is your smile even?")
        time.sleep(SETTLED_SECONDS)
        self.assertEqual(self.scripts(), before)
        self.assertFalse(self.get("/dialogs")["watch"])
        with self.assertRaises(urllib.error.HTTPError) as refused:
            self.get("/dev/status")
        self.assertEqual(refused.exception.code, 404)
        refused.exception.close()

    def test_sighup_loads(self):
        before = self.scripts()
        self.folders.set_face_question("Is your smile even?")
        self.server.tell_to_reload()
        self.wait_until_changed(before)

    def test_sighup_keeps_the_last_good_version_and_comes_again(self):
        before = self.scripts()
        good = self.folders.break_rule()
        self.server.tell_to_reload()
        wait_until(lambda: "stay as they were" in self.server.log(), "the log says so")
        self.assertIn("no_such_finding", self.server.log())
        self.assertEqual(self.scripts(), before)
        self.folders.mend(good)
        self.folders.set_face_question("Is your smile even?")
        self.server.tell_to_reload()
        self.wait_until_changed(before)

    def test_it_stops_at_once(self):
        begun = time.monotonic()
        self.server.tell_to_stop()
        self.assertEqual(self.server.exit_status(), 0)
        self.assertLess(time.monotonic() - begun, 1.5)


class AtStart(OnDisk):
    def test_broken_at_the_start_is_told_and_ends_it(self):
        self.folders.break_rule()
        done = subprocess.run([server.PROGRAM, "serve", str(self.folders.tiny), "--watch", "--store", "memory:",
                               "--listen", "127.0.0.1:0"], capture_output=True, text=True, timeout=30)
        self.assertEqual(done.returncode, 2)
        self.assertIn("no_such_finding", done.stderr)


if __name__ == "__main__":
    unittest.main()
