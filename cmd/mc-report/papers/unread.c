/* A case of which no line could be read: every paper about it says that, and nothing else. */

#include "paper/date.h"
#include "paper/paper.h"
#include "report.h"

bool
unread_build(
    struct document *document, const struct dossier *dossier, const struct report_order *order)
{
	char name[CASE_MAX_LENGTH + 1], school[SCHOOL_TEXT_SIZE], day[DATE_SIZE];
	struct paper paper;

	if (dossier->facts > 0 || !dossier_lacks_line(dossier))
		return false;
	document->title = WORDING_UNREAD_TITLE;
	paper_open(&paper, document);
	dossier_case(dossier->state, name);
	paper_put_title(&paper, WORDING_TITLE_UNREAD_CASE, name, WORDING_ON_EACH_PAGE, name);
	paper_put_pair(
	    &paper, WORDING_KEY_SCHOOL, record_write_school(dossier->state->key.school, school));
	paper_put_pair(
	    &paper, WORDING_KEY_WRITTEN, date_of_day(order->today, DATE_DAY, order->language, day));
	paper_put(&paper, BLOCK_NOTICE, WORDING_UNREAD_CASE);
	paper_put(&paper, BLOCK_PARAGRAPH, WORDING_EMERGENCY);
	paper_close(&paper);
	return true;
}
