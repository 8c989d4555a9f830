/* How bina link is to link: by a file of settings, and by options of the command line. */
#ifndef BINA_SRC_CLI_LINK_OPTIONS_H
#define BINA_SRC_CLI_LINK_OPTIONS_H

#include "cli.h"

/**
 * The settings of the command line, which go before those of the file it names; all cores and the
 * user's folder, unless either says otherwise.
 *
 * @param settings yours, also after a failure
 */
int cli_link_settings(const cli *self, bina_linkage_settings **settings);

#endif
