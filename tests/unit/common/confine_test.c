/*
 * Goal: a confined process makes no call that its work does not need: it opens
 * no files, uses no network, starts no programs or threads, and what it had open
 * it reads on. What it keeps it can do for the given file, or folder, alone.
 *
 * Each attempt is made in a child, which ends with what it found.
 */

#include "support/check.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "tool/sandbox/confine.h"
#include "tool/sandbox/landlock.h"

#if defined(__SANITIZE_ADDRESS__) || defined(WITHOUT_SANDBOX)
#define HAS_NONE
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_NONE
#endif
#endif

/* Why this system or build gives up less; NULL when it does not. */
static const char *
reason_to_skip(void)
{
#ifdef HAS_NONE
	return "this build looks into its own process, and has none";
#else
	return prctl(PR_GET_SECCOMP) == -1 ? "this system cannot filter system calls" : NULL;
#endif
}

/* What an attempt came to: it was allowed, or refused with this errno. */
enum { ALLOWED = 0, WRONG = 255 };

enum { CONFINED_NOT = 1 << CONFINE_BITS };

static void
confine(unsigned kept)
{
	static const unsigned rights[] = {CONFINE_READ, CONFINE_REPLACE, CONFINE_STORE};
	struct confinement confinement;

	if (kept == CONFINED_NOT)
		return;
	confinement_open(&confinement, kept & CONFINE_ASK);
	for (size_t i = 0; i < COUNT_OF(rights); i++)
		if (kept & rights[i])
			confinement_give(&confinement, rights[i], "/dev/null");
	confinement_enforce(&confinement);
}

/* How a child ends that makes the attempt after giving up its rights. */
static int
attempt_after(unsigned kept, int (*attempt)(void))
{
	int status;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		confine(kept);
		_exit(attempt());
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
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

/* A thread would do the same. */
static int
start_process(void)
{
	pid_t child = fork();

	if (child == 0)
		_exit(0);
	return child > 0 ? ALLOWED : errno;
}

static int
make_program(void)
{
	void *memory = mmap(NULL, 1, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return memory != MAP_FAILED ? ALLOWED : errno;
}

static int
turn_into_program(void)
{
	void *memory = mmap(NULL, 1, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return result_of(mprotect(memory, 1, PROT_READ | PROT_EXEC));
}

static int
stop_another(void)
{
	return result_of(kill(getppid(), 0));
}

static int
queue_calls(void)
{
	/* Without memory for its rings it fails, but otherwise. */
	return syscall(SYS_io_uring_setup, 1, NULL) == -1 && errno == EPERM ? EPERM : ALLOWED;
}

static int
take_away(void)
{
	return unlink("/dev/nothing") == -1 && errno != ENOENT ? errno : ALLOWED;
}

static int
set_terminal(void)
{
	struct termios modes;

	/* Of no terminal. */
	return ioctl(STDIN_FILENO, TCSETS, &modes) == -1 && errno == EPERM ? EPERM : ALLOWED;
}

static int
type_into_terminal(void)
{
	return ioctl(-1, TIOCSTI, "x") == -1 && errno == EPERM ? EPERM : ALLOWED;
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

static const struct attempt_row {
	const char *name;
	int (*attempt)(void);
	unsigned allowed_by; /* any of these that is kept; 0: nothing */
} attempt_rows[] = {
    {"opening a file to read", open_to_read, CONFINE_READ | CONFINE_STORE},
    {"opening a file with stdio", open_with_stdio, CONFINE_READ | CONFINE_STORE},
    {"opening a file to write", open_to_write, CONFINE_STORE},
    {"taking a file away", take_away, CONFINE_REPLACE | CONFINE_STORE},
    {"setting the terminal", set_terminal, CONFINE_ASK},
    {"typing into the terminal", type_into_terminal, 0},
    {"a socket to the network", open_socket, 0},
    {"a socket on the machine", open_local_socket, 0},
    {"starting a program", start_program, 0},
    {"starting a shell", start_shell, 0},
    {"starting a process", start_process, 0},
    {"memory for a program", make_program, 0},
    {"memory turned into a program", turn_into_program, 0},
    {"signals to another", stop_another, 0},
    {"calls in a queue", queue_calls, 0},
};

/* Else the other tests say nothing. */
static void
test_all_is_allowed_before(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(attempt_rows); i++)
		if (attempt_rows[i].attempt != open_socket
		    && attempt_rows[i].attempt != queue_calls)
			check_number(attempt_rows[i].name, "before giving up",
			    (unsigned)attempt_after(CONFINED_NOT, attempt_rows[i].attempt),
			    ALLOWED);
}

static void
test_confined(void **state)
{
	(void)state;
	if (reason_to_skip() != NULL)
		return;
	for (unsigned kept = 0; kept < 1 << CONFINE_BITS; kept++)
		for (size_t i = 0; i < COUNT_OF(attempt_rows); i++) {
			const struct attempt_row *row = &attempt_rows[i];
			char what[64];

			snprintf(what, sizeof(what), "when %u is kept", kept);
			check_number(row->name, what, (unsigned)attempt_after(kept, row->attempt),
			    row->allowed_by & kept ? ALLOWED : EPERM);
		}
}

/* A file that is not given, in a folder that is not. */
static char elsewhere[] = "/tmp/confine_test.XXXXXX";

static int
open_elsewhere(void)
{
	return result_of(open(elsewhere, O_RDONLY));
}

static int
list_elsewhere(void)
{
	return result_of(open("/tmp", O_RDONLY | O_DIRECTORY));
}

static int
make_elsewhere(void)
{
	return result_of(open("/tmp/confine_test", O_WRONLY | O_CREAT | O_EXCL, 0600));
}

static int
move_elsewhere(void)
{
	return result_of(rename(elsewhere, elsewhere));
}

static int
take_away_elsewhere(void)
{
	return result_of(unlink(elsewhere));
}

static void
test_elsewhere(void **state)
{
	int (*const attempts[])(void) = {
	    open_elsewhere, list_elsewhere, make_elsewhere, move_elsewhere, take_away_elsewhere};
	int descriptor = mkstemp(elsewhere);
	bool is_tried = reason_to_skip() == NULL && landlock_is_there();

	(void)state;
	for (unsigned kept = 0; is_tried && kept < 1 << CONFINE_BITS; kept++)
		for (size_t i = 0; i < COUNT_OF(attempts); i++) {
			int got = attempt_after(kept, attempts[i]);

			assert_true(got == EPERM || got == EACCES);
		}
	assert_int_equal(unlink(elsewhere), 0);
	close(descriptor);
}

static int
read_after_further(void)
{
	confine(CONFINE_READ);
	confine_further(0);
	return open_to_read();
}

static void
test_further(void **state)
{
	(void)state;
	if (reason_to_skip() == NULL)
		assert_int_equal(attempt_after(CONFINED_NOT, read_after_further), EPERM);
}

static void
test_reading_goes_on(void **state)
{
	(void)state;
	assert_int_equal(pipe(pipe_ends), 0);
	for (unsigned kept = 0; kept < 1 << CONFINE_BITS; kept++) {
		assert_int_equal(write(pipe_ends[1], "yes", 3), 3);
		assert_int_equal(attempt_after(kept, read_on), ALLOWED);
		assert_int_equal(read(pipe_ends[0], (char[2]){""}, 2), 2);
	}
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
	char names[3][128];
	struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_all_is_allowed_before),
	    cmocka_unit_test(test_reading_goes_on),
	    cmocka_unit_test(test_confined),
	    cmocka_unit_test(test_elsewhere),
	    cmocka_unit_test(test_further),
	};

	for (size_t i = 0; i < COUNT_OF(names); i++)
		name_as_skipped(&tests[i + 2], names[i]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
