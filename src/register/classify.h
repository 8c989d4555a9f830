/*
 * What a row of a list is about (an enterprise, a group, a total, ...) and what it counts as
 * (industry, trade, service), with the reason: an industry office must be able to say why a row is
 * not among its industries.
 */
#ifndef BINA_SRC_REGISTER_CLASSIFY_H
#define BINA_SRC_REGISTER_CLASSIFY_H

#include <bina/record.h>

/** What a list as a whole tells about its rows. */
typedef struct bina_list_traits {
    bool has_business; /* a column of business names, products, activities or workers */
    bool has_owner;
} bina_list_traits;

typedef struct bina_row_class {
    const char *nature; /* a word of the code list "row_nature" */
    const char *scope;  /* a word of the code list "scope" */
    const char *group;  /* a word of the code list "group_nature"; NULL unless a group */
    const char *why[2]; /* reasons for nature and scope: words such as "kbli.industry"; static */
} bina_row_class;

/** Looks at a (filled) BINA_SOURCE_RECORD; never fails. */
void bina_row_classify(const bina_record *row, const bina_list_traits *traits,
                       bina_row_class *result);

/** The sentence of a reason; NULL for a word that is none. */
const char *bina_row_reason(const char *why, bina_language language);

#endif
