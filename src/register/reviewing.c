#include "register/reviewing.h"
#include <string.h>

bina_status
bina_reviewed_load(bina_reviewed *reviewed, bina_store *store, bina_id pair)
{
    static const int ends[] = {BINA_PAIR_FIRST, BINA_PAIR_SECOND};
    bina_status status;

    memset(reviewed, 0, sizeof *reviewed);
    status = bina_store_get(store, pair, &reviewed->pair);
    for (int side = 0; status == BINA_OK && side < 2; side++) {
        status = bina_store_get(store, bina_record_int(reviewed->pair, ends[side]),
                                &reviewed->row[side]);
        if (status == BINA_OK)
            status = bina_store_get(
                store, bina_record_int(reviewed->row[side], BINA_SOURCE_RECORD_REGISTER),
                &reviewed->list[side]);
    }
    return status;
}

void
bina_reviewed_drop(bina_reviewed *reviewed)
{
    bina_record_free(reviewed->pair);
    for (int side = 0; side < 2; side++) {
        bina_record_free(reviewed->row[side]);
        bina_record_free(reviewed->list[side]);
    }
    memset(reviewed, 0, sizeof *reviewed);
}

bool
bina_review_is_masked(int slot)
{
    return slot == BINA_SOURCE_RECORD_NIK || slot == BINA_SOURCE_RECORD_PHONE;
}

void
bina_review_set_masked(bina_record *record, int slot, const char *text)
{
    static const char dot[] = "\xE2\x80\xA2";
    size_t length = strlen(text), used = 0;
    char masked[3 * 64 + 1];

    for (size_t i = 0; i < length && used + 4 < sizeof masked; i++) {
        if (i + 3 < length && text[i] != '+') {
            memcpy(masked + used, dot, 3);
            used += 3;
        } else {
            masked[used++] = text[i];
        }
    }
    bina_set_text_n(record, slot, masked, used);
}

#define OF_ROWS(name, NAME)                                                                        \
    {                                                                                              \
        name, BINA_SOURCE_RECORD_##NAME,                                                           \
        {                                                                                          \
            NULL, NULL                                                                             \
        }                                                                                          \
    }

/* In the order people compare: who, what, where; then what they are to fill in. */
const bina_review_column bina_review_columns[] = {
    {"number", -1, {"no", "no"}},
    {"list", -1, {"list", "daftar"}},
    OF_ROWS("row", ROW),
    OF_ROWS("owner_name", OWNER_NAME),
    OF_ROWS("business_name", BUSINESS_NAME),
    OF_ROWS("nature", NATURE),
    OF_ROWS("nik", NIK),
    OF_ROWS("nib", NIB),
    OF_ROWS("sex", SEX),
    OF_ROWS("born", BORN),
    OF_ROWS("phone", PHONE),
    OF_ROWS("address", ADDRESS),
    OF_ROWS("hamlet", HAMLET),
    OF_ROWS("rt", RT),
    OF_ROWS("rw", RW),
    OF_ROWS("village", VILLAGE),
    OF_ROWS("district", DISTRICT),
    OF_ROWS("product", PRODUCT),
    OF_ROWS("activity", ACTIVITY),
    OF_ROWS("workers", WORKERS),
    OF_ROWS("founded", FOUNDED),
    {"evidence", -1, {"evidence", "bukti"}},
    {"verdict", -1, {"verdict", "putusan"}},
    {"reason", -1, {"reason", "alasan"}},
    {"reviewer", -1, {"reviewed by", "peninjau"}},
    {"pair", -1, {"pair", "pasangan"}},
    {"record", -1, {"source row", "baris sumber"}},
    {NULL, -1, {NULL, NULL}},
};

bina_description *
bina_review_sheet_description(void)
{
    const bina_description *rows = bina_kind_description(BINA_SOURCE_RECORD);
    bina_description *made = bina_description_new("review_sheet", "Pairs to be reviewed.");

    for (const bina_review_column *column = bina_review_columns;
         made != NULL && column->name != NULL; column++) {
        const bina_field *field =
            column->field >= 0 ? bina_description_field(rows, column->field) : NULL;
        bina_type type = BINA_TEXT;
        const char *format = NULL;
        if (field != NULL)
            type = bina_field_type(field);
        else if (strcmp(column->name, "number") == 0)
            type = BINA_INT;
        else if (strcmp(column->name, "verdict") == 0)
            type = BINA_CODE;
        if (type == BINA_CODE)
            format = field != NULL ? bina_field_format(field) : "verdict";
        if (bina_description_add_field(made, column->name, type, format, "", 0) < 0) {
            bina_description_free(made);
            made = NULL;
        }
    }
    return made;
}
