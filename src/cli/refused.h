/* What is said of words of the command line that mean nothing: with those that were meant. */
#ifndef BINA_SRC_CLI_REFUSED_H
#define BINA_SRC_CLI_REFUSED_H

#include "cli.h"

/** Complains of a command that is not there; `known` is the name of command i, NULL at the end. */
void cli_complain_of_command(const cli *self, const char *name, const char *(*known)(int i));

/**
 * Whether a word such as "-out" is -o with "ut" for its value, where it was meant as --out.
 *
 * @param value where getopt found the value
 */
bool cli_lacks_dash(const cli *self, const char *word, const char *value);

/** Complains of a word that is no option of the command. */
void cli_complain_of_option(const cli *self, const char *word);

#endif
