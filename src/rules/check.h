/* Generic checks of a record against its description, and the fields computed by rules. */
#ifndef BINA_SRC_RULES_CHECK_H
#define BINA_SRC_RULES_CHECK_H

#include <bina/record.h>
#include "base/error.h"

/** Told of each warning; the complaint is lent for the call. */
typedef void bina_rules_warn(void *data, const bina_error *warning);

/**
 * Checks every field that is set: type, range, code list, references' kinds, the format's
 * validator; and that no required field is without value. Whether a value is already taken, or a
 * reference points nowhere, only the store can say.
 *
 * @param update a required field that is unset is left alone, so it is not missing
 * @param today  day number by which formats are read
 * @param error  the first refusal, with kind, field and rule
 * @param warn   may be NULL
 * @return BINA_OK, BINA_ERR_INVALID, or what bina_record_check says
 */
bina_status bina_rules_check_record(const bina_record *record, bool update, int64_t today,
                                    bina_error *error, bina_rules_warn *warn, void *data);

/** The same for one field's value; `record` lends its description. */
bina_status bina_rules_check_field(const bina_description *description, int slot, bina_value value,
                                   int64_t today, bina_error *error, bina_rules_warn *warn,
                                   void *data);

/**
 * Sets the derived fields of a record (those named by a rule the library has) as of a day. What the
 * rule needs and does not find gives null.
 */
void bina_rules_derive(bina_record *record, int64_t day);

#endif
