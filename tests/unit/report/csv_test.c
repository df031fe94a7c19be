/*
 * Goal: a spreadsheet that opens a table runs nothing of what stands in it, and hides nothing.
 */

#include "support/check.h"

#include "paper/csv.h"
#include "support/written.h"

static void
test_formulas(void **state)
{
	static struct written written;
	static const struct bytes cells[] = {BYTES("=1+1"), BYTES("+1"), BYTES("-1"), BYTES("@x"),
	    BYTES("\tx"), BYTES("a=b"), BYTES(""), BYTES("=\"x\",y")};

	(void)state;
	csv_write_row(written_open(&written), cells, COUNT_OF(cells));
	assert_string_equal(
	    written_text(&written), "'=1+1,'+1,'-1,'@x,\" x\",a=b,,\"'=\"\"x\"\",y\"\n");
}

/* Nor does it show what hides something, or let that hide a formula. */
static void
test_harmful(void **state)
{
	static struct written written;
	static const struct bytes cells[] = {BYTES("a\x1B[2Jb"),
	    BYTES("\xE2\x80\xAE"
		  "abc"),
	    BYTES("\xE2\x80\x8B=1+1"),
	    BYTES("a\xE2\x80\xA8"
		  "b"),
	    BYTES("a\xC2\x9B"
		  "b"),
	    BYTES("a\x7F"), BYTES("\x1F"), BYTES("a\xFF"), BYTES("Stichting \xC3\x89\xC3\xA9n")};

	(void)state;
	csv_write_row(written_open(&written), cells, COUNT_OF(cells));
	assert_string_equal(written_text(&written),
	    "a\xEF\xBF\xBD[2Jb,abc,'=1+1,a b,a\xEF\xBF\xBD"
	    "b,a\xEF\xBF\xBD,\xEF\xBF\xBD,a\xEF\xBF\xBD,"
	    "Stichting \xC3\x89\xC3\xA9n\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_formulas),
	    cmocka_unit_test(test_harmful),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
