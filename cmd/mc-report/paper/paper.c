#include "paper/paper.h"

void
paper_open(struct paper *paper, struct document *document)
{
	*paper = (struct paper){document, BLOCK_HEADING, {.language = document->language}};
}

void
paper_close(struct paper *paper)
{
	phrase_close(&paper->phrase);
}

void
paper_put(struct paper *paper, enum block_kind kind, enum wording wording)
{
	document_add(
	    paper->document, kind, (struct bytes[]){bytes_of(paper_wording(paper, wording))}, 1);
}

void
paper_put_phrase(struct paper *paper, enum block_kind kind)
{
	document_add(paper->document, kind, (struct bytes[]){phrase_bytes(&paper->phrase)}, 1);
	phrase_clear(&paper->phrase);
}

void
paper_put_all(struct paper *paper, enum block_kind kind, const enum wording wordings[])
{
	for (; *wordings != WORDING_NONE; wordings++)
		paper_put(paper, kind, *wordings);
}

void
paper_put_heading(struct paper *paper, enum wording wording)
{
	paper_put(paper, paper->heading, wording);
}

void
paper_put_heading_once(struct paper *paper, enum wording wording, bool *has_heading)
{
	if (!*has_heading)
		paper_put_heading(paper, wording);
	*has_heading = true;
}

void
paper_put_title(struct paper *paper, enum wording title, const char *title_about, enum wording top,
    const char *top_about)
{
	struct phrase on_each_page = {.language = paper->phrase.language};

	phrase_say(&paper->phrase, title, title_about, NULL);
	phrase_say(&on_each_page, top, top_about, NULL);
	document_add(paper->document, BLOCK_TITLE,
	    (struct bytes[]){phrase_bytes(&paper->phrase), phrase_bytes(&on_each_page)}, 2);
	phrase_clear(&paper->phrase);
	phrase_close(&on_each_page);
	if (paper->document->lacks_files)
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_FILES);
	if (paper->document->lacks_lines)
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_LINES);
}

void
paper_put_pair(struct paper *paper, enum wording key, const char *value)
{
	document_add(paper->document, BLOCK_PAIR,
	    (struct bytes[]){bytes_of(paper_wording(paper, key)), bytes_of(value)}, 2);
}

void
paper_put_entry(struct paper *paper, struct bytes key, struct bytes text)
{
	document_add(paper->document, BLOCK_ENTRY,
	    (struct bytes[]){key, phrase_bytes(&paper->phrase), text}, 3);
	phrase_clear(&paper->phrase);
}

void
paper_drop_repeated(struct paper *paper)
{
	struct document *document = paper->document;

	if (document->count < 2)
		return;
	const struct block *last = &document->block[document->count - 1], *before = last - 1;
	for (size_t i = 0; i < BLOCK_PARTS; i++)
		if (!bytes_equal(last->part[i], before->part[i]))
			return;
	if (last->kind == before->kind)
		document->count--;
}

void
paper_put_columns(struct paper *paper, const enum wording columns[BLOCK_PARTS])
{
	struct bytes part[BLOCK_PARTS];

	for (size_t i = 0; i < BLOCK_PARTS; i++)
		part[i] = bytes_of(paper_wording(paper, columns[i]));
	document_add(paper->document, BLOCK_COLUMNS, part, BLOCK_PARTS);
}

const char *
paper_label(const struct paper *paper, enum word word)
{
	return vocabulary_label(word, paper->phrase.language);
}

const char *
paper_wording(const struct paper *paper, enum wording wording)
{
	return wording_text(wording, paper->phrase.language);
}
