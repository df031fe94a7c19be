/*
 * Goal: the kernteam file says who can be called in by itself; every other
 * member is reached through the kernteam. (What a wrong file costs is tested
 * with the tool: it ends the program.)
 */

#include "support/small_file.h"

#include "records/vocabulary.h"

#include "partners.h"

#define HEADER "partner,name,phone,email,topics\n"

/* The tokens of the partners that a file lists. */
static void
read_listed(const char *text, char listed[256])
{
	char name[SMALL_FILE_NAME_SIZE];
	int descriptor = small_file_open(bytes_of(text), name);
	struct partners partners;

	partners_open(&partners, name);
	partners_read(&partners);
	close(descriptor);
	assert_true(partners.is_given);
	listed[0] = '\0';
	for (enum word partner = PARTNER_FIRST; partner < PARTNER_END; partner++)
		if (partners.is_listed[partner])
			snprintf(listed + strlen(listed), 256 - strlen(listed), "%s%s",
			    listed[0] == '\0' ? "" : " ", vocabulary_token(partner));
}

static const struct file_row {
	const char *file, *listed;
} file_rows[] = {
    {HEADER, ""},
    {"partner,name,phone,email,topics", ""},
    {HEADER "socius,,,,\n", "socius"},
    {HEADER "socius,,,,", "socius"}, /* no final newline */
    {HEADER "lpa,,,,\nsocius,,,,\nlpa,,,,\n", "socius lpa"},
    {HEADER "\nggd,,,,\n\n", "ggd"}, /* empty lines */
    {HEADER "cjg,\"Jansen, J.\",023 000,j@example.org,\"parenting,health\"\n", "cjg"},
    {HEADER "\"cjg\",\"zei \"\"ja\"\"\",,,\n", "cjg"},
    {HEADER "deskundige,,,,\nvertrouwensinspecteur,,,,\nbestuur,,,,\nsociale-basis,,,,\n",
	"board social-base expert inspector"},
    {HEADER "leerplichtambtenaar,,,,\nSOCIUS,,,,\n Ggd ,,,,\n", "socius ggd lpa"},
    {"\xEF\xBB\xBF" HEADER "ggd,,,,\n", "ggd"},
    {"partner,name,phone,email,topics\r\nggd,J\xC3\xBCrgen,,,\r\n\r\ncjg,,,,\r\n", "ggd cjg"},
    {"\xEF\xBB\xBFpartner,name,phone,email,topics\r\nggd,,,,\r\n", "ggd"},
    {"partner\nggd\n", "ggd"}, /* the other columns are for people */
    {"Onderwerpen;Naam;Partner;E-mail;Telefoon\ncjg;ggd;lpa;socius;\n", "lpa"},
};

static void
test_files(void **state)
{
	char listed[256];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(file_rows); i++) {
		read_listed(file_rows[i].file, listed);
		check_string(file_rows[i].file, "listed", listed, file_rows[i].listed);
	}
}

/* Each partner without a file, with a file that lists it, and with one that does not. */
static void
test_addresses(void **state)
{
	(void)state;
	for (enum word partner = PARTNER_FIRST; partner < PARTNER_END; partner++) {
		struct partners partners = {.is_given = false};
		bool is_member = partner == PARTNER_SOCIUS || partner == PARTNER_GGD
		    || partner == PARTNER_CJG || partner == PARTNER_LPA;
		const char *name = vocabulary_token(partner);

		check_number(name, "no file", partners_address(&partners, partner), partner);
		partners.is_given = true;
		check_number(name, "not listed", partners_address(&partners, partner),
		    is_member ? PARTNER_KERNTEAM : partner);
		partners.is_listed[partner] = true;
		check_number(name, "listed", partners_address(&partners, partner), partner);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_files),
	    cmocka_unit_test(test_addresses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
