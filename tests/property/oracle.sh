#!/usr/bin/env bash
#
# Goal: mc-weigh and mc-refer derive for random cases exactly what a second
# program does, which was written from the same rules and shares no code.
#
#   BUILD=build tests/property/oracle.sh [seeds [cases]]
#
# TAP on standard output: one test a seed. More seeds and cases than check
# takes are a matter of time alone.

set -u

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd) || exit 2
build=$(cd -- "${BUILD:?BUILD is the folder of the build}" && pwd) || exit 2
seeds=${1:-6}
cases=${2:-1500}

scratch=$(mktemp -d) || exit 2
trap 'rm -rf -- "$scratch"' EXIT

failed=0
echo "1..$((seeds + 1))"

missing=
for tool in mc-weigh mc-refer; do
	if [ ! -x "$build/bin/$tool" ]; then
		missing="$missing $tool"
	fi
done
if [ -n "$missing" ] || ! command -v python3 > /dev/null; then
	echo "not ok 1 - the tools and python3 are there"
	echo "# missing:${missing:- python3}"
	failed=1
else
	echo "ok 1 - the tools and python3 are there"
fi

for ((seed = 1; seed <= seeds; seed++)); do
	name="seed $seed: $cases cases, as meldcode.py derives them"
	if "$here/../oracle/differ.sh" "$build" "$seed" "$cases" > "$scratch/out" 2>&1; then
		echo "ok $((seed + 1)) - $name"
	else
		echo "not ok $((seed + 1)) - $name"
		sed 's/^/# /' "$scratch/out"
		failed=1
	fi
done
exit $failed
