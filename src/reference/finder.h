/*
 * Finding a region by the names of it and of what it lies in, as lists write them.
 *
 * A finder keeps the parts of the table it has unpacked, so a list of thousands of rows from one
 * regency unpacks that regency once. One thread at a time.
 */
#ifndef BINA_SRC_REFERENCE_FINDER_H
#define BINA_SRC_REFERENCE_FINDER_H

#include <stddef.h>
#include <stdint.h>
#include <bina/error.h>

typedef struct bina_finder bina_finder;

/** Names as written; NULL or empty when not given. Regency and province may be codes. */
typedef struct bina_place_names {
    const char *village, *district, *regency, *province;
} bina_place_names;

/** How a candidate was found; several at once. */
enum {
    BINA_FOUND_FORMER_NAME = 1 << 0, /* by a name it bore in an earlier list */
    BINA_FOUND_FORMER_CODE = 1 << 1, /* by a code that has been succeeded by this one */
    BINA_FOUND_SPELLING = 1 << 2,    /* one or two letters differ */
    BINA_FOUND_PART = 1 << 3,        /* the name is the beginning of a longer one */
    BINA_FOUND_ELSEWHERE = 1 << 4,   /* not in the district, regency or province that was named */
};

typedef struct bina_place_match {
    uint64_t number;  /* the region, in the newest list if it or a successor is there */
    uint64_t matched; /* the code whose name matched */
    int score;        /* 100: every name as in the newest list; not below 60 */
    unsigned how;
} bina_place_match;

/** As many candidates as are kept. */
#define BINA_PLACE_MATCHES 24

/** Two candidates whose scores differ by less are not told apart. */
#define BINA_PLACE_MARGIN 5

/** A score below this is a hint, not an answer. */
#define BINA_PLACE_SURE 75

/** NULL when memory is out. */
bina_finder *bina_finder_new(void);
void bina_finder_free(bina_finder *finder);

/**
 * All candidates for the smallest region that is named, best first.
 *
 * @param count how many; 0 is no error
 * @return BINA_OK, BINA_ERR_USAGE when nothing is named, BINA_ERR_NO_MEMORY
 */
bina_status bina_finder_find(bina_finder *finder, const bina_place_names *names,
                             bina_place_match matches[BINA_PLACE_MATCHES], size_t *count);

/**
 * The one region that is meant.
 *
 * @return BINA_OK (`complaint` warns when the match was not exact: rule region.spelling),
 *         BINA_ERR_NOT_FOUND (region.not-found), BINA_ERR_INVALID when several may be meant
 *         (region.ambiguous), BINA_ERR_USAGE, BINA_ERR_NO_MEMORY
 */
bina_status bina_finder_resolve(bina_finder *finder, const bina_place_names *names,
                                bina_place_match *match, bina_error *complaint);

#endif
