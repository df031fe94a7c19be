/*
 * Writes the filters of system calls (tool/sandbox/filters.h) to standard output, as C. Runs when
 * the tools are built.
 *
 * A call that stands in no table here is refused, with EPERM: whoever adds one says here what it
 * is for. A call of another machine's numbers ends the process.
 */

#include <asm/termbits.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>

#include "tool/blocks.h"
#include "tool/sandbox/filters.h"

struct call {
	int number; /* negative for one that this machine does not have */
	bool has_condition;
	struct scmp_arg_cmp condition;
};

#define CALL(name)                                                                                 \
	{                                                                                          \
		.number = SCMP_SYS(name)                                                           \
	}

/* With an argument, from 0, that equals a value. */
#define WHEN(name, argument, value)                                                                \
	{                                                                                          \
		.number = SCMP_SYS(name), .has_condition = true, .condition = {                    \
			argument,                                                                  \
			SCMP_CMP_EQ,                                                               \
			value,                                                                     \
			0                                                                          \
		}                                                                                  \
	}

/* With an argument that has all of these bits. */
#define WITH(name, argument, bits)                                                                 \
	{                                                                                          \
		.number = SCMP_SYS(name), .has_condition = true, .condition = {                    \
			argument,                                                                  \
			SCMP_CMP_MASKED_EQ,                                                        \
			bits,                                                                      \
			bits                                                                       \
		}                                                                                  \
	}

/* With an argument that has none of these bits. */
#define WITHOUT(name, argument, bits)                                                              \
	{                                                                                          \
		.number = SCMP_SYS(name), .has_condition = true, .condition = {                    \
			argument,                                                                  \
			SCMP_CMP_MASKED_EQ,                                                        \
			bits,                                                                      \
			0                                                                          \
		}                                                                                  \
	}

/* Where the other calls that tell of a file are not there, or tell its times in 32 bits. */
#if !defined(__NR_newfstatat) || defined(__mips__) || defined(__loongarch__)
#define ASKS_STATX
#endif

/* What every tool needs to its end: the files that are open, memory that holds no program, the
 * time, and to end itself. */
static const struct call always[] = {
    CALL(read),
    CALL(pread64),
    CALL(write),
    CALL(writev),
    CALL(lseek),
    CALL(_llseek),
    CALL(ftruncate),
    CALL(ftruncate64),
    CALL(fsync),
    CALL(close),
    CALL(fstat),
    CALL(fstat64),
    WHEN(newfstatat, 3, AT_EMPTY_PATH), /* fstat() of some C libraries */
    WITH(fstatat64, 3, AT_EMPTY_PATH),
#ifdef ASKS_STATX
    WITH(statx, 2, AT_EMPTY_PATH),
#endif
    WHEN(ioctl, 1, TCGETS), /* isatty() */
    WHEN(ioctl, 1, TCGETS2),
    CALL(brk),
    WITHOUT(mmap, 2, PROT_EXEC),
    WITHOUT(mmap2, 2, PROT_EXEC),
    CALL(mremap),
    CALL(munmap),
    WHEN(madvise, 2, MADV_POPULATE_WRITE),
    CALL(sysinfo), /* qsort() asks how much memory there is */
    CALL(getrandom),
    CALL(time),
    CALL(gettimeofday),
    CALL(clock_gettime),
    CALL(clock_gettime64),
    WHEN(futex, 1, FUTEX_WAKE_PRIVATE), /* pthread_once() tells nobody */
    WHEN(futex_time64, 1, FUTEX_WAKE_PRIVATE),
    CALL(getpid),
    CALL(gettid),
    CALL(rt_sigaction),
    CALL(rt_sigprocmask),
    CALL(rt_sigreturn),
    CALL(sigreturn),
    WHEN(tgkill, 0, FILTER_SELF), /* raise() and abort() */
    CALL(exit),
    CALL(exit_group),
};

/* Files are opened to be read; none is made or changed by it. When the last is open the filter
 * gets stricter. */
static const struct call reading[] = {
    WITHOUT(openat, 2, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC),
    WHEN(seccomp, 0, SECCOMP_SET_MODE_FILTER),
};

/* A file that is open already gets its name, or goes. */
static const struct call replacing[] = {
    CALL(rename),
    CALL(renameat),
    CALL(renameat2),
    CALL(unlink),
    CALL(unlinkat),
};

/* The case log, or another file that is made or changed: opened, locked, given its rights. */
static const struct call storing[] = {
    CALL(openat),
    CALL(stat),
    CALL(lstat),
    CALL(stat64),
    CALL(lstat64),
    CALL(newfstatat),
    CALL(fstatat64),
#ifdef ASKS_STATX
    CALL(statx),
#endif
    CALL(access),
    CALL(faccessat),
    CALL(faccessat2),
    CALL(readlink),
    CALL(readlinkat),
    CALL(getcwd),
    CALL(rename),
    CALL(renameat),
    CALL(renameat2),
    CALL(link),
    CALL(linkat),
    CALL(unlink),
    CALL(unlinkat),
    CALL(flock),
    CALL(fchmod),
    CALL(fchown),
    CALL(fchown32),
    CALL(flistxattr),
    CALL(fgetxattr),
    CALL(fsetxattr),
    CALL(fremovexattr),
};

/* The terminal, but nothing typed into it. */
static const struct call asking[] = {
    WHEN(ioctl, 1, TCSETS),
    WHEN(ioctl, 1, TCSETSW),
    WHEN(ioctl, 1, TCSETSF),
    WHEN(ioctl, 1, TCSETS2),
    WHEN(ioctl, 1, TCSETSW2),
    WHEN(ioctl, 1, TCSETSF2),
    WHEN(ioctl, 1, TIOCGWINSZ),
    WHEN(ioctl, 1, TIOCGPGRP),
    WHEN(ioctl, 1, FIONREAD),
    WHEN(fcntl, 1, F_GETFL),
    WHEN(fcntl64, 1, F_GETFL),
    CALL(getpgrp),
    CALL(getpgid),
    CALL(poll),
    CALL(ppoll),
    CALL(ppoll_time64),
    CALL(restart_syscall),
};

#define COUNT_OF(list) (sizeof(list) / sizeof((list)[0]))

/* No build goes on with a filter that lacks something. */
static void
expect(bool is_fine, const char *what)
{
	if (is_fine)
		return;
	fprintf(stderr, "make_filters: %s\n", what);
	exit(EXIT_FAILURE);
}

static void
allow(scmp_filter_ctx filter, const struct call calls[], size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct call *call = &calls[i];

		if (call->number < 0)
			continue;
		int result = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call->number,
		    call->has_condition ? 1 : 0, &call->condition);
		/* What is allowed already needs no condition. */
		expect(result == 0 || result == -EEXIST, "a rule cannot be added");
	}
}

static scmp_filter_ctx
make_filter(unsigned kept)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));

	expect(filter != NULL, "libseccomp cannot be used");
	expect(seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0,
	    "calls of another machine cannot be refused");
	if (kept & CONFINE_STORE)
		allow(filter, storing, COUNT_OF(storing));
	allow(filter, always, COUNT_OF(always));
	if (kept & CONFINE_READ)
		allow(filter, reading, COUNT_OF(reading));
	if (kept & CONFINE_REPLACE)
		allow(filter, replacing, COUNT_OF(replacing));
	if (kept & CONFINE_ASK)
		allow(filter, asking, COUNT_OF(asking));
	return filter;
}

static void
print_step(const struct sock_filter *step)
{
	printf("    {0x%x, %u, %u, 0x%x},\n", step->code, step->jt, step->jf, step->k);
}

/* The system tries a filter on each of its calls when it is put in force, to know those that it
 * need not ask about again; that takes longer than all asking of a small run. At this step, which
 * keeps a number that nobody asks for, it leaves that. */
static const struct sock_filter untried = {.code = BPF_MISC | BPF_TAX};

/* Writes the steps of a filter; returns how many. */
static unsigned
write_steps(scmp_filter_ctx filter, unsigned kept)
{
	FILE *exported = tmpfile();
	struct sock_filter step;
	unsigned count = 0;

	expect(exported != NULL && seccomp_export_bpf(filter, fileno(exported)) == 0,
	    "a filter cannot be written");
	rewind(exported);
	printf("static const struct sock_filter steps_%u[] = {\n", kept);
	print_step(&untried);
	count++;
	for (; fread(&step, sizeof(step), 1, exported) == 1; count++)
		print_step(&step);
	printf("};\n");
	expect(count > 0 && count <= FILTER_STEPS_MAX, "a filter has no steps, or too many");
	fclose(exported);
	return count;
}

int
main(void)
{
	unsigned count[FILTERS];

	printf("#include \"tool/sandbox/filters.h\"\n");
	for (unsigned kept = 0; kept < FILTERS; kept++) {
		scmp_filter_ctx filter = make_filter(kept);

		count[kept] = write_steps(filter, kept);
		seccomp_release(filter);
	}
	printf("const struct filter filters[FILTERS] = {\n");
	for (unsigned kept = 0; kept < FILTERS; kept++)
		printf("    {steps_%u, %u},\n", kept, count[kept]);
	printf("};\n");
	expect(fflush(stdout) == 0, "the filters cannot be written");
	return EXIT_SUCCESS;
}
