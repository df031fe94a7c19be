#!/usr/bin/env bash
#
# Goal: bash, zsh and fish complete the options of the tools, and the values that
# are a choice, by what the tools themselves say.
#
#   BIN=build/bin BUILD=build tests/cli/completion.sh

# shellcheck disable=SC2016,SC2154,SC2317 # texts for other shells; the helpers' variables; checks by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
build=$(cd -- "${BUILD:?BUILD is the folder of what was built}" && pwd) || exit 2
cd -- "$scratch" || exit 2
export TEXTDOMAINDIR=$build/locale
make -s -C "$repository" -o all install PREFIX="$scratch/tree" BUILD="$build" > made 2>&1 || cat made
mc-signal --school 03AB00 "$data/observaties.csv" > 'mijn log.csv' || exit 2
echo '"K-2699",2026-10-05,03AB00,need,food,,,,' >> 'mijn log.csv'
export MC_LOG=$scratch/'mijn log.csv'

# What is called with the words of a command line, the last that at the cursor; "FILES" where a
# file's name is completed.
cat > complete.bash << 'EOF'
. "$FOLDER/bash-completion/completions/${1%%=*}"
COMP_WORDS=() COMP_CWORD=-1
for word; do
	[[ $word == --*=* ]] && COMP_WORDS+=("${word%%=*}" =) word=${word#*=}
	COMP_WORDS+=("$word")
done
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
compopt() { offers=none; }
offers=FILES
$(complete -p "$1" | sed 's/.*-F \([^ ]*\) .*/\1/') "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
[ ${#COMPREPLY[@]} -gt 0 ] || [ $offers = none ] || COMPREPLY=(FILES)
printf '%s\n' "${COMPREPLY[@]}"
EOF
cat > complete.zsh << 'EOF'
compadd() { shift; for word; do [[ $word != "$PREFIX"* ]] || print -r -- "$word"; done }
compset() { PREFIX=${PREFIX#*=} }
_files() { print FILES }
words=("$@") CURRENT=$# PREFIX=$argv[-1]
source "$FOLDER/zsh/site-functions/_mc-report"
EOF
cat > complete.fish << 'EOF'
source $FOLDER/fish/vendor_completions.d/$argv[1].fish
complete -C (string join ' ' -- $argv)
EOF
export FOLDER=$scratch/tree/share XDG_CONFIG_HOME=$scratch/none XDG_DATA_HOME=$scratch/none HOME=$scratch

# The words that are offered, sorted.
offered() { # word of the command line ...
	case $shell in
	bash) bash --norc complete.bash "$@" ;;
	zsh) zsh -f complete.zsh "$@" ;;
	fish) fish --no-config complete.fish "$@" | cut -f 1 | sed 's/^--type=//' ;;
	esac 2> said | sed '/^$/d' | sort
}
# Passes when just these words are offered.
offers() { # words with a blank between, word of the command line ...
	tr ' ' '\n' <<< "$1" | sed '/^$/d' | sort > wanted
	offered "${@:2}" > got
	same got wanted && same said /dev/null
}
# What a tool says of a wrong value is what is offered.
offers_all_of() { # tool, option
	"$1" "$2" '?' 2>&1 < /dev/null | sed -n '1s/.*(\(.*\)) (see.*/\1/p' | tr -d ' ' | tr , '\n' | sort > wanted
	[ -s wanted ] || return
	offered "$1" "$2" '' > got
	same got wanted
}
# Every option of the help, long ones where the word begins so.
offers_options() { # tool
	"$1" --help | sed -n 's/^  -., \(--[a-z-]*\).*/\1/p' | sort > wanted
	offered "$1" -- > got
	[ "$(wc -l < wanted)" -ge 4 ] && same got wanted
}

no_cases() {
	MC_LOG='' offers '' mc-report --case K && MC_LOG=none offers '' mc-report --case K
}

for shell in bash zsh fish; do
	if ! command -v $shell > /dev/null; then
		skip "$shell" "$shell is not installed"
		continue
	fi
	for tool in mc-signal mc-weigh mc-refer mc-report; do
		check "$shell: $tool: every option" offers_options $tool
	done
	for option in --type --format --language --partner --party; do
		check "$shell: mc-report $option: what the tool says" offers_all_of mc-report $option
	done
	check "$shell: the beginning of a word" offers agenda mc-report --type ag
	check "$shell: behind =" offers chronology mc-report --type=ch
	check "$shell: behind a letter" offers 'retention readiness referral' mc-report -t re
	check "$shell: cases of the log" offers 'K-2610 K-2611 K-2612 K-2613 K-2614 K-2615 K-2616' mc-report --case K-261
	check "$shell: one in quotes too" offers K-2699 mc-signal --forget K-269
	check "$shell: without a log there are none" no_cases
	check "$shell: kinds that people write" offers 'consult consent' mc-signal --kind cons
	check "$shell: roles" offers teacher mc-signal --by te
	check "$shell: the rules of the weighing" offers "$(echo W0{1..9} W{10..35})" mc-weigh --explain ''
	check "$shell: and those of the referral" offers "$(echo R3{0..9})" mc-refer -e R3
	check "$shell: lists of words" offers_all_of mc-signal --words
	check "$shell: and one more list" offers 'talk' mc-signal -w signal ta
	check "$shell: a value that is no choice" offers '' mc-report --as-of ''
done

if command -v bash > /dev/null; then
	shell=bash
	check 'bash: counts have options of their own' offers '--from --format' mc-report --type counts --f
	check 'bash: and formats of their own' offers 'text html csv' mc-report -t aantallen --format ''
	check 'bash: files where a file is asked' offers FILES mc-refer --kernteam ''
	check 'bash: and where a file is an operand' offers FILES mc-weigh ''
fi

finish
