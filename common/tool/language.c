#include "tool/language.h"

#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#ifndef LOCALEDIR
#define LOCALEDIR "/usr/local/share/locale"
#endif

/* What names a language, as variables of the environment do. */
static const char *const codes[LANGUAGES] = {[DUTCH] = "nl", [ENGLISH] = "en"};

static const struct names {
	const char *month[12], *short_month[12], *weekday[7];
} names[LANGUAGES] = {
    [DUTCH] = {{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
		   "september", "oktober", "november", "december"},
	{"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"},
	{"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"}},
    [ENGLISH] = {{"January", "February", "March", "April", "May", "June", "July", "August",
		     "September", "October", "November", "December"},
	{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
	{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}},
};

/* The first of the variables that is set; "" when none is. */
static const char *
setting_of_person(void)
{
	static const char *const variables[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};

	for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]); i++) {
		const char *setting = getenv(variables[i]);

		if (setting != NULL && setting[0] != '\0')
			return setting;
	}
	return "";
}

/* Whether a list of locales, with a colon between, begins with one of the language, such as nl or
 * nl_NL.UTF-8. */
static bool
begins_with(const char *locales, const char *code)
{
	size_t length = strcspn(locales, "_.@:");

	return length == strlen(code) && strncmp(locales, code, length) == 0;
}

enum language
language_of_person(void)
{
	const char *locales = setting_of_person();

	for (;;) {
		for (enum language language = 0; language < LANGUAGES; language++)
			if (begins_with(locales, codes[language]))
				return language;
		locales += strcspn(locales, ":");
		if (*locales++ == '\0')
			return ENGLISH;
	}
}

/*
 * gettext takes the language from LANGUAGE, but only in a locale that is there
 * and is not C, nor, since glibc 2.39, C with an encoding behind it. A bare
 * system has C.UTF-8 alone: with a slash before it that is found as well, and
 * passes for another.
 */
static void
speak_dutch(void)
{
	setenv("LANGUAGE", codes[DUTCH], 1);
	if (setlocale(LC_MESSAGES, "nl_NL.UTF-8") == NULL)
		setlocale(LC_MESSAGES, "/C.UTF-8");
}

void
language_start(void)
{
	static const char domain[] = "meldcode";
	/* As for other programs with gettext: where messages stand before they are installed. */
	const char *catalogues = getenv("TEXTDOMAINDIR");

	if (language_of_person() == DUTCH)
		speak_dutch();
	bindtextdomain(domain, catalogues != NULL ? catalogues : LOCALEDIR);
	bind_textdomain_codeset(domain, "UTF-8");
	textdomain(domain);
}

/* What may befall a file or a terminal, in the C library's English words. */
static const struct {
	int error;
	const char *words;
} errors[] = {
    {EPERM, N_("Operation not permitted")},
    {ENOENT, N_("No such file or directory")},
    {EINTR, N_("Interrupted system call")},
    {EIO, N_("Input/output error")},
    {ENXIO, N_("No such device or address")},
    {EBADF, N_("Bad file descriptor")},
    {EAGAIN, N_("Resource temporarily unavailable")},
    {ENOMEM, N_("Cannot allocate memory")},
    {EACCES, N_("Permission denied")},
    {EEXIST, N_("File exists")},
    {ENOTDIR, N_("Not a directory")},
    {EISDIR, N_("Is a directory")},
    {EINVAL, N_("Invalid argument")},
    {ENFILE, N_("Too many open files in system")},
    {EMFILE, N_("Too many open files")},
    {EFBIG, N_("File too large")},
    {ENOSPC, N_("No space left on device")},
    {EROFS, N_("Read-only file system")},
    {ENAMETOOLONG, N_("File name too long")},
    {ELOOP, N_("Too many levels of symbolic links")},
    {ENOLCK, N_("No locks available")},
    {EOPNOTSUPP, N_("Operation not supported")},
    {ESTALE, N_("Stale file handle")},
    {EDQUOT, N_("Disk quota exceeded")},
};

const char *
language_error(int error)
{
	const char *words;

	for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++)
		if (errors[i].error == error)
			return _(errors[i].words);
	/* Not strerror(), which opens a catalogue, and falls over when it gets no memory for that.
	 */
	words = strerrordesc_np(error);
	return words != NULL ? words : _("unknown error");
}

const char *
language_month(unsigned month, enum language language)
{
	return names[language].month[month - 1];
}

const char *
language_short_month(unsigned month, enum language language)
{
	return names[language].short_month[month - 1];
}

const char *
language_weekday(unsigned weekday, enum language language)
{
	return names[language].weekday[weekday];
}

bool
language_next_piece(const char **pattern, const char *one, const char *two, struct bytes *piece)
{
	const char *at = *pattern;
	bool is_one = strncmp(at, "{1}", 3) == 0, is_two = strncmp(at, "{2}", 3) == 0;
	const char *filling = is_one ? one : two;

	if (*at == '\0')
		return false;
	if (is_one || is_two) {
		*piece = bytes_of(filling == NULL ? "" : filling);
		*pattern = at + 3;
		return true;
	}
	*piece = (struct bytes){at, 1 + strcspn(at + 1, "{")};
	*pattern = at + piece->length;
	return true;
}

/* The longest start of text that fits and ends with a whole character. */
static size_t
length_in(size_t room, struct bytes text)
{
	size_t length = text.length < room ? text.length : room;

	while (
	    length > 0 && length < text.length && ((unsigned char)text.at[length] & 0xC0) == 0x80)
		length--;
	return length;
}

char *
language_fill(const char *pattern, const char *one, const char *two, char *text, size_t size)
{
	size_t used = 0;
	struct bytes piece;

	while (language_next_piece(&pattern, one, two, &piece)) {
		size_t length = length_in(size - 1 - used, piece);

		memcpy(text + used, piece.at, length);
		used += length;
		if (length < piece.length)
			break;
	}
	text[used] = '\0';
	return text;
}
