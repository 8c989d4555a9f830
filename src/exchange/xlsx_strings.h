/*
 * The texts a workbook's cells share: the one thing of it that is kept in memory, one after the
 * other with four bytes each beside.
 */
#ifndef BINA_SRC_EXCHANGE_XLSX_STRINGS_H
#define BINA_SRC_EXCHANGE_XLSX_STRINGS_H

#include "exchange/xlsx_package.h"

typedef struct bina_shared_strings {
    char *bytes;
    uint32_t *ends; /* of each text; it begins where the one before it ends */
    size_t count, room, used, bytes_room;
} bina_shared_strings;

/** Reads the part that holds them; NULL for `part` and a part that is not there give none. */
bina_status bina_shared_strings_read(bina_shared_strings *strings, bina_package *package,
                                     const char *part, bina_error *error);

/** Forgets them all. */
void bina_shared_strings_clear(bina_shared_strings *strings);

/** The n-th text and its length; false when there is none. */
bool bina_shared_string(const bina_shared_strings *strings, size_t n, const char **text,
                        size_t *length);

/** Turns "_x000D_" and its kin into the letters they stand for, in place; returns the length. */
size_t bina_xlsx_unescape(char *text, size_t length);

#endif
