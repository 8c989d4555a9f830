/* The inside of a linkage, shared by running it and reading its results. */
#ifndef BINA_SRC_LINKAGE_HANDLE_H
#define BINA_SRC_LINKAGE_HANDLE_H

#include <stdatomic.h>
#include "linkage/engine.h"
#include "linkage/index.h"
#include "linkage/scorer.h"
#include "linkage/settings.h"

struct bina_linkage {
    bina_linkage_settings *settings; /* never NULL */
    bina_link_table table;           /* lists sorted by name once it runs */
    uint32_t *order;                 /* the n-th list added is list order[n]; once it runs */
    bina_link_plan plan;
    bool *alone; /* of a list: declared free of duplicates */
    bina_link_verdict *verdict;
    size_t verdicts, verdict_room;
    bina_link_engine engine;
    bina_link_model given; /* by the settings, if any; the engine is told of it */
    bool begun, ended;
    bina_link_index *index;   /* once rows are looked up, added or changed after the run */
    bina_link_scorer *scorer; /* of given pairs; made when first needed */
    atomic_int holds;         /* the owner's, and one a task or stream of scores */
    bina_error error;
};

/** Takes one more hold on a linkage, let go by bina_linkage_free, and returns it. */
bina_linkage *bina_link_hold(bina_linkage *linkage);

/** Makes plan and options from the settings and the data. */
bina_status bina_link_compile(bina_linkage *linkage);

/** Takes the model from the settings when they hold one; then nothing will be fitted. */
bina_status bina_link_freeze(bina_linkage *linkage);

/** Says of a setting that cannot be followed where it was read. Gives `status` back. */
bina_status bina_link_refuse(bina_linkage *linkage, int kind, const bina_link_setting *setting,
                             const char *field, bina_status status);

/** The global number of a row; false when there is none. */
bool bina_link_locate(const bina_linkage *linkage, const char *list, int64_t row, uint32_t *global);

/** Says that there is no list of that name, and which there are. Gives BINA_ERR_NOT_FOUND. */
bina_status bina_link_no_list(const bina_linkage *linkage, bina_error *error, const char *name);

/** Says that a record has no column of a list, and which that has. Gives BINA_ERR_NOT_FOUND. */
bina_status bina_link_no_column(const bina_linkage *linkage, bina_error *error, uint32_t list,
                                const char *column);

/** The same of a list by its name, or, by NULL, of all lists; or says that there is no such list.
 */
bina_status bina_link_no_column_of(const bina_linkage *linkage, bina_error *error, const char *list,
                                   const char *column);

/** Says that a list has no such row, or that there is no such list. Gives BINA_ERR_NOT_FOUND. */
bina_status bina_link_no_row(const bina_linkage *linkage, bina_error *error, const char *list,
                             int64_t row);

/** The list of a global row, and its number in it, from 1. */
int64_t bina_link_place_of(const bina_linkage *linkage, uint32_t global,
                           const bina_link_list **list);

/** Rows of the n-th list in the table, those added since among them. */
uint32_t bina_link_list_rows(const bina_linkage *linkage, uint32_t list);

/** The global number of the row at a place of a list, from 0; false when it was taken out. */
bool bina_link_row_at(const bina_linkage *linkage, uint32_t list, uint32_t at, uint32_t *global);

/** Why two rows weigh what they weigh: what bina_linkage_explain gives. */
bina_status bina_link_explain(bina_linkage *linkage, uint32_t a, uint32_t b, bina_cursor **cursor);

#endif
