#!/usr/bin/env bash
# Goal: progress shows on a terminal when work takes more than a second, and
# only there; messages start on a clean line.
#
#   BIN=build/bin tests/cli/progress.sh

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
need_terminal

"$PYTHON" - "$bin" << 'END'
import os, subprocess, sys, time

tool = os.path.join(sys.argv[1], "mc-weigh")
header = b"case,date,school,kind,code,value,due,by,text\n"
record = b"K-1,2026-10-01,03AB00,signal,tired,seen,,,moe\n"
count = 0


def check(what, holds, seen):
    global count
    count += 1
    print(f"{'ok' if holds else 'not ok'} {count} - {what}")
    if not holds:
        print(f"# saw {seen!r}")
    return holds


def run(seconds, on_terminal, last):
    """What the tool says on standard error while its input trickles in."""
    master, slave = os.openpty()
    read_end, write_end = os.pipe()
    tool_error = slave if on_terminal else write_end
    process = subprocess.Popen([tool], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                               stderr=tool_error)
    os.close(slave)
    os.close(write_end)
    end = time.monotonic() + seconds
    process.stdin.write(header)
    while time.monotonic() < end:
        process.stdin.write(record)
        process.stdin.flush()
        time.sleep(0.1)
    process.stdin.write(last)
    process.stdin.close()
    process.wait()
    said = b""
    try:
        while chunk := os.read(master if on_terminal else read_end, 4096):
            said += chunk
    except OSError:
        pass
    os.close(master)
    os.close(read_end)
    return said


holds = True
said = run(1.8, True, b"")
holds &= check("a terminal shows progress after a second", b"\rmc-weigh: 0 MB read" in said, said)
holds &= check("and is left clean", said.endswith(b"\r\x1b[K"), said)
said = run(1.8, True, b"broken\n")
holds &= check("a message begins on a clean line",
               b"\r\x1b[Kmc-weigh: standard input:" in said, said)
said = run(0.2, True, b"")
holds &= check("quick work shows none", said == b"", said)
said = run(1.8, False, b"")
holds &= check("what is no terminal sees none", said == b"", said)
print(f"1..{count}")
sys.exit(not holds)
END
