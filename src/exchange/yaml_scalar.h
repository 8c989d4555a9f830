/* Values as YAML scalars that every reader takes for what they are. */
#ifndef BINA_SRC_EXCHANGE_YAML_SCALAR_H
#define BINA_SRC_EXCHANGE_YAML_SCALAR_H

#include <bina/record.h>
#include "exchange/output.h"

/** Two blanks a level. */
void bina_yaml_indent(bina_output *output, int depth);

/** A text, in quotes where it needs them. */
void bina_yaml_write_text(bina_output *output, const char *text);

/** A value behind its key, with the line end. A text of several lines is a list of them. */
void bina_yaml_write_value(bina_output *output, const bina_record *record, int slot, int depth);

#endif
