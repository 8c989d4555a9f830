/**
 * @file bina/load.h
 * Records of any kind from a YAML file into a store.
 */
#ifndef BINA_LOAD_H
#define BINA_LOAD_H

#include <bina/document.h>
#include <bina/store.h>

BINA_C_BEGIN

/** What came of a loading. */
typedef struct bina_loaded {
    int64_t added;   /**< records that are new */
    int64_t updated; /**< records that were there by their natural key, and got the file's values */
} bina_loaded;

/**
 * Loads every record of a YAML file (bina_yaml_read tells how it is written), in one commit: all,
 * or at any fault nothing.
 *
 * A record whose natural key (the fields flagged BINA_FIELD_KEY) is complete and already in the
 * store is updated, so a file may be loaded again after it was edited. References given by natural
 * key are looked up among the file's records and then in the store; one that names no record or
 * several is a fault.
 *
 * @param faults gets every fault with file, line and column, and of a record that was refused each
 *        condition it did not meet, with its rule; may be NULL
 * @param loaded may be NULL
 * @return BINA_ERR_IO, BINA_ERR_SYNTAX, BINA_ERR_READ_ONLY, BINA_ERR_NO_MEMORY, or what the first
 *         fault is (BINA_ERR_INVALID, BINA_ERR_REFUSED, ...); told by bina_store_error
 */
BINA_API bina_status bina_store_load(bina_store *store, const char *path, bina_faults *faults,
                                     bina_loaded *loaded);

BINA_C_END

#endif
