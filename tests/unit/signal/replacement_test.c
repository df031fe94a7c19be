/*
 * Goal: a file that takes another's place is there whole or not at all, for its
 * owner alone, through links too; what is thrown away leaves nothing.
 */

#include "support/check.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/replacement.h"
#include "tool/diagnostics.h"

static char folder[] = "/tmp/replacement.XXXXXX";

static int
enter_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL || chdir(folder) == -1;
}

/* The names in the folder, each with a blank behind; at most a few. */
static const char *
names(char text[256])
{
	DIR *here = opendir(".");

	assert_non_null(here);
	text[0] = '\0';
	for (struct dirent *entry; (entry = readdir(here)) != NULL;)
		if (entry->d_name[0] != '.') {
			strcat(text, entry->d_name);
			strcat(text, " ");
		}
	closedir(here);
	return text;
}

static void
put(const char *path, const char *content)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(content, file);
	assert_int_equal(fclose(file), 0);
}

static void
check_file(const char *path, const char *want)
{
	char content[256];
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	content[fread(content, 1, sizeof(content) - 1, file)] = '\0';
	fclose(file);
	check_string(path, "it", content, want);
}

static void
clear(void)
{
	unlink("a.csv");
	unlink("link.csv");
}

static void
say(const struct replacement *replacement, const char *content)
{
	assert_int_equal(write(replacement->descriptor, content, strlen(content)), strlen(content));
}

static void
check_mode(const char *path, mode_t want)
{
	struct stat status;

	assert_int_equal(stat(path, &status), 0);
	check_number(path, "mode", status.st_mode & 07777, want);
}

static void
a_new_file(void **state)
{
	struct replacement replacement;
	char text[256];

	(void)state;
	umask(0);
	replacement_open(&replacement, "a.csv", "a.csv");
	say(&replacement, "new\n");
	assert_int_equal(access("a.csv", F_OK), -1);
	check_mode(replacement.temporary, 0600);
	assert_true(replacement_commit(&replacement));
	check_file("a.csv", "new\n");
	check_mode("a.csv", 0600);
	assert_string_equal(names(text), "a.csv ");
	clear();
}

static void
another_file(void **state)
{
	struct replacement replacement;
	char text[256];

	(void)state;
	put("a.csv", "old\n");
	replacement_open(&replacement, "./a.csv", "./a.csv");
	say(&replacement, "new\n");
	check_file("a.csv", "old\n");
	assert_true(replacement_commit(&replacement));
	check_file("a.csv", "new\n");
	assert_string_equal(names(text), "a.csv ");
	clear();
}

static void
thrown_away(void **state)
{
	struct replacement replacement;
	char text[256];

	(void)state;
	put("a.csv", "old\n");
	replacement_open(&replacement, "a.csv", "a.csv");
	say(&replacement, "new\n");
	replacement_abandon(&replacement);
	check_file("a.csv", "old\n");
	assert_string_equal(names(text), "a.csv ");
	/* Once more does no harm. */
	replacement_abandon(&replacement);
	clear();
}

static void
through_a_link(void **state)
{
	struct replacement replacement;
	struct stat status;

	(void)state;
	put("a.csv", "old\n");
	assert_int_equal(symlink("a.csv", "link.csv"), 0);
	replacement_open(&replacement, "link.csv", "link.csv");
	say(&replacement, "new\n");
	assert_true(replacement_commit(&replacement));
	check_file("a.csv", "new\n");
	assert_int_equal(lstat("link.csv", &status), 0);
	assert_true(S_ISLNK(status.st_mode));
	clear();
}

static void
no_regular_file(void **state)
{
	struct replacement replacement;
	int ends[2];
	char path[64], got[8];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	snprintf(path, sizeof(path), "/proc/self/fd/%d", ends[1]);
	replacement_open(&replacement, path, path);
	assert_null(replacement.temporary);
	say(&replacement, "new\n");
	assert_true(replacement_commit(&replacement));
	assert_int_equal(read(ends[0], got, sizeof(got)), 4);
	close(ends[0]);
	close(ends[1]);
}

/* Runs what must end the process, in another; the way it ended. */
static int
status_of(void (*run)(void))
{
	pid_t child = fork();
	int status;

	assert_int_not_equal(child, -1);
	if (child == 0) {
		int nowhere = open("/dev/null", O_WRONLY);

		dup2(nowhere, STDERR_FILENO);
		run();
		_exit(77);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

static int signal_number;

static void
die_by_signal(void)
{
	struct replacement replacement;

	signal(signal_number, SIG_DFL);
	replacement_open(&replacement, "a.csv", "a.csv");
	raise(signal_number);
}

static void
ignore_signal(void)
{
	struct replacement replacement;

	signal(signal_number, SIG_IGN);
	replacement_open(&replacement, "a.csv", "a.csv");
	raise(signal_number);
	say(&replacement, "new\n");
	_exit(replacement_commit(&replacement) ? 0 : 1);
}

static void
die_by_exit(void)
{
	struct replacement log, rejects;

	replacement_open(&log, "a.csv", "a.csv");
	replacement_open(&rejects, "b.csv", "b.csv");
	diagnostics_stop("trouble");
}

static void
exit_after_commit(void)
{
	struct replacement replacement;

	replacement_open(&replacement, "a.csv", "a.csv");
	say(&replacement, "new\n");
	replacement_commit(&replacement);
	exit(0);
}

static void
no_folder(void)
{
	struct replacement replacement;

	replacement_open(&replacement, "none/a.csv", "none/a.csv");
}

static void
however_the_run_ends(void **state)
{
	static const int signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE};
	char text[256];
	int status;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(signals); i++) {
		signal_number = signals[i];
		put("a.csv", "old\n");
		status = status_of(die_by_signal);
		assert_true(WIFSIGNALED(status) && WTERMSIG(status) == signals[i]);
		check_file("a.csv", "old\n");
		assert_string_equal(names(text), "a.csv ");
		assert_int_equal(status_of(ignore_signal), 0);
		check_file("a.csv", "new\n");
		assert_string_equal(names(text), "a.csv ");
	}
	status = status_of(die_by_exit);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == STATUS_TROUBLE);
	assert_string_equal(names(text), "a.csv ");
	put("a.csv", "old\n");
	assert_int_equal(status_of(exit_after_commit), 0);
	check_file("a.csv", "new\n");
	status = status_of(no_folder);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == STATUS_TROUBLE);
	clear();
}

static int
leave_folder(void **state)
{
	(void)state;
	return chdir("/") == -1 || rmdir(folder) == -1;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    /* First, since a process prepares for its end but once. */
	    cmocka_unit_test(however_the_run_ends),
	    cmocka_unit_test(a_new_file),
	    cmocka_unit_test(another_file),
	    cmocka_unit_test(thrown_away),
	    cmocka_unit_test(through_a_link),
	    cmocka_unit_test(no_regular_file),
	};

	return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
