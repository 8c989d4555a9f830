/*
 * Why people did something, in their own words. Such words may name somebody, and the reason of a
 * commit is chained for good; so they stand where they can be erased: with the judgement they are
 * the reason of, else in a note (a BINA_DOCUMENT) about the record.
 */
#ifndef BINA_SRC_REGISTER_NOTE_H
#define BINA_SRC_REGISTER_NOTE_H

#include <bina/store.h>

/** Writes a note within the caller's transaction. NULL or empty words: none is written. */
bina_status bina_register_note(bina_store *store, bina_id subject, const char *words);

#endif
