#include "rules/done.h"

/* The pairs that rows of the referral ask, one more than their slot. A joint talk counts whoever
 * held it, so it has one. Pairs that a set ends (the reports R, advice V and X) need none. */
enum { ACTIONS = ACTION_END - ACTION_FIRST, SLOT_JOINT_TALK = 14 };

static const uint8_t done_slots[PARTNERS][ACTIONS] = {
#define PAIR(partner, action) [PARTNER_##partner - PARTNER_FIRST][ACTION_##action - ACTION_FIRST]
    PAIR(BOARD, INFORM) = 1,
    PAIR(AF, TELL_PARENTS) = 2,
    PAIR(VEILIG_THUIS, FEEDBACK) = 3,
    PAIR(VEILIG_THUIS, FINAL_FEEDBACK) = 4,
    PAIR(VEILIG_THUIS, ADVISE) = 5,
    PAIR(BOARD, STAFF_DUTY) = 6,
    PAIR(INSPECTOR, ADVISE) = 7,
    PAIR(BOARD, PEER_PROTOCOL) = 8,
    PAIR(AF, COMFORT) = 9,
    PAIR(AF, MONITOR) = 10,
    PAIR(AF, DISCUSS) = 11,
    PAIR(KERNTEAM, DISCUSS) = 12,
    PAIR(AF, REVIEW) = 13,
    /* 14 is the joint talk's. */
    PAIR(KERNTEAM, HELP) = 15,
    PAIR(SOCIUS, HELP) = 16,
    PAIR(GGD, HELP) = 17,
    PAIR(CJG, HELP) = 18,
    PAIR(LPA, HELP) = 19,
    PAIR(EXPERT, HELP) = 20,
    PAIR(SOCIAL_BASE, HELP) = 21,
    PAIR(SUPPORT_TEAM, HELP) = 22,
    PAIR(YOUTH_CARE, HELP) = 23,
    PAIR(GUARDIAN, HELP) = 24,
    PAIR(COLLEAGUE, HELP) = 25,
    PAIR(SMW, HELP) = 26,
    PAIR(NURSE, HELP) = 27,
    PAIR(KERNTEAM, EXPLORE_GREY) = 28,
    PAIR(KERNTEAM, BEAR_AND_NORMALISE) = 29,
    PAIR(KERNTEAM, THINK_ALONG) = 30,
    PAIR(KERNTEAM, PRACTICAL_HELP) = 31,
    PAIR(SOCIUS, PRACTICAL_HELP) = 32,
    PAIR(CJG, PRACTICAL_HELP) = 33,
    PAIR(LPA, ABSENCE) = 34,
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
done_set(struct case_state *state, enum word partner, enum word action, struct span when)
{
	unsigned slot = done_slot(partner, action);

	if (slot > 0)
		span_set_add(&state->done[slot - 1], when);
}

struct span_set
done_by(const struct case_state *state, enum word partner, enum word action)
{
	unsigned slot = done_slot(partner, action);

	return slot > 0 ? state->done[slot - 1] : (struct span_set){0};
}

bool
done_is_kept(enum word partner, enum word action)
{
	return done_slot(partner, action) > 0;
}
