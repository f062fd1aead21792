"""What every benchmark needs: a program's cost as the kernel counted it, medians, and how busy the machine was."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

TIME = "/usr/bin/time"
TICKS = os.sysconf("SC_CLK_TCK")
CORES = os.cpu_count() or 1


@dataclass
class Cost:
    """One run of a program."""

    user_s: float
    system_s: float
    wall_s: float
    peak_mb: float
    words: str

    @property
    def cpu_s(self):
        return self.user_s + self.system_s


def need(program, package):
    """Ends with advice where a program is missing. Nothing is installed here."""
    found = subprocess.run(["sh", "-c", f"command -v {program}"], capture_output=True, text=True).stdout.strip()
    if not found:
        sys.exit(f"`{program}` is missing. On Debian: apt-get install -y {package}")
    return found


def run(command):
    """Runs a program to its end. The wrapper is tiny: a child of Python itself would show Python's memory as its own."""
    need(TIME, "time")
    with tempfile.NamedTemporaryFile("r") as note:
        done = subprocess.run(
            [TIME, "-f", "%U %S %e %M", "-o", note.name, *map(str, command)], capture_output=True, text=True
        )
        if done.returncode != 0:
            sys.exit(f"{command[0]} failed:\n{done.stdout}\n{done.stderr}")
        user, system, wall, kb = note.read().split()[-4:]
    return Cost(float(user), float(system), float(wall), float(kb) / 1024, done.stdout)


def median(values):
    return statistics.median(list(values))


def percentile(values, percent):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def process_cpu_s(pid):
    """User and system time of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def resident_mb(pid):
    """(now, at most since the start)"""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    kb = {line.split(":")[0]: int(line.split()[1]) for line in lines if line.startswith(("VmRSS", "VmHWM"))}
    return kb["VmRSS"] / 1024, kb["VmHWM"] / 1024


def _busy_s():
    user, nice, system, _idle, _wait, irq, soft, *_ = map(int, Path("/proc/stat").read_text().split("\n")[0].split()[1:])
    return (user + nice + system + irq + soft) / TICKS


class Busy:
    """How much of the machine was in use over a stretch of time, by whoever."""

    def __init__(self):
        self.began, self.at_start = time.monotonic(), _busy_s()

    def cores(self):
        return (_busy_s() - self.at_start) / max(time.monotonic() - self.began, 0.01)

    def words(self):
        load = " ".join(f"{value:.1f}" for value in os.getloadavg())
        return f"machine: {CORES} cores, {self.cores():.1f} of them in use over this run (load {load})"


def table(rows):
    """Prints rows in columns."""
    rows = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
