"""The source tree as the architecture checks see it."""

import pathlib
import re

COMMENT_OR_STRING = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'', re.DOTALL)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(<[^>]+>|"[^"]+")', re.MULTILINE)


class Source:
    """A C++ file: its path below the tree, its text, its includes, and its code without words in it."""

    def __init__(self, root, path):
        self.path = path.relative_to(root).as_posix()
        self.text = path.read_text(encoding="utf-8")
        self.includes = [include[1:-1] for include in INCLUDE.findall(self.text)]
        without_includes = INCLUDE.sub("", self.text)
        self.code = COMMENT_OR_STRING.sub(lambda m: "\n" * m.group().count("\n"), without_includes)

    @property
    def folder(self):
        return self.path.rpartition("/")[0]


def sources(root, below):
    """The C++ files below a folder, in order."""
    root = pathlib.Path(root)
    files = sorted(p for p in (root / below).rglob("*") if p.suffix in (".cpp", ".hpp"))
    return [Source(root, p) for p in files]


def written_files(root):
    """Everything that people write and read as code."""
    root = pathlib.Path(root)
    endings = (".cpp", ".hpp", ".py", ".js", ".css", ".html", ".cmake")
    return [p for below in ("engine", "adapters", "tests", "cmake")
            for p in sorted((root / below).rglob("*")) if p.suffix in endings]
