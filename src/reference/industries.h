/* The industry classification, by code, out of the packed table. */
#ifndef BINA_SRC_REFERENCE_INDUSTRIES_H
#define BINA_SRC_REFERENCE_INDUSTRIES_H

#include <stdbool.h>
#include <bina/status.h>
#include "reference/packed.h"

/** The one edition on hand. */
#define BINA_KBLI_YEAR 2020

typedef struct bina_class {
    char code[6];    /* "C", "13", "131", "1312" or "13122" */
    char section[2]; /* "C" */
    char parent[6];  /* the code that contains it; empty for a section */
    int digits;      /* 0 for a section */
    bool filled;     /* the source lacked it; filled in from the classification's own order */
    char title[BINA_PACK_TITLE];
} bina_class;

typedef struct bina_class_walk {
    const uint8_t *at, *end;
    char section;
} bina_class_walk;

/** Starts at the n-th section, in order of letter; false past the end. */
bool bina_class_walk_nth(bina_class_walk *walk, size_t n);

/** The next class: the section first, then its codes in order; false at its end. */
bool bina_class_next(bina_class_walk *walk, bina_class *found);

/** The section a code lies in; 0 if the edition lacks the code. */
char bina_class_section(const char *code);

/** A class by code (a letter, or 2 to 5 digits); BINA_ERR_NOT_FOUND if the edition lacks it. */
bina_status bina_class_get(const char *code, bina_class *found);

#endif
