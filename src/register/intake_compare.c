/* An import's comparing: which row is which of the last reading. */
#include <string.h>
#include "model/value.h"
#include "register/intake.h"

/* Rows that have no match after all that is equal, compared by what makes a match likely. */
static bina_status
compare_likely(bina_import *self, bina_diff_side *before, bina_diff_side *now, bina_error *error)
{
    bina_status status = BINA_OK;

    for (int way = 0; status == BINA_OK && way < BINA_LIKELY_WAYS; way++) {
        for (size_t i = 0; status == BINA_OK && i < now->count; i++) {
            if (now->rows[i].match != BINA_NO_MATCH)
                continue;
            status = bina_file_reading_get(&self->reading, i, error);
            if (status == BINA_OK &&
                !bina_diff_add_likely(now, (bina_likely)way, (uint32_t)i, self->reading.record))
                status = BINA_ERR_NO_MEMORY;
        }
        if (status == BINA_OK && now->handle_count > 0)
            status = bina_known_add_likely(&self->known, self->store, self->list, before,
                                           (bina_likely)way);
        if (status == BINA_OK)
            bina_diff_likely((bina_likely)way, before, now);
    }
    return status;
}

static bool
all_match(const bina_diff_side *side)
{
    for (size_t i = 0; i < side->count; i++)
        if (side->rows[i].match == BINA_NO_MATCH)
            return false;
    return true;
}

/* Whether a row reads as it did: all that the mapping and the places make of it. */
static bina_status
reads_alike(bina_import *self, size_t row, bool *alike, bina_error *error)
{
    bina_record *before = NULL;
    char key[BINA_ROW_KEY];
    bina_status status = bina_file_reading_get_whole(&self->reading, row, key, error);

    *alike = true;
    if (status == BINA_OK)
        status = bina_import_get_before(self, row, &before);
    for (int slot = BINA_SOURCE_RECORD_NATURE;
         status == BINA_OK && *alike && slot <= BINA_SOURCE_RECORD_CLASS_REASON; slot++)
        *alike = slot == BINA_SOURCE_RECORD_PARTY ||
                 bina_value_equal(bina_record_get(before, slot),
                                  bina_record_get(self->reading.record, slot));
    bina_record_free(before);
    return status;
}

/*
 * A file that is understood in another way than the last one (a mapping or a region was put right)
 * says something else with the same cells: such rows have changed, too.
 */
static bina_status
doubt_equal(bina_import *self, bina_error *error)
{
    bina_status status = BINA_OK;

    for (size_t i = 0; status == BINA_OK && i < self->reading.count; i++) {
        bool alike;

        if (bina_import_is_new(self, i) || !bina_import_is_unchanged(self, i))
            continue;
        status = reads_alike(self, i, &alike, error);
        if (status == BINA_OK && !alike)
            self->known.rows[self->reading.rows[i].match].content = bina_hold_of(NULL);
    }
    return status;
}

bina_status
bina_import_diff(bina_import *self, bina_error *error)
{
    bina_diff_side before = {self->known.rows, self->known.count, NULL, 0, 0};
    bina_diff_side now = {self->reading.rows, self->reading.count, NULL, 0, 0};
    bina_status status = bina_diff_equal(&before, &now);

    if (status == BINA_OK && !all_match(&before) && !all_match(&now))
        status = compare_likely(self, &before, &now, error);
    bina_diff_side_drop(&before);
    bina_diff_side_drop(&now);
    return status == BINA_OK && self->otherwise ? doubt_equal(self, error) : status;
}

bool
bina_import_is_new(const bina_import *self, size_t row)
{
    return self->reading.rows[row].match == BINA_NO_MATCH;
}

bool
bina_import_is_unchanged(const bina_import *self, size_t row)
{
    const bina_diff_row *now = &self->reading.rows[row];

    return memcmp(&self->known.rows[now->match].content, &now->content, sizeof now->content) == 0;
}

/* The row as the last reading left it. */
bina_status
bina_import_get_before(bina_import *self, size_t row, bina_record **before)
{
    return bina_store_get(self->store, self->known.ids[self->reading.rows[row].match], before);
}
