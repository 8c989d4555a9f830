/* Words written in one here and in two there: "Ming Wei", "Mingwei"; "Nur Aini", "Nuraini". */
#ifndef BINA_SRC_LINKAGE_JOINTS_H
#define BINA_SRC_LINKAGE_JOINTS_H

#include "linkage/field.h"

/**
 * Finds which words of a field's values are written in two elsewhere, and reads them alike: as the
 * one or as the two, whichever is commoner. Before words are weighed; the words of every value are
 * those of its text.
 */
bina_status bina_link_joints_find(bina_link_field *field);

/** Reads the words of a value that was added later like those of the lists. */
bina_status bina_link_joints_apply(bina_link_field *field, uint32_t code);

void bina_link_joints_drop(bina_link_joints *joints, bina_heap *heap);

#endif
