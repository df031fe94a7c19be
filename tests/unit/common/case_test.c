/*
 * Goal: the state of a case holds the sets of mc-meldcode(7), each record in
 * those where it belongs and in no other, whatever the order, in constant size.
 */

#include "support/check.h"

#include "rules/case.h"
#include "support/cases.h"

static void
test_size(void **state)
{
	(void)state;
	/* 512 bytes a case with its part of the index: 4 bytes a place, which is at most 1/0.35
	 * places a case. */
	assert_true(sizeof(struct case_state) + 4 * 100 / 35 <= 512);
}

static const struct signal_row {
	const char *story;
	const char *signals, *safety, *expert, *staff, *pupil, *notice, *absence;
	bool is_home;
	unsigned topics;
} signal_rows[] = {
    {"03-01 signal fear seen", "03-01", "", "", "", "", "", "", true, 1 << TOPIC_PARENTING},
    {"03-01 signal hunger seen", "03-01", "", "", "", "", "", "", true, 1 << TOPIC_SOCIAL},
    {"03-01 signal injury seen", "03-01", "", "", "", "", "", "", true, 1 << TOPIC_HEALTH},
    {"03-01 signal runs-away seen", "03-01", "03-01", "", "", "", "", "", true,
	1 << TOPIC_PARENTING},
    {"03-01 signal honour seen", "03-01", "", "03-01", "", "", "", "", true, 0},
    {"03-01 signal staff third", "03-01", "", "", "03-01", "", "", "", false, 0},
    {"03-01 signal pupil third", "03-01", "", "", "", "03-01", "", "", false, 0},
    {"03-01 signal handle-with-care third", "03-01", "", "", "", "", "03-01", "", false, 0},
    {"03-01 signal absence third", "03-01", "", "", "", "", "", "03-01", true, 1 << TOPIC_ABSENCE},
    {"03-01 signal late third", "03-01", "", "", "", "", "", "03-01", true, 1 << TOPIC_ABSENCE},
    {"03-01 signal protective seen", "", "", "", "", "", "", "", false, 0},
    {"03-01 signal contradicting seen", "", "", "", "", "", "", "", false, 0},
    {"03-01 signal staff third; 03-04 signal fear seen; 03-02 signal runs-away child", "03-04",
	"03-02", "", "03-01", "", "", "", true, 1 << TOPIC_PARENTING},
    /* talks that were not held, with whatever party */
    {"03-01 talk parents skipped-safety", "", "03-01", "", "", "", "", "", false, 0},
    {"03-01 talk child skipped-safety", "", "03-01", "", "", "", "", "", false, 0},
    {"03-01 talk family skipped-expert", "", "", "03-01", "", "", "", "", false, 0},
    {"03-01 talk child skipped-contact", "", "", "03-01", "", "", "", "", false, 0},
    {"03-01 talk child no-help", "", "", "", "", "", "", "", false, 0},
    /* a need has a topic too */
    {"03-01 need bicycle", "", "", "", "", "", "", "", false, 1 << TOPIC_SOCIAL},
    {"03-01 need upbringing; 03-01 signal growth seen", "03-01", "", "", "", "", "", "", true,
	1 << TOPIC_PARENTING | 1 << TOPIC_HEALTH},
};

static void
test_signals(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(signal_rows); i++) {
		const struct signal_row *row = &signal_rows[i];
		struct case_state got = cases_state_of(row->story);

		cases_check_day(row->story, "signals", got.signals.newest, row->signals);
		cases_check_day(row->story, "safety", got.safety.newest, row->safety);
		cases_check_day(row->story, "expert", got.expert.newest, row->expert);
		cases_check_day(row->story, "staff", got.staff.newest, row->staff);
		cases_check_day(row->story, "pupil", got.pupil.newest, row->pupil);
		cases_check_day(row->story, "notice", got.notice.newest, row->notice);
		cases_check_day(row->story, "absence", got.absence, row->absence);
		check_number(row->story, "home signal", got.has_home_signal, row->is_home);
		check_number(row->story, "topics", got.topics, row->topics);
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
		bool is_outside = entry->class == CLASS_STAFF || entry->class == CLASS_PUPIL
		    || entry->class == CLASS_NOTICE;

		snprintf(story, sizeof(story), "03-01 signal %s seen", entry->token);
		struct case_state got = cases_state_of(story);
		bool counts = entry->class != CLASS_POSITIVE;

		cases_check_day(story, "all", got.all, "03-01");
		cases_check_day(story, "signals", got.signals.newest, counts ? "03-01" : "");
		check_number(story, "home", got.has_home_signal, counts && !is_outside);
		check_number(story, "safety", got.safety.first != 0, entry->class == CLASS_URGENT);
		check_number(story, "expert", got.expert.first != 0, entry->class == CLASS_EXPERT);
		check_number(story, "topics", got.topics,
		    counts && entry->topic != TOPIC_NONE ? 1u << entry->topic : 0);
	}
}

static void
test_first_of_a_duty(void **state)
{
	struct case_state got = cases_state_of("03-05 signal staff seen; 03-02T09:00 signal staff "
					       "seen; 03-02T08:00 signal staff seen; "
					       "03-03 signal staff seen");

	(void)state;
	assert_int_equal(got.staff.first, span_of_minute(cases_day("03-02"), 480).begin);
	cases_check_day("first", "newest", got.staff.newest, "03-05");
	got = cases_state_of("03-02T09:00 signal staff seen; 03-02 signal staff seen");
	assert_int_equal(got.staff.first, span_of_day(cases_day("03-02")).begin);
}

/* Of a story: the day on which the partner did the action ("any" for any partner). */
static const struct done_row {
	const char *story, *partner, *action, *day;
} done_rows[] = {
    {"03-01 done board inform", "board", "inform", "03-01"},
    {"03-01 done board inform", "af", "tell-parents", ""},
    {"03-01 done board staff-duty", "board", "staff-duty", "03-01"},
    {"03-01 done inspector advise", "inspector", "advise", "03-01"},
    {"03-01 done veilig-thuis feedback; 03-09 done veilig-thuis feedback", "veilig-thuis",
	"feedback", "03-09"},
    {"03-01 done socius joint-talk", "any", "joint-talk", "03-01"},
    {"03-01 done socius help", "socius", "help", "03-01"},
    {"03-01 done socius help", "ggd", "help", ""},
    {"03-01 done socius help; 03-03 done ggd help", "any", "help", "03-03"},
    {"03-01 done af help", "any", "help", "03-01"},
    {"03-01 done cjg practical-help", "cjg", "practical-help", "03-01"},
    {"03-01 done cjg practical-help", "socius", "practical-help", ""},
    {"03-01 done lpa absence", "lpa", "absence", "03-01"},
    {"03-01 done kernteam absence", "lpa", "absence", ""},
    /* a consultation counts for discuss, and for every advice of that partner */
    {"03-01 consult veilig-thuis anonymous", "veilig-thuis", "advise", "03-01"},
    {"03-01 consult veilig-thuis anonymous", "veilig-thuis", "advise-now", "03-01"},
    {"03-01 consult veilig-thuis anonymous", "veilig-thuis", "advise-expert", "03-01"},
    {"03-01 consult veilig-thuis anonymous", "kernteam", "discuss", ""},
    {"03-01 consult inspector named", "inspector", "advise", "03-01"},
    {"03-01 consult af named", "af", "discuss", "03-01"},
    {"03-01 consult colleague named", "af", "discuss", "03-01"},
    {"03-01 consult board named", "af", "discuss", ""},
    {"03-01 consult kernteam named", "kernteam", "discuss", "03-01"},
    {"03-01 consult socius named", "kernteam", "discuss", "03-01"},
    {"03-01 consult ggd named", "kernteam", "discuss", "03-01"},
    {"03-01 consult cjg named", "kernteam", "discuss", "03-01"},
    {"03-01 consult lpa named", "kernteam", "discuss", "03-01"},
    {"03-01 consult social-base named", "kernteam", "discuss", ""},
    {"03-01 consult socius named", "socius", "help", ""},
    /* an answer is a weighing */
    {"03-01 answer concern doubt", "af", "weigh", "03-01"},
    {"03-01 answer unsafe acute; 03-02 done af weigh", "af", "weigh", "03-02"},
    {"03-01 answer unsafe acute", "board", "weigh", ""},
    {"03-01 signal fear seen", "af", "weigh", ""},
};

static enum word
word_of(enum word_list list, const char *token)
{
	enum word word = vocabulary_find(list, bytes_of(token));

	assert_int_not_equal(word, WORD_NONE);
	return word;
}

static void
test_done(void **state)
{
	char name[160];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(done_rows); i++) {
		const struct done_row *row = &done_rows[i];
		struct case_state got = cases_state_of(row->story);
		enum word partner = strcmp(row->partner, "any") == 0
		    ? PARTNER_END
		    : word_of(LIST_PARTNER, row->partner);

		snprintf(name, sizeof(name), "%s: %s %s", row->story, row->partner, row->action);
		cases_check_day(name, "done",
		    case_done(&got, partner, word_of(LIST_ACTION, row->action)), row->day);
	}
}

/* Whether Veilig Thuis was asked, an expert was, and a report was made. */
static const struct asked_row {
	const char *story, *veilig_thuis, *expert, *reports;
} asked_rows[] = {
    {"03-01 consult veilig-thuis named", "03-01", "", ""},
    {"03-01 done veilig-thuis advise", "03-01", "", ""},
    {"03-01 done veilig-thuis advise-now", "03-01", "", ""},
    {"03-01 done veilig-thuis advise-expert", "03-01", "", ""},
    {"03-01 done veilig-thuis report", "03-01", "", "03-01"},
    {"03-01 done veilig-thuis report-now", "03-01", "", "03-01"},
    {"03-01 done veilig-thuis feedback", "", "", ""},
    {"03-01 done veilig-thuis discuss", "", "", ""},
    {"03-01 done board report", "", "", ""},
    {"03-01 consult expert named", "", "03-01", ""},
    {"03-01 done expert advise", "", "03-01", ""},
    {"03-01 done expert advise-now", "", "03-01", ""},
    {"03-01 done expert advise-expert", "", "03-01", ""},
    {"03-01 done expert help", "", "", ""},
    {"03-01 done inspector advise", "", "", ""},
    {"03-01 consult ggd named", "", "", ""},
};

static void
test_asked(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(asked_rows); i++) {
		const struct asked_row *row = &asked_rows[i];
		struct case_state got = cases_state_of(row->story);

		cases_check_day(row->story, "Veilig Thuis asked", case_veilig_thuis_asked(&got),
		    row->veilig_thuis);
		cases_check_day(row->story, "expert asked", got.expert_asked, row->expert);
		cases_check_day(row->story, "reports", got.reports, row->reports);
	}
}

static void
test_answers_and_talks(void **state)
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

			for (enum word q = QUESTION_FIRST; q < QUESTION_END; q++)
				for (enum word a = ANSWER_FIRST; a < ANSWER_END; a++)
					cases_check_day(story, vocabulary_token(q),
					    case_answers(&got, q, a),
					    q == question && a == answer ? "03-01" : "");
			cases_check_day(story, "any", case_answers_of(&got, question), "03-01");
		}
	for (enum word talk = TALK_FIRST; talk < TALK_END; talk++)
		for (enum word party = PARTY_FIRST; party < PARTY_END; party++) {
			const char *day = party == PARTY_CHILD ? "" : "03-01";

			snprintf(story, sizeof(story), "03-01 talk %s %s", vocabulary_token(party),
			    vocabulary_token(talk));
			struct case_state got = cases_state_of(story);
			for (enum word t = TALK_FIRST; t < TALK_END; t++)
				cases_check_day(story, vocabulary_token(t), case_talks(&got, t),
				    t == talk ? day : "");
			cases_check_day(story, "all talks", case_talks_all(&got), day);
		}
}

/* Whom consent can make the difference for; CONSENT_SLOTS for the others. */
static const uint8_t consent_slots[] = {
    CONSENT_SLOTS,		      /* af */
    CONSENT_COLLEAGUE, CONSENT_SLOTS, /* board */
    CONSENT_KERNTEAM, CONSENT_SOCIUS, CONSENT_GGD, CONSENT_CJG, CONSENT_LPA, CONSENT_SOCIAL_BASE,
    CONSENT_SLOTS,		   /* veilig-thuis */
    CONSENT_EXPERT, CONSENT_SLOTS, /* inspector */
};

static void
test_consent_and_needs(void **state)
{
	(void)state;
	assert_int_equal(COUNT_OF(consent_slots), PARTNER_END - PARTNER_FIRST);
	for (enum word partner = PARTNER_FIRST; partner < PARTNER_END; partner++) {
		enum consent_slot slot = consent_slots[partner - PARTNER_FIRST];
		char story[64];

		snprintf(story, sizeof(story), "03-01 consent %s no; 03-02 consent %s yes",
		    vocabulary_token(partner), vocabulary_token(partner));
		struct case_state got = cases_state_of(story);
		check_number(story, "slot", case_consent_slot(partner), slot);
		for (unsigned i = 0; i < CONSENT_SLOTS; i++) {
			cases_check_day(story, "yes", got.consent[i].yes, i == slot ? "03-02" : "");
			cases_check_day(story, "no", got.consent[i].no, i == slot ? "03-01" : "");
		}
	}
	struct case_state got =
	    cases_state_of("03-01 need food; 03-02 need upbringing; 03-03 need other");
	cases_check_day("needs", "social", got.needs[TOPIC_SOCIAL], "03-03");
	cases_check_day("needs", "parenting", got.needs[TOPIC_PARENTING], "03-02");
}

/* What plays no part leaves the state as it was. */
static void
test_no_part(void **state)
{
	struct case_state got = cases_state_of("03-01 school team yes"), empty = {0};
	struct record record = {.kind = KIND_WEIGH, .when = span_of_day(9)};

	(void)state;
	case_take(&got, &record);
	record.kind = KIND_REFER;
	case_take(&got, &record);
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
	    cmocka_unit_test(test_signals),
	    cmocka_unit_test(test_every_signal),
	    cmocka_unit_test(test_first_of_a_duty),
	    cmocka_unit_test(test_done),
	    cmocka_unit_test(test_asked),
	    cmocka_unit_test(test_answers_and_talks),
	    cmocka_unit_test(test_consent_and_needs),
	    cmocka_unit_test(test_no_part),
	    cmocka_unit_test(test_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
