#!/usr/bin/env bash
#
# Goal: the attention officer sees every open case on one page, what protects most
# first, since when it stands so, and for whom it waits; no case is missing.
#
#   BIN=build/bin tests/cli/mc-report-overview.sh
#
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2016,SC2034,SC2154,SC2317 # the helpers' variables; the checks are called by name, or evaluated later
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/report-helpers"
today=2026-10-30

weigh() { mc-weigh -a "$today" "$scratch/facts" 2> "$scratch/weigh-errors" | mc-refer > "$scratch/records"; }
overview() { run -t overview -a "$today" "$@" "$scratch/records"; }

mc-signal -s 03AB00 "$data/observaties.csv" > "$scratch/facts"
weigh

overview
check 'the heaviest first; of equals what is due first' eval 'fine &&
    in_order K-2607: K-2608: K-2606: K-2609: K-2616: K-2612: K-2615: K-2605: K-2613: K-2610: K-2601: K-2602: K-2604: K-2614: K-2603: K-2611:'
check 'every case is there, or counted' eval '
    [ "$(grep -c "^- " "$scratch/out")" -eq "$(tail -n +2 "$scratch/facts" | cut -d, -f1 | sort -u | wc -l)" ]'
check 'in words: outcome and rule, since, newest, for whom, until when, with what' has \
    'K-2612: nieuwe feiten: opnieuw wegen (W15) Sinds di 27 okt; het nieuwste feit is van do 29 okt. Wacht op de aandachtsfunctionaris, uiterlijk wo 28 okt (te laat): afwegingen beantwoorden.'
check 'what stands beside a duty about staff' has \
    '(W08); ook: meldcode starten: afwegingen beantwoorden (W13) Sinds vr 30 okt;'
check 'whom to phone stands on top' notices 'Bel nu Veilig Thuis, 0800-2000 (levensgevaar: eerst 112): K-2606'
check '... and in its case' eval 'has "Bel Veilig Thuis, uiterlijk" && lacks "Wacht op Veilig Thuis, uiterlijk vr 30 okt: vandaag"'
check 'where a rule is told in words' has 'Wat een regel zegt: mc-weigh --explain W01'
overview -l en
check 'in English' eval 'fine && has "What a rule says: mc-weigh --explain W01" && has "K-2612: new facts: weigh again (W15) Since Tue 27 Oct; the newest fact is of Thu 29 Oct. Waits for the attention officer, by Wed 28 Oct (overdue): answer the weighings." &&
    lacks_all Sinds Wacht okt'
cp "$scratch/out" "$scratch/before"
sort -r "$scratch/records" > "$scratch/other" && mv "$scratch/other" "$scratch/records"
overview -l en
check 'the order of the lines makes no difference' same "$scratch/out" "$scratch/before"
run -t overzicht -a "$today" < "$scratch/records"
check 'by its Dutch name' eval 'fine && has "Open zaken op vrijdag 30 oktober 2026"'

overview -f csv
check 'csv: its columns, in tokens' eval 'fine &&
    [ "$(sed -n 1p "$scratch/out")" = case,school,outcome,rule,since,newest,partner,action,due ] &&
    has_all K-2607,03AB00,report-now,W01,2026-10-30,2026-10-30,veilig-thuis,report-now,2026-10-30 \
    K-2609,03AB00,staff-duty,W08,2026-10-30,2026-10-30,board,staff-duty,2026-10-30 \
    K-2616,03AB00,overdue,W31,2026-10-24,2026-10-26,af,review,2026-10-23'
check 'csv: a row a case' eval '[ "$(wc -l < "$scratch/out")" -eq 17 ]'

# ------------------------------------------------------------------------- open and closed

cat > "$scratch/facts" << 'EOF'
D-1,2026-10-01,03AB00,answer,suspicion,no,,af,x
D-1,2026-10-01,03AB00,answer,concern,no,,af,x
D-2,2026-10-01,03AB00,answer,suspicion,no,,af,x
D-2,2026-10-01,03AB00,answer,concern,no,,af,x
D-3,2026-10-01,03AB00,answer,suspicion,no,,af,x
D-3,2026-10-01,03AB00,answer,concern,no,,af,x
D-3,2026-10-01,03AB00,need,sport,,,af,x
EOF
: > "$scratch/talked"
for name in D-1 D-2 D-3; do
	printf '%s\n' "$name,2026-09-30,03AB00,talk,family,no-concern,,af,x" "$name,2026-09-30,03AB00,consult,kernteam,anonymous,,af,x" >> "$scratch/talked"
done
cat "$scratch/talked" >> "$scratch/facts"
weigh
overview
check 'closed cases are counted, one with something due is open' eval 'fine && has "D-3: afsluiten en vastleggen (W22)" &&
    lacks_all D-1 D-2 && has "Daarnaast zijn er 2 afgesloten zaken waarin niets meer te doen is."'
grep -v ^D-2 "$scratch/facts" > "$scratch/other" && mv "$scratch/other" "$scratch/facts"
weigh
overview
check 'one closed case' has 'Daarnaast is er één afgesloten zaak'
overview -c D-1
check 'none open' eval 'fine && has "Er is geen open zaak. Daarnaast is er één"'
overview -f csv -c D-1
check 'none open, as csv: its header' eval 'fine && [ "$(wc -l < "$scratch/out")" -eq 1 ]'

# --------------------------------------------------------------------------------- since

since() { # rule, day, due: facts that a case of its own has
	printf '%s\n' "${@:3}" | sed 's/^/S-1,/; s/,\([a-z]*\),\([a-z-]*\),\([a-z-]*\)$/,03AB00,\1,\2,\3,,af,x/' > "$scratch/facts"
	weigh
	overview -f csv
	check "since when $1 stands" eval "fine && [ \"\$(sed -n 2p \"\$scratch/out\" | cut -d, -f4,5)\" = $1,$2 ]"
}
since W14 2026-10-05 2026-10-05,signal,late,seen 2026-10-12,signal,tired,seen
since W01 2026-10-06 2026-10-06,answer,unsafe,yes 2026-10-13,answer,unsafe,acute
since W10 2026-10-07 2026-10-06,answer,unsafe,yes 2026-10-07,done,veilig-thuis,report 2026-10-20,done,veilig-thuis,report
since W09 2026-10-09 2026-10-06,answer,unsafe,yes 2026-10-07,done,veilig-thuis,report 2026-10-09,signal,late,seen 2026-10-12,signal,late,seen
since W15 2026-10-09 2026-10-06,answer,suspicion,no 2026-10-06,answer,concern,no 2026-10-09,signal,late,seen 2026-10-12,signal,late,seen
since W17 2026-10-06 2026-10-06,answer,suspicion,doubt 2026-10-12,answer,suspicion,doubt
since W24 2026-10-06 2026-10-06,answer,suspicion,yes
since W27 2026-10-08 2026-10-06,answer,suspicion,yes 2026-10-08,answer,unsafe,no
since W06 2026-10-09 2026-10-06,answer,suspicion,yes 2026-10-06,answer,unsafe,no 2026-10-06,answer,can-help,yes 2026-10-09,answer,accepts,no
since W12 2026-10-08 2026-10-05,signal,late,seen 2026-10-08,talk,parents,wants-help
since W13 2026-10-08 2026-10-05,signal,late,seen 2026-10-08,talk,parents,open
since W03 2026-10-08 2026-10-05,signal,late,seen 2026-10-08,signal,runs-away,seen
since W04 2026-10-08 2026-10-05,signal,late,seen 2026-10-08,talk,parents,skipped-expert
since W08 2026-10-08 2026-10-05,signal,late,seen 2026-10-08,signal,staff,parent
since W11 2026-10-08 2026-10-08,signal,pupil,child
since W19 2026-10-06 2026-10-06,answer,suspicion,no 2026-10-06,answer,concern,yes

# --------------------------------------------------------------------------- what was not read

printf '%s\n' Z-1,2026-10-29,03AB00,signal,fear,oog,,teacher,x > "$scratch/facts"
weigh
overview
check 'a case of which nothing could be read' eval 'ends 0 && notices "Let op: een regel van Z-1 kon niet worden gelezen." &&
    has "Z-1: weging nog niet compleet (W35) Sinds vr 30 okt; geen enkele regel van deze zaak kon worden gelezen. Wacht op de aandachtsfunctionaris, uiterlijk vr 30 okt: afwegingen"'
overview -f csv
check 'as csv: told on standard error' eval 'ends 0 && says "case Z-1 of school 03AB00: a line of it could not be read" &&
    has Z-1,03AB00,incomplete,W35,2026-10-30,2026-10-30,af,weigh,2026-10-30'
for type in agenda overview retention referral chronology talk veilig-thuis readiness; do
	run -t "$type" -a "$today" "$scratch/records"
	check "$type takes it" eval '[ "$status" -eq 0 ] && ! grep -qi "assert\|sanitizer" "$scratch/err"'
done
run -t overview -a "$today" "$scratch/facts" "$scratch/gone"
check 'no weighing at all: the pipeline, and what is not there on top' eval 'ends 2 && is_empty'
printf '%s\n' Y-1,2026-10-29,03AB00,signal,fear,seen,,teacher,x > "$scratch/facts"
run -t overview -a "$today" "$scratch/facts" "$scratch/gone"
cat "$scratch/out" > "$scratch/flat"
check 'no weighing: the pipeline, and what is not there on top' eval 'ends 2 && says "mc-weigh | mc-refer | mc-report" &&
    [ "$(sed -n 4p "$scratch/out")" = "! Let op: niet elk bestand kon worden gelezen. Er kan dus iets ontbreken." ] &&
    notices "Let op: van deze zaken ontbreekt de weging"'

# ------------------------------------------------------------------ what is asked for wrongly

weigh
overview -c Y-2
check 'a case that does not occur: the nearest, and no page' eval 'ends 2 && is_empty && says "case Y-2 does not occur (the nearest is Y-1)"'
overview -s 03AB01
check 'a school that does not occur: the nearest' eval 'ends 2 && says "school 03AB01 does not occur (the nearest is 03AB00)"'
run -t overvieuw < "$scratch/records"
check 'a type that is not known: the nearest' eval 'ends 2 && is_empty && says "; the nearest is overview"'
run -t overzcht < "$scratch/records"
check 'in Dutch too' eval 'ends 2 && says "; the nearest is overzicht"'
run -t q < "$scratch/records"
check 'nothing near' eval 'ends 2 && ! says "nearest"'
run -f htlm < "$scratch/records"
check 'a format' eval 'ends 2 && says "; the nearest is html"'
run -p kerntaem < "$scratch/records"
check 'a partner' eval 'ends 2 && says "; the nearest is kernteam"'
for name in 'Te doen' tijdlijn gespreksvoorbereiding melding Randvoorwaarden 'zaken om op bewaartermijn na te kijken'; do
	run -t "$name" -a "$today" "$scratch/records"
	check "also called: $name" ends 0
done

finish
