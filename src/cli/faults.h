/* Telling people of the faults of their files. */
#ifndef BINA_SRC_CLI_FAULTS_H
#define BINA_SRC_CLI_FAULTS_H

#include "store.h"

/** The first `most` faults in words on standard error, the rest as a number; none if quiet. */
void cli_tell_faults(const cli *self, bina_faults *faults, size_t most);

/**
 * Tells why a file was refused, be it quiet or not: its first faults, or the error when there are
 * none. Gives CLI_INPUT.
 */
int cli_fail_faults(const cli *self, bina_faults *faults, size_t most, const bina_error *error);

/**
 * Whether a file that was read changed nothing since the commit `before`: this very file was read
 * before. Says so; its faults were told then, and were not looked for again.
 */
bool cli_tell_same(const cli *self, bina_store *store, int64_t before);

/** Loads a YAML file of records, whole or not at all, and tells what came of it (cmd_load.c). */
int cli_load_records(const cli *self, bina_store *store, const char *path);

/** All kept faults as CSV into a file. */
int cli_write_faults(const cli *self, bina_faults *faults, const char *path);

#endif
