"""What the Python programs of the comparison agree on: the model's figures, the graph, how a run is timed and written.

The model stands in crates/score100/src/lib.rs. A program imports its framework first, then calls `Run(...)`, builds its world, calls
`begin()`, lets the hundred steps go by and calls `end(...)`, which prints one line of JSON (bench/README.md).
"""

import json
import sys
import time
from pathlib import Path

import numpy as np

STEPS = 100
EVENT, SPEECH = 0.05, 0.01
POINTS = (-100, -60, -40, -20, 10, 20, 30, 40)
LOWEST, HIGHEST, START, LINE, PUSH = 350, 950, 650, 450, 5


def neighbours(agents, seed=7):
    """Five shuffled rings laid over one another: a table of everyone's ten neighbours."""
    luck = np.random.default_rng(seed)
    table = np.empty((agents, 10), np.int32)
    for ring in range(5):
        order = luck.permutation(agents).astype(np.int32)
        table[order, 2 * ring] = np.roll(order, 1)
        table[order, 2 * ring + 1] = np.roll(order, -1)
    return table


def call():
    """The words of the call: agents, threads, seed."""
    words = [int(word) for word in sys.argv[1:4]]
    return (words + [1, 1])[:3] if len(words) == 1 else (words + [1])[:3]


def memory(name):
    """A figure of the process's memory in bytes, where the system tells it."""
    try:
        with open("/proc/self/status") as status:
            for line in status:
                if line.startswith(name):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return None


def waited():
    """Seconds that all threads of the process have waited for a processor so far, where the system tells it."""
    try:
        return sum(int(task.read_text().split()[1]) for task in Path("/proc/self/task").glob("*/schedstat")) / 1e9
    except (OSError, IndexError):
        return None


class Run:
    """One run: what it is, and its clock."""

    def __init__(self, engine, version, agents, threads=1):
        try:
            # From here on the system watches for a new peak of memory.
            with open("/proc/self/clear_refs", "w") as watch:
                watch.write("5")
        except OSError:
            pass
        self.about = {"engine": engine, "version": version, "agents": agents, "threads": threads}
        self.before = memory("VmRSS")
        self.clock, self.idle = None, None

    def begin(self):
        """The world is built; the clock starts."""
        self.idle = waited()
        self.clock = time.perf_counter()

    def end(self, means, under):
        """All steps are done and recorded."""
        seconds = time.perf_counter() - self.clock
        idle = None if self.idle is None else waited() - self.idle
        peak = memory("VmHWM")
        means, under = [float(mean) for mean in means], [int(count) for count in under]
        assert len(means) == STEPS and len(under) == STEPS, "every step is recorded"
        used = None if peak is None else (peak - self.before) / self.about["agents"]
        found = {"seconds": seconds, "waited": idle, "means": means, "under": under, "bytes_per_agent": used}
        print(json.dumps(self.about | found))
