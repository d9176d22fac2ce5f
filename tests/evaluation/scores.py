"""Figures of merit."""

from collections import Counter


class Counts:
    """Of a yes/no decision: what was right and wrong."""

    def __init__(self, pairs):
        """pairs: (gold, predicted)"""
        self.of = Counter((bool(gold), bool(predicted)) for gold, predicted in pairs)

    def share(self, hits, *others):
        whole = hits + sum(others)
        return hits / whole if whole else 0.0

    @property
    def precision(self):
        return self.share(self.of[True, True], self.of[False, True])

    @property
    def recall(self):
        return self.share(self.of[True, True], self.of[True, False])

    @property
    def f1(self):
        return self.share(2 * self.of[True, True], self.of[False, True], self.of[True, False])

    @property
    def accuracy(self):
        return self.share(self.of[True, True] + self.of[False, False], self.of[True, False], self.of[False, True])


def macro_f1(pairs, labels):
    """The mean of the labels' F1, over those that the gold has."""
    present = [label for label in labels if any(gold == label for gold, _ in pairs)]
    each = [Counts([(gold == label, said == label) for gold, said in pairs]).f1 for label in present]
    return sum(each) / len(each) if each else 0.0


def share(flags):
    flags = list(flags)
    return sum(map(bool, flags)) / len(flags) if flags else 0.0
