/* What scoring given pairs as arrays and as streams share. */
#ifndef BINA_SRC_LINKAGE_SCORE_H
#define BINA_SRC_LINKAGE_SCORE_H

#include "linkage/handle.h"

/** Makes the scorer when there is none yet. BINA_ERR_USAGE while there is no model. */
bina_status bina_link_score_ready(bina_linkage *linkage);

#endif
