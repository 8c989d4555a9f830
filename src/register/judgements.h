/*
 * What people say of two source records, and what it comes to: written with the pairs, which
 * survive re-import because the records do.
 */
#ifndef BINA_SRC_REGISTER_JUDGEMENTS_H
#define BINA_SRC_REGISTER_JUDGEMENTS_H

#include <bina/review.h>
#include "register/ledger.h"

/** Who is named where a store has no actor. */
#define BINA_NOBODY "-"

/** What judgements of one pair come to. */
typedef struct bina_outcome {
    const char *verdict; /* NULL: open */
    const char *reason;
    bina_id subject;
    bool disputed;
} bina_outcome;

/** The outcome of records of BINA_JUDGEMENT; texts are borrowed from them. */
void bina_judgements_weigh(const bina_ledger_line *judgements, size_t count, bina_outcome *outcome);

/**
 * Writes a judgement on a pair and what all of them come to, within the caller's transaction.
 *
 * @param changed set when this person did not say just that before; may be NULL
 */
bina_status bina_judgement_write(bina_store *store, bina_id pair, const bina_judging *judging,
                                 bool *changed);

/**
 * The same from a file, which cannot tell what is to settle: who settled the pair before still
 * does, and the reason of the same verdict stays where the file gives none.
 */
bina_status bina_judgement_import(bina_store *store, bina_id pair, const bina_judging *judging,
                                  bool *changed);

/** bina_judgement_write on two rows; their pair is made when there is none. */
bina_status bina_judgement_write_rows(bina_store *store, bina_id first, bina_id second,
                                      const bina_judging *judging, bool *changed);

#endif
