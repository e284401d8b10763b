"""score-100 by hand in numba: compiled loops over all agents, a hash of (seed, step, agent) for each draw.

With one thread the loops are compiled plainly, with more in numba's parallel form. Compiling is done before the clock starts.
"""

import sys
from pathlib import Path

import numba
import numpy as np
from numba import njit, prange, uint64

sys.path.insert(0, str(Path(__file__).parents[1]))
from score100 import HIGHEST, LINE, LOWEST, POINTS, PUSH, START, STEPS, Run, call, neighbours

agents, threads, seed = call()
numba.set_num_threads(threads)
parallel = threads > 1
EVENT_IN_24_BITS = uint64(838_861)
SPEECH_IN_24_BITS = uint64(167_772)
BITS_24 = uint64(0xFFFFFF)


@njit(inline="always")
def draw(seed, step, agent):
    """64 random bits: the finisher of splitmix64."""
    z = uint64(seed) + uint64(agent) * uint64(0x9E3779B97F4A7C15) + uint64(step) * uint64(0xD1B54A32D192ED03)
    z = (z ^ (z >> uint64(30))) * uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> uint64(27))) * uint64(0x94D049BB133111EB)
    return z ^ (z >> uint64(31))


@njit(parallel=parallel)
def own_events(scores, points, seed, step, speaks):
    for agent in prange(scores.size):
        bits = draw(seed, step, agent)
        speaks[agent] = 0
        if (bits & BITS_24) < EVENT_IN_24_BITS:
            change = points[(bits >> uint64(24)) & uint64(7)]
            score = scores[agent]
            if not (change > 0 and score < LINE):
                scores[agent] = min(HIGHEST, max(LOWEST, score + change))
                if ((bits >> uint64(32)) & BITS_24) < SPEECH_IN_24_BITS:
                    speaks[agent] = 1


@njit
def pushes(scores, speaks, ties):
    for agent in range(scores.size):
        if speaks[agent]:
            for tie in range(10):
                other = ties[agent, tie]
                scores[other] = max(LOWEST, scores[other] - PUSH)


@njit(parallel=parallel)
def record(scores):
    total = 0
    under = 0
    for agent in prange(scores.size):
        total += scores[agent]
        under += scores[agent] < LINE
    return total / scores.size, under


def step(scores, speaks, ties, number):
    own_events(scores, points, seed, number, speaks)
    pushes(scores, speaks, ties)
    return record(scores)


points = np.array(POINTS, np.int64)
step(np.full(100, START, np.int16), np.zeros(100, np.uint8), neighbours(100), 0)

run = Run("numba", numba.__version__, agents, threads)
ties = neighbours(agents)
scores = np.full(agents, START, np.int16)
speaks = np.zeros(agents, np.uint8)
run.begin()
found = [step(scores, speaks, ties, number) for number in range(STEPS)]
run.end(*zip(*found))
