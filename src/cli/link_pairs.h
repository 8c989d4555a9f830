/* Pairs that bina link is given or asks about: verdicts, questions, scores. */
#ifndef BINA_SRC_CLI_LINK_PAIRS_H
#define BINA_SRC_CLI_LINK_PAIRS_H

#include "cli.h"

/** Adds what people said of pairs: a list with list_a, row_a, list_b, row_b and same. */
int cli_add_verdicts(const cli *self, bina_linkage *linkage, const char *path);

/**
 * Writes the pairs that are most worth asking about, as --questions says: with an empty column
 * "same" for the answer, and beside it what both rows say. In link_questions.c.
 */
int cli_write_questions(const cli *self, bina_linkage *linkage);

/** Weighs the pairs of the file that --score names, and writes them as --out says. */
int cli_score_pairs(const cli *self, bina_linkage *linkage);

#endif
