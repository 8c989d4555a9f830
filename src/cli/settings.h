/* Linkage settings and mappings from and to YAML files. */
#ifndef BINA_SRC_CLI_SETTINGS_H
#define BINA_SRC_CLI_SETTINGS_H

#include "faults.h"

/** Reads settings, telling every fault with file and line; CLI_OK, or how to end. */
int cli_read_linkage_settings(const cli *self, const char *path, bina_linkage_settings **settings);

/** Adds settings from a file to others, as cli_read_linkage_settings. */
int cli_add_linkage_settings(const cli *self, const char *path, bina_linkage_settings *settings);

/**
 * Writes the settings a linkage applied, so that they can be edited and read back.
 *
 * @param model whether with the fitted model, so that nothing is fitted when they are read
 */
int cli_write_linkage_settings(const cli *self, bina_linkage *linkage, const char *path,
                               bool model);

/** Reads a mapping of lists, telling every fault with file and line; CLI_OK, or how to end. */
int cli_read_mapping(const cli *self, const char *path, bina_mapping **mapping);

#endif
