/* Making ids and taking them apart. */
#ifndef BINA_SRC_MODEL_ID_H
#define BINA_SRC_MODEL_ID_H

#include <bina/value.h>

#define BINA_ID_MAX_STORE   0x3FFFF
#define BINA_ID_MAX_KIND    0x7F
#define BINA_ID_MAX_COUNTER 0xFFFFFFF

/** The id of these parts; 0 when one is out of bounds. */
bina_id bina_id_make(int store, int kind, int64_t counter);

/** The counter of an id; 0 for an impossible id. */
int64_t bina_id_counter(bina_id id);

/**
 * A number drawn by lot for two ids, always the same for them in either order: sorted by it, the
 * first so many are a random sample.
 */
uint64_t bina_id_lot(bina_id one, bina_id two);

#endif
