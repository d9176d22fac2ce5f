"""Every text of the scripts can be read at the age of 11, and every question is short and single."""

import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import readability  # noqa: E402
import scripts  # noqa: E402

GRADE_MAX = 6.0  # of a text: the age of 11
GRADE_MEAN_MAX = 4.0  # of all texts together: the age of 9
WORDS_MIN = 10  # below, one long word decides the grade
QUESTION_WORDS_MAX = 25
SENTENCE_WORDS_MAX = 25

# Why a text may be harder than that. In front of the key path stands its script.
EXCEPTIONS = {
    "lip-twitching/findings.listed_medicine.name": "the kinds of medicine have these names on the packet",
    "lip-twitching/findings.poor_diet_or_deficiency.name": "magnesium, calcium and vegan have no shorter word",
    "lip-twitching/findings.poison_or_overdose.name": "a list of things to look for, each needed",
    "lip-twitching/findings.sugar_danger.name": "a list of signs, each needed",
    "crisis/questions.crisis_plan.text": "the wording of the clinical notes, not to be changed without a clinician",
    "crisis/questions.crisis_plan.text@other": "the same question about someone else",
    "common/regions.*.emergency": "no country is known, so three numbers are given as examples",
}
# A questionnaire is asked word for word, with the line that its licence wants, whatever its words are.
WORD_FOR_WORD = {"gad-7/questions.difficulty.text", "gad-7/states.full.say"}
# What a program that examines nobody must not say.
PROMISES = ("nothing to worry", "only anxiety", "just anxiety", "only stress", "do not need a doctor")


def all_texts():
    for file in scripts.locale_files():
        for path, text in scripts.texts_of(json.loads(file.read_text())):
            if (key := f"{file.parents[1].name}/{path}") not in WORD_FOR_WORD:
                yield key, text


def is_question(key):
    path = key.partition("/")[2]
    return (path.startswith("questions.") and not path.partition("@")[0].endswith(".why")) or ".probe" in path


class Readability(unittest.TestCase):
    """The measure itself, on words and texts whose answer is known."""

    def test_syllables(self):
        for word, count in {"lip": 1, "mouth": 1, "face": 1, "droops": 1, "twitches": 2, "little": 2, "doctor": 2,
                            "emergency": 4, "needed": 2, "looked": 1, "medicine": 3, "side": 1, "sides": 1}.items():
            self.assertEqual(readability.syllables(word), count, word)

    def test_a_grade_by_hand(self):
        # 6 words of one syllable in one sentence: 0.39 * 6 + 11.8 - 15.59
        self.assertAlmostEqual(readability.grade("The cat sat on the mat."), -1.45, places=2)

    def test_hard_words_and_long_sentences_raise_it(self):
        plain = "Call the doctor now. One side of the face droops."
        self.assertLess(readability.grade(plain), 4)
        self.assertGreater(readability.grade("Unilateral facial asymmetry necessitates immediate evaluation."), 12)
        self.assertGreater(readability.grade(plain.replace(". One", " and one")), readability.grade(plain))


class Wording(unittest.TestCase):
    def test_every_text_can_be_read_at_eleven(self):
        hard = {}
        for path, text in all_texts():
            if len(readability.words(text)) >= WORDS_MIN and readability.grade(text) > GRADE_MAX:
                hard[path] = round(readability.grade(text), 1)
        self.assertEqual({p: g for p, g in hard.items() if p not in EXCEPTIONS}, {})
        self.assertEqual(set(EXCEPTIONS) - set(hard), set(), "no longer needed")

    def test_all_together_can_be_read_at_nine(self):
        long = [t for _, t in all_texts() if len(readability.words(t)) >= WORDS_MIN]
        count = sum(len(readability.words(t)) for t in long)
        mean = sum(readability.grade(t) * len(readability.words(t)) for t in long) / count
        self.assertLess(mean, GRADE_MEAN_MAX)

    def test_no_sentence_is_long(self):
        for path, text in all_texts():
            for sentence in readability.sentences(text):
                self.assertLessEqual(len(readability.words(sentence)), SENTENCE_WORDS_MAX, f"{path}: {sentence}")

    def test_a_question_is_one_question_of_at_most_25_words(self):
        for path, text in all_texts():
            if is_question(path):
                self.assertLessEqual(len(readability.words(text)), QUESTION_WORDS_MAX, f"{path}: {text}")
                self.assertLessEqual(text.count("?"), 1, f"{path}: {text}")

    def test_no_text_shouts_or_promises(self):
        for path, text in all_texts():
            self.assertNotIn("!", text, path)
            for promise in PROMISES:
                self.assertNotIn(promise, text.lower(), path)


if __name__ == "__main__":
    unittest.main()
