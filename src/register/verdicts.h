/* What people decide of two source records: written as pairs, which survive re-import because the
 * records do. */
#ifndef BINA_SRC_REGISTER_VERDICTS_H
#define BINA_SRC_REGISTER_VERDICTS_H

#include <bina/store.h>

/** Writes a verdict on two rows, within the caller's transaction. */
bina_status bina_verdict_write(bina_store *store, bina_id first, bina_id second,
                               const char *verdict, const char *reason);

#endif
