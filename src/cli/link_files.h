/* The lists that bina link reads. */
#ifndef BINA_SRC_CLI_LINK_FILES_H
#define BINA_SRC_CLI_LINK_FILES_H

#include "cli.h"

/** Complains of a file that is named twice, by whatever path; CLI_OK, or how to end. */
int cli_check_files(const cli *self);

/** Complains when two results are to go to standard output; CLI_OK, or how to end. */
int cli_check_outputs(const cli *self);

/** Reads the files into the linkage, and tells what became of their rows. */
int cli_add_files(const cli *self, bina_linkage *linkage);

/** Complains when --rows is to read what can be read but once; CLI_OK, or how to end. */
int cli_check_rows(const cli *self);

/**
 * Writes the rows of the lists with their entities, as --rows says: reads them once more. In
 * link_rows.c.
 */
int cli_write_linked_rows(const cli *self, bina_linkage *linkage);

#endif
