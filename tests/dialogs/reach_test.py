"""Every fact that SOURCES.md calls said is heard in a shipped conversation, with its sentence as the citation."""

import json
import os
import pathlib
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import scripts  # noqa: E402
from sources_test import NOT_SAID, table  # noqa: E402

LIP = scripts.DIALOGS / "lip-twitching"
TURNS_MAX = 400  # of one conversation: the program ends it at 500
HARMLESS = {"yes_no": ["no"], "any_of": []}


class Chat:
    """Talks with the program, one after the other, and all that was cited in them."""

    def __init__(self):
        self.cited = set()
        self.begin()

    def begin(self):
        command = [os.environ["ANAMNESIS"], "chat", str(LIP), "--json"]
        self.program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.count = 0
        self.send(type="hello", dialog="lip-twitching")
        self.receive()  # ready comes before the greeting

    def send(self, **message):
        self.program.stdin.write(json.dumps(message) + "\n")
        self.program.stdin.flush()
        self.receive()

    def receive(self):
        self.reply = json.loads(self.program.stdout.readline())
        assert self.reply["type"] != "error", self.reply
        for message in self.reply.get("messages", []):
            self.cited.update(message.get("cite", []))

    def turn(self, **message):
        self.count += 1
        self.send(id=f"turn-{self.count}", **message)

    def start_over(self):
        if self.count < TURNS_MAX:
            self.turn(type="command", name="start_over")
        else:
            self.close()
            self.begin()

    def choose(self, choices):
        self.turn(type="choose", question=self.reply["question"]["id"], choices=choices)

    def until(self, wanted):
        while self.reply["question"] and self.reply["question"]["id"] != wanted:
            self.choose(HARMLESS[self.reply["question"]["style"]])

    def take(self, key, value):
        if key == "you":
            self.turn(type="say", text=value)
        elif key == "tap":
            self.choose([] if value == "none" else value.split(", "))
        elif key == "until":
            self.until(value)

    def close(self):
        self.program.stdin.close()
        self.program.wait()
        self.program.stdout.close()


def inputs(file):
    lines = [line.partition(": ") for line in file.read_text().splitlines()]
    return [(key, value.strip()) for key, _, value in lines if key in ("you", "tap", "until", "do", "locale")]


class Reach(unittest.TestCase):
    def test_every_fact_that_is_said_is_heard(self):
        chat = Chat()
        for file in sorted(LIP.glob("replays/*.chat")):
            lines = inputs(file)
            if any(key in ("do", "locale") for key, _ in lines):
                continue  # nothing is said there that is not said elsewhere
            chat.start_over()
            for key, value in lines:
                chat.take(key, value)
        chat.close()
        said = {fact for fact, where in table("The facts of the article") if not where.startswith(NOT_SAID)}
        self.assertGreaterEqual(len(said), 190)
        self.assertEqual({fact for fact in said if fact[:-1] not in chat.cited}, set())


if __name__ == "__main__":
    unittest.main()
