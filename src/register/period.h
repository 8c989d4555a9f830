/* Years, halves, quarters and months as offices name them. */
#ifndef BINA_SRC_REGISTER_PERIOD_H
#define BINA_SRC_REGISTER_PERIOD_H

#include <stdbool.h>
#include <stdint.h>

typedef struct bina_period {
    char name[24];  /* "2026", "2026-H1", "2026-Q3", "2026-11" */
    int64_t from, to; /* first and last day */
} bina_period;

/** Reads "2026", "2026-h1", "2026 S1", "2026/TW3", "2026-11"; false when it is none of these. */
bool bina_period_read(const char *text, bina_period *period);

#endif
