#include "document.h"

#include <stdlib.h>

#include "memory.h"

void
document_add(struct document *document, enum block_kind kind, struct bytes first,
    struct bytes second, struct bytes third)
{
	if (document->count == document->room) {
		document->room = document->room == 0 ? 64 : 2 * document->room;
		document->block
		    = memory_resize(document->block, document->room, sizeof(*document->block));
	}
	document->block[document->count++] = (struct block){kind,
	    {arena_copy(&document->arena, first), arena_copy(&document->arena, second),
		arena_copy(&document->arena, third)}};
}

void
document_say(struct document *document, enum block_kind kind, const char *text)
{
	const struct bytes nothing = {"", 0};

	document_add(document, kind, bytes_of(text), nothing, nothing);
}

void
document_free(struct document *document)
{
	free(document->block);
	arena_free(&document->arena);
	*document = (struct document){.count = 0};
}
