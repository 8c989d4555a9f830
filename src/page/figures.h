/* The rows of a report, kept so that a page can look at them more than once. */
#ifndef BINA_SRC_PAGE_FIGURES_H
#define BINA_SRC_PAGE_FIGURES_H

#include <bina/report.h>
#include "base/digest.h"

typedef struct bina_figures {
    const bina_description *columns;
    bina_record **rows;
    size_t count, room;
} bina_figures;

/** Reads a whole report; what went wrong is told by the store. */
bina_status bina_figures_read(bina_store *store, const char *report,
                              const bina_report_options *options, bina_figures *figures);

void bina_figures_free(bina_figures *figures);

/** A value of a row; nothing when the report has no such column or the row no value. */
bina_value bina_figures_get(const bina_figures *figures, size_t row, const char *column);
int64_t bina_figures_int(const bina_figures *figures, size_t row, const char *column);
const char *bina_figures_text(const bina_figures *figures, size_t row, const char *column);
bool bina_figures_has(const bina_figures *figures, size_t row, const char *column);

/** What to call the code in a column; "" when there is none. */
const char *bina_figures_label(const bina_figures *figures, size_t row, const char *column,
                               bina_language language);

/** The sum of a column. */
int64_t bina_figures_sum(const bina_figures *figures, const char *column);

/** Adds these columns (names ended by NULL) of every row to a digest. */
void bina_figures_digest(const bina_figures *figures, const char *const *columns,
                         bina_digest *digest);

/** Adds one value, with its type. */
void bina_figures_digest_value(bina_value value, bina_digest *digest);

#endif
