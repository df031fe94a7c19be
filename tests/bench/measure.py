"""Runs programs in turn, and keeps what each took and said."""

import os
import shutil
import statistics
import subprocess

SLOW = 15       # seconds; a program that takes longer runs once


class Measure:
    """What a program took by the clock and of the processors in each round, and its memory."""

    def __init__(self):
        self.walls, self.processors, self.memory, self.said = [], [], 0, None


class Bench:
    """Where things are, and how often they run."""

    def __init__(self, build, records, rounds):
        self.folder = os.path.join(build, "bench")
        # As they are installed: a program starts slower as the linker wrote it than its copy.
        self.bin = shutil.copytree(os.path.join(build, "bin"), os.path.join(self.folder, "bin"),
                                   dirs_exist_ok=True)
        self.here = os.path.dirname(os.path.abspath(__file__))
        self.records, self.rounds = records, rounds
        self.said = os.path.join(self.folder, "said")
        self.clock = os.path.join(self.folder, "clock")
        os.environ["NODE_PATH"] = os.path.join(self.folder, "node_modules")
        os.makedirs(self.folder, exist_ok=True)

    def compile(self, name, *libraries):
        subprocess.run(["cc", "-O2", "-D_GNU_SOURCE", "-o", self.made(name),
                        os.path.join(self.here, name + ".c"), *libraries], check=True)

    def made(self, name):
        return os.path.join(self.folder, name)

    def spend(self, stages, output=os.devnull):
        """Seconds by the clock, seconds of the processors, KiB."""
        command = [self.made("spent"), output]
        for number, stage in enumerate(stages):
            command += (["|"] if number else []) + stage
        run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if run.returncode != 0:
            raise RuntimeError("%s: %s" % (" ".join(command[2:]), run.stderr.strip()[-300:]))
        wall, processors, memory = run.stdout.split()
        return float(wall), float(processors), int(memory)

    def listen(self, program):
        """What the program says, in the words that its answer is compared in."""
        took = self.spend(program.stages + program.telling, self.said)
        with open(self.said, encoding="utf-8") as said:
            return took, said.read().splitlines()

    def once(self, program, measure):
        wall, processors, memory = self.spend(program.stages)
        if program.has_clock:
            with open(self.clock, encoding="ascii") as clock:
                wall, processors = map(float, clock.read().split())
        measure.walls.append(wall)
        measure.processors.append(processors)
        measure.memory = memory

    def run(self, programs):
        """First each program for its answer, then all of them by turns; as many measures."""
        measures, slow = [Measure() for _ in programs], set()
        for program, measure in zip(programs, measures):
            took, measure.said = self.listen(program)
            if took[0] > SLOW:
                slow.add(program)
                measure.walls, measure.processors, measure.memory = [took[0]], [took[1]], took[2]
        for _ in range(self.rounds):
            for program, measure in zip(programs, measures):
                if program not in slow:
                    self.once(program, measure)
        return measures


def ratio(ours, theirs):
    """The median of what stood side by side in one round."""
    if len(ours) != len(theirs):
        return statistics.median(ours) / statistics.median(theirs)
    return statistics.median(our / their for our, their in zip(ours, theirs))
