/*
 * Goal: the stages of a pipeline wake each other as little as the system allows, and who chose how
 * a tool has its turns is not overruled.
 */

#include "support/apart.h"

#include <fcntl.h>
#include <sched.h>

#include "tool/operands.h"

enum { MOST = 1024 * 1024, LESS = 256 * 1024, BY_ITSELF = 64 * 1024 };

/* What the system makes of the wish for one size, or else the other. */
static int
size_given(void)
{
	int ends[2], size;

	assert_int_equal(pipe(ends), 0);
	if ((size = fcntl(ends[0], F_SETPIPE_SZ, MOST)) == -1
	    && (size = fcntl(ends[0], F_SETPIPE_SZ, LESS)) == -1)
		size = fcntl(ends[0], F_GETPIPE_SZ);
	close(ends[0]);
	close(ends[1]);
	return size;
}

/* How a tool is run: between which pipes, and with which turns. */
struct run {
	const char *name;
	bool reads_pipe, writes_pipe;
	int policy, later_policy;
};

static const struct run runs[] = {
    {"stage", true, true, SCHED_OTHER, SCHED_BATCH},
    {"first", false, true, SCHED_OTHER, SCHED_BATCH},
    {"last", true, false, SCHED_OTHER, SCHED_BATCH},
    {"batch already", true, true, SCHED_BATCH, SCHED_BATCH},
    {"idle by choice", true, true, SCHED_IDLE, SCHED_IDLE},
};

/* Gives the descriptor to an end of a pipe, or to nothing. */
static void
give(int descriptor, bool is_pipe)
{
	int ends[2];

	if (is_pipe && pipe(ends) == 0) {
		(void)fcntl(ends[0], F_SETPIPE_SZ, BY_ITSELF);
		dup2(ends[descriptor == STDIN_FILENO ? 0 : 1], descriptor);
	} else {
		dup2(open("/dev/null", O_RDWR), descriptor);
	}
}

static bool
is_widened(int descriptor, bool is_pipe, int size)
{
	return !is_pipe || fcntl(descriptor, F_GETPIPE_SZ) == size;
}

/* Says on standard error what is not as it should be. */
static void
open_operands(const void *argument)
{
	static char *const none[] = {NULL};
	const struct run *run = argument;
	struct operands operands;
	int size = size_given();

	give(STDIN_FILENO, run->reads_pipe);
	give(STDOUT_FILENO, run->writes_pipe);
	(void)sched_setscheduler(0, run->policy, &(struct sched_param){0});
	operands_open(&operands, none);
	if (!is_widened(STDIN_FILENO, run->reads_pipe, size))
		fprintf(stderr, "input not widened ");
	if (!is_widened(STDOUT_FILENO, run->writes_pipe, size))
		fprintf(stderr, "output not widened ");
	if (sched_getscheduler(0) != run->later_policy)
		fprintf(stderr, "policy %d ", sched_getscheduler(0));
}

static void
test_pipeline_is_eased(void **state)
{
	char said[256];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(runs); i++) {
		int status = apart_ask(open_operands, &runs[i], said, sizeof(said));

		check_string(runs[i].name, "what is not so", said, "");
		check_number(runs[i].name, "status", (unsigned long)status, APART_CAME_BACK);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_pipeline_is_eased),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
