/* A look at lists under way: what its page is made of. Shared by the files look_*.c. */
#ifndef BINA_SRC_PAGE_LOOK_H
#define BINA_SRC_PAGE_LOOK_H

#include <bina/look.h>
#include <bina/report.h>
#include <bina/store.h>
#include "base/error.h"
#include "page/html.h"
#include "register/examples.h"

/** One list that is looked at. */
typedef struct bina_look_list {
    char *path;          /* as given */
    char *name;          /* of the list in the store */
    bool renamed;        /* since another file has the same name */
    bina_id id;          /* its source register */
    bina_record *intake; /* what came of reading it */
    int64_t bytes;       /* of the file; 0 unknown */
    int64_t sheets;      /* of a workbook that hold rows of it */
} bina_look_list;

/* One more than there are is allocated, so that the list at `count` may be pointed to. */
typedef struct bina_looked {
    bina_store *store; /* in memory */
    bina_language language;
    bina_look_list *lists; /* in the order given */
    size_t count;
    char region[16]; /* of rows that name none; empty: none */
    bool region_guessed;
    bina_faults *faults;
    bina_examples examples;
    int places;          /* of a rule's faults */
    bina_record *result; /* enum bina_look_field */
} bina_looked;

/** Takes the files, names their lists, and refuses a file that is named twice. */
bina_status bina_look_take_paths(bina_looked *self, const char *const *paths, size_t count,
                                 bina_error *error);

/**
 * Which regency most rows lie in, told from the beginnings of the files: by codes and names of
 * villages, and by where the identity numbers were issued. Left empty when there is none.
 */
bina_status bina_look_region(bina_looked *self, bina_error *error);

/** Fills the result from the reports, and makes the page. */
bina_status bina_look_count(bina_looked *self, bina_error *error);
bina_status bina_look_page(bina_looked *self, bina_error *error, bina_page **page);

/* The parts of the page. Errors of the store stand in it; what the page lacks memory for is told
   by the page. */
bina_status bina_look_answer(bina_looked *self, bina_html *html);  /* look_answer.c */
bina_status bina_look_files(bina_looked *self, bina_html *html);   /* look_files.c */
bina_status bina_look_overlap(bina_looked *self, bina_html *html); /* look_overlap.c */
bina_status bina_look_places(bina_looked *self, bina_html *html);  /* look_places.c */
bina_status bina_look_classes(bina_looked *self, bina_html *html); /* look_files.c */
bina_status bina_look_twins(bina_looked *self, bina_html *html);   /* look_pairs.c */
bina_status bina_look_doubts(bina_looked *self, bina_html *html);  /* look_pairs.c */
bina_status bina_look_columns(bina_looked *self, bina_html *html); /* look_columns.c */
bina_status bina_look_faults(bina_looked *self, bina_html *html);  /* look_faults.c */

/* ---- shared ---- */

/** A report of the store in the page's language. */
bina_status bina_look_report(const bina_looked *self, const char *name, bina_cursor **cursor);

/** What stands in a named column of a report's row. */
int64_t bina_look_number(const bina_record *row, const char *column);
const char *bina_look_word(const bina_record *row, const char *column);

/** Which list has a name, or is the source register with an id; `count` when none. */
size_t bina_look_list_at(const bina_looked *self, const char *name);
size_t bina_look_list_of(const bina_looked *self, bina_id id);

/**
 * Text that came from a list, with everything in it that may be an identity number or a telephone
 * masked: runs of nine digits or more, whatever stands between them.
 *
 * @param kept capacity of `masked`; longer texts are cut
 */
char *bina_look_mask(const char *text, char *masked, size_t kept);

/** The same, written into the page. */
void bina_look_text(bina_html *html, const char *text);

/**
 * A cell of a field of BINA_SOURCE_RECORD as it was received or read, fit to be shown: of numbers
 * of identity and telephones the last three digits, of births the year.
 */
char *bina_look_cell(int slot, const char *text, char *shown, size_t kept);

#endif
