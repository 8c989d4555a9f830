/* What scoring given pairs as arrays and as streams share. */
#ifndef BINA_SRC_LINKAGE_SCORE_H
#define BINA_SRC_LINKAGE_SCORE_H

#include "linkage/handle.h"

/** Makes the scorer when there is none yet. BINA_ERR_USAGE while there is no model. */
bina_status bina_link_score_ready(bina_linkage *linkage);

/**
 * Numbers of rows of a list, from 1, as rows numbered through.
 *
 * @return how many, up to the first that is not there
 */
size_t bina_link_score_number(const bina_link_list *list, const int64_t *row, size_t count,
                              uint32_t *global);

#endif
