"""People who reconsider their effort once a week, in Mesa: everybody, in random order, draws a
result, updates a habit and influences one colleague. Usage: weekly_mesa.py people weeks"""

import random
import sys
import time

import mesa

people, weeks = int(sys.argv[1]), int(sys.argv[2])
random.seed(1)


class Person(mesa.Agent):
    def __init__(self, model):
        super().__init__(model)
        self.effort = 1.0
        self.belief = 0.5

    def step(self):
        result = self.effort * random.expovariate(1.0)
        self.effort += 0.1 * (0.5 + self.belief - self.effort)
        colleague = self.model.everybody[random.randrange(people)]
        colleague.belief += 0.05 * (min(result, 1.0) - colleague.belief)


class Organisation(mesa.Model):
    def __init__(self):
        super().__init__(seed=1)
        self.everybody = [Person(self) for _ in range(people)]

    def step(self):
        self.agents.shuffle_do("step")


organisation = Organisation()
wall, cpu = time.perf_counter(), time.thread_time()
for _ in range(weeks):
    organisation.step()
cpu, wall = time.thread_time() - cpu, time.perf_counter() - wall
events = people * weeks
mean = sum(person.effort for person in organisation.everybody) / people
print(
    f"name=weekly-mesa n={people} events={events} ns_per_event={cpu * 1e9 / events:.2f} "
    f"wall_ns_per_event={wall * 1e9 / events:.2f} check={mean}"
)
