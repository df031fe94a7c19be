#include "text/harmful.h"

#include <stddef.h>

/* Sorted. */
static const struct {
	uint32_t first, last;
	enum harmful sort;
} harmfuls[] = {
    {0x0000, 0x001F, HARMFUL_CONTROL},	 /* C0 */
    {0x007F, 0x009F, HARMFUL_CONTROL},	 /* DEL, C1 */
    {0x00AD, 0x00AD, HARMFUL_INKLESS},	 /* soft hyphen */
    {0x034F, 0x034F, HARMFUL_INKLESS},	 /* grapheme joiner */
    {0x061C, 0x061C, HARMFUL_INKLESS},	 /* Arabic mark of direction */
    {0x115F, 0x1160, HARMFUL_INKLESS},	 /* Hangul fillers */
    {0x180E, 0x180E, HARMFUL_INKLESS},	 /* Mongolian vowel separator */
    {0x200B, 0x200F, HARMFUL_INKLESS},	 /* zero width, marks of direction */
    {0x2028, 0x2029, HARMFUL_BREAK},	 /* line and paragraph separator */
    {0x202A, 0x202E, HARMFUL_INKLESS},	 /* embeddings and overrides of direction */
    {0x2060, 0x206F, HARMFUL_INKLESS},	 /* word joiner, isolates of direction */
    {0x3164, 0x3164, HARMFUL_INKLESS},	 /* Hangul filler */
    {0xFEFF, 0xFEFF, HARMFUL_INKLESS},	 /* byte order mark */
    {0xFFF9, 0xFFFB, HARMFUL_INKLESS},	 /* annotations */
    {0xFFFE, 0xFFFF, HARMFUL_INKLESS},	 /* no characters: XML has none of them */
    {0xE0000, 0xE007F, HARMFUL_INKLESS}, /* tags */
};

enum harmful
harmful_sort(uint32_t point)
{
	for (size_t i = 0; i < sizeof(harmfuls) / sizeof(harmfuls[0]); i++)
		if (point <= harmfuls[i].last)
			return point >= harmfuls[i].first ? harmfuls[i].sort : HARMLESS;
	return HARMLESS;
}
