"""The sets that the understanding is measured on, and the program's answers to them. They lie outside of the
project (ANAMNESIS_EVAL, else `shared/eval` beside the checkout); their README says where each comes from."""

import csv
import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "adapters"))
import server  # noqa: E402


def folder():
    """The folder of the sets, or nothing."""
    named = os.environ.get("ANAMNESIS_EVAL")
    place = pathlib.Path(named) if named else server.SOURCE.parent / "shared" / "eval"
    return place if (place / "dev").is_dir() else None


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def understand(requests, *options, dialog=server.DIALOG):
    """One answer a request, in their order."""
    text = "".join(json.dumps(request) + "\n" for request in requests)
    done = subprocess.run([server.PROGRAM, "understand", str(dialog), *options], input=text, text=True,
                          capture_output=True, check=True, timeout=300)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(requests), "one line out for each line in"
    return answers


def clinical_conditions(place):
    """Sentences of clinical reports: (half, sentence, condition, is negated)."""
    with open(place / "negex" / "Annotations-1-120.txt", encoding="latin-1", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))[1:]
    return [(int(row[0]) % 2, row[2], row[1], row[3] == "Negated") for row in rows]


def clinical_contexts(place):
    """The same with time and person: (half, sentence, condition, is historical, is of someone else)."""
    with open(place / "negex" / "rsAnnotations-1-120-random.txt", encoding="latin-1") as file:
        rows = [line.rstrip("\r\n").split("\t") for line in file][1:]
    return [(int(row[0]) % 2, row[2], row[1], row[4] == "Historical", row[5] != "Patient") for row in rows]


def statuses(rows):
    """The status of each row's condition, given as a literal concept; none where it was not found."""
    requests = [{"id": i, "text": row[1], "concepts": [row[2]]} for i, row in enumerate(rows)]
    return [(answer.get("findings") or [{"status": None}])[0]["status"] for answer in understand(requests)]


def question_of_duration():
    """The question of the dialog whose answer is a number of days."""
    script = json.loads((server.DIALOG / "dialog.json").read_text())
    days = [name for name, finding in script["findings"].items() if finding.get("unit") == "day"]
    questions = [question for state in script["states"] for question in state.get("questions", [])]
    return next(question["id"] for question in questions if question["asks"] in days)
