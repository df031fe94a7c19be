# The meldcode toolkit. GNU make.
#
#   make            the four tools, in build/bin
#   make demo       the main job on the example
#   make check      every test; make asan: the same under the sanitizers
#   make bench      speed, as ratios against other programs on the same file
#   make install    to DESTDIR, PREFIX, BINDIR, MANDIR; make uninstall undoes it

TOOLS   = mc-signal mc-weigh mc-refer mc-report
VERSION = 1.0

PREFIX  ?= /usr/local
BINDIR  ?= $(PREFIX)/bin
MANDIR  ?= $(PREFIX)/share/man
LOCALEDIR ?= $(PREFIX)/share/locale

BUILD ?= build
BIN    = $(BUILD)/bin

CC       ?= cc
WARNINGS  = -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes
CFLAGS   ?= -O3 -g
ALL_CFLAGS  = -std=c11 -D_GNU_SOURCE -DVERSION='"$(VERSION)"' -DLOCALEDIR='"$(LOCALEDIR)"' \
              -Icommon -MMD -MP $(WARNINGS) $(CFLAGS) $(EXTRA_CFLAGS)
ALL_LDFLAGS = $(LDFLAGS) $(EXTRA_CFLAGS)
LIBRARIES   = -lcsv -lseccomp

COMMON_SOURCES = $(wildcard common/*.c)
COMMON_OBJECTS = $(COMMON_SOURCES:%.c=$(BUILD)/%.o)
COMMON_LIBRARY = $(BUILD)/common.a
PAGES          = $(wildcard man/*.[157])
UNIT_SOURCES   = $(wildcard tests/unit/*_test.c)
UNIT_TESTS     = $(UNIT_SOURCES:tests/unit/%.c=$(BUILD)/tests/%)

all: $(TOOLS:%=$(BIN)/%)

tool_sources = $(wildcard cmd/$(1)/*.c cmd/$(1)/*/*.c)
tool_objects = $(patsubst %.c,$(BUILD)/%.o,$(call tool_sources,$(1)))

.SECONDEXPANSION:
$(TOOLS:%=$(BIN)/%): $(BIN)/%: $$(call tool_objects,%) $(COMMON_LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBRARIES)

$(COMMON_LIBRARY): $(COMMON_OBJECTS)
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

# A unit test may reach into one tool: tests/unit/refer_NAME_test.c into mc-refer, and so on.
unit_tool = $(filter $(TOOLS),mc-$(firstword $(subst _, ,$(1))))
unit_objects = $(if $(call unit_tool,$(1)),$(filter-out %/main.o,$(call tool_objects,$(call unit_tool,$(1)))))
$(UNIT_TESTS): $(BUILD)/tests/%: $(BUILD)/tests/unit/%.o $$(call unit_objects,%) $(COMMON_LIBRARY)
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBRARIES) -lcmocka

check: all $(UNIT_TESTS)
	tests/run $(BUILD)

asan:
	$(MAKE) check BUILD=$(BUILD)/asan CFLAGS='-O1 -g' \
	    EXTRA_CFLAGS='-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer'

demo: all
	@tests/demo $(BIN)

bench: all
	@tests/bench/run $(BUILD)

install: all
	install -d $(DESTDIR)$(BINDIR)
	install -m 755 $(TOOLS:%=$(BIN)/%) $(DESTDIR)$(BINDIR)
	for page in $(PAGES); do \
		install -d $(DESTDIR)$(MANDIR)/man$${page##*.} && \
		install -m 644 $$page $(DESTDIR)$(MANDIR)/man$${page##*.} || exit 1; \
	done

uninstall:
	rm -f $(TOOLS:%=$(DESTDIR)$(BINDIR)/%)
	for page in $(PAGES); do rm -f $(DESTDIR)$(MANDIR)/man$${page##*.}/$${page##*/}; done

format:
	clang-format -i $(wildcard common/*.[ch] cmd/*/*.[ch] cmd/*/*/*.[ch] tests/unit/*.[ch])

clean:
	rm -rf $(BUILD)

.PHONY: all check asan demo bench install uninstall format clean
.DELETE_ON_ERROR:

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
