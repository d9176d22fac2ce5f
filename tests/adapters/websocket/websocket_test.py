"""The server from outside: wire messages over WebSocket, pages over HTTP, crashes and shutdown."""

import asyncio
import contextlib
import json
import os
import pathlib
import socket
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import server  # noqa: E402

try:
    import websockets
    from websockets.frames import OP_TEXT
except ImportError:
    print("skipped: python3-websockets is not there")
    sys.exit(server.SKIPPED)

ANSWER_SECONDS = 5
CUT_OFF_SECONDS = 60
FRAME_BYTES_MAX = 64 * 1024
TEXT_BYTES_MAX = 16 * 1024
FRAME_READ_BYTES_MAX = 4 * 1024 * 1024


def hello(**fields):
    return {"type": "hello", "dialog": "lip-twitching", "locale": "en-GB", **fields}


def say(text, message_id=None):
    return {"type": "say", "id": message_id or str(uuid.uuid4()), "text": text}


class Socket:
    """A client; `await Socket.open(server)`."""

    @classmethod
    async def open(cls, running, subprotocols=("anamnesis.v1",), origin=None):
        opened = cls()
        opened.connection = await websockets.connect(
            running.socket_url, subprotocols=subprotocols, origin=origin, max_size=None)
        return opened

    async def send(self, message):
        await self.connection.send(json.dumps(message))

    async def next(self):
        return json.loads(await asyncio.wait_for(self.connection.recv(), ANSWER_SECONDS))

    async def ask(self, message):
        await self.send(message)
        return await self.next()

    async def start(self, **fields):
        """Says hello; gives ready, with the greeting read too."""
        ready = await self.ask(hello(**fields))
        assert ready["type"] == "ready", ready
        return ready, await self.next()

    async def close_code(self):
        await asyncio.wait_for(self.connection.wait_closed(), ANSWER_SECONDS)
        return self.connection.close_code


class OneServer(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.server = self.enterContext_(server.Server())

    def enterContext_(self, context):
        entered = context.__enter__()
        self.addCleanup(context.__exit__, None, None, None)
        return entered

    async def open(self, **options):
        opened = await Socket.open(self.server, **options)
        self.addAsyncCleanup(opened.connection.close)
        return opened

    async def assert_error(self, answer, code):
        self.assertEqual((answer["type"], answer.get("code")), ("error", code), answer)
        self.assertTrue(answer["message"])
        self.assertTrue(self.server.lives())


class Conversations(OneServer):
    async def test_hello_is_answered_by_ready_and_the_greeting(self):
        client = await self.open()
        ready, greeting = await client.start()
        self.assertEqual(ready["dialog"], "lip-twitching")
        self.assertTrue(ready["session"] and ready["secret"] and ready["version"])
        self.assertEqual((greeting["type"], greeting["seq"]), ("reply", 1))
        self.assertTrue(greeting["messages"] and greeting["question"])

    async def test_a_first_turn(self):
        client = await self.open()
        await client.start()
        message = say("my lip keeps twitching")
        reply = await client.ask(message)
        self.assertEqual((reply["type"], reply["seq"], reply["for"]), ("reply", 2, message["id"]))

    async def test_choices_and_commands_are_turns(self):
        client = await self.open()
        _, greeting = await client.start()
        question = greeting["question"]
        reply = await client.ask({"type": "choose", "id": "1", "question": question["id"],
                                  "choices": ["unsure"]})
        self.assertEqual((reply["type"], reply["seq"]), ("reply", 2), reply)
        reply = await client.ask({"type": "command", "id": "2", "name": "back"})
        self.assertEqual((reply["type"], reply["seq"]), ("reply", 3), reply)
        self.assertEqual(reply["question"]["id"], question["id"])

    async def test_a_resent_message_gets_the_same_reply(self):
        client = await self.open()
        await client.start()
        message = say("my lip keeps twitching")
        first = await client.ask(message)
        self.assertEqual(await client.ask(message), first)

    async def test_an_id_used_for_something_else(self):
        client = await self.open()
        await client.start()
        message = say("my lip keeps twitching")
        await client.ask(message)
        await self.assert_error(await client.ask({**message, "text": "other"}), "id_reused")

    async def test_the_newer_of_two_sockets_wins(self):
        older, newer = await self.open(), await self.open()
        ready, _ = await older.start()
        await older.ask(say("my lip keeps twitching"))
        again = await newer.ask(hello(session=ready["session"], secret=ready["secret"], after=1))
        self.assertEqual(again["type"], "ready", again)
        await self.assert_error(await older.next(), "taken_over")
        self.assertEqual((await newer.next())["seq"], 2)
        self.assertEqual((await newer.ask(say("yes")))["seq"], 3)

    async def test_an_unknown_session(self):
        client = await self.open()
        await self.assert_error(await client.ask(hello(session="0" * 32, secret="0" * 32)),
                                "session_unknown")


class BadFrames(OneServer):
    """Each is answered by an error, and the same conversation goes on."""

    async def asyncSetUp(self):
        self.client = await self.open()
        await self.client.start()

    async def assert_goes_on(self):
        reply = await self.client.ask(say("my lip keeps twitching"))
        self.assertEqual(reply["type"], "reply", reply)

    async def test_not_json(self):
        for frame in ("", "hello", "{", "[1,", "{\"type\":\"say\"", "\u0000", "[" * 10000):
            await self.client.connection.send(frame)
            await self.assert_error(await self.client.next(), "bad_json")
        await self.assert_goes_on()

    async def test_wrong_shape(self):
        for frame in ([], 1, {}, {"type": "sing"}, {"type": "say"}, {"type": "say", "id": 1},
                      {"type": "choose", "id": "1", "question": "q", "choices": "yes"},
                      {"type": "command", "id": "1", "name": "format_disk"}):
            await self.assert_error(await self.client.ask(frame), "bad_shape")
        await self.assert_goes_on()

    async def test_binary(self):
        await self.client.connection.send(json.dumps(say("hello")).encode())
        await self.assert_error(await self.client.next(), "bad_shape")
        await self.assert_goes_on()

    async def test_not_utf8(self):
        message = json.dumps(say("X")).encode()
        for bad in (b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x82"):
            await self.client.connection.write_frame(True, OP_TEXT, message.replace(b"X", bad))
            await self.assert_error(await self.client.next(), "not_utf8")
        await self.assert_goes_on()

    async def test_words_in_every_script_are_utf8(self):
        for text in ("Lippe zuckt \u00e4\u00f6\u00fc", "\u5634\u5507\u6296\u52a8", "\U0001f444"):
            message = json.dumps(say(text), ensure_ascii=False)
            await self.client.connection.send(message)
            self.assertEqual((await self.client.next())["type"], "reply")

    async def test_a_frame_of_64_kib_is_read_and_one_more_byte_is_too_large(self):
        message = json.dumps(say("my lip keeps twitching"))
        await self.client.connection.send(message.ljust(FRAME_BYTES_MAX))
        self.assertEqual((await self.client.next())["type"], "reply")
        await self.client.connection.send(message.ljust(FRAME_BYTES_MAX + 1))
        await self.assert_error(await self.client.next(), "too_large")
        await self.assert_goes_on()

    async def test_a_text_of_16_kib_is_read_and_one_more_byte_is_too_large(self):
        reply = await self.client.ask(say("a" * TEXT_BYTES_MAX))
        self.assertEqual(reply["type"], "reply", reply)
        await self.assert_error(await self.client.ask(say("a" * (TEXT_BYTES_MAX + 1))), "too_large")
        await self.assert_goes_on()

    async def test_4_mib_are_read_past_and_one_more_byte_closes(self):
        await self.client.connection.send("a" * FRAME_READ_BYTES_MAX)
        await self.assert_error(await self.client.next(), "too_large")
        await self.assert_goes_on()
        with contextlib.suppress(websockets.ConnectionClosed):  # it may close before all is sent
            await self.client.connection.send("a" * (FRAME_READ_BYTES_MAX + 1))
        self.assertEqual(await self.client.close_code(), 1009)
        self.client = await self.open()
        await self.client.start()
        await self.assert_goes_on()

    async def test_a_message_in_fragments_is_one(self):
        whole = json.dumps(say("my lip keeps twitching"))
        await self.client.connection.send([whole[:10], whole[10:20], whole[20:]])
        self.assertEqual((await self.client.next())["type"], "reply")

    async def test_out_of_order(self):
        await self.assert_error(await self.client.ask(hello()), "out_of_order")
        await self.assert_goes_on()
        early = await self.open()
        await self.assert_error(await early.ask(say("my lip keeps twitching")), "out_of_order")
        await early.start()

    async def test_every_one_of_many_frames_is_answered(self):
        for _ in range(200):
            await self.client.connection.send("nonsense")
        for _ in range(200):
            await self.assert_error(await self.client.next(), "bad_json")
        await self.assert_goes_on()


class Handshakes(OneServer):
    async def status(self, **options):
        with self.assertRaises(websockets.InvalidStatusCode) as refused:
            await self.open(**options)
        return refused.exception.status_code

    async def test_origins(self):
        await self.open(origin=self.server.url)
        await self.open(origin=None)
        self.assertEqual(await self.status(origin="http://evil.example"), 403)
        self.assertEqual(await self.status(origin="null"), 403)

    async def test_subprotocols(self):
        client = await self.open(subprotocols=["other", "anamnesis.v1"])
        self.assertEqual(client.connection.subprotocol, "anamnesis.v1")
        without = await self.open(subprotocols=None)
        await without.start()
        self.assertEqual(await self.status(subprotocols=["other"]), 400)


class Restarts(OneServer):
    def setUp(self):
        folder = self.enterContext_(tempfile.TemporaryDirectory())
        self.store = "sqlite:" + os.path.join(folder, "sessions.db")
        self.server = self.enterContext_(server.Server(self.store))

    async def test_a_conversation_goes_on_after_a_crash(self):
        client = await self.open()
        ready, _ = await client.start()
        said = [await client.ask(say(text)) for text in ("my lip keeps twitching", "no")]
        self.server.crash()
        self.server = self.enterContext_(server.Server(self.store))
        client = await self.open()
        again = await client.ask(hello(session=ready["session"], secret=ready["secret"], after=1))
        self.assertEqual((again["type"], again["session"]), ("ready", ready["session"]), again)
        for reply in said:
            self.assertEqual(await client.next(), reply)
        self.assertEqual((await client.ask(say("no")))["seq"], 4)

    async def test_told_to_stop_it_says_so_and_exits_0(self):
        clients = [await self.open() for _ in range(3)]
        for client in clients:
            await client.start()
        self.server.tell_to_stop()
        for client in clients:
            self.assertEqual(await client.close_code(), 1012)
        self.assertEqual(self.server.exit_status(), 0)

    async def test_a_client_that_does_not_listen_cannot_hold_it_up(self):
        host, port = self.server.url.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as stuck:
            stuck.sendall(b"GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n"
                          b"Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                          b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
            self.assertIn(b" 101 ", stuck.recv(1024))
            begun = time.monotonic()
            self.server.tell_to_stop()
            self.assertEqual(self.server.exit_status(), 0)
            self.assertLess(time.monotonic() - begun, 4)

    async def test_a_client_that_sends_and_does_not_read_is_cut_off(self):
        host, port = self.server.url.removeprefix("http://").split(":")
        with socket.socket() as stuck:
            stuck.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            stuck.connect((host, int(port)))
            stuck.settimeout(CUT_OFF_SECONDS)
            stuck.sendall(b"GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n"
                          b"Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                          b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
            self.assertIn(b" 101 ", stuck.recv(1024))
            stuck.sendall(b"\x81\x81\0\0\0\0x" * 100_000)  # each is answered: 12 MB
            begun = time.monotonic()
            with self.assertRaises(ConnectionError):
                while time.monotonic() - begun < CUT_OFF_SECONDS:
                    stuck.sendall(b"\x81\x81\0\0\0\0x")
                    time.sleep(0.2)

    async def test_words_are_in_no_log_and_no_store(self):
        client = await self.open()
        await client.start()
        await client.ask(say("my lip twitches zanzibar"))
        self.server.tell_to_stop()
        self.server.exit_status()
        self.assertNotIn("zanzibar", self.server.log())
        for file in pathlib.Path(self.store.removeprefix("sqlite:")).parent.iterdir():
            self.assertNotIn(b"zanzibar", file.read_bytes(), file)


class Pages(OneServer):
    def get(self, path, method="GET", **headers):
        request = urllib.request.Request(self.server.url + path, method=method, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=ANSWER_SECONDS) as response:
                return response.status, response.headers, response.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers, error.read()

    def test_the_widget_comes_from_the_program(self):
        folder = server.SOURCE / "adapters" / "websocket"
        for path, name, kind in (("/", "demo/index.html", "text/html"), ("/demo.css", "demo/demo.css", "text/css"),
                                 ("/widget.d.ts", "widget/widget.d.ts", "text/plain")):
            status, headers, body = self.get(path)
            self.assertEqual((status, body), (200, (folder / name).read_bytes()), path)
            self.assertTrue(headers["Content-Type"].startswith(kind))
            self.assertIn("default-src 'none'", headers["Content-Security-Policy"])
            status, _, body = self.get(path, **{"If-None-Match": headers["ETag"]})
            self.assertEqual((status, body), (304, b""))

    def test_health_and_version(self):
        self.assertEqual(self.get("/healthz")[0], 200)
        self.assertEqual(self.get("/readyz")[0], 200)
        version = json.loads(self.get("/version")[2])
        self.assertEqual(version["name"], "anamnesis")
        dialog, = version["dialogs"]
        self.assertTrue(dialog["script"].startswith(f"lip-twitching@{dialog['version']}#"), dialog)

    async def test_metrics_count(self):
        client = await self.open()
        await client.start()
        await client.ask(say("my lip keeps twitching"))
        loop = asyncio.get_running_loop()
        text = (await loop.run_in_executor(None, self.get, "/metrics"))[2].decode()
        self.assertIn("\nanamnesis_turns_total 1\n", text)
        self.assertIn("\nanamnesis_open_sockets 1\n", text)

    def test_other_paths_and_methods(self):
        self.assertEqual(self.get("/nowhere")[0], 404)
        self.assertEqual(self.get("/../etc/passwd")[0], 404)
        self.assertEqual(self.get("/healthz", method="POST")[0], 405)
        self.assertEqual(self.get("/ws")[0], 426)


if __name__ == "__main__":
    unittest.main()
