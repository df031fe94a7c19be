/*
 * Goal: what tells who a child is, is found in the forms in which people write
 * it, and what schools write all day long is not taken for it.
 */

#include "support/check.h"

#include "support/look_in.h"

#define HARD_HYPHEN "\xE2\x80\x91" /* U+2011 */

enum {
	BSN = IDENTIFYING_BSN,
	PUPIL = IDENTIFYING_PUPIL_NUMBER,
	EMAIL = IDENTIFYING_EMAIL,
	PHONE = IDENTIFYING_PHONE,
	POSTCODE = IDENTIFYING_POSTCODE,
	IBAN = IDENTIFYING_IBAN,
	STREET = IDENTIFYING_STREET,
	BIRTH = IDENTIFYING_BIRTH,
	CHAIN = IDENTIFYING_CHAIN_ID
};

static const struct found_row {
	const char *text;
	unsigned kind;
	const char *where;
} found_rows[] = {
    /* nine digits that pass the eleven test, grouped or not */
    {"123456782", BSN, "123456782"},
    {"BSN123456782", BSN, "123456782"},
    {"zijn nummer is 111222333.", BSN, "111222333"},
    {"319072356", BSN, "319072356"},
    {"(232262536)", BSN, "232262536"},
    {"012345672", BSN, "012345672"},
    {"1234.56.782", BSN, "1234.56.782"},
    {"123.456.782", BSN, "123.456.782"},
    {"123 456 782", BSN, "123 456 782"},
    {"12 34 56 782", BSN, "12 34 56 782"},
    {"1 23 45 67 82", BSN, "1 23 45 67 82"},
    {"12 34 56 78 2", BSN, "12 34 56 78 2"},
    {"123-456-782", BSN, "123-456-782"},
    {"123/456/782", BSN, "123/456/782"},
    {"12345 6782", BSN, "12345 6782"},
    {"Kind uit groep 5 123 456 782 is ziek", BSN, "123 456 782"},
    {"2014 09 008", BSN, "2014 09 008"},
    {"afwezig,123456782,ziek", BSN, "123456782"},
    {"612345610", BSN, "612345610"}, /* though it may be a mobile number without its 0 */
    {"1 2 3 4 5 6 7 8 2", BSN, "1 2 3 4 5 6 7 8 2"},
    {"nummer 1.2.3.4.5.6.7.8.2", BSN, "1.2.3.4.5.6.7.8.2"},
    {"1-2-3-4-5-6-7-8-2", BSN, "1-2-3-4-5-6-7-8-2"},
    {"Cijfers: 7 8 0 3 6 8 7 8 2", BSN, "7 8 0 3 6 8 7 8 2"}, /* nobody can tell */
    {"123,456,782", BSN, "123,456,782"},
    {"12345678-2", BSN, "12345678-2"},
    {"1 23456782", BSN, "1 23456782"},
    {"1.234.567.82", BSN, "1.234.567.82"},
    {"12345,6782", BSN, "12345,6782"},
    {"1,23456782", BSN, "1,23456782"},
    {"groep 12 1 2 3 4 5 6 7 8 2", BSN, "1 2 3 4 5 6 7 8 2"},
    /* over lines */
    {"1234" LINE "56782", BSN, "1234" LINE "56782"},
    {"1234\n56782", BSN, "1234\n56782"},
    {"123456-" LINE "782", BSN, "123456-" LINE "782"},
    {"123456-\n782", BSN, "123456-\n782"},
    {"1234\xE3\x80\x80"
     "56782",
	BSN,
	"1234\xE3\x80\x80"
	"56782"},
    {"1\n2\n3\n4\n5\n6\n7\n8\n2", BSN, "1\n2\n3\n4\n5\n6\n7\n8\n2"},
    {"bsn" LINE "1234" LINE "5672", BSN, "1234" LINE "5672"},
    /* as a spreadsheet leaves it */
    {"1,23456782E+08", BSN, "1,23456782E+08"},
    {"1.23456782E8", BSN, "1.23456782E8"},
    {"(1,11222333e+08)", BSN, "1,11222333e+08"},
    {"1,2E+08", BSN, "1,2E+08"}, /* digits were lost: it may have been one */
    {"2,47594E+08", BSN, "2,47594E+08"},
    {"1,01222331E+08", PUPIL, "1,01222331E+08"},
    /* other characters are no way around */
    {"123" NBSP "456" NBSP "782", BSN, "123" NBSP "456" NBSP "782"},
    {"123" DASH "456" DASH "782", BSN, "123" DASH "456" DASH "782"},
    {"1234" UNSEEN "56782", BSN, "1234" UNSEEN "56782"},
    {"1234\xE1\x85\x9F\xF3\xA0\x81\x81\xE3\x85\xA4"
     "56782",
	BSN,
	"1234\xE1\x85\x9F\xF3\xA0\x81\x81\xE3\x85\xA4"
	"56782"}, /* fillers and a tag */
    {"x" WIDE("\x91") "23456782", BSN, WIDE("\x91") "23456782"},
    {"12345678" WIDE("\x92"), BSN, "12345678" WIDE("\x92")},
    {"\xD9\xA1"
     "23456782",
	BSN,
	"\xD9\xA1"
	"23456782"},
    /* with its name in any grouping, and with eight digits */
    {"bsn: 12345672", BSN, "12345672"},
    {"B.S.N. 1234.56.72", BSN, "1234.56.72"},
    {"Sofi-nummer 12345672", BSN, "12345672"},
    {"PGN van de leerling is 12345672", BSN, "12345672"},
    {"Burgerservicenummer=12 34 56 72", BSN, "12 34 56 72"},
    {"onderwijsnummer 12345672", BSN, "12345672"},
    {"BSN 1 2 3 4 5 6 7 8 2", BSN, "1 2 3 4 5 6 7 8 2"},
    {"bsn 1234-56.782", BSN, "1234-56.782"},
    {"101222331", PUPIL, "101222331"},
    {"ond.nr. 1012.22.331", PUPIL, "1012.22.331"},
    {"mail jan.jansen@school.nl voor info", EMAIL, "jan.jansen@school.nl"},
    {"<j@x.nl>", EMAIL, "j@x.nl"},
    {"moeder: a_b+c%d@mail.voorbeeld-school.co.uk.", EMAIL, "a_b+c%d@mail.voorbeeld-school.co.uk"},
    {"zo\xC3\xAB@caf\xC3\xA9.nl", EMAIL, "zo\xC3\xAB@caf\xC3\xA9.nl"},
    {"JAN@SCHOOL.NL", EMAIL, "JAN@SCHOOL.NL"},
    {"'jan@school.nl'", EMAIL, "jan@school.nl"},
    {"kees.2014@gmail.com", EMAIL, "kees.2014@gmail.com"},
    {"jan @ school.nl", EMAIL, "jan @ school.nl"},
    {"naam (at) school.nl", EMAIL, "naam (at) school.nl"},
    {"naam[AT]school(punt)nl", EMAIL, "naam[AT]school(punt)nl"},
    {"naam (apenstaartje) mail.school [dot] nl", EMAIL, "naam (apenstaartje) mail.school [dot] nl"},
    {"jan(@)school.nl", EMAIL, "jan(@)school.nl"},
    {"jan\xEF\xBC\xA0school.nl", EMAIL, "jan\xEF\xBC\xA0school.nl"},
    {"j" UNSEEN "an@school.nl", EMAIL, "j" UNSEEN "an@school.nl"},
    {"06-12345678", PHONE, "06-12345678"},
    {"06 12 34 56 78", PHONE, "06 12 34 56 78"},
    {"0612345678", PHONE, "0612345678"},
    {"tel0612345678", PHONE, "0612345678"},
    {"0612 345678", PHONE, "0612 345678"},
    {"06 - 1234 5678", PHONE, "06 - 1234 5678"},
    {"06/12345678", PHONE, "06/12345678"},
    {"06.12.34.56.78", PHONE, "06.12.34.56.78"},
    {"06" DASH "12345678", PHONE, "06" DASH "12345678"},
    {"06" HARD_HYPHEN "1234" NBSP "5678", PHONE, "06" HARD_HYPHEN "1234" NBSP "5678"},
    {"(06) 12345678", PHONE, "(06) 12345678"},
    {"(0)6-12345678", PHONE, "(0)6-12345678"},
    {"+31 6 12345678", PHONE, "+31 6 12345678"},
    {"+31612345678", PHONE, "+31612345678"},
    {"+31(0)6-12345678", PHONE, "+31(0)6-12345678"},
    {"+31 06 12345678", PHONE, "+31 06 12345678"},
    {"(+31) 6 12345678", PHONE, "(+31) 6 12345678"},
    {"0031 6 12 34 56 78", PHONE, "0031 6 12 34 56 78"},
    {"0031612345678", PHONE, "0031612345678"},
    {"31612345678", PHONE, "31612345678"},
    {"+31 23 512 34 56", PHONE, "+31 23 512 34 56"},
    {"+32 475 12 34 56", PHONE, "+32 475 12 34 56"},
    {"0049 151 23456789", PHONE, "0049 151 23456789"},
    {"023-5123456", PHONE, "023-5123456"},
    {"(023) 512 34 56", PHONE, "(023) 512 34 56"},
    {"0251-123456", PHONE, "0251-123456"},
    {"0251 - 12 34 56", PHONE, "0251 - 12 34 56"},
    {"Oma belde op 0235123456 om 9 uur", PHONE, "0235123456"},
    {"Bel 088-1234567 of 112", PHONE, "088-1234567"},
    /* joined to other digits */
    {"0800-2000/06-12345678", PHONE, "06-12345678"},
    {"112/06-12345678", PHONE, "06-12345678"},
    {"112/06 12 34 56 78", PHONE, "06 12 34 56 78"},
    {"112:06-12345678", PHONE, "06-12345678"},
    {"112,06-12345678", PHONE, "06-12345678"},
    {"112.06-12345678", PHONE, "06-12345678"},
    {"0900-1113111/023-5551234", PHONE, "023-5551234"},
    {"0800-2000-06-12345678", PHONE, "06-12345678"},
    {"0800-2000-06-12-34-56-78", PHONE, "06-12-34-56-78"},
    {"groep 5/06-12345678", PHONE, "06-12345678"},
    {"groep 5/06-12-34-56-78", PHONE, "06-12-34-56-78"},
    {"groep 5-06-12-34-56-78", PHONE, "06-12-34-56-78"},
    {"kamer 12-0612345678", PHONE, "0612345678"},
    {"3-10-2025/06-12345678", PHONE, "06-12345678"},
    {"2025-0612345678", PHONE, "0612345678"},
    {"112/612345678", PHONE, "612345678"},
    {"groep 5/6-12345678", PHONE, "6-12345678"},
    /* digit by digit, in odd groups, with other marks, over lines */
    {"0 6 1 2 3 4 5 6 7 8", PHONE, "0 6 1 2 3 4 5 6 7 8"},
    {"0-6-1-2-3-4-5-6-7-8", PHONE, "0-6-1-2-3-4-5-6-7-8"},
    {"0,6,1,2,3,4,5,6,7,8", PHONE, "0,6,1,2,3,4,5,6,7,8"},
    {"0 6 - 1 2 3 4 5 6 7 8", PHONE, "0 6 - 1 2 3 4 5 6 7 8"},
    {"0 2 3 5 1 2 3 4 5 6", PHONE, "0 2 3 5 1 2 3 4 5 6"},
    {"06 1 2 3 4 5 6 7 8", PHONE, "06 1 2 3 4 5 6 7 8"},
    {"023 5 1 2 3 4 5 6", PHONE, "023 5 1 2 3 4 5 6"},
    {"06 12 34 56 7 8", PHONE, "06 12 34 56 7 8"},
    {"06 123 45 67 8", PHONE, "06 123 45 67 8"},
    {"06-1234567 8", PHONE, "06-1234567 8"},
    {"0-612345678", PHONE, "0-612345678"},
    {"0 612345678", PHONE, "0 612345678"},
    {"0-6-12345678", PHONE, "0-6-12345678"},
    {"0 6 12 34 56 78", PHONE, "0 6 12 34 56 78"},
    {"0-235123456", PHONE, "0-235123456"},
    {"06,12345678", PHONE, "06,12345678"},
    {"06, 12345678", PHONE, "06, 12345678"},
    {"06:12345678", PHONE, "06:12345678"},
    {"06: 12 34 56 78", PHONE, "06: 12 34 56 78"},
    {"06:1234 5678", PHONE, "06:1234 5678"},
    {"023:5123456", PHONE, "023:5123456"},
    {"06" LINE "12345678", PHONE, "06" LINE "12345678"},
    {"06\n12345678", PHONE, "06\n12345678"},
    {"06\r\n12345678", PHONE, "06\r\n12345678"},
    {"06\v12\f34\xC2\x85"
     "56\xE2\x80\xA9"
     "78",
	PHONE,
	"06\v12\f34\xC2\x85"
	"56\xE2\x80\xA9"
	"78"},
    {"06-1234" LINE "5678", PHONE, "06-1234" LINE "5678"},
    {"06-" LINE "12345678", PHONE, "06-" LINE "12345678"},
    /* without the 0 that a spreadsheet takes off */
    {"oma 612345678", PHONE, "612345678"},
    {"oma 6-12345678", PHONE, "6-12345678"},
    {"6 12 34 56 78", PHONE, "6 12 34 56 78"},
    {"612 345 678", PHONE, "612 345 678"},
    {"6,12345678E+08", PHONE, "6,12345678E+08"},
    {"6.1E8", PHONE, "6.1E8"},
    {"3,1612345678E+10", PHONE, "3,1612345678E+10"},
    {"1941AB 12", POSTCODE, "1941AB 12"},
    {"1941 AB 12", POSTCODE, "1941 AB 12"},
    {"1941AB12", POSTCODE, "1941AB12"},
    {"1941 AB nr 12a", POSTCODE, "1941 AB nr 12a"},
    {"1941 AB, huisnummer 12", POSTCODE, "1941 AB, huisnummer 12"},
    {"woont 1941 ab 12 bij oma", POSTCODE, "1941 ab 12"},
    {"woont in 1941 EN 12", POSTCODE, "1941 EN 12"},
    {"woont op 1941en 12", POSTCODE, "1941en 12"},
    {"dorpsstraat 12, 1941 AB", POSTCODE, "12, 1941 AB"},
    {"dorpsstraat 12, 1941 EN Beverwijk", POSTCODE, "12, 1941 EN"},
    {"dorpsstraat 12a 1941ab beverwijk", POSTCODE, "12a 1941ab"},
    {"dorpsstraat 12-2, 1941 AB", POSTCODE, "12-2, 1941 AB"},
    {"dorpsstraat 12 hs" LINE "1941 AB Beverwijk", POSTCODE, "12 hs" LINE "1941 AB"},
    {"Achter de kerk 3, 1941 AB", POSTCODE, "3, 1941 AB"},
    {"zeeweg 3 te Beverwijk (1941 AB)", POSTCODE, "3 te Beverwijk (1941 AB"},
    {"1941 AB Beverwijk, Dorpsstraat 12", POSTCODE, "1941 AB Beverwijk, Dorpsstraat 12"},
    {"1941" NBSP "AB" NBSP "12", POSTCODE, "1941" NBSP "AB" NBSP "12"},
    {"1941 AB Beverwijk 12", POSTCODE, "1941 AB Beverwijk 12"},
    {"1941 AB te Wijk aan Zee 7", POSTCODE, "1941 AB te Wijk aan Zee 7"},
    {"1941AB achter de kerk nummer 12", POSTCODE, "1941AB achter de kerk nummer 12"},
    {"1234-AB-5", POSTCODE, "1234-AB-5"},
    {"1234.AB.5", POSTCODE, "1234.AB.5"},
    {"1234/ab/5", POSTCODE, "1234/ab/5"},
    {"1234 - AB - 5", POSTCODE, "1234 - AB - 5"},
    {"2011-AB-12", POSTCODE, "2011-AB-12"},
    {"1941" LINE "AB 12", POSTCODE, "1941" LINE "AB 12"},
    {"Dorpsstraat-12, 2025-AB", STREET, "Dorpsstraat-12"},
    /* streets */
    {"woont Dorpsstraat 12", STREET, "Dorpsstraat 12"},
    {"Zeeweg 3a, bij oma", STREET, "Zeeweg 3a"},
    {"Kerkplein nr. 4", STREET, "Kerkplein nr. 4"},
    {"Kerkplein, huisnummer 4", STREET, "Kerkplein, huisnummer 4"},
    {"aan de Burgemeester-Vosplein 4", STREET, "Vosplein 4"},
    {"\xC3\x89tiennelaan 80", STREET, "\xC3\x89tiennelaan 80"},
    {"DUINKADE 9", STREET, "DUINKADE 9"},
    {"Herengracht 100", STREET, "Herengracht 100"},
    {"Westerdijk" NBSP "8", STREET, "Westerdijk" NBSP "8"},
    {"Beukenhof" LINE "22", STREET, "Beukenhof" LINE "22"},
    {"Kerkstraat (5)", STREET, "Kerkstraat (5"},
    {"Kerkstraat: 5", STREET, "Kerkstraat: 5"},
    {"woont Kerkstraat: 5 te Haarlem", STREET, "Kerkstraat: 5"},
    {"Kerkstraat-5", STREET, "Kerkstraat-5"},
    {"Kerkstraat op nummer 5", STREET, "Kerkstraat op nummer 5"},
    {"Kerkstraat, op nr. 5a", STREET, "Kerkstraat, op nr. 5a"},
    {"in de Kerkstraat woont hij op nummer 5", STREET, "Kerkstraat woont hij op nummer 5"},
    {"Kerkstraat (nr. 5)", STREET, "Kerkstraat (nr. 5"},
    {"Kerkstraat: huisnummer 5", STREET, "Kerkstraat: huisnummer 5"},
    {"Kerkstraat12", STREET, "Kerkstraat12"},
    {"Kerkstraat12a", STREET, "Kerkstraat12a"},
    /* days of birth */
    {"geb. 3-10-2018", BIRTH, "3-10-2018"},
    {"Geboren op 03/10/18 te Beverwijk", BIRTH, "03/10/18"},
    {"geboortedatum: 2018-10-03", BIRTH, "2018-10-03"},
    {"geb.dat. 03.10.2018", BIRTH, "03.10.2018"},
    {"geboren te Beverwijk op 3 oktober 2018", BIRTH, "3 oktober 2018"},
    {"(geb 3 okt)", BIRTH, "3 okt"},
    {"born on 3 October 2018", BIRTH, "3 October 2018"},
    {"DOB 03-10-2018", BIRTH, "03-10-2018"},
    {"geb. 03102018", BIRTH, "03102018"},
    {"geb. 20181003", BIRTH, "20181003"},
    {"born October 3, 2015", BIRTH, "October 3, 2015"},
    {"born on oct. 3rd 2015", BIRTH, "oct. 3rd 2015"},
    {"DOB: October 3", BIRTH, "October 3"},
    {"born 3rd October 2015", BIRTH, "3rd October 2015"},
    {"geboren 3e oktober 2015", BIRTH, "3e oktober 2015"},
    {"geb. okt-3-2015", BIRTH, "okt-3-2015"},
    {"geb. 2015 oktober 3", BIRTH, "2015 oktober 3"},
    {"geboortedatum 2015-okt-03", BIRTH, "2015-okt-03"},
    {"born 2015, October 3", BIRTH, "2015, October 3"},
    {"dob 3/okt/15", BIRTH, "3/okt/15"},
    {"geb. 3 oktober '15", BIRTH, "3 oktober '15"},
    {"geb. za 3 oktober 2015", BIRTH, "3 oktober 2015"},
    {"geboren za., 3 okt 2015", BIRTH, "3 okt 2015"},
    {"geb. 18-10-03", BIRTH, "18-10-03"},
    {"geb. 3 10 2018", BIRTH, "3 10 2018"},
    {"geb." LINE "3-10-2018", BIRTH, "3-10-2018"},
    {"Geboortedatum\n3-10-2018", BIRTH, "3-10-2018"},
    {"geboren\r\nop 3 oktober", BIRTH, "3 oktober"},
    {"born" LINE "October" LINE "3, 2015", BIRTH, "October" LINE "3, 2015"},
    {"geb. 3-10-" LINE "2018", BIRTH, "3-10-" LINE "2018"},
    {"geboren te Haarlem, 3-10-2015", BIRTH, "3-10-2015"},
    {"geboren te Haarlem, zaterdag 3 oktober 2015", BIRTH, "3 oktober 2015"},
    {"geb., 3-10-2015", BIRTH, "3-10-2015"},
    {"geboren, op 3-10-2015", BIRTH, "3-10-2015"},
    {"geboren (te Haarlem) 3-10-2015", BIRTH, "3-10-2015"},
    {"geboren in het ziekenhuis te Haarlem op 3-10-2015", BIRTH, "3-10-2015"},
    {"geboren 3-10", BIRTH, "3-10"},
    {"geboren op 3/10", BIRTH, "3/10"},
    {"geb. 31.12", BIRTH, "31.12"},
    {"dob: 10/31", BIRTH, "10/31"},
    /* what pupils are known by to publishers */
    {"https://ketenid.nl/201703/ab12cd", CHAIN, "ketenid.nl/201703/ab12cd"},
    {"zie KetenID.nl/x", CHAIN, "KetenID.nl/x"},
    {"NL91ABNA0417164300", IBAN, "NL91ABNA0417164300"},
    {"Rekening NL91 ABNA 0417 1643 00.", IBAN, "NL91 ABNA 0417 1643 00"},
    {"nl91abna0417164300 van oma", IBAN, "nl91abna0417164300"},
    {"NL 91 ABNA 0417.16.43.00", IBAN, "NL 91 ABNA 0417.16.43.00"},
    {"NL91 ABNA" LINE "0417164300", IBAN, "NL91 ABNA" LINE "0417164300"},
    {"NL91ABNA0417-\n164300", IBAN, "NL91ABNA0417-\n164300"},
    {"NL91" NBSP "ABNA" NBSP "0417164300", IBAN, "NL91" NBSP "ABNA" NBSP "0417164300"},
    {"DE89 3704 0044 0532 0130 00", IBAN, "DE89 3704 0044 0532 0130 00"},
    {"BE68539007547034", IBAN, "BE68539007547034"},
    {"GB82WEST12345698765432", IBAN, "GB82WEST12345698765432"},
    {"TR330006100519786457841326", IBAN, "TR330006100519786457841326"},
    /* the first of several, a number before what it is part of */
    {"jan@school.nl 06-12345678", EMAIL, "jan@school.nl"},
    {"06-12345678, jan@school.nl", PHONE, "06-12345678"},
    {"0612345678@school.nl", PHONE, "0612345678"},
    {"Bel 0800-2000, niet 06-12345678", PHONE, "06-12345678"},
    {"0900 123 456 782", BSN, "123 456 782"},
};

static const char *const passing[] = {"", " ", "Geen cijfers in deze tekst.",
    /* nine digits that are no number of state, and more or fewer than nine */
    "123456789", "247594057", "000000000", "001234560", "1234567820", "12345678", "1 234567820",
    "12345672", "2024 12345672", "het bsn is niet bekend", "bsn gevraagd op 20260301",
    "bsn gevraagd op 15-10-2026", "absn 12345672", "bsn 1: 12345672", "BSN 123456789",
    "1 2 3 4 5 6 7 8 3", "9 1 2 3 4 5 6 7 8 2", "1 2 3 4 5 6 7 8 2 9", "7, 8, 0, 3, 6, 8, 7, 8, 2",
    "1234 56.782", "1234567,82", "1,23456783E+08", "1,2345E+07", "1,2345E+09", "11,2345E+08",
    "1E+08", "1,2E+08x", "2,5 en 3", "lokaal 2,1E", "bladzijde 1.123.456.782", "123.456.782.1",
    /* dates and times */
    "2026-10-05", "05-10-2026", "5-10-2026", "20261005", "05102026", "5/10/26", "06-10-2026",
    "06-10-2026 12", "06 10 2026 12", "06-10-2026 12:30", "06-10-2026-12", "06-10-26 1234",
    "blz. 03 04 05 06 07", "012 345 678 9", "op 31 6 2026 1234 x", "12 10 2026 5", "12.10.26 103",
    "3-06-2026 1234", "05-10-2026 09:05", "20-06-2026 1200 euro", "2026-10-05T09:05", "9:05",
    "09.05 uur", "06.15-14.30 uur", "2026-10-05 12:30:45", "In 2026 15005 euro schuld",
    "om 06:30 uur", "schooljaar 2025-2026", "2025/2026", "12.10.26 150",
    "van 8.30 tot 12.00 en 13.00 tot 15.15", "05-10-2026/06-10-2026", "05-10-2026-06-11-2026",
    "01-06-26-06-07-26", "06-10-26 - 13-10-26", "06-10-26-13-10-26", "06/10/26-13/10/26",
    "06-10-2026 - 13-10-2026", "2026-06-01/2026-06-30", "5-10/06-11-2026", "12-06-2026 12:30",
    "12-06-26 12:30:45", "2026-06-12 12:30:45", "6-12-26", "2026-06-12-14-30-00",
    "20/06/2026 1200 euro", "12:06:30 45 12 13", "06:15-14:30, 12 en 13", "06:30 123456",
    "2022-01-13 07:06 - 2022-06-22 10:17", "klas 06 12-10-2026", "06:30 10-11-2026",
    "06:30 2026-10-05", "06:15 12 30 45 18", "van 0-6 10-11-2026", "06-10-2026" LINE "12 kinderen",
    "om 9.30" LINE "12-10-2026", "in 2026" LINE "15005 euro", "groep 06" LINE "12 kinderen",
    "12.10.26" LINE "103", "0, 6, 1, 2, 3, 4, 5, 6, 7, 8", "telt 0 1 2 3 4 5 6 7 8 9",
    "0 6 12 18 24 30 maanden", "5 0 6 1 2 3 4 5 6 7 8", "0 6 1 2 3 4 5 6 7 8 9",
    "06 1 2 3 4 5 6 7 8 9", "0.612345678", "0,612345678", "7.612345678",
    "bladzijden 06 07 08 09 10", "0 250 500 750", "03,10,11,12,13", "03, 1012131415", "0-6 jaar",
    "5/6 12 34 56 78",
    /* amounts, rooms, groups, marks */
    "1.234.567,89", "1.234.567,08", "150 euro", "\xE2\x82\xAC 1.250,00", "lokaal 1.23", "groep 5/6",
    "groep 5-6-7-8", "3 keer", "1/2", "50%", "37,5 graden", "3x", "5 van de 30", "versie 1.10.3",
    "1.2.3.4", "lokaal 101,102,103", "lokaal 101, 102, 100", "100 m in 17,5", "maat 134/140",
    "iPad 9", "Cito 534, AVI M5", "artikel 1:247 BW", "010203", "zie 7.2.1",
    /* schools, cases, rules */
    "03AB00", "03AB00,2026-10-05", "K-2601", "Z2026-014", "20261005-01", "Z2026-00002",
    "2026-00002", "2026-10-007", "W34", "2026_00002", "case-12.3", "S01-E02", "a1b2c3d4e5f6",
    /* public numbers */
    "0800-2000", "0900-1113111", "0900-111 3111", "112", "0800-0432", "0900-8844", "0800-0113",
    "0800 2000", "08002000", "0800-2000 8", "0800-2000 24 uur per dag", "0800 2000 24",
    "09001113111", "0800-1234567", "0900 1234 567", "14 023", "+31 800 2000", "112/0800-2000",
    "0800-2000/0900-1113111", "0800-2000-112", "groep 5/0800-2000", "0900-111" LINE "3111",
    "0800" LINE "2000", "Bel 112 of 0900-8844.", "113", "0909-1234", "5123456", "512 34 56",
    "012-345",
    /* postcodes without a house number, years with words */
    "1941 AB", "1941AB Beverwijk", "woont in 1941 AB.", "1941", "2026 om 9 uur", "1998 en 12",
    "in 2024 is 3 keer gemeld", "2026 OP 12 MAART", "IN 1998 EN 12", "2026 nr 12", "2025 wk 12",
    "1500 kg 12", "1941 SA 12", "1941 SD 12", "1941 ss 12", "0941 AB 12", "1941 ABC 12",
    "11941 AB 12", "1941 A 12", "A1941 AB 12", "1941 AB 012", "groep 5, 1941 AB",
    "leeftijd 9, 1941 AB", "1941 AB, 2 kinderen", "1941 AB 12 oktober", "1941 AB 9:05",
    "1941 AB 12-10-2026", "1941 AB in 2026", "1941 AB, 3 keer gemeld", "1941 AB 2026",
    "05-10-2026 AB 12", "1941 AB 2,5 km", "(7), 1941 AB", "1941 AB Beverwijk, groep 5",
    "op 12-3, 1941 AB", "In 1998 Ze 12", "1941 AB 50%",
    /* no streets, no days of birth */
    "Schoolplein 3", "Onderweg 5", "op het Schoolplein 3 kinderen", "Dorpsstraat", "dorpsstraat 12",
    "Dorpsstraat 3 keer", "Dorpsstraat, 12 oktober", "Dorpsstraat. 3 broers", "Dorpsstraat 2026",
    "Plein 5", "Weg 3", "Onze weg 3", "Dorpsstraat 9:05", "Zeeweg 100 km", "van Dijk 3",
    "geb. 2018", "geboren in 2018", "Hij is geboren. Op 3-10-2026 belde oma",
    "geboren in Turkije, op 3-10-2026 gemeld", "afgeb. 3-10-2018", "de geboorte, 3-10-2026",
    "geboren 3", "6-10-2026 12", "6 10 2026 12", "6.10.2026 12", "6 7 8 9 6 7 8 9 7",
    "bedrag 6,12,34,56,78", "3-6-2026 1234", "ketenid", "ketenid.nl", "www.ketenid.com/x", "en/of",
    "geboren in Turkije, moeder belde 3-10-2026", "geboren in mei, 3 weken te vroeg",
    "geboren 3-10 dagen te vroeg", "geboren met 3.5 kg", "geboren, 2.5 kilo", "geboren om 9.05",
    "geboren, groep 5/6", "geboren 1/2 jaar na haar zus", "geboren in oktober 2015",
    "geboren in mei. 3 broers", "geboren in 2015, groep 3", "geboren 13-14", "geboren 0-3",
    "hij is geboren. 3-10 gesprek", "3-10 en October 3, 2015", "geb. 2-3 weken te vroeg",
    "op de Kerkstraat: 2 jongens vochten", "op de Kerkstraat: 2 pubers",
    "in de Kerkstraat (3 kinderen)", "Kerkstraat: 9:05", "Kerkstraat: 12-10-2026",
    "Kerkstraat (12 okt)", "Kerkstraat; 5 leerlingen", "Kerkstraat. Op nummer 5",
    "Kerkstraat (5 uur)", "Schoolplein: 5", "Schoolplein12", "kerkstraat12",
    "de straat op nummer 5", "Kerkstraat (2026)", "Kerkstraat: 5 jongens", "2026-AB-12",
    "2025-VT-3", "op de Kerkstraat: 2 jongens, kenmerk 2025-VT-3", "2026.AF.5", "1234-SA-5",
    "1500-km-5", "in 1998.Ik was 5", "10.15-VT 5", "in 2026" LINE "Ze at 3 koekjes",
    "in 2025.De 5 kinderen",
    /* no addresses, no accounts */
    "@", "@jantje2015", "juf @ school", "jan@school", "a@b.c", "3 kg @ 2.50 per stuk", "@school.nl",
    "Hij at school.nl", "hij (at) niet", "(at) school.nl", "groep (at", "naam (at) school",
    "appel @ tafel.Daarna", "NL91ABNA0417164301", "NL00ABNA0612345678", "NL91 ABNA 0417 1643",
    "NL91ABNA04171643000", "DE89370400440532013001", "XX91ABNA1417164300",
    "ODE89370400440532013000", "nl 12 kinderen zijn ziek", "de 20 kinderen speelden op", "AB12",
    /* as teachers write */
    "Op 5-10-2026 om 9.05 uur kwam K. (groep 5) met een blauwe plek van 3 cm op de linkerarm.",
    "Moeder zegt: 'Hij is 2 keer van de trap gevallen, in 2024 en in 2026.'",
    "Afwezig: 12 van de 60 dagen; te laat op 3, 4, 5, 10, 11, 12 en 13 november 2026.",
    "Gesprek 15.30-16.15 uur in lokaal 1.23 met IB'er; vervolg 12/11, 14.00 u.",
    "Veilig Thuis (0800-2000) gebeld om 13:45, advies: over 2 weken weer bellen.",
    "Broertje van 4 at 3 boterhammen, zusje (7) at niets. Zie ook K-2601 en Z2026-014.",
    "Gezin met 3 kinderen (4, 7 en 11 jaar) heeft \xE2\x82\xAC 50,- per week, schuld 12.500 euro.",
    "Vertrouwensinspecteur 0900-111 3111 gebeld; W34 geldt sinds 2026-09-28."};

static void
test_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(found_rows); i++) {
		const struct found_row *row = &found_rows[i];
		struct bytes where = BYTES("nothing");

		check_number(
		    row->text, "kind", identifying_find(bytes_of(row->text), 0, &where), row->kind);
		check_bytes(row->text, "where", where, bytes_of(row->where));
	}
}

static void
test_passing(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(passing); i++) {
		struct bytes where = BYTES("nothing");

		check_number(passing[i], "kind", identifying_find(bytes_of(passing[i]), 0, &where),
		    IDENTIFYING_NONE);
		check_bytes(passing[i], "where", where, BYTES("nothing"));
	}
}

/* The same amid a sentence. */
static void
test_amid_words(void **state)
{
	char text[256];
	struct bytes where;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(found_rows); i++) {
		const struct found_row *row = &found_rows[i];

		snprintf(text, sizeof(text), "Genoteerd: %s; einde van (3) notities", row->text);
		check_number(text, "kind", identifying_find(bytes_of(text), 0, &where), row->kind);
		check_bytes(text, "where", where, bytes_of(row->where));
	}
	for (size_t i = 0; i < COUNT_OF(passing); i++) {
		snprintf(text, sizeof(text), "Genoteerd: %s; einde van (3) notities", passing[i]);
		check_number(text, "kind", identifying_find(bytes_of(text), 0, &where), 0);
	}
}

enum { EVERY_KIND = (1 << IDENTIFYING_KINDS) - 1 };

/* A kind passes when it is allowed, and no other does; numbers of state never. */
static void
test_allowed(void **state)
{
	struct bytes where;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(found_rows); i++) {
		const struct found_row *row = &found_rows[i];
		unsigned bit = identifying_bit(row->kind);
		struct bytes text = bytes_of(row->text);

		check_number(row->text, "kind with all others allowed",
		    identifying_find(text, EVERY_KIND & ~bit, &where), row->kind);
		check_bytes(row->text, "where", where, bytes_of(row->where));
		if (row->kind == BSN || row->kind == PUPIL || row->kind == CHAIN)
			check_number(row->text, "kind when allowed",
			    identifying_find(text, EVERY_KIND, &where), row->kind);
		else if (identifying_find(text, bit, &where) == row->kind)
			fail_msg("%s: is found though allowed", row->text);
	}
}

static const struct behind_row {
	const char *text;
	unsigned allowed;
	unsigned kind;
} behind_rows[] = {
    {"06-12345678 jan@school.nl", 1 << PHONE, EMAIL},
    {"0612345678@school.nl", 1 << PHONE, EMAIL},
    {"0612345678@school.nl", 1 << EMAIL, PHONE},
    {"0612345678@school.nl", 1 << PHONE | 1 << EMAIL, IDENTIFYING_NONE},
    {"123456782@school.nl", EVERY_KIND, BSN},
    {"06-12345678/123456782", EVERY_KIND, BSN},
    {"Dorpsstraat 12, 1941 AB, bsn 12345672", EVERY_KIND, BSN},
    {"Dorpsstraat 12, 1941 AB", 1 << STREET, POSTCODE},
    {"Dorpsstraat 12, 1941 AB", 1 << STREET | 1 << POSTCODE, IDENTIFYING_NONE},
    {"geb. 3-10-2018, 1941 AB 12", 1 << BIRTH, POSTCODE},
    {"08.00 1941 AB 12", 0, POSTCODE}, /* no public number */
    {"09:00 1941 AB 12", 0, POSTCODE},
    {"612345610", 1 << PHONE, BSN},
    {"ketenid.nl/123456782", EVERY_KIND, CHAIN},
    {"+31 318002000", 1 << PHONE, IDENTIFYING_NONE}, /* passes the eleven test without +31 */
    {"NL91 ABNA 0417 1643 00", 1 << IBAN, IDENTIFYING_NONE}, /* not the phone number in it */
    {"NL91ABNA0417164300, 101222331", EVERY_KIND, PUPIL},
};

/* What is allowed does not hide what is behind or in it, nor is it found as something else. */
static void
test_behind_allowed(void **state)
{
	struct bytes where;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(behind_rows); i++)
		check_number(behind_rows[i].text, "kind",
		    identifying_find(bytes_of(behind_rows[i].text), behind_rows[i].allowed, &where),
		    behind_rows[i].kind);
}

static const struct list_row {
	const char *list;
	bool is_valid;
	unsigned allowed;
} list_rows[] = {
    {"phone", true, 1 << PHONE},
    {"phone,email", true, 1 << PHONE | 1 << EMAIL},
    {"iban,postcode,email,phone", true, 1 << PHONE | 1 << EMAIL | 1 << POSTCODE | 1 << IBAN},
    {"phone,phone", true, 1 << PHONE},
    {"street,birth", true, 1 << STREET | 1 << BIRTH},
    {"eckid", false, 0},
    {"", false, 0},
    {",", false, 0},
    {"phone,", false, 0},
    {",phone", false, 0},
    {"phone,,email", false, 0},
    {"phone email", false, 0},
    {"phones", false, 0},
    {"phon", false, 0},
    {"Phone", false, 0},
    {"bsn", false, 0},
    {"email,bsn", false, 0},
    {"pupil", false, 0},
};

static void
test_read_allowed(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(list_rows); i++) {
		const struct list_row *row = &list_rows[i];
		unsigned allowed = 1u << 20;

		check_number(row->list, "is valid", identifying_read_allowed(row->list, &allowed),
		    row->is_valid);
		check_number(
		    row->list, "allowed", allowed, row->is_valid ? row->allowed : 1u << 20);
	}
}

static void
test_names(void **state)
{
	(void)state;
	assert_string_equal(identifying_name(IDENTIFYING_NONE), "");
	for (unsigned kind = IDENTIFYING_NONE + 1; kind < IDENTIFYING_KINDS; kind++)
		for (unsigned other = 0; other < kind; other++)
			assert_string_not_equal(identifying_name(kind), identifying_name(other));
}

static void
test_every_part_of_a_text(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(found_rows); i++) {
		struct bytes text = bytes_of(found_rows[i].text);

		for (size_t from = 0; from <= text.length; from++)
			for (size_t to = from; to <= text.length; to++)
				look_in((struct bytes){text.at + from, to - from}, 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_found),
	    cmocka_unit_test(test_passing),
	    cmocka_unit_test(test_amid_words),
	    cmocka_unit_test(test_allowed),
	    cmocka_unit_test(test_behind_allowed),
	    cmocka_unit_test(test_read_allowed),
	    cmocka_unit_test(test_names),
	    cmocka_unit_test(test_every_part_of_a_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
