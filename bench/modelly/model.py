"""score-100 in Modelly, in both of its ways: columns for the whole population, or an object for each agent.

`model.py AGENTS THREADS SEED columns|objects`
"""

import sys
from pathlib import Path

import modelly
import numpy as np
from modelly import Agent, Column, Model
from modelly.data import DataCollector

sys.path.insert(0, str(Path(__file__).parents[1]))
from score100 import EVENT, HIGHEST, LINE, LOWEST, POINTS, PUSH, SPEECH, START, STEPS, Run, call, neighbours

points = np.array(POINTS)


class Society(Model):
    def __init__(self, seed):
        super().__init__(rng=seed)
        self.mean, self.under = 0.0, 0
        self.datacollector = DataCollector(model_reporters={"mean": "mean", "under": "under"})

    def record(self, scores):
        self.mean, self.under = float(scores.mean()), int(np.count_nonzero(scores < LINE))
        self.datacollector.collect(self)


class Row(Agent):
    score = Column(int, default=START)


class Columns(Society):
    def __init__(self, agents, seed):
        super().__init__(seed)
        Row.create_agents(self, agents)
        self.ties = neighbours(agents)

    def step(self):
        table = self.columns[Row]
        scores = table.score
        acting = np.flatnonzero(table.draw(EVENT))
        change = points[self.rng.integers(0, 8, acting.size)]
        held = scores[acting]
        effective = ~((change > 0) & (held < LINE))
        acting = acting[effective]
        scores[acting] = np.clip(held[effective] + change[effective], LOWEST, HIGHEST)
        speakers = acting[self.rng.random(acting.size) < SPEECH]
        np.subtract.at(scores, self.ties[speakers].ravel(), PUSH)
        np.maximum(scores, LOWEST, out=scores)
        self.record(scores)


class Citizen(Agent):
    def __init__(self, model):
        super().__init__(model)
        self.score = START
        self.neighbours = ()

    def step(self):
        random = self.model.random.random
        if random() < EVENT:
            change = POINTS[int(random() * 8)]
            if change > 0 and self.score < LINE:
                return
            self.score = min(HIGHEST, max(LOWEST, self.score + change))
            if random() < SPEECH:
                self.model.speakers.append(self)


class Objects(Society):
    def __init__(self, agents, seed):
        super().__init__(seed)
        self.speakers = []
        citizens = list(Citizen.create_agents(self, agents))
        for citizen, row in zip(citizens, neighbours(agents).tolist()):
            citizen.neighbours = [citizens[other] for other in row]

    def step(self):
        self.speakers.clear()
        self.agents.do("step")
        for speaker in self.speakers:
            for citizen in speaker.neighbours:
                citizen.score = max(LOWEST, citizen.score - PUSH)
        self.record(np.array(self.agents.get("score")))


agents, threads, seed = call()
way = sys.argv[4]
run = Run(f"modelly {way}", modelly.__version__, agents)
society = {"columns": Columns, "objects": Objects}[way](agents, seed)
run.begin()
for _ in range(STEPS):
    society.step()
found = society.datacollector.get_model_vars_dataframe()
run.end(found["mean"], found["under"])
