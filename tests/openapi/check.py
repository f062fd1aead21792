"""The API from outside: Schemathesis reads `/api/openapi.json` of a running platform and tries what it says, and what
it does not say: as a visitor, then as the founder, who may do everything. An answer with a status or a shape that is
not described, and any 5xx, is a failure. The same seed tries the same things."""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.parse
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BENCH = HERE.parent / "bench"
sys.path.insert(0, str(BENCH))

from browser import Browser  # noqa: E402
from platform_process import Platform  # noqa: E402

PASSWORD = "a lamp beside the window"
OWNER = "olga@portico.example"
# A password that was changed or a login that was ended would leave the rest of the run without its founder, so these
# are tried with a login of their own.
LEAVE_TAKING = ["/api/logout", "/api/login/devices/end-all", "/api/login/devices/{login}", "/api/login/password"]
# Signing in is the same for everybody, and sixty a minute is what a network may try.
SIGNING_IN = ["/api/login"]
# Schemathesis calls a run that broke off early a success, too.
TRIES_EACH_MIN = 15
# What is left out, and why: our forms say in words, not in patterns, what an e-mail address, a slug or a price is, so
# a text that fits the schema may rightly be refused.
LEFT_OUT = "positive_data_acceptance"


def main():
    parser = argparse.ArgumentParser(prog="tests/openapi/run", description=__doc__)
    parser.add_argument("--program", type=Path, default=ROOT / "target/debug/portico")
    more = "tries of each operation beside the systematic ones; 60 take some ten minutes"
    parser.add_argument("--examples", type=int, default=15, help=more)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("only", nargs="?", choices=["visitor", "founder", "leaving"], help="one of the three runs")
    options = parser.parse_args()
    failed = []
    with tempfile.TemporaryDirectory(prefix="portico-openapi-") as folder:
        platform = Platform(options.program, Path(folder) / "platform", patience_s=60)
        try:
            ids = known_ids(found(platform))
            bearer = f"authorization:Bearer {sign_in(platform).cookies['__Host-access']}"
            runs = {
                "visitor": [],
                "founder": [f"--exclude-path={path}" for path in LEAVE_TAKING + SIGNING_IN],
                "leaving": [f"--include-path={path}" for path in LEAVE_TAKING] + ["--header", bearer],
            }
            for name, more in runs.items():
                told = {"PORTICO_KNOWN_IDS": json.dumps(ids)}
                if name == "founder":
                    told["PORTICO_SIGN_IN"] = json.dumps([platform.origin, OWNER, PASSWORD])
                if options.only in (None, name) and not try_out(platform, told, more, options):
                    failed.append(name)
            # What was tried as the founder was worth it only while there was one.
            sign_in(platform).must("GET", "/api/admin/accounts", 200)
        finally:
            platform.stop()
    sys.exit(f"failed: {', '.join(failed)}" if failed else 0)


def try_out(platform, told, more, options):
    """Whether everything was as described, and enough was tried to say so."""
    command = [str(Path(sys.executable).with_name("schemathesis")), "--config-file", str(HERE / "schemathesis.toml")]
    command += ["run", f"{platform.origin}/api/openapi.json", f"--max-examples={options.examples}"]
    command += [f"--seed={options.seed}", f"--exclude-checks={LEFT_OUT}", *more]
    told |= {"SCHEMATHESIS_HOOKS": "hooks", "PYTHONPATH": f"{HERE}:{BENCH}", "PYTHONDONTWRITEBYTECODE": "1"}
    running = subprocess.Popen(command, env=os.environ | told, cwd=platform.data, stdout=subprocess.PIPE, text=True)
    said = ""
    for line in running.stdout:
        print(line, end="", flush=True)
        said += line
    selected, tried = re.search(r"Selected: (\d+)/", said), re.search(r"(\d+) generated", said)
    enough = selected and tried and int(tried[1]) >= TRIES_EACH_MIN * int(selected[1])
    if not enough:
        print("too little was tried for that to mean anything")
    return running.wait() == 0 and bool(enough)


def found(platform):
    """The founder's browser."""
    link = urllib.parse.urlsplit(platform.said["administrator"])
    token = urllib.parse.parse_qs(link.query)["token"][0]
    founder = {"token": token, "name": "Olga Owner", "email": OWNER, "password": PASSWORD}
    Browser(platform.origin).must("POST", "/api/signup/administrator", 201, body=founder)
    return sign_in(platform)


def sign_in(platform):
    return Browser(platform.origin).sign_in(OWNER, PASSWORD, "main")


def known_ids(owner):
    """Real ids by the names under which the API takes them; makes one of what the demo catalog lacks."""
    learner = {"tier": "learner", "type": "internal", "name": "Lena Learner", "email": "lena@example.org"}
    owner.must("POST", "/api/admin/accounts", 201, body=learner)
    owner.must("POST", "/api/admin/partners", 201, body={"name": "North"})
    courses = owner.must("GET", "/api/admin/courses?audience=public", 200)["items"]
    paid = next(course for course in courses if course["price"])
    buyer = {"course": paid["id"], "name": "Bo Buyer", "email": "bo@example.org"}
    owner.must("POST", "/api/checkout", 201, body=buyer)
    lists = {name: owner.must("GET", f"/api/admin/{name}s", 200)["items"] for name in ("account", "partner", "order")}
    ids = {name: [entry["id"] for entry in entries] for name, entries in lists.items()}
    course = owner.must("GET", f"/api/admin/courses/{courses[0]['id']}", 200)
    lessons = [lesson["id"] for section in course["outline"] for lesson in section["lessons"]]
    return ids | {"course": [course["id"] for course in courses[:3]], "lesson": lessons[:3]}


if __name__ == "__main__":
    main()
