/* What is typed, and what was entered by hand, as rows of lists. */
#include <stdio.h>
#include <string.h>
#include <bina/rows.h>
#include "base/text.h"
#include "register/ledger.h"
#include "register/match.h"
#include "register/trades.h"
#include "register/view.h"
#include "store/sql.h"

static const int of_enterprise[][2] = {
    {BINA_SOURCE_RECORD_BUSINESS_NAME, BINA_ENTERPRISE_NAME},
    {BINA_SOURCE_RECORD_NIB, BINA_ENTERPRISE_NIB},
    {BINA_SOURCE_RECORD_REGION, BINA_ENTERPRISE_REGION},
    {BINA_SOURCE_RECORD_ADDRESS, BINA_ENTERPRISE_ADDRESS},
    {BINA_SOURCE_RECORD_ACTIVITY, BINA_ENTERPRISE_ACTIVITY},
    {BINA_SOURCE_RECORD_PRODUCT, BINA_ENTERPRISE_PRODUCT},
    {BINA_SOURCE_RECORD_FOUNDED, BINA_ENTERPRISE_FOUNDED},
};
static const int of_person[][2] = {
    {BINA_SOURCE_RECORD_OWNER_NAME, BINA_PERSON_NAME},
    {BINA_SOURCE_RECORD_NIK, BINA_PERSON_NIK},
    {BINA_SOURCE_RECORD_SEX, BINA_PERSON_SEX},
    {BINA_SOURCE_RECORD_BORN, BINA_PERSON_BORN},
};

static void
copy(bina_record *row, const bina_record *from, const int (*slots)[2], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bina_value value = bina_record_get(from, slots[i][1]);
        if (value.type != BINA_NULL)
            bina_record_set(row, slots[i][0], value);
    }
}

/* The first owner that is a person, and a phone of owner or enterprise. */
static bina_status
add_owner(bina_store *store, bina_id enterprise, bina_record *row)
{
    bina_query *query = bina_query_new(BINA_OWNERSHIP);
    bina_ledger owners = {0}, contacts = {0};
    bina_value parties[2] = {bina_integer_of(BINA_REF, enterprise),
                             bina_integer_of(BINA_REF, enterprise)};
    bina_status status;

    if (query != NULL)
        bina_query_where_int(query, BINA_OWNERSHIP_ENTERPRISE, BINA_EQ, enterprise);
    status = bina_ledger_load(&owners, store, query, 0);
    for (size_t i = 0; status == BINA_OK && i < owners.count; i++) {
        bina_id party = bina_record_int(owners.lines[i].record, BINA_OWNERSHIP_PARTY);
        bina_record *person = NULL;
        if (bina_id_kind(party) != BINA_PERSON)
            continue;
        status = bina_store_get(store, party, &person);
        if (status == BINA_OK)
            copy(row, person, of_person, sizeof of_person / sizeof of_person[0]);
        bina_record_free(person);
        parties[1] = bina_integer_of(BINA_REF, party);
        break;
    }
    query = status == BINA_OK ? bina_query_new(BINA_CONTACT) : NULL;
    if (query != NULL) {
        bina_query_where_in(query, BINA_CONTACT_PARTY, parties, 2);
        bina_query_where_text(query, BINA_CONTACT_SYSTEM, BINA_EQ, "phone");
        bina_query_limit(query, 1);
    }
    if (status == BINA_OK)
        status = bina_ledger_load(&contacts, store, query, 0);
    if (status == BINA_OK && contacts.count > 0 &&
        bina_record_text(contacts.lines[0].record, BINA_CONTACT_VALUE) != NULL)
        bina_set_text(row, BINA_SOURCE_RECORD_PHONE,
                      bina_record_text(contacts.lines[0].record, BINA_CONTACT_VALUE));
    bina_ledger_drop(&owners);
    bina_ledger_drop(&contacts);
    return status;
}

bina_status
bina_match_of_enterprise(bina_store *store, const bina_record *enterprise, bina_record *row)
{
    bina_set_text(row, BINA_SOURCE_RECORD_NATURE, "enterprise");
    copy(row, enterprise, of_enterprise, sizeof of_enterprise / sizeof of_enterprise[0]);
    return bina_record_id(enterprise) != 0 ? add_owner(store, bina_record_id(enterprise), row)
                                           : BINA_OK;
}

bina_status
bina_match_has_rows(bina_store *store, bina_id enterprise, bool *has)
{
    bina_query *query = bina_query_new(BINA_SOURCE_RECORD);
    bina_ledger rows = {0};
    bina_status status;

    if (query != NULL) {
        bina_query_select(query, BINA_SOURCE_RECORD_PARTY);
        bina_query_where_int(query, BINA_SOURCE_RECORD_PARTY, BINA_EQ, enterprise);
        bina_query_where_text(query, BINA_SOURCE_RECORD_STATE, BINA_NE, "withdrawn");
        bina_query_limit(query, 1);
    }
    status = bina_ledger_load(&rows, store, query, 0);
    *has = rows.count > 0;
    bina_ledger_drop(&rows);
    return status;
}

/* Whether two descriptions have the same columns: what was guessed of one holds of the other. */
static bool
is_alike(const bina_description *a, const bina_description *b)
{
    int count = a == NULL ? -1 : bina_description_count(a);

    if (count != bina_description_count(b))
        return false;
    for (int i = 0; i < count; i++)
        if (strcmp(bina_field_name(bina_description_field(a, i)),
                   bina_field_name(bina_description_field(b, i))) != 0)
            return false;
    return true;
}

/* A description of the same columns, all of them texts. */
static bina_description *
as_texts(const bina_description *columns)
{
    bina_description *texts = bina_description_new("typed", "What was typed.");

    for (int i = 0; texts != NULL && i < bina_description_count(columns); i++)
        if (bina_description_add_field(texts, bina_field_name(bina_description_field(columns, i)),
                                       BINA_TEXT, NULL, "", 0) < 0) {
            bina_description_free(texts);
            texts = NULL;
        }
    return texts;
}

/* A cursor over one record, its values as texts. */
static bina_cursor *
as_cursor(const bina_description *texts, const bina_record *typed)
{
    bina_rows *rows = bina_rows_new(texts);
    bina_record *record = bina_record_new_of(texts);
    bina_cursor *cursor = NULL;

    for (int i = 0; record != NULL && i < bina_description_count(texts); i++) {
        bina_value value = bina_record_get(typed, i);
        char text[32];
        switch (bina_type_held_as(value.type)) {
        case BINA_TEXT:
            bina_set_text(record, i, value.as.text);
            break;
        case BINA_INT:
            if (value.type == BINA_DATE)
                (void)bina_date_format(value.as.integer, text);
            else
                (void)snprintf(text, sizeof text, "%lld", (long long)value.as.integer);
            bina_set_text(record, i, text);
            break;
        case BINA_REAL:
            (void)bina_text_real(value.as.real, text);
            bina_set_text(record, i, text);
            break;
        default:
            break;
        }
    }
    if (rows != NULL && record != NULL && bina_rows_add(rows, record) == BINA_OK)
        cursor = bina_rows_to_cursor(rows);
    else
        bina_rows_free(rows);
    bina_record_free(record);
    return cursor;
}

/* Whether a column that was typed means anything; "#row" and the like are of the reading. */
static bool
understands_any(const bina_mapping *mapping)
{
    const char *column;
    int slot;

    for (int n = 0; bina_mapping_at(mapping, n, &slot, &column); n++)
        if (column != NULL && column[0] != '#')
            return true;
    return false;
}

/* A record of columns that people named, understood as a list with these columns is. */
static bina_status
read_typed(bina_matcher *self, const bina_record *typed)
{
    const bina_description *columns = bina_record_description(typed);
    bina_error *error = bina_store_complaint(self->store);
    bina_mapping_options how = BINA_MAPPING_OPTIONS_INIT;
    bina_cursor *cursor = NULL, *mapped = NULL;
    const bina_record *read;
    bina_status status = BINA_OK;

    if (!is_alike(self->typed, columns)) {
        bina_mapping_free(self->mapping);
        bina_description_free(self->typed);
        self->mapping = NULL;
        self->typed = as_texts(columns);
    }
    if (self->typed != NULL)
        cursor = as_cursor(self->typed, typed);
    if (cursor == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    if (self->mapping == NULL)
        status = bina_mapping_guess(bina_kind_description(BINA_SOURCE_RECORD), cursor, error,
                                    &self->mapping);
    if (status == BINA_OK && !understands_any(self->mapping))
        status = bina_error_set(error, BINA_ERR_USAGE,
                                "no column is understood, such as \"%s\"; they are named as in lists: "
                                "\"nama pemilik\", \"desa\", \"no hp\"",
                                "tidak ada kolom yang dipahami, misalnya \"%s\"; namanya seperti di "
                                "daftar: \"nama pemilik\", \"desa\", \"no hp\"",
                                bina_field_name(bina_description_field(columns, 0)));
    how.has_today = true;
    how.today = bina_store_today(self->store);
    if (status == BINA_OK) {
        status = bina_mapping_open(self->mapping, cursor, &how, error, &mapped);
        cursor = NULL; /* taken over */
    }
    if (status == BINA_OK) {
        status = bina_cursor_next(mapped, &read);
        if (status == BINA_OK) {
            bina_record_free(self->row);
            self->row = bina_record_copy(read);
            status = self->row != NULL ? BINA_OK : bina_error_plain(error, BINA_ERR_NO_MEMORY);
        } else if (status == BINA_DONE) {
            bina_record_clear(self->row); /* nothing in it could be understood */
            status = BINA_OK;
        } else {
            bina_error_copy(error, bina_cursor_error(mapped));
        }
    }
    bina_cursor_free(mapped);
    bina_cursor_free(cursor);
    return status;
}

bina_status
bina_match_understand(bina_matcher *self, const bina_record *typed)
{
    int kind = bina_description_kind(bina_record_description(typed));
    bina_error complaint;
    bina_status status = BINA_OK;

    bina_record_clear(self->row);
    if (kind == BINA_SOURCE_RECORD) {
        bina_record_free(self->row);
        self->row = bina_record_copy(typed);
        if (self->row == NULL)
            status = BINA_ERR_NO_MEMORY;
    } else if (kind == BINA_ENTERPRISE) {
        status = bina_match_of_enterprise(self->store, typed, self->row);
    } else {
        status = read_typed(self, typed);
    }
    /* A village that cannot be told is unknown: that is no reason to refuse a form. */
    if (status == BINA_OK)
        status = bina_placer_place(self->placer, self->row, &complaint);
    return status;
}

void
bina_match_view(bina_matcher *self, bina_record *row)
{
    bina_source_row source;

    memset(&source, 0, sizeof source);
    source.record = row;
    source.trade = bina_trade_of(&self->products, row);
    bina_record_clear(self->view);
    bina_view_fill(self->view, &source);
}
