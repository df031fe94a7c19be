/*
 * Goal: after confine_self() a process opens no files, uses no network and
 * starts no programs, and what it had open it reads on; confine_self_but_files()
 * takes the same but the files.
 *
 * Each attempt is made in a child, which ends with what it found.
 */

#include "support/check.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tool/confine.h"

#if defined(__SANITIZE_ADDRESS__)
#define UNDER_SANITIZER
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define UNDER_SANITIZER
#endif
#endif

/* Why this system or build gives up less; NULL when it does not. */
static const char *
reason_to_skip(void)
{
#ifdef UNDER_SANITIZER
	return "the leak checker stops and reads its own process";
#else
	return prctl(PR_GET_SECCOMP) == -1 ? "this system cannot filter system calls" : NULL;
#endif
}

/* What an attempt came to: it was allowed, or refused with this errno. */
enum { ALLOWED = 0, WRONG = 255 };

/* How a child ends that makes the attempt after giving up its rights. */
static int
attempt_after(void (*confine)(void), int (*attempt)(void))
{
	int status;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		confine();
		_exit(attempt());
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
give_up_nothing(void)
{
}

static int
result_of(int descriptor)
{
	return descriptor >= 0 ? ALLOWED : errno;
}

static int
open_to_read(void)
{
	return result_of(open("/dev/null", O_RDONLY));
}

static int
open_to_write(void)
{
	return result_of(open("/dev/null", O_WRONLY | O_CREAT, 0600));
}

static int
open_with_stdio(void)
{
	return fopen("/dev/null", "r") != NULL ? ALLOWED : errno;
}

static int
make_file(void)
{
	return result_of(creat("/dev/null", 0600));
}

static int
open_socket(void)
{
	return result_of(socket(AF_INET, SOCK_STREAM, 0));
}

static int
open_local_socket(void)
{
	return result_of(socket(AF_UNIX, SOCK_STREAM, 0));
}

/* The program that would be started says "allowed" by its status. */
static int
start_program(void)
{
	execl("/bin/true", "true", (char *)NULL);
	return errno;
}

static int
start_shell(void)
{
	int status = system("exit 0");

	return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? ALLOWED : EPERM;
}

static int pipe_ends[2];

static int
read_on(void)
{
	char text[8] = "";

	if (read(pipe_ends[0], text, 3) != 3 || strcmp(text, "yes") != 0)
		return WRONG;
	return write(pipe_ends[1], "no", 2) == 2 && malloc(1 << 20) != NULL ? ALLOWED : WRONG;
}

static int
leave_a_core(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_CORE, &limit) != 0)
		return WRONG;
	return limit.rlim_cur == 0 && limit.rlim_max == 0 && prctl(PR_GET_DUMPABLE) == 0 ? EPERM
											 : ALLOWED;
}

static const struct attempt_row {
	const char *name;
	int (*attempt)(void);
	int confined, but_files; /* ALLOWED, or the errno */
} attempt_rows[] = {
    {"opening a file to read", open_to_read, EPERM, ALLOWED},
    {"opening a file to write", open_to_write, EPERM, ALLOWED},
    {"opening a file with stdio", open_with_stdio, EPERM, ALLOWED},
    {"making a file", make_file, EPERM, ALLOWED},
    {"a socket to the network", open_socket, EPERM, EPERM},
    {"a socket on the machine", open_local_socket, EPERM, EPERM},
    {"starting a program", start_program, EPERM, EPERM},
    {"starting a shell", start_shell, EPERM, EPERM},
    {"leaving a core dump", leave_a_core, EPERM, EPERM},
};

static void
check_attempts(bool all)
{
	if (reason_to_skip() != NULL)
		return;
	for (size_t i = 0; i < COUNT_OF(attempt_rows); i++) {
		const struct attempt_row *row = &attempt_rows[i];
		int got = attempt_after(all ? confine_self : confine_self_but_files, row->attempt);

		check_number(row->name, "after giving up", (unsigned)got,
		    (unsigned)(all ? row->confined : row->but_files));
	}
}

/* Else the other tests say nothing: a core dump alone may be off already. */
static void
test_all_is_allowed_before(void **state)
{
	(void)state;
	for (size_t i = 0; i + 1 < COUNT_OF(attempt_rows); i++)
		if (attempt_rows[i].attempt != open_socket)
			check_number(attempt_rows[i].name, "before giving up",
			    (unsigned)attempt_after(give_up_nothing, attempt_rows[i].attempt),
			    ALLOWED);
}

static void
test_confined(void **state)
{
	(void)state;
	check_attempts(true);
}

static void
test_confined_but_files(void **state)
{
	(void)state;
	check_attempts(false);
}

static void
test_reading_goes_on(void **state)
{
	(void)state;
	assert_int_equal(pipe(pipe_ends), 0);
	assert_int_equal(write(pipe_ends[1], "yesyes", 6), 6);
	assert_int_equal(attempt_after(confine_self, read_on), ALLOWED);
	assert_int_equal(attempt_after(confine_self_but_files, read_on), ALLOWED);
	close(pipe_ends[0]);
	close(pipe_ends[1]);
}

/* cmocka's own skip() is a failure in TAP. */
static void
name_as_skipped(struct CMUnitTest *test, char name[128])
{
	if (reason_to_skip() == NULL)
		return;
	snprintf(name, 128, "%s # SKIP %s", test->name, reason_to_skip());
	test->name = name;
}

int
main(void)
{
	char names[2][128];
	struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_all_is_allowed_before),
	    cmocka_unit_test(test_reading_goes_on),
	    cmocka_unit_test(test_confined),
	    cmocka_unit_test(test_confined_but_files),
	};

	name_as_skipped(&tests[2], names[0]);
	name_as_skipped(&tests[3], names[1]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
