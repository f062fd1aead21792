"""What stands around a rehearsed stack: a mail server that keeps letters, and a front that does what CloudFront does."""

import email
import email.policy
import http.client
import socketserver
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Letters:
    """An SMTP server on a free port; keeps what it takes."""

    def __init__(self):
        self.taken = []
        server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), self._handler())
        server.daemon_threads = True
        self.url = f"smtp://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, daemon=True).start()

    def to(self, address):
        return [letter for letter in self.taken if address in letter["to"]]

    def _handler(outer):
        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                say = lambda line: self.wfile.write(line.encode() + b"\r\n")
                say("220 rehearsal")
                while line := self.rfile.readline():
                    verb = line[:4].upper()
                    if verb == b"DATA":
                        say("354 go on")
                        lines = []
                        while (line := self.rfile.readline()) not in (b".\r\n", b""):
                            lines.append(line[1:] if line.startswith(b".") else line)
                        outer.taken.append(email.message_from_bytes(b"".join(lines), policy=email.policy.default))
                        say("250 taken")
                    elif verb == b"QUIT":
                        say("221 bye")
                        return
                    else:
                        say("250 rehearsal")

        return Handler


class Front:
    """One address for files and functions. `api` and `files` are set once the stack stands."""

    def __init__(self, secret):
        self.secret, self.gateway, self.api_host, self.file = secret, None, None, lambda path: None
        server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        server.daemon_threads = True
        self.origin = f"http://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, daemon=True).start()

    def _handler(outer):
        class Handler(BaseHTTPRequestHandler):
            def answer(self):
                length = int(self.headers.get("content-length") or 0)
                body = self.rfile.read(length) if length else None
                if self.path.startswith("/api/"):
                    return self.ask_function(body)
                found = outer.file(self.path.split("?")[0])
                status, kind, content = (200, *found) if found else (404, "text/plain", b"no such file")
                self.send_response(status)
                self.send_header("content-type", kind)
                self.send_header("content-length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def ask_function(self, body):
                headers = {name: value for name, value in self.headers.items() if name.lower() != "host"}
                headers |= {"Host": outer.api_host, "X-Portico-Front": outer.secret, "X-Portico-Viewer": "192.0.2.7"}
                connection = http.client.HTTPConnection(outer.gateway, timeout=60)
                connection.request(self.command, self.path, body, headers)
                answer = connection.getresponse()
                content = answer.read()
                self.send_response(answer.status)
                for name, value in answer.getheaders():
                    if name.lower() not in ("transfer-encoding", "connection", "content-length", "date", "server"):
                        self.send_header(name, value)
                self.send_header("content-length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer

            def log_message(self, *_):
                pass

        return Handler
