/* A text as the value of a field: what every reader of cells and scalars goes through. */
#ifndef BINA_SRC_EXCHANGE_CONVERT_H
#define BINA_SRC_EXCHANGE_CONVERT_H

#include <bina/exchange.h>
#include "exchange/verdict.h"

typedef struct bina_converting {
    bina_date_order order;
    int64_t unit; /* of money, in rupiah */
    bool strict;  /* the text comes from a file written for Bina: a missing word is itself */
} bina_converting;

/**
 * Sets a field of a record from a text. What says "no value" unsets it; what cannot be read unsets
 * it too and puts an error into the verdict, what can but is doubtful a warning.
 *
 * @return whether the field was set
 */
bool bina_convert(bina_record *record, int slot, const char *text, size_t length,
                  const bina_converting *how, bina_verdict *verdict);

#endif
