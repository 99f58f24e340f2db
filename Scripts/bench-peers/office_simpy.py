"""The office in SimPy: employees think Exp(30), request one of the slots, hold it for a lognormal
time of mean 6 (sigma 1), release it. Usage: office_simpy.py employees slots minutes"""

import math
import random
import sys
import time

import simpy

employees, slots, minutes = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
random.seed(1)
environment = simpy.Environment()
pool = simpy.Resource(environment, capacity=slots)
zeta = math.log(6.0) - 0.5
cycles = 0
waits = 0


def employee():
    global cycles, waits
    while True:
        yield environment.timeout(random.expovariate(1 / 30))
        waits += 1
        with pool.request() as request:
            yield request
            yield environment.timeout(random.lognormvariate(zeta, 1))
        cycles += 1


for _ in range(employees):
    environment.process(employee())
wall, cpu = time.perf_counter(), time.thread_time()
environment.run(until=minutes)
cpu, wall = time.thread_time() - cpu, time.perf_counter() - wall
events = cycles + waits
print(
    f"name=office-simpy n={employees} events={events} ns_per_event={cpu * 1e9 / events:.2f} "
    f"wall_ns_per_event={wall * 1e9 / events:.2f} check={cycles}"
)
