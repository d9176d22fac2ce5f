"""A server that says what a test wants, true or not."""

import asyncio
import contextlib
import http
import json
import threading

import websockets

GREETING = {"type": "reply", "seq": 1, "for": None, "messages": [{"text": "Hello.", "cite": []}], "question": None,
            "outcome": None, "noted": [], "progress": {"done": 0, "of": 3}, "state": ""}
READY = {"type": "ready", "session": "s", "secret": "x", "dialog": "d", "version": "1"}


class MadeUpServer:
    """Until stop(). `answer(message)` gives what is sent for a client's message: objects, or text or bytes as they
    are."""

    def __init__(self, answer, texts):
        self.answer, self.texts = answer, texts
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.started = threading.Event()
        self.thread.start()
        self.started.wait(10)
        self.url = f"http://127.0.0.1:{self.port}"

    def stop(self):
        self.loop.call_soon_threadsafe(self.stopping.set)
        self.thread.join(5)

    def _run(self):
        asyncio.run(self._serve())

    async def _serve(self):
        self.loop, self.stopping = asyncio.get_running_loop(), asyncio.Event()
        async with websockets.serve(self._talk, "127.0.0.1", 0, subprotocols=["anamnesis.v1"],
                                    process_request=self._request, max_size=None) as server:
            self.port = server.sockets[0].getsockname()[1]
            self.started.set()
            await self.stopping.wait()

    async def _request(self, path, _headers):
        if path.startswith("/ws"):
            return None
        return http.HTTPStatus.OK, [("Access-Control-Allow-Origin", "*")], json.dumps(self.texts).encode()

    async def _talk(self, socket):
        with contextlib.suppress(websockets.ConnectionClosed):  # a page that is left says no good-bye
            async for line in socket:
                for message in self.answer(json.loads(line)):
                    await socket.send(json.dumps(message) if isinstance(message, dict) else message)
