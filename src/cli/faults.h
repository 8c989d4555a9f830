/* Telling people of the faults of their files. */
#ifndef BINA_SRC_CLI_FAULTS_H
#define BINA_SRC_CLI_FAULTS_H

#include "cli.h"

/** The first `most` faults in words on standard error, the rest as a number. */
void cli_tell_faults(const cli *self, bina_faults *faults, size_t most);

/** All kept faults as CSV into a file. */
int cli_write_faults(const cli *self, bina_faults *faults, const char *path);

#endif
