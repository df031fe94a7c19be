# Completion in fish, of the tool that this file is called after. What there is to choose from is asked
# of the tools themselves: the options of --help, the values of what a tool says of a wrong one, kinds
# and roles of mc-signal --words; and cases of the log that MC_LOG names.

# The values that a tool names when it is given one that is none.
function __meldcode_named --argument-names tool option
    env LC_ALL=C LANGUAGE= $tool --$option '?' 2>&1 </dev/null | sed -n '1s/.*(\([^)]*\)) (see .*/\1/p' | tr -d ' ' | tr ',' '\n'
end

# The rules of a tool, of which it names the first and the last.
function __meldcode_rules --argument-names tool
    env LC_ALL=C LANGUAGE= $tool --explain '?' 2>&1 </dev/null | awk 'match($0, /\([WR]01 to [WR][0-9]+\)/) {
        last = substr($0, RSTART + 9, 2)
        for (rule = 1; rule <= last + 0; rule++)
            printf "%s%02d\n", substr($0, RSTART + 1, 1), rule
    }'
end

function __meldcode_values --argument-names tool option
    switch $option
        case case forget
            test -n "$MC_LOG"; and sed -n '/^case,/d; s/^"\{0,1\}\([A-Za-z0-9][A-Za-z0-9._-]*\)"\{0,1\},.*/\1/p' $MC_LOG 2>/dev/null | sort -u
        case kind
            mc-signal --words kind </dev/null | awk -F, 'NR > 1 && $1 == "kind" { print $2 }'
        case by
            mc-signal --words role </dev/null | awk -F, 'NR > 1 && $1 == "role" { print $2 }'
        case explain
            __meldcode_rules $tool
        case type format language partner party base
            __meldcode_named $tool $option
    end
end

set -l tool (string replace -r '.*/(.*)\.fish$' '$1' -- (status filename))
for line in ($tool --help </dev/null 2>/dev/null | string match -r '^  -.*')
    set -l left (string split -n ' ' -- (string sub -s 3 -l 28 -- $line))
    set -l names -s (string sub -s 2 -l 1 -- $left[1]) -l (string sub -s 3 -- $left[2])
    set -l help (string trim -- (string sub -s 31 -- $line))
    switch "$left[3]"
        case ''
            complete -c $tool $names -d $help
        case FILE
            complete -c $tool $names -r -F -d $help
        case '*'
            complete -c $tool $names -x -a "(__meldcode_values $tool "(string sub -s 3 -- $left[2])")" -d $help
    end
end

# The operands of --words are lists of words.
if test $tool = mc-signal
    complete -c mc-signal -n '__fish_contains_opt -s w words' -f -a '(__meldcode_named mc-signal words)'
end
