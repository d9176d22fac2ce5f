"""The program from outside: what its commands print and how they exit."""

import json
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import server  # noqa: E402
from dialog_folders import DialogFolders  # noqa: E402

DONE, ANSWER_IS_NO, COULD_NOT_START = 0, 1, 2
HELLO = {"type": "hello", "dialog": "lip-twitching", "locale": "en-GB"}


class InFolder(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def copy_dialogs(self):
        copied = self.folder / "dialogs"
        shutil.copytree(server.SOURCE / "dialogs", copied)
        return copied / "lip-twitching"

    def broken_dialog(self):
        """A copy with two mistakes, each of which must be told."""
        folder = self.copy_dialogs()
        script = json.loads((folder / "dialog.json").read_text())
        script["rules"][0]["if"] = "first_planted_mistake"
        script["rules"][1]["then"] = "second_planted_mistake"
        (folder / "dialog.json").write_text(json.dumps(script))
        return folder


class Options(InFolder):
    def test_help_and_version_are_answers(self):
        for arguments in (["--help"], ["serve", "--help"], ["--version"]):
            status, out, _ = server.run(*arguments)
            self.assertEqual(status, DONE)
            self.assertTrue(out)

    def test_what_is_not_an_option(self):
        for arguments in ([], ["dance"], ["serve", "--loud"], ["chat"], ["replay"],
                          ["chat", "--json", "--nope", server.DIALOG]):
            status, out, err = server.run(*arguments)
            self.assertEqual((status, out), (COULD_NOT_START, ""), arguments)
            self.assertTrue(err)

    def test_what_serve_cannot_use(self):
        for option, value in (("--listen", "8080"), ("--listen", "127.0.0.1:99999"),
                              ("--listen", "203.0.113.1:1"), ("--store", "paper:"),
                              ("--store", f"sqlite:{self.folder}/no/such/folder/s.db")):
            status, out, err = server.run("serve", server.DIALOG, "--store", "memory:",
                                          option, value) if option == "--listen" else \
                server.run("serve", server.DIALOG, "--listen", "127.0.0.1:0", option, value)
            self.assertEqual((status, out), (COULD_NOT_START, ""), value)
            self.assertTrue(err)


class BrokenScripts(InFolder):
    def test_serve_and_chat_tell_every_mistake(self):
        folder = self.broken_dialog()
        for command in ("serve", "chat"):
            status, out, err = server.run(command, folder)
            self.assertEqual((status, out), (COULD_NOT_START, ""))
            self.assertIn("first_planted_mistake", err)
            self.assertIn("second_planted_mistake", err)

    def test_two_dialogs_of_one_id(self):
        status, out, err = server.run("serve", server.DIALOG, self.copy_dialogs())
        self.assertEqual((status, out), (COULD_NOT_START, ""))
        self.assertIn('"lip-twitching" is there already', err)

    def test_a_folder_without_a_script(self):
        for command in ("serve", "chat"):
            status, _, err = server.run(command, self.folder)
            self.assertEqual(status, COULD_NOT_START)
            self.assertIn("dialog.json", err)


class Chat(InFolder):
    def chat(self, *lines):
        """Wire messages in, wire messages out; lines may be bytes, text or values."""
        bytes_in = b"".join(
            (line if isinstance(line, bytes) else
             line.encode() if isinstance(line, str) else json.dumps(line).encode()) + b"\n"
            for line in lines)
        status, out, _ = server.run("chat", server.DIALOG, "--json", stdin=bytes_in)
        self.assertEqual(status, DONE)
        return [json.loads(line) for line in out.splitlines()]

    def test_the_end_of_input_is_no_error(self):
        self.assertEqual(self.chat(), [])
        self.assertEqual([m["type"] for m in self.chat(HELLO)], ["ready", "reply"])

    def test_a_person_can_leave_at_any_time(self):
        status, out, _ = server.run("chat", server.DIALOG, "--locale", "xx-YY", stdin="hello\n")
        self.assertEqual(status, DONE)
        self.assertTrue(out)

    def test_of_several_dialogs_it_asks(self):
        tiny = DialogFolders(self.folder).tiny
        status, out, _ = server.run("chat", server.DIALOG, tiny, "--json", stdin='{"type":"hello"}\n')
        ready, greeting = map(json.loads, out.splitlines())
        self.assertEqual((status, ready["dialog"]), (DONE, None))
        self.assertEqual([option["id"] for option in greeting["question"]["options"]],
                         ["lip-twitching", "tiny", "unsure"])

    def test_garbage_is_answered_line_by_line(self):
        answers = self.chat("garbage", b"\xff\xfe", "{}", "x" * 70000, HELLO,
                            {"type": "say", "id": "1", "text": "my lip keeps twitching"})
        self.assertEqual([a.get("code", a["type"]) for a in answers],
                         ["bad_json", "not_utf8", "bad_shape", "too_large", "ready", "reply", "reply"])

    def test_odd_messages_get_a_reply(self):
        odd = ["", " ", "a" * 10000, "lip " * 2500, "\U0001f444\U0001f629" * 20, "\u0001\u0007\u001b[2J",
               "\u202e\u200d\ufeff", "0" * 400, "'; drop table sessions; --", "\ud83d".encode(
                   "utf-8", "replace").decode()]
        says = [{"type": "say", "id": str(i), "text": text} for i, text in enumerate(odd)]
        answers = self.chat(HELLO, *says)[2:]
        self.assertEqual([a["type"] for a in answers], ["reply"] * len(odd))
        for answer in answers:
            self.assertTrue(answer["messages"] or answer["question"])


class Replay(InFolder):
    def transcript(self):
        """A folder with a dialog and one transcript that goes as written."""
        folder = self.copy_dialogs()
        shutil.rmtree(folder / "replays", ignore_errors=True)
        deep = folder / "replays" / "deep"
        deep.mkdir(parents=True)
        file = deep / "one.chat"
        file.write_text("you: my lip keeps twitching\n")
        self.assertEqual(server.run("replay", file, "--update")[0], DONE)
        return folder, file

    def test_as_written(self):
        folder, file = self.transcript()
        status, out, _ = server.run("replay", folder)
        self.assertEqual(status, DONE)
        self.assertIn(f"ok {file}", out)
        self.assertTrue(out.endswith("1 passed, 0 failed\n"))

    def test_not_as_written_and_updated(self):
        folder, file = self.transcript()
        good = file.read_text()
        file.write_text(good.replace("bot: ", "bot: planted ", 1))
        self.assertNotEqual(file.read_text(), good)
        status, out, _ = server.run("replay", folder)
        self.assertEqual(status, ANSWER_IS_NO)
        self.assertIn(str(file), out)
        self.assertTrue(out.endswith("0 passed, 1 failed\n"))
        self.assertEqual(server.run("replay", folder, "--update")[0], DONE)
        self.assertEqual(file.read_text(), good)
        self.assertEqual(server.run("replay", folder)[0], DONE)

    def test_what_cannot_be_run(self):
        alone = self.folder / "alone.chat"
        alone.write_text("you: hello\n")
        empty = self.folder / "empty"
        empty.mkdir()
        broken = self.broken_dialog()
        (broken / "one.chat").write_text("you: hello\n")
        for path in (self.folder / "no-such", empty, alone, broken):
            status, _, err = server.run("replay", path)
            self.assertEqual(status, COULD_NOT_START, path)
            self.assertTrue(err)

    def test_coverage(self):
        folder, _ = self.transcript()
        coverage = self.folder / "coverage.json"
        self.assertEqual(server.run("replay", folder, "--coverage", coverage)[0], DONE)
        kinds = json.loads(coverage.read_text())
        self.assertEqual(set(kinds), set("states questions options rules outcomes causes advice "
                                         "topics".split()))
        for counted in kinds.values():
            self.assertEqual(counted["covered"] + len(counted["missing"]), counted["total"])
        self.assertGreaterEqual(kinds["questions"]["covered"], 1)
        self.assertGreater(len(kinds["rules"]["missing"]), 0)

    def test_the_scripts_own_transcripts(self):
        status, out, err = server.run("replay", server.SOURCE / "dialogs")
        self.assertEqual(status, DONE, out + err)


if __name__ == "__main__":
    unittest.main()
