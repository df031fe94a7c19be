/* Goal: a file beside another is hidden, in the folder of what a path leads to. */

#include "support/check.h"

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
	    || mknod("logs/a.csv", S_IFREG | 0600, 0) == -1;
}

static int
clear_folder(void **state)
{
	(void)state;
	return unlink("logs/.a.csv.journal") == -1 || unlink("logs/a.csv") == -1
	    || unlink("link.csv") == -1 || unlink("dangling.csv") == -1 || rmdir("logs") == -1
	    || rmdir(folder) == -1;
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
	};
	char *path, want[64];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		path = beside_path(rows[i].path, beside_journal);
		check_string(rows[i].path, "it", path, rows[i].want);
		free(path);
	}
	path = beside_path("link.csv", ".x");
	snprintf(want, sizeof(want), "%s/logs/.a.csv.x", folder);
	check_string("a link", "it", path, want);
	free(path);
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
	    cmocka_unit_test(test_journal),
	};

	return cmocka_run_group_tests(tests, enter_folder, clear_folder);
}
