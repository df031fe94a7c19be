#!/usr/bin/env bash
#
# Goal: a test that fails in whatever way is told as failed, in lines that stand
# in one order; nothing that was started outlives an interrupt.
#
#   BIN=build/bin tests/cli/run.sh

# shellcheck disable=SC2016,SC2154,SC2317 # scripts that are written, checks called by name; the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
cd -- "$scratch" || exit 2
mkdir -p tests/{cli,property,unit/common} build/tests/common
cp -- "$repository/tests/run" tests
touch tests/unit/common/{good,gone}_test.c

program() { # file line ...
	printf '%s\n' '#!/bin/sh' "${@:2}" > "$1"
	chmod +x "$1"
}
run() {
	keep tests/run build "$@"
}
# What is told, and what else there is to say, is this, and the status that.
tells() { # status line ...
	[ "$status" -eq "$1" ] && printf '%s\n' "${@:2}" | same out - && [ ! -s err ]
}

program tests/property/slow.sh 'sleep 0.3' 'echo ok 1' 'echo 1..1'
program tests/cli/good.sh 'echo ok 1' 'echo "ok 2 - b # SKIP no b here"' 'echo 1..2'
program build/tests/common/good_test 'echo 1..1' 'echo ok 1'
program build/tests/common/gone_test 'echo 1..1' 'echo ok 1'
program build/tests/common/old_test 'echo not ok 1'
run
check 'all sorts, in one order whichever is done first' tells 0 'ok      property/slow (1)' \
    'ok      cli/good (2)' '    ok 2 - b # SKIP no b here' 'ok      common/gone_test (1)' \
    'ok      common/good_test (1)' '5 passed, 0 failed'
run unit property
check 'the sorts that are named' tells 0 'ok      common/gone_test (1)' \
    'ok      common/good_test (1)' 'ok      property/slow (1)' '3 passed, 0 failed'
run cli/good
check 'one that is named' tells 0 'ok      cli/good (2)' '    ok 2 - b # SKIP no b here' '2 passed, 0 failed'
rm tests/property/slow.sh tests/cli/good.sh build/tests/common/gone_test

program tests/cli/a-fails.sh 'echo ok 1' 'echo "not ok 2 - two"' 'echo "# why"' 'echo 1..2' \
    'echo and why >&2' 'exit 1'
program tests/cli/b-crashes.sh 'echo ok 1' 'echo 1..1' 'kill -KILL $$'
program tests/cli/c-hangs.sh 'echo 1..1' 'sleep 60'
program tests/cli/d-no-plan.sh 'echo ok 1'
program tests/cli/e-stops.sh 'echo 1..2' 'echo ok 1'
program tests/cli/f-status.sh 'echo 1..1' 'echo ok 1' 'exit 1'
program tests/cli/g-many.sh 'echo not ok 1' 'echo not ok 2' 'echo 1..2' 'exit 2'
export TEST_SECONDS=1
run
grep -v not.found out > told
mv told out
check 'each way to fail' tells 1 \
    'FAILED  cli/a-fails (1 of 2)' '    not ok 2 - two' '    # why' '    and why' \
    'FAILED  cli/b-crashes (1 of 2): ended with status 137' '    Killed' \
    'FAILED  cli/c-hangs (1 of 1): did not end in 1 seconds' \
    'FAILED  cli/d-no-plan (1 of 2): printed no plan' \
    'FAILED  cli/e-stops (1 of 2): ran 1 of the 2 tests that it planned' \
    'FAILED  cli/f-status (1 of 2): ended with status 1' \
    'FAILED  cli/g-many (2 of 2)' '    not ok 1' '    not ok 2' \
    'FAILED  common/gone_test (1 of 1): ended with status 127' \
    'ok      common/good_test (1)' '6 passed, 9 failed'
run nothing
check 'a sort that nobody knows' eval '[ "$status" -eq 2 ] && grep -q ^usage: err && [ ! -s out ]'

rm tests/cli/*
program tests/cli/waits.sh 'trap "echo ended > ended; exit" TERM' 'touch begun' 'sleep 60 & wait'
TEST_SECONDS=60 env --default-signal=INT tests/run build > out 2> err &
for _ in {1..200}; do [ ! -e begun ] || break; sleep 0.05; done
kill -INT $!
wait $!
status=$?
for _ in {1..200}; do [ ! -s ended ] || break; sleep 0.05; done
check 'an interrupt ends what was started' eval '[ "$status" -eq 2 ] && [ -s ended ]'

finish
