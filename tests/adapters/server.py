"""Starts the program for black-box tests. The program is named by ANAMNESIS, the source tree by
ANAMNESIS_SOURCE; without them a test is skipped (exit status 77)."""

import os
import pathlib
import select
import signal
import subprocess
import sys
import tempfile

SKIPPED = 77
START_SECONDS = 10
STOP_SECONDS = 5


def environment(name):
    value = os.environ.get(name)
    if not value:
        print(f"skipped: {name} is not set")
        sys.exit(SKIPPED)
    return value


PROGRAM = environment("ANAMNESIS")
SOURCE = pathlib.Path(environment("ANAMNESIS_SOURCE"))
DIALOG = SOURCE / "dialogs" / "lip-twitching"
KEYS = tempfile.TemporaryDirectory()
KEY_FILE = os.path.join(KEYS.name, "master.key")


def run(*arguments, stdin="", cwd=None):
    """Runs a command to its end; gives status, stdout, stderr (as bytes where stdin is bytes)."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True,
                          text=isinstance(stdin, str), timeout=60, cwd=cwd)
    return done.returncode, done.stdout, done.stderr


class Server:
    """`anamnesis serve`, by default on a free port; ready when constructed. Use it in a `with`. All of a test
    have one master key, not that of whoever runs it."""

    def __init__(self, store="memory:", dialogs=(DIALOG,), listen="127.0.0.1:0", options=(), cwd=None):
        if store != "memory:" and "--key-file" not in options:
            options = [*options, "--key-file", KEY_FILE]
        self.errors = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            [PROGRAM, "serve", *map(str, dialogs), "--listen", listen, "--store", store, *options],
            stdout=subprocess.PIPE, stderr=self.errors, text=True, cwd=cwd)
        readable, _, _ = select.select([self.process.stdout], [], [], START_SECONDS)
        line = self.process.stdout.readline() if readable else ""
        if not line.startswith("listening on http://"):
            self.process.kill()
            raise RuntimeError(f"did not start: {line!r} {self.log()!r}")
        self.url = line.split()[-1]
        self.socket_url = self.url.replace("http://", "ws://") + "/ws"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(STOP_SECONDS)
        self.process.stdout.close()
        self.errors.close()

    def log(self):
        self.errors.seek(0)
        return self.errors.read()

    def lives(self):
        return self.process.poll() is None

    def crash(self):
        self.process.kill()
        self.process.wait(STOP_SECONDS)

    def tell_to_reload(self):
        self.process.send_signal(signal.SIGHUP)

    def tell_to_stop(self):
        self.process.send_signal(signal.SIGTERM)

    def exit_status(self):
        return self.process.wait(STOP_SECONDS)
