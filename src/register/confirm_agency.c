/* Who keeps which list. */
#include <stdlib.h>
#include "base/text.h"
#include "register/confirm.h"
#include "store/sql.h"

/* The id and text a SELECT gives first; 0 when there is none. */
static bina_status
find(bina_store *store, const char *sql, const char *name, bina_id *id, char **text)
{
    static const bina_column columns[] = {{"id", .type = BINA_INT}, {"name", .type = BINA_TEXT}};
    bina_value value = bina_text(name);
    bina_sql select = {.text = sql, .values = &value, .count = 1, .known_at = -1};
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = bina_sql_select(store, columns, 2, &select, &cursor);

    *id = 0;
    *text = NULL;
    if (status == BINA_OK)
        status = bina_cursor_next(cursor, &record);
    if (status == BINA_OK) {
        *id = bina_record_int(record, 0);
        *text = bina_text_copy(bina_record_text(record, 1));
        if (*text == NULL)
            status = BINA_ERR_NO_MEMORY;
    } else if (status == BINA_DONE) {
        status = BINA_OK;
    }
    bina_cursor_free(cursor);
    return status;
}

static bina_status
add_agency(bina_store *store, const char *name, bina_id *id)
{
    bina_record *record = bina_record_new(BINA_ORGANISATION);
    bina_status status = BINA_ERR_NO_MEMORY;

    if (record != NULL) {
        bina_set_text(record, BINA_ORGANISATION_NAME, name);
        bina_set_text(record, BINA_ORGANISATION_NATURE, "agency");
        status = bina_store_add(store, record, id);
    }
    bina_record_free(record);
    return status;
}

static bina_status
find_organisation(bina_store *store, const char *name, bina_id *id, char **found)
{
    return find(store,
                "SELECT id, name FROM organisations"
                " WHERE name = ?1 COLLATE NOCASE OR short_name = ?1 COLLATE NOCASE"
                " ORDER BY name <> ?1, id LIMIT 1",
                name, id, found);
}

static bina_status
set_keeper(bina_store *store, bina_id list, bina_id agency)
{
    bina_record *record = bina_record_new(BINA_SOURCE_REGISTER);
    bina_status status = BINA_ERR_NO_MEMORY;

    if (record != NULL) {
        bina_set_int(record, BINA_SOURCE_REGISTER_ID, list);
        bina_set_int(record, BINA_SOURCE_REGISTER_AGENCY, agency);
        status = bina_store_update(store, record);
    }
    bina_record_free(record);
    return status;
}

bina_status
bina_agency_keeps(bina_store *store, const char *name, bina_id list)
{
    bina_record *record = NULL;
    char *found = NULL;
    bina_id agency = 0;
    bina_status status = find_organisation(store, name, &agency, &found);

    if (status == BINA_OK && agency == 0)
        status = add_agency(store, name, &agency);
    if (status == BINA_OK)
        status = bina_store_get(store, list, &record);
    if (status == BINA_OK && bina_record_int(record, BINA_SOURCE_REGISTER_AGENCY) != agency)
        status = set_keeper(store, list, agency);
    bina_record_free(record);
    free(found);
    return status;
}

bina_status
bina_agency_find(bina_store *store, const char *agency, bool make, bina_id *id, char **name)
{
    bina_status status = find_organisation(store, agency, id, name);
    bina_id list = 0;

    if (status != BINA_OK || *id != 0)
        return status;
    status = find(store,
                  "SELECT organisations.id, organisations.name FROM source_registers"
                  " JOIN organisations ON organisations.id = source_registers.agency"
                  " WHERE source_registers.name = ?1 COLLATE NOCASE"
                  " ORDER BY source_registers.name <> ?1, source_registers.id LIMIT 1",
                  agency, id, name);
    if (status != BINA_OK || *id != 0)
        return status;
    if (make)
        status = find(store,
                      "SELECT id, name FROM source_registers WHERE name = ?1 COLLATE NOCASE"
                      " ORDER BY name <> ?1, id LIMIT 1",
                      agency, &list, name);
    if (status == BINA_OK && list != 0) {
        status = add_agency(store, agency, id);
        return status == BINA_OK ? set_keeper(store, list, *id) : status;
    }
    if (status != BINA_OK)
        return status;
    bina_error_set(bina_store_complaint(store), BINA_ERR_NOT_FOUND,
                   "No organisation and no list is called \"%s\"; import says who keeps a list.",
                   "Tidak ada lembaga atau daftar bernama \"%s\"; impor menyebut pengelola daftar.",
                   agency);
    bina_error_at(bina_store_complaint(store), "confirmation", "agency", "confirm.agency");
    return BINA_ERR_NOT_FOUND;
}
