#!/usr/bin/env python3
"""What a month costs on AWS, from the units that docs/costs.md counts. Writes the tables of docs/cost.md between its
markers; with --check it fails where they are out of date."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE, UNITS = ROOT / "docs/cost.md", ROOT / "docs/costs.md"
BEGIN, END = "<!-- tests/cloud/cost.py -->\n", "<!-- end -->\n"
MILLION = 1_000_000

# Dollars, eu-central-1 and CloudFront's Europe, without tax.
PRICE = {
    "write unit": 0.76 / MILLION,
    "read unit": 0.15 / MILLION,
    "stored GB": 0.31 + 0.25,  # with point-in-time recovery
    "API call": 1.20 / MILLION,
    "invocation": 0.20 / MILLION,
    "GB second": 0.0000133334,
    "logged GB": 0.63,
    "mail": 0.10 / 1_000,
    "edge request": 0.012 / 10_000,
    "edge function": (0.10 + 0.03) / MILLION,  # the router and its look into the key-value store
    "edge GB": 0.085,
}
FREE = {"invocation": MILLION, "GB second": 400_000, "edge request": 10 * MILLION, "edge function": 2 * MILLION, "edge GB": 1_000}
STANDING = 0.40 + 0.70  # the secret; alarms beyond the ten that are free

ROUND_TRIP_S = 0.004  # to the table, from a function in the same region
FUNCTION_GB = 0.5
HASHING_GB, HASHING_S = 1.769 * 1, 0.07  # one argon2id on a whole processor
LOGGED_KB = 1.0  # a request's own line and Lambda's three

# One visit: four pages, the first with its style and pictures (tests/browser counts both).
VISIT_REQUESTS, VISIT_KB = 4 + 3 * 1, 8.6 + 3 * 6
BOUGHT = 0.01  # of visits
LEARNER_MONTH = {
    "POST /api/login": 4,
    "POST /api/login/refresh": 20,
    "GET /api/my/courses": 8,
    "GET /api/my/courses/{course}": 8,
    "GET /api/my/courses/{course}/lessons/{lesson}": 12,
    "POST /api/my/courses/{course}/lessons/{lesson}/done": 12,
}
PURCHASE = {
    "POST /api/checkout": 1,
    "POST /api/stripe/webhook": 1,
    "GET /api/checkout/return": 1,
    "POST /api/signup/password": 1,
    "POST /api/login": 1,
}
HASHES = {"POST /api/login", "POST /api/signup/password"}
# Claimed, its link issued, sent, closed: reads, writes with their index, seconds with the mail server.
MAIL_READS, MAIL_WRITES, MAIL_S = 4, 10, 0.5
# Both schedules of every minute ask sixteen shards each, eventually.
IDLE_READS, IDLE_RUNS = 2 * 16 * 0.5 * 43_200, 2 * 43_200
LEARNER_KB = 12  # account, login, enrollments, progress, order, audit; with the indexes


def units():
    row = re.compile(r"^\| `([A-Z]+ [^`]+)` \| (\d+) \| ([\d.]+) \| ([\d.]+) \|", re.M)
    return {name: (int(trips), float(reads), float(writes)) for name, trips, reads, writes in row.findall(UNITS.read_text())}


class Bill(dict):
    def add(self, what, count):
        self[what] = self.get(what, 0) + count

    def call(self, costs, name, count):
        trips, reads, writes = costs[name]
        self.add("read unit", reads * count)
        self.add("write unit", writes * count)
        self.add("API call", count)
        self.add("invocation", count)
        seconds, size = trips * ROUND_TRIP_S + 0.001, FUNCTION_GB
        if name in HASHES:
            seconds, size = seconds + HASHING_S, HASHING_GB
        self.add("GB second", seconds * size * count)
        self.add("logged GB", LOGGED_KB * count / MILLION)

    def dollars(self):
        return {what: max(0, count - FREE.get(what, 0)) * PRICE[what] for what, count in self.items()}

    def total(self):
        return STANDING + sum(self.dollars().values())


def month(costs, visits, learners):
    bill = Bill()
    bill.add("edge request", visits * VISIT_REQUESTS)
    bill.add("edge function", visits * VISIT_REQUESTS)
    bill.add("edge GB", visits * VISIT_KB / MILLION)
    bought = visits * BOUGHT
    for name, count in PURCHASE.items():
        bill.call(costs, name, count * bought)
    bill.add("mail", bought)
    bill.add("read unit", MAIL_READS * bought + IDLE_READS)
    bill.add("write unit", MAIL_WRITES * bought)
    bill.add("invocation", bought + IDLE_RUNS)
    bill.add("GB second", (MAIL_S * bought + 0.02 * IDLE_RUNS) * HASHING_GB)
    for name, count in LEARNER_MONTH.items():
        bill.call(costs, name, count * learners)
    bill.add("stored GB", learners * LEARNER_KB / MILLION)
    return bill


def money(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:,.2f}"


def tables(costs):
    lines = ["| visits a month | no learners | 100 | 10,000 | 1,000,000 |", "|--:|--:|--:|--:|--:|"]
    for visits in (0, 1_000, 100_000, 10_000_000):
        cells = [money(month(costs, visits, learners).total()) for learners in (0, 100, 10_000, 1_000_000)]
        lines.append(f"| {visits:,} | {' | '.join(cells)} |")
    lines += ["", "The last cell, and one purchase and one learner's month by themselves (nothing free):", ""]
    whole = month(costs, 10_000_000, 1_000_000)
    nobody = month(costs, 0, 0)
    one_visit, one_learner = month(costs, 1 / BOUGHT, 0), month(costs, 0, 1)
    lines += ["| what | 10,000,000 visits, 1,000,000 learners | dollars | one purchase | one learner's month |", "|---|--:|--:|--:|--:|"]
    edge = {"edge request", "edge function", "edge GB"}
    for what, count in whole.items():
        bought = 0 if what in edge else one_visit[what] - nobody.get(what, 0)
        learned = one_learner.get(what, 0) - nobody.get(what, 0)
        lines.append(f"| {what} | {count:,.0f} | {money(whole.dollars()[what])} | {bought:.4g} | {learned:.4g} |")
    price = lambda bill: sum((count - nobody.get(what, 0)) * PRICE[what] for what, count in bill.items() if what not in edge)
    lines.append(f"| dollars | | {money(whole.total())} | {price(one_visit):.6f} | {price(one_learner):.6f} |")
    return "\n".join(lines) + "\n"


def main():
    text = PAGE.read_text()
    head, rest = text.split(BEGIN)
    _, tail = rest.split(END)
    fresh = head + BEGIN + tables(units()) + END + tail
    if "--check" in sys.argv[1:]:
        if fresh != text:
            sys.exit("docs/cost.md is out of date: tests/cloud/cost.py writes it anew")
        print("docs/cost.md: up to date")
    else:
        PAGE.write_text(fresh)


main()
