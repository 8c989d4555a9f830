/* The parts of a workbook: members of a zip, found by name, read one at a time, held to limits. */
#ifndef BINA_SRC_EXCHANGE_XLSX_PACKAGE_H
#define BINA_SRC_EXCHANGE_XLSX_PACKAGE_H

#include <stdbool.h>
#include <stdint.h>
#include "exchange/input.h"

/*
 * What a workbook may be at most. A sheet of 1,048,576 rows with 50 filled columns stays below; a
 * zip made to fill memory or disk does not.
 */
#define BINA_XLSX_MEMBERS       10000                /* members of the zip */
#define BINA_XLSX_PART          (UINT64_C(64) << 20) /* bytes of a part that says how to read */
#define BINA_XLSX_STRINGS       (UINT64_C(1) << 30)  /* bytes of the shared texts' part */
#define BINA_XLSX_STRING_COUNT  ((size_t)32 << 20)   /* shared texts */
#define BINA_XLSX_SHEET         (UINT64_C(8) << 30)  /* bytes of a sheet's part */
#define BINA_XLSX_RATIO         400                  /* bytes out of one byte in, beyond ... */
#define BINA_XLSX_RATIO_IGNORED (UINT64_C(64) << 20) /* ... so many out */
#define BINA_XLSX_NAME          512                  /* bytes of a member's name, with NUL */

typedef struct bina_package bina_package;

/** Opens a zip, which owns the input from now on, even when this fails. */
bina_status bina_package_open(bina_input *input, bina_error *error, bina_package **package);

/** NULL is fine. */
void bina_package_free(bina_package *package);

/** The path as it was given. */
const char *bina_package_name(const bina_package *package);

/**
 * Writes the whole name of a part that another part refers to: relative to that part's folder, or
 * from the top when it begins with '/'. Such a name is only ever looked up among the members.
 *
 * @return false when it is too long or climbs above the top
 */
bool bina_package_resolve(const char *from, const char *target, char name[BINA_XLSX_NAME]);

/** Whether there is a part of that name; letters' case does not count. */
bool bina_package_has(const bina_package *package, const char *part);

/**
 * Begins to read a part; another that was being read is let go.
 *
 * @param limit bytes it may have
 * @return BINA_OK; BINA_ERR_NOT_FOUND (with nothing in `error`); BINA_ERR_SYNTAX (too large, odd);
 *         BINA_ERR_UNSUPPORTED (protected, packed in a way Excel does not); BINA_ERR_CORRUPT
 */
bina_status bina_package_begin(bina_package *package, const char *part, uint64_t limit,
                               bina_error *error);

/** The next bytes of the part; `*got` is 0 at its end, where its checksum was right. */
bina_status bina_package_read(bina_package *package, char *buffer, size_t room, size_t *got,
                              bina_error *error);

/** How large the part being read is, unpacked. */
uint64_t bina_package_size(const bina_package *package);

/** Says that the file is damaged, with what to do. Returns `BINA_ERR_CORRUPT`. */
bina_status bina_package_damaged(const bina_package *package, bina_error *error);

/** Says that the file is larger than the limits above. Returns `BINA_ERR_SYNTAX`. */
bina_status bina_package_too_large(const bina_package *package, bina_error *error);

#endif
