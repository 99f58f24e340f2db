"""Runs the benchmarks and their peers interleaved and prints medians, ratios and bars."""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def measure(command):
    """One run: CPU and wall nanoseconds per event, and the check value."""
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    fields = dict(field.split("=", 1) for field in output.split())
    return float(fields["ns_per_event"]), float(fields["wall_ns_per_event"]), fields["check"]


class Job:
    """A program measured once a round."""

    def __init__(self, name, command):
        self.name, self.command = name, [str(part) for part in command]
        self.cpu, self.wall, self.check = [], [], None

    def run(self):
        cpu, wall, self.check = measure(self.command)
        self.cpu.append(cpu)
        self.wall.append(wall)

    @property
    def median(self):
        return statistics.median(self.cpu)

    def row(self):
        return (
            f"  {self.name:<28}{self.median:>10.1f}{min(self.cpu):>10.1f}{max(self.cpu):>10.1f}"
            f"{statistics.median(self.wall):>10.1f}   {self.check}"
        )


class Workload:
    """A benchmark of ours, its peers, and the bars its ratios must reach."""

    def __init__(self, key, title, ours, peers, bars):
        self.key, self.title, self.ours, self.peers, self.bars = key, title, ours, peers, bars

    @property
    def jobs(self):
        return [self.ours] + self.peers

    def report(self):
        print(f"\n{self.title}")
        header = f"  {'ns per event':<28}{'median':>10}{'min':>10}{'max':>10}{'wall':>10}   check"
        print(header)
        for job in self.jobs:
            print(job.row())
        for text, ratio_of, is_met in self.bars:
            ratio = ratio_of(lambda job: job.median)
            rounds = range(len(self.ours.cpu))
            each = [ratio_of(lambda job, r=r: job.cpu[r]) for r in rounds]
            verdict = "" if is_met is None else ": met" if is_met(ratio) else ": NOT MET"
            print(f"  {text}: {ratio:.2f} (rounds {min(each):.2f} to {max(each):.2f}){verdict}")


def at_most(limit):
    return lambda ratio: ratio <= limit


def at_least(limit):
    return lambda ratio: ratio >= limit


def best_occupancy(peers, pending, holds):
    """The ladder reference is tuned by hand in the literature; here, by trying."""
    trials = {}
    for occupancy in (1, 2, 4, 8, 16, 32):
        command = [f"{peers}/hold", "ladder", str(pending), str(holds), str(occupancy)]
        trials[occupancy] = min(measure(command)[0] for _ in range(3))
    return min(trials, key=trials.get)


def hold(ours, peers, pending, holds):
    occupancy = best_occupancy(peers, pending, holds)
    mine = Job("goodhart", [ours, "hold", "--pending", pending, "--holds", holds])
    heap = Job("C binary heap", [f"{peers}/hold", "heap", pending, holds])
    ladder = Job(
        f"C ladder (tuned: {occupancy} each)",
        [f"{peers}/hold", "ladder", pending, holds, occupancy],
    )
    bar = (
        "ratio to the better C event list, at most 1.5",
        lambda cost: cost(mine) / min(cost(heap), cost(ladder)),
        at_most(1.5),
    )
    title = f"HOLD, {pending} pending, {holds} timed"
    return Workload("hold", title, mine, [heap, ladder], [bar])


def workloads(ours, peers):
    python = sys.executable
    result = [
        lambda: hold(ours, peers, 100, 3_000_000),
        lambda: hold(ours, peers, 10_000, 3_000_000),
        lambda: hold(ours, peers, 1_000_000, 3_000_000),
    ]
    mm1 = Job("goodhart, process/customer", [ours, "mm1", "--customers", 1_000_000])
    mm1_c = Job("C floor, flat loop", [f"{peers}/mm1", 1_000_000])
    mm1_simpy = Job("SimPy, process/customer", [python, f"{HERE}/mm1_simpy.py", 100_000])
    faster = lambda cost: cost(mm1_simpy) / cost(mm1)
    result.append(
        lambda: Workload(
            "mm1",
            "M/M/1, utilisation 0.9, 1e6 customers (SimPy 1e5), statistics on",
            mm1,
            [mm1_c, mm1_simpy],
            [
                ("times faster than SimPy, at least 60", faster, at_least(60)),
                ("times faster than SimPy, goal 90", faster, at_least(90)),
                ("ratio to the C floor", lambda cost: cost(mm1) / cost(mm1_c), None),
            ],
        )
    )
    office = Job("goodhart, pool with waiters", [ours, "office"])
    office_c = Job("C floor, flat loop and heap", [f"{peers}/office", 1000, 160, 48000])
    office_simpy = Job("SimPy, process/employee", [python, f"{HERE}/office_simpy.py", 1000, 160, 4800])
    office_faster = lambda cost: cost(office_simpy) / cost(office)
    result.append(
        lambda: Workload(
            "office",
            "Office, 1000 employees, 160 slots, 48 000 min (SimPy 4 800), statistics on",
            office,
            [office_c, office_simpy],
            [
                ("times faster than SimPy, at least 40", office_faster, at_least(40)),
                ("times faster than SimPy, goal 60", office_faster, at_least(60)),
                ("ratio to the C floor", lambda cost: cost(office) / cost(office_c), None),
            ],
        )
    )
    for callers in (100, 10_000):
        timeout = Job("goodhart", [ours, "timeout-cancel", "--callers", callers])
        result.append(
            lambda timeout=timeout, callers=callers: Workload(
                "timeout", f"Timers nearly always cancelled, {callers} callers", timeout, [], []
            )
        )
    weekly = Job("goodhart", [ours, "weekly", "--people", 1000, "--weeks", 1000])
    weekly_mesa = Job("Mesa, shuffle_do", [python, f"{HERE}/weekly_mesa.py", 1000, 100])
    result.append(
        lambda: Workload(
            "weekly",
            "Weekly steps of 1000 people in random order, 1000 weeks (Mesa 100); an event is one"
            " person's step",
            weekly,
            [weekly_mesa],
            [
                (
                    "times faster than Mesa",
                    lambda cost: cost(weekly_mesa) / cost(weekly),
                    None,
                )
            ],
        )
    )
    return result


def processor():
    try:
        with open("/proc/cpuinfo") as info:
            for line in info:
                if line.startswith("model name"):
                    return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ours", required=True)
    parser.add_argument("--peers", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="hold,mm1,office,timeout,weekly")
    arguments = parser.parse_args()
    wanted = arguments.only.split(",")
    selected = [make() for make in workloads(arguments.ours, arguments.peers)]
    selected = [workload for workload in selected if workload.key in wanted]
    print(f"{processor()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.2f}")
    print(f"CPU time of the running thread; {arguments.rounds} interleaved rounds")
    started = time.time()
    for number in range(arguments.rounds):
        for workload in selected:
            for job in workload.jobs:
                job.run()
        print(f"round {number + 1} done after {time.time() - started:.0f} s", file=sys.stderr)
    for workload in selected:
        workload.report()
    print(f"\nload at the end {os.getloadavg()[0]:.2f}")


if __name__ == "__main__":
    main()
