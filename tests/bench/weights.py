"""Bytes that a first view loads, and the search index, of the site of each course file. No server is asked: what a
page needs is read from its HTML, style sheet and module imports, and compressed as a host would."""

import argparse
import gzip
import re
import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path

import catalog
from measure import need, percentile, run, table

# What hosts use for text that they compress as they send it: gzip 6, Brotli 5.
GZIP_LEVEL, BROTLI_LEVEL = 6, 5
LOADED = re.compile(r"<(?:link|script|img)\b[^>]*>")
ADDRESS = re.compile(r'(?:href|src)="(/[^"]*)"')
STYLE_ADDRESS = re.compile(r"""url\(["']?(/[^"')]+)""")
IMPORT = re.compile(r"""(?:import|from)\s*\(?\s*["']([^"']+)["']""")
# The first view of these is a promise; a list is shown beside them.
PAGES = {"home": "index.html", "list": "courses/index.html", "search": "search/index.html"}


def brotli(blob):
    """Through Python's module or Debian's program, whichever there is; nothing without either."""
    try:
        import brotli as module

        return len(module.compress(blob, quality=BROTLI_LEVEL))
    except ImportError:
        if not shutil.which("brotli"):
            return None
    return len(subprocess.run(["brotli", "-q", str(BROTLI_LEVEL), "-c"], input=blob, capture_output=True, check=True).stdout)


class Site:
    def __init__(self, root):
        self.root, self.seen = root, {}

    def bytes(self, paths):
        """(requests, raw, gzip, Brotli or None)"""
        sizes = [self.size(path) for path in paths]
        brotlis = [size[2] for size in sizes]
        return len(sizes), sum(s[0] for s in sizes), sum(s[1] for s in sizes), None if None in brotlis else sum(brotlis)

    def size(self, path):
        if path not in self.seen:
            blob = (self.root / path).read_bytes()
            self.seen[path] = (len(blob), len(gzip.compress(blob, GZIP_LEVEL)), brotli(blob))
        return self.seen[path]

    def loads(self, page):
        """The page and everything that it makes a browser fetch at once."""
        found, html = [page], (self.root / page).read_text()
        tags = [tag for tag in LOADED.findall(html) if not re.search(r'rel="(canonical|alternate|next|prev)"', tag)]
        queue = [address for tag in tags for address in ADDRESS.findall(tag)]
        while queue:
            path = queue.pop(0).lstrip("/")
            if path in found or not (self.root / path).is_file():
                continue
            found.append(path)
            text = (self.root / path).read_text() if path.endswith((".css", ".js")) else ""
            queue += STYLE_ADDRESS.findall(text) if path.endswith(".css") else []
            if path.endswith(".js"):
                imports = [str(Path("/", path).parent / name) for name in IMPORT.findall(text)]
                queue += [str(Path(name).as_posix()).replace("/./", "/") for name in imports]
        return found


def main():
    parser = argparse.ArgumentParser(prog="tests/bench/run weights", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the course files")
    parser.add_argument("--courses", type=int, default=10_000, help="of the mixed set")
    parser.add_argument("--generator", type=Path, default=Path("target/release/site-generator"))
    options = parser.parse_args()
    need(options.generator, "cargo; then: cargo build --release -p site-generator")
    documents = {name: catalog.read(options.data, name) for name in catalog.FILES}
    documents[f"mixed, {options.courses}"] = catalog.mixed(options.data, options.courses)
    for name, document in documents.items():
        with tempfile.TemporaryDirectory(prefix="portico-bench-") as folder:
            feed, out = Path(folder, "courses.json"), Path(folder, "site")
            catalog.write(document, feed)
            run([options.generator, "--languages", "en", "--catalog", feed, "--out", out])
            weigh(f"{name}: {len(document['data'])} courses", Site(out))


def weigh(title, site):
    print(f"\n{title} (gzip {GZIP_LEVEL}, Brotli {BROTLI_LEVEL}; without headers; `-` where there is no Brotli)")
    rows = [["first view", "requests", "raw", "gzip", "brotli"]]
    courses = sorted(str(path.relative_to(site.root)) for path in site.root.glob("courses/*/index.html"))
    pages = dict(PAGES)
    by_size = sorted(courses, key=lambda path: (site.root / path).stat().st_size)
    pages["course, median"], pages["course, largest"] = by_size[len(by_size) // 2], by_size[-1]
    rows += [[name, *shown(site.bytes(site.loads(page)))] for name, page in pages.items()]
    rows.append(["course page alone, median", *shown(site.bytes([pages["course, median"]]))])
    rows.append(["course page alone, largest", *shown(site.bytes([pages["course, largest"]]))])
    table(rows)
    zipped = [len(gzip.compress((site.root / path).read_bytes(), GZIP_LEVEL)) for path in courses]
    print(f"course pages alone, gzip: p50 {statistics.median(zipped):.0f}, p95 {percentile(zipped, 95)}, largest {max(zipped)}")
    scripted = sum("<script" in (site.root / path).read_text().replace('<script type="application/ld+json">', "") for path in courses)
    print(f"course pages that load a script: {scripted}")

    table_file = "search/table.json"
    shards = sorted(str(path.relative_to(site.root)) for path in site.root.glob("search/words/*.json"))
    largest = max(shards, key=lambda path: site.size(path)[1]) if shards else None
    middle = sorted(shards, key=lambda path: site.size(path)[1])[len(shards) // 2] if shards else None
    scripts = [path for path in site.loads("search/index.html") if path.endswith(".js")]
    rows = [["search", "files", "raw", "gzip", "brotli"], ["table", *shown(site.bytes([table_file]))]]
    rows += [["scripts", *shown(site.bytes(scripts))]]
    if shards:
        rows += [["median shard", *shown(site.bytes([middle]))], ["largest shard", *shown(site.bytes([largest]))]]
        rows += [["first query, median shard", *shown(site.bytes([table_file, *scripts, middle]))]]
        rows += [["first query, largest shard", *shown(site.bytes([table_file, *scripts, largest]))]]
    rows += [["all files of the index", *shown(site.bytes([table_file, *shards]))]]
    table(rows)


def shown(counts):
    return ["-" if count is None else f"{count:,}" for count in counts]


if __name__ == "__main__":
    main()
