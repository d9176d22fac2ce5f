"""The shipped scripts as plain data, for tests of their content."""

import json
import os
import pathlib

DIALOGS = pathlib.Path(os.environ["ANAMNESIS_SOURCE"]) / "dialogs"
NOT_TEXTS = {"locale", "phrases", "examples", "counterexamples"}


def load(path):
    return json.loads((DIALOGS / path).read_text())


def texts_of(node, at=""):
    """Every text of a locale file under its key path; what is heard is left out."""
    for key, value in node.items():
        path = f"{at}.{key}" if at else key
        if key in NOT_TEXTS:
            continue
        if isinstance(value, dict):
            yield from texts_of(value, path)
        elif isinstance(value, str):
            yield path, value


def locale_files():
    """What is said, of every script and of the engine."""
    return sorted(path for path in DIALOGS.rglob("locale/*.json"))
