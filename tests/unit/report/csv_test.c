/*
 * Goal: a spreadsheet that opens a table runs nothing of what stands in it.
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
	    written_text(&written), "'=1+1,'+1,'-1,'@x,'\tx,a=b,,\"'=\"\"x\"\",y\"\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_formulas),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
