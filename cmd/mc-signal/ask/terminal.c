#include "ask/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <histedit.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "tool/diagnostics.h"
#include "tool/means.h"
#include "tool/memory.h"
#include "text/shown.h"

/* Lines longer than this are hard to read, however wide the terminal is. */
enum { WIDTH_MAX = 80, WIDTH_MIN = 30 };

/* How long the next line of a paste may take to come; nobody types that fast. */
enum { PASTE_PAUSE = 25 /* ms */ };

/* What the editor takes, several times over. */
enum { EDITOR_MEMORY = 1 << 20 };

/* For the handlers of signals: the terminal, and the modes in which it was found. */
static int found_descriptor = -1;
static struct termios found_modes;

/* The modes between two lines: what is typed or pasted too early waits, unseen and whole. In the
 * modes of a shell the system cuts a line at 4096 bytes. */
static struct termios waiting_modes;

static void
set_modes(const struct termios *modes)
{
	/* A tool in the background would be stopped for touching the modes. */
	if (found_descriptor != -1 && tcgetpgrp(found_descriptor) == getpgrp())
		(void)tcsetattr(found_descriptor, TCSANOW, modes);
}

static void
restore_modes(void)
{
	set_modes(&found_modes);
}

/* But for Ctrl-D, which would be lost when it is typed now: no line is being read that it ends. */
void
ask_terminal_rest(void)
{
	struct termios modes = found_modes;

	modes.c_cc[VEOF] = _POSIX_VDISABLE;
	set_modes(&modes);
}

static void
restore_and_end(int number)
{
	restore_modes();
	(void)!write(found_descriptor, "\n", 1);
	signal(number, SIG_DFL);
	raise(number);
}

/* Whether it was stopped since the line was shown, and goes on below what others have written. */
static volatile sig_atomic_t was_stopped;

/* Stops with the terminal as it was found, and goes on with it as it was here. */
static void
restore_and_stop(int number)
{
	int error = errno;
	struct termios modes;
	sigset_t itself;

	(void)tcgetattr(found_descriptor, &modes);
	restore_modes();
	sigemptyset(&itself);
	sigaddset(&itself, number);
	signal(number, SIG_DFL);
	raise(number);
	sigprocmask(SIG_UNBLOCK, &itself, NULL);
	signal(number, restore_and_stop);
	(void)tcsetattr(found_descriptor, TCSANOW, &modes);
	was_stopped = 1;
	errno = error;
}

/* Before each line, since keeping a record sets other handlers. A signal that whoever started us
 * wants ignored stays so. */
static void
guard_modes(void)
{
	static const int ends[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE};
	struct sigaction before, after = {.sa_handler = restore_and_end, .sa_flags = SA_RESTART};

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (sigaction(ends[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
			(void)sigaction(ends[i], &after, NULL);
	after.sa_handler = restore_and_stop;
	if (sigaction(SIGTSTP, NULL, &before) == 0 && before.sa_handler != SIG_IGN)
		(void)sigaction(SIGTSTP, &after, NULL);
}

/* Waits for a byte, and shows the line again whenever it was stopped meanwhile; outside the wait a
 * stop is held back, so that none goes unseen. As read(2), but never cut off by a signal. */
static ssize_t
read_byte(EditLine *line, char *byte)
{
	struct pollfd input = {.fd = found_descriptor, .events = POLLIN};
	sigset_t stop, before;
	ssize_t count;
	int ready;

	sigemptyset(&stop);
	sigaddset(&stop, SIGTSTP);
	sigprocmask(SIG_BLOCK, &stop, &before);
	do {
		if (was_stopped)
			el_set(line, EL_REFRESH);
		was_stopped = 0;
		ready = ppoll(&input, 1, NULL, &before);
	} while (ready == -1 && errno == EINTR);
	sigprocmask(SIG_SETMASK, &before, NULL);
	if (ready == -1)
		return -1;
	do
		count = read(found_descriptor, byte, 1);
	while (count == -1 && errno == EINTR);
	return count;
}

/* Reads a character of UTF-8, as libedit does itself; a byte that is none is not typed. */
static int
read_character(EditLine *line, wchar_t *character)
{
	mbstate_t state = {0};
	char byte;

	for (;;) {
		ssize_t count = read_byte(line, &byte);
		size_t length;

		if (count <= 0)
			return (int)count;
		length = mbrtowc(character, &byte, 1, &state);
		if (length == (size_t)-1)
			state = (mbstate_t){0};
		else if (length != (size_t)-2)
			return 1;
	}
}

static char *
prompt_of(EditLine *line)
{
	struct ask_terminal *terminal = NULL;

	el_get(line, EL_CLIENTDATA, &terminal);
	return (char *)(size_t)terminal->prompt;
}

static FILE *
open_stream(int descriptor, const char *mode)
{
	FILE *stream = descriptor == -1 ? NULL : fdopen(descriptor, mode);

	if (stream == NULL)
		diagnostics_stop(_("--ask needs a terminal to ask at: %s"), language_error(errno));
	return stream;
}

/* Why a locale was not found: setlocale() does not always tell that no file could be opened. */
static int
cause_of_no_locale(void)
{
	int error = errno;

	return means_to_open() ? error : errno;
}

/* The editor takes what is typed in the encoding of the locale, and drops what it does not know. */
static void
take_utf8(void)
{
	static const char *const locales[] = {"C.UTF-8", "nl_NL.UTF-8", "en_US.UTF-8"};

	for (size_t i = 0; i < sizeof(locales) / sizeof(locales[0]); i++)
		if (setlocale(LC_CTYPE, locales[i]) != NULL)
			return;
	diagnostics_stop(
	    _("--ask needs the locale C.UTF-8: %s"), language_error(cause_of_no_locale()));
}

void
ask_terminal_open(struct ask_terminal *terminal)
{
	int descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);

	*terminal = (struct ask_terminal){.input = open_stream(descriptor, "r")};
	terminal->output = open_stream(fcntl(descriptor, F_DUPFD_CLOEXEC, 0), "w");
	if (tcgetattr(descriptor, &found_modes) == -1)
		diagnostics_stop(_("--ask needs a terminal to ask at: %s"), language_error(errno));
	found_descriptor = descriptor;
	waiting_modes = found_modes;
	waiting_modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO | IEXTEN);
	waiting_modes.c_cc[VMIN] = 1;
	waiting_modes.c_cc[VTIME] = 0;
	/* Where trouble ends the program. */
	atexit(restore_modes);
	guard_modes();
	/* The editor does not always look whether it got what it asked for, and a locale for which
	 * there is no memory passes for one that is not there. */
	free(memory_allocate(EDITOR_MEMORY));
	take_utf8();
	terminal->line =
	    el_init(diagnostics_program(), terminal->input, terminal->output, terminal->output);
	if (terminal->line == NULL)
		diagnostics_stop(_("out of memory"));
	el_set(terminal->line, EL_EDITOR, "emacs");
	el_set(terminal->line, EL_SETTY, "-x", "-icanon", "-echo", "-iexten", NULL);
	el_set(terminal->line, EL_CLIENTDATA, terminal);
	el_set(terminal->line, EL_PROMPT, prompt_of);
	el_set(terminal->line, EL_GETCFN, read_character);
}

void
ask_terminal_close(struct ask_terminal *terminal)
{
	el_end(terminal->line);
	restore_modes();
	found_descriptor = -1;
	fclose(terminal->output);
	fclose(terminal->input);
}

/* Whether the terminal was closed: reading then only ends, as after Ctrl-D. */
static bool
is_closed(const struct ask_terminal *terminal)
{
	struct pollfd input = {.fd = fileno(terminal->input)};

	return poll(&input, 1, 0) == 1 && (input.revents & (POLLHUP | POLLERR)) != 0;
}

enum ask_terminal_event
ask_terminal_line(
    struct ask_terminal *terminal, const char *prompt, const char *start, struct bytes *line)
{
	const char *typed;
	int count = 0;

	terminal->prompt = prompt;
	was_stopped = 0;
	fflush(terminal->output);
	guard_modes();
	(void)tcsetattr(found_descriptor, TCSADRAIN, &waiting_modes);
	el_resize(terminal->line);
	if (start != NULL)
		el_push(terminal->line, start);
	typed = el_gets(terminal->line, &count);
	if (typed == NULL || count <= 0) {
		putc('\n', terminal->output);
		return count < 0 || is_closed(terminal) ? TERMINAL_LOST : TERMINAL_END;
	}
	*line = bytes_of(typed);
	while (line->length > 0
	    && (typed[line->length - 1] == '\n' || typed[line->length - 1] == '\r'))
		line->length--;
	return TERMINAL_LINE;
}

bool
ask_terminal_has_more(const struct ask_terminal *terminal)
{
	struct pollfd input = {.fd = fileno(terminal->input), .events = POLLIN};

	return poll(&input, 1, PASTE_PAUSE) == 1 && (input.revents & POLLIN) != 0;
}

static unsigned
width_of(const struct ask_terminal *terminal)
{
	struct winsize size;

	if (ioctl(fileno(terminal->output), TIOCGWINSZ, &size) == -1 || size.ws_col == 0
	    || size.ws_col > WIDTH_MAX)
		return WIDTH_MAX;
	return size.ws_col < WIDTH_MIN ? WIDTH_MIN : size.ws_col;
}

static void
put(FILE *output, struct bytes text)
{
	while (text.length > 0) {
		struct bytes shown = shown_next(&text).text;

		fwrite(shown.at, 1, shown.length, output);
	}
}

/* The next word with the blanks before it, taken off *text; false at the end of a paragraph. */
static bool
next_word(struct bytes *text, struct bytes *blanks, struct bytes *word)
{
	size_t at = 0;

	while (at < text->length && text->at[at] == ' ')
		at++;
	*blanks = (struct bytes){text->at, at};
	while (at < text->length && text->at[at] != ' ')
		at++;
	*word = (struct bytes){text->at + blanks->length, at - blanks->length};
	*text = (struct bytes){text->at + at, text->length - at};
	return word->length > 0;
}

static void
say_paragraph(struct ask_terminal *terminal, struct bytes text, unsigned indent)
{
	unsigned column = 0, width = width_of(terminal);
	struct bytes blanks, word;

	while (next_word(&text, &blanks, &word)) {
		unsigned columns = shown_width_of(word);
		unsigned wanted = (unsigned)blanks.length + columns;

		if (column > indent && column + wanted >= width) {
			fprintf(terminal->output, "\n%*s", (int)indent, "");
			column = indent + columns;
		} else {
			put(terminal->output, blanks);
			column += wanted;
		}
		put(terminal->output, word);
	}
	putc('\n', terminal->output);
}

/* Where a paragraph ends, and how many bytes end it. */
static size_t
end_of_paragraph(struct bytes text, size_t *mark)
{
	static const char separator[] = "\xE2\x80\xA8";

	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] == '\n') {
			*mark = 1;
			return i;
		}
		if (text.length - i >= 3 && memcmp(text.at + i, separator, 3) == 0) {
			*mark = 3;
			return i;
		}
	}
	*mark = 0;
	return text.length;
}

void
ask_terminal_say(struct ask_terminal *terminal, struct bytes text, unsigned indent)
{
	size_t mark;

	do {
		size_t end = end_of_paragraph(text, &mark);

		say_paragraph(terminal, (struct bytes){text.at, end}, indent);
		text = (struct bytes){text.at + end + mark, text.length - end - mark};
		if (mark == 3)
			fprintf(terminal->output, "%*s", (int)indent, "");
	} while (mark > 0);
}
