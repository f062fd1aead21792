"""A running platform: started on a folder, read by its contract, stopped as an operator would."""

import signal
import subprocess
import sys
import time
from pathlib import Path


class Platform:
    def __init__(self, program, data, catalog=None, patience_s=1_800):
        """Returns when the line `ready` was printed; `ready_s` is how long that took."""
        command = [str(program), "--port", "0", "--data", str(data)]
        command += ["--catalog", str(catalog)] if catalog else []
        began = time.monotonic()
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.said, self.data = {}, data
        while "ready" not in self.said:
            line = self.process.stdout.readline()
            if not line or time.monotonic() - began > patience_s:
                self.process.kill()
                sys.exit(f"the platform did not get ready: {self.process.stderr.read()[-2000:]}")
            what, _, address = line.strip().partition(" ")
            self.said[what] = address
        self.ready_s = time.monotonic() - began
        self.pid, self.origin = self.process.pid, self.said["ready"]

    def site(self):
        """The folder of its public pages."""
        return Path(self.data) / "site"

    def stop(self):
        """How long it took."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        self.process.communicate(timeout=60)
        return time.monotonic() - began
