/* The rows of a report, kept. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/codes.h>
#include "base/error.h"
#include "base/vector.h"
#include "page/figures.h"
#include "store/sql.h"

static bina_status
keep(bina_figures *figures, const bina_record *record)
{
    bina_record *copy;

    if (!bina_vector_reserve(&figures->rows, &figures->room, figures->count + 1,
                             sizeof *figures->rows))
        return BINA_ERR_NO_MEMORY;
    copy = bina_record_copy(record);
    if (copy == NULL)
        return BINA_ERR_NO_MEMORY;
    figures->rows[figures->count++] = copy;
    return BINA_OK;
}

bina_status
bina_figures_read(bina_store *store, const char *report, const bina_report_options *options,
                  bina_figures *figures)
{
    bina_error *error = bina_store_complaint(store);
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = bina_report_run(store, report, options, &cursor), kept = BINA_OK;

    memset(figures, 0, sizeof *figures);
    if (status != BINA_OK)
        return status;
    figures->columns = bina_description_hold(bina_cursor_description(cursor));
    while (kept == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK)
        kept = keep(figures, record);
    if (kept != BINA_OK)
        status = bina_error_plain(error, kept);
    else if (status != BINA_DONE)
        bina_error_copy(error, bina_cursor_error(cursor));
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

void
bina_figures_free(bina_figures *figures)
{
    for (size_t i = 0; i < figures->count; i++)
        bina_record_free(figures->rows[i]);
    free(figures->rows);
    bina_description_free(figures->columns);
    memset(figures, 0, sizeof *figures);
}

bina_value
bina_figures_get(const bina_figures *figures, size_t row, const char *column)
{
    int slot = figures->columns != NULL ? bina_description_find(figures->columns, column) : -1;

    return slot >= 0 ? bina_record_get(figures->rows[row], slot) : bina_null();
}

int64_t
bina_figures_int(const bina_figures *figures, size_t row, const char *column)
{
    bina_value value = bina_figures_get(figures, row, column);

    return bina_type_held_as(value.type) == BINA_INT ? value.as.integer : 0;
}

const char *
bina_figures_text(const bina_figures *figures, size_t row, const char *column)
{
    bina_value value = bina_figures_get(figures, row, column);

    return bina_type_held_as(value.type) == BINA_TEXT ? value.as.text : NULL;
}

bool
bina_figures_has(const bina_figures *figures, size_t row, const char *column)
{
    return bina_figures_get(figures, row, column).type != BINA_NULL;
}

const char *
bina_figures_label(const bina_figures *figures, size_t row, const char *column,
                   bina_language language)
{
    const char *word = bina_figures_text(figures, row, column), *label = NULL;
    int slot = bina_description_find(figures->columns, column);

    if (word == NULL)
        return "";
    label = bina_codes_label(bina_field_format(bina_description_field(figures->columns, slot)),
                             word, language);
    return label != NULL ? label : word;
}

int64_t
bina_figures_sum(const bina_figures *figures, const char *column)
{
    int64_t sum = 0;

    for (size_t i = 0; i < figures->count; i++)
        sum += bina_figures_int(figures, i, column);
    return sum;
}

void
bina_figures_digest_value(bina_value value, bina_digest *digest)
{
    char text[64];

    bina_digest_add_text(digest, bina_type_name(value.type));
    switch (bina_type_held_as(value.type)) {
    case BINA_TEXT:
        bina_digest_add_text(digest, value.as.text);
        break;
    case BINA_INT:
        snprintf(text, sizeof text, "%" PRId64, value.as.integer);
        bina_digest_add_text(digest, text);
        break;
    case BINA_REAL: /* in millionths, the same on every machine */
        snprintf(text, sizeof text, "%.0f", value.as.real * 1e6);
        bina_digest_add_text(digest, text);
        break;
    default:
        break;
    }
}

void
bina_figures_digest(const bina_figures *figures, const char *const *columns, bina_digest *digest)
{
    char text[32];

    snprintf(text, sizeof text, "%zu", figures->count);
    bina_digest_add_text(digest, text);
    for (; *columns != NULL; columns++) {
        bina_digest_add_text(digest, *columns);
        for (size_t i = 0; i < figures->count; i++)
            bina_figures_digest_value(bina_figures_get(figures, i, *columns), digest);
    }
}
