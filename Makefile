# The meldcode toolkit. GNU make.
#
#   make            the four tools, in build/bin
#   make demo       the main job on the example
#   make check      every test; make asan: the same under the sanitizers
#   make check-unit the unit tests alone, in seconds
#   make coverage   the branches of common that the tests take, by file
#   make memcheck   what valgrind finds in the tools while their tests run
#   make dead       names the functions that no tool uses; there must be none
#   make audit      the attack on published counts, in full, with its figures
#   make faults     every call of every mode fails in turn, none left out
#   make bench      speed, as ratios against other programs on the same file; make bench RECORDS=500000 is quicker
#   make install    to DESTDIR, PREFIX, BINDIR, MANDIR; make uninstall undoes it
#   make deb        the Debian package, in build/deb; make deb-check tries it in Debian 12 and 13

TOOLS   = mc-signal mc-weigh mc-refer mc-report
VERSION := $(shell sed -n '1s/^meldcode (\(.*\)) .*/\1/p' common/debian/changelog)

PREFIX  ?= /usr/local
BINDIR  ?= $(PREFIX)/bin
MANDIR  ?= $(PREFIX)/share/man
LOCALEDIR ?= $(PREFIX)/share/locale
DOCDIR    ?= $(PREFIX)/share/doc/meldcode
UNITDIR   ?= $(PREFIX)/lib/systemd/system
BASHDIR   ?= $(PREFIX)/share/bash-completion/completions
ZSHDIR    ?= $(PREFIX)/share/zsh/site-functions
FISHDIR   ?= $(PREFIX)/share/fish/vendor_completions.d

BUILD ?= build
BIN    = $(BUILD)/bin

CC       ?= cc
PYTHON   ?= /usr/bin/python3
WARNINGS  = -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes
CFLAGS   ?= -O3 -g

# Hardening: a program that is loaded anywhere, tables of calls that nothing writes to once it runs,
# guards on the stack and around what is copied. What the machine or compiler has not is left out;
# copies are guarded in code that is optimised, unless a sanitizer or CPPFLAGS sees to it.
supported  = $(shell $(CC) -Werror $(1) -x c -c /dev/null -o /dev/null 2> /dev/null && echo $(1))
HARDENING := -fPIE $(foreach flag,-fstack-protector-strong -fstack-clash-protection -fcf-protection \
               -mbranch-protection=standard,$(call supported,$(flag)))
IS_GUARDED = $(findstring _FORTIFY_SOURCE,$(CPPFLAGS) $(CFLAGS))$(findstring -fsanitize,$(EXTRA_CFLAGS) $(CFLAGS))
IS_FAST    = $(filter -O1 -O2 -O3 -Os -Ofast,$(CFLAGS))
FORTIFYING = $(if $(IS_GUARDED),,$(if $(IS_FAST),-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2))
LINKING    = -pie -Wl,-z,relro -Wl,-z,now

# A tool is optimised as a whole, as it is linked, which makes it up to a tenth faster. Tests are
# linked without that, from the same objects, since they are many; and who adds flags of their own
# (EXTRA_CFLAGS, as a sanitizer does) looks at the code part by part.
linkable  = $(shell echo 'int main(void) { return 0; }' | $(CC) -Werror $(1) -x c - -o /dev/null 2> /dev/null && echo $(1))
WHOLE    := $(if $(EXTRA_CFLAGS)$(findstring -fsanitize,$(CFLAGS)),,$(if $(IS_FAST),$(call linkable,-flto=auto -ffat-lto-objects)))
IN_PARTS := $(if $(WHOLE),-fno-lto)

# Where 32 bits are the rule, files of any size and days after 2038 need asking for.
ALL_CFLAGS  = -std=c11 -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 -D_TIME_BITS=64 \
              -DVERSION='"$(VERSION)"' -DLOCALEDIR='"$(LOCALEDIR)"' \
              -MMD -MP $(WARNINGS) $(FORTIFYING) $(CPPFLAGS) $(HARDENING) $(CFLAGS) $(WHOLE) $(EXTRA_CFLAGS)
ALL_LDFLAGS = $(LINKING) $(LDFLAGS) $(EXTRA_CFLAGS)

# These are linked in: four tools on a small file then take a tenth less time. A library of which
# the system has no archive is shared. The line editor is shared, unless the C library is not.
archive    = $(wildcard $(shell $(CC) -print-file-name=lib$(1).a))
linked     = $(if $(call archive,$(1)),-l:lib$(1).a,-l$(1))
LIBRARIES := $(call linked,csv) $(call linked,utf8proc)
LIBRARIES_mc-signal := -ledit
LIBRARIES_mc-report := $(call linked,sodium)

# To find and load the C library takes a quarter of a tool's start, so that is linked in too where
# the system has archives of all that the tool needs; the line editor needs others besides.
# What such a library asks at a start, common/tool/origin.c answers.
NEEDS_mc-signal := -Wl,-u,el_init -lbsd -lmd -ltinfo
ASKED     = -Wl,-u,_dl_get_origin
LINKED_IN = -static-pie $(ASKED)
with_C = $(if $(WHOLE),$(if $(call linkable,-static-pie $(LIBRARIES) $(LIBRARIES_$(1)) $(NEEDS_$(1))),$(LINKED_IN)))

# The filters of system calls are written by a program that is built for the machine that the tools
# are for; where that is another one, EMULATOR runs it, as qemu-aarch64 does.
FILTERS        = $(BUILD)/filters.c
FILTERS_SOURCE = common/tool/sandbox/make_filters.c
EMULATOR      ?=

COMMON_SOURCES = $(filter-out $(FILTERS_SOURCE),$(wildcard common/*/*.c common/*/*/*.c))
COMMON_OBJECTS = $(COMMON_SOURCES:%.c=$(BUILD)/%.o) $(FILTERS:.c=.o)
COMMON_LIBRARY = $(BUILD)/common.a
PAGES          = $(wildcard man/*.[157])
COUNTS         = man/examples/meldcode-counts
UNITS          = $(wildcard $(COUNTS).service $(COUNTS).timer)
COMPLETION     = man/examples/completion
EXAMPLES       = $(filter-out $(COUNTS) $(UNITS) $(COMPLETION),$(wildcard man/examples/*))
LANGUAGES      = $(patsubst common/po/%.po,%,$(wildcard common/po/*.po))
CATALOGUES     = $(LANGUAGES:%=$(BUILD)/locale/%/LC_MESSAGES/meldcode.mo)
MESSAGE_FILES  = $(COMMON_SOURCES) $(foreach tool,$(TOOLS),$(call tool_sources,$(tool)))
UNIT_SOURCES   = $(wildcard tests/unit/*/*_test.c)
UNIT_TESTS     = $(UNIT_SOURCES:tests/unit/%.c=$(BUILD)/tests/%)

all: $(TOOLS:%=$(BIN)/%) $(CATALOGUES)

tool_sources = $(wildcard cmd/$(1)/*.c cmd/$(1)/*/*.c cmd/$(1)/*/*/*.c)
tool_objects = $(patsubst %.c,$(BUILD)/%.o,$(call tool_sources,$(1)))

.SECONDEXPANSION:
link_tool = $(CC) $(if $(WHOLE),$(HARDENING) $(CFLAGS) $(WHOLE)) $(ALL_LDFLAGS) $(1) -o $@ \
    $(call tool_objects,$(@F)) $(COMMON_LIBRARY) $(LIBRARIES) $(LIBRARIES_$(@F)) $(if $(1),$(NEEDS_$(@F)))
$(TOOLS:%=$(BIN)/%): $(BIN)/%: $$(call tool_objects,%) $(COMMON_LIBRARY)
	@mkdir -p $(@D)
	$(call link_tool,$(call with_C,$(@F)))

# What some tests load goes between a tool and a shared C library, so these are linked to that.
LOADABLE_TOOLS = $(TOOLS:%=$(BUILD)/loadable/%)
$(LOADABLE_TOOLS): $(BUILD)/loadable/%: $(BIN)/%
	@mkdir -p $(@D)
	$(if $(call with_C,$(@F)),$(call link_tool),ln -sf ../bin/$(@F) $@)

$(COMMON_LIBRARY): $(COMMON_OBJECTS)
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/make_filters: $(FILTERS_SOURCE:%.c=$(BUILD)/%.o)
	$(CC) $(IN_PARTS) $(ALL_LDFLAGS) -o $@ $^ -lseccomp

$(FILTERS): $(BUILD)/make_filters
	$(EMULATOR) $< > $@

$(FILTERS:.c=.o): $(FILTERS) $(BUILD)/settings
	$(CC) $(ALL_CFLAGS) -Icommon -c -o $@ $<

# What objects are compiled with; newer than they are as soon as it changes.
SETTINGS = $(CC) $(ALL_CFLAGS)
$(BUILD)/settings: FORCE
	@mkdir -p $(@D)
	@echo '$(subst ','\'',$(SETTINGS))' | cmp -s - $@ || echo '$(subst ','\'',$(SETTINGS))' > $@
FORCE:

# An include carries its path from common/ or from the root of the tool, so that it tells its
# floor. A unit test reaches into the tool that its folder is for, counts into mc-report.
tool_of_counts = report
unit_tool  = $(filter $(TOOLS),mc-$(or $(tool_of_$(1)),$(1)))
rooms      = $(if $(filter tests/%,$(1)),-Itests $(call rooms_of_test,$(word 3,$(subst /, ,$(1)))), \
                 $(if $(filter cmd/%,$(1)),-Icmd/$(word 2,$(subst /, ,$(1)))))
rooms_of_test = $(if $(call unit_tool,$(1)),-Icmd/$(call unit_tool,$(1))) \
                 $(if $(filter %_fuzz.c check.c,$(1)),-Icmd/mc-signal -isystem /usr/include/libxml2)

$(BUILD)/%.o: %.c $(BUILD)/settings
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Icommon $(call rooms,$<) -c -o $@ $<

$(BUILD)/locale/%/LC_MESSAGES/meldcode.mo: common/po/%.po
	@mkdir -p $(@D)
	msgfmt --check -o $@ $<

# Brings the messages of every language up to date with the code.
messages:
	xgettext --from-code=UTF-8 -k_ -kN_ --no-location --sort-output --omit-header \
	    -o $(BUILD)/meldcode.pot $(sort $(MESSAGE_FILES))
	for language in $(LANGUAGES); do \
		msgmerge --quiet --update --backup=none --no-fuzzy-matching \
		    common/po/$$language.po $(BUILD)/meldcode.pot || exit 1; \
	done

unit_objects = $(if $(1),$(filter-out %/main.o,$(call tool_objects,$(1))))
tool_of_test = $(call unit_tool,$(firstword $(subst /, ,$(1))))
$(UNIT_TESTS): $(BUILD)/tests/%: $(BUILD)/tests/unit/%.o $$(call unit_objects,$$(call tool_of_test,$$*)) \
    $(COMMON_LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(IN_PARTS) $(ALL_LDFLAGS) -o $@ $^ $(LIBRARIES) $(LIBRARIES_$(call tool_of_test,$*)) -lcmocka

# Tools of which the counts are broken on purpose, so that the attack on them is seen to find it:
# each is one that is right, but for the goals of its rounding.
BROKEN_SOURCE = cmd/mc-report/counts/rounding/goals.c
BROKEN_TOOLS  = $(patsubst tests/counts/broken/%.sed,$(BUILD)/broken/%/mc-report,$(wildcard tests/counts/broken/*.sed))
$(BROKEN_TOOLS): $(BUILD)/broken/%/mc-report: tests/counts/broken/%.sed $(BIN)/mc-report
	@mkdir -p $(@D)
	sed -f $< $(BROKEN_SOURCE) > $(@D)/goals.c
	! cmp -s $(@D)/goals.c $(BROKEN_SOURCE)
	ln -sf ../../bin/mc-weigh ../../bin/mc-refer $(@D)
	$(CC) $(ALL_CFLAGS) -w -MF $(@D)/goals.d -Icommon -Icmd/mc-report $(IN_PARTS) $(ALL_LDFLAGS) -o $@ $(@D)/goals.c \
	    $(filter-out $(BUILD)/$(BROKEN_SOURCE:.c=.o),$(call tool_objects,mc-report)) \
	    $(COMMON_LIBRARY) $(LIBRARIES) $(LIBRARIES_mc-report)

check: all $(UNIT_TESTS) $(LOADABLE_TOOLS) $(BROKEN_TOOLS)
	tests/run $(BUILD)

check-unit: $(UNIT_TESTS)
	tests/run $(BUILD) unit

asan:
	$(MAKE) check BUILD=$(BUILD)/asan CFLAGS='-O1 -g' \
	    EXTRA_CFLAGS='-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer'

# Needs gcovr. Nothing is optimised away; the sandbox would keep the counts from being written.
coverage:
	$(MAKE) all unit-tests BUILD=$(BUILD)/coverage CFLAGS='-O0 -g' EXTRA_CFLAGS='--coverage -DWITHOUT_SANDBOX'
	tests/coverage $(BUILD)/coverage

# Needs valgrind, which the sandbox would not let work. An hour.
memcheck:
	$(MAKE) all BUILD=$(BUILD)/memcheck CFLAGS='-O1 -g' EXTRA_CFLAGS=-DWITHOUT_SANDBOX
	tests/memcheck $(BUILD)/memcheck

unit-tests: $(UNIT_TESTS)

dead:
	@$(MAKE) -s $(TOOLS:%=$(BUILD)/dead/bin/%) BUILD=$(BUILD)/dead \
	    CFLAGS='-O0 -ffunction-sections -fdata-sections' LDFLAGS='-Wl,--gc-sections $(ASKED)'
	@tests/dead $(BUILD)/dead

# Needs clang and libxml2-dev. What breaks a target is left in the build folder.
SECONDS ?= 480
# Comparisons are not traced: the words that they would lead to are given.
FUZZ_FLAGS = -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-coverage=trace-cmp -fno-sanitize-recover=all
fuzz:
	$(MAKE) fuzz-targets BUILD=$(BUILD)/fuzz CC=clang CFLAGS='-O2 -g' EXTRA_CFLAGS='$(FUZZ_FLAGS)'
	tests/fuzz/run $(BUILD)/fuzz $(SECONDS)

FUZZ_TARGETS = $(patsubst tests/fuzz/%_fuzz.c,$(BUILD)/%,$(wildcard tests/fuzz/*_fuzz.c))
FUZZ_OF_PART = $(BUILD)/intake $(BUILD)/dates
FUZZ_OF_ALL  = $(filter-out $(FUZZ_OF_PART),$(FUZZ_TARGETS))
fuzz-targets: $(FUZZ_TARGETS) $(CATALOGUES)

# A whole tool, of which only main is seen, by the tool's name. It ends, and asks for memory, by way
# of tests/fuzz/tools.c; its variables stand together, so that they can be put back.
as_function = --redefine-sym main=$(1)_main --keep-global-symbol=$(1)_main \
    $(foreach call,exit malloc calloc realloc reallocarray free,--redefine-sym $(call)=tool_$(call)) \
    --rename-section .data=$(1)_state --rename-section .bss=$(1)_state,alloc,load,data,contents
$(BUILD)/whole/%.o: $$(call tool_objects,%) $(COMMON_OBJECTS)
	@mkdir -p $(@D)
	$(LD) -r -o $@ $^
	objcopy $(call as_function,$(subst -,_,$*)) $@

$(FUZZ_OF_ALL): $(BUILD)/%: $(BUILD)/tests/fuzz/%_fuzz.o $(BUILD)/tests/fuzz/tools.o \
    $(BUILD)/tests/fuzz/check.o $(TOOLS:%=$(BUILD)/whole/%.o) $(COMMON_LIBRARY)
	$(CC) $(ALL_LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(LIBRARIES) $(sort $(foreach tool,$(TOOLS),$(LIBRARIES_$(tool)))) -lxml2

$(FUZZ_OF_PART): $(BUILD)/%: $(BUILD)/tests/fuzz/%_fuzz.o $(BUILD)/tests/fuzz/check.o \
    $$(call unit_objects,mc-signal) $(COMMON_LIBRARY)
	$(CC) $(ALL_LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(LIBRARIES) $(LIBRARIES_mc-signal) -lxml2

# Of the calls that give memory make check leaves many out. A quarter of an hour.
faults: all $(LOADABLE_TOOLS)
	@FAULTS=all BIN=$(BIN) tests/cli/faults.sh

# Needs glpk-utils. Some minutes.
audit: all $(BROKEN_TOOLS)
	@PYTHONDONTWRITEBYTECODE=1 $(PYTHON) tests/counts/audit.py $(BIN) $(BUILD)/broken

demo: all
	@tests/demo $(BIN)

# RECORDS and ROUNDS may be fewer; TASKS are some of those that tests/bench/run names.
RECORDS ?= 5000000
ROUNDS  ?= 5
bench: all
	@$(PYTHON) tests/bench/run $(BUILD) $(RECORDS) $(ROUNDS) $(TASKS)

# Any of these paths may have blanks. What names /usr/local names the real place once installed.
put    = $(if $(3),install -d '$(DESTDIR)$(2)' && install -m $(1) $(3) '$(DESTDIR)$(2)')
mended = sed -i 's,/usr/local/bin,$(BINDIR),g; s,/usr/local/share/doc/meldcode,$(DOCDIR),g'
install: all
	$(call put,755,$(BINDIR),$(TOOLS:%=$(BIN)/%) $(COUNTS))
	$(call put,644,$(DOCDIR)/examples,$(EXAMPLES))
	$(call put,644,$(UNITDIR),$(UNITS))
	$(call put,644,$(BASHDIR),$(wildcard $(COMPLETION)/bash/*))
	$(call put,644,$(ZSHDIR),$(wildcard $(COMPLETION)/zsh/*))
	$(call put,644,$(FISHDIR),$(wildcard $(COMPLETION)/fish/*))
	$(mended) $(foreach file,$(notdir $(EXAMPLES)),'$(DESTDIR)$(DOCDIR)/examples/$(file)') \
	    $(foreach file,$(notdir $(UNITS)),'$(DESTDIR)$(UNITDIR)/$(file)')
	for language in '' $(LANGUAGES:%=/%); do \
		for page in man$$language/*.[157]; do \
			folder='$(DESTDIR)$(MANDIR)'$$language/man$${page##*.} && \
			install -d "$$folder" && install -m 644 $$page "$$folder" && \
			$(mended) "$$folder/$${page##*/}" || exit 1; \
		done; \
		folder='$(DESTDIR)$(MANDIR)'$$language/man1 && \
		ln -sf ../man7/mc-counts.7 "$$folder/meldcode-counts.1" || exit 1; \
	done
	for language in $(LANGUAGES); do \
		folder='$(DESTDIR)$(LOCALEDIR)'/$$language/LC_MESSAGES && \
		install -d "$$folder" && \
		install -m 644 $(BUILD)/locale/$$language/LC_MESSAGES/meldcode.mo "$$folder" || exit 1; \
	done

# What an install would put somewhere is taken away there. When all is built, nothing is built anew
# for that, as another place would ask for.
BUILT = $(TOOLS:%=$(BIN)/%) $(CATALOGUES)
uninstall:
	rm -rf $(BUILD)/uninstall
	$(MAKE) -s $(if $(filter-out $(wildcard $(BUILT)),$(BUILT)),,-o all) install DESTDIR=$(BUILD)/uninstall
	find $(BUILD)/uninstall ! -type d -printf '$(DESTDIR)/%P\0' | xargs -0 rm -f
	-rmdir '$(DESTDIR)$(DOCDIR)/examples' '$(DESTDIR)$(DOCDIR)'

# Needs debhelper, and what control says. With DEB_BUILD_OPTIONS=nocheck without the tests.
DEB      = $(BUILD)/deb
DEB_TREE = $(DEB)/meldcode-$(VERSION)
deb:
	rm -rf $(DEB)
	mkdir -p $(DEB_TREE)
	cp -R LICENSE Makefile README.md cmd common man tests $(DEB_TREE)
	cp -R common/debian $(DEB_TREE)/debian
	chmod -R u=rwX,go=rX $(DEB_TREE)
	cd $(DEB_TREE) && env -u MAKEFLAGS -u MAKELEVEL dpkg-buildpackage --no-sign

# Needs root, debootstrap, autopkgtest and lintian, and some minutes.
deb-check: deb
	tests/deb $(BUILD) bookworm trixie+build

# What checkers say of the code: nothing. tests/prepare lint installs them.
lint:
	tests/lint

format:
	find common cmd tests -name '*.[ch]' -exec clang-format -i {} +

clean:
	rm -rf $(BUILD)

.PHONY: FORCE all messages check check-unit unit-tests asan coverage memcheck dead faults audit fuzz fuzz-targets demo bench install uninstall deb deb-check lint format clean
.DELETE_ON_ERROR:

-include $(shell find $(BUILD) -path $(DEB) -prune -o -type f -name '*.d' -print 2>/dev/null)
