/* peak PROGRAM ARGUMENT...: runs it, and prints the most memory that it took, in KiB. */

#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int
main(int argc, char *argv[])
{
	struct rusage usage;
	pid_t child;

	if (argc < 2 || (child = fork()) == -1)
		return 2;
	if (child == 0) {
		int nowhere = open("/dev/null", O_WRONLY);

		dup2(nowhere, STDOUT_FILENO);
		execv(argv[1], argv + 1);
		_exit(127);
	}
	if (wait4(child, NULL, 0, &usage) == -1)
		return 2;
	printf("%ld\n", usage.ru_maxrss);
	return 0;
}
