/* Sample records of any kind, made from its description alone. */
#ifndef BINA_TESTS_CONTRACT_SAMPLE_H
#define BINA_TESTS_CONTRACT_SAMPLE_H

#include <bina/store.h>

/** A value a field takes, other for every `n`; text lives in `text` (64 bytes). */
bina_value sample_value(const bina_field *field, int n, char *text);

/** Whether records of a kind are kept in a store by its users. */
bool sample_is_kept(int kind);

/**
 * A record with every field set, whose references point to records added to the store on the way.
 * Yours.
 */
bina_record *sample_record(bina_store *store, int kind, int n);

/** Changes a sample so that the rules of its kind let it be (sense.c). */
void sample_make_sense(bina_store *store, bina_record *record);
/** Makes a sample of the market agree with what it refers to (sample_market.c). */
void sample_market(bina_store *store, bina_record *record);

#endif
