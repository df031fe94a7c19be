/*
 * Goal: the state of a case holds the sets of mc-record(5), "TIME", each record
 * in those where it belongs and in no other, in constant size.
 */

#include "support/check.h"

#include "rules/case.h"
#include "support/cases.h"

static void
test_size(void **state)
{
	(void)state;
	/* 768 bytes a case that has all, with its part of the index: 4 bytes a place, which is at
	 * most 1/0.35 places a case, and while the index grows 1/0.7 of the one before. */
	assert_true(
	    sizeof(struct case_state) + sizeof(struct case_rest) + 4 * 100 / 35 + 4 * 100 / 70
	    <= 768);
}

/* Each set with the day of its newest, by the name that the rules give it. C is who was consulted
 * at all, "consult" the records of that kind, "parents" and "child" who was talked with. */
static const struct set_name {
	const char *name;
	size_t at;
	bool is_history, is_of_rest;
} set_names[] = {
#define HISTORY(name, member)                                                                      \
	{                                                                                          \
		name, offsetof(struct case_state, member), true, false                             \
	}
#define OF_REST(name, member)                                                                      \
	{                                                                                          \
		name, offsetof(struct case_rest, member), true, true                               \
	}
#define SET(name, member)                                                                          \
	{                                                                                          \
		name, offsetof(struct case_state, member), false, false                            \
	}
    HISTORY("S", signals),
    HISTORY("D", safety),
    HISTORY("E", expert),
    OF_REST("F", staff),
    OF_REST("P", pupil),
    HISTORY("H", notice),
    HISTORY("A", absence),
    SET("I", injuries),
    HISTORY("R", reports),
    SET("V", veilig_thuis_asked),
    SET("X", expert_asked),
    SET("C", somebody_asked),
    SET("consult", consults),
    HISTORY("G", wants_help),
    HISTORY("T-G", other_talks),
    HISTORY("U", withdrawals),
    SET("parents", with_parents),
    SET("child", with_child),
#undef HISTORY
#undef SET
#undef OF_REST
};

enum { DESCRIPTION_SIZE = 512 };

static void
add_word(char text[DESCRIPTION_SIZE], const char *word)
{
	size_t used = strlen(text);

	snprintf(text + used, DESCRIPTION_SIZE - used, "%s%s", used > 0 ? "; " : "", word);
}

static void
describe_set(const struct case_state *state, const struct set_name *set, char *text)
{
	const void *owner = set->is_of_rest ? (const void *)case_rest(state) : state;
	const void *at = (const char *)owner + set->at;
	struct span_set newest = set->is_history ? ((const struct span_history *)at)->newest
						 : *(const struct span_set *)at;
	char day[DAY_TEXT_SIZE], word[32];

	if (span_set_is_empty(newest))
		return;
	span_write_day(span_set_day(newest), day);
	snprintf(word, sizeof(word), "%s %s", set->name, day + sizeof("2026-") - 1);
	add_word(text, word);
}

/* The sets that are not empty: "S 03-01; I 03-01; home; health". */
static const char *
describe(const struct case_state *state, char text[DESCRIPTION_SIZE])
{
	static const char *const topics[] = {"", "social", "health", "parenting", "absence"};

	text[0] = '\0';
	for (size_t i = 0; i < COUNT_OF(set_names); i++)
		describe_set(state, &set_names[i], text);
	if (state->has_home_signal)
		add_word(text, "home");
	if (state->has_absence_signal)
		add_word(text, "absent");
	for (enum topic topic = TOPIC_SOCIAL; topic < TOPIC_COUNT; topic++)
		if (state->topics & 1u << topic)
			add_word(text, topics[topic]);
	return text;
}

static const struct set_row {
	const char *story, *sets;
} set_rows[] = {
    {"03-01 signal fear seen", "S 03-01; home; parenting"},
    {"03-01 signal hunger seen", "S 03-01; home; social"},
    {"03-01 signal somatic seen", "S 03-01; home; health"},
    {"03-01 signal injury seen", "S 03-01; I 03-01; home; health"},
    {"03-01 signal injury-pattern seen", "S 03-01; E 03-01; I 03-01; home; health"},
    {"03-01 signal runs-away seen", "S 03-01; D 03-01; home; parenting"},
    {"03-01 signal disclosure-child child", "S 03-01; D 03-01; home"},
    {"03-01 signal honour seen", "S 03-01; E 03-01; home"},
    {"03-01 signal staff third", "S 03-01; F 03-01"},
    {"03-01 signal pupil third", "S 03-01; P 03-01"},
    {"03-01 signal handle-with-care third", "S 03-01; H 03-01"},
    {"03-01 signal absence third", "S 03-01; A 03-01; home; absent; absence"},
    {"03-01 signal late third", "S 03-01; A 03-01; home; absence"},
    {"03-01 signal sick-absence third", "S 03-01; home; health"},
    /* what protects, contradicts or is no more than a note plays no part */
    {"03-01 signal protective seen", ""},
    {"03-01 signal contradicting seen", ""},
    {"03-01 signal contact seen", ""},
    {"03-01 signal staff third; 03-04 signal fear seen; 03-02 signal runs-away child",
	"S 03-04; D 03-02; F 03-01; home; parenting"},
    /* a signal that the school came to know later counts on that whole day */
    {"03-01T09:00 signal fear third 03-04; 03-03 signal pupil third",
	"S 03-04; P 03-03; home; parenting"},
    {"03-01 signal absence third 03-04", "S 03-04; A 03-04; home; absent; absence"},
    {"03-04 signal fear third 03-04", "S 03-04; home; parenting"},
    /* talks: held or skipped, with whom, and what they say */
    {"03-01 talk parents open", "T-G 03-01; parents 03-01"},
    {"03-01 talk parents wants-help", "G 03-01; parents 03-01"},
    {"03-01 talk family no-help", "T-G 03-01; U 03-01; parents 03-01; child 03-01"},
    {"03-01 talk one-parent no-concern", "T-G 03-01; U 03-01"},
    {"03-01 talk one-parent divided", "T-G 03-01; U 03-01"},
    {"03-01 talk one-parent wants-help", "G 03-01"},
    {"03-01 talk child open", "child 03-01"},
    /* only parents take or refuse help */
    {"03-01 talk child wants-help; 03-02 talk child no-help", "child 03-02"},
    /* a talk that was not held tells by its reason, with whatever party it was to be */
    {"03-01 talk parents skipped-safety", "D 03-01; T-G 03-01; parents 03-01"},
    {"03-01 talk child skipped-safety", "D 03-01; child 03-01"},
    {"03-01 talk family skipped-expert", "E 03-01; T-G 03-01; parents 03-01; child 03-01"},
    {"03-01 talk one-parent skipped-contact", "E 03-01; T-G 03-01"},
    {"03-01 talk child skipped-contact", "E 03-01; child 03-01"},
    /* nobody was reached: that plays no part */
    {"03-01 talk parents unreached; 03-02 talk child unreached", ""},
    /* who was asked, and reports */
    {"03-01 consult kernteam named", "C 03-01; consult 03-01"},
    {"03-01 consult doctor named", "C 03-01; consult 03-01"},
    {"03-01 consult expert named", "X 03-01; C 03-01; consult 03-01"},
    {"03-01 consult veilig-thuis anonymous", "V 03-01; X 03-01; C 03-01; consult 03-01"},
    {"03-01 done af discuss", "C 03-01"},
    {"03-01 done kernteam discuss", "C 03-01"},
    {"03-01 done inspector advise", "C 03-01"},
    {"03-01 done expert advise", "X 03-01; C 03-01"},
    {"03-01 done expert advise-now", "X 03-01; C 03-01"},
    {"03-01 done expert advise-expert", "X 03-01; C 03-01"},
    {"03-01 done expert help", ""},
    {"03-01 done veilig-thuis advise", "V 03-01; X 03-01; C 03-01"},
    {"03-01 done veilig-thuis advise-now", "V 03-01; X 03-01; C 03-01"},
    {"03-01 done veilig-thuis advise-expert", "V 03-01; X 03-01; C 03-01"},
    {"03-01 done veilig-thuis report", "R 03-01; V 03-01; X 03-01; C 03-01"},
    {"03-01 done veilig-thuis report-now", "R 03-01; V 03-01; X 03-01; C 03-01"},
    {"03-01 done veilig-thuis add-to-report", "R 03-01; V 03-01; X 03-01; C 03-01"},
    {"03-01 done veilig-thuis feedback; 03-02 done veilig-thuis final-feedback", ""},
    {"03-01 done board inform; 03-01 done af talk; 03-01 done af weigh", ""},
    /* pairs that intake takes from nobody */
    {"03-01 done board report", ""},
    {"03-01 done veilig-thuis discuss; 03-01 done expert discuss", "C 03-01"},
    /* a need has a topic too */
    {"03-01 need bicycle", "social"},
    {"03-01 need upbringing; 03-01 signal growth seen", "S 03-01; home; health; parenting"},
};

static void
test_sets(void **state)
{
	char text[DESCRIPTION_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(set_rows); i++) {
		struct case_state got = cases_state_of(set_rows[i].story);

		check_string(set_rows[i].story, "sets", describe(&got, text), set_rows[i].sets);
	}
}

/* Every signal of the vocabulary by its class and topic. */
static void
test_every_signal(void **state)
{
	char story[64];

	(void)state;
	for (enum word word = SIGNAL_FIRST; word < SIGNAL_END; word++) {
		const struct word_entry *entry = vocabulary_entry(word);
		bool counts = entry->class != CLASS_POSITIVE && entry->class != CLASS_NOTE;
		bool is_outside = entry->class == CLASS_STAFF || entry->class == CLASS_PUPIL
		    || entry->class == CLASS_NOTICE;

		snprintf(story, sizeof(story), "03-01 signal %s seen", entry->token);
		struct case_state got = cases_state_of(story);

		cases_check_day(story, "all", got.all.newest, "03-01");
		cases_check_day(story, "S", got.signals.newest, counts ? "03-01" : "");
		check_number(story, "home", got.has_home_signal, counts && !is_outside);
		check_number(story, "D", got.safety.first != 0, entry->class == CLASS_URGENT);
		check_number(story, "E", got.expert.first != 0, entry->class == CLASS_EXPERT);
		check_number(story, "I", got.injuries.newest != 0,
		    word == SIGNAL_INJURY || word == SIGNAL_INJURY_PATTERN);
		check_number(story, "topics", got.topics,
		    counts && entry->topic != TOPIC_NONE ? 1u << entry->topic : 0);
	}
}

/* Of what a duty counts from, the first and the next-newest are kept beside the newest. */
static const struct history_row {
	const char *record; /* behind its date */
	bool is_of_rest;
	size_t at;
} history_rows[] = {
#define ROW(record, member)                                                                        \
	{                                                                                          \
		record, false, offsetof(struct case_state, member)                                 \
	}
#define REST(record, member)                                                                       \
	{                                                                                          \
		record, true, offsetof(struct case_rest, member)                                   \
	}
    ROW("signal fear seen", all),
    ROW("signal fear seen", signals),
    ROW("signal runs-away seen", safety),
    ROW("talk child skipped-safety", safety),
    ROW("signal honour seen", expert),
    ROW("talk parents skipped-contact", expert),
    REST("signal staff seen", staff),
    REST("signal pupil seen", pupil),
    ROW("signal handle-with-care third", notice),
    ROW("signal late seen", absence),
    ROW("done veilig-thuis add-to-report", reports),
    ROW("talk parents wants-help", wants_help),
    ROW("talk parents no-help", other_talks),
    ROW("talk one-parent divided", withdrawals),
    REST("need food", needs[0]),
    REST("need upbringing", needs[1]),
    ROW("answer suspicion yes", voice[SUSPICION_YES]),
    ROW("answer suspicion doubt", voice[SUSPICION_DOUBT]),
    ROW("answer suspicion no", voice[SUSPICION_NO]),
    ROW("answer concern yes", voice[CONCERN_WORRY]),
    ROW("answer concern doubt", voice[CONCERN_WORRY]),
    ROW("answer concern no", voice[CONCERN_NO]),
    ROW("answer unsafe acute", voice[UNSAFE_ASKS]),
    ROW("answer unsafe disclosure", voice[UNSAFE_ASKS]),
    ROW("answer unsafe structural", voice[UNSAFE_ASKS]),
    ROW("answer unsafe yes", voice[UNSAFE_ASKS]),
    ROW("answer unsafe doubt", voice[UNSAFE_ASKS]),
    ROW("answer unsafe no", voice[UNSAFE_NO]),
    ROW("answer can-help no", voice[CAN_HELP_NO]),
    ROW("answer can-help doubt", voice[CAN_HELP_DOUBT]),
    ROW("answer can-help yes", voice[CAN_HELP_YES]),
    ROW("answer accepts no", voice[ACCEPTS_NO]),
    ROW("answer accepts doubt", voice[ACCEPTS_DOUBT]),
    ROW("answer accepts yes", voice[ACCEPTS_YES]),
    ROW("answer result no", voice[RESULT_NO]),
    ROW("answer result doubt", voice[RESULT_DOUBT]),
    ROW("answer result yes", voice[RESULT_YES]),
#undef ROW
#undef REST
};

static void
test_histories(void **state)
{
	char story[256];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(history_rows); i++) {
		const struct history_row *row = &history_rows[i];

		snprintf(story, sizeof(story), "03-05 %s; 03-02T09:00 %s; 03-02T08:00 %s; 03-03 %s",
		    row->record, row->record, row->record, row->record);
		struct case_state got = cases_state_of(story);
		struct span_history history;

		const void *owner = row->is_of_rest ? (const void *)case_rest(&got) : &got;

		memcpy(&history, (const char *)owner + row->at, sizeof(history));
		check_number(
		    story, "first", history.first, span_of_minute(cases_day("03-02"), 480).begin);
		cases_check_day(story, "next-newest", history.next, "03-03");
		cases_check_day(story, "newest", history.newest, "03-05");
	}
}

/* The voices of each question, and what each of its answers says. */
static void
test_voices_are_the_answers(void **state)
{
	char story[64];

	(void)state;
	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++)
		for (enum word answer = ANSWER_FIRST; answer < ANSWER_END; answer++) {
			if (!record_allows_value(KIND_ANSWER, question, answer))
				continue;
			snprintf(story, sizeof(story), "03-01 answer %s %s",
			    vocabulary_token(question), vocabulary_token(answer));
			struct case_state got = cases_state_of(story);

			for (enum word other = QUESTION_FIRST; other < QUESTION_END; other++)
				cases_check_day(story, vocabulary_token(other),
				    case_answers(&got, other).newest,
				    other == question ? "03-01" : "");
			cases_check_day(
			    story, "any", case_answers(&got, WORD_NONE).newest, "03-01");
		}
	assert_int_equal(case_first_voice(QUESTION_FIRST), 0);
	for (enum word question = QUESTION_FIRST; question + 1 < QUESTION_END; question++)
		assert_int_equal(case_end_voice(question), case_first_voice(question + 1));
	assert_int_equal(case_end_voice(QUESTION_END - 1), VOICES);
}

/* Each need counts for the partner of its topic. */
static void
test_needs(void **state)
{
	char story[64];

	(void)state;
	for (enum word need = NEED_FIRST; need < NEED_END; need++) {
		enum topic topic = vocabulary_entry(need)->topic;

		snprintf(story, sizeof(story), "03-01 need %s", vocabulary_token(need));
		struct case_state got = cases_state_of(story);

		check_number(story, "topics", got.topics, 1u << topic);
		for (enum topic other = TOPIC_NONE; other < TOPIC_COUNT; other++)
			cases_check_day(story, "need", case_needs(&got, other).newest,
			    other == topic ? "03-01" : "");
	}
}

/* A case has a rest from the first record on that goes into it, and not before. */
static const struct {
	const char *record; /* behind its date */
	bool goes_there;
} rest_rows[] = {
    {"signal fear seen", false},
    {"signal staff seen", true},
    {"signal pupil seen", true},
    {"signal handle-with-care third", false},
    {"talk parents wants-help", false},
    {"consult veilig-thuis anonymous", false},
    {"consult board anonymous", false},
    {"consult lpa anonymous", false},
    {"consult kernteam anonymous", false},
    {"consult smw anonymous", false},
    {"answer unsafe acute", false},
    {"answer concern yes", false},
    {"done veilig-thuis report", false},
    {"done kernteam discuss", false},
    {"done af discuss", false},
    {"done af tell-parents", true},
    {"done board staff-duty", true},
    {"consent kernteam yes", true},
    {"need food", true},
    {"plan goal -", false},
    {"plan term - 05-01", true},
};

static void
test_rest(void **state)
{
	char story[256];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rest_rows); i++) {
		snprintf(story, sizeof(story),
		    "03-01 signal fear seen; 03-02 %s; 03-03 talk child open", rest_rows[i].record);
		struct case_state got = cases_state_of(story);

		check_number(story, "has a rest", got.rest != NULL, rest_rows[i].goes_there);
	}
}

/* What plays no part leaves the state as it was. */
static void
test_no_part(void **state)
{
	struct case_state got = cases_state_of("03-01 school team yes"), empty = {0};
	struct record record = {.kind = KIND_WEIGH, .when = span_of_day(9)};

	(void)state;
	case_take(&got, &record, cases_rests());
	record.kind = KIND_REFER;
	case_take(&got, &record, cases_rests());
	assert_memory_equal(&got, &empty, sizeof(got));
}

static void
test_key(void **state)
{
	struct told_case told;
	struct case_key key;

	(void)state;
	cases_tell(&told, "03-01 need food");
	key = case_key_of(&told.record[0]);
	assert_memory_equal(key.id, "K-1\0\0\0\0", 8);
	assert_int_equal(key.school, record_read_school(bytes_of("03AB00")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_size),
	    cmocka_unit_test(test_sets),
	    cmocka_unit_test(test_every_signal),
	    cmocka_unit_test(test_histories),
	    cmocka_unit_test(test_voices_are_the_answers),
	    cmocka_unit_test(test_needs),
	    cmocka_unit_test(test_rest),
	    cmocka_unit_test(test_no_part),
	    cmocka_unit_test(test_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
