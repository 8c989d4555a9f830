/* The registrants of each unit and scope, by which lists they are on. */
#ifndef BINA_SRC_REPORT_UNSEEN_STRATA_H
#define BINA_SRC_REPORT_UNSEEN_STRATA_H

#include "report/report.h"
#include "report/unseen.h"

/** More lists than bits: the rest need not be told apart to refuse. */
#define BINA_UNSEEN_MOST_LISTS 62

/** The registrants of one unit and scope. */
typedef struct bina_stratum {
    char unit[16], scope[16];
    struct {
        int64_t lists, number;
    } * held; /* so many on exactly these lists, a bit each */
    size_t count, room;
    int64_t used; /* a bit for every list that holds some */
    int lists, names[BINA_UNSEEN_LISTS];
    double cells[1 << BINA_UNSEEN_LISTS];
    double seen;
    bool too_many;
} bina_stratum;

/** Reads the names of the lists, in the order of their bits. */
bina_status bina_unseen_names(bina_store *store, const bina_report_options *options,
                              char names[BINA_UNSEEN_MOST_LISTS][64]);

/** Reads stratum by stratum, its cells filled, and gives each to `tell`. */
bina_status bina_unseen_strata(bina_store *store, const bina_report_options *options,
                               bina_status (*tell)(void *self, bina_stratum *of), void *self);

#endif
