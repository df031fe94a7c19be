#include "tool/sandbox/landlock.h"

#include <errno.h>
#include <linux/landlock.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

/* How many rights over files the kernel knows, by its version of Landlock; of devices, which came
 * later, a tool opens none. */
static const unsigned rights_of_version[] = {0, 13, 14, 15};

enum { NEWEST = sizeof(rights_of_version) / sizeof(rights_of_version[0]) - 1 };

/* Every right over files that the kernel can refuse; 0 where it has no Landlock. */
static uint64_t
known_rights(void)
{
	long version =
	    syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);

	if (version <= 0)
		return 0;
	return (UINT64_C(1) << rights_of_version[version < NEWEST ? version : NEWEST]) - 1;
}

bool
landlock_is_there(void)
{
	return known_rights() != 0;
}

int
landlock_open(void)
{
	const struct landlock_ruleset_attr all = {.handled_access_fs = known_rights()};

	return (int)syscall(SYS_landlock_create_ruleset, &all, sizeof(all), 0);
}

bool
landlock_add(int ruleset, int file, uint64_t access)
{
	const struct landlock_path_beneath_attr rule = {
	    .allowed_access = access & known_rights(), .parent_fd = file};

	/* A pipe, say, has no place on a disk, and is open to whoever has it. */
	return syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0
	    || errno == EBADFD;
}

bool
landlock_enforce(int ruleset)
{
	return syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
}
