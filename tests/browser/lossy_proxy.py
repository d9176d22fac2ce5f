"""Passes TCP connections on to a server; on demand, loses what the server answers."""

import contextlib
import socket
import threading


def start(target, *arguments):
    thread = threading.Thread(target=target, args=arguments, daemon=True)
    thread.start()
    return thread


class LossyProxy:
    """Listens on a free port until stop()."""

    def __init__(self, port):
        self.server_port = port
        self.loses_answers = threading.Event()  # once: the next answer, and its connection
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = "http://127.0.0.1:%d" % self.listener.getsockname()[1]
        self.thread = start(self._accept)

    def stop(self):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.thread.join()
        self.listener.close()

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                start(self._serve, self.listener.accept()[0])

    def _serve(self, client):
        with contextlib.suppress(OSError), client:
            with socket.create_connection(("127.0.0.1", self.server_port)) as server:
                back = start(self._pass_on, server, client, True)
                self._pass_on(client, server, False)
                back.join()

    def _pass_on(self, source, sink, is_answer):
        with contextlib.suppress(OSError):
            while piece := source.recv(65536):
                if is_answer and self.loses_answers.is_set():
                    self.loses_answers.clear()
                    break
                sink.sendall(piece)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
