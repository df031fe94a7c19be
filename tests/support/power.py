"""What a disk may hold when the power goes, at any moment of a traced run.

    power.py TRACE FOLDER OUTPUT STATES

TRACE is what strace wrote of the run (-xx, names of calls below), FOLDER how
its files were before it, OUTPUT the name in FOLDER of what was its standard
output. Each different state of the folder goes to a folder STATES/N; one that
the run may leave after it has ended has a file "ended" beside it, STATES/N.ended.

What was written is on the disk for certain once the file was synced, a name
once the folder was. Of the rest any part may be: each name on its own, and of a
file nothing, all, half of the last write, or the length without the bytes.
"""

import itertools
import os
import re
import sys

CALL = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


def text(argument):
    return bytes.fromhex(TEXT.search(argument).group(1).replace("\\x", ""))


class File:
    def __init__(self, data=b""):
        self.safe = data
        self.pending = []

    def apply(self, data, change):
        kind, value = change
        if kind == "cut":
            return data[:value].ljust(value, b"\0")
        return data + value

    def now(self):
        data = self.safe
        for change in self.pending:
            data = self.apply(data, change)
        return data

    def sync(self):
        self.safe, self.pending = self.now(), []

    def outcomes(self):
        now, results = self.now(), {self.safe}
        results.add(now)
        data = self.safe
        for change in self.pending:
            data = self.apply(data, change)
            results.add(data)
        if self.pending and self.pending[-1][0] == "write":
            last = len(self.pending[-1][1])
            results.add(now[: len(now) - last // 2])
            results.add(now[: len(now) - last] + b"\0" * last)
            results.add(now[: len(now) - last // 2] + b"\0" * (last // 2))
        return sorted(results)


class Disk:
    def __init__(self, folder, output):
        self.safe = {}
        for name in os.listdir(folder):
            with open(os.path.join(folder, name), "rb") as file:
                self.safe[name] = File(file.read())
        self.pending = []
        self.open = {1: self.safe[output]}

    def apply(self, names, change):
        names = dict(names)
        kind, name, value = change
        if kind == "add":
            names[name] = value
        elif name in names:
            file = names.pop(name)
            if kind == "rename":
                names[value] = file
        return names

    def now(self):
        names = self.safe
        for change in self.pending:
            names = self.apply(names, change)
        return names

    def take(self, call, arguments, result):
        """Whether the call changed anything."""
        if result < 0:
            return False
        if call in ("open", "openat"):
            path = os.path.basename(text(arguments).decode())
            if "O_DIRECTORY" in arguments:
                self.open[result] = self
                return False
            file = self.now().get(path)
            made = file is None and "O_CREAT" in arguments
            if made:
                file = File()
                self.pending.append(("add", path, file))
            self.open[result] = file
            return made
        if call in ("rename", "unlink"):
            paths = [os.path.basename(text(a).decode()) for a in arguments.split(", ")]
            self.pending.append((call, paths[0], paths[-1]))
            return True
        file = self.open.get(int(arguments.split(",")[0]))
        if file is None:
            return False
        if call in ("fsync", "fdatasync"):
            file.sync()
        elif call == "write":
            file.pending.append(("write", text(arguments)[:result]))
        elif call == "ftruncate":
            file.pending.append(("cut", int(arguments.split(", ")[1])))
        elif call == "close":
            del self.open[int(arguments)]
            return False
        else:
            sys.exit(f"power.py does not know {call}")
        return True

    def sync(self):
        self.safe, self.pending = self.now(), []

    def states(self):
        """Each folder that may be there: pairs of name and content."""
        for kept in itertools.product([False, True], repeat=len(self.pending)):
            names = self.safe
            for change, is_kept in zip(self.pending, kept):
                if is_kept:
                    names = self.apply(names, change)
            order = sorted(names)
            for data in itertools.product(*(names[name].outcomes() for name in order)):
                yield tuple(zip(order, data))


def main():
    trace, folder, output, states = sys.argv[1:]
    disk = Disk(folder, output)
    seen = dict.fromkeys(disk.states(), False)
    with open(trace, encoding="ascii") as lines:
        for line in lines:
            call = CALL.match(line)
            if call and disk.take(call[1], call[2], int(call[3])):
                seen.update(dict.fromkeys(disk.states(), False))
    seen.update(dict.fromkeys(disk.states(), True))
    for number, (state, has_ended) in enumerate(seen.items()):
        path = os.path.join(states, str(number))
        os.mkdir(path)
        for name, data in state:
            with open(os.path.join(path, name), "wb") as file:
                file.write(data)
        if has_ended:
            open(path + ".ended", "w", encoding="ascii").close()


main()
