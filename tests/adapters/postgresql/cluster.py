"""A PostgreSQL server of the test's own: a free port, a folder of its own, and never as root."""

import glob
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
BIN = sorted(glob.glob("/usr/lib/postgresql/*/bin"))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Cluster:
    """Running when constructed, empty unless it is a standby of another. Use it in a `with`."""

    def __init__(self, primary=None, settings=()):
        if not BIN:
            print("skipped: PostgreSQL is not installed")
            sys.exit(SKIPPED)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="anamnesis-postgresql-"))
        self.data = self.folder / "data"
        if os.geteuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(self.folder, user.pw_uid, user.pw_gid)
        self.port = free_port()
        self.uri = f"postgresql://postgres@127.0.0.1:{self.port}/postgres"
        if primary:
            self.run("pg_basebackup", "-D", self.data, "-R", "-X", "stream", "-c", "fast", "-d",
                     f"{primary.uri}?application_name=standby")
        else:
            self.run("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "--no-locale", "-E", "UTF8")
        self.settings = [f"port={self.port}", "listen_addresses=127.0.0.1", "unix_socket_directories=",
                         "shared_buffers=16MB", "max_wal_senders=4", *settings]
        self.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, program, *arguments, check=True):
        command = [f"{BIN[-1]}/{program}", *map(str, arguments)]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        return subprocess.run(command, check=check, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                              cwd=self.folder, timeout=120)

    def start(self, check=True):
        options = " ".join(f"-c {setting}" for setting in self.settings)
        done = self.run("pg_ctl", "start", "-w", "-D", self.data, "-l", self.folder / "log", "-o", options, check=check)
        return done.returncode == 0

    def stop(self, mode="immediate"):
        """`immediate` is a crash: nothing is flushed, and the next start recovers."""
        self.run("pg_ctl", "stop", "-D", self.data, "-m", mode, check=False)

    def kill(self):
        """kill -9 of the whole server; its children end when they see that it is gone."""
        os.kill(int((self.data / "postmaster.pid").read_text().splitlines()[0]), signal.SIGKILL)

    def kill_and_start(self):
        """The old server's children hold its memory for a moment; a start before they are gone is refused."""
        self.kill()
        for _ in range(100):
            if self.start(check=False):
                return
            time.sleep(0.1)
        raise RuntimeError((self.folder / "log").read_text()[-2000:])

    def promote(self):
        self.run("pg_ctl", "promote", "-w", "-D", self.data)

    def sql(self, statement):
        command = [f"{BIN[-1]}/psql", self.uri, "-X", "-A", "-t", "-c", statement]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout.strip()
