#include "paper/wording.h"

static const char *const wordings[WORDING_COUNT][LANGUAGES] = {
    {"", ""},
#define WORDING(id, dutch, english) [WORDING_##id] = {dutch, english},
#include "paper/wording.def"
#undef WORDING
};

static const enum wording partners[PARTNER_END] = {
    [PARTNER_AF] = WORDING_THE_AF,
    [PARTNER_COLLEAGUE] = WORDING_THE_COLLEAGUE,
    [PARTNER_BOARD] = WORDING_THE_BOARD,
    [PARTNER_KERNTEAM] = WORDING_THE_KERNTEAM,
    [PARTNER_SOCIUS] = WORDING_THE_SOCIUS,
    [PARTNER_GGD] = WORDING_THE_GGD,
    [PARTNER_CJG] = WORDING_THE_CJG,
    [PARTNER_LPA] = WORDING_THE_LPA,
    [PARTNER_SOCIAL_BASE] = WORDING_THE_SOCIAL_BASE,
    [PARTNER_VEILIG_THUIS] = WORDING_THE_VEILIG_THUIS,
    [PARTNER_EXPERT] = WORDING_THE_EXPERT,
    [PARTNER_INSPECTOR] = WORDING_THE_INSPECTOR,
    [PARTNER_IB] = WORDING_THE_IB,
    [PARTNER_HEAD] = WORDING_THE_HEAD,
    [PARTNER_SMW] = WORDING_THE_SMW,
    [PARTNER_NURSE] = WORDING_THE_NURSE,
    [PARTNER_SUPPORT_TEAM] = WORDING_THE_SUPPORT_TEAM,
    [PARTNER_YOUTH_CARE] = WORDING_THE_YOUTH_CARE,
    [PARTNER_GUARDIAN] = WORDING_THE_GUARDIAN,
    [PARTNER_DOCTOR] = WORDING_THE_DOCTOR,
    [PARTNER_POLICE] = WORDING_THE_POLICE,
    [PARTNER_OTHER_SCHOOL] = WORDING_THE_OTHER_SCHOOL,
    [PARTNER_OTHER] = WORDING_THE_OTHER,
};

static const enum wording parties[PARTY_END] = {
    [PARTY_PARENTS] = WORDING_THE_PARENTS,
    [PARTY_ONE_PARENT] = WORDING_ONE_PARENT,
    [PARTY_CHILD] = WORDING_THE_CHILD,
    [PARTY_FAMILY] = WORDING_PARENTS_AND_CHILD,
};

const char *
wording_text(enum wording wording, enum language language)
{
	return wordings[wording][language];
}

const char *
wording_partner(enum word partner, enum language language)
{
	return wordings[partners[partner]][language];
}

const char *
wording_party(enum word party, enum language language)
{
	return wordings[parties[party]][language];
}
