/*
 * What scores cannot know: one owner's two trades at one address are two enterprises, and a group
 * is not its leader's own workshop, however much else agrees.
 */
#ifndef BINA_SRC_REGISTER_REFINE_H
#define BINA_SRC_REGISTER_REFINE_H

#include "register/ledger.h"
#include "register/source_rows.h"

/** Whether two rows cannot be one enterprise: two known trades, or a group and no group. */
bool bina_refine_parts(const bina_source_row *a, const bina_source_row *b);

/**
 * Splits clusters that hold such rows. A row without a known trade stays with the part it has most
 * in common with; rows that a verdict calls the same stay together all the same.
 *
 * @return BINA_OK or BINA_ERR_NO_MEMORY
 */
bina_status bina_refine(bina_source_rows *rows, const bina_ledger *verdicts);

#endif
