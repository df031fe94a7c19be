#include "store/rights.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "tool/disk.h"
#include "tool/memory.h"

/* The kernel's limits of a list of attributes and of one (xattr(7)). */
enum { ATTRIBUTES_SIZE = 64 * 1024 };

static const char access_list[] = "system.posix_acl_access";

/* Access lists, of whatever kind the disk has, and what a user noted; the rest is the system's
 * own, which sees to it. */
static bool
is_kept(const char *attribute)
{
	return strncmp(attribute, "system.", strlen("system.")) == 0
	    || strncmp(attribute, "user.", strlen("user.")) == 0;
}

static bool
copy_attribute(int from, int to, const char *attribute, char value[ATTRIBUTES_SIZE])
{
	ssize_t length = fgetxattr(from, attribute, value, ATTRIBUTES_SIZE);

	return length != -1 && fsetxattr(to, attribute, value, (size_t)length, 0) == 0;
}

/* Whether there is no such thing as an attribute here. */
static bool
has_none(void)
{
	return errno == ENODATA || errno == ENOTSUP || errno == ENOSYS;
}

/* A folder may give each new file a list of its own, which goes. */
static bool
copy_attributes(int from, int to)
{
	char *names = memory_allocate(ATTRIBUTES_SIZE), *value = memory_allocate(ATTRIBUTES_SIZE);
	ssize_t length = flistxattr(from, names, ATTRIBUTES_SIZE);
	bool is_done =
	    (length != -1 || has_none()) && (fremovexattr(to, access_list) == 0 || has_none());

	for (ssize_t at = 0; is_done && at < length; at += (ssize_t)strlen(names + at) + 1)
		if (is_kept(names + at))
			is_done = copy_attribute(from, to, names + at, value);
	free(names);
	free(value);
	return is_done;
}

/* Who may not give it to that owner gives it at least to the group. */
static bool
copy_owner(const struct stat *from, const struct stat *to, int descriptor)
{
	return (from->st_uid == to->st_uid && from->st_gid == to->st_gid)
	    || fchown(descriptor, from->st_uid, from->st_gid) == 0 || from->st_gid == to->st_gid
	    || fchown(descriptor, (uid_t)-1, from->st_gid) == 0;
}

static mode_t
mode_of(const struct stat *status)
{
	return status->st_mode & 07777;
}

static bool
copy_mode(const struct stat *from, int to)
{
	struct stat given;

	return fstat(to, &given) == 0
	    && (mode_of(from) == mode_of(&given) || fchmod(to, mode_of(from)) == 0);
}

/* Whether all was given that the disk keeps; where it keeps no modes, nobody may do more. */
static bool
is_given(const struct stat *wanted, const struct stat *given, bool keeps_modes)
{
	return wanted->st_uid == given->st_uid && wanted->st_gid == given->st_gid
	    && (keeps_modes ? mode_of(wanted) == mode_of(given)
			    : (mode_of(given) & ~mode_of(wanted) & DISK_OTHERS) == 0);
}

/* The mode comes last: until then the file is its owner's alone. */
bool
rights_copy(int from, int to)
{
	struct stat wanted, given;
	bool keeps_modes;

	if (fstat(from, &wanted) == -1 || fstat(to, &given) == -1)
		return false;
	keeps_modes = disk_keeps_modes(&given);
	if (!copy_owner(&wanted, &given, to) || !copy_attributes(from, to)
	    || (keeps_modes && !copy_mode(&wanted, to)) || fstat(to, &given) == -1)
		return false;
	errno = EPERM;
	return is_given(&wanted, &given, keeps_modes);
}
