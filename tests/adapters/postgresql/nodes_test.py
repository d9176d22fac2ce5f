"""Many nodes on one PostgreSQL: any of them takes any turn; a primary that dies is replaced by its standby."""

import asyncio
import json
import pathlib
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1])]
import server  # noqa: E402
from cluster import Cluster  # noqa: E402
from kill_loop import dialogs  # noqa: E402

try:
    import websockets
except ImportError:
    print("skipped: python3-websockets is not there")
    sys.exit(server.SKIPPED)

ANSWER_SECONDS = 40


class Socket:
    def __init__(self, connection):
        self.connection = connection

    @classmethod
    async def open(cls, node):
        return cls(await websockets.connect(node.socket_url, subprotocols=["anamnesis.v1"], max_size=None))

    async def ask(self, message):
        await self.connection.send(json.dumps(message))
        return await self.next()

    async def next(self):
        return json.loads(await asyncio.wait_for(self.connection.recv(), ANSWER_SECONDS))

    async def begin(self):
        ready = await self.ask({"type": "hello", "dialog": "tiny"})
        await self.next()
        return ready

    async def resume(self, ready, after):
        return await self.ask({"type": "hello", "session": ready["session"], "secret": ready["secret"], "after": after})

    async def choose(self, message_id, question, *choices):
        return await self.ask({"type": "choose", "id": message_id, "question": question, "choices": choices})


def ready_page(node):
    try:
        return 200, urllib.request.urlopen(node.url + "/readyz").read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()


class Nodes(unittest.IsolatedAsyncioTestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.offered = dialogs(pathlib.Path(cls.folder.name))
        cls.addClassCleanup(cls.folder.cleanup)

    def cluster(self, *arguments, **options):
        cluster = Cluster(*arguments, **options)
        self.addCleanup(cluster.__exit__)
        return cluster

    def node(self, store):
        node = server.Server(store=store, dialogs=self.offered)
        self.addCleanup(node.__exit__)
        return node

    async def open(self, node):
        socket = await Socket.open(node)
        self.addAsyncCleanup(socket.connection.close)
        return socket

    async def test_any_node_takes_any_turn_and_the_newer_socket_wins(self):
        cluster = self.cluster()
        one, two = self.node(cluster.uri), self.node(cluster.uri)
        older = await self.open(one)
        ready = await older.begin()
        self.assertEqual((await older.choose("m1", "face", "no"))["seq"], 2)
        newer = await self.open(two)
        self.assertEqual((await newer.resume(ready, 2))["type"], "ready")
        self.assertEqual((await newer.choose("m2", "where"))["seq"], 3)
        refused = await older.choose("m3", "where")
        self.assertEqual((refused["code"], refused["for"]), ("taken_over", "m3"))
        self.assertEqual((await newer.choose("m3", "coffee", "no"))["seq"], 4)
        self.assertIn("warning: no synchronous standby", ready_page(one)[1])

    async def test_a_store_that_is_gone_is_said_and_waited_for(self):
        cluster = self.cluster()
        node = self.node(cluster.uri)
        socket = await self.open(node)
        ready = await socket.begin()
        await socket.choose("m1", "face", "no")
        cluster.stop()
        self.assertEqual(ready_page(node)[0], 503)
        self.assertEqual((await socket.choose("m2", "where"))["code"], "unavailable")
        status, _, complaint = server.run("serve", *self.offered, "--listen", "127.0.0.1:0", "--store", cluster.uri)
        self.assertEqual(status, 2)
        self.assertIn("PostgreSQL", complaint)
        cluster.start()
        answer = await socket.choose("m2", "where")
        while answer["type"] == "error":
            answer = await socket.choose("m2", "where")
        self.assertEqual(answer["seq"], 3)
        again = await self.open(node)
        self.assertEqual((await again.resume(ready, 3))["type"], "ready")

    async def test_a_standby_takes_over_with_all_that_was_acknowledged(self):
        primary = self.cluster(settings=["synchronous_standby_names=standby"])
        primary.sql("ALTER SYSTEM SET synchronous_commit = 'local'")  # until there is one
        standby = self.cluster(primary)
        primary.sql("ALTER SYSTEM RESET synchronous_commit")
        primary.sql("SELECT pg_reload_conf()")
        store = f"postgresql://postgres@127.0.0.1:{primary.port},127.0.0.1:{standby.port}/postgres"
        node = self.node(store)
        self.assertEqual(ready_page(node), (200, "ready\n"))
        socket = await self.open(node)
        ready = await socket.begin()
        record = {}
        for number in range(30):
            message_id = f"m{number}"
            await socket.connection.send(json.dumps({"type": "command", "id": message_id, "name": "help"}))
            if number == 20:
                primary.kill()
                break
            record[message_id] = await socket.next()
        unknown = await socket.next()  # of the one that was on its way: a reply, or nobody knows
        self.assertIn(unknown["type"], ("reply", "error"))
        standby.promote()
        deadline = time.monotonic() + ANSWER_SECONDS
        answer = unknown
        while answer["type"] == "error" and time.monotonic() < deadline:
            answer = await socket.ask({"type": "command", "id": "m20", "name": "help"})
        self.assertEqual((answer["type"], answer["seq"]), ("reply", 22), answer)
        after = await self.open(self.node(f"postgresql://postgres@127.0.0.1:{standby.port}/postgres"))
        self.assertEqual((await after.resume(ready, 0))["type"], "ready")
        replies = [await after.next() for _ in range(22)]
        self.assertEqual([reply["for"] for reply in replies[1:]], [*record, "m20"])


if __name__ == "__main__":
    unittest.main()
