/* What people decide of two source records: written as pairs, which survive re-import because the
 * records do. */
#ifndef BINA_SRC_REGISTER_VERDICTS_H
#define BINA_SRC_REGISTER_VERDICTS_H

#include <bina/store.h>

/** Writes a verdict on two rows, within the caller's transaction. */
bina_status bina_verdict_write(bina_store *store, bina_id first, bina_id second,
                               const char *verdict, const char *reason);

/** Begins a commit of this room for a reason of people. */
bina_status bina_register_begin(bina_store *store, const char *why, const char *rule);

/** Ends it: keeps the changes when `status` is BINA_OK, else forgets them. Gives the outcome. */
bina_status bina_register_end(bina_store *store, bina_status status);

#endif
