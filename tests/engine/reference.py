"""A slow and plain reading of the dialog language, written from its text alone, to hold the engine against.

A fact is "yes", "no", "unsure", "open", the id of an option or band, or None where nothing was said.
"""

import json
import pathlib
import re

URGENCY = ("self_care", "routine", "soon", "urgent", "emergency")
POSSIBLE = {"yes", "unsure", "open"}
UNKNOWN = {None, "unsure", "open"}
BY_STATUS = {"present": {"yes"}, "denied": {"no"}, "possible": POSSIBLE, "unsure": {"unsure"}}
BY_PREFIX = {"no": {"no"}, "maybe": POSSIBLE, "unsure": {"unsure"}}
TOKEN = re.compile(r"\s*(>=|[\w.]+|[(),])")


class View:
    """What the rules see of a map: a fact for each finding, and the points of the scores."""

    def __init__(self, facts, points):
        self.facts, self.points = facts, points


class Reading:
    """One expression, read into a function from View to bool."""

    def __init__(self, text, script, prefix):
        self.words = [word for word in TOKEN.findall(text)][::-1]
        self.script, self.prefix = script, prefix

    def whole(self):
        condition = self.joined()
        assert not self.words, self.words
        return condition

    def next_is(self, *wanted):
        return bool(self.words) and self.words[-1] in wanted

    def take(self, wanted=None):
        word = self.words.pop()
        assert wanted in (None, word), (wanted, word)
        return word

    def joined(self):
        parts, joints = [self.atom()], set()
        while self.next_is("and", "or"):
            joints.add(self.take())
            parts.append(self.atom())
        assert len(joints) < 2
        needed = any if joints == {"or"} else all
        return lambda view: needed(part(view) for part in parts)

    def atom(self):
        word = self.take()
        if word == "(":
            inner = self.joined()
            self.take(")")
            return inner
        if word in ("any", "all"):
            if self.next_is("of"):
                self.take()
            return self.counted(lambda hits, size: hits > 0 if word == "any" else hits == size)
        if word == "at":
            self.take("least")
            wanted = int(self.take())
            self.take("of")
            return self.counted(lambda hits, size: hits >= wanted)
        if word == "known":
            finding = self.script.finding(self.take(), self.prefix)
            return lambda view: view.facts[finding] not in UNKNOWN
        if word in BY_PREFIX:
            return one_of(self.script.finding(self.take(), self.prefix), BY_PREFIX[word])
        return self.named(word)

    def named(self, word):
        define = self.script.define(word, self.prefix)
        if define:
            return define
        finding = self.script.finding(word, self.prefix)
        if self.next_is(">="):
            self.take()
            wanted = int(self.take())
            return lambda view: view.points[finding] >= wanted
        if self.next_is("is"):
            self.take()
            return one_of(finding, {self.take()})
        if self.next_is("in"):
            self.take()
            return one_of(finding, set(self.listed()))
        return one_of(finding, {"yes"})

    def listed(self):
        self.take("(")
        names = [self.take()]
        while self.next_is(","):
            self.take()
            names.append(self.take())
        self.take(")")
        return names

    def counted(self, enough):
        if self.next_is("("):
            group = [self.script.finding(name, self.prefix) for name in self.listed()]
        else:
            group = self.script.tagged(self.take())
        wanted = BY_STATUS[self.take() if self.next_is(*BY_STATUS) else "present"]
        return lambda view: enough(sum(view.facts[f] in wanted for f in group), len(group))


def one_of(finding, values):
    return lambda view: view.facts[finding] in values


class Script:
    """A dialog with its includes, joined."""

    def __init__(self, folder, common):
        self.findings, self.defines, self.outcomes = {}, {}, {}
        self.states, self.questions, self.rules, self.placeable = [], {}, [], {}
        folder = pathlib.Path(folder)
        main = read_script(folder)
        parts = [self.part(read_script(find_include(i["id"], folder, common)), i.get("as")) for i in main.get("include", [])]
        parts.append((main, ""))
        for source, prefix in parts:
            self.add_names(source, prefix)
        for source, prefix in parts:
            self.add_questions(source, prefix, source is main)
        for source, prefix in parts:
            self.add_rules(source, prefix, source is main)
        self.default = main["default"]
        self.order = self.by_depth()

    @staticmethod
    def part(source, name):
        return source, name + "." if name else ""

    def add_names(self, source, prefix):
        scales = source.get("scales", {})
        for name, entry in source["findings"].items():
            entry = dict(entry, kind=entry.get("type", "yes_no"))
            options = scales[entry["scale"]] if "scale" in entry else entry.get("options", {})
            entry["points"] = {o: options[o].get("points", 0) if isinstance(options, dict) else 0 for o in options}
            entry["parents"] = [prefix + p for p in entry.get("depends_on", [])]
            entry["items"] = [prefix + i for i in entry.get("of", [])]
            self.findings[prefix + name] = entry
        for name, text in source.get("defines", {}).items():
            self.defines[prefix + name] = (text, prefix)
        for name, outcome in source["outcomes"].items():
            self.outcomes[prefix + name] = outcome["level"]

    def add_questions(self, source, prefix, is_main):
        for state in source["states"]:
            if "use" in state and not is_main:
                continue  # where an include places states when it starts alone; here its host does
            if "use" in state:
                placed = self.placeable[state["use"]]
                self.states.append(dict(placed, when=placed["when"] + [self.read(state.get("when", ""), prefix)]))
                continue
            linked = {"id": prefix + state["id"], "when": [self.read(state.get("when", ""), prefix)],
                      "questions": [self.add_question(q, prefix) for q in state["questions"]]}
            if is_main:
                self.states.append(linked)
            else:
                self.placeable[linked["id"]] = linked
        for check in source.get("checks", []):
            self.add_question(check, prefix)

    def add_question(self, question, prefix):
        asks = question["asks"] if isinstance(question["asks"], list) else [question["asks"]]
        linked = {"id": prefix + question["id"], "asks": [self.finding(a, prefix) for a in asks],
                  "when": self.read(question.get("when", ""), prefix)}
        self.questions[linked["id"]] = linked
        return linked

    def add_rules(self, source, prefix, is_main):
        for rule in source["rules"]:
            outcome = own_first(rule["then"], prefix, self.outcomes)
            urgency = URGENCY.index(self.outcomes[outcome])
            if not is_main and urgency < URGENCY.index("soon"):
                continue
            check = lambda name: self.questions[own_first(name, prefix, self.questions)]  # noqa: E731
            at = rule["at"]
            if at.startswith("after "):
                at = "after " + own_first(at[6:], prefix, {state["id"]: state for state in self.states})
            self.rules.append({
                "id": prefix + rule["id"], "at": at, "outcome": outcome, "urgency": urgency,
                "if": self.read(rule["if"], prefix),
                "unless": self.read(rule["unless"], prefix) if "unless" in rule else lambda view: False,
                "first": check(rule["ask_first"]) if "ask_first" in rule else None,
                "then": [check(name) for name in rule.get("ask_then", [])]})

    def read(self, text, prefix):
        return Reading(text, self, prefix).whole() if text else lambda view: True

    def finding(self, name, prefix):
        return own_first(name, prefix, self.findings)

    def define(self, name, prefix):
        for full in (prefix + name, name):
            if full in self.defines:
                return self.read(*self.defines[full])
        return None

    def tagged(self, tag):
        return [name for name, entry in self.findings.items() if tag in tags_of(entry)]

    def by_depth(self):
        """Findings layer by layer: those of a layer need those of the layers before it alone."""
        placed = []
        while len(placed) < len(self.findings):
            placed += [name for name, entry in self.findings.items()
                       if name not in placed and set(entry["parents"] + entry["items"]) <= set(placed)]
        return placed


def own_first(name, prefix, things):
    return prefix + name if prefix + name in things else name if name in things else things[name]


def tags_of(entry):
    tags = list(entry.get("tags", []))
    flag = entry.get("flag")
    if flag:
        tags.append(flag + "_flag")
    if flag in ("emergency", "urgent") and entry.get("must_ask", True):
        tags.append("red_flag")
    return tags


def read_script(folder):
    return json.loads((folder / "dialog.json").read_text(encoding="utf-8"))


def find_include(name, folder, common):
    beside = folder.parent / name
    return beside if beside.is_dir() else pathlib.Path(common) / name


def view_of(script, said, checked):
    view = View({}, {})
    for name in script.order:
        entry = script.findings[name]
        if entry["kind"] == "score":
            view.points[name], view.facts[name] = score_of(script, entry, said)
            continue
        fact = said.get(name)
        if fact == "unsure" and entry.get("probe"):
            fact = checked.get(name, "open")
        parents = [view.facts[p] for p in entry["parents"]]
        if fact is None and entry["kind"] == "yes_no" and parents and set(parents) == {"no"}:
            fact = "no"
        view.facts[name] = fact
    return view


def score_of(script, entry, said):
    given = [script.findings[item]["points"].get(said.get(item)) for item in entry["items"]]
    points = sum(p for p in given if p is not None)
    if None not in given:
        return points, "counted"
    return points, "unsure" if "unsure" in [said.get(item) for item in entry["items"]] else None


def decide(script, said, checked):
    """The engine's decision as reference_driver prints it."""
    view = view_of(script, said, checked)
    holding = [rule for rule in script.rules if rule["if"](view) and not rule["unless"](view)]
    if any(rule["at"] == "once" for rule in holding):
        return given(script, view, holding)
    for name in script.order:
        if view.facts[name] == "open":
            return asked(name + ".check")
    for state in script.states:
        if all(when(view) for when in state["when"]):
            for question in state["questions"]:
                if is_open(question, view):
                    return asked(question["id"])
        if any(rule["at"] == "after " + state["id"] for rule in holding):
            return given(script, view, holding)
    return given(script, view, holding)


def is_open(question, view):
    return question["when"](view) and None in [view.facts[f] for f in question["asks"]]


def asked(question, pending=False, rule=None, outcome=None, level=None):
    return {"question": question, "pending": pending, "rule": rule, "outcome": outcome, "level": level}


def given(script, view, holding):
    if not holding:
        return asked(None, False, "default", script.default, script.outcomes[script.default])
    top = max(rule["urgency"] for rule in holding)
    rule = next(r for r in holding if r["urgency"] == top)
    outcome = rule["id"], rule["outcome"], URGENCY[top]
    if rule["first"] and is_open(rule["first"], view):
        return asked(rule["first"]["id"], True, *outcome)
    return asked(below(rule, view), False, *outcome)


def below(rule, view):
    """The check that stays open under an outcome; the probe of one comes before the next."""
    for check in rule["then"]:
        for finding in check["asks"]:
            if view.facts[finding] == "open":
                return finding + ".check"
        if is_open(check, view):
            return check["id"]
    return None
