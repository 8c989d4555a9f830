/*
 * How many pairs are missed that no weight tells of.
 *
 * A row that has a mate in another list is, as a rule, not the mate of a third one. So strangers
 * are as likely to have a mate there as not; and where a row has no mate, and of the other list the
 * row likest to it lacks one too more often than chance would have it, so many of these two are one
 * and were missed. (Those who search among spectra of proteins hold findings against decoys in that
 * way: Elias and Gygi 2007.)
 */
#ifndef BINA_SRC_LINKAGE_UNMET_H
#define BINA_SRC_LINKAGE_UNMET_H

#include "linkage/engine.h"

/** How many pairs of rows without mates should be one; 0 where too few rows tell, or by chance. */
bina_status bina_link_unmet(const bina_link_engine *engine, double *pairs);

#endif
