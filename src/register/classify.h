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
    bool has_groups;    /* its names are those of groups */
    const char *nature; /* by its title, a word of "row_nature"; NULL: it does not say */
    const char *scope;  /* by its title, a word of "scope"; NULL: it does not say */
} bina_list_traits;

/** What stands beside a row's fields; texts may be NULL. */
typedef struct bina_row_beside {
    const char *declared; /* a word of "row_nature" that a column of the list says of it */
    const char *section, *sheet;
    bool members; /* it counts members */
} bina_row_beside;

typedef struct bina_row_class {
    const char *nature; /* a word of the code list "row_nature" */
    const char *scope;  /* a word of the code list "scope" */
    const char *group;  /* a word of the code list "group_nature"; NULL unless a group */
    const char *why[2]; /* reasons for nature and scope: words such as "kbli.industry"; static */
} bina_row_class;

/** Looks at a (filled) BINA_SOURCE_RECORD; never fails. */
void bina_row_classify(const bina_record *row, const bina_list_traits *traits,
                       const bina_row_beside *beside, bina_row_class *result);

/** What the title of a list or a sheet's name says of its rows; NULL texts are fine. */
void bina_title_classify(const char *title, const char **nature, const char **scope);

/** The nature (a word of "row_nature") that a cell of a "jenis" column says, or NULL. */
const char *bina_word_nature(const char *cell);

/** The kind of group (a word of "group_nature") by the row's business name; "other" if not told. */
const char *bina_row_group(const bina_record *row);

/** The sentence of a reason; that nothing tells for a word that is none. */
const char *bina_row_reason(const char *why, bina_language language);

#endif
