#include "text/inkless.h"

#include <stddef.h>

static const struct range {
	uint32_t first, last;
} ranges[] = {
    {0x00AD, 0x00AD}, /* soft hyphen */
    {0x034F, 0x034F}, /* grapheme joiner */
    {0x115F, 0x1160}, /* Hangul fillers */
    {0x180E, 0x180E}, /* Mongolian vowel separator */
    {0x200B, 0x200F}, /* zero width, direction marks */
    {0x202A, 0x202E}, /* embeddings of direction */
    {0x2060, 0x206F}, /* word joiner, isolates of direction */
    {0x3164, 0x3164}, /* Hangul filler */
    {0xFEFF, 0xFEFF}, /* byte order mark */
    {0xE0000, 0xE007F}, /* tags */
};

bool
inkless_is(uint32_t point)
{
	for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++)
		if (point >= ranges[i].first && point <= ranges[i].last)
			return true;
	return false;
}
