#include "papers/chronology/timeline.h"

#include <stdio.h>

#include "paper/date.h"
#include "paper/strip.h"
#include "rules/weighing.h"

enum { LANE_SIGNALS, LANE_TALKS, LANE_ANSWERS };

struct timeline {
	struct document *document;
	day_number first, last;
};

/* How a signal is drawn, by its class. */
static const struct {
	enum strip_shape shape;
	const char *letter;
} marks[] = {
    [CLASS_NONE] = {STRIP_CIRCLE, "S"},
    [CLASS_URGENT] = {STRIP_TRIANGLE, "!"},
    [CLASS_EXPERT] = {STRIP_DIAMOND, "E"},
    [CLASS_STAFF] = {STRIP_SQUARE, "M"},
    [CLASS_PUPIL] = {STRIP_SQUARE, "L"},
    [CLASS_NOTICE] = {STRIP_SQUARE, "H"},
    [CLASS_POSITIVE] = {STRIP_CIRCLE, "+"},
    [CLASS_NOTE] = {STRIP_CIRCLE, "-"},
};

static const char *
answer_letter(enum word question)
{
	static const char *const letters[] = {"1", "b", "2", "3", "4", "5"};

	return letters[question - QUESTION_FIRST];
}

static unsigned
place_of(const struct timeline *timeline, day_number day)
{
	return (
	    unsigned)((day - timeline->first) * STRIP_LENGTH / (timeline->last - timeline->first));
}

static void
mark_fact(struct timeline *timeline, const struct entry *fact)
{
	unsigned at = place_of(timeline, span_day(fact->when));
	enum signal_class class;

	switch (fact->kind) {
	case KIND_SIGNAL:
		class = vocabulary_entry(fact->code)->class;
		strip_mark(
		    timeline->document, LANE_SIGNALS, at, marks[class].shape, marks[class].letter);
		break;
	case KIND_TALK:
		strip_mark(timeline->document, LANE_TALKS, at,
		    record_is_skipped(fact->value) ? STRIP_DIAMOND : STRIP_SQUARE,
		    fact->code == PARTY_CHILD ? "K" : "O");
		break;
	case KIND_ANSWER:
		strip_mark(
		    timeline->document, LANE_ANSWERS, at, STRIP_CIRCLE, answer_letter(fact->code));
		break;
	default:
		break;
	}
}

/* In words: how long, how many records of each kind, and where the outcome went. */
static void
say_strip(struct paper *paper, const struct dossier *dossier, const struct case_days *days,
    const char *first, const char *last)
{
	unsigned signals = 0, talks = 0, answers = 0;
	char counts[96], levels[32];

	for (size_t i = 0; i < dossier->facts; i++) {
		signals += dossier->fact[i].kind == KIND_SIGNAL;
		talks += dossier->fact[i].kind == KIND_TALK;
		answers += dossier->fact[i].kind == KIND_ANSWER;
	}
	phrase_say(&paper->phrase, WORDING_STRIP_FROM_TO, first, last);
	snprintf(counts, sizeof(counts), "%u, %u, %u", signals, talks, answers);
	phrase_say(&paper->phrase, WORDING_STRIP_COUNTS, counts, NULL);
	phrase_say(&paper->phrase, WORDING_STRIP_LEVELS, NULL, NULL);
	for (size_t i = 0; i < days->count; i++) {
		if (!days->list[i].has_changed)
			continue;
		snprintf(
		    levels, sizeof(levels), " %u", weighing_protection(&days->list[i].weighing));
		phrase_add(&paper->phrase, levels);
	}
	phrase_add(&paper->phrase, ".");
}

void
timeline_put(struct paper *paper, const struct dossier *dossier, const struct case_days *days,
    day_number today)
{
	struct timeline timeline = {
	    .document = paper->document, .first = span_day(dossier->fact[0].when), .last = today};
	enum language language = paper->phrase.language;
	char first[DATE_SIZE], last[DATE_SIZE];

	if (timeline.last <= timeline.first)
		return;
	date_of_day(timeline.first, DATE_DAY, language, first);
	date_of_day(timeline.last, DATE_DAY, language, last);
	say_strip(paper, dossier, days, first, last);
	strip_begin(paper->document, phrase_bytes(&paper->phrase), bytes_of(first), bytes_of(last));
	phrase_clear(&paper->phrase);
	for (enum wording lane = WORDING_LANE_SIGNALS; lane <= WORDING_LANE_OUTCOME; lane++)
		strip_name_lane(paper->document, bytes_of(paper_wording(paper, lane)));
	for (size_t i = 0; i < dossier->facts; i++)
		mark_fact(&timeline, &dossier->fact[i]);
	for (size_t i = 0; i < days->count; i++)
		if (days->list[i].has_changed)
			strip_level(paper->document, place_of(&timeline, days->list[i].day),
			    weighing_protection(&days->list[i].weighing));
	document_add(paper->document, BLOCK_STRIP_LEGEND,
	    (struct bytes[]){bytes_of(paper_wording(paper, WORDING_STRIP_LEGEND))}, 1);
}
