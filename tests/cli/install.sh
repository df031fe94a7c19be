#!/usr/bin/env bash
#
# Goal: what is installed works where it is put, with blanks in every path, and
# all of it goes again.
#
#   BIN=build/bin tests/cli/install.sh
#
# Builds the tools anew, for a PREFIX of its own.  TAP on standard output; exits
# 1 when a test fails.

# shellcheck disable=SC2154,SC2317 # the helpers' variables; checks called by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"

# What this run of make was told is no business of the other.
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES CFLAGS LDFLAGS DESTDIR
prefix="$scratch/my own/tools"
make_at() { # target, variable ...
	keep make -C "$repository" BUILD="$scratch/build" PREFIX="$prefix" CFLAGS=-O0 \
	    CPPFLAGS='-DLIMIT_OF_THE_SITE="a b"' "$@"
}
goes_well() {
	[ "$status" -eq 0 ] && ! grep -i 'warning' "$scratch/err"
}
files_below() { # folder
	find "$1" ! -type d -printf '%P %m\n' | sort
}
says_dutch() {
	LANGUAGE="nl" keep "$prefix/bin/mc-weigh" --geen
	grep -qF "optie '--geen' bestaat niet" "$scratch/err"
}
says_version() {
	local version
	version=$(sed -n '1s/^[^(]*(\([^)]*\)).*/\1/p' "$repository/common/debian/changelog")
	keep "$prefix/bin/mc-refer" --version
	[ "$(cat "$scratch/out")" = "mc-refer $version" ]
}
names_the_prefix() { # file below it
	grep -qF -- "$2" "$prefix/$1" && ! grep -F /usr/local "$prefix/$1"
}

make_at -j2 install
check 'it installs where the path has blanks' goes_well
make_at -n clean all
check 'CPPFLAGS are given to the compiler' grep -q -- '-DLIMIT_OF_THE_SITE="a b"' "$scratch/out"
check 'the tools say the version that the changelog begins with' says_version
check 'they find the Dutch messages there' says_dutch
check 'the timer starts the program that was installed' \
    names_the_prefix lib/systemd/system/meldcode-counts.service "ExecStart=\"$prefix/bin/meldcode-counts\""
check 'the program can be run' test -x "$prefix/bin/meldcode-counts"
check 'cron finds it there too' names_the_prefix share/doc/meldcode/examples/crontab "PATH=$prefix/bin:"
for page in man/man7/mc-counts.7 man/nl/man7/mc-counts.7; do
	check "the page $page names the example where it is" \
	    names_the_prefix "share/$page" "$prefix/share/doc/meldcode/examples/crontab"
done
for page in man/man1 man/nl/man1; do
	check "meldcode-counts has a page in $page" test -s "$prefix/share/$page/meldcode-counts.1"
done

make_at install DESTDIR="$scratch/a root"
check 'under a DESTDIR with blanks too' goes_well
files_below "$prefix" > "$scratch/installed"
files_below "$scratch/a root$prefix" > "$scratch/staged"
check '... the same files with the same modes' same "$scratch/staged" "$scratch/installed"
check '... that say the same of where they are' diff -r "$scratch/a root$prefix" "$prefix"

touch "$prefix/bin/of somebody else"
make_at uninstall
check 'it is taken away' goes_well
find "$prefix" ! -type d ! -name 'of somebody else' > "$scratch/left"
result '... all of it' "$scratch/left"
check '... and nothing else' test -e "$prefix/bin/of somebody else"
make_at uninstall DESTDIR="$scratch/a root"
find "$scratch/a root" ! -type d > "$scratch/left"
result 'from a DESTDIR too' "$scratch/left"

finish
