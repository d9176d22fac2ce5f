"""`anamnesis understand`: JSON lines in, one line out for each, in their order."""

import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import server  # noqa: E402

DONE, COULD_NOT_START = 0, 2
TEXT_BYTES_MAX = 16 * 1024
LINE_BYTES_MAX = 128 * 1024
CONCEPTS_MAX = 64
CONCEPT_BYTES_MAX = 1024


def understand(*lines, options=()):
    """Answers to lines, which may be bytes, text or values."""
    stdin = b"".join((line if isinstance(line, bytes) else line.encode() if isinstance(line, str) else
                      json.dumps(line).encode()) + b"\n" for line in lines)
    status, out, _ = server.run("understand", server.DIALOG, *options, stdin=stdin)
    assert status == DONE
    return [json.loads(line) for line in out.splitlines()]


def one(text, options=(), **keys):
    [answer] = understand({"id": "t", "text": text, **keys}, options=options)
    return answer


def code_of(answer):
    return answer.get("error", {}).get("code")


class Findings(unittest.TestCase):
    def statuses(self, text):
        return {f["finding"]: f["status"] for f in one(text)["findings"]}

    def test_what_is_said_with_its_place_and_phrase(self):
        text = "Öh, my face is drooping"
        [droop] = [f for f in one(text)["findings"] if f["finding"] == "face_droop"]
        self.assertEqual(droop["status"], "present")
        begin, end = droop["span"]
        self.assertEqual(text.encode()[begin:end].decode(), "face is drooping")
        self.assertTrue(droop["phrase"].startswith("findings.face_droop.phrases/"))

    def test_statuses(self):
        self.assertEqual(self.statuses("my face isn't drooping")["face_droop"], "absent")
        self.assertEqual(self.statuses("my mum's face is drooping")["face_droop"], "other_person")
        self.assertEqual(self.statuses("what if my face is drooping")["face_droop"], "uncertain")

    def test_a_duration_in_days_and_its_band(self):
        [how_long] = [f for f in one("my lip has been twitching for 3 weeks")["findings"] if "days" in f]
        self.assertEqual((how_long["finding"], how_long["value"], how_long["days"]), ("duration", "weeks", 21))

    def test_a_text_that_says_nothing(self):
        self.assertEqual(one("hello there"), {"id": "t", "findings": []})


class Answers(unittest.TestCase):
    def test_each_shape(self):
        for question, text, value in (("face", "yes it is", "yes"), ("face", "no", "no"), ("face", "not sure", "unsure"),
                                      ("face_droop.check", "no", "no"),
                                      ("location", "the upper one", ["upper"]),
                                      ("duration", "3 weeks", 21)):
            answer = one(text, options=("--question", question))
            self.assertEqual(answer.get("answer"), {"value": value}, (question, text))

    def test_no_answer(self):
        self.assertNotIn("answer", one("the weather is nice", options=("--question", "face")))
        self.assertNotIn("answer", one("yes"))

    def test_a_question_in_words(self):
        self.assertEqual(one("yes", question_text="Do you smoke?")["answer"], {"value": "yes"})

    def test_an_unknown_question_or_dialog(self):
        status, out, err = server.run("understand", server.DIALOG, "--question", "nope")
        self.assertEqual((status, out), (COULD_NOT_START, ""))
        self.assertIn("nope", err)
        self.assertEqual(server.run("understand", server.SOURCE)[0], COULD_NOT_START)


class Concepts(unittest.TestCase):
    def test_literal_words_in_place_of_the_lexicon(self):
        found = one("No wheezes or  RALES, but my face is drooping.", concepts=["wheezes", "rales"])["findings"]
        self.assertEqual([(f["finding"], f["status"]) for f in found], [("wheezes", "absent"), ("rales", "absent")])

    def test_words_that_are_not_there(self):
        self.assertEqual(one("No wheezes", concepts=["cough", "", ".", "wheeze"])["findings"], [])


class Bounds(unittest.TestCase):
    def test_bad_lines_are_answered_in_their_place(self):
        answers = understand("garbage", b"\xff", "[]", {"id": 7}, {"id": "a", "text": 3}, "", {"id": "b", "text": "hi"},
                             {"id": "c", "text": "hi", "now": "last May"}, {"id": "d", "text": "hi", "concepts": "x"},
                             {"id": "e", "text": "hi", "question_text": []}, "[" * 5000)
        self.assertEqual([code_of(a) for a in answers],
                         ["bad_json", "not_utf8", "bad_shape", "bad_shape", "bad_shape", "bad_json", None,
                          "bad_shape", "bad_shape", "bad_shape", "bad_json"])
        self.assertEqual([a["id"] for a in answers], [None, None, None, 7, "a", None, "b", "c", "d", "e", None])

    def test_times(self):
        for now in ("2024-05-31", "2024-05-31T13:45", "2024-05-31T13:45:00", "2024-05-31T13:45:00Z"):
            self.assertIsNone(code_of(one("hi", now=now)), now)
        for now in ("2024-02-30", "2024-05-31T24:00", "2024-05", "31 May"):
            self.assertEqual(code_of(one("hi", now=now)), "bad_shape", now)

    def test_the_longest_text(self):
        self.assertIsNone(code_of(one("x" * TEXT_BYTES_MAX)))
        self.assertEqual(code_of(one("x" * (TEXT_BYTES_MAX + 1))), "too_large")

    def test_the_longest_line(self):
        line = json.dumps({"id": 1, "text": "hi"})
        self.assertIsNone(code_of(understand(line + " " * (LINE_BYTES_MAX - len(line)))[0]))
        long, after = understand(line + " " * (LINE_BYTES_MAX + 1 - len(line)), line)
        self.assertEqual((code_of(long), code_of(after)), ("too_large", None))

    def test_the_most_and_longest_concepts(self):
        self.assertIsNone(code_of(one("hi", concepts=["x"] * CONCEPTS_MAX)))
        self.assertEqual(code_of(one("hi", concepts=["x"] * (CONCEPTS_MAX + 1))), "bad_shape")
        self.assertIsNone(code_of(one("hi", concepts=["x" * CONCEPT_BYTES_MAX])))
        self.assertEqual(code_of(one("hi", concepts=["x" * (CONCEPT_BYTES_MAX + 1)])), "bad_shape")


if __name__ == "__main__":
    unittest.main()
