/*
 * What speaks for and against a pair, as the model weighed it when the lists were linked: kept with
 * the pair as a text, so that a review need not link anew, and put into words for people.
 */
#ifndef BINA_SRC_REGISTER_EVIDENCE_H
#define BINA_SRC_REGISTER_EVIDENCE_H

#include <bina/linkage.h>

/**
 * The evidence of two rows: "owner_name: similar +3.20; village: different -2.10; prior -9.81".
 * Fields that only one row has say nothing and are left out.
 *
 * @param text yours to free
 */
bina_status bina_evidence_make(bina_linkage *linkage, const char *list_a, int64_t row_a,
                               const char *list_b, int64_t row_b, char **text);

/** The same of reasons that were given: records of bina_linkage_explain and the like. */
bina_status bina_evidence_read(bina_cursor *cursor, char **text);

typedef struct bina_evidence {
    char field[64];
    char level[64]; /* in English; empty for the prior and the like */
    double weight;
} bina_evidence;

/** Reads the next piece from `*at`, which moves on; false at the end. */
bool bina_evidence_next(const char **at, bina_evidence *piece);

/** The field of the rows that a compared column was made from; its own name otherwise. */
const char *bina_evidence_field(const char *column);

/** What to call a field of the rows, or a compared column, before people. */
void bina_evidence_label(const char *name, bina_language language, char *label, size_t capacity);

/** Whether a piece is more than next to nothing. */
bool bina_evidence_counts(const bina_evidence *piece);

/** A piece in words: "same NIK: very strong evidence for". */
void bina_evidence_words(const bina_evidence *piece, const char *label, bina_language language,
                         char *words, size_t capacity);

#endif
