#include <string.h>
#include "register/reconciling.h"

static bool
is_same(bina_value a, bina_value b)
{
    bina_type held = bina_type_held_as(a.type);

    if (held != bina_type_held_as(b.type))
        return false;
    switch (held) {
    case BINA_NULL:
        return true;
    case BINA_TEXT:
        return strcmp(a.as.text, b.as.text) == 0;
    case BINA_REAL:
        return !(a.as.real < b.as.real) && !(a.as.real > b.as.real);
    default:
        return a.as.integer == b.as.integer;
    }
}

bina_status
bina_changes_start(bina_changes *changes, int kind, const bina_record *was, const bina_hands *hands)
{
    changes->was = was;
    changes->hands = hands;
    changes->any = was == NULL;
    changes->record = bina_record_new(kind);
    return changes->record != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
}

void
bina_changes_set(bina_changes *changes, int field, bina_value value)
{
    if (changes->was == NULL) {
        if (value.type != BINA_NULL)
            bina_record_set(changes->record, field, value);
        return;
    }
    if (is_same(bina_record_get(changes->was, field), value) ||
        (changes->hands != NULL &&
         bina_hands_has(changes->hands, bina_record_id(changes->was), field)))
        return;
    if (value.type == BINA_NULL)
        bina_set_null(changes->record, field);
    else
        bina_record_set(changes->record, field, value);
    changes->any = true;
}

bina_status
bina_changes_write(bina_changes *changes, bina_store *store, bina_id *id)
{
    bina_status status = BINA_OK;

    if (changes->was != NULL)
        *id = bina_record_id(changes->was);
    if (changes->any && changes->was == NULL) {
        status = bina_store_add(store, changes->record, id);
    } else if (changes->any) {
        bina_set_int(changes->record, 0, *id);
        status = bina_store_update(store, changes->record);
    }
    bina_record_free(changes->record);
    changes->record = NULL;
    return status;
}
