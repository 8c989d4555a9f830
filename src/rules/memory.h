/* Values that passed lately: a small table per field, in which a newer value takes an older one's
 * place. */
#ifndef BINA_SRC_RULES_MEMORY_H
#define BINA_SRC_RULES_MEMORY_H

#include "rules/check.h"

/** Whether the text passed as this field's value on this day. */
bool bina_rules_memory_has(const bina_rules_memory *memory, int slot, int64_t today,
                           const char *text);

/** Remembers that it did; long texts are not remembered. */
void bina_rules_memory_keep(bina_rules_memory *memory, int slot, int64_t today, const char *text);

#endif
