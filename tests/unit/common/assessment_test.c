/*
 * Goal: what each question is worth follows mc-meldcode(7), "HOW ANSWERS
 * COUNT": the most protective of the newest counts, a danger is not taken back
 * alone, rounds end, and nothing outdated reassures.
 */

#include "support/check.h"

#include "support/cases.h"

enum { STANDING_SIZE = 256 };

/* Each question that has a value: "~" it is stale, "!" it asks for a report and nobody was called,
 * "+" Veilig Thuis was asked since, "*" a report was made. */
static const char *
describe(const struct assessment *assessment, char text[STANDING_SIZE])
{
	size_t used = 0;

	text[0] = '\0';
	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++) {
		const struct standing *standing = assessment_question(assessment, question);

		if (standing->value == WORD_NONE)
			continue;
		used += (size_t)snprintf(text + used, STANDING_SIZE - used, "%s%s=%s%s%s",
		    used > 0 ? " " : "", vocabulary_token(question),
		    vocabulary_token(standing->value), standing->is_stale ? "~" : "",
		    !standing->asks		? ""
			: standing->is_reported ? "*"
			: standing->is_advised	? "+"
						: "!");
	}
	return text;
}

static const struct standing_row {
	const char *story, *standing;
} standing_rows[] = {
    {"03-01 signal fear seen", ""},
    /* 1. asks: unsafe but no, and a no to can-help, accepts and result */
    {"03-01 answer unsafe acute", "suspicion=yes unsafe=acute!"},
    {"03-01 answer unsafe doubt", "suspicion=yes unsafe=doubt!"},
    {"03-01 answer unsafe no; 03-01 answer suspicion no; 03-01 answer concern yes",
	"suspicion=no concern=yes unsafe=no"},
    {"03-01 answer can-help no; 03-01 answer accepts no; 03-01 answer result no",
	"can-help=no! accepts=no! result=no!"},
    {"03-01 answer can-help doubt; 03-01 answer accepts doubt; 03-01 answer result doubt",
	"can-help=doubt accepts=doubt result=doubt"},
    /* reported: a report since the answer */
    {"03-01 answer unsafe acute; 03-02 done veilig-thuis report-now",
	"suspicion=yes unsafe=acute*"},
    {"03-01 answer unsafe acute; 03-01 done veilig-thuis add-to-report",
	"suspicion=yes unsafe=acute*"},
    {"03-01T09:01 answer unsafe acute; 03-01T09:00 done veilig-thuis report; "
     "03-01T09:01 signal fear seen",
	"suspicion=yes unsafe=acute!"},
    /* report first, write after: a report since the signals, at most one working day before */
    {"03-02 signal fear seen; 03-02 done veilig-thuis report; 03-03 answer unsafe acute",
	"suspicion=yes unsafe=acute*"},
    {"03-02 signal fear seen; 03-02 done veilig-thuis report; 03-04 answer unsafe acute",
	"suspicion=yes unsafe=acute!"},
    {"03-06 signal fear seen; 03-06 done veilig-thuis report; 03-09 answer unsafe acute",
	"suspicion=yes unsafe=acute*"}, /* over a weekend */
    {"03-03 signal fear seen; 03-02 done veilig-thuis report; 03-03 answer unsafe acute",
	"suspicion=yes unsafe=acute!"},
    {"02-27 done veilig-thuis report; 03-02 answer can-help no", "can-help=no*"},
    {"02-27 done veilig-thuis report; 03-03 answer can-help no", "can-help=no!"},
    /* advised: Veilig Thuis was asked since */
    {"03-01 answer unsafe acute; 03-02 consult veilig-thuis named", "suspicion=yes unsafe=acute+"},
    {"03-01 answer can-help no; 03-02 done veilig-thuis advise", "can-help=no+"},
    {"03-01 answer can-help no; 03-02 consult expert named", "can-help=no!"},
    {"03-01 answer can-help no; 02-28 consult veilig-thuis named", "can-help=no!"},
    /* 2. a danger once seen is not taken back before Veilig Thuis was asked */
    {"03-01 answer unsafe acute; 03-02 answer unsafe no", "suspicion=yes unsafe=acute!"},
    {"03-01 answer unsafe doubt; 03-05 answer unsafe no", "suspicion=yes unsafe=doubt!"},
    {"03-01 answer unsafe structural; 03-05 answer unsafe doubt; 03-06 answer unsafe no",
	"suspicion=yes unsafe=doubt!"},
    {"03-01 answer unsafe acute; 03-02 consult veilig-thuis named; 03-03 answer unsafe no",
	"unsafe=no"},
    {"03-01 answer unsafe acute; 03-01 consult veilig-thuis named; 03-03 answer unsafe no",
	"unsafe=no"},
    {"03-01 answer unsafe acute; 03-02 done veilig-thuis advise; 03-03 answer unsafe no",
	"unsafe=no"},
    /* though it is taken back first and advised upon later */
    {"03-01 answer unsafe acute; 03-02 answer unsafe no; 03-03 consult veilig-thuis named",
	"unsafe=no"},
    {"02-28 consult veilig-thuis named; 03-01 answer unsafe acute; 03-03 answer unsafe no",
	"suspicion=yes unsafe=acute!"},
    {"03-01T08:00 consult veilig-thuis named; 03-01T09:00 answer unsafe acute; "
     "03-01T10:00 answer unsafe no",
	"suspicion=yes unsafe=acute!"},
    {"03-01T09:00 consult veilig-thuis named; 03-01T09:00 answer unsafe acute; "
     "03-01T10:00 answer unsafe no",
	"unsafe=no"},
    {"03-01 answer unsafe acute; 03-02 consult expert named; 03-03 answer unsafe no",
	"suspicion=yes unsafe=acute!"},
    {"03-01 answer unsafe yes; 03-02 consult veilig-thuis named; 03-03 answer unsafe doubt; "
     "03-04 answer unsafe no",
	"suspicion=yes unsafe=doubt!"},
    {"03-01 answer unsafe acute; 03-02 done veilig-thuis report; 03-05 answer unsafe no",
	"unsafe=no"},
    /* a doubt does not take the place of a no that nobody was asked about */
    {"03-01 answer can-help no; 03-02 answer can-help doubt", "can-help=no!"},
    {"03-01 answer accepts no; 03-02 answer accepts doubt", "accepts=no!"},
    {"03-01 answer result no; 03-02 answer result doubt", "result=no!"},
    {"03-01 answer can-help no; 03-02 answer can-help doubt; 03-03 consult veilig-thuis named",
	"can-help=doubt"},
    {"03-01 answer can-help no; 03-01 consult veilig-thuis named; 03-02 answer can-help doubt",
	"can-help=doubt"},
    {"03-01 answer can-help no; 03-01 done veilig-thuis report; 03-02 answer can-help doubt",
	"can-help=doubt"},
    /* but a yes does, for it is an answer; and then a doubt counts again */
    {"03-01 answer can-help no; 03-02 answer can-help yes", "can-help=yes"},
    {"03-01 answer can-help no; 03-02 answer can-help yes; 03-03 answer can-help doubt",
	"can-help=doubt"},
    {"03-01 answer can-help no; 03-02 answer can-help doubt; 03-03 answer can-help yes",
	"can-help=yes"},
    {"03-01T09:00 answer can-help no; 03-01 answer can-help yes; 03-02 answer can-help doubt",
	"can-help=no!"},
    {"03-01 answer suspicion yes; 03-02 answer suspicion doubt", "suspicion=doubt"},
    /* 3. a suspicion no ends a round */
    {"03-01 answer suspicion yes; 03-01 answer unsafe no; 03-01 answer can-help doubt; "
     "03-01 answer accepts yes; 03-02 answer result yes; 03-05 answer suspicion no",
	"suspicion=no"},
    {"03-05 answer suspicion no; 03-05 answer unsafe no; 03-05 answer can-help yes",
	"suspicion=no unsafe=no can-help=yes"},
    {"03-05T09:00 answer suspicion no; 03-05T08:59 answer unsafe no", "suspicion=no"},
    {"03-01 answer concern yes; 03-05 answer suspicion no", "suspicion=no concern=yes"},
    {"03-01 answer suspicion no; 03-05 answer suspicion yes; 03-05 answer unsafe no",
	"suspicion=yes unsafe=no"},
    {"03-01 answer can-help yes; 03-05 answer suspicion no; 03-06 answer suspicion yes",
	"suspicion=yes"},
    /* but what asks for a report stays until Veilig Thuis was asked since ... */
    {"03-01 answer can-help no; 03-05 answer suspicion no", "suspicion=no can-help=no!"},
    {"03-01 answer accepts no; 03-05 answer suspicion no", "suspicion=no accepts=no!"},
    {"03-01 answer result no; 03-05 answer suspicion no", "suspicion=no result=no!"},
    {"03-01 answer can-help no; 03-05 answer suspicion no; 03-06 consult veilig-thuis named",
	"suspicion=no"},
    {"03-01 answer can-help no; 03-02 consult veilig-thuis named; 03-05 answer suspicion no",
	"suspicion=no"},
    {"02-28 consult veilig-thuis named; 03-01 answer can-help no; 03-05 answer suspicion no",
	"suspicion=no can-help=no!"},
    /* ... and unsafe until it is reported: it is taken back by an answer to unsafe alone */
    {"03-01 answer unsafe yes; 03-05 answer suspicion no", "suspicion=no unsafe=yes!"},
    {"03-01 answer unsafe yes; 03-02 consult veilig-thuis named; 03-05 answer suspicion no",
	"suspicion=no unsafe=yes+"},
    {"03-01 answer unsafe yes; 03-02 done veilig-thuis report; 03-05 answer suspicion no",
	"suspicion=no"},
    {"03-01 answer unsafe yes; 03-02 consult veilig-thuis named; 03-05 answer suspicion no; "
     "03-05 answer unsafe no",
	"suspicion=no unsafe=no"},
    /* 4. a result is that of help that was accepted */
    {"03-01 answer accepts yes; 03-02 answer result yes", "accepts=yes result=yes"},
    {"03-01 answer accepts yes; 03-02 answer result yes; 03-05 answer accepts yes", "accepts=yes"},
    {"03-01 answer result doubt; 03-05 answer accepts doubt", "accepts=doubt"},
    {"03-05 answer result doubt; 03-05 answer accepts yes", "accepts=yes result=doubt"},
    {"03-01 answer result no; 03-05 answer accepts yes", "accepts=yes result=no!"},
    {"03-01 answer result no; 03-05 answer accepts yes; 03-06 consult veilig-thuis named",
	"accepts=yes"},
    /* any answer to accepts, though it does not count itself */
    {"03-01 answer accepts no; 03-02 answer result yes; 03-03 answer accepts doubt", "accepts=no!"},
    {"03-02 answer accepts yes; 03-03 answer result yes; 03-04 answer suspicion no; "
     "03-04 answer result yes",
	"suspicion=no result=yes"},
    /* 5. a reassuring answer that is not since the signals is stale */
    {"03-01 answer suspicion no; 03-02 signal fear seen", "suspicion=no~"},
    {"03-02 answer suspicion no; 03-02 signal fear seen", "suspicion=no"},
    {"03-02 answer suspicion no; 03-02T23:59 signal fear seen", "suspicion=no"},
    {"03-02T09:00 answer suspicion no; 03-02 signal fear seen", "suspicion=no"},
    {"03-02T09:00 answer suspicion no; 03-02T09:00 signal fear seen", "suspicion=no"},
    {"03-02T09:00 answer suspicion no; 03-02T09:01 signal fear seen", "suspicion=no~"},
    {"03-01 answer suspicion no; 03-02 signal protective seen", "suspicion=no"},
    {"03-01 answer suspicion no; 03-02 signal contact seen", "suspicion=no"},
    {"03-01 answer suspicion no; 03-02 signal staff third", "suspicion=no~"},
    {"03-02 answer suspicion no; 03-01 signal fear third 03-03", "suspicion=no~"}, /* known later */
    {"03-01 answer concern no; 03-02 signal fear seen", "concern=no~"},
    {"03-01 answer unsafe no; 03-02 signal fear seen", "unsafe=no~"},
    {"03-01 answer can-help yes; 03-02 signal fear seen", "can-help=yes~"},
    {"03-01 answer accepts yes; 03-02 signal fear seen", "accepts=yes~"},
    {"03-01 answer result yes; 03-02 signal fear seen", "result=yes~"},
    /* a worrying one or a doubt never is */
    {"03-01 answer suspicion yes; 03-01 answer concern yes; 03-01 answer can-help doubt; "
     "03-01 answer accepts no; 03-01 answer result doubt; 03-02 signal fear seen; "
     "03-02 done veilig-thuis report; 03-03 talk parents no-help",
	"suspicion=yes concern=yes can-help=doubt accepts=no* result=doubt"},
    {"03-01 answer suspicion doubt; 03-01 answer concern doubt; 03-02 signal fear seen",
	"suspicion=doubt concern=doubt"},
    {"03-01 answer unsafe doubt; 03-02 signal fear seen", "suspicion=yes unsafe=doubt!"},
    /* nor since a report: suspicion, concern and result alone */
    {"03-01 answer suspicion no; 03-02 done veilig-thuis report", "suspicion=no~"},
    {"03-02 answer suspicion no; 03-02 done veilig-thuis report", "suspicion=no"},
    {"03-01 answer concern no; 03-02 done veilig-thuis report", "concern=no~"},
    {"03-01 answer result yes; 03-02 done veilig-thuis report", "result=yes~"},
    {"03-01 answer unsafe no; 03-01 answer can-help yes; 03-01 answer accepts yes; "
     "03-02 done veilig-thuis report",
	"unsafe=no can-help=yes accepts=yes"},
    /* a concern no that is older than the suspicion */
    {"03-01 answer concern no; 03-02 answer suspicion no", "suspicion=no concern=no~"},
    {"03-02 answer concern no; 03-02 answer suspicion no", "suspicion=no concern=no"},
    {"03-01 answer concern doubt; 03-02 answer suspicion no", "suspicion=no concern=doubt"},
    /* parents who withdraw */
    {"03-01 answer accepts yes; 03-02 talk parents no-help", "accepts=yes~"},
    {"03-01 answer accepts yes; 03-02 talk family no-concern", "accepts=yes~"},
    {"03-01 answer accepts yes; 03-02 talk one-parent divided", "accepts=yes~"},
    {"03-02 answer accepts yes; 03-02 talk parents no-help", "accepts=yes"},
    {"03-01 answer accepts yes; 03-02 talk parents wants-help", "accepts=yes"},
    {"03-01 answer accepts yes; 03-02 talk parents open", "accepts=yes"},
    {"03-01 answer accepts yes; 03-02 talk parents unreached", "accepts=yes"},
    {"03-01 answer accepts yes; 03-02 talk child no-help", "accepts=yes"},
    {"03-01 answer accepts yes; 03-02 talk parents no-help; 03-03 talk parents wants-help",
	"accepts=yes~"},
    {"03-01 answer can-help yes; 03-01 answer result yes; 03-02 talk parents no-help",
	"can-help=yes result=yes"},
    /* 6. who sees unsafety suspects: only a held no says otherwise */
    {"03-01 answer unsafe acute; 03-02 answer suspicion doubt", "suspicion=yes unsafe=acute!"},
    {"03-01 answer unsafe acute; 03-02 answer suspicion no; 03-03 signal fear seen",
	"suspicion=yes unsafe=acute!"},
    {"03-02 answer suspicion no; 03-03 answer unsafe acute", "suspicion=no unsafe=acute!"},
    {"03-01 answer unsafe no", "unsafe=no"},
    /* ... and who asks for a report by another question does not leave it at a doubt */
    {"03-01 answer suspicion doubt; 03-01 answer can-help no", "suspicion=yes can-help=no!"},
    {"03-01 answer suspicion doubt; 03-01 answer accepts no; 03-02 consult veilig-thuis named",
	"suspicion=yes accepts=no+"},
    {"03-01 answer suspicion doubt; 03-01 answer result no; 03-02 done veilig-thuis report",
	"suspicion=yes result=no*"},
    {"03-01 answer suspicion no; 03-02 signal fear seen; 03-03 answer can-help no",
	"suspicion=no~ can-help=no!"},
    {"03-01 answer can-help no", "can-help=no!"},
    {"03-01 answer can-help no; 03-01 consult veilig-thuis named; 03-02 answer can-help yes; "
     "03-02 answer suspicion doubt",
	"suspicion=doubt can-help=yes"},
};

static void
assess(struct assessment *assessment, struct case_state *state, const char *story)
{
	*state = cases_state_of(story);
	assessment_make(assessment, state, cases_day("10-31"));
}

static void
test_standing(void **state)
{
	struct case_state case_state;
	struct assessment assessment;
	char text[STANDING_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(standing_rows); i++) {
		assess(&assessment, &case_state, standing_rows[i].story);
		check_string(standing_rows[i].story, "standing", describe(&assessment, text),
		    standing_rows[i].standing);
	}
}

/* The answers to each question, the most protective first. */
static const struct order_row {
	const char *question, *answers[7];
} order_rows[] = {
    {"suspicion", {"yes", "doubt", "no"}},
    {"concern", {"yes", "doubt", "no"}},
    {"unsafe", {"acute", "disclosure", "structural", "yes", "doubt", "no"}},
    {"can-help", {"no", "doubt", "yes"}},
    {"accepts", {"no", "doubt", "yes"}},
    {"result", {"no", "doubt", "yes"}},
};

/* When two answers may be equally new the more protective counts; else the later one. */
static const struct pair_row {
	const char *first, *second;
	bool is_open; /* nobody can tell which came last */
} pair_rows[] = {
    {"03-01", "03-01", true},
    {"03-01T09:00", "03-01", true},
    {"03-01", "03-01T09:00", true},
    {"03-01T00:00", "03-01", true},
    {"03-01T09:00", "03-01T09:00", true},
    {"03-01T09:00", "03-01T09:01", false},
    {"03-01", "03-02", false},
    {"03-01T23:59", "03-02", false},
    {"03-01", "03-02T00:00", false},
};

static void
check_pair(const struct order_row *order, size_t a, size_t b, const struct pair_row *pair)
{
	struct case_state state;
	struct assessment assessment;
	char story[160];
	enum word question = vocabulary_find(LIST_QUESTION, bytes_of(order->question));
	size_t expected = pair->is_open && a < b ? a : b;

	/* Veilig Thuis was asked, so that a danger can be taken back. */
	snprintf(story, sizeof(story),
	    "%s answer %s %s; %s answer %s %s; 03-09 consult veilig-thuis named", pair->first,
	    order->question, order->answers[a], pair->second, order->question, order->answers[b]);
	assess(&assessment, &state, story);
	check_string(story, order->question,
	    vocabulary_token(assessment_question(&assessment, question)->value),
	    order->answers[expected]);
}

static void
test_most_protective_of_the_newest(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(order_rows); i++)
		for (size_t a = 0; order_rows[i].answers[a] != NULL; a++)
			for (size_t b = 0; order_rows[i].answers[b] != NULL; b++)
				for (size_t j = 0; j < COUNT_OF(pair_rows); j++)
					check_pair(&order_rows[i], a, b, &pair_rows[j]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_standing),
	    cmocka_unit_test(test_most_protective_of_the_newest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
