/* Rows that came back: which of those that were asked each of them is, and what is wrong with it.
 */
#include "model/id.h"
#include "register/confirm_receive.h"
#include "store/sql.h"

/* ---- faults ---- */

void
bina_confirm_complain(bina_confirm_receiving *self, int column, bool warn, const char *rule,
                      const char *english, const char *indonesian)
{
    bina_description *description = bina_confirm_row_description();
    bina_error fault;

    if (self->options.faults != NULL) {
        (void)bina_error_set(&fault, BINA_ERR_INVALID, english, indonesian);
        if (warn)
            bina_error_warn(&fault);
        if (description != NULL)
            bina_error_at(&fault, "confirmation",
                          bina_field_name(bina_description_field(description, column)), rule);
        bina_error_in_file(&fault, self->path, self->row.line, self->row.columns[column]);
        bina_error_in_sheet(&fault, self->row.sheet);
        bina_faults_add(self->options.faults, &fault);
    }
    bina_description_free(description);
}

bina_status
bina_confirm_refuse(bina_confirm_receiving *self, int column, const char *rule, const char *english,
                    const char *indonesian)
{
    bina_confirm_complain(self, column, false, rule, english, indonesian);
    self->counts[BINA_CONFIRM_REFUSED]++;
    return BINA_OK;
}

/* ---- which row was asked ---- */

bina_status
bina_confirm_get(bina_confirm_receiving *self, bina_id id, bina_record **record)
{
    bina_status status = bina_store_get(self->store, id, record);

    return status == BINA_ERR_NOT_FOUND ? BINA_OK : status;
}

/* The newest asking of this file's agency and round about an enterprise; NULL when there is none.
 */
static bina_status
find_by_number(bina_confirm_receiving *self, bina_id enterprise, bina_record **asked)
{
    bina_value values[] = {bina_int(self->agency), bina_int(self->number), bina_int(enterprise)};
    int64_t id = 0;
    bina_status status = bina_sql_integer(self->store,
                                          "SELECT max(id) FROM confirmations"
                                          " WHERE agency = ?1 AND round = ?2 AND enterprise = ?3",
                                          values, 3, &id);

    return status == BINA_OK && id != 0 ? bina_confirm_get(self, id, asked) : status;
}

bina_id
bina_confirm_number(const char *text, char letter, int kind, int *store)
{
    int64_t counter;
    char found;
    int issuer;

    if (!bina_number_parse(text, &found, &issuer, &counter) || found != letter)
        return 0;
    if (store != NULL)
        *store = issuer;
    return bina_id_make(issuer, kind, counter);
}

bina_status
bina_confirm_find(bina_confirm_receiving *self, bina_record **asked)
{
    const char *code = self->row.cells[BINA_CONFIRM_ROW_CODE];
    const char *number = self->row.cells[BINA_CONFIRM_ROW_NUMBER];
    bina_id enterprise = bina_confirm_number(number, 'E', BINA_ENTERPRISE, NULL), id;
    bina_status status;
    int issuer = 0;

    *asked = NULL;
    if (code[0] == '\0') {
        status = self->agency != 0 && enterprise != 0 ? find_by_number(self, enterprise, asked)
                                                      : BINA_OK;
        if (status == BINA_OK && *asked == NULL)
            return bina_confirm_refuse(
                self, BINA_CONFIRM_ROW_CODE, "confirm.no-code",
                "The row has no code, so it was not asked; send what is new as a list.",
                "Baris ini tanpa kode, jadi tidak ditanyakan; kirim yang baru sebagai "
                "daftar.");
        return status;
    }
    id = bina_confirm_number(code, BINA_CONFIRM_CODE, BINA_CONFIRMATION, &issuer);
    if (id == 0)
        return bina_confirm_refuse(self, BINA_CONFIRM_ROW_CODE, "confirm.code",
                                   "The code is misspelt; copy it from the workbook that was sent.",
                                   "Kode salah tulis; salin dari buku kerja yang dikirim.");
    status = bina_confirm_get(self, id, asked);
    if (status == BINA_OK && *asked == NULL)
        return bina_confirm_refuse(
            self, BINA_CONFIRM_ROW_CODE, "confirm.foreign",
            issuer != bina_store_number(self->store)
                ? "The code was given out by another register; send the file there."
                : "This register never asked with that code.",
            issuer != bina_store_number(self->store)
                ? "Kode ini dari register lain; kirim berkas ini ke sana."
                : "Register ini tidak pernah bertanya dengan kode itu.");
    /* A row out of another agency's workbook is no answer of this one. */
    if (status == BINA_OK && self->agency != 0 &&
        self->agency != bina_record_int(*asked, BINA_CONFIRMATION_AGENCY)) {
        bina_record_free(*asked);
        *asked = NULL;
        return bina_confirm_refuse(
            self, BINA_CONFIRM_ROW_CODE, "confirm.foreign",
            "The code was given out to another agency than the others of this file; send it apart.",
            "Kode ini diberikan kepada instansi lain dari yang lain di berkas ini; kirim "
            "terpisah.");
    }
    /* Sorted by some of its columns only, a sheet answers for the wrong enterprises. */
    if (status == BINA_OK && number[0] != '\0' &&
        enterprise != bina_record_int(*asked, BINA_CONFIRMATION_ENTERPRISE)) {
        bina_record_free(*asked);
        *asked = NULL;
        return bina_confirm_refuse(
            self, BINA_CONFIRM_ROW_NUMBER, "confirm.mixed",
            "Code and number are of two enterprises; was only a part of the columns "
            "sorted?",
            "Kode dan nomor milik dua usaha; apakah hanya sebagian kolom diurutkan?");
    }
    return status;
}
