/* An import's writing: the record of the reading, and the rows. */
#include <string.h>
#include <bina/rows.h>
#include "register/intake.h"
#include "store/sql.h"

static void
tell_suspicious(bina_import *self)
{
    const bina_record *row = self->reading.record;
    bina_error complaint;

    (void)bina_error_set(&complaint, BINA_ERR_INVALID,
                         "this row says another owner and another business than the last reading "
                         "did; see whether its number was given to somebody else",
                         "pemilik dan usaha pada baris ini lain dari pembacaan sebelumnya; periksa "
                         "apakah nomornya dipakai orang lain");
    bina_error_warn(&complaint);
    bina_error_at(&complaint, "source_record", NULL, "register.suspicious");
    bina_error_in_file(&complaint, self->path, bina_record_int(row, BINA_SOURCE_RECORD_LINE), 0);
    bina_error_in_sheet(&complaint, bina_record_text(row, BINA_SOURCE_RECORD_SHEET));
    bina_faults_add(self->reading.faults, &complaint);
}

/* Looks at a row that changed: is it still about the same? */
static bina_status
suspect(bina_import *self, size_t row, int64_t *suspicious, bina_error *error)
{
    bina_record *before = NULL;
    bina_status status = bina_import_get_before(self, row, &before);

    if (status == BINA_OK)
        status = bina_file_reading_get(&self->reading, row, error);
    if (status == BINA_OK && bina_diff_is_suspicious(before, self->reading.record)) {
        ++*suspicious;
        tell_suspicious(self);
    }
    bina_record_free(before);
    return status;
}

/* What the rows are, and how many were no rows of the list at all. */
static void
count_natures(const bina_import *self, bina_record *intake)
{
    static const struct {
        const char *nature;
        int field;
    } natures[] = {{"enterprise", BINA_INTAKE_ENTERPRISES}, {"person", BINA_INTAKE_PERSONS},
                   {"group", BINA_INTAKE_GROUPS},           {"product", BINA_INTAKE_PRODUCTS},
                   {"outlet", BINA_INTAKE_OUTLETS},         {"total", BINA_INTAKE_TOTALS}};
    const bina_list_counts *counts = &self->reading.counts;

    for (size_t n = 0; n < sizeof natures / sizeof natures[0]; n++) {
        int64_t count = natures[n].field == BINA_INTAKE_TOTALS ? counts->totals : 0;
        bina_set_int(intake, natures[n].field,
                     count + bina_file_reading_natures(&self->reading, natures[n].nature));
    }
    bina_set_int(intake, BINA_INTAKE_PASSED,
                 counts->blank + counts->titles + counts->headers + counts->numberings +
                     counts->sections + counts->notes + counts->footers + counts->others);
}

/* Counts what is new, changed, ... into the record of the reading, and stores it. */
bina_status
bina_import_write_intake(bina_import *self, bina_error *error)
{
    int64_t counts[BINA_INTAKE_SUSPICIOUS + 1] = {0};
    const char *name = strrchr(self->path, '/');
    int64_t now = bina_store_now(self->store);
    bina_record *intake = bina_record_new(BINA_INTAKE);
    bina_status status = BINA_OK;

    if (intake == NULL)
        return BINA_ERR_NO_MEMORY;
    self->intake = intake;
    for (size_t i = 0; status == BINA_OK && i < self->reading.count; i++) {
        if (bina_import_is_new(self, i)) {
            counts[BINA_INTAKE_NEW]++;
        } else if (bina_import_is_unchanged(self, i)) {
            counts[BINA_INTAKE_UNCHANGED]++;
        } else {
            counts[BINA_INTAKE_CHANGED]++;
            status = suspect(self, i, &counts[BINA_INTAKE_SUSPICIOUS], error);
        }
    }
    if (status != BINA_OK)
        return status;
    for (size_t i = 0; i < self->known.count; i++)
        counts[BINA_INTAKE_MISSING] += self->known.rows[i].match == BINA_NO_MATCH;
    for (int slot = BINA_INTAKE_NEW; slot <= BINA_INTAKE_SUSPICIOUS; slot++)
        bina_set_int(intake, slot, counts[slot]);
    bina_set_int(intake, BINA_INTAKE_REGISTER, self->list);
    bina_set_text(intake, BINA_INTAKE_FILE_NAME, name != NULL ? name + 1 : self->path);
    if (self->reading.hash[0] != '\0')
        bina_set_text(intake, BINA_INTAKE_FILE_HASH, self->reading.hash);
    bina_set_int(intake, BINA_INTAKE_LIST_DATE,
                 self->options.list_date != 0 ? self->options.list_date
                                              : bina_store_today(self->store));
    bina_set_int(intake, BINA_INTAKE_RECEIVED, now);
    bina_set_int(intake, BINA_INTAKE_ROWS, self->reading.file_rows);
    bina_set_int(intake, BINA_INTAKE_KEPT, (int64_t)self->reading.count);
    bina_set_int(intake, BINA_INTAKE_FAULTS,
                 bina_file_reading_faults(&self->reading, BINA_ERROR) +
                     bina_file_reading_faults(&self->reading, BINA_WARNING));
    bina_set_text(intake, BINA_INTAKE_MAPPING, self->reading.mapping_text);
    if (self->reading.region[0] != '\0')
        bina_set_text(intake, BINA_INTAKE_REGION, self->reading.region);
    if (self->options.sheet != NULL)
        bina_set_text(intake, BINA_INTAKE_SHEET, self->options.sheet);
    count_natures(self, intake);
    return bina_store_add(self->store, intake, &self->intake_id);
}

static bina_status
prepare_new(bina_import *self, size_t row, bina_error *error)
{
    bina_record *record = self->reading.record;
    char key[BINA_ROW_KEY];
    bina_status status = bina_file_reading_get_whole(&self->reading, row, key, error);

    if (status == BINA_OK)
        status = bina_known_take_key(&self->known, key);
    if (status != BINA_OK)
        return status;
    bina_set_text(record, BINA_SOURCE_RECORD_ROW_KEY, key);
    bina_set_int(record, BINA_SOURCE_RECORD_REGISTER, self->list);
    bina_set_int(record, BINA_SOURCE_RECORD_INTAKE, self->intake_id);
    bina_set_text(record, BINA_SOURCE_RECORD_STATE, "present");
    return BINA_OK;
}

/* The row as it is now; what it no longer says is cleared. Its key and its party stay. */
static bina_status
write_changed(bina_import *self, size_t row, bina_error *error)
{
    bina_record *record = self->reading.record, *before = NULL;
    char key[BINA_ROW_KEY];
    bina_status status = bina_file_reading_get_whole(&self->reading, row, key, error);

    if (status == BINA_OK)
        status = bina_import_get_before(self, row, &before);
    if (status != BINA_OK)
        return status;
    for (int slot = BINA_SOURCE_RECORD_BUSINESS_NAME; slot <= BINA_SOURCE_RECORD_CLASS_REASON;
         slot++)
        if (slot != BINA_SOURCE_RECORD_PARTY && bina_record_get(record, slot).type == BINA_NULL &&
            bina_record_get(before, slot).type != BINA_NULL)
            bina_set_null(record, slot);
    bina_unset(record, BINA_SOURCE_RECORD_ROW_KEY);
    bina_set_int(record, BINA_SOURCE_RECORD_ID, bina_record_id(before));
    bina_set_int(record, BINA_SOURCE_RECORD_INTAKE, self->intake_id);
    bina_set_text(record, BINA_SOURCE_RECORD_STATE, "present");
    bina_record_free(before);
    return bina_store_update(self->store, record);
}

/* Only where it stands changes, and by which reading it is known. */
static bina_status
write_unchanged(bina_import *self, size_t row, bina_record *scratch, bina_error *error)
{
    bina_status status = bina_file_reading_get(&self->reading, row, error);
    const bina_record *now = self->reading.record;

    if (status != BINA_OK)
        return status;
    bina_record_clear(scratch);
    bina_set_int(scratch, BINA_SOURCE_RECORD_ID, self->known.ids[self->reading.rows[row].match]);
    bina_set_int(scratch, BINA_SOURCE_RECORD_INTAKE, self->intake_id);
    bina_set_int(scratch, BINA_SOURCE_RECORD_ROW, bina_record_int(now, BINA_SOURCE_RECORD_ROW));
    bina_set_int(scratch, BINA_SOURCE_RECORD_LINE, bina_record_int(now, BINA_SOURCE_RECORD_LINE));
    /* NULL where the file has no sheets any more. */
    bina_set_text(scratch, BINA_SOURCE_RECORD_SHEET,
                  bina_record_text(now, BINA_SOURCE_RECORD_SHEET));
    bina_set_text(scratch, BINA_SOURCE_RECORD_STATE, "present");
    return bina_store_update(self->store, scratch);
}

bina_status
bina_import_write_rows(bina_import *self, bina_error *error)
{
    size_t end = self->reading.count - self->at > BINA_IMPORT_STEP ? self->at + BINA_IMPORT_STEP
                                                                   : self->reading.count;
    bina_rows *added = bina_rows_new(bina_kind_description(BINA_SOURCE_RECORD));
    bina_record *scratch = bina_record_new(BINA_SOURCE_RECORD);
    bina_cursor *cursor = NULL;
    bina_status status = added != NULL && scratch != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    for (; status == BINA_OK && self->at < end; self->at++) {
        if (bina_import_is_new(self, self->at)) {
            status = prepare_new(self, self->at, error);
            if (status == BINA_OK)
                status = bina_rows_add(added, self->reading.record);
        } else if (bina_import_is_unchanged(self, self->at)) {
            status = write_unchanged(self, self->at, scratch, error);
        } else {
            status = write_changed(self, self->at, error);
        }
    }
    if (status == BINA_OK && bina_rows_count(added) > 0) {
        cursor = bina_rows_to_cursor(added);
        added = NULL;
        status =
            cursor != NULL ? bina_store_add_all(self->store, cursor, NULL) : BINA_ERR_NO_MEMORY;
    }
    bina_cursor_free(cursor);
    bina_rows_free(added);
    bina_record_free(scratch);
    return status;
}

bina_status
bina_import_write_missing(bina_import *self)
{
    bina_record *record = bina_record_new(BINA_SOURCE_RECORD);
    bina_status status = record != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    for (size_t i = 0; status == BINA_OK && i < self->known.count; i++) {
        if (self->known.rows[i].match != BINA_NO_MATCH)
            continue;
        bina_record_clear(record);
        bina_set_int(record, BINA_SOURCE_RECORD_ID, self->known.ids[i]);
        bina_set_text(record, BINA_SOURCE_RECORD_STATE, "missing");
        status = bina_store_update(self->store, record);
    }
    bina_record_free(record);
    return status;
}
