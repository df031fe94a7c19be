/* Goal: a file beside another is hidden, in the folder of what a path leads to. */

#include "support/check.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tool/beside.h"

static char folder[] = "/tmp/beside.XXXXXX";

static int
enter_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL || chdir(folder) == -1 || mkdir("logs", 0700) == -1
	    || symlink("logs/a.csv", "link.csv") == -1 || symlink("nothing", "dangling.csv") == -1
	    || symlink("../link.csv", "logs/up.csv") == -1
	    || symlink("round.csv", "round.csv") == -1 || mkfifo("fifo", 0600) == -1
	    || symlink("fifo", "pipe.csv") == -1 || mknod("logs/a.csv", S_IFREG | 0600, 0) == -1;
}

static int
clear_folder(void **state)
{
	(void)state;
	return unlink("logs/up.csv") == -1 || unlink("round.csv") == -1 || unlink("fifo") == -1
	    || unlink("pipe.csv") == -1 || unlink("logs/.a.csv.journal") == -1
	    || unlink("logs/a.csv") == -1 || unlink("link.csv") == -1
	    || unlink("dangling.csv") == -1 || rmdir("logs") == -1 || rmdir(folder) == -1;
}

static void
test_path(void **state)
{
	static const struct {
		const char *path, *want;
	} rows[] = {
	    {"a.csv", ".a.csv.journal"},
	    {"./a.csv", "./.a.csv.journal"},
	    {"logs/a.csv", "logs/.a.csv.journal"},
	    {"/a.csv", "/.a.csv.journal"},
	    {".a", "..a.journal"},
	    {"none/b.csv", "none/.b.csv.journal"},
	    {"dangling.csv", ".dangling.csv.journal"},
	    {"link.csv", "logs/.a.csv.journal"},
	};
	char *path;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		path = beside_path(rows[i].path, beside_journal);
		check_string(rows[i].path, "it", path, rows[i].want);
		free(path);
	}
}

static void
test_target(void **state)
{
	static const struct {
		const char *path, *want;
	} rows[] = {
	    {"a.csv", "a.csv"},
	    {"", ""},
	    {"logs/a.csv", "logs/a.csv"},
	    {"logs", "logs"},
	    {"link.csv", "logs/a.csv"},
	    {"./link.csv", "./logs/a.csv"},
	    {"dangling.csv", "dangling.csv"},
	    {"logs/up.csv", "logs/../logs/a.csv"},
	    {"logs/up.csv/", "logs/up.csv/"},
	    {"round.csv", "round.csv"},
	    {"pipe.csv", "fifo"},
	    {"/dev/fd", "/proc/self/fd"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char *target = beside_target(rows[i].path);

		check_string(rows[i].path, "it", target, rows[i].want);
		free(target);
	}
}

/* What the system calls a link, to a pipe and to a file whose name is gone. */
static void
test_links_that_are_none(void **state)
{
	int ends[2], file = open("gone.csv", O_RDWR | O_CREAT, 0600);
	char name[2][32];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	assert_true(file != -1 && unlink("gone.csv") == 0);
	snprintf(name[0], sizeof(name[0]), "/proc/self/fd/%d", ends[0]);
	snprintf(name[1], sizeof(name[1]), "/proc/self/fd/%d", file);
	for (unsigned i = 0; i < 2; i++) {
		char *target = beside_target(name[i]);

		check_string(name[i], "it", target, name[i]);
		free(target);
	}
	close(ends[0]);
	close(ends[1]);
	close(file);
}

/* A folder whose path from the root is longer than a path may be. */
static void
test_deep_folder(void **state)
{
	char name[201], *target;
	unsigned depth = 0;

	(void)state;
	memset(name, 'd', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	while (depth < 25 && mkdir(name, 0700) == 0 && chdir(name) == 0)
		depth++;
	assert_int_equal(depth, 25);
	assert_int_equal(mknod("a.csv", S_IFREG | 0600, 0), 0);
	assert_int_equal(symlink("a.csv", "link.csv"), 0);
	target = beside_target("link.csv");
	check_string("deep down", "it", target, "a.csv");
	free(target);
	assert_true(unlink("a.csv") == 0 && unlink("link.csv") == 0);
	for (; depth > 0; depth--)
		assert_true(chdir("..") == 0 && rmdir(name) == 0);
}

static void
test_journal(void **state)
{
	(void)state;
	assert_false(beside_has_journal("logs/a.csv"));
	assert_int_equal(mknod("logs/.a.csv.journal", S_IFREG | 0600, 0), 0);
	assert_true(beside_has_journal("logs/a.csv"));
	assert_true(beside_has_journal("link.csv"));
	assert_false(beside_has_journal("dangling.csv"));
	assert_false(beside_has_journal("a.csv"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_path),
	    cmocka_unit_test(test_target),
	    cmocka_unit_test(test_links_that_are_none),
	    cmocka_unit_test(test_deep_folder),
	    cmocka_unit_test(test_journal),
	};

	return cmocka_run_group_tests(tests, enter_folder, clear_folder);
}
