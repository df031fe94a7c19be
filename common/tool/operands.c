#include "tool/operands.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tool/beside.h"
#include "tool/diagnostics.h"
#include "tool/memory.h"
#include "tool/outputs.h"

/* Operands are open at once as far as the system allows. */
static void
allow_many_files(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
		limit.rlim_cur = limit.rlim_max;
		setrlimit(RLIMIT_NOFILE, &limit);
	}
}

/* Descriptors that stay free for what else a tool opens: a log, rejects, catalogues. */
enum { SPARE_DESCRIPTORS = 16 };

/* Whether so many descriptors more than this one may be open. */
static bool
has_room_behind(int descriptor)
{
	struct rlimit limit;

	return getrlimit(RLIMIT_NOFILE, &limit) == -1
	    || (rlim_t)descriptor + SPARE_DESCRIPTORS < limit.rlim_cur;
}

/* Looks at an operand; false, and told, when it is not there. */
static bool
look_at(struct operand *file, const char *path)
{
	bool is_standard = strcmp(path, "-") == 0;
	char shown[SHOWN_SIZE];
	struct stat status = {.st_mode = 0};

	if (is_standard)
		(void)fstat(STDIN_FILENO, &status);
	else
		diagnostics_show_file(path, shown);
	if (!is_standard && stat(path, &status) == -1) {
		diagnostics_trouble_errno("%s", shown);
		return false;
	}
	*file = (struct operand){.path = is_standard ? NULL : path,
	    .name = memory_copy(is_standard ? _("standard input") : shown),
	    .descriptor = is_standard ? STDIN_FILENO : -1,
	    .has_journal = !is_standard && S_ISREG(status.st_mode) && beside_has_journal(path),
	    .status = status};
	return true;
}

/* Opens a file that has not been opened yet; false when it cannot be. */
static bool
open_file(struct operand *file)
{
	if (file->descriptor == -1)
		file->descriptor = open(file->path, O_RDONLY | O_CLOEXEC);
	return file->descriptor != -1;
}

/* Opens what is no pipe, as many as may be open at once; one that cannot be is tried again, and
 * told, when its turn comes. */
static void
open_ahead(struct operands *operands)
{
	for (size_t i = 0; i < operands->count; i++) {
		struct operand *file = &operands->file[i];

		/* A folder cannot be read, and need not be waited for. */
		if (!(S_ISREG(file->status.st_mode) || S_ISDIR(file->status.st_mode))
		    || !open_file(file))
			continue;
		if (file->path != NULL && !has_room_behind(file->descriptor)) {
			close(file->descriptor);
			file->descriptor = -1;
			return;
		}
	}
}

/* What the system gives to anyone, unless it is told to give less. */
enum { PIPE_SIZE = 1024 * 1024, SMALLER_PIPE_SIZE = PIPE_SIZE / 4 };

/* The stages on both sides of a pipe ask the same, and the second leaves it as it is. */
static void
widen_pipe(int descriptor)
{
	int size = fcntl(descriptor, F_GETPIPE_SZ);

	if (size == -1 || size == PIPE_SIZE)
		return;
	if (fcntl(descriptor, F_SETPIPE_SZ, PIPE_SIZE) == -1)
		(void)fcntl(descriptor, F_SETPIPE_SZ, SMALLER_PIPE_SIZE);
}

/* Has the stages of a pipeline wake each other less, since a processor may stand still until it is
 * found that a stage waits behind another: their pipes hold more, and who is woken waits until the
 * one at work has had its turn. Where the system gives neither, all goes as before; and who has
 * chosen how a tool is to have its turns, has chosen. */
static void
ease_pipeline(void)
{
	widen_pipe(STDIN_FILENO);
	widen_pipe(STDOUT_FILENO);
	if (sched_getscheduler(0) == SCHED_OTHER)
		(void)sched_setscheduler(0, SCHED_BATCH, &(struct sched_param){0});
}

void
operands_open(struct operands *operands, char *const names[])
{
	static char *const nothing_named[] = {"-", NULL};
	size_t count = 0;

	if (names[0] == NULL)
		names = nothing_named;
	while (names[count] != NULL)
		count++;
	ease_pipeline();
	if (count > 1)
		allow_many_files();
	*operands = (struct operands){.file = memory_allocate_zero(count, sizeof(*operands->file))};
	for (size_t i = 0; i < count; i++)
		if (look_at(&operands->file[operands->count], names[i]))
			operands->count++;
	/* What is written while it is read would be read again. */
	for (size_t i = 0; i < operands->count; i++)
		outputs_refuse(&operands->file[i].status, operands->file[i].name);
	open_ahead(operands);
}

void
operands_confine(struct operands *operands, struct confinement *confinement)
{
	operands->kept = confinement->kept;
	operands->last_waiting = operands->count;
	while (operands->last_waiting > 0
	    && operands->file[operands->last_waiting - 1].descriptor != -1)
		operands->last_waiting--;
	operands->is_confined = operands->last_waiting == 0;
	for (size_t i = 0; i < operands->count; i++)
		if (operands->file[i].descriptor == -1)
			confinement_give(confinement, CONFINE_READ, operands->file[i].path);
	confinement_enforce(confinement);
}

/* Gives up the right to open files once the last that waited is open. */
static void
confine_after_last(struct operands *operands)
{
	if (operands->last_waiting == 0 || operands->is_confined
	    || operands->next < operands->last_waiting)
		return;
	operands->is_confined = true;
	confine_further(operands->kept);
}

static void
close_file(struct operand *file)
{
	if (file->descriptor > STDIN_FILENO)
		close(file->descriptor);
}

const struct operand *
operands_next(struct operands *operands)
{
	if (operands->is_reading)
		close_file(&operands->file[operands->next - 1]);
	operands->is_reading = false;
	while (operands->next < operands->count) {
		struct operand *file = &operands->file[operands->next++];

		operands->is_reading = open_file(file);
		if (!operands->is_reading)
			diagnostics_trouble_errno("%s", file->name);
		confine_after_last(operands);
		if (operands->is_reading)
			return file;
	}
	return NULL;
}

bool
operands_next_waits(const struct operands *operands)
{
	return operands->next < operands->count && operands->file[operands->next].descriptor == -1;
}

void
operands_close(struct operands *operands)
{
	for (size_t i = operands->is_reading ? operands->next - 1 : operands->next;
	     i < operands->count; i++)
		close_file(&operands->file[i]);
	for (size_t i = 0; i < operands->count; i++)
		free(operands->file[i].name);
	free(operands->file);
	operands->file = NULL;
}
