"""Durations, times past, frequencies and numbers of the specifications of two published recognisers."""

import datetime
import json
import pathlib
import re
import shutil
import tempfile

import scores
import sets

# Answers are JSON numbers: a minute is no exact share of a day.
TOLERANCE = 1e-4
SECONDS_A_DAY = 86400


def is_near(a, b):
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b), 1e-9)


def same(gold, heard):
    gold, heard = sorted(gold), sorted(heard)
    return len(gold) == len(heard) and all(map(is_near, gold, heard))


def days_heard(answer):
    return [f["days"] for f in answer["findings"] if "days" in f]


def spans_heard(answer):
    return sorted(tuple(f["span"]) for f in answer["findings"] if "days" in f)


def in_bytes(text, start, length):
    before = len(text[:start].encode())
    return before, before + len(text[start:start + length].encode())


class Durations:
    """Cases with the days that must be heard; those that are not supported are named, with the reason."""

    def __init__(self, cases, unsupported):
        """cases: (id, text, [days], [span] or nothing)"""
        cases = [case for case in cases if case[0] not in unsupported]
        answers = sets.understand([{"id": i, "text": text} for i, text, _, _ in cases],
                                  "--question", sets.question_of_duration())
        self.count = len(cases)
        self.wrong = [(i, text, days, days_heard(a)) for (i, text, days, _), a in zip(cases, answers)
                      if not same(days, days_heard(a))]
        self.right = 1 - len(self.wrong) / len(cases)
        spans = [spans_heard(a) == sorted(spans) for (_, _, _, spans), a in zip(cases, answers) if spans is not None]
        self.spans = scores.share(spans)


def recognizers(place, unsupported):
    """Those that tell the length; and the places of all."""
    rows = sets.lines(place / "duration_specs" / "recognizers_duration.jsonl")
    known = [row for row in rows if all(d["seconds"] is not None for d in row["durations"])]
    return [Durations([(row["id"], row["text"], [d["seconds"] / SECONDS_A_DAY for d in row["durations"] if row in known],
                        [in_bytes(row["text"], d["start"], d["length"]) for d in row["durations"]])
                       for row in part], unsupported) for part in (known, rows)]


def duckling(place, unsupported):
    cases = [(row["id"], row["text"], [] if row["value"] is None else [row["seconds"] / SECONDS_A_DAY], None)
             for row in sets.lines(place / "duration_specs" / "duckling_duration.jsonl")]
    return Durations(cases, unsupported)


def past_times(place, unsupported):
    """Days from a past moment to the caller's instant."""
    rows = [row for row in sets.lines(place / "duration_specs" / "duckling_time_past.jsonl")
            if row["id"] not in unsupported]
    requests, wanted = [], []
    for row in rows:
        now = row["reference"].split(" ")[0]
        requests.append({"id": row["id"], "text": row["text"], "now": now})
        ago = datetime.datetime.fromisoformat(now) - datetime.datetime.fromisoformat(row["start"])
        wanted.append(ago.total_seconds() / 86400)
    answers = sets.understand(requests, "--question", sets.question_of_duration())
    return scores.share(any(abs(days - want) <= 1 for days in days_heard(a)) for want, a in zip(wanted, answers))


DAYS_OF = {"D": 1, "W": 7, "M": 30, "Y": 365}


def times_a_day(timex):
    """P2W is once in 14 days, XXXX-WXX-1 once a week; T09 and TMO are a time of each day."""
    if timex.startswith("T"):
        return 1
    if "WXX" in timex:
        return 1 / 7
    period = re.fullmatch(r"P(\d+)([DWMY])", timex)
    return 1 / (int(period[1]) * DAYS_OF[period[2]]) if period else None


class Counts:
    """Cases of (id, text, number) as the answer to a question of the dialog counts/, which only counts."""

    def __init__(self, question, cases, unsupported):
        cases = [case for case in cases if case[0] not in unsupported]
        with tempfile.TemporaryDirectory() as root:
            dialog = pathlib.Path(root) / "counts"
            shutil.copytree(pathlib.Path(__file__).parent / "counts", dialog)
            (dialog.parent / "common").symlink_to(sets.server.SOURCE / "dialogs" / "common")
            answers = sets.understand([{"id": i, "text": text} for i, text, _ in cases], "--question", question,
                                      dialog=dialog)
        heard = [answer.get("answer", {}).get("value") for answer in answers]
        self.count = len(cases)
        self.wrong = [(case, value) for case, value in zip(cases, heard)
                      if not (isinstance(value, (int, float)) and is_near(case[2], value))]
        self.right = 1 - len(self.wrong) / len(cases)


def frequencies(place, unsupported):
    rows = sets.lines(place / "duration_specs" / "recognizers_frequency.jsonl")
    return Counts("how_often", [(row["id"], row["text"], times_a_day(row["sets"][0]["timex"])) for row in rows],
                  unsupported)


def numbers(place, unsupported):
    rows = sets.lines(place / "duration_specs" / "duckling_numeral.jsonl")
    return Counts("how_many", [(row["id"], row["text"], float(row["value"])) for row in rows], unsupported)


UNSUPPORTED = "unsupported.json"


def unsupported(folder):
    """id -> reason, of cases that the engine does not mean to read."""
    file = folder / UNSUPPORTED
    return json.loads(file.read_text()) if file.exists() else {}
