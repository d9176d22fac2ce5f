"""Canaries: words that somebody types, secrets and keys, searched for wherever they must not be: in the log, in what
HTTP shows, in the raw files of the store, in the memory of the running server and in its core dump."""

import contextlib
import hashlib
import hmac
import pathlib
import re
import resource
import signal
import sys
import tempfile
import time
import unittest
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.path.insert(0, str(pathlib.Path(__file__).parent / "websocket"))
import server  # noqa: E402
from websocket_test import OneServer, hello, say  # noqa: E402

LONG, SHORT = "quokkatreaclezanzibar", "xylqwort"  # longer and shorter than a string that needs no memory of its own
CORE_SECONDS = 60
TURN_ENDS_SECONDS = 0.2


def forms(text):
    """How a program may hold a text."""
    return [form.encode(code) for form in {text, text.upper()} for code in ("utf-8", "utf-16-le", "utf-32-le")]


def hits(haystack, needles):
    return sorted(name for name, variants in needles.items() if any(variant in haystack for variant in variants))


def dumped_memory(pid):
    """What a core dump would hold: all that is mapped to be written, but for what is marked as not to be dumped."""
    maps = pathlib.Path(f"/proc/{pid}/smaps").read_text()
    memory = b""
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as source:
        for part in re.split(r"\n(?=[0-9a-f]+-[0-9a-f]+ )", maps):
            begin, end, rights = re.match(r"([0-9a-f]+)-([0-9a-f]+) (\S+)", part).groups()
            flags = re.search(r"^VmFlags:(.*)$", part, re.MULTILINE).group(1).split()
            if "w" not in rights or "dd" in flags:
                continue
            source.seek(int(begin, 16))
            with contextlib.suppress(OSError):
                memory += source.read(int(end, 16) - int(begin, 16))
    return memory


class Canaries(OneServer):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext_(tempfile.TemporaryDirectory()))
        self.store = self.folder / "sessions.db"
        self.needles = {word: forms(word) + forms(word[1:]) for word in (LONG, SHORT)}
        self.server = self.enterContext_(self.serve("--core-dumps"))
        self.add_keys()

    def serve(self, *options):
        return server.Server(f"sqlite:{self.store}", options=options, cwd=self.folder)

    def add_keys(self):
        master = pathlib.Path(server.KEY_FILE).read_bytes()
        derived = {purpose: hmac.digest(master, purpose.encode() + b"\1", hashlib.sha256)
                   for purpose in ("wrap session keys", "hash contacts")}
        for name, key in {"master key": master, **derived}.items():
            self.needles[name] = [key, *forms(key.hex())]

    async def talk(self):
        """Words in each kind of message, well-formed or not; then the server has understood and forgotten them."""
        client = await self.open()
        ready, _ = await client.start()
        self.secret(ready)
        for text in (f"my lip keeps twitching {LONG} {SHORT}", f"{SHORT}", f"{LONG.upper()} no {SHORT.upper()}",
                     f"my {SHORT}'s face is {LONG}ed " + "since three weeks " * 40):
            self.assertEqual((await client.ask(say(text)))["type"], "reply")
        message = say("no")
        await client.ask(message)
        self.assertEqual((await client.ask({**message, "text": f"{LONG} {SHORT}"}))["code"], "id_reused")
        self.assertEqual((await client.ask({"type": LONG, "id": "1", "text": SHORT}))["code"], "bad_shape")
        await client.connection.send(f'{{"type":"say","text":"{LONG} {SHORT}')
        self.assertEqual((await client.next())["code"], "bad_json")
        self.assertEqual((await client.ask(say(f"{LONG} {SHORT} " * 900)))["code"], "too_large")
        await client.connection.send(b"\xff" + LONG.encode() + SHORT.encode())
        self.assertEqual((await client.next())["code"], "bad_shape")
        return ready

    def secret(self, ready):
        self.needles[f"secret {len(self.needles)}"] = forms(ready["secret"])

    async def resumed(self, ready):
        """The conversation again, on a socket that stays open."""
        client = await self.open()
        again = await client.ask(hello(session=ready["session"], secret=ready["secret"], after=99))
        self.assertEqual(again["type"], "ready")
        self.secret(again)
        wrong = await self.open()
        refused = await wrong.ask(hello(session=ready["session"], secret=f"{LONG}{SHORT}"))
        self.assertEqual(refused["code"], "session_unknown")
        for _ in range(2):
            self.assertEqual((await client.ask(say(f"not sure {LONG} {SHORT}")))["type"], "reply")
        return client

    def files(self):
        return b"".join(file.read_bytes() for file in self.folder.iterdir() if file.name.startswith("sessions.db"))

    def pages(self):
        for path in ("/", "/healthz", "/readyz", "/version", "/dialogs", "/metrics"):
            with urllib.request.urlopen(self.server.url + path) as response:
                yield response.read()

    async def test_words_secrets_and_keys_are_nowhere(self):
        ready = await self.talk()
        client = await self.resumed(ready)
        session = ready["session"].encode()

        self.assertEqual(hits(self.server.log().encode(), self.needles), [])
        self.assertEqual(hits(b"".join(self.pages()), self.needles), [])

        files = self.files()
        self.assertIn(session, files)  # the search finds what is there
        self.assertEqual(hits(files, self.needles), [])
        for answer in (b"lip_twitching", b"face_droop", b"danger", b'"kind"'):
            self.assertNotIn(answer, files, "what was answered is not sealed")

        memory = dumped_memory(self.server.process.pid)
        self.assertIn(session, memory)
        self.assertEqual(hits(memory, self.needles), [])

        self.assertEqual((await client.ask({"type": "command", "id": "bye", "name": "delete"}))["type"], "reply")
        files = self.files()
        self.assertNotIn(session, files)
        self.assertNotIn(b"bye", files)
        self.assertEqual(hits(files, self.needles), [])
        self.assertEqual((self.folder / "sessions.db-wal").stat().st_size, 0)

    async def test_a_core_dump_has_none_of_them(self):
        ready = await self.talk()
        client = await self.resumed(ready)
        if not self.allow_core_dump():
            self.skipTest("core dumps cannot be allowed here")
        time.sleep(TURN_ENDS_SECONDS)  # the reply goes out a moment before the turn is over
        core = self.crash()
        if core is None:
            self.skipTest("this system keeps its core dumps elsewhere")
        self.assertIn(ready["session"].encode(), core)
        self.assertEqual(hits(core, self.needles), [])
        del client

    def allow_core_dump(self):
        """Of any size, as an operator may; false where the process has given that up for good."""
        try:
            resource.prlimit(self.server.process.pid, resource.RLIMIT_CORE,
                             (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        except (PermissionError, ValueError):
            return False
        return True

    def crash(self):
        self.server.process.send_signal(signal.SIGABRT)
        self.server.process.wait(CORE_SECONDS)
        cores = [file for file in self.folder.iterdir() if file.name.startswith("core")]
        return cores[0].read_bytes() if cores else None

    async def test_there_is_no_core_dump_unless_it_is_asked_for(self):
        self.server.crash()
        self.server = self.enterContext_(self.serve())
        limits = pathlib.Path(f"/proc/{self.server.process.pid}/limits").read_text()
        self.assertRegex(limits, r"Max core file size\s+0\s+0\s")
        self.allow_core_dump()  # whoever may raise the limit again gets none all the same
        self.assertIsNone(self.crash())


class Keys(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.key = self.folder / "my.key"

    def refused(self, *options):
        status, out, err = server.run("serve", server.DIALOG, "--listen", "127.0.0.1:0", *options)
        self.assertEqual((status, out), (2, ""))
        return err

    def test_a_key_is_made_for_its_owner_alone_and_used_again(self):
        for _ in range(2):
            with server.Server(f"sqlite:{self.folder}/s.db", options=("--key-file", self.key)):
                self.assertEqual(self.key.stat().st_mode & 0o777, 0o600)
        self.assertEqual(self.key.stat().st_size, 32)

    def test_a_key_that_is_none_is_told_and_ends_the_start(self):
        store = f"sqlite:{self.folder}/s.db"
        self.key.write_bytes(b"k" * 31)
        self.key.chmod(0o600)
        self.assertIn("32 bytes", self.refused("--store", store, "--key-file", self.key))
        self.key.write_bytes(b"k" * 32)
        self.key.chmod(0o644)
        self.assertIn("chmod 600", self.refused("--store", store, "--key-file", self.key))
        self.assertIn("not a file", self.refused("--store", store, "--key-file", self.folder))
        missing = self.folder / "no" / "folder"
        self.assertIn("No such file", self.refused("--store", store, "--key-file", missing))

    def test_a_store_does_not_open_with_another_key(self):
        store = f"sqlite:{self.folder}/s.db"
        with server.Server(store, options=("--key-file", self.key)):
            pass
        self.assertIn("another master key", self.refused("--store", store, "--key-file", self.folder / "other.key"))
        with server.Server(store, options=("--key-file", self.key)):
            pass

    def test_hours_to_keep_have_bounds(self):
        for option in ("--keep-hours", "--keep-ended-hours"):
            for hours in ("0", "721", "-1", "x"):
                self.assertIn(option, self.refused("--store", "memory:", option, hours))
            for hours in ("1", "720"):
                with server.Server(options=(option, hours)):
                    pass


class InUrls(OneServer):
    async def test_a_session_and_secret_in_a_url_open_nothing(self):
        client = await self.open()
        ready, _ = await client.start()
        await client.ask(say("my lip keeps twitching"))
        query = f"?session={ready['session']}&secret={ready['secret']}"
        self.server.socket_url += query
        other = await self.open()
        again = await other.ask({"type": "hello", "session": ready["session"], "after": 0})
        self.assertEqual(again["code"], "session_unknown")
        self.assertNotIn(ready["secret"], self.server.log())


if __name__ == "__main__":
    unittest.main()
