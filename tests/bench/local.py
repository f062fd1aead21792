"""The local platform with a real catalog of thousands of courses: start, memory, views, sign-in, enrollment, and how
long an edit takes until visitors see it. The client runs on the same cores."""

import argparse
import http.client
import subprocess
import sys
import tempfile
import time
import urllib.parse
from pathlib import Path

import catalog
from browser import Browser
from measure import Busy, median, need, percentile, process_cpu_s, resident_mb, table
from platform_process import Platform

PASSWORD = "a lamp beside the window"
OWNER = "olga@portico.example"
LEARNERS = 5
# Ten a minute for an account and sixty for a network are the platform's own limits.
LOGINS = 30
ENROLLMENTS = 60
STARTS = 5
EDITS = 5
IDLE_S = 10


def main():
    parser = argparse.ArgumentParser(prog="tests/bench/run local", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the course files")
    parser.add_argument("--set", choices=catalog.FILES, default="campus")
    parser.add_argument("--program", type=Path, default=Path("target/release/portico"))
    parser.add_argument("--argon2id", type=Path, default=Path("target/bench/release/argon2id"))
    parser.add_argument("--views", type=int, default=3_000)
    options = parser.parse_args()
    need(options.program, "cargo; then: cargo build --release -p local")
    manifest = Path(__file__).parent / "argon2id" / "Cargo.toml"
    need(options.argon2id, f"cargo; then: cargo build --release --manifest-path {manifest} --target-dir target/bench")
    with tempfile.TemporaryDirectory(prefix="portico-bench-") as folder:
        measure(options, Path(folder) / "platform")


def measure(options, data):
    busy = Busy()
    rows = [["what", "goal", "measured"]]
    platform = Platform(options.program, data, options.data / catalog.FILES[options.set])
    print(f"first start with the import of {options.set}: {platform.ready_s:.1f} s, {process_cpu_s(platform.pid):.1f} CPU s")
    platform.stop()
    rows += starts(options, data)
    platform = Platform(options.program, data)
    try:
        rows += idle(platform)
        rows += views(platform, options.views)
        owner = found(platform)
        rows += sign_ins(platform, owner, options.argon2id)
        rows += enrollments(platform, owner)
        rows += edits(platform, owner)
        now, most = resident_mb(platform.pid)
        rows.append(["resident after all of this", "", f"{now:.0f} MB (at most {most:.0f} MB)"])
    finally:
        stopped = platform.stop()
    rows.append(["stop", "1 s", f"{stopped * 1000:.0f} ms"])
    table(rows)
    print(busy.words())


def starts(options, data):
    taken, cpu = [], []
    for _ in range(STARTS):
        platform = Platform(options.program, data)
        taken.append(platform.ready_s)
        cpu.append(process_cpu_s(platform.pid))
        platform.stop()
    some = " ".join(f"{value * 1000:.0f}" for value in taken)
    return [["start to `ready`, median of 5", "1 s", f"{median(taken) * 1000:.0f} ms ({some}), {median(cpu):.2f} CPU s"]]


def idle(platform):
    time.sleep(IDLE_S / 2)
    before = process_cpu_s(platform.pid)
    time.sleep(IDLE_S)
    spent = process_cpu_s(platform.pid) - before
    now, most = resident_mb(platform.pid)
    return [
        ["resident, idle after start", "60 MB", f"{now:.0f} MB (at most {most:.0f} MB)"],
        ["CPU, idle", "", f"{spent / IDLE_S * 1000:.1f} ms a second"],
    ]


def views(platform, count):
    """One client asks one time after another, over connections that stay open."""
    connections = [http.client.HTTPConnection(urllib.parse.urlsplit(platform.origin).netloc) for _ in range(4)]
    course = sorted((platform.site() / "courses").iterdir())[100].name
    rows = []
    for name, address in (("list", "/courses/"), ("course", f"/courses/{course}/")):
        before, began, taken, size = process_cpu_s(platform.pid), time.monotonic(), [], 0
        for number in range(count):
            connection = connections[number % len(connections)]
            asked = time.monotonic()
            connection.request("GET", address)
            answer = connection.getresponse()
            size = len(answer.read())
            taken.append(time.monotonic() - asked)
            if answer.status != 200:
                sys.exit(f"{address} answered {answer.status}")
        spent = (process_cpu_s(platform.pid) - before) * 1000 / count
        wall = time.monotonic() - began
        rows.append([
            f"CPU s per 1,000 views, {name} ({size / 1000:.0f} kB)", "0.2",
            f"{spent:.3f} ({count / wall:.0f} views/s, p50 {median(taken) * 1000:.2f} ms)",
        ])  # fmt: skip
    return rows


def found(platform):
    browser = Browser(platform.origin)
    token = urllib.parse.parse_qs(urllib.parse.urlsplit(platform.said["administrator"]).query)["token"][0]
    person = {"token": token, "name": "Olga Owner", "email": OWNER, "password": PASSWORD}
    browser.must("POST", "/api/signup/administrator", 201, body=person)
    return browser.sign_in(OWNER, PASSWORD, "main")


def learners(platform, owner):
    """Accounts of the main platform, their passwords set by the mailed links."""
    mailbox = Browser(platform.said["mail"])
    emails = [f"learner{number}@reader.example" for number in range(LEARNERS)]
    for email in emails:
        account = {"tier": "learner", "type": "internal", "name": "Lena Learner", "email": email}
        owner.must("POST", "/api/admin/accounts", 201, body=account)
        link = None
        last = time.monotonic() + 60
        while not link and time.monotonic() < last:
            mails = [mail for mail in mailbox.must("GET", "/mail.json", 200) if email in mail["to"]]
            link = next((word for mail in mails for word in mail["text"].split() if word.startswith(platform.origin)), None)
            time.sleep(0.05)
        token = urllib.parse.parse_qs(urllib.parse.urlsplit(link or "").query).get("token", [""])[0]
        Browser(platform.origin).must("POST", "/api/signup/password", 200, body={"token": token, "password": PASSWORD})
    return emails


def sign_ins(platform, owner, argon2id):
    """A sign-in and a hash by itself, in turn, so that both meet the same machine."""
    emails = learners(platform, owner)
    alone = subprocess.Popen([argon2id], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
    logins, hashes = [], []
    before = process_cpu_s(platform.pid)
    for number in range(LOGINS):
        browser = Browser(platform.origin)
        browser.must("GET", "/api/health", 200)
        began = time.monotonic()
        browser.sign_in(emails[number % LEARNERS], PASSWORD, "main")
        logins.append((time.monotonic() - began) * 1000)
        alone.stdin.write(PASSWORD + "\n")
        alone.stdin.flush()
        hashes.append(int(alone.stdout.readline()) / 1000)
    cpu = (process_cpu_s(platform.pid) - before) / LOGINS * 1000
    spent = process_cpu_s(alone.pid) / LOGINS * 1000
    alone.communicate()
    return [
        [f"sign-in, p50 of {LOGINS}", "", f"{median(logins):.1f} ms (p95 {percentile(logins, 95):.0f})"],
        ["argon2id by itself, p50", "", f"{median(hashes):.1f} ms (p95 {percentile(hashes, 95):.0f})"],
        ["sign-in against argon2id, p50", "1.3x", f"{median(logins) / median(hashes):.2f}x"],
        ["the same in CPU", "", f"{cpu / spent:.2f}x ({cpu:.0f} and {spent:.0f} ms)"],
    ]


def enrollments(platform, owner):
    """Courses of the main platform that let their learners in at once; one learner enrolls in each."""
    ids = []
    for number in range(ENROLLMENTS):
        form = {"audience": "internal", "title": f"A course for the house, {number}", "languages": ["en"], "self_enrollment": "open"}
        course = owner.must("POST", "/api/admin/courses", 201, body=form)["id"]
        owner.must("POST", f"/api/admin/courses/{course}/publish", 200, body={})
        ids.append(course)
    learner = Browser(platform.origin).sign_in("learner0@reader.example", PASSWORD, "main")
    before, taken, states = process_cpu_s(platform.pid), [], set()
    for course in ids:
        began = time.monotonic()
        answer = learner.must("POST", f"/api/my/courses/{course}/enroll", 201, body={})
        taken.append((time.monotonic() - began) * 1000)
        states.add(answer["state"])
    cpu = (process_cpu_s(platform.pid) - before) / len(ids) * 1000
    if states != {"enrolled"}:
        sys.exit(f"enrolling led to {states}")
    words = f"{median(taken):.1f} ms (p95 {percentile(taken, 95):.0f}; {cpu:.1f} ms CPU)"
    return [[f"enrollment, one client, p50 of {len(taken)}", "5 ms", words]]


def edits(platform, owner):
    course = owner.must("GET", "/api/admin/courses?audience=public&limit=10", 200)["items"][5]
    reader, rows = Browser(platform.origin), []
    for field in ("description_html", "title"):
        saved, seen, cpu = [], [], []
        for number in range(EDITS):
            mark = f"{field.split('_')[0]} written anew {number}"
            value = f"<p>{mark}</p>" if field.endswith("html") else mark
            before, began = process_cpu_s(platform.pid), time.monotonic()
            owner.must("PATCH", f"/api/admin/courses/{course['id']}", 200, body={field: value})
            saved.append((time.monotonic() - began) * 1000)
            while mark not in reader.must("GET", f"/courses/{course['slug']}/", 200):
                if time.monotonic() - began > 120:
                    sys.exit("the changed page never came")
                time.sleep(0.01)
            seen.append((time.monotonic() - began) * 1000)
            # The rest of the site follows the page; the next edit waits until it has.
            time.sleep(1.5)
            cpu.append(process_cpu_s(platform.pid) - before)
        name = field.split("_")[0]
        words = f"{median(seen):.0f} ms (saved in {median(saved):.0f} ms; {median(cpu):.2f} CPU s)"
        rows.append([f"a {name} edited until its page is served", "500 ms", words])
    return rows


if __name__ == "__main__":
    main()
