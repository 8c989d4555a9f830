/* What happened to a record. */
#include "store/inside.h"
#include "store/sql.h"

bina_status
bina_store_history(bina_store *store, bina_id id, bina_cursor **cursor)
{
    static const struct {
        const char *name;
        bina_type type;
        const char *format;
        unsigned flags;
    } fields[] = {
        {"commit_number", BINA_INT, NULL, 0},
        {"made", BINA_TIME, NULL, 0},
        {"actor", BINA_TEXT, NULL, 0},
        {"why", BINA_TEXT, NULL, 0},
        {"rule", BINA_TEXT, NULL, 0},
        {"action", BINA_CODE, "change_action", 0},
        {"old", BINA_TEXT, NULL, BINA_FIELD_PERSONAL},
        {"new", BINA_TEXT, NULL, BINA_FIELD_PERSONAL},
    };
    bina_description *description = bina_description_new("history", "What happened to a record.");
    bina_value value = bina_int(id);
    const bina_sql sql = {
        .text = "SELECT c.number, c.made, c.actor, c.why, c.rule, h.action, h.old, h.new"
                " FROM changes AS h JOIN commits AS c ON c.number = h.commit_number"
                " WHERE h.record = ? ORDER BY h.id",
        .values = &value,
        .count = 1,
        .known_at = -1,
    };
    bina_status status = BINA_OK;
    size_t i;

    *cursor = NULL;
    for (i = 0; description != NULL && i < sizeof fields / sizeof *fields; i++)
        if (bina_description_add_field(description, fields[i].name, fields[i].type,
                                       fields[i].format, "", fields[i].flags) < 0)
            status = BINA_ERR_NO_MEMORY;
    if (description == NULL || status != BINA_OK)
        status = bina_store_no_memory(store);
    else
        status = bina_sql_list(store, description, &sql, cursor);
    bina_description_free(description);
    return status;
}
