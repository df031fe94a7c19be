/* What a tool gives up once its files are open. */

#ifndef CONFINE_H
#define CONFINE_H

/* From here on the process opens no files, uses no network, starts no programs and leaves no
 * core dump: records are about children. Where the system does not allow such a promise the
 * tool works without it. Call after every file, the clock's time zone and the messages are
 * open. */
void confine_self(void);

/* The same for a tool that must still open files, as an interview that keeps each record at once
 * does. */
void confine_self_but_files(void);

#endif
