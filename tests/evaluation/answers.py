"""Answers to yes/no questions."""

import scores
import sets

LABELS = ["yes", "no", "unsure", "conditional"]
ANY_QUESTION = "Is it so?"


class Answers:
    def __init__(self, rows):
        requests = [{"id": row["id"], "text": row["text"], "question_text": row.get("question", ANY_QUESTION)}
                    for row in rows]
        said = [answer.get("answer", {}).get("value") for answer in sets.understand(requests)]
        both = list(zip(rows, said))
        self.pairs = [(row["label"], value) for row, value in both if row["label"] in LABELS]
        self.forced = [row for row, value in both if row["label"] not in LABELS and value is not None]
        self.none_due = len(both) - len(self.pairs)
        self.accuracy = scores.share(gold == value for gold, value in self.pairs)
        self.macro_f1 = scores.macro_f1(self.pairs, LABELS)
        self.wrong = [(row["id"], row.get("question"), row["text"], row["label"], value) for row, value in both
                      if row["label"] in LABELS and row["label"] != value]


def measure(place):
    """explicit answers, implicit ones, Recognizers' Boolean; each an Answers."""
    dialog = sets.lines(place / "yesno" / "mts_dialog_yesno.dev.jsonl")
    clinc = sets.lines(place / "yesno" / "clinc150_yes_no_maybe.dev.jsonl")
    boolean = sets.lines(place / "yesno" / "recognizers_boolean.jsonl")
    explicit = [row for row in dialog if row["how"].startswith("explicit")]
    implicit = [row for row in dialog if not row["how"].startswith("explicit")]
    return Answers(explicit + clinc), Answers(implicit), Answers(boolean)
