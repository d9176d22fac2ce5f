"""A stranger's project builds its own channel on Anamnesis, installed or as a folder of its own, and talks."""

import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "adapters"))
import server  # noqa: E402

BUILD = pathlib.Path(server.environment("ANAMNESIS_BUILD"))
STRANGER = pathlib.Path(__file__).parent / "stranger"
LETTERS = "anna: one side of my face is drooping\nben: my lip twitches\n"


def cmake(*arguments, **environment):
    return subprocess.run(["cmake", *map(str, arguments)], capture_output=True, text=True, timeout=1200,
                          env={**os.environ, **environment})


class Stranger(unittest.TestCase):
    def succeeds(self, *arguments):
        done = cmake(*arguments)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def build(self, folder, *options):
        """Configures and builds, unoptimised for the sake of time; gives the program."""
        cached = ["-DCMAKE_CXX_COMPILER_LAUNCHER=ccache"] if shutil.which("ccache") else []
        self.succeeds("--fresh", "-G", "Ninja", "-S", STRANGER, "-B", folder, "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON",
                      "-DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON", *cached, *options)
        self.succeeds("--build", folder, "--target", "mailbox")
        return folder / "mailbox"

    def talks(self, mailbox, dialog):
        done = subprocess.run([mailbox, dialog], input=LETTERS, capture_output=True, text=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        to_anna = [line for line in done.stdout.splitlines() if line.startswith("to anna: ")]
        to_ben = [line for line in done.stdout.splitlines() if line.startswith("to ben: ")]
        self.assertIn("to anna: [emergency]", to_anna)
        self.assertFalse([line for line in to_ben if "[" in line])
        self.assertTrue([line for line in to_ben if line.startswith("to ben: - ")])


class Installed(Stranger):
    """Installed, moved to another place, and found there."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        folder = pathlib.Path(cls.temporary.name)
        done = cmake("--install", BUILD, "--prefix", folder / "first")
        assert done.returncode == 0, done.stdout + done.stderr
        cls.prefix = (folder / "first").rename(folder / "moved")
        cls.dialogs = cls.prefix / "share" / "anamnesis" / "dialogs"

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def test_the_stranger_finds_it_and_talks(self):
        mailbox = self.build(self.prefix.parent / "build", f"-DCMAKE_PREFIX_PATH={self.prefix}")
        self.talks(mailbox, self.dialogs / "lip-twitching")

    def test_every_public_header_stands_alone(self):
        headers = sorted((self.prefix / "include").rglob("*.hpp"))
        self.assertGreater(len(headers), 15)
        for header in headers:
            name = header.relative_to(self.prefix / "include")
            done = subprocess.run(["c++", "-std=c++20", "-fsyntax-only", "-Wall", "-Werror", "-x", "c++", "-",
                                   f"-I{self.prefix}/include"], input=f"#include <{name}>\n", text=True, capture_output=True)
            self.assertEqual(done.returncode, 0, done.stderr)

    def test_the_program_serves_the_dialogs_beside_it(self):
        script = self.dialogs / "lip-twitching" / "dialog.json"
        before = script.read_text()
        script.write_text(before.replace(f'"version": "{json.loads(before)["version"]}"', '"version": "98.7.6"', 1))
        program, server.PROGRAM = server.PROGRAM, self.prefix / "bin" / "anamnesis"
        try:
            with tempfile.TemporaryDirectory() as elsewhere:
                with contextlib.chdir(elsewhere), server.Server(dialogs=()) as served:
                    version = urllib.request.urlopen(served.url + "/version").read().decode()
        finally:
            server.PROGRAM = program
            script.write_text(before)
        self.assertIn("98.7.6", version)

    def test_nothing_installed_for_cmake_knows_where_it_was_built(self):
        files = sorted((self.prefix).rglob("*.cmake"))
        self.assertGreaterEqual(len(files), 4)
        for file in files:
            for place in (server.SOURCE, BUILD, self.prefix.parent / "first"):
                self.assertNotIn(f"{place}/", file.read_text(), file)

    def test_what_is_missing_is_named(self):
        with tempfile.TemporaryDirectory() as nothing:
            done = cmake("-S", STRANGER, "-B", f"{nothing}/build", f"-DCMAKE_PREFIX_PATH={self.prefix}",
                         PKG_CONFIG_LIBDIR=nothing)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("Anamnesis needs re2", done.stderr)


class AsFolder(Stranger):
    """As a part of the stranger's own build. The folder is kept, so that only what changed is built again."""

    def test_the_stranger_builds_it_and_talks(self):
        folder = BUILD / "tests" / "install" / "as_folder"
        mailbox = self.build(folder, f"-DANAMNESIS_SOURCE={server.SOURCE}")
        self.talks(mailbox, server.DIALOG)
        self.leaves_the_rest_alone(folder)

    def leaves_the_rest_alone(self, folder):
        """No option of ours reaches the stranger's code, nothing of ours is tested or installed with it."""
        commands = json.loads((folder / "compile_commands.json").read_text())
        own = next(c["command"] for c in commands if c["file"].endswith("mailbox.cpp"))
        ours = next(c["command"] for c in commands if c["file"].endswith("decide.cpp"))
        for option in ("-W", "-fpch", "-fsanitize"):
            self.assertNotIn(f" {option}", own)
        self.assertNotIn(" -Werror", ours)
        self.assertFalse([c for c in commands if "/tests/" in c["file"] and "stranger" not in c["file"]])
        self.succeeds("--install", folder, "--prefix", folder / "installed")
        self.assertFalse((folder / "installed").exists())


if __name__ == "__main__":
    unittest.main()
