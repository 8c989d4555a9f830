/*
 * What a record keeps: the values its steps relied on. A grant that was approved for one recipient
 * and amount is not quietly turned into one for another; who wants that takes the steps back.
 */
#include <string.h>
#include "base/text.h"
#include "model/value.h"
#include "rules/lifecycle.h"

/* Whether it is still in the state in which it usually enters, so that nothing was decided on it.
 */
static bool
is_new(const bina_lifecycle *lifecycle, const bina_record *before)
{
    const bina_transition *entry = bina_lifecycle_entry(lifecycle, NULL);
    int slot = bina_description_find(bina_record_description(before), lifecycle->state);
    const char *state = bina_record_text(before, slot);

    return state == NULL || (entry != NULL && entry->to != NULL && strcmp(entry->to, state) == 0);
}

static bool
is_kept(const bina_lifecycle *lifecycle, const char *field, bool new)
{
    if (bina_text_lists(lifecycle->fixed, field))
        return true;
    if (lifecycle->loose)
        return false;
    if (strcmp(field, "evidence") == 0)
        return true;
    return !new &&
           (strcmp(field, lifecycle->began) == 0 || bina_text_lists(lifecycle->kept, field));
}

void
bina_lifecycle_judge_kept(bina_case *c, const bina_record *before)
{
    const bina_description *description = bina_record_description(before);
    bool new;

    if (c->lifecycle->state == NULL)
        return;
    new = is_new(c->lifecycle, before);
    for (int slot = 2; slot < bina_description_count(description); slot++) {
        const char *field = bina_field_name(bina_description_field(description, slot));
        if (!is_kept(c->lifecycle, field, new) ||
            bina_value_equal(bina_record_get(before, slot), bina_record_get(c->record, slot)))
            continue;
        bina_case_refuse(
            c, "lifecycle.kept",
            "%s.%s stays as it was when the record moved on; take its steps back, or "
            "end it and make another",
            "%s.%s tetap seperti ketika data ini dilanjutkan; batalkan langkahnya, atau "
            "akhiri lalu buat yang lain",
            bina_description_name(description), field);
        bina_case_saw(c, field, bina_record_get(before, slot));
    }
}
