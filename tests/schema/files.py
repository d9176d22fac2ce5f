"""The schemas, and the files that they are for."""

import json
import os
import pathlib

import jsonschema

ROOT = pathlib.Path(os.environ["ANAMNESIS_SOURCE"])
DIALOGS = ROOT / "dialogs"
SCHEMAS = DIALOGS / "schema"
FIXTURES = [ROOT / "tests/engine/fixtures/knee", ROOT / "tests/adapters/fixtures/tiny"]


def load(path):
    return json.loads(path.read_text("utf-8"))


def schema(name):
    return load(SCHEMAS / f"{name}.schema.json")


def kind_of(path):
    """Which schema a file is for, by its place."""
    if path.name == "dialog.json":
        return "dialog"
    if path.name == "regions.json":
        return "regions"
    return "lexicon" if path.parent.parent.name == "common" else "locale"


def shipped():
    """All that is written in the language of scripts below dialogs/."""
    return sorted(p for p in DIALOGS.rglob("*.json") if p.parent.name != "schema")


def errors(kind, value, schemas=None):
    validator = jsonschema.Draft7Validator(schemas or schema(kind))
    return [f"/{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(value)]
