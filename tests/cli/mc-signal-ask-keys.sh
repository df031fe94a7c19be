#!/usr/bin/env bash
#
# Goal: whatever is typed or comes between, text is edited whole, nothing is half
# kept and the terminal is left as it was.
#
#   BIN=build/bin tests/cli/mc-signal-ask-keys.sh
#
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2154,SC2317 # the helpers' variables; checks called by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/ask-helpers"

back() {
	play -s 03AB00 <<-'END' || return 1
	expect Wat wilt u
	type <
	expect Dit is de eerste vraag
	type 1
	expect School
	type <
	expect Wat wilt u
	type behoefte
	expect School
	type 
	expect Zaak
	type K-1
	expect praktische hulp
	type fiets
	expect Wanneer
	type vandaag
	expect Wie
	type <
	expect Wanneer
	type <
	expect praktische hulp
	type <
	expect [K-1]
	type K-2
	expect praktische hulp
	expect [fiets]
	type sport
	expect Wanneer
	type 
	expect Wie
	type 
	expect Toelichting
	type Judo
	expect Klopt
	type <
	expect Toelichting
	keys , of voetbal\r
	expect Judo, of voetbal
	expect Klopt
	type <
	expect Uw tekst staat er al
	keys <\r
	expect Wie
	type 
	expect Toelichting
	keys \r
	expect Klopt
	type ja
	expect Bewaard
	type q
	status 0
	END
	grep -q "^K-2,$(date +%F)T[0-9:]*,03AB00,need,sport,,,,\"Judo, of voetbal\"\$" out
}
check '< goes back, answers stay to be changed, text is edited' back

quits() {
	play -s 03AB00 <<-'END' && lines out 1 && holds out "$header" &&
	expect Wat wilt u
	type 1
	expect School
	type 
	expect Zaak
	type K-1
	expect gezien of
	type honger
	expect Hoe weet
	type 1
	expect Wanneer
	type 
	expect Wie
	type -
	expect concreet)
	type Een tekst
	expect Klopt
	type q
	expect Er is niets bewaard.
	status 0
	modes
	END
		! grep -q 'Een tekst' out
}
check 'q ends and keeps nothing that is not finished' quits

control_d() {
	play <<-'END'
	expect Nummer
	keys \x04
	expect Er is niets bewaard.
	status 0
	modes
	END
}
check 'Ctrl-D ends' control_d

interrupts() {
	a_log log.csv
	{ a_signal Eerste.; cat; } <<-'END' | play --log log.csv || return 1
	expect Wat wilt u
	type 1
	expect Zaak
	keys K-99
	expect K-99
	keys \x03
	status 130
	modes
	END
	lines log.csv 2 && [ -z "$(find . -name 'log.csv.*')" ]
}
check 'Ctrl-C ends at once, the terminal restored, the first record kept' interrupts

terminates() {
	play <<-'END'
	expect Nummer
	keys 1
	expect 1
	kill TERM
	status 143
	modes
	END
}
check 'a SIGTERM restores the terminal, too' terminates

long=$(printf 'lange tekst %.0s' {1..1500})
long=${long% }
long_text() {
	{ a_signal "$long"; echo 'type q'; echo 'status 0'; } | play &&
		holds out "K-2603,2026-10-03T09:05,03AB00,signal,hunger,seen,,teacher,$long"
}
check 'a text of 18,000 characters' long_text

utf8='Zei: één "crème" ☕ 日本 😀 ñ'
utf8_text() {
	{ a_signal "$utf8"; echo 'type q'; echo 'status 0'; } | play &&
		holds out "K-2603,2026-10-03T09:05,03AB00,signal,hunger,seen,,teacher,\"${utf8//\"/\"\"}\""
}
check 'a text in UTF-8, in a locale that is not installed' utf8_text

in_c_locale() {
	play_in C -s 03AB00 --kind need --case K-1 <<-END && grep -q "${utf8:5:3}" out
	expect School
	type 
	expect practical help
	type sport
	expect When
	type 
	expect Who records
	type 
	expect Remarks
	type $utf8
	expect Is this right
	type y
	expect Kept.
	type q
	status 0
	END
}
check 'the same in the C locale, and in English' in_c_locale

editing() {
	{ a_signal Tekst. | sed 's/^type Tekst\.$/keys Téékstt\\x08\\x02\\x02\\x02\\x7f!\\x05.\\r/'; printf '%s\n' 'type q' 'status 0'; } | play &&
		grep -q ',T.*!.*\.$' out && iconv -f UTF-8 -t UTF-8 out > /dev/null
}
check 'a line is edited without tearing a character' editing

pasted() {
	{ a_signal Tekst. | sed 's/^type Tekst\.$/keys Eerste.\\rTweede.\\rDerde.\\r/'; printf '%s\n' 'type q' 'status 0'; } | play &&
		holds out "K-2603,2026-10-03T09:05,03AB00,signal,hunger,seen,,teacher,Eerste."$'\u2028'"Tweede."$'\u2028'"Derde."
}
check 'lines that are pasted together are one text' pasted

inkless() {
	{ a_signal $'Ge\u00ADheim\u202E en \u2060stil\u200B.'; printf '%s\n' 'type q' 'status 0'; } | play &&
		holds out "K-2603,2026-10-03T09:05,03AB00,signal,hunger,seen,,teacher,Geheim en stil."
}
check 'what nobody sees of what is pasted is left out' inkless

no_text() {
	{
		a_signal Stil. | sed 's/^type Stil\.$/keys Stil\\x16\\x1b[31m.\\r/; /Klopt dit/,$d'
		printf '%s\n' 'expect een teken in dat geen tekst is' 'type Stil.' 'expect Klopt dit' \
			'type ja' 'expect Bewaard.' 'type q' 'status 0'
	} | play && holds out "K-2603,2026-10-03T09:05,03AB00,signal,hunger,seen,,teacher,Stil."
}
check 'a control character is asked for anew' no_text

# The tool learns of it by a signal, or sooner by a read that fails.
hangs_up() {
	a_log log.csv
	{ a_signal Eerste.; cat; } <<-'END' | play --log log.csv || return 1
	expect Wat wilt u
	keys 1
	hangup
	status 129 2
	END
	lines log.csv 2
}
check 'a terminal that is closed ends it; what was kept stays' hangs_up

# Ctrl-Z needs a shell that waits; what the terminal is then, that shell sees.
suspends() {
	local look='(echo MODES; stty -a < /dev/tty | grep -o "[ -]icanon") > /dev/tty'
	cat > script <<-'END'
	expect Nummer
	keys één
	expect woord: één
	keys \x1a
	expect MODES icanon
	expect Nummer of woord: één
	keys \x15
	run sleep 0.1
	keys q\r
	expect niets bewaard
	expect MODES icanon
	status 0
	END
	"${terminal[@]}" script bash --norc -i -c \
		"set -m; env LC_ALL=nl mc-signal --ask; $look; fg; $look" > out 2> err
}
restored='Ctrl-Z stops with the terminal restored; after fg prompt and text stand there again'
if is_watched; then
	skip "$restored" 'nothing stops under valgrind'
else
	check "$restored" suspends
fi

# Reading that goes on for more than a second is told elsewhere; standard error is the terminal here.
no_progress() {
	a_log log.csv K-1,2026-10-01,03AB00,signal,hunger,seen,,teacher,x
	cat > script <<-'END'
	expect Zaak
	run sleep 1.1
	type K-1
	expect De zaak nu
	expect Vraag [1]
	absent MB
	type q
	status 0
	END
	"${terminal[@]}" script bash -c \
		'exec env LC_ALL=nl mc-signal --ask --kind answer --log log.csv 2> /dev/tty' > out 2> err && ! grep -q MB err
}
check 'progress is never shown in the interview' no_progress

check 'nothing is left in the home folder' no_trace

# Somebody else is at the log when it is typed.
late_end() {
	{
		a_signal 'Kwam zonder brood.' vandaag | sed '/wist de school dit/,+1d; /type ja/,$d'
		cat <<-'END'
		run (flock -x 9; sleep 1) 9< log.csv & sleep 0.3
		type ja
		run sleep 0.4
		keys \x04
		expect Bewaard.
		status 0
		END
	} > late
	a_log log.csv
	play --log log.csv < late && [ "$(wc -l < log.csv)" -eq 2 ]
}
check 'Ctrl-D while a record is being kept ends the interview' late_end

# Who reads the records is gone when the first is kept.
nobody_reads() {
	{
		a_signal 'Kwam zonder brood.' vandaag | sed '/wist de school dit/,+1d; /expect Bewaard/,$d'
		printf '%s\n' 'status 141' modes
	} > script
	"${terminal[@]}" script bash -c 'exec env LC_ALL=nl_NL.UTF-8 mc-signal --ask > >(exec <&-)' > out 2> err
}
check 'what ends it while a record is being kept leaves the terminal as it was' nobody_reads

finish
