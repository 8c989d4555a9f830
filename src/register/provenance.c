/* Which row a value came from: written only where rows disagree, so that somebody had to win. */
#include <string.h>
#include "register/reconciling.h"

/* What is noted already of a field. */
static const bina_record *
find_note(const bina_reconciling *self, bina_id subject, const char *field)
{
    size_t count;
    const bina_ledger_line *line = bina_ledger_find(&self->provenances, subject, &count);

    for (size_t i = 0; i < count; i++) {
        const char *name = bina_record_text(line[i].record, BINA_PROVENANCE_FIELD);
        if (name != NULL && strcmp(name, field) == 0)
            return line[i].record;
    }
    return NULL;
}

bina_status
bina_provenance_settle(bina_reconciling *self, bina_id subject, int kind, int field,
                       const bina_survivor *survivor)
{
    const char *name = bina_field_name(bina_description_field(bina_kind_description(kind), field));
    const bina_record *was = find_note(self, subject, name);
    bool wanted = survivor->contested && survivor->row != SIZE_MAX &&
                  !bina_hands_has(&self->hands, subject, field);
    bina_changes changes;
    bina_status status;
    bina_id id;

    if (!wanted)
        return was != NULL ? bina_store_remove(self->store, bina_record_id(was)) : BINA_OK;
    status = bina_changes_start(&changes, BINA_PROVENANCE, was, NULL);
    if (status != BINA_OK)
        return status;
    if (was == NULL)
        bina_changes_set(&changes, BINA_PROVENANCE_SUBJECT, bina_integer_of(BINA_REF, subject));
    bina_changes_set(&changes, BINA_PROVENANCE_FIELD, bina_text(name));
    bina_changes_set(&changes, BINA_PROVENANCE_SOURCE,
                     bina_integer_of(BINA_REF, self->rows.rows[survivor->row].id));
    bina_changes_set(&changes, BINA_PROVENANCE_RULE, bina_text(survivor->rule));
    if (was != NULL)
        return bina_changes_write(&changes, self->store, &id);
    status = bina_rows_add(self->new_provenances, changes.record);
    bina_record_free(changes.record);
    return status;
}
