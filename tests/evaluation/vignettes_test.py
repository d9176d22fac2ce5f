"""Written patients talk to the lip twitching dialog, by free text and by choices; the published score script judges.

The table goes to reports/vignettes.txt of the build folder. The vignettes are development data that is not part of
the project: ANAMNESIS_EVAL names its folder, else ../shared/eval beside the checkout; without it this is skipped."""

import importlib.util
import json
import os
import pathlib
import subprocess
import sys
import unittest
import uuid

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "adapters")]
import patient  # noqa: E402
import server  # noqa: E402

TURNS_MAX = 60
CRISIS = {"crisis_now", "crisis_support"}
REPORT = pathlib.Path(server.PROGRAM).parents[1] / "reports" / "vignettes.txt"


def eval_folder():
    folder = pathlib.Path(os.environ.get("ANAMNESIS_EVAL", server.SOURCE.parent / "shared" / "eval"))
    if not (folder / "vignettes" / "dev.jsonl").exists():
        print(f"skipped: there are no vignettes in {folder}; set ANAMNESIS_EVAL")
        sys.exit(server.SKIPPED)
    return folder / "vignettes"


VIGNETTES = eval_folder()


def load(name, path):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Chat:
    """`anamnesis chat --json`, one message a line."""

    def __init__(self, locale):
        self.process = subprocess.Popen([server.PROGRAM, "chat", str(server.DIALOG), "--json"], text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.send({"type": "hello", "dialog": server.DIALOG.name, "locale": locale})
        self.reply = self.receive()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()

    def send(self, message):
        print(json.dumps(message), file=self.process.stdin, flush=True)

    def receive(self):
        while True:
            message = json.loads(self.process.stdout.readline())
            if message["type"] == "error":
                raise AssertionError(message)
            if message["type"] == "reply":
                return message

    def say(self, text):
        self.send({"type": "say", "id": str(uuid.uuid4()), "text": text})
        self.reply = self.receive()

    def choose(self, choices):
        self.send({"type": "choose", "id": str(uuid.uuid4()), "question": self.reply["question"]["id"],
                   "choices": choices})
        self.reply = self.receive()


class Visit:
    """One conversation of one patient, and what came of it."""

    def __init__(self, vignette, by_text):
        self.vignette, self.by_text = vignette, by_text
        self.person = patient.Patient(vignette)
        self.crisis, self.first, self.number, self.questions, self.log = False, None, None, 0, []
        with Chat(vignette["patient"]["locale"]) as self.chat:
            if by_text and vignette["opening"]:
                self.open()
            self.answer_all()
            self.outcome = self.chat.reply["outcome"]

    def open(self):
        self.turn(lambda: self.chat.say(self.vignette["opening"]), self.vignette["opening"])
        self.first = self.level()
        if self.person.on_language():
            self.turn(lambda: self.chat.say(self.person.on_language()), self.person.on_language())

    def answer_all(self):
        for turn in range(1, TURNS_MAX):
            question = self.chat.reply["question"]
            words = self.person.interrupts(turn) if self.by_text else None
            if not question and not words:
                return
            if words:
                self.turn(lambda: self.chat.say(words), words)
                continue
            self.questions += 1
            if self.by_text:
                words = self.person.says(question)
                self.turn(lambda: self.chat.say(words), f"[{question['id']}] {words}")
            else:
                choices = self.person.choices(question)
                self.turn(lambda: self.chat.choose(choices), f"[{question['id']}] {choices}")

    def turn(self, act, shown):
        act()
        outcome = self.chat.reply["outcome"]
        self.log.append(f"{shown} -> {outcome['level'] + ' ' + str(outcome['rule']) if outcome else '-'}")
        if outcome:
            self.crisis = self.crisis or outcome["id"] in CRISIS
            self.number = self.number or outcome["emergency_number"]

    def level(self):
        outcome = self.chat.reply["outcome"]
        return outcome["level"] if outcome else None

    def result(self):
        out = {"id": self.vignette["id"], "disposition": self.outcome["level"] if self.outcome else None,
               "causes": [cause["id"] for cause in self.outcome["causes"]] if self.outcome else [],
               "crisis_response": self.crisis, "questions_asked": self.questions,
               "emergency_number_shown": self.number}
        if self.first is not None or (self.by_text and self.vignette["opening"]):
            out["first_reply_disposition"] = self.first
        return out


class Vignettes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vignettes = [json.loads(line) for line in (VIGNETTES / "dev.jsonl").read_text().splitlines() if line]
        score = load("score", VIGNETTES / "score.py").score
        cls.visits, cls.scores = {}, {}
        for way, by_text in (("by choices", False), ("by free text", True)):
            cls.visits[way] = [Visit(vignette, by_text) for vignette in cls.vignettes]
            cls.scores[way] = score(cls.vignettes, [visit.result() for visit in cls.visits[way]])
        REPORT.parent.mkdir(exist_ok=True)
        REPORT.write_text("\n".join(cls.table()) + "\n")

    @classmethod
    def table(cls):
        for way, score in cls.scores.items():
            yield way
            for visit in cls.visits[way]:
                expected, got = visit.vignette["expected"]["disposition"], visit.result()
                mark = "" if got["disposition"] == expected else "   <-- " + " | ".join(visit.log)
                yield (f"  {got['id']} {expected:10} {str(got['disposition']):10} {visit.questions:3} "
                       f"{', '.join(got['causes'][:3])}{mark}")
            for key, value in score.items():
                yield f"  {key}: {value}"

    def count(self, way, key):
        return self.scores[way][key][3]

    def test_nobody_is_told_too_little(self):
        for way, score in self.scores.items():
            for key in ("emergency_under_triaged", "crisis_missing", "first_reply_too_low", "wrong_emergency_number"):
                self.assertEqual(score[key], [], f"{way}: {key}")

    def test_by_choices_every_level_is_right(self):
        self.assertEqual(self.count("by choices", "exact_triage"), len(self.vignettes))

    def test_by_free_text_nearly_every_level_is_right(self):
        self.assertGreaterEqual(self.count("by free text", "exact_triage"), 0.9 * len(self.vignettes))
        self.assertLessEqual(self.count("by free text", "over_triage"), 2)

    def test_the_first_cause_is_one_that_fits(self):
        for way, score in self.scores.items():
            self.assertGreaterEqual(score["cause_top1"][0], 0.9, way)
            self.assertEqual(score["must_not_lead_violated"], [], way)


if __name__ == "__main__":
    unittest.main()
