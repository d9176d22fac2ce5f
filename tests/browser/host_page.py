"""A publisher's page, on an origin of its own, that has the widget on it."""

import http.server
import threading

STRICT = ("default-src 'none'; script-src {server}; connect-src {server} {socket}; "
          "require-trusted-types-for 'script'; base-uri 'none'; form-action 'none'")

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A publisher</title>
<meta name="viewport" content="width=device-width, initial-scale=1">{head}</head>
<body><main><h1>A publisher</h1>{body}</main></body></html>"""


def start_http(answer):
    """`answer(path)` gives headers and bytes."""
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):  # noqa: N802
            headers, body = answer(self.path)
            self.send_response(200)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


class HostPage:
    """Until stop(). `body` and `head` may be set at any time; `policy` is the content security policy, or None."""

    def __init__(self):
        self.head, self.body, self.policy = "", "", None
        self.server = start_http(self._answer)
        self.origin = "http://127.0.0.1:%d" % self.server.server_address[1]

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def embed(self, server, attributes="", script=True):
        code = f'<script type="module" src="{server}/widget.js"></script>' if script else ""
        self.body = f'{code}<anamnesis-chat server="{server}/" {attributes}></anamnesis-chat>'

    def be_strict(self, server):
        self.policy = STRICT.format(server=server, socket=server.replace("http", "ws", 1))

    def _answer(self, _path):
        headers = {"Content-Type": "text/html; charset=utf-8"}
        if self.policy:
            headers["Content-Security-Policy"] = self.policy
        return headers, PAGE.format(head=self.head, body=self.body).encode()
