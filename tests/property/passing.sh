#!/usr/bin/env bash
#
# Goal: facts pass through mc-signal, mc-weigh and mc-refer byte for byte and in
# their order, whatever stands between them, and in whatever pieces they come.
#
#   BIN=build/bin tests/property/passing.sh [seed [cases]]
#
# Random cases, more than the tools have in memory at once; between them lines
# that are refused, dropped or passed over, lines that end with a CRLF, and a last
# one without an end. TAP on standard output.

# shellcheck disable=SC2154,SC2317 # the helpers' variables; checks called by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
export LC_ALL=C
cd -- "$scratch" || exit 2

seed=${1:-1}
count=${2:-6000}
today=2026-10-31

# Of random cases the stream (in), its facts (facts), and these with what intake makes a fact of
# besides: a line with a mark before it (taken).
cat > make.py << 'END'
import random, sys
rng = random.Random(int(sys.argv[1]))
header = b"case,date,school,kind,code,value,due,by,text"
weighed = b"K-1,2026-03-01,03AB00,weigh,talk-first,W14,,mc-weigh,"
between = [header, header + b"\r", b"K-1,2026-03-01,03AB00,signal,nothing,seen,,,x", b"K-1,2026-03-01",
           b'K-1,2026-03-01,03AB00,signal,fear,seen,,,zei "nee', b"K-1,2026-03-01,03AB00,signal,fear,seen,,,\xff",
           b"x" * 70000, b"", weighed, b"K-1,2026-03-01,03AB00,refer,af,talk,,mc-refer,R21 named"]
with open("cases", "rb") as cases:
    lines = [line for line in cases.read().splitlines() if line.split(b",")[3] not in (b"kind", b"weigh", b"refer", b"school")]
stream, facts, taken = [header], [], []
for line in lines:
    # Mostly long runs of what passes, so that they reach over the ends of the pieces.
    while rng.random() < 0.01:
        stream.append(rng.choice(between))
    if rng.random() < 0.002:
        stream.append(b"\xef\xbb\xbf" + line)
        taken.append(line)
    facts.append(line)
    taken.append(line)
    stream.append(line + (b"\r" if rng.random() < 0.01 else b""))
open("in", "wb").write(b"\n".join(stream))
for name, lines in ("facts", facts), ("taken", taken):
    open(name, "wb").write(b"\n".join(lines) + b"\n")
END

# Writes a file in pieces of about a size.
cat > pieces.py << 'END'
import os, random, sys
size, rng = int(sys.argv[2]), random.Random(1)
with open(sys.argv[1], "rb") as stream:
    while piece := stream.read(size and rng.randrange(1, 2 * size)):
        while piece:
            piece = piece[os.write(1, piece):]
END

in_pieces() { # size, tool [argument...]
	local size=$1
	shift
	"$PYTHON" pieces.py in "$size" | "$@" > got 2> messages
}

facts_pass() {
	head -n "$(wc -l < want)" got > passed
	same want passed
}

# The stream of a tool, with its header as the first line.
with_header() {
	echo "$header"
	cat "$1"
}

"$PYTHON" "$repository/tests/oracle/generate.py" "$seed" "$count" > cases || exit 2
"$PYTHON" make.py "$seed" || exit 2
check 'there is more than a tool reads at once' [ "$(wc -c < in)" -gt 1500000 ]

with_header facts > want
for size in 300 5000 70000 500000; do
	in_pieces "$size" mc-weigh --as-of "$today"
	check "mc-weigh, pieces of $size" facts_pass
	in_pieces "$size" mc-refer
	grep -v ,mc-weigh, got > passed
	mv passed got
	check "mc-refer, pieces of $size" facts_pass
done
mc-weigh --as-of "$today" in > got 2> messages
check 'mc-weigh, a file' facts_pass
split -n l/5 in part.
for part in part.?[b-z]; do
	with_header "$part" > headed
	mv headed "$part"
done
mc-weigh --as-of "$today" part.* > got 2> messages
check 'mc-weigh, several files' facts_pass

# Intake refuses more; what it takes it must take in the same order, and however it comes.
mc-signal in > want 2> messages
nothing_is_changed() {
	[ "$(wc -l < want)" -gt 10000 ] && [ -z "$(diff -d taken <(tail -n +2 want) | grep '^>')" ]
}
check 'mc-signal changes nothing' nothing_is_changed
for size in 300 5000 70000 500000; do
	in_pieces "$size" mc-signal
	check "mc-signal, pieces of $size" same want got
done

# A quote that is never closed is looked for up to the end: what comes behind its line is in memory
# then, and nothing more is read.
grep -v '"' taken | tail -n 100 > behind
{
	echo "$header"
	echo 'K-1,2026-03-01,03AB00,signal,fear,seen,,,"nee'
	cat behind
} > in
with_header behind > want
mc-signal in > got 2> messages
check 'mc-signal, behind a quote that is never closed' same want got

finish
