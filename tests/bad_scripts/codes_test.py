"""Every code of the sources has its cases and its section in docs/diagnostics.md, whose examples are those cases."""

import os
import pathlib
import re
import unittest

ROOT = pathlib.Path(os.environ["ANAMNESIS_SOURCE"])
CASES = ROOT / "tests/bad_scripts"
PAGE = ROOT / "docs/diagnostics.md"

# A guard that nothing known sets off, and what is told of several folders together, have no case; the page says why.
WITHOUT_CASE = {"F004", "F005", "R106"}


def codes_of_sources():
    sources = [*(ROOT / "engine").rglob("*.[hc]pp"), *(ROOT / "adapters").rglob("*.[hc]pp")]
    return {code for path in sources for code in re.findall(r'"([AFR]\d{3})"', path.read_text("utf-8"))}


def first_case(code):
    return (CASES / f"{code}.case").read_text("utf-8").strip("\n").split("\n\n")[0]


def sections():
    """The text of each section by its code."""
    parts = re.split(r"^### ([AFR]\d{3}): .*$", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2]))


def example_of(case):
    """A case as the page shows it: without comments, and long texts cut."""
    lines = [line for line in case.splitlines() if not line.startswith("#")]
    return "\n".join(lines)


class Codes(unittest.TestCase):
    def test_every_code_has_cases(self):
        cases = {path.stem for path in CASES.glob("*.case")}
        self.assertGreater(len(cases), 50)
        self.assertEqual(cases | WITHOUT_CASE, codes_of_sources())
        self.assertFalse(cases & WITHOUT_CASE)

    def test_every_code_has_a_section(self):
        self.assertEqual(list(sections()), sorted(codes_of_sources(), key=lambda c: ("FAR".index(c[0]), c)))

    def test_the_examples_are_the_first_cases(self):
        for code, text in sections().items():
            if code in WITHOUT_CASE:
                self.assertNotIn("```", text, code)
                continue
            blocks = re.findall(r"^```\n(.*?)\n```$", text, re.MULTILINE | re.DOTALL)
            self.assertEqual(blocks, [example_of(first_case(code))], code)

    def test_each_section_says_what_it_means_and_how_to_mend_it(self):
        for code, text in sections().items():
            words = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
            self.assertRegex(words, r"\*\*Mend it:\*\* \w", code)
            self.assertGreater(len(words.split()), 12, code)


if __name__ == "__main__":
    unittest.main()
