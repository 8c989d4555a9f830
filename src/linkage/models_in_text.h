/* Numbers of models and parts that stand in the names of goods: "Canon PIXMA MG-3620 black". */
#ifndef BINA_SRC_LINKAGE_MODELS_IN_TEXT_H
#define BINA_SRC_LINKAGE_MODELS_IN_TEXT_H

#include "linkage/columns.h"

/**
 * The number of a model or part in a text, without marks: "MG3620". Of several the longest, then
 * the first. Measures ("10mm", "1080p", "802.11g") are none, and figures or words alone neither,
 * but for up to three capitals before three figures ("MS 796").
 *
 * @return its length; 0 when there is none
 */
size_t bina_link_model_in(const char *text, size_t length, char *model, size_t room);

/**
 * Where most rows of a text have a model of nearly their own, in all lists that have the text, adds
 * a field of these.
 */
bina_status bina_link_models_find(bina_link_plan *plan, const bina_link_table *table);

#endif
