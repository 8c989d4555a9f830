/* What the values of a column look like: how many are days, telephones, names, and so on. */
#ifndef BINA_SRC_LINKAGE_ROLE_SHAPES_H
#define BINA_SRC_LINKAGE_ROLE_SHAPES_H

#include "linkage/role.h"

/** Of the values looked at, how many have each shape; most have one. */
typedef struct bina_role_shapes {
    size_t looked, years, round, digits, numbers, dates, niks, phones, emails, people, firms,
        streets;
    size_t words;
    size_t figures; /* texts with a digit in them */
    size_t damaged; /* 8.52E+10 */
    size_t coded;   /* DR 1234 AB, P-IRT 2025203010001-23: more digits than letters */
} bina_role_shapes;

/** Looks at one more value, which is not missing. */
void bina_role_look_at(const bina_sample *sample, bina_role_shapes *found);

/** Whether a name has a word of its own for a business in it: a legal form, a trade. */
bool bina_role_is_business(const char *text, size_t length);

#endif
