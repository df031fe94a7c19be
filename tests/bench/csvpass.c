/* A bare pass of libcsv over a file: what every filter is measured against. */

#include <csv.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static unsigned long fields, rows;

static void
count_field(void *field, size_t length, void *argument)
{
	(void)field;
	(void)length;
	(void)argument;
	fields++;
}

static void
count_row(int terminator, void *argument)
{
	(void)terminator;
	(void)argument;
	rows++;
}

int
main(int argc, char *argv[])
{
	static char buffer[256 * 1024];
	struct csv_parser parser;
	ssize_t count;
	int file;

	if (argc != 2 || (file = open(argv[1], O_RDONLY)) == -1
	    || csv_init(&parser, CSV_STRICT) != 0)
		return 2;
	while ((count = read(file, buffer, sizeof(buffer))) > 0)
		if (csv_parse(&parser, buffer, (size_t)count, count_field, count_row, NULL)
		    != (size_t)count)
			return 1;
	csv_fini(&parser, count_field, count_row, NULL);
	csv_free(&parser);
	printf("%lu fields, %lu rows\n", fields, rows);
	return 0;
}
