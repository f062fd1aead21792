"""`sam local start-api` among the parts of a local platform, and a purchase through it."""

import http.client
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from rehearsal import Browser, binaries_from, built_by_sam, free_port, pay, say, sign_in, until, use_link  # noqa: E402

WORK = Path("target/cloud/sam-local")
# Where containers find this machine.
BRIDGE = os.environ.get("PORTICO_DOCKER_BRIDGE", "172.17.0.1")


def forward(url):
    """Lets containers reach what listens on loopback."""
    host, port = re.match(r"http://([^:/]+):(\d+)", url).groups()
    server = socket.create_server((BRIDGE, 0))

    def pipe(one, other):
        try:
            while chunk := one.recv(65536):
                other.sendall(chunk)
        except OSError:
            pass
        other.close()

    def accept():
        while True:
            near, _ = server.accept()
            far = socket.create_connection((host, int(port)))
            for pair in ((near, far), (far, near)):
                threading.Thread(target=pipe, args=pair, daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return f"http://{BRIDGE}:{server.getsockname()[1]}"


class Mailbox:
    """The local platform's mailbox, read as the rehearsal reads its own."""

    def __init__(self, url):
        self.url = url

    def link_to(self, address):
        def newest():
            mails = json.loads(fetch(self.url + "/mail.json"))
            mails = mails if isinstance(mails, list) else mails["mails"]
            found = [mail for mail in mails if address in json.dumps(mail.get("to"))]
            links = re.findall(r"https?://[^\s\"<>\\]+token=[^\s\"<>\\]+", found[-1]["text"]) if found else []
            return links and links[0]

        return until(f"a mail to {address}", 60, newest)


def fetch(url):
    host, path = re.match(r"http://([^/]+)(/.*)", url).groups()
    connection = http.client.HTTPConnection(host, timeout=30)
    connection.request("GET", path)
    return connection.getresponse().read()


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    own = []
    try:
        run(own)
    finally:
        for process in reversed(own):
            process.terminate()
            process.wait(timeout=30)


def run(own):
    data = WORK / "data"
    own.append(subprocess.Popen(["target/debug/portico", "--port", "0", "--data", str(data)], stdout=subprocess.PIPE, text=True))
    said = {}
    while "ready" not in said:
        name, _, where = own[-1].stdout.readline().strip().partition(" ")
        said[name] = where
    keys, at = (json.loads((data / name).read_text()) for name in ("keys.json", "running.json"))
    say("the local platform answers at", said["ready"])

    port = free_port()
    origin = f"http://127.0.0.1:{port}"
    from base64 import urlsafe_b64encode

    key = lambda name: urlsafe_b64encode(bytes.fromhex(keys[name])).decode().rstrip("=")
    variables = {
        "PORTICO_ORIGIN": origin,
        "PORTICO_NAME": "Portico",
        "PORTICO_TABLE": at["table_name"],
        "PORTICO_TABLE_ENDPOINT": forward(at["table"]),
        "PORTICO_PAYMENT_PAGE": at["stripe"].rstrip("/"),
        "PORTICO_FRONT_SECRET": "",
        "PORTICO_SIGNING_KEYS": f"local:{key('signing')}",
        "PORTICO_PEPPER": key("pepper"),
        "PORTICO_STRIPE_KEY": keys["stripe_key"],
        # A stand-in is only believed on one's own machine; containers are told that this one is theirs.
        "PORTICO_STRIPE_URL": forward(at["stripe"]).replace(BRIDGE, "localhost") + "/",
        "PORTICO_STRIPE_AUTOMATIC_TAX": "off",
        "PORTICO_STRIPE_WEBHOOK_SECRETS": keys["webhook_secret"],
    }
    (WORK / "env.json").write_text(json.dumps({"Parameters": variables}))
    folder = os.environ.get("PORTICO_BINARIES")
    template = binaries_from(folder, WORK / "build") if folder else built_by_sam()
    template["Parameters"]["Arch"]["Default"] = "x86_64"
    (WORK / "template.json").write_text(json.dumps(template))
    log = open(WORK / "sam.log", "w")
    command = ["sam", "local", "start-api", "-t", str(WORK / "template.json"), "--config-file", str(Path("samconfig.toml").resolve())]
    command += ["-p", str(port), "-n", str(WORK / "env.json"), "--parameter-overrides", "Arch=x86_64", "--add-host", f"localhost:{BRIDGE}", "-s", str((data / "site").resolve())]
    environment = os.environ | {"SAM_CLI_TELEMETRY": "0", "AWS_DEFAULT_REGION": "eu-central-1"}
    own.append(subprocess.Popen(command, stdout=log, stderr=log, env=environment))

    def up():
        try:
            return b"ok" in fetch(origin + "/api/health")
        except OSError:
            return False

    until("sam local start-api", 120, up)
    say("the functions answer at", origin)
    if "--walk" in sys.argv:
        walk(origin, Mailbox(said["mail"]))
    else:
        own[-1].wait()


class At:
    def __init__(self, origin):
        self.origin = origin


def walk(origin, mailbox):
    visitor = Browser(origin)
    courses = json.loads(subprocess.run(
        ["target/debug/portico", "api", "GET", "/api/admin/courses?audience=public&limit=100", "--data", str(WORK / "data")],
        capture_output=True, text=True, check=True).stdout)["items"]
    course = next(one for one in courses if one.get("price") and one["publication"] == "published")
    visitor.ask("GET", "/index.html", page=True)
    import urllib.parse

    form = urllib.parse.urlencode({"course": course["id"], "name": "Ada Lovelace", "email": "ada@example.org"})
    applied = visitor.ask("POST", "/api/checkout", form, "application/x-www-form-urlencoded", expect=303, page=True)
    pay(applied.getheader("location"))
    say("paid at the stand-in")
    link = mailbox.link_to("ada@example.org")
    use_link(At(origin), re.sub(r"^https?://[^/]+", origin, link))
    learner = sign_in(At(origin), "ada@example.org", "public")
    mine = learner.json("GET", "/api/my/courses")["courses"]
    assert [one["course"]["slug"] for one in mine] == [course["slug"]], mine
    learner.json("GET", f"/api/my/courses/{course['id']}")
    visitor.ask("POST", "/api/stripe/webhook", "{}", "application/json", expect=400)
    say("set a password, signed in, and the course is there")


if __name__ == "__main__":
    main()
