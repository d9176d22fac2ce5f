"""People talk while servers are killed: whatever was acknowledged must be there afterwards, once, and as it was said.

    python3 tests/adapters/kill_loop.py sqlite 2000        one server on a file, killed 2,000 times
    python3 tests/adapters/kill_loop.py postgresql 500     two servers on one database, which is killed too, each tenth time

Needs ANAMNESIS (the program) and ANAMNESIS_SOURCE. Each talker keeps a record of its own of every reply it got. It
fails at the first reply that is lost, doubled or other than it was, and prints its seed, what it did and how often.
"""

import asyncio
import json
import pathlib
import random
import shutil
import sys
import tempfile
import time
import uuid

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parent / "postgresql")]
import server  # noqa: E402

try:
    import websockets
except ImportError:
    print("skipped: python3-websockets is not there")
    sys.exit(server.SKIPPED)

TALKERS = 8
TURNS_MAX = 60  # then a talker begins anew
ANSWER_SECONDS = 30
QUIET_SECONDS_MAX = 0.1  # between an answer and a kill
COMMANDS = ["help", "why", "known", "repeat", "back", "skip_all"]
GONE = (OSError, websockets.WebSocketException, asyncio.TimeoutError)


class Lost(Exception):
    """Something that was acknowledged is not as it was."""


def core(reply):
    return {key: reply[key] for key in ("for", "messages", "question", "outcome")}


class Talker:
    def __init__(self, nodes, chance, counts):
        self.nodes, self.chance, self.counts = nodes, chance, counts
        self.is_over = False
        self.begin_anew()

    def begin_anew(self):
        self.session = self.secret = self.pending = None
        self.record = {}  # seq -> reply

    async def talk(self):
        """Until it is told to end, over as many sockets as it takes."""
        while not self.is_over:
            try:
                async with websockets.connect(self.chance.choice(self.nodes).socket_url,
                                              subprotocols=["anamnesis.v1"], max_size=None) as socket:
                    self.socket = socket
                    await self.come()
                    if len(self.record) > TURNS_MAX:  # all of it came back once more
                        self.counts["sessions"] += 1
                        self.begin_anew()
                        continue
                    await self.converse(self.chance.randint(5, TURNS_MAX))
            except GONE:
                await asyncio.sleep(0.02)

    async def ask(self, message):
        await self.socket.send(json.dumps(message))
        return await self.next()

    async def next(self):
        return json.loads(await asyncio.wait_for(self.socket.recv(), ANSWER_SECONDS))

    async def come(self):
        """Begins, or goes on and compares all that is replayed with the record."""
        hello = {"type": "hello", "dialog": "tiny", "locale": "en-GB"}
        if self.session:
            hello.update(session=self.session, secret=self.secret, after=0)
        answer = await self.ask(hello)
        if answer["type"] == "error":
            return self.refused(answer)
        self.session, self.secret = answer["session"], answer["secret"]
        replayed = {}
        seqs = max([1, *self.record])
        while len(replayed) < seqs:
            self.add(replayed, await self.next())
        for seq, reply in self.record.items():
            if seq not in replayed or core(replayed[seq]) != core(reply):
                raise Lost(f"session {self.session}: reply {seq} was {reply}, is {replayed.get(seq)}")
        self.counts["resumed"] += len(self.record) > 0
        self.record = {**replayed, **self.record}

    def add(self, replies, reply):
        if reply["type"] != "reply":
            raise OSError(reply.get("code"))
        fors = [other["for"] for other in replies.values()]
        if reply["seq"] != len(replies) + 1 or reply["for"] in fors:
            raise Lost(f"session {self.session}: {reply} came after {list(replies)}")
        replies[reply["seq"]] = reply

    def refused(self, answer):
        acknowledged = len(self.record) > 1
        if answer["code"] == "session_unknown":
            if acknowledged:
                raise Lost(f"session {self.session} with {len(self.record)} replies is unknown")
            self.begin_anew()
        self.counts["refused"] += 1
        raise OSError(answer["code"])

    async def converse(self, turns):
        for _ in range(turns):
            if self.is_over:
                return
            self.pending = self.pending or self.next_message()
            answer = await self.ask(self.pending)
            while answer["type"] == "reply" and answer["for"] != self.pending["id"]:
                answer = await self.stored_unseen(answer)
            if answer["type"] == "error":
                self.counts["refused"] += 1
                raise OSError(answer["code"])
            self.take(answer)

    async def stored_unseen(self, answer):
        """A turn that was stored though its answer got lost is replayed once more than the record knows."""
        if answer["seq"] in self.record and core(self.record[answer["seq"]]) != core(answer):
            raise Lost(f"session {self.session}: {answer} is not {self.record[answer['seq']]}")
        self.record[answer["seq"]] = answer
        return await self.next()

    def take(self, answer):
        seq = answer["seq"]
        known = self.record.get(seq)
        if known and core(known) != core(answer) or not known and seq != max(self.record) + 1:
            raise Lost(f"session {self.session}: {answer} after {max(self.record)}, where {known} was")
        self.record[seq] = answer
        self.pending = None
        self.counts["acknowledged"] += 1

    def next_message(self):
        message_id = str(uuid.UUID(int=self.chance.getrandbits(128)))
        return {"type": "command", "id": message_id, "name": self.chance.choice(COMMANDS)}

    async def come_back(self):
        """Everything once more, on another socket."""
        async with websockets.connect(self.chance.choice(self.nodes).socket_url, subprotocols=["anamnesis.v1"],
                                      max_size=None) as socket:
            self.socket = socket
            await self.come()
        self.counts["sessions"] += 1


def dialogs(folder):
    shutil.copytree(server.SOURCE / "tests/adapters/fixtures/tiny", folder / "tiny")
    shutil.copytree(server.SOURCE / "dialogs/common", folder / "common")
    return [folder / "tiny"]


async def kill_one(nodes, chance, start):
    which = chance.randrange(len(nodes))
    nodes[which].crash()
    nodes[which].__exit__()
    nodes[which] = await asyncio.to_thread(start)


async def talk_a_while(talking, counts, chance):
    """Until someone was answered, and then for any part of the time that a turn takes."""
    before, end = counts["acknowledged"], time.monotonic() + ANSWER_SECONDS
    pause = 0.005
    while pause:
        done, _ = await asyncio.wait(talking, timeout=pause)
        for failed in done:
            failed.result()
        is_answered = counts["acknowledged"] > before or time.monotonic() > end
        pause = 0 if is_answered else 0.005
    await asyncio.sleep(chance.uniform(0, QUIET_SECONDS_MAX))


async def loop(cycles, nodes, chance, start, cluster):
    counts = dict.fromkeys(("acknowledged", "resumed", "refused", "sessions"), 0)
    talkers = [Talker(nodes, chance, counts) for _ in range(TALKERS)]
    talking = [asyncio.create_task(talker.talk()) for talker in talkers]
    try:
        for cycle in range(1, cycles + 1):
            await talk_a_while(talking, counts, chance)
            if cluster and cycle % 10 == 0:
                await asyncio.to_thread(cluster.kill_and_start)
            else:
                await kill_one(nodes, chance, start)
            if cycle % 50 == 0:
                print(f"{cycle} kills, {counts}", flush=True)
    finally:
        for talker in talkers:
            talker.is_over = True
        ended = await asyncio.gather(*talking, return_exceptions=True)
    for failure in filter(None, ended):
        raise failure
    for talker in talkers:
        if talker.session and len(talker.record) > 1:
            await talker.come_back()
    return counts


def run(kind, cycles, seed):
    chance = random.Random(seed)
    cluster = None
    if kind == "postgresql":
        from cluster import Cluster
        cluster = Cluster()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        offered = dialogs(folder)
        store = cluster.uri if cluster else "memory:" if kind == "memory" else f"sqlite:{folder / 'sessions.db'}"
        start = lambda: server.Server(store=store, dialogs=offered)
        nodes = [start() for _ in range(2 if cluster else 1)]
        begun = time.monotonic()
        try:
            counts = asyncio.run(loop(cycles, nodes, chance, start, cluster))
        finally:
            for node in nodes:
                node.__exit__()
            if cluster:
                cluster.__exit__()
    print(f"{kind}: {cycles} kills, nothing lost or doubled; {counts}; {time.monotonic() - begun:.0f} s, seed {seed}")
    if counts["acknowledged"] < cycles:
        sys.exit("hardly anyone was answered: nothing is shown by that")


if __name__ == "__main__":
    run(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(10**6))
