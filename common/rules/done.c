#include "rules/done.h"

/* The pairs that rows of the referral ask, one more than their slot. A joint talk counts whoever
 * held it, so it has one. Pairs that a set ends (the reports R, advice V and X) need none. */
enum { ACTIONS = ACTION_END - ACTION_FIRST, SLOT_JOINT_TALK = 7 };

static const uint8_t done_slots[PARTNERS][ACTIONS] = {
#define PAIR(partner, action) [PARTNER_##partner - PARTNER_FIRST][ACTION_##action - ACTION_FIRST]
    /* What consultations count for. */
    PAIR(AF, DISCUSS) = 1,
    PAIR(KERNTEAM, DISCUSS) = 2,
    PAIR(VEILIG_THUIS, ADVISE) = 3,
    PAIR(INSPECTOR, ADVISE) = 4,
    PAIR(BOARD, INFORM) = 5,
    PAIR(LPA, ABSENCE) = 6,
    /* The others; 7 is the joint talk's. */
    PAIR(AF, TELL_PARENTS) = 8,
    PAIR(VEILIG_THUIS, FEEDBACK) = 9,
    PAIR(VEILIG_THUIS, FINAL_FEEDBACK) = 10,
    PAIR(BOARD, STAFF_DUTY) = 11,
    PAIR(BOARD, PEER_PROTOCOL) = 12,
    PAIR(AF, COMFORT) = 13,
    PAIR(AF, MONITOR) = 14,
    PAIR(AF, REVIEW) = 15,
    PAIR(KERNTEAM, HELP) = 16,
    PAIR(SOCIUS, HELP) = 17,
    PAIR(GGD, HELP) = 18,
    PAIR(CJG, HELP) = 19,
    PAIR(LPA, HELP) = 20,
    PAIR(EXPERT, HELP) = 21,
    PAIR(SOCIAL_BASE, HELP) = 22,
    PAIR(SUPPORT_TEAM, HELP) = 23,
    PAIR(YOUTH_CARE, HELP) = 24,
    PAIR(GUARDIAN, HELP) = 25,
    PAIR(COLLEAGUE, HELP) = 26,
    PAIR(SMW, HELP) = 27,
    PAIR(NURSE, HELP) = 28,
    PAIR(KERNTEAM, EXPLORE_GREY) = 29,
    PAIR(KERNTEAM, BEAR_AND_NORMALISE) = 30,
    PAIR(KERNTEAM, THINK_ALONG) = 31,
    PAIR(KERNTEAM, PRACTICAL_HELP) = 32,
    PAIR(SOCIUS, PRACTICAL_HELP) = 33,
    PAIR(CJG, PRACTICAL_HELP) = 34,
    PAIR(KERNTEAM, ABSENCE) = 35,
#undef PAIR
};

/* One more than the pair's slot, or 0. */
static unsigned
done_slot(enum word partner, enum word action)
{
	if (action == ACTION_JOINT_TALK)
		return SLOT_JOINT_TALK;
	return done_slots[partner - PARTNER_FIRST][action - ACTION_FIRST];
}

void
done_set(struct case_state *state, enum word partner, enum word action, struct span when,
    struct blocks *rests)
{
	unsigned slot = done_slot(partner, action);

	if (slot > CONSULT_SLOTS)
		span_set_add(&case_own_rest(state, rests)->done[slot - CONSULT_SLOTS - 1], when);
	else if (slot > 0)
		span_set_add(&state->done[slot - 1], when);
}

struct span_set
done_by(const struct case_state *state, enum word partner, enum word action)
{
	unsigned slot = done_slot(partner, action);

	if (slot > CONSULT_SLOTS)
		return case_rest(state)->done[slot - CONSULT_SLOTS - 1];
	return slot > 0 ? state->done[slot - 1] : (struct span_set){0};
}

bool
done_is_kept(enum word partner, enum word action)
{
	return done_slot(partner, action) > 0;
}
