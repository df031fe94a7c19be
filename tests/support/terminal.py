#!/usr/bin/env python3
"""Drives a program at a pseudo-terminal by a script, for the tests.

    tests/support/terminal.py SCRIPT program [argument ...]

The program gets a terminal of its own as /dev/tty, and our standard output and
standard error as its own. The script has one command a line:

    expect TEXT     wait until TEXT is shown behind what was expected before; a blank
                    stands for any number of blanks and line ends
    absent TEXT     fail when TEXT was shown since the last expect
    type TEXT       type TEXT and Enter
    keys TEXT       type TEXT; \\xHH, \\n and \\r stand for bytes
    modes           fail unless the terminal has the modes it started with
    kill NAME       send the program a signal
    hangup          close the terminal
    run COMMAND     run a shell command; fail unless it ends with 0
    status N ...    wait for the end; fail unless it is one of these (a signal is
                    128 + its number)

What was shown goes to the file that TERMINAL_SHOWN names, when it is set. Escape
sequences that move the cursor are taken out. Ends with 1, and says why on
standard error, when the script fails.
"""

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time

PATIENCE = float(os.environ.get("TERMINAL_PATIENCE", "10"))
ESCAPE = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-B0-2]|\x1b[=>78]|\x07|\x0f")


class Failure(Exception):
    pass


def start(command):
    """The program in a session of its own, its terminal the controlling one."""
    master, slave = os.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 400, 0, 0))
    modes = termios.tcgetattr(slave)
    child = os.fork()
    if child == 0:
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        os.close(master)
        os.close(slave)
        # A shell starts what runs behind it with these ignored.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.signal(signal.SIGQUIT, signal.SIG_DFL)
        os.execvp(command[0], command)
    return master, slave, modes, child


class Session:
    def __init__(self, command):
        self.master, self.slave, self.modes, self.child = start(command)
        self.raw = b""
        self.place = 0
        self.since = 0
        self.ended = None

    def read(self, seconds):
        """Takes in what is shown; False when nothing came in time."""
        if self.master is None or not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        self.raw += data
        return bool(data)

    def shown(self):
        return ESCAPE.sub(b"", self.raw).replace(b"\r", b"")

    def words(self):
        """What is shown, wherever its lines are broken."""
        return re.sub(rb"[ \n]+", b" ", self.shown())

    def expect(self, text):
        wanted = re.sub(b" +", b" ", text.encode())
        end = time.monotonic() + PATIENCE
        while True:
            at = self.words().find(wanted, self.place)
            if at != -1:
                self.since = self.place
                self.place = at + len(wanted)
                return
            if not self.read(0.05) and (time.monotonic() > end or self.poll()):
                while self.read(0.05):
                    pass
                if self.words().find(wanted, self.place) == -1:
                    raise Failure("not shown: %r" % text)

    def absent(self, text):
        while self.read(0.05):
            pass
        if self.words().find(text.encode(), self.since) != -1:
            raise Failure("shown: %r" % text)

    def keys(self, data):
        while data:
            select.select([], [self.master], [], PATIENCE)
            count = os.write(self.master, data[:512])
            data = data[count:]
            self.read(0)

    def poll(self):
        if self.ended is None:
            child, status = os.waitpid(self.child, os.WNOHANG)
            if child:
                code = os.waitstatus_to_exitcode(status)
                self.ended = code if code >= 0 else 128 - code
        return self.ended is not None

    def status(self, wanted):
        end = time.monotonic() + PATIENCE
        while not self.poll():
            self.read(0.02)
            if time.monotonic() > end:
                raise Failure("does not end")
        while self.read(0.05):
            pass
        if self.ended not in wanted:
            raise Failure("ended with %d" % self.ended)

    def same_modes(self):
        if termios.tcgetattr(self.slave) != self.modes:
            raise Failure("the terminal was left with other modes")

    def hang_up(self):
        os.close(self.slave)
        os.close(self.master)
        self.master = None

    def close(self):
        if self.ended is None:
            os.kill(self.child, signal.SIGKILL)
            os.waitpid(self.child, 0)


def unescape(text):
    return re.sub(rb"\\x([0-9a-fA-F]{2})", lambda m: bytes([int(m.group(1), 16)]),
                  text.encode().replace(b"\\n", b"\n").replace(b"\\r", b"\r"))


def run_command(text):
    if subprocess.run(["bash", "-c", text], check=False).returncode != 0:
        raise Failure("failed: %s" % text)


def play(session, line):
    name, _, rest = line.partition(" ")
    actions = {
        "expect": lambda: session.expect(rest),
        "absent": lambda: session.absent(rest),
        "type": lambda: session.keys(rest.encode() + b"\r"),
        "keys": lambda: session.keys(unescape(rest)),
        "modes": session.same_modes,
        "kill": lambda: os.kill(session.child, getattr(signal, "SIG" + rest)),
        "hangup": session.hang_up,
        "run": lambda: run_command(rest),
        "status": lambda: session.status([int(number) for number in rest.split()]),
    }
    actions[name]()


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        script = [line.rstrip("\n") for line in file if line.strip()]
    session = Session(sys.argv[2:])
    try:
        for number, line in enumerate(script, 1):
            try:
                play(session, line)
            except Failure as failure:
                print("line %d, %s: %s" % (number, line, failure), file=sys.stderr)
                print(session.shown().decode(errors="replace"), file=sys.stderr)
                return 1
    finally:
        session.close()
        if "TERMINAL_SHOWN" in os.environ:
            with open(os.environ["TERMINAL_SHOWN"], "wb") as file:
                file.write(session.shown())
    return 0


if __name__ == "__main__":
    sys.exit(main())
