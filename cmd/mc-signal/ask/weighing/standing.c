#include "ask/weighing/standing.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "ask/weighing/framework.h"
#include "tool/diagnostics.h"
#include "tool/memory.h"
#include "records/reader.h"

/* The signals of the case, one by one: only when all answers are known can be told which came
 * after them. */
struct moments {
	struct span *list;
	size_t count, room;
};

static void
moments_add(struct moments *moments, struct span when)
{
	if (moments->count == moments->room) {
		moments->room = moments->room == 0 ? 32 : 2 * moments->room;
		moments->list = memory_resize(moments->list, moments->room, sizeof(*moments->list));
	}
	moments->list[moments->count++] = when;
}

static bool
is_of(const struct record *record, const struct case_key *key)
{
	struct case_key other;

	if (!record_names_case(record))
		return false;
	other = case_key_of(record);
	return other.school == key->school && memcmp(other.id, key->id, sizeof(other.id)) == 0;
}

static bool
is_signal_of_concern(const struct record *record)
{
	enum signal_class class = vocabulary_entry(record->code)->class;

	return record->kind == KIND_SIGNAL && class != CLASS_POSITIVE && class != CLASS_NOTE;
}

static void
take_record(struct standing_case *standing, const struct record *record, day_number today,
    struct moments *moments)
{
	struct case_fact fact = case_fact_of(record);

	/* A record from the future would be the newest for ever. */
	if (span_day(fact.when) > today) {
		standing->alone.state.has_refused_line = true;
		return;
	}
	case_take_fact(&standing->alone.state, &fact, NULL);
	if (is_signal_of_concern(record))
		moments_add(moments, fact.when);
}

/* Takes the facts of the case from the open log; false when reading fails. */
static bool
take_facts(
    struct standing_case *standing, int descriptor, day_number today, struct moments *moments)
{
	struct reader reader;
	struct record record;
	struct refusal refusal;
	enum reader_event event;

	reader_open(&reader, descriptor, NULL, NULL);
	/* Another writer may be at work. */
	reader.may_be_torn = true;
	do {
		event = reader_next(&reader, &record, &refusal);
		if (event == READER_REFUSED && is_of(&record, &standing->alone.state.key))
			standing->alone.state.has_refused_line = true;
		if (event == READER_RECORD && is_of(&record, &standing->alone.state.key))
			take_record(standing, &record, today, moments);
	} while (event != READER_END && event != READER_TROUBLE);
	reader_close(&reader);
	return event == READER_END;
}

static void
count_open_signals(struct standing_case *standing, const struct moments *moments)
{
	struct span_set answered = case_newest_answers(&standing->alone.state, WORD_NONE);

	standing->signals = moments->count;
	for (size_t i = 0; i < moments->count; i++)
		if (!span_set_since(answered, span_set_of(moments->list[i])))
			standing->open_signals++;
}

bool
standing_read(struct standing_case *standing, const char *log, struct case_key key)
{
	struct moments moments = {NULL, 0, 0};
	int descriptor = open(log, O_RDONLY | O_CLOEXEC);
	bool is_read = descriptor == -1 && errno == ENOENT;
	day_number today = span_today();

	*standing = (struct standing_case){.signals = 0};
	case_alone_open(&standing->alone);
	standing->alone.state.key = key;
	if (descriptor != -1) {
		is_read = take_facts(standing, descriptor, today, &moments);
		close(descriptor);
	}
	if (is_read) {
		assessment_make(&standing->assessment, &standing->alone.state, today);
		standing->weighing = weighing_of(&standing->assessment);
		count_open_signals(standing, &moments);
	} else {
		diagnostics_trouble_errno("%s", log);
	}
	free(moments.list);
	return is_read;
}

static void
say_signals(struct dialog *dialog, const struct standing_case *standing)
{
	char number[24], date[ASK_DATE_SIZE];

	if (standing->signals == 0) {
		dialog_say(dialog, SAY_STANDS_NO_SIGNALS);
		return;
	}
	snprintf(number, sizeof(number), "%lu", standing->signals);
	dialog_say_with(dialog, SAY_STANDS_SIGNALS, number,
	    ask_wording_date(span_of_day(span_set_day(standing->alone.state.signals.newest)),
		dialog->language, date));
	snprintf(number, sizeof(number), "%lu", standing->open_signals);
	if (standing->open_signals > 0)
		dialog_say_with(dialog, SAY_STANDS_OPEN_SIGNALS, number, NULL);
}

/* How a question stands, in words. */
static const char *
describe_answer(
    const struct dialog *dialog, const struct standing *standing, char text[ASK_TEXT_SIZE])
{
	char date[ASK_DATE_SIZE];
	struct span day = span_of_day(span_set_day(standing->newest));

	if (standing->value == WORD_NONE)
		return dialog_text(dialog, SAY_ANSWER_NONE);
	/* Unsafety makes a suspicion that nobody was asked about. */
	if (span_set_is_empty(standing->newest))
		return dialog_text(dialog, SAY_ANSWER_OF_ITSELF);
	return language_fill(
	    dialog_text(dialog, standing->is_stale ? SAY_ANSWER_STALE : SAY_ANSWER_STANDS),
	    dialog_label(dialog, standing->value), ask_wording_date(day, dialog->language, date),
	    text, ASK_TEXT_SIZE);
}

static void
say_answers(struct dialog *dialog, const struct assessment *assessment)
{
	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++) {
		char text[ASK_TEXT_SIZE], line[2 * ASK_TEXT_SIZE];

		snprintf(line, sizeof(line), "%4s  %s: %s", framework_number(question),
		    dialog_text(dialog, framework_title(question)),
		    describe_answer(dialog, assessment_question(assessment, question), text));
		ask_terminal_say(&dialog->terminal, bytes_of(line), 6);
	}
}

void
standing_say_facts(struct dialog *dialog, const struct standing_case *standing)
{
	dialog_skip_line(dialog);
	dialog_say(dialog, SAY_STANDS_TITLE);
	if (span_history_is_empty(standing->alone.state.all))
		dialog_say(dialog, SAY_STANDS_NEW);
	else
		say_signals(dialog, standing);
}

void
standing_say_answers(struct dialog *dialog, const struct standing_case *standing)
{
	dialog_skip_line(dialog);
	say_answers(dialog, &standing->assessment);
}
