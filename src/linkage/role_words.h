/* The table behind bina_guess_role: words in headers and what they say. */
#ifndef BINA_SRC_LINKAGE_ROLE_WORDS_H
#define BINA_SRC_LINKAGE_ROLE_WORDS_H

#include "linkage/role.h"

typedef struct bina_role_rule {
    const char *words; /* folded, parted by one blank */
    bina_role role;
    int weight;  /* 1..4 */
    bool stable; /* false when it changes from visit to visit */
} bina_role_rule;

/* All rules, in no order that matters but that the first of equals wins. */
const bina_role_rule *bina_role_rules(size_t *count);

/* The same in other languages than Indonesian and English. */
const bina_role_rule *bina_role_rules_abroad(size_t *count);

#endif
