#include "papers/talk/talk.h"

#include "report.h"

void
talk_build(struct document *document, const struct cases *cases, const struct report_order *order)
{
	const struct dossier *dossier = cases->dossier;
	struct talk talk = {.dossier = dossier,
	    .outcome = dossier->weigh->code,
	    .wants_expert = !span_set_is_empty(dossier->state->expert.newest),
	    .with_text = order->with_text};

	document->title = order->party == PARTY_CHILD ? WORDING_FILE_CHILD : WORDING_FILE_TALK;
	paper_open(&talk.paper, document);
	assessment_make(&talk.assessment, dossier->state, order->today);
	/* Who judges the safety of a child may have to talk with it first. */
	if (order->party == PARTY_CHILD) {
		talk_put_child(&talk);
	} else if (!talk_put_stop(&talk, order->today)) {
		talk_put_preparation(&talk, order->today);
		talk_put_sheet(&talk);
		talk_put_child(&talk);
	}
	paper_close(&talk.paper);
}
