/* Nominations: who is proposed for a batch, by points, with the reasons. */
#ifndef BINA_SRC_REGISTER_NOMINATE_H
#define BINA_SRC_REGISTER_NOMINATE_H

#include <bina/store.h>

/** What speaks for a candidate: the slots of its record. */
enum {
    BINA_CANDIDATE_PARTY,
    BINA_CANDIDATE_HERE,      /* 1: applied to the batch, or waits in it */
    BINA_CANDIDATE_WAITS,     /* the number of another batch of the topic it waits for */
    BINA_CANDIDATE_STRENGTH,  /* of its interest, 1 to 5 */
    BINA_CANDIDATE_MAKES,     /* 1: works in the trade */
    BINA_CANDIDATE_DAY,       /* of the application or interest */
    BINA_CANDIDATE_REGION,    /* where it is at home */
    BINA_CANDIDATE_POTENTIAL, /* of that place, 1 to 5; 0: none */
    BINA_CANDIDATE_BEFORE,    /* 1: was in a batch before */
    BINA_CANDIDATE_COLUMNS
};

/** Keeps a candidate as proposed for the batch at a rank. */
bina_status bina_nominate(bina_store *store, bina_id batch, const bina_record *candidate,
                          int64_t rank);

/** Takes away what was proposed for the batch before. */
bina_status bina_nominations_forget(bina_store *store, bina_id batch);

#endif
