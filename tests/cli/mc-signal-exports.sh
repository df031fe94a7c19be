#!/usr/bin/env bash
#
# Goal: one sheet gives the same records, byte for byte, in whatever form a
# spreadsheet saved it, and however the bytes arrive.
#
#   BIN=build/bin tests/cli/mc-signal-exports.sh

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/signal-helpers"

exports=$data/exports
wanted=$exports/records.expected

# Takes a sheet in; prints what is not as it should be.
takes_in() { # file [argument...]
	mc-signal -s 03AB00 "${@:2}" "$exports/$1" > out 2> err || echo "status $?"
	cat err
	same out "$wanted"
	[ ! -s err ]
}

for file in comma.csv semicolon.csv tab.csv semicolon-bom.csv crlf.csv all-quoted.csv utf-16.txt \
    utf-16-be.txt excel-utf8.csv excel-unicode.txt; do
	check "$file" takes_in "$file"
done
# What is a guess is said.
guessed='is read as Windows-1252 (--encoding says another)'
for file in windows-1252.csv excel.csv excel-sep.csv; do
	cp -- "$exports/$file" .
	check "$file" takes_in "$file" --encoding WINDOWS-1252
	mc-signal -s 03AB00 "$file" > out 2> err
	check "$file, guessed" same out "$wanted"
	check "$file, and that is said" test "$(cat err)" = "mc-signal: $file $guessed"
done
# From a Macintosh: CR ends the lines.
tr '\n' '\r' < "$exports/semicolon.csv" > cr.csv
run 'CR alone' 0 "$(tail -n +2 "$wanted")\n" '' -s 03AB00 cr.csv

check 'month first, with its order said' takes_in american-dates.csv --dates mdy
printf '%s' "mc-signal: american-dates.csv:12: date: \"10/13/2025\" fits another order than day, month, year, so no \
date of this sheet can be trusted: say the order with --dates dmy, mdy or ymd
" > want.err
cp -- "$exports/american-dates.csv" .
run 'month first: refused whole' 2 '' "$(cat want.err)\n" -s 03AB00 american-dates.csv

check 'the encoding said: UTF-8' takes_in semicolon.csv --encoding UTF-8
check 'the encoding said: UTF-8, with a mark' takes_in semicolon-bom.csv --encoding utf-8
check 'the encoding said: Windows-1252' takes_in windows-1252.csv -e WINDOWS-1252
check 'the encoding said: UTF-16LE, with a mark' takes_in utf-16.txt -e UTF-16LE
for encoding in UTF-32 ISO-8859-15; do
	iconv -f UTF-8 -t "$encoding" "$exports/semicolon.csv" > said.csv
	exports=. check "the encoding said, of the system's: $encoding" takes_in said.csv -e "$encoding"
done
no_children() {
	env --ignore-signal=CHLD mc-signal -s 03AB00 -e ISO-8859-15 said.csv > out 2> err
	same out "$wanted" && [ ! -s err ]
}
check '... where children that end go unseen' no_children
check 'the separator said' takes_in semicolon.csv --delimiter ';'
check 'the separator said: tab' takes_in tab.csv --delimiter tab

# Every encoding and separator in one run: nothing of one sheet lives on in the next.
all=(utf-16.txt windows-1252.csv utf-16-be.txt semicolon.csv excel-unicode.txt comma.csv)
(cd -- "$exports" && mc-signal -s 03AB00 "${all[@]}") > out 2> err
{
	echo "$header"
	for _ in "${all[@]}"; do tail -n +2 "$wanted"; done
} > want.out
check 'sheets of all forms in one run' same out want.out
# Two signals of the sheet are older than answers of their cases, which the sheets before have.
{
	for file in "${all[@]}"; do
		[ "$file" != windows-1252.csv ] || echo "mc-signal: $file $guessed"
		[ "$file" != "${all[0]}" ] || continue
		printf "mc-signal: $file:%s: a file before this one has an answer of case %s that is dated after this \
signal: when the school came to know of it later, say so in known (in a record: due)\n" 4 K-2602 12 K-2603
	done
} > want.err
check 'and what is guessed is said, and which signals stand behind an answer' same err want.err
mc-signal -s 03AB00 -e utf-16 "$exports/utf-16-be.txt" "$exports/utf-16.txt" > out 2> err
{ cat "$wanted"; tail -n +2 "$wanted"; } > want.out
check 'both byte orders of UTF-16, the encoding said' same out want.out

# Bytes in pieces of any size, each a read of its own.
in_pieces() { # file
	local size
	for size in 1 2 3 5 7 11 13 17; do
		perl -e 'open my $f, "<:raw", $ARGV[0]; $| = 1; local $/ = \$ARGV[1];
		    while (<$f>) { print; select undef, undef, undef, 0.00002 }' \
		    "$exports/$1" "$size" | mc-signal -s 03AB00 > out 2> err || echo "status $?"
		same out "$wanted" || echo "in pieces of $size"
	done
}
for file in all-quoted.csv utf-16.txt crlf.csv; do
	in_pieces "$file" > why 2>&1
	result "$file through a slow pipe" why
done

# More characters than bytes were counted on: three bytes each in UTF-8.
{
	printf 'zaak;datum;soort;code;waarde;tekst\r\n'
	for _ in {1..300}; do
		printf 'K-1;3-10-2025;signaal;moe;zelf;'
		printf '\x80%.0s' {1..80}
		printf '\r\n'
	done
} > euro.csv
{
	echo "$header"
	for _ in {1..300}; do
		printf 'K-1,2025-10-03,03AB00,signal,tired,seen,,,'
		printf '€%.0s' {1..80}
		printf '\n'
	done
} > want.out
mc-signal -s 03AB00 euro.csv > out
check 'Windows-1252 that grows in UTF-8' same out want.out

# ------------------------------------------------------- what cannot be read

head -c 101 "$exports/utf-16.txt" > odd.txt
run 'UTF-16 cut off in a character' 2 '' \
    'mc-signal: odd.txt:1: is not UTF-16: say the encoding with --encoding\n' odd.txt
{ cat "$exports/windows-1252.csv"; printf 'K-9;3-10-2025;signaal;moe;zelf;\x81\n'; } > hole.csv
run 'a byte that Windows-1252 does not have' 2 '' \
    'mc-signal: hole.csv:44: is not Windows-1252: say the encoding with --encoding\n' hole.csv
cp -- "$exports/windows-1252.csv" latin.csv
run 'not in the encoding that was said' 2 '' \
    'mc-signal: latin.csv:2: is not UTF-8: say the encoding with --encoding\n' -e UTF-8 latin.csv
run 'an encoding that nobody knows' 2 none \
    'mc-signal: the system does not know encoding "klingon" (see mc-signal --help)\n' \
    -e klingon latin.csv
# Which iconv takes for the encoding of the locale.
for nameless in '' //TRANSLIT; do
	run "an encoding without a name: '$nameless'" 2 none \
	    "mc-signal: the system does not know encoding \"$nameless\" (see mc-signal --help)\n" \
	    -e "$nameless" latin.csv
done

# One that falls over as it is loaded, as do those of another C library than a tool has in it.
mkdir odd
echo 'module KLINGON// INTERNAL ODD 1' > odd/gconv-modules
echo 'module INTERNAL KLINGON// ODD 1' >> odd/gconv-modules
echo '#include <stdlib.h>
#include <unistd.h>
int gconv_init(void *step); int gconv_init(void *step) { (void)!write(2, "odd", 3); abort(); }
int gconv(void); int gconv(void) { return 0; }' > odd.c
if ! has_c_library_in mc-signal || ! "${CC:-cc}" -shared -fPIC -o odd/ODD.so odd.c 2> why; then
	skip 'an encoding that cannot be loaded' 'the C library is shared'
else
	export GCONV_PATH=$PWD/odd
	run 'an encoding that cannot be loaded: said so, and how to do without' 2 none \
	    'mc-signal: encoding "klingon" of this system is for another C library than this program has in it: '\
'make it UTF-8 first with iconv -f klingon -t UTF-8\n' -e klingon latin.csv
	unset GCONV_PATH
fi

finish
