/*
 * From the names of a row to a region code. A village that cannot be resolved never loses a row: it
 * keeps its names as received, and the code of the smallest area that could be told, or none.
 */
#ifndef BINA_SRC_REGISTER_PLACE_H
#define BINA_SRC_REGISTER_PLACE_H

#include <bina/record.h>
#include "base/error.h"

typedef struct bina_placer bina_placer;

/**
 * @param home the regency (or province) of rows that name none, such as "52.03"; may be NULL
 * @return NULL when memory is out
 */
bina_placer *bina_placer_new(const char *home);
void bina_placer_free(bina_placer *placer);

/**
 * Sets the region of a BINA_SOURCE_RECORD from its names, unless it has a village's code.
 *
 * @param complaint a warning when the names could not be resolved, or not exactly; else cleared.
 *                  Holds no name
 * @return BINA_OK, BINA_ERR_NO_MEMORY
 */
bina_status bina_placer_place(bina_placer *placer, bina_record *row, bina_error *complaint);

/** Takes a code of at most 15 characters over; false when it is none. */
bool bina_place_take(const char *text, char code[16]);

/** The region part of an office such as "52.03/1"; an empty text when it has none. */
char *bina_place_of_office(const char *office, char code[16]);

#endif
