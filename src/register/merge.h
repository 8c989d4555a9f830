/* What a merge by hand does to the content of those it is about. */
#ifndef BINA_SRC_REGISTER_MERGE_H
#define BINA_SRC_REGISTER_MERGE_H

#include "register/family.h"

/**
 * Makes the content of two families anew from their rows, as one or apart. What else their owners
 * own is looked at for what it says of the owners; other ties and phones are left to the next
 * reconciling.
 */
bina_status bina_merge_apply(bina_store *store, const bina_family sides[2], bool together);

/**
 * A verdict on every row of one side with every row of the other: said of one pair only, the others
 * would be weighed against rows that are not like them, and fall away. Of persons it is a verdict
 * on the rows that name them. Where "different" rows name one person, they are of one owner.
 *
 * @param said whether there were rows to say it of, and so to keep the reason with
 */
bina_status bina_merge_verdicts(bina_store *store, const bina_family sides[2], const char *verdict,
                                const char *reason, bool *said);

#endif
