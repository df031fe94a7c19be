#include "paper/document.h"

#include <stdlib.h>

#include "tool/memory.h"

void
document_add(
    struct document *document, enum block_kind kind, const struct bytes part[], size_t parts)
{
	struct block block = {.kind = kind};

	if (document->count == document->room) {
		document->room = document->room == 0 ? 64 : 2 * document->room;
		document->block =
		    memory_resize(document->block, document->room, sizeof(*document->block));
	}
	for (size_t i = 0; i < BLOCK_PARTS; i++)
		block.part[i] =
		    arena_copy(&document->arena, i < parts ? part[i] : (struct bytes){"", 0});
	document->block[document->count++] = block;
}

void
document_clear(struct document *document)
{
	document->count = 0;
}

void
document_free(struct document *document)
{
	free(document->block);
	arena_free(&document->arena);
	*document = (struct document){.count = 0};
}
