"""The catalog's generator beside Hugo, on the same courses: in turn, into empty folders, several times."""

import argparse
import os
import tempfile
import time
from pathlib import Path

import catalog
import hugo
from measure import Busy, median, need, run, table

CPU_GOAL, MEMORY_GOAL = 10, 6
EDIT_GOAL_MS = 500


def main():
    parser = argparse.ArgumentParser(prog="tests/bench/run site", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the course files")
    parser.add_argument("--courses", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--generator", type=Path, default=Path("target/release/site-generator"))
    parser.add_argument("--work", type=Path, help="where to build; a folder in memory leaves the disk out of it")
    options = parser.parse_args()
    need("hugo", "hugo")
    need(options.generator, "cargo; then: cargo build --release -p site-generator")
    with tempfile.TemporaryDirectory(prefix="portico-bench-", dir=options.work) as folder:
        compare(options, Path(folder))


def compare(options, folder):
    document = catalog.mixed(options.data, options.courses)
    feed, ours, project = (folder / name for name in ("courses.json", "ours", "project"))
    catalog.write(document, feed)
    build = [options.generator, "--languages", "en", "--catalog", feed, "--out"]
    run([*build, ours])
    made_on = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    hugo.make(document, project, ours / "assets", made_on)
    build_hugo = ["hugo", "--quiet", "--source", project, "--destination"]

    print(f"{len(document['data'])} courses, {options.runs} full builds each, in turn; CPU is user + system")
    busy, pairs = Busy(), []
    rows = [["", "CPU s: Portico", "Hugo", "ratio", "MB: Portico", "Hugo", "ratio", "wall s: Portico", "Hugo"]]
    for number in range(1, options.runs + 1):
        a, b = fresh(build, folder / f"ours-{number}"), fresh(build_hugo, folder / f"theirs-{number}")
        pairs.append((a, b))
        rows.append([number, *cells(a, b)])
    a, b = (middle(side) for side in zip(*pairs))
    rows.append(["median", *cells(a, b)])
    table(rows)
    cpu = median(y.cpu_s / x.cpu_s for x, y in pairs)
    memory = median(y.peak_mb / x.peak_mb for x, y in pairs)
    print(f"median of the pairs' ratios: CPU {cpu:.1f}x {verdict(cpu, CPU_GOAL)}; memory {memory:.1f}x {verdict(memory, MEMORY_GOAL)}")
    for name, out in (("Portico", folder / "ours-1"), ("Hugo", folder / "theirs-1")):
        html, files, size = weigh(out)
        print(f"{name}: {files} files, {html} of them pages, {size / 1e6:.1f} MB")
    print(busy.words())
    edits(options, feed, document, [*build, ours])


def fresh(command, out):
    """Into a folder that never was. Nothing is deleted between builds: ext4 keeps away from inodes that were freed a
    moment ago, and its search for others would be counted as the builder's."""
    os.sync()
    return run([*command, out])


def middle(costs):
    """The median of each figure."""
    chosen = sorted(costs, key=lambda cost: cost.cpu_s)[len(costs) // 2]
    chosen = type(chosen)(**vars(chosen))
    for field in ("user_s", "system_s", "wall_s", "peak_mb"):
        setattr(chosen, field, median(getattr(cost, field) for cost in costs))
    return chosen


def cells(a, b):
    return [
        f"{a.user_s:.2f} + {a.system_s:.2f}", f"{b.user_s:.2f} + {b.system_s:.2f}", f"{b.cpu_s / a.cpu_s:.1f}",
        f"{a.peak_mb:.0f}", f"{b.peak_mb:.0f}", f"{b.peak_mb / a.peak_mb:.1f}",
        f"{a.wall_s:.2f}", f"{b.wall_s:.2f}",
    ]  # fmt: skip


def verdict(ratio, goal):
    return f"(goal {goal}x: reached)" if ratio >= goal else f"(goal {goal}x: missed)"


def weigh(out):
    files = [path for path in out.rglob("*") if path.is_file() and "/." not in str(path)]
    return sum(path.suffix == ".html" for path in files), len(files), sum(path.stat().st_size for path in files)


def edits(options, feed, document, build):
    """The whole command each time: start, reading the feed, rendering everything, comparing, writing what differs.
    The feed keeps its time, since that is a course's own where the feed tells none."""
    os.sync()
    at = feed.stat()
    paid = [course for course in document["data"] if course["attributes"]["offer"][0]["price"] > 0]
    course = paid[len(paid) // 3]
    offer = course["attributes"]["offer"][0]

    def change(minor=None, **fields):
        course["attributes"].update(fields)
        if minor:
            course["meta"]["priceMinor"], offer["price"] = minor, minor / 100
        catalog.write(document, feed)
        os.utime(feed, ns=(at.st_atime_ns, at.st_mtime_ns))

    kinds = {
        "nothing changed": lambda number: {},
        "a description": lambda number: {"description": f"<p>Described anew, for the time number {number}.</p>"},
        "a title": lambda number: {"name": f"A title written anew {number}"},
        "a price": lambda number: {"minor": 1_150 + 100 * number},
    }
    print("\nthe same command again, into the folder of the build before")
    rows = [["one course, changed", "wall ms", "CPU s", "MB", "said"]]
    run(build)
    for name, fields in kinds.items():
        costs = []
        for number in range(options.runs):
            change(**fields(number))
            costs.append(run(build))
        cost = middle(costs)
        rows.append([name, f"{cost.wall_s * 1000:.0f}", f"{cost.cpu_s:.2f}", f"{cost.peak_mb:.0f}", costs[-1].words.strip()])
    table(rows)
    print(f"goal: {EDIT_GOAL_MS} ms (Hugo makes everything anew: the full build above)")


if __name__ == "__main__":
    main()
