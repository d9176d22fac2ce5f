"""SOURCES.md of the lip dialog against the script: nothing is cited without a line, no line without its citation."""

import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import scripts  # noqa: E402

FACTS = (pathlib.Path(__file__).parent / "article_facts.txt").read_text().split()
DIFFERENCES = [f"G{n:02}" for n in range(1, 22)]
MARK = "Health guidance, not the article: "
NOT_SAID = "not said: "


def table(heading):
    """The rows of the table under a heading, as lists of cells."""
    page = (scripts.DIALOGS / "lip-twitching" / "SOURCES.md").read_text()
    section = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", page, re.M | re.S).group(1)
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")]
    return rows[1:]


class Lip:
    """What can be said, by its name in SOURCES.md: "topic cycle", "tip sleep", "cause fatigue"."""

    def __init__(self):
        script, words = scripts.load("lip-twitching/dialog.json"), scripts.load("lip-twitching/locale/en-GB.json")
        self.script = script
        self.cites, self.texts = {}, {}
        for name, topic in script["topics"].items():
            self.add(f"topic {name}", [v["cite"] for v in topic["text"]], words["topics"][name]["text"].values())
        for name, tip in script["advice"].items():
            self.add(f"tip {name}", [tip["cite"]], words["advice"][name].values())
        for name, cause in script["causes"].items():
            clauses = cause["fits"] + cause.get("more", [])
            self.add(f"cause {name}", [c["cite"] for c in clauses], [words["causes"][name]["says"]])

    def add(self, name, cites, texts):
        self.cites[name] = {c for some in cites for c in some}
        self.texts[name] = list(texts)


LIP = Lip()


class Sources(unittest.TestCase):
    def test_every_fact_of_the_article_has_one_line(self):
        self.assertEqual(len(FACTS), 211)
        self.assertEqual([row[0] for row in table("The facts of the article")], FACTS)

    def test_a_fact_is_cited_where_its_line_says_or_has_a_reason(self):
        for fact, where in table("The facts of the article"):
            if where.startswith(NOT_SAID):
                self.assertGreater(len(where), len(NOT_SAID) + 5, fact)
            else:
                self.assertIn("article:" + fact[:-1], LIP.cites.get(where, set()), f"{fact}: {where}")

    def test_what_is_cited_of_the_article_exists(self):
        sentences = {"article:" + fact[:-1] for fact in FACTS}
        for where, cites in LIP.cites.items():
            for cite in cites:
                self.assertTrue(not cite.startswith("article:") or cite in sentences, f"{where}: {cite}")

    def test_guidance_comes_first_where_it_differs(self):
        rows = table("Where guidance and article differ")
        self.assertEqual([row[0] for row in rows], DIFFERENCES)
        for name, _, places in rows:
            for place in places.split(", "):
                for text in LIP.texts[place]:
                    self.assertTrue(text.startswith(MARK) or place == "topic is_it_harmless", f"{name} {place}: {text}")

    def test_every_source_has_a_line_and_every_line_a_source(self):
        declared = set(LIP.script["sources"]) | set(scripts.load("common/crisis/dialog.json")["sources"])
        listed = [row[0] for row in table("Guidance, and what it decides")]
        self.assertEqual(len(listed), len(set(listed)))
        self.assertEqual(set(listed), declared - {"article"})

    def test_every_hazard_has_a_line(self):
        named = {r["hazard"] for r in LIP.script["rules"] + LIP.script["guarantees"] if "hazard" in r}
        self.assertLessEqual(named, {row[0] for row in table("Hazards")})


if __name__ == "__main__":
    unittest.main()
