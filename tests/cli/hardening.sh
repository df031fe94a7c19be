#!/usr/bin/env bash
#
# Goal: what is built by default makes a flaw hard to use: loaded anywhere, with
# tables of calls that nothing writes to, and guards on the stack, around copies and
# at the ends of jumps.
#
#   BIN=build/bin tests/cli/hardening.sh
#
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2154,SC2317 # the helpers' variables; checks called by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
cd -- "$scratch" || exit 2
if ! command -v readelf > /dev/null || ! command -v objdump > /dev/null; then
	skip 'hardening' 'readelf and objdump (binutils) are not found'
	finish
fi

holds() { grep -Eq -- "$1" elf; }
lacks() { ! grep -E -- "$1" elf; }
calls() { grep -Eq "FUNC .* UND $1(@|\$)" elf; }
# Marked where a jump may end: from its first instruction on.
is_marked() { objdump -d --no-show-raw-insn --disassemble=main "$1" | grep -A 1 '<main>:$' | grep endbr; }
# A frame of more than a page is touched page by page.
is_probed() { objdump -d --no-show-raw-insn "$1" | grep -E '(or[lq]|mov[lq]) +\$0x0,\(%rsp\)' > found; }

for tool in mc-signal mc-weigh mc-refer mc-report; do
	readelf -hldW "$bin/$tool" > elf
	# What it calls shows where the C library is shared: the objects are the same.
	readelf -W --dyn-syms "$loadable/$tool" >> elf
	check "$tool is loaded anywhere" holds 'Type: +DYN'
	check '... and is known as such' holds 'FLAGS_1.*PIE'
	check '... its tables of calls are filled at once' holds 'FLAGS_1.*NOW'
	check '... and then read only' holds GNU_RELRO
	check '... nothing is both written and run' lacks 'LOAD.*RWE|GNU_STACK.*RWE'
	if has_c_library_in "$tool"; then
		check '... and it loads nothing' lacks 'NEEDED|INTERP'
	fi
	check '... its stack is guarded' calls __stack_chk_fail
	if grep -Eq -e '-fsanitize|-O0' "$bin/../settings"; then
		skip '... its copies are guarded' 'not in a build that is sanitized or not optimised'
	else
		check '... its copies are guarded' calls '__(memcpy|snprintf|vasprintf|vsnprintf|read)_chk'
	fi
	if [ "$(uname -m)" = x86_64 ]; then
		check '... its jumps end where they may' is_marked "$bin/$tool"
		check '... no frame leaps over the end of the stack' is_probed "$bin/$tool"
	fi
done

finish
