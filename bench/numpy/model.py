"""score-100 by hand in NumPy: one draw for each agent, then work on the few who act."""

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))
from score100 import EVENT, HIGHEST, LINE, LOWEST, POINTS, PUSH, SPEECH, START, STEPS, Run, call, neighbours

agents, threads, seed = call()
run = Run("numpy", np.__version__, agents)
points = np.array(POINTS, np.int16)
ties = neighbours(agents)
scores = np.full(agents, START, np.int16)
luck = np.random.Generator(np.random.SFC64(seed))
means, under = [], []

run.begin()
for _ in range(STEPS):
    acting = np.flatnonzero(luck.random(agents, dtype=np.float32) < EVENT)
    change = points[luck.integers(0, 8, acting.size, dtype=np.uint8)]
    held = scores[acting]
    effective = ~((change > 0) & (held < LINE))
    acting = acting[effective]
    scores[acting] = np.clip(held[effective] + change[effective], LOWEST, HIGHEST)
    speakers = acting[luck.random(acting.size, dtype=np.float32) < SPEECH]
    np.subtract.at(scores, ties[speakers].ravel(), PUSH)
    np.maximum(scores, LOWEST, out=scores)
    means.append(scores.mean())
    under.append(np.count_nonzero(scores < LINE))
run.end(means, under)
