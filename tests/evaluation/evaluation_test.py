"""How well people are understood, on texts that no one in the project wrote: one table, and the bars that it must
reach.
Skipped (exit status 77) where the sets are not at hand."""

import pathlib
import sys
import unittest

import answers
import labelled
import quantities
import scores
import sets

HERE = pathlib.Path(__file__).parent
PLACE = sets.folder()
NOT_AT_HAND = "skipped: the evaluation sets are not at hand (ANAMNESIS_EVAL, or ../shared/eval beside the checkout)"


class Table:
    def __init__(self):
        self.rows = []

    def add(self, name, value, bar=None, note="", at_most=False):
        self.rows.append((name, value, bar, note, at_most))

    def missed(self):
        return [name for name, value, bar, _, at_most in self.rows
                if bar is not None and (value > bar if at_most else value < bar)]

    def __str__(self):
        missed = set(self.missed())
        out = [f"{'measure':44} {'value':>7} {'bar':>8}"]
        for name, value, bar, note, at_most in self.rows:
            wanted = "" if bar is None else f"{'<=' if at_most else '>='} {bar:.3f}"
            out.append(f"{name:44} {value:7.3f} {wanted:>8}  {'MISSED ' if name in missed else ''}{note}".rstrip())
        return "\n".join(out) + "\n"


def add_scopes(table):
    rows = sets.clinical_conditions(PLACE)
    found = sets.statuses(rows)
    pairs = [(row[3], status == "absent") for row, status in zip(rows, found)]
    whole = scores.Counts(pairs)
    table.add("negex: negation F1", whole.f1, 0.96, f"P {whole.precision:.3f} R {whole.recall:.3f}, "
              f"{len(rows)} conditions, {found.count(None)} not found in their sentence")
    table.add("negex: negation accuracy", whole.accuracy)
    for half, name in ((1, "tuned on"), (0, "held out")):
        part = scores.Counts([pair for row, pair in zip(rows, pairs) if row[0] == half])
        table.add(f"negex: negation F1, half {name}", part.f1, None, f"P {part.precision:.3f} R {part.recall:.3f}")
    add_contexts(table)


def add_contexts(table):
    rows = sets.clinical_contexts(PLACE)
    found = sets.statuses(rows)
    past = scores.Counts([(row[3], status == "past") for row, status in zip(rows, found)])
    table.add("negex: historical F1", past.f1, None, f"P {past.precision:.3f} R {past.recall:.3f}")
    other = scores.Counts([(row[4], status == "other_person") for row, status in zip(rows, found)])
    table.add("negex: other person, of 6", other.of[True, True], None, f"{other.of[False, True]} false")


def add_quantities(table):
    unsupported = quantities.unsupported(HERE)
    known, all_spans = quantities.recognizers(PLACE, unsupported)
    duckling = quantities.duckling(PLACE, unsupported)
    table.add("durations: Recognizers-Text, days", known.right, 0.92, f"{known.count} cases")
    table.add("durations: Recognizers-Text, places", all_spans.spans, None, f"{all_spans.count} cases")
    table.add("durations: duckling, days", duckling.right, 0.90, f"{duckling.count} cases")
    table.add("quantities: cases named as not supported", len(unsupported))
    table.add("times past: duckling, within a day", quantities.past_times(PLACE, unsupported))
    often, many = quantities.frequencies(PLACE, unsupported), quantities.numbers(PLACE, unsupported)
    table.add("frequencies: Recognizers-Text, times a day", often.right, 1, f"{often.count} cases")
    table.add("numbers: duckling", many.right, 1, f"{many.count} cases")


def add_answers(table):
    explicit, implicit, boolean = answers.measure(PLACE)
    table.add("yes/no: explicit, macro-F1", explicit.macro_f1, 0.92, f"{len(explicit.pairs)} answers")
    table.add("yes/no: explicit, accuracy", explicit.accuracy)
    table.add("yes/no: implicit, macro-F1", implicit.macro_f1, None, f"{len(implicit.pairs)} answers")
    table.add("yes/no: implicit, accuracy", implicit.accuracy)
    table.add("yes/no: Recognizers Boolean, accuracy", boolean.accuracy)
    forced = explicit.forced + implicit.forced
    back = [row for row in forced if row["label"] == "clarify"]
    table.add("yes/no: answers forced out of questions", len(back), 0, "", at_most=True)
    table.add("yes/no: answers forced out of other texts", len(forced) - len(back), None,
              f"of {explicit.none_due + implicit.none_due} that answer nothing")


def add_labelled(table):
    whole, even, odd, false = labelled.measure(PLACE)
    table.add("labelled texts: micro F1", whole.counts.f1, 0.85,
              f"P {whole.counts.precision:.3f} R {whole.counts.recall:.3f}")
    table.add("labelled texts: status right", whole.status, 0.90)
    table.add("labelled texts: red-flag recall", whole.red_flag_recall, 0.95)
    for part, name in ((even, "tuned on"), (odd, "held out")):
        table.add(f"labelled texts: micro F1, half {name}", part.counts.f1, None, f"status {part.status:.3f}, "
                  f"red-flag recall {part.red_flag_recall:.3f}")
    table.add("negatives with a false finding", false, 0.02, "", at_most=True)


class Evaluation(unittest.TestCase):
    def test_every_bar_is_reached(self):
        table = Table()
        for add in (add_scopes, add_quantities, add_answers, add_labelled):
            add(table)
        pathlib.Path("evaluation.txt").write_text(str(table))
        print(table)
        self.assertEqual(table.missed(), [])


class Bars(unittest.TestCase):
    def test_a_value_below_its_bar_is_missed(self):
        table = Table()
        table.add("met", 0.9, 0.9)
        table.add("missed", 0.89, 0.9)
        table.add("too many", 1, 0, at_most=True)
        table.add("no bar", 0.1)
        self.assertEqual(table.missed(), ["missed", "too many"])


if __name__ == "__main__":
    if PLACE is None:
        print(NOT_AT_HAND)
        sys.exit(sets.server.SKIPPED)
    unittest.main()
