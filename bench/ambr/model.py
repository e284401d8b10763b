"""score-100 in ambr, in its vectorised way: columns of agents as arrays, one call for all of them each step."""

import os
import sys
from pathlib import Path

os.environ.setdefault("POLARS_MAX_THREADS", sys.argv[2] if len(sys.argv) > 2 else "1")

import ambr
import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))
from score100 import EVENT, HIGHEST, LINE, LOWEST, POINTS, PUSH, SPEECH, START, STEPS, Run, call, neighbours

points = np.array(POINTS, np.int64)


class Society(ambr.Model):
    def setup(self):
        self.ties = neighbours(self.p.n)
        self.add_agents(self.p.n, score=np.full(self.p.n, START, np.int64))
        self.means, self.unders = [], []
        run.begin()

    def step_vectorized(self):
        scores = self.agents.array("score")
        acting = np.flatnonzero(self.rng.random(len(scores), dtype=np.float32) < EVENT)
        change = points[self.rng.integers(0, 8, acting.size)]
        held = scores[acting]
        effective = ~((change > 0) & (held < LINE))
        acting = acting[effective]
        new = scores.copy()
        new[acting] = np.clip(held[effective] + change[effective], LOWEST, HIGHEST)
        speakers = acting[self.rng.random(acting.size, dtype=np.float32) < SPEECH]
        np.subtract.at(new, self.ties[speakers].ravel(), PUSH)
        np.maximum(new, LOWEST, out=new)
        self.agents.set(score=new)

    def update(self):
        scores = self.agents.array("score")
        mean, under = scores.mean(), int(np.count_nonzero(scores < LINE))
        self.record_model("mean", mean)
        self.record_model("under", under)
        self.means.append(mean)
        self.unders.append(under)


agents, threads, seed = call()
run = Run("ambr", ambr.__version__, agents)
society = Society({"n": agents, "steps": STEPS, "seed": seed, "show_progress": False})
society.cpu(mode="vectorized").run()
run.end(society.means, society.unders)
