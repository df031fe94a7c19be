#!/usr/bin/env bash
#
# Goal: who looks for a word finds the pages, in each language, as they are
# installed; and reads them at 80 columns without a broken line.
#
#   BIN=build/bin BUILD=build tests/cli/man-lookup.sh
#
# Installs into an empty folder, and asks man-db there. TAP on standard output;
# exits 1 when a word is not found or a line is too wide.

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
build=$(cd -- "${BUILD:?BUILD is the folder of what was built}" && pwd) || exit 2
man=$scratch/tree/share/man

if ! command -v mandb apropos > /dev/null; then
	skip 'words that are looked for, lines of 80 columns' 'man-db is not installed'
	finish
fi
# What stands there already is not built anew, with whatever settings it was built.
make -s -C "$repository" -o all install PREFIX="$scratch/tree" BUILD="$build" > "$scratch/why" 2>&1 ||
    result 'make install' "$scratch/why"
printf 'MANDB_MAP %s %s\n' "$man" "$scratch/index" > "$scratch/man.conf"
mkdir "$scratch/index"
mandb --quiet --create --config-file="$scratch/man.conf" "$man" > "$scratch/mandb" 2>&1

# What people look for; every page has it in its line by "all".
words=('meldcode' 'Veilig Thuis' 'kernteam' 'aandachtsfunctionaris' 'melden' 'signaal' 'signalen'
	'afwegen' 'weging' 'verwijzen' 'referral' 'report' 'rapport' 'kind' 'child' 'counts' 'cijfers')
pages=$(cd -- "$man" && find man? -name "*.[157]" | wc -l)

for language in . nl; do
	found() { # word
		LC_ALL=C.UTF-8 apropos --config-file="$scratch/man.conf" --manpath="$man/$language" \
		    -- "$1" 2> /dev/null
	}
	for word in "${words[@]}"; do
		check "$language: apropos \"$word\"" test -n "$(found "$word")"
	done
	check "$language: apropos meldcode finds all pages" test "$(found meldcode | wc -l)" -eq "$pages"
	check "$language: apropos for what no page is about finds none" test -z "$(found belasting)"
	for step in mc-signal:1-3 mc-weigh:4 mc-refer:5; do
		# shellcheck disable=SC2317 # called by check
		has_step() {
			found meldcode | grep "^${step%:*} .*\(steps\{0,1\}\|stap\) ${step#*:}:"
		}
		check "$language: ${step%:*} says its step" has_step
	done
done

# A terminal of 80 columns, in either character set. What has no blank cannot be broken.
for page in "$man"/man?/* "$man"/nl/man?/*; do
	for device in utf8 ascii; do
		MANWIDTH=80 man -T"$device" -l "$page" 2> /dev/null |
		    sed -e 's/.\x08//g' -e 's/\x1b\[[0-9;]*m//g' > "$scratch/shown"
		grep -E '^.{81}' "$scratch/shown" | grep -Ev '^ *[^ ]+$' > "$scratch/wide"
		[ "$(wc -l < "$scratch/shown")" -gt 50 ] || echo 'not shown' >> "$scratch/wide"
		result "${page#"$man/"} as $device: no line is wider than 80 columns" "$scratch/wide"
	done
done

finish
