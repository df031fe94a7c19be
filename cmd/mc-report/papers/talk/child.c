/* The page for the talk with the child, which its parents do not get to see. */

#include "papers/talk/talk.h"

void
talk_put_child(struct talk *talk)
{
	struct paper *paper = &talk->paper;
	static const enum wording advice[] = {WORDING_CHILD_CALM, WORDING_CHILD_LISTEN,
	    WORDING_CHILD_PROMISE, WORDING_CHILD_PRAISE, WORDING_CHILD_LINE, WORDING_CHILD_DANGER,
	    WORDING_NONE};

	talk_put_title(talk, WORDING_TITLE_CHILD);
	paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_CHILD);
	talk_put_handle_with_care(talk);
	talk_put_list(talk, WORDING_HEAD_WITH_CHILD, advice);
	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_CHILD_QUESTIONS);
	paper_put(paper, BLOCK_ROOM, WORDING_CHILD_WELL);
	paper_put(paper, BLOCK_ROOM, WORDING_CHILD_DO);
	paper_put(paper, BLOCK_ROOM, WORDING_CHILD_WORDS);
}
