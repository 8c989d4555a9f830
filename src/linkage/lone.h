/*
 * Two rows of two lists that have nobody else: each is the other's best, below the link threshold.
 *
 * A weight tells of a pair by itself. Of all doubtful pairs of a weight, half may be one; but where
 * a row has several such partners at most one is right, and it is most often the best, so those
 * pairs of which either row has no better one are right far more often than the others.
 */
#ifndef BINA_SRC_LINKAGE_LONE_H
#define BINA_SRC_LINKAGE_LONE_H

#include "linkage/cluster.h"

/**
 * The weight from which such pairs are one, at most the threshold: as far down as those of each
 * weight are expected to be right as often as the threshold asks. What is expected of all pairs of
 * a weight is expected of them alone.
 *
 * @param all  the threshold, edges, lists; the edges go down to what is reviewed
 * @param link the threshold as a probability
 */
bina_status bina_link_lone_find(const bina_link_clustering *all, double link, double *least);

/** Makes such pairs from a weight on one entity, where either row is alone in its own. */
bina_status bina_link_lone_unite(const bina_link_clustering *all, double least, uint32_t *entity);

#endif
