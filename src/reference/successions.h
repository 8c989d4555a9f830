/* What became of codes, and where a code of any list lies in another list. */
#ifndef BINA_SRC_REFERENCE_SUCCESSIONS_H
#define BINA_SRC_REFERENCE_SUCCESSIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <bina/status.h>

/** As many as one code became, or came from, at most. */
#define BINA_HEIRS 32

typedef struct bina_succession {
    uint64_t from, to;  /* to: 0 when nothing is known to have followed */
    int last, since;    /* the last list with the old meaning, the first with the new */
    const char *nature; /* word of the code list succession_nature */
    int confidence;     /* percent */
} bina_succession;

/** The n-th of all successions, in order of the old code; false past the end. */
bool bina_succession_nth(size_t n, bina_succession *found);

/** The n-th succession from a code, or to a code; false past the end. */
bool bina_succession_from(uint64_t from, size_t n, bina_succession *found);
bool bina_succession_to(uint64_t to, size_t n, bina_succession *found);

/**
 * Where a region of any list is found in the list of `edition` (a list's year): itself if that list
 * has it, else what it became, or came from.
 *
 * @param found gets up to BINA_HEIRS numbers, each once
 * @return how many; 0 when nothing is known
 */
size_t bina_region_at(uint64_t number, int edition, uint64_t found[BINA_HEIRS]);

/**
 * Whether a region of any list lies under (or is) `under`, a region of the list of `edition`. A
 * region that went to several places lies under a place only if all of them do; one of which
 * nothing is known lies where its parent lies.
 */
bool bina_region_lies_under(uint64_t number, uint64_t under, int edition);

/** A half-open range of codes as text, in byte order: from <= code < to. */
typedef struct bina_code_range {
    char from[16], to[16];
} bina_code_range;

/**
 * The codes of every list that lie under a region, as ranges that do not overlap, in order.
 *
 * @param edition a list's year, or 0 for the newest list that has `under`
 * @param ranges  yours, to be freed with free()
 * @return BINA_ERR_NOT_FOUND when that list has no such region
 */
bina_status bina_region_ranges(uint64_t under, int edition, bina_code_range **ranges,
                               size_t *count);

#endif
