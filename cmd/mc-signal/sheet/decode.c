#include "sheet/decode.h"

#include <utf8proc.h>

#include "text/text.h"

/* The upper half of an encoding of single bytes; what is 0 is no character. */
typedef const uint16_t upper_half[128];

static upper_half windows_1252 = {
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, /* 80 */
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,      /* 88 */
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, /* 90 */
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178, /* 98 */
    0x00A0, 0x00A1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7,	       /* A0 */
    0xA8, 0xA9, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE, 0xAF,	       /* A8 */
    0xB0, 0xB1, 0xB2, 0xB3, 0xB4, 0xB5, 0xB6, 0xB7,	       /* B0 */
    0xB8, 0xB9, 0xBA, 0xBB, 0xBC, 0xBD, 0xBE, 0xBF,	       /* B8 */
    0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xC6, 0xC7,	       /* C0 */
    0xC8, 0xC9, 0xCA, 0xCB, 0xCC, 0xCD, 0xCE, 0xCF,	       /* C8 */
    0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7,	       /* D0 */
    0xD8, 0xD9, 0xDA, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF,	       /* D8 */
    0xE0, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7,	       /* E0 */
    0xE8, 0xE9, 0xEA, 0xEB, 0xEC, 0xED, 0xEE, 0xEF,	       /* E8 */
    0xF0, 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7,	       /* F0 */
    0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF,	       /* F8 */
};

static upper_half macintosh = {
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, /* 80 */
    0x00E0, 0x00E2, 0x00E4, 0x00E3, 0x00E5, 0x00E7, 0x00E9, 0x00E8, /* 88 */
    0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3, /* 90 */
    0x00F2, 0x00F4, 0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, /* 98 */
    0x2020, 0x00B0, 0x00A2, 0x00A3, 0x00A7, 0x2022, 0x00B6, 0x00DF, /* A0 */
    0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8, /* A8 */
    0x221E, 0x00B1, 0x2264, 0x2265, 0x00A5, 0x00B5, 0x2202, 0x2211, /* B0 */
    0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA, 0x03A9, 0x00E6, 0x00F8, /* B8 */
    0x00BF, 0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB, /* C0 */
    0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5, 0x0152, 0x0153, /* C8 */
    0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0x00F7, 0x25CA, /* D0 */
    0x00FF, 0x0178, 0x2044, 0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02, /* D8 */
    0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1, /* E0 */
    0x00CB, 0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC, 0x00D3, 0x00D4, /* E8 */
    0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9, 0x0131, 0x02C6, 0x02DC, /* F0 */
    0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7, /* F8 */
};

static size_t
write_utf8(uint32_t point, char *to)
{
	return (size_t)utf8proc_encode_char((utf8proc_int32_t)point, (utf8proc_uint8_t *)to);
}

static bool
decode_single(upper_half upper, struct bytes text, char *to, struct bytes *converted)
{
	size_t used = 0;
	bool is_right = true;

	for (size_t i = 0; i < text.length && is_right; i++) {
		unsigned char c = (unsigned char)text.at[i];
		unsigned point = c < 0x80 ? c : upper[c - 0x80];

		is_right = c < 0x80 || point != 0;
		if (is_right)
			used += write_utf8(point, to + used);
	}
	*converted = (struct bytes){to, used};
	return is_right;
}

bool
decode_windows_1252(struct bytes text, char *to, struct bytes *converted)
{
	return decode_single(windows_1252, text, to, converted);
}

bool
decode_macintosh(struct bytes text, char *to, struct bytes *converted)
{
	return decode_single(macintosh, text, to, converted);
}

/* The code unit with which text begins, of two bytes, of which the low one stands at low. */
static uint32_t
code_unit(struct bytes text, size_t low)
{
	return (uint32_t)(unsigned char)text.at[low]
	    | (uint32_t)(unsigned char)text.at[1 - low] << 8;
}

static bool
is_surrogate(uint32_t unit, uint32_t first)
{
	return unit >= first && unit < first + 0x400;
}

/* The code point with which text begins, and the bytes that it takes; 0 when it is none. */
static uint32_t
utf16_code_point(struct bytes text, size_t low, size_t *length)
{
	uint32_t high_half, low_half;

	*length = 0;
	if (text.length < 2)
		return 0;
	high_half = code_unit(text, low);
	if (!is_surrogate(high_half, 0xD800)) {
		*length = is_surrogate(high_half, 0xDC00) ? 0 : 2;
		return high_half;
	}
	if (text.length < 4)
		return 0;
	low_half = code_unit((struct bytes){text.at + 2, 2}, low);
	if (is_surrogate(low_half, 0xDC00))
		*length = 4;
	return 0x10000 + ((high_half & 0x3FF) << 10) + (low_half & 0x3FF);
}

static bool
decode_utf16(struct bytes text, size_t low, char *to, struct bytes *converted)
{
	size_t used = 0, length = 1;

	while (text.length > 0 && length > 0) {
		uint32_t point = utf16_code_point(text, low, &length);

		if (length > 0)
			used += write_utf8(point, to + used);
		text.at += length;
		text.length -= length;
	}
	*converted = (struct bytes){to, used};
	return text.length == 0;
}

bool
decode_utf16_le(struct bytes text, char *to, struct bytes *converted)
{
	return decode_utf16(text, 0, to, converted);
}

bool
decode_utf16_be(struct bytes text, char *to, struct bytes *converted)
{
	return decode_utf16(text, 1, to, converted);
}

bool
decode_utf8(struct bytes text, char *to, struct bytes *converted)
{
	size_t valid = text.length;
	bool is_right = text_is_utf8(text, &valid);

	if (valid > 0)
		memcpy(to, text.at, valid);
	*converted = (struct bytes){to, valid};
	return is_right;
}
