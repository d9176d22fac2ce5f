"""How hard a text is to read: the grade of Flesch and Kincaid, with syllables counted by rule.

grade = 0.39 * words per sentence + 11.8 * syllables per word - 15.59. A grade is a school year of the
United States; add 5 for the age. As Flesch counts, a sentence ends at . ? ! : and ;
"""

import re

WORD = re.compile(r"[A-Za-z0-9'-]+")
END_OF_SENTENCE = re.compile(r"[.?!:;](?=\s|$)")
SPOKEN = {"{emergency}": "nine nine nine", "{crisis}": "call this line", "{list}": "this and that", "{number}": "seven"}


def spoken(text):
    for placeholder, words in SPOKEN.items():
        text = text.replace(placeholder, words)
    return text


def words(text):
    return WORD.findall(spoken(text))


def sentences(text):
    return [s for s in END_OF_SENTENCE.split(spoken(text)) if WORD.search(s)]


def syllables(word):
    """Groups of vowels; a silent e, es or ed at the end is none."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    count = len(re.findall(r"[aeiouy]+", letters))
    silent = (re.search(r"[^aeiouyl]e$|[aeiouy]le$", letters) or re.search(r"[^td]ed$", letters)
              or re.search(r"[^aeiouycsxzgh]es$", letters))
    return max(1, count - bool(silent and count > 1))


def grade(text):
    count = len(words(text))
    return 0.39 * count / len(sentences(text)) + 11.8 * sum(map(syllables, words(text))) / count - 15.59
