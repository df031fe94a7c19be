/*
 * Runs programs as the stages of one pipe, and prints what they took: seconds by
 * the clock, seconds of the processors, and the most memory of any stage in KiB.
 * usage: spent OUTPUT PROGRAM [ARGUMENT ...] ['|' PROGRAM [ARGUMENT ...]] ...
 * Exits 1 when a stage ended with 2 or more: it did not do its work.
 */

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static double
seconds_of(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Starts one stage; false when it could not be started. */
static int
start(char *arguments[], int input, int output)
{
	posix_spawn_file_actions_t files;
	pid_t child;

	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
	return posix_spawnp(&child, arguments[0], &files, NULL, arguments, environ) == 0;
}

/* Starts the stages that the arguments name; each reads what the one before it writes. */
static int
start_all(char *arguments[], int output)
{
	int input = open("/dev/null", O_RDONLY | O_CLOEXEC), is_last = 0;

	while (!is_last) {
		char **end = arguments;
		int ends[2] = {-1, output};

		while (*end != NULL && strcmp(*end, "|") != 0)
			end++;
		is_last = *end == NULL;
		*end = NULL;
		if ((!is_last && pipe2(ends, O_CLOEXEC) == -1) || !start(arguments, input, ends[1]))
			return 0;
		close(input);
		close(ends[1]);
		input = ends[0];
		arguments = end + 1;
	}
	return 1;
}

int
main(int argc, char *argv[])
{
	struct rusage usage;
	double begin = now(), processors = 0;
	long memory = 0;
	int output, status, failed = 0;

	if (argc < 3
	    || (output = open(argv[1], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) == -1
	    || !start_all(argv + 2, output))
		return 2;
	while (wait4(-1, &status, 0, &usage) != -1) {
		processors += seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
		memory = usage.ru_maxrss > memory ? usage.ru_maxrss : memory;
		failed |= !WIFEXITED(status) || WEXITSTATUS(status) > 1;
	}
	printf("%.6f %.6f %ld\n", now() - begin, processors, memory);
	return failed;
}
