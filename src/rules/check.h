/* Generic checks of a record against its description, and the fields computed by rules. */
#ifndef BINA_SRC_RULES_CHECK_H
#define BINA_SRC_RULES_CHECK_H

#include <bina/record.h>
#include "base/error.h"

/** Told of each warning; the complaint is lent for the call. */
typedef void bina_rules_warn(void *data, const bina_error *warning);

/** Values that passed lately, so that a region or code that comes again is not looked up again. */
typedef struct bina_rules_memory bina_rules_memory;

/** For records of one description with so many fields; NULL when memory is out. */
bina_rules_memory *bina_rules_memory_new(int fields);
void bina_rules_memory_free(bina_rules_memory *memory);

/**
 * Checks every field that is set: type, range, code list, references' kinds, the format's
 * validator; and that no required field is without value. Whether a value is already taken, or a
 * reference points nowhere, only the store can say.
 *
 * @param update a required field that is unset is left alone, so it is not missing
 * @param today  day number by which formats are read
 * @param memory of earlier checks of records of the same fields; may be NULL
 * @param error  the first refusal, with kind, field and rule
 * @param warn   may be NULL
 * @return BINA_OK, BINA_ERR_INVALID, or what bina_record_check says
 */
bina_status bina_rules_check_record(const bina_record *record, bool update, int64_t today,
                                    bina_rules_memory *memory, bina_error *error,
                                    bina_rules_warn *warn, void *data);

/**
 * One value of a record that is being added, as bina_rules_check_record does it, without warnings.
 * For callers that go through the values anyway.
 */
bina_status bina_rules_check_added(const bina_description *description, int slot, bina_value value,
                                   int64_t today, bina_rules_memory *memory, bina_error *error);

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
