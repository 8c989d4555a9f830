/* What bina link tells people of a linkage. */
#ifndef BINA_SRC_CLI_LINK_TOLD_H
#define BINA_SRC_CLI_LINK_TOLD_H

#include "cli.h"

/** Remarks on which columns are compared, and as what; whether any are. In link_columns.c. */
bina_status cli_tell_columns(const cli *self, bina_linkage *linkage, bool *compared);

/** Remarks on what came out and how good it likely is. */
int cli_tell_linkage(const cli *self, bina_linkage *linkage);

/** Two rows named on the command line, as in "a.csv:12,b.csv:40". */
typedef struct cli_two_rows {
    char *list[2]; /* yours to free */
    int64_t row[2];
} cli_two_rows;

/** Reads two rows; where there is one list its name may be left out. CLI_OK, or how to end. */
int cli_read_two_rows(const cli *self, const char *text, cli_two_rows *rows);

/** Whether the lists have the two rows: told before the work. CLI_OK, or how to end. */
int cli_find_two_rows(const cli *self, bina_linkage *linkage, const cli_two_rows *rows);

/** Prints why two rows weigh what they weigh. */
int cli_explain_pair(const cli *self, bina_linkage *linkage, const cli_two_rows *rows);

#endif
