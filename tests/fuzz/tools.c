#include "tools.h"

#include <fcntl.h>
#include <getopt.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sanitizer/common_interface_defs.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"

/* Each tool's main, and where its variables begin and end, by names that the linker gives. */
#define TOOL(name)                                                                                 \
	extern int name##_main(int argc, char *argv[]);                                            \
	extern uint64_t __start_##name##_state[];                                                  \
	extern uint64_t __stop_##name##_state[]
TOOL(mc_signal);
TOOL(mc_weigh);
TOOL(mc_refer);
TOOL(mc_report);

static struct program {
	const char *name;
	int (*main)(int argc, char *argv[]);
	uint64_t *state, *state_end;
	uint64_t *at_start; /* a copy of the state as it was before the first run */
} programs[TOOL_NAMES] = {
    [MC_SIGNAL] = {"mc-signal", mc_signal_main, __start_mc_signal_state, __stop_mc_signal_state,
	NULL},
    [MC_WEIGH] = {"mc-weigh", mc_weigh_main, __start_mc_weigh_state, __stop_mc_weigh_state, NULL},
    [MC_REFER] = {"mc-refer", mc_refer_main, __start_mc_refer_state, __stop_mc_refer_state, NULL},
    [MC_REPORT] = {"mc-report", mc_report_main, __start_mc_report_state, __stop_mc_report_state,
	NULL},
};

/* Copies what the sanitizer would not let anybody read: what lies between variables too. */
__attribute__((no_sanitize("address"))) static void
copy_state(volatile uint64_t *to, const volatile uint64_t *from, size_t count)
{
	while (count-- > 0)
		*to++ = *from++;
}

static void
put_back_state(struct program *program)
{
	size_t count = (size_t)(program->state_end - program->state);

	if (program->at_start == NULL) {
		program->at_start = malloc(count * sizeof(*program->at_start));
		must(program->at_start != NULL);
		copy_state(program->at_start, program->state, count);
	}
	copy_state(program->state, program->at_start, count);
}

/* What a tool holds; it asks for memory by these names. */
enum { HELD_MAX = 1 << 16 };

static void *held[HELD_MAX];
static size_t held_count;

static void *
hold(void *memory)
{
	if (memory != NULL) {
		must(held_count < HELD_MAX);
		held[held_count++] = memory;
	}
	return memory;
}

static void
let_go(const void *memory)
{
	for (size_t i = held_count; i-- > 0;)
		if (held[i] == memory) {
			held[i] = held[--held_count];
			return;
		}
}

void *tool_malloc(size_t size);
void *tool_calloc(size_t count, size_t size);
void *tool_realloc(void *memory, size_t size);
void *tool_reallocarray(void *memory, size_t count, size_t size);
void tool_free(void *memory);
_Noreturn void tool_exit(int status);

void *
tool_malloc(size_t size)
{
	return hold(malloc(size));
}

void *
tool_calloc(size_t count, size_t size)
{
	return hold(calloc(count, size));
}

void *
tool_realloc(void *memory, size_t size)
{
	let_go(memory);
	return hold(realloc(memory, size));
}

void *
tool_reallocarray(void *memory, size_t count, size_t size)
{
	let_go(memory);
	return hold(reallocarray(memory, count, size));
}

/* Also what the C library made for it. */
void
tool_free(void *memory)
{
	let_go(memory);
	free(memory);
}

static void
free_held(void)
{
	while (held_count > 0)
		free(held[--held_count]);
}

static jmp_buf end_of_run;

_Noreturn void
tool_exit(int status)
{
	/* 0 would say that nothing was ended. */
	longjmp(end_of_run, status + 1);
}

static int
run_main(struct program *program, char *argv[])
{
	int argc = 0, ended;

	while (argv[argc] != NULL)
		argc++;
	optind = 0;
	ended = setjmp(end_of_run);
	return ended != 0 ? ended - 1 : program->main(argc, argv);
}

static void
write_all(int descriptor, struct bytes content)
{
	must(write(descriptor, content.at, content.length) == (ssize_t)content.length);
	must(lseek(descriptor, 0, SEEK_SET) == 0);
}

int
tools_file(struct bytes content, char path[FILE_NAME_SIZE])
{
	int descriptor = memfd_create("file", MFD_CLOEXEC);

	must(descriptor != -1 && fchmod(descriptor, 0600) == 0);
	write_all(descriptor, content);
	snprintf(path, FILE_NAME_SIZE, "/proc/self/fd/%d", descriptor);
	return descriptor;
}

struct bytes
tools_content(int descriptor)
{
	struct stat status;

	must(fstat(descriptor, &status) == 0);
	char *at = malloc((size_t)status.st_size + 1);
	must(at != NULL);
	must(pread(descriptor, at, (size_t)status.st_size, 0) == status.st_size);
	return (struct bytes){at, (size_t)status.st_size};
}

enum { STREAMS = 3 };

/* What the sanitizers find during a run must not land in the tool's messages. */
static void
keep_reports_apart(void)
{
	static bool is_apart;

	if (!is_apart)
		__sanitizer_set_report_fd((void *)(intptr_t)fcntl(STDERR_FILENO, F_DUPFD, STREAMS));
	is_apart = true;
}

/* The standard streams of a run: the files in memory that are in their place, and what was there.
 */
struct streams {
	int file[STREAMS], kept[STREAMS];
};

static void
redirect(struct streams *streams, struct bytes input)
{
	char path[FILE_NAME_SIZE];

	for (int stream = 0; stream < STREAMS; stream++) {
		streams->file[stream] =
		    tools_file(stream == STDIN_FILENO ? input : (struct bytes){"", 0}, path);
		streams->kept[stream] = fcntl(stream, F_DUPFD_CLOEXEC, STREAMS);
		must(dup2(streams->file[stream], stream) == stream);
	}
}

/* Also those that the tool closed. */
static void
put_back_streams(const struct streams *streams)
{
	for (int stream = 0; stream < STREAMS; stream++) {
		close(streams->file[stream]);
		if (streams->kept[stream] == -1)
			continue;
		must(dup2(streams->kept[stream], stream) == stream);
		close(streams->kept[stream]);
	}
}

/* The number that the next descriptor gets: what a run leaves open has this one or more. */
static int
next_descriptor(void)
{
	int descriptor = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STREAMS);

	close(descriptor);
	return descriptor;
}

struct output
tools_run(enum tool_name name, const char *const arguments[], struct bytes input)
{
	struct program *program = &programs[name];
	char *argv[ARGUMENTS_MAX + 2] = {(char *)program->name};
	struct streams streams;
	struct output output;

	for (size_t i = 0; arguments[i] != NULL; i++) {
		must(i < ARGUMENTS_MAX);
		argv[i + 1] = (char *)arguments[i];
	}
	keep_reports_apart();
	put_back_state(program);
	redirect(&streams, input);
	int first = next_descriptor();
	output.status = run_main(program, argv);
	close_range((unsigned)first, ~0U, 0);
	free_held();
	output.out = tools_content(streams.file[STDOUT_FILENO]);
	output.messages = tools_content(streams.file[STDERR_FILENO]);
	put_back_streams(&streams);
	return output;
}

void
output_free(struct output *output)
{
	free((char *)output->out.at);
	free((char *)output->messages.at);
}
