/* The size of an enterprise under the four systems in use, by the shipped thresholds. */
#ifndef BINA_SRC_RULES_SIZE_H
#define BINA_SRC_RULES_SIZE_H

#include <bina/record.h>

/** By the law on small enterprises in force that day: UU 20/2008, then PP 7/2021. */
bina_value bina_size_class(const bina_record *enterprise, int64_t day);

/** By UU 20/2008, which lists still use after it was amended; null before it. */
bina_value bina_size_class_old(const bina_record *enterprise, int64_t day);

/** By Permenperin 64/2016, which knows no micro; null before it. */
bina_value bina_size_class_industry(const bina_record *enterprise, int64_t day);

/** By the number of workers, as BPS counts industry. */
bina_value bina_size_class_bps(const bina_record *enterprise, int64_t day);

#endif
