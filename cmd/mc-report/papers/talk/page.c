#include "papers/talk/page.h"

#include "paper/date.h"

void
talk_put_title(struct talk *talk, enum wording wording)
{
	char name[CASE_MAX_LENGTH + 1];

	dossier_case(talk->dossier->state, name);
	paper_put_title(&talk->paper, wording, name, WORDING_ON_EACH_PAGE, name);
}

void
talk_put_pairs(struct talk *talk, day_number today)
{
	struct paper *paper = &talk->paper;
	char school[SCHOOL_TEXT_SIZE], day[DATE_SIZE];

	paper_put_pair(paper, WORDING_KEY_SCHOOL,
	    record_write_school(talk->dossier->state->key.school, school));
	paper_put_pair(
	    paper, WORDING_KEY_WRITTEN, date_of_day(today, DATE_DAY, paper->phrase.language, day));
	if (dossier_lacks_line(talk->dossier))
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_REFUSED);
}

void
talk_put_handle_with_care(struct talk *talk)
{
	if (!span_set_is_empty(talk->dossier->state->notice.newest))
		paper_put(&talk->paper, BLOCK_NOTICE, WORDING_NOTICE_HANDLE_WITH_CARE);
}

void
talk_put_list(struct talk *talk, enum wording heading, const enum wording items[])
{
	paper_put(&talk->paper, BLOCK_HEADING, heading);
	paper_put_all(&talk->paper, BLOCK_ITEM, items);
}
