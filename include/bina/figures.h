/**
 * @file bina/figures.h
 * Adding figures that people declared, where they may be added.
 */
#ifndef BINA_FIGURES_H
#define BINA_FIGURES_H

#include <bina/store.h>

BINA_C_BEGIN

/**
 * The sum of figures declared (records of the kind "figure"), as a figure that is not stored.
 *
 * Its bounds are the sums of theirs (none where one of them has none), and it is as exact as the
 * least exact of them. What they do not have in common (region, scope, category, days) it leaves
 * unset.
 *
 * @param figures their ids, at least two
 * @param sum     yours to free; NULL unless BINA_OK
 * @return BINA_ERR_REFUSED when they may not be added, and bina_store_refusals tells every reason:
 *         "figure.what" (they count different things), "figure.unit" (85 enterprises and 60 groups
 *         are not 145 of anything), "figure.day" (how many there are on different days),
 *         "figure.twice" (one includes another: the same or a larger region, scope and category),
 *         "figure.validity" (disputed, or replaced by a later one), "figure.empty" (neither bound).
 *         BINA_ERR_USAGE (fewer than two), BINA_ERR_NOT_FOUND, BINA_ERR_TYPE (no figure)
 */
BINA_API bina_status bina_figures_add(bina_store *store, const bina_id *figures, size_t count,
                                      bina_record **sum);

BINA_C_END

#endif
