"""Every function as it is deployed, under the Lambda Runtime API: from the start of its process to its first request
for work, one warm request after another, and the size of its package, beside an empty function in the same run.

The requests are ones that need no table once the function knows its platform's settings, so that what is measured is the
function: routing, tokens, policies, JSON. What it asks before is answered by a table without a record. CPU is what the kernel counted for the process, in nanoseconds; wall time includes this client."""

import argparse
import base64
import io
import json
import os
import socket
import subprocess
import tempfile
import threading
import time
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from measure import Busy, median, need, percentile, table

KEY = base64.urlsafe_b64encode(bytes(range(7, 39))).decode().rstrip("=")
# Name, method, path and body of a request that ends before the table, and the bytes that the binary may have.
FUNCTIONS = [
    ("signup", "GET", "/api/health", None, 8),
    ("login", "GET", "/api/login/me", None, 8),
    ("checkout", "POST", "/api/checkout", {"course": "x", "name": "", "email": "ada"}, 10),
    ("stripe-webhook", "POST", "/api/stripe/webhook", {"id": "evt_1"}, 10),
    ("enrollment", "GET", "/api/my/courses", None, 8),
    ("profile", "GET", "/api/me/profile", None, 8),
    ("authoring", "GET", "/api/admin/courses", None, 8),
    ("admin", "GET", "/api/admin/accounts", None, 8),
]
START_GOAL, WARM_GOAL_US = 3, 100


def binary_of(options, name):
    """As `sam build` names it, or as cargo does."""
    built = options.programs / name.title().replace("-", "") / "bootstrap"
    return built if built.exists() else options.programs / name


def main():
    parser = argparse.ArgumentParser(prog="tests/bench/run functions", description=__doc__)
    parser.add_argument("--programs", type=Path, default=Path(".aws-sam/build"))
    parser.add_argument("--empty", type=Path, default=Path("target/bench/release/empty-function"))
    parser.add_argument("--starts", type=int, default=20)
    parser.add_argument("--requests", type=int, default=1_000)
    options = parser.parse_args()
    names = [name for name, *_ in FUNCTIONS] + ["background"]
    need(binary_of(options, "login"), "SAM; then: sam build --parameter-overrides Arch=x86_64")
    manifest = Path(__file__).parent / "empty-function" / "Cargo.toml"
    need(options.empty, f"cargo; then: cargo build --release --manifest-path {manifest} --target-dir target/bench")
    threading.Thread(target=TABLE.serve_forever, daemon=True).start()
    busy = Busy()
    starts(options, names)
    warm(options)
    print(busy.words())


class EmptyTable(BaseHTTPRequestHandler):
    """DynamoDB with a table that holds nothing."""

    protocol_version = "HTTP/1.1"

    def do_POST(self):
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.send_header("content-type", "application/x-amz-json-1.0")
        self.send_header("content-length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_):
        pass


TABLE = ThreadingHTTPServer(("127.0.0.1", 0), EmptyTable)


def environment():
    empty = tempfile.mkdtemp(prefix="portico-bench-")
    return {
        "PORTICO_ORIGIN": "https://learn.example.org",
        "PORTICO_TABLE": "portico",
        "PORTICO_TABLE_ENDPOINT": f"http://127.0.0.1:{TABLE.server_port}",
        "PORTICO_SIGNING_KEYS": f"bench:{KEY}",
        "PORTICO_PEPPER": KEY,
        "PORTICO_STRIPE_KEY": "sk_test_bench",
        "PORTICO_STRIPE_URL": "http://127.0.0.1:9",
        "PORTICO_STRIPE_WEBHOOK_SECRETS": f"whsec_{KEY}",
        "PORTICO_SMTP_URL": "smtp://127.0.0.1:9",
        "PORTICO_MAIL_FROM": "Portico <portico@portico.example>",
        "AWS_LAMBDA_FUNCTION_NAME": "bench",
        "AWS_LAMBDA_FUNCTION_VERSION": "1",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "256",
        # A function's own logs are part of its work; where they go is not.
        "RUST_LOG": "info",
        "TMPDIR": empty,
    }


class Runtime:
    """The Runtime API for one process: the least that a function needs, over one connection that stays open."""

    def __init__(self, program):
        self.listener = socket.create_server(("127.0.0.1", 0))
        host, port = self.listener.getsockname()
        began = time.perf_counter()
        self.process = subprocess.Popen(
            [program], env=environment() | {"AWS_LAMBDA_RUNTIME_API": f"{host}:{port}"}, stdout=subprocess.DEVNULL
        )
        self.listener.settimeout(30)
        self.connection, _ = self.listener.accept()
        self.reader = self.connection.makefile("rb")
        self.receive()
        self.start_wall_ms = (time.perf_counter() - began) * 1000
        self.start_cpu_ms = self.cpu_ns() / 1e6

    def cpu_ns(self):
        tasks = Path(f"/proc/{self.process.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks)

    def receive(self):
        """One request of the function: its first line and its body."""
        first, length = self.reader.readline(), 0
        while (line := self.reader.readline()) not in (b"\r\n", b""):
            name, _, value = line.decode().partition(":")
            if name.lower() == "content-length":
                length = int(value)
            if name.lower() == "transfer-encoding":
                return first, self.chunks()
        return first, self.reader.read(length)

    def chunks(self):
        body = b""
        while size := int(self.reader.readline(), 16):
            body += self.reader.read(size)
            self.reader.readline()
        self.reader.readline()
        return body

    def send(self, status, body, headers=""):
        head = f"HTTP/1.1 {status}\r\ncontent-length: {len(body)}\r\ncontent-type: application/json\r\n{headers}\r\n"
        self.connection.sendall(head.encode() + body)

    def invoke(self, event):
        """The answer and how long it took, from handing the event over to having the answer."""
        began = time.perf_counter()
        self.send(
            "200 OK",
            event,
            "lambda-runtime-aws-request-id: 1\r\nlambda-runtime-deadline-ms: 9999999999999\r\n"
            "lambda-runtime-invoked-function-arn: arn:aws:lambda:local:0:function:bench\r\n",
        )
        _, answer = self.receive()
        taken = time.perf_counter() - began
        self.send("202 Accepted", b"")
        self.receive()
        return answer, taken * 1e6

    def stop(self):
        self.process.kill()
        self.process.wait()
        self.connection.close()
        self.listener.close()


def zipped_mb(program):
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(program, "bootstrap")
    return len(package.getvalue()) / 1e6


def starts(options, names):
    """In turn, so that all of them meet the same machine."""
    programs = {"empty": options.empty} | {name: binary_of(options, name) for name in names}
    limits = {name: limit for name, *_, limit in FUNCTIONS} | {"background": 10, "empty": 0}
    taken = {name: [] for name in programs}
    for _ in range(options.starts):
        for name, program in programs.items():
            runtime = Runtime(program)
            taken[name].append((runtime.start_cpu_ms, runtime.start_wall_ms))
            runtime.stop()
    cpu = {name: median(cpu for cpu, _ in values) for name, values in taken.items()}
    print(f"from the start of the process to the first request for work, median of {options.starts}, all in turn")
    rows = [["function", "CPU ms", "of the empty one's", "wall ms", "binary MB", "zipped MB"]]
    for name, program in programs.items():
        ratio = cpu[name] / cpu["empty"]
        size = program.stat().st_size / 1e6
        rows.append([
            name, f"{cpu[name]:.2f}", f"{ratio:.1f}x" + (" MISSED" if ratio > START_GOAL else ""),
            f"{median(wall for _, wall in taken[name]):.2f}",
            f"{size:.2f}" + (" MISSED" if limits[name] and size > limits[name] else ""), f"{zipped_mb(program):.2f}",
        ])  # fmt: skip
    table(rows)
    print(f"goals: {START_GOAL}x; 8 MB, 10 MB with Stripe's types\n")


def event(method, path, body):
    http = {"method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "203.0.113.7", "userAgent": "bench"}
    headers = {"host": "learn.example.org", "accept": "*/*", "x-forwarded-for": "203.0.113.7"}
    if body is not None:
        headers |= {"content-type": "application/json", "origin": "https://learn.example.org"}
    return json.dumps({
        "version": "2.0", "routeKey": f"{method} {path}", "rawPath": path, "rawQueryString": "", "headers": headers,
        "requestContext": {
            "accountId": "1", "apiId": "a", "domainName": "d", "domainPrefix": "d", "http": http, "requestId": "r",
            "routeKey": "$default", "stage": "$default", "time": "23/Nov/2026:09:12:38 +0000", "timeEpoch": 1795425158000,
        },
        "body": None if body is None else json.dumps(body), "isBase64Encoded": False,
    }).encode()  # fmt: skip


def warm(options):
    print(f"warm, without the table, {options.requests} requests one after another")
    rows = [["function", "request", "status", "CPU us a request", "p50 us, wall", "p95 us"]]
    for name, method, path, body, _ in [("empty", "GET", "/", None, 0), *FUNCTIONS]:
        runtime = Runtime(options.empty if name == "empty" else binary_of(options, name))
        asked = event(method, path, body)
        for _ in range(50):
            answer, _ = runtime.invoke(asked)
        before, taken = runtime.cpu_ns(), []
        for _ in range(options.requests):
            taken.append(runtime.invoke(asked)[1])
        spent = (runtime.cpu_ns() - before) / options.requests / 1000
        runtime.stop()
        status = json.loads(answer)["statusCode"]
        rows.append([name, f"{method} {path}", status, f"{spent:.0f}", f"{median(taken):.0f}", f"{percentile(taken, 95):.0f}"])
    table(rows)
    print(f"goal: {WARM_GOAL_US} us p50")


if __name__ == "__main__":
    main()
