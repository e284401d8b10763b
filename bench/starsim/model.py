"""score-100 in Starsim: a module with a state, its own distributions, a network of fixed ties, and results.

Starsim takes neighbours from a list of edges, which is searched each step for those of the speakers.
"""

import os
import sys
from pathlib import Path

os.environ["STARSIM_INSTALL_FONTS"] = "0"

import numpy as np
import starsim as ss

sys.path.insert(0, str(Path(__file__).parents[1]))
from score100 import EVENT, HIGHEST, LINE, LOWEST, POINTS, PUSH, SPEECH, START, STEPS, Run, call, neighbours

points = np.array(POINTS)


class FixedTies(ss.Network):
    def init_post(self, *args, **kwargs):
        super().init_post(*args, **kwargs)
        agents = len(self.sim.people)
        # Every tie once: from everyone to the next in each of the five rings.
        after = neighbours(agents)[:, 1::2].T.ravel().astype(int)
        from_whom = np.tile(np.arange(agents), 5)
        self.append(p1=ss.uids(from_whom), p2=ss.uids(after), beta=np.ones(5 * agents, dtype=np.float32))

    def step(self):
        pass


class Scoring(ss.Module):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.define_states(ss.IntArr("score", default=START))
        self.event = ss.bernoulli(p=EVENT)
        self.kind = ss.randint(low=0, high=8)
        self.speech = ss.bernoulli(p=SPEECH)

    def init_results(self):
        super().init_results()
        self.define_results(ss.Result("mean", dtype=float), ss.Result("under", dtype=int))

    def step(self):
        acting = self.event.filter()
        change, held = points[self.kind.rvs(acting)], self.score[acting]
        effective = ~((change > 0) & (held < LINE))
        acting = acting[effective]
        self.score[acting] = np.clip(held[effective] + change[effective], LOWEST, HIGHEST)
        speakers = self.speech.filter(acting)
        if len(speakers):
            edges = self.sim.networks[0].edges
            speaks = np.zeros(len(self.score.raw), bool)
            speaks[speakers] = True
            pushed = np.concatenate([edges.p2[speaks[edges.p1]], edges.p1[speaks[edges.p2]]])
            who, times = np.unique(pushed, return_counts=True)
            who = ss.uids(who)
            self.score[who] = np.maximum(LOWEST, self.score[who] - PUSH * times)

    def update_results(self):
        super().update_results()
        scores = self.score.values
        self.results.mean[self.ti] = scores.mean()
        self.results.under[self.ti] = np.count_nonzero(scores < LINE)


agents, threads, seed = call()
run = Run("starsim", ss.__version__, agents)
scoring = Scoring(name="scoring")
sim = ss.Sim(
    n_agents=agents, start=0, dur=STEPS - 1, dt=1, networks=FixedTies(), custom=[scoring], verbose=0, rand_seed=seed
)
sim.init()
run.begin()
sim.run()
found = sim.results["scoring"]
run.end(found.mean, found.under)
