/* What the headers of offices' lists mean. */
#ifndef BINA_SRC_EXCHANGE_HEADERS_H
#define BINA_SRC_EXCHANGE_HEADERS_H

#include <bina/description.h>

/**
 * How well a header (as by bina_header_key) names a field: 100 exactly, less when there are words
 * around, 0 not at all.
 */
int bina_header_score(const char *key, const bina_description *target, int slot);

/** What a header says amounts are in ("(Rp 000)", "dalam jutaan"): 1, 1000 or 1000000. */
int64_t bina_header_unit(const char *key);

#endif
