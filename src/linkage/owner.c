#include "linkage/owner.h"

#include <stdlib.h>
#include <string.h>

static bina_role
role_of(const bina_link_spec *spec)
{
    return spec->source_count > 0 ? spec->sources[0].role : BINA_ROLE_TEXT;
}

static bool
has_word(const char *text, const char *word, size_t length)
{
    while (*text != '\0') {
        size_t n = strcspn(text, " ");
        if (n == length && memcmp(text, word, n) == 0)
            return true;
        text += n + (text[n] == ' ');
    }
    return false;
}

size_t
bina_link_owner_leave(const char *business, const char *person, char left[BINA_LINK_OWNER_ROOM])
{
    size_t used = 0;

    while (*business != '\0') {
        size_t n = strcspn(business, " ");
        if (n > 0 && !has_word(person, business, n) && used + n + 2 < BINA_LINK_OWNER_ROOM) {
            if (used > 0)
                left[used++] = ' ';
            memcpy(left + used, business, n);
            used += n;
        }
        business += n + (business[n] == ' ');
    }
    return used;
}

/* Values of a field anew, from a code of new values for each row. */
static bina_status
renew(bina_link_field *business, const bina_link_field *person, const bina_link_spec *spec,
      const bina_link_table *table)
{
    bina_link_field made;
    char left[BINA_LINK_OWNER_ROOM];
    bina_status status;

    memset(&made, 0, sizeof(made));
    status = bina_dictionary_init(&made.values);
    made.codes = malloc(((size_t)table->rows + 1) * sizeof(*made.codes));
    if (made.codes == NULL)
        status = BINA_ERR_NO_MEMORY;
    for (uint32_t r = 0; r < table->rows && status == BINA_OK; r++) {
        const char *text = bina_dictionary_text(&business->values, business->codes[r]);
        const char *owner = bina_dictionary_text(&person->values, person->codes[r]);
        size_t length = bina_link_owner_leave(text, owner, left);
        status = bina_dictionary_add(&made.values, left, length, &made.codes[r]);
    }
    if (status != BINA_OK) {
        bina_link_field_drop(&made);
        return status;
    }
    bina_link_field_drop(business);
    *business = made;
    return bina_link_field_finish(business, spec, table->rows);
}

bool
bina_link_owner_concerns(const bina_link_plan *plan, int business, int person)
{
    return role_of(&plan->field[business]) == BINA_ROLE_BUSINESS &&
           role_of(&plan->field[person]) == BINA_ROLE_PERSON &&
           plan->field[business].compare == BINA_LINK_WORDS;
}

bina_status
bina_link_owner_remove(const bina_link_plan *plan, bina_link_field *field,
                       const bina_link_table *table)
{
    bina_status status = BINA_OK;

    for (int b = 0; b < plan->count; b++)
        for (int p = 0; p < plan->count && status == BINA_OK; p++)
            if (bina_link_owner_concerns(plan, b, p))
                status = renew(&field[b], &field[p], &plan->field[b], table);
    return status;
}
