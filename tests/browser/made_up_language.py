"""Another language for a copy of dialogs: every text with the language's tag before it."""

import json
import shutil


def told(tag, value):
    if isinstance(value, str):
        return f"{tag}: {value}"
    if isinstance(value, dict):
        return {key: told(tag, item) for key, item in value.items()}
    return value


def make_language(dialogs, tag, direction):
    for path in dialogs.glob("*/locale/en-GB.json"):
        _make(path, tag, direction)
    for path in (dialogs / "common").glob("*/locale/en-GB.json"):
        _make(path, tag, direction)
    common = dialogs / "common"
    shutil.copy(common / "words/en-GB.txt", common / f"words/{tag}.txt")
    heard = json.loads((common / "lexicon/en-GB.json").read_text("utf-8"))
    (common / f"lexicon/{tag}.json").write_text(json.dumps({**heard, "locale": tag}), "utf-8")


def _make(path, tag, direction):
    words = json.loads(path.read_text("utf-8"))
    made = {key: value if key == "$schema" else told(tag, value) for key, value in words.items()}
    made["locale"] = tag
    if "engine" in made:
        made["engine"]["screen"].update({"language": tag, "direction": direction})
    path.with_name(f"{tag}.json").write_text(json.dumps(made, ensure_ascii=False), "utf-8")
