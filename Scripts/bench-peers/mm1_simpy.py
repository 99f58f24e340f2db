"""M/M/1 at utilisation 0.9 in SimPy, one process per customer. Usage: mm1_simpy.py customers"""

import random
import sys
import time

import simpy

customers = int(sys.argv[1])
random.seed(1)
environment = simpy.Environment()
server = simpy.Resource(environment, capacity=1)
total = 0.0


def customer():
    global total
    arrival = environment.now
    with server.request() as request:
        yield request
        yield environment.timeout(random.expovariate(1.0))
    total += environment.now - arrival


def arrivals():
    for _ in range(customers):
        yield environment.timeout(random.expovariate(0.9))
        environment.process(customer())


environment.process(arrivals())
wall, cpu = time.perf_counter(), time.thread_time()
environment.run()
cpu, wall = time.thread_time() - cpu, time.perf_counter() - wall
events = 2 * customers
print(
    f"name=mm1-simpy n={customers} events={events} ns_per_event={cpu * 1e9 / events:.2f} "
    f"wall_ns_per_event={wall * 1e9 / events:.2f} check={total / customers}"
)
