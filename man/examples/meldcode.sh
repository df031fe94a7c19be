# shellcheck shell=sh
#
# What an attention officer asks each day, in one word. For sh, dash and bash:
#
#   . meldcode.sh                        in the terminal, or in ~/.bashrc
#   export MC_LOG=~/meldcode/zaken.csv   the case log, as mc-signal --log keeps it
#
#   meldcode_agenda                      what is due
#   meldcode_overview                    every open case        (meldcode_overzicht)
#   meldcode_referral K-2603             the papers of one case (meldcode_verwijzing)
#   meldcode_talk K-2603                 the sheet for a talk   (meldcode_gesprek)
#   meldcode_chronology K-2603           how a case went        (meldcode_chronologie)
#
# Further options are those of mc-report, behind these words: meldcode_agenda --language en.
# MC_KERNTEAM and MC_HOLIDAYS count as they do for the tools. A function fails as the worst of its
# stages did, whether or not the shell has pipefail: 1 when a record was refused, 2 when what was
# written must not be trusted.

# Says what is wrong, in the language of the tools' messages.
meldcode_say() { # Dutch, English
	case ${LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-${LANG-}}}} in
	nl*) echo "meldcode: $1" >&2 ;;
	*) echo "meldcode: $2" >&2 ;;
	esac
}

# Runs one stage of a pipeline, and tells on descriptor 3 how it ended.
meldcode_stage() { # command ...
	meldcode_ended=0
	"$@" || meldcode_ended=$?
	echo "$meldcode_ended" >&3
}

# The worst of three statuses; 2 when a stage did not come so far as to tell its own.
meldcode_worst() { # statuses, a line each
	meldcode_ended=0 meldcode_told=0
	while IFS= read -r meldcode_status; do
		meldcode_told=$((meldcode_told + 1))
		[ "${meldcode_status:-0}" -le "$meldcode_ended" ] || meldcode_ended=$meldcode_status
	done <<-END
	$1
	END
	[ "$meldcode_told" -eq 3 ] || return 2
	return "$meldcode_ended"
}

# Writes papers of the log to standard output.
meldcode_papers() { # option of mc-report ...
	if [ -z "${MC_LOG-}" ]; then
		meldcode_say 'MC_LOG noemt geen logboek (export MC_LOG=FILE)' \
		    'MC_LOG names no case log (export MC_LOG=FILE)'
		return 2
	fi
	# 3 takes the statuses, 4 the papers past them.
	{
		meldcode_worst "$(
			{
				meldcode_stage mc-weigh -- "$MC_LOG" 4>&- |
				    meldcode_stage mc-refer 4>&- |
				    meldcode_stage mc-report "$@" >&4 4>&-
			} 3>&1
		)"
	} 4>&1
}

# Of one case: its pseudonym comes first.
meldcode_of_case() { # type, case, option of mc-report ...
	if [ $# -lt 2 ]; then
		meldcode_say "van welke zaak? (zoals: meldcode_$1 K-2603)" \
		    "of which case? (such as: meldcode_$1 K-2603)"
		return 2
	fi
	meldcode_type=$1 meldcode_case=$2
	shift 2
	meldcode_papers --type "$meldcode_type" --case "$meldcode_case" "$@"
}

meldcode_agenda() { meldcode_papers --type agenda "$@"; }
meldcode_overview() { meldcode_papers --type overview "$@"; }
meldcode_referral() { meldcode_of_case referral "$@"; }
meldcode_talk() { meldcode_of_case talk "$@"; }
meldcode_chronology() { meldcode_of_case chronology "$@"; }

meldcode_overzicht() { meldcode_overview "$@"; }
meldcode_verwijzing() { meldcode_referral "$@"; }
meldcode_gesprek() { meldcode_talk "$@"; }
meldcode_chronologie() { meldcode_chronology "$@"; }
