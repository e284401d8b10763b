"""score-100 in Mesa: an object for each agent, `AgentSet.do`, and the `DataCollector`.

Neighbours are a list of agents in each agent, which is quicker than a network of cells and as usual in Mesa's own examples.
"""

import sys
from pathlib import Path

import mesa
import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))
from score100 import EVENT, HIGHEST, LINE, LOWEST, POINTS, PUSH, SPEECH, START, STEPS, Run, call, neighbours


class Citizen(mesa.Agent):
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


class Society(mesa.Model):
    def __init__(self, agents, seed):
        super().__init__(rng=seed)
        self.speakers = []
        citizens = list(Citizen.create_agents(self, agents))
        for citizen, row in zip(citizens, neighbours(agents).tolist()):
            citizen.neighbours = [citizens[other] for other in row]
        self.mean, self.under = 0.0, 0
        self.collector = mesa.DataCollector(model_reporters={"mean": "mean", "under": "under"})

    def step(self):
        self.speakers.clear()
        self.agents.do("step")
        for speaker in self.speakers:
            for citizen in speaker.neighbours:
                citizen.score = max(LOWEST, citizen.score - PUSH)
        scores = np.array(self.agents.get("score"))
        self.mean, self.under = scores.mean(), np.count_nonzero(scores < LINE)
        self.collector.collect(self)


agents, threads, seed = call()
run = Run("mesa", mesa.__version__, agents)
society = Society(agents, seed)
run.begin()
for _ in range(STEPS):
    society.step()
found = society.collector.get_model_vars_dataframe()
run.end(found["mean"], found["under"])
