#include "tool/operands.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "tool/diagnostics.h"
#include "tool/memory.h"

/* All operands are open at once: as many as the system allows. */
static void
allow_many_files(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
		limit.rlim_cur = limit.rlim_max;
		setrlimit(RLIMIT_NOFILE, &limit);
	}
}

static void
add(struct operands *operands, const char *shown, int descriptor)
{
	char *name = memory_allocate(strlen(shown) + 1);

	strcpy(name, shown);
	operands->file[operands->count++] = (struct operand){name, descriptor};
}

static void
open_operand(struct operands *operands, const char *name)
{
	char shown[SHOWN_SIZE];
	int descriptor;

	if (strcmp(name, "-") == 0) {
		add(operands, _("standard input"), STDIN_FILENO);
		return;
	}
	diagnostics_show_file(name, shown);
	descriptor = open(name, O_RDONLY | O_CLOEXEC);
	if (descriptor == -1)
		diagnostics_trouble_errno("%s", shown);
	else
		add(operands, shown, descriptor);
}

void
operands_open(struct operands *operands, char *const names[])
{
	size_t count = 0;

	while (names[count] != NULL)
		count++;
	if (count > 1)
		allow_many_files();
	operands->count = 0;
	operands->file = memory_allocate_zero(count + 1, sizeof(*operands->file));
	if (count == 0)
		open_operand(operands, "-");
	for (size_t i = 0; i < count; i++)
		open_operand(operands, names[i]);
}

void
operands_close_file(const struct operand *file)
{
	if (file->descriptor != STDIN_FILENO)
		close(file->descriptor);
}

void
operands_close(struct operands *operands)
{
	for (size_t i = 0; i < operands->count; i++)
		free(operands->file[i].name);
	free(operands->file);
	operands->file = NULL;
}
