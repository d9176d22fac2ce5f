"""Texts of patients with findings labelled by hand, in the classes of concepts.json."""

from collections import Counter

import scores
import sets

# Where two findings of a class disagree, the first of this order is the class's status.
ORDER = ["present", "past", "absent", "uncertain", "other_person"]
NOT_FALSE_ON_NEGATIVES = {"duration"}


class Classes:
    def __init__(self, table):
        self.of_concept = {c: name for name, row in table["classes"].items() for c in row["concepts"]}
        self.of_finding = {f: name for name, row in table["classes"].items() for f in row["findings"]}
        self.red_flags = set(table["red_flags"])

    def gold(self, text):
        return one_a_class((self.of_concept.get(f["concept"]), f["status"]) for f in text["labels"]["findings"])

    def heard(self, answer):
        return one_a_class((self.of_finding.get(f["finding"]), f["status"]) for f in answer["findings"])


def one_a_class(pairs):
    out = {}
    for name, status in pairs:
        if name and (name not in out or ORDER.index(status) < ORDER.index(out[name])):
            out[name] = status
    return out


class Score:
    def __init__(self, rows, red_flags):
        """rows: (gold, heard), each a class -> status"""
        both = [(gold, heard, name) for gold, heard in rows for name in set(gold) | set(heard)]
        pairs = [(name in gold, name in heard) for gold, heard, name in both]
        found = [(gold[name], heard[name]) for gold, heard, name in both if name in gold and name in heard]
        self.counts = scores.Counts(pairs)
        self.status = scores.share(gold == heard for gold, heard in found)
        self.confusion = Counter(pair for pair in found if pair[0] != pair[1])
        self.red_flag_recall = scores.share(name in heard for gold, heard, name in both
                                            if name in gold and name in red_flags)


def request(text):
    asked = text.get("context_question")
    return {"id": text["id"], "text": text["text"], **({"question_text": asked} if asked else {})}


def measure(place):
    """(score of all, score of the first half, of the second, share of negatives with a false finding)."""
    import json
    classes = Classes(json.loads((place / "concepts.json").read_text()))
    texts = sets.lines(place / "dev" / "vaers.jsonl") + sets.lines(place / "dev" / "mts_dialog.jsonl")
    negatives = sets.lines(place / "dev" / "negatives.jsonl")
    answers = sets.understand([request(t) for t in texts + negatives])
    rows = [(classes.gold(t), classes.heard(a)) for t, a in zip(texts, answers)]
    false = [set(classes.heard(a)) - NOT_FALSE_ON_NEGATIVES for a in answers[len(texts):]]
    whole, even, odd = (Score(part, classes.red_flags) for part in (rows, rows[::2], rows[1::2]))
    return whole, even, odd, scores.share(false)
