#include "words.h"

#include <stdio.h>
#include <unistd.h>

#include "records/record.h"
#include "records/writer.h"
#include "settings.h"

/* As they stand in a sheet: the columns, the kinds, then codes and values kind by kind. */
static const enum word_list lists[] = {LIST_COLUMN, LIST_SHEET, LIST_KIND, LIST_SIGNAL, LIST_KNOWN,
    LIST_PARTNER, LIST_MANNER, LIST_PARTY, LIST_TALK, LIST_QUESTION, LIST_ANSWER, LIST_PLAN,
    LIST_NEED, LIST_ACTION, LIST_SCHOOL, LIST_ROLE};

enum { LISTS = sizeof(lists) / sizeof(lists[0]) };

static const char header[] = "kind,code,label,synonyms";

enum { FIELDS = 4, SYNONYMS_SIZE = 1024 };

static bool
is_of_kind(enum word_list list, enum word kind)
{
	return kind != WORD_NONE
	    && (list == record_code_list(kind) || list == record_value_list(kind, WORD_NONE));
}

/* Whether the list is meant by a name: its own, or that of a kind. Columns are columns. */
static bool
is_meant(enum word_list list, const char *name)
{
	enum word_list called = list == LIST_SHEET ? LIST_COLUMN : list;

	return vocabulary_list_is_called(called, name)
	    || is_of_kind(list, vocabulary_recognise(LIST_KIND, bytes_of(name)));
}

static bool
is_wanted(enum word_list list, char *const names[])
{
	bool is_wanted = names[0] == NULL;

	for (; *names != NULL; names++)
		is_wanted |= is_meant(list, *names);
	return is_wanted;
}

/* The names of all lists, and the one nearest to what was written. */
static const char *
list_names(const char *written, struct nearest *nearest)
{
	static char names[256];
	size_t used = 0;

	for (size_t i = 0; i < LISTS; i++) {
		const char *name = vocabulary_list_name(lists[i]);

		if (lists[i] == LIST_SHEET)
			continue;
		nearest_try(nearest, bytes_of(written), bytes_of(name));
		used += (size_t)snprintf(
		    names + used, sizeof(names) - used, "%s%s", used == 0 ? "" : ", ", name);
	}
	return names;
}

static void
check_name(const char *name)
{
	struct nearest nearest = {.apart = 0};
	bool is_known = false;

	for (size_t i = 0; i < LISTS; i++)
		is_known |= is_meant(lists[i], name);
	if (!is_known) {
		const char *names = list_names(name, &nearest);

		options_misused(&settings_tool, _("--words \"%s\" is no list of words (%s)%s"),
		    options_show(name), names, options_meant(&nearest));
	}
}

/* What may be written besides the word and its label: the Dutch word comes first. */
static const char *
synonyms_of(enum word word, char text[SYNONYMS_SIZE])
{
	struct word_names names = vocabulary_names(word);
	bool is_other = strcmp(vocabulary_token(word), names.dutch_token) != 0;

	snprintf(text, SYNONYMS_SIZE, "%s%s%s", is_other ? names.dutch_token : "",
	    is_other && names.synonyms[0] != '\0' ? "|" : "", names.synonyms);
	return text;
}

static void
write_word(struct writer *writer, enum word word)
{
	char synonyms[SYNONYMS_SIZE];
	const struct bytes field[FIELDS] = {
	    bytes_of(vocabulary_list_token(vocabulary_entry(word)->list)),
	    bytes_of(vocabulary_token(word)),
	    bytes_of(vocabulary_label(word, language_of_person())),
	    bytes_of(synonyms_of(word, synonyms)),
	};

	(void)writer_fields(writer, field, FIELDS, ',');
}

void
words_write(char *const names[])
{
	struct writer writer;

	for (size_t i = 0; names[i] != NULL; i++)
		check_name(names[i]);
	writer_open(&writer, STDOUT_FILENO, _("standard output"));
	writer_line(&writer, bytes_of(header));
	for (size_t i = 0; i < LISTS; i++)
		for (enum word word = vocabulary_first(lists[i]); word < vocabulary_end(lists[i]);
		     word++)
			if (is_wanted(lists[i], names) && !record_is_derived(word))
				write_word(&writer, word);
	writer_close(&writer);
}
