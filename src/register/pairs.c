/* The pairs left to people: kept as long as they are open and doubtful; what is decided stays,
 * and what people disagree on. */
#include <stdlib.h>
#include "register/reconciling.h"

typedef struct keyed_pair {
    bina_id first, second;
    const bina_record *was;
    bool wanted;
} keyed_pair;

static int
by_rows(const void *a, const void *b)
{
    const keyed_pair *x = a, *y = b;

    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    return (x->second > y->second) - (x->second < y->second);
}

static bina_status
write_pair(bina_reconciling *self, const bina_open_pair *pair, const bina_record *was)
{
    bina_changes changes;
    bina_id id;
    bina_status status = bina_changes_start(&changes, BINA_PAIR, was, NULL);

    if (status != BINA_OK)
        return status;
    bina_changes_set(&changes, BINA_PAIR_FIRST,
                     bina_integer_of(BINA_REF, self->rows.rows[pair->first].id));
    bina_changes_set(&changes, BINA_PAIR_SECOND,
                     bina_integer_of(BINA_REF, self->rows.rows[pair->second].id));
    bina_changes_set(&changes, BINA_PAIR_WEIGHT, bina_real(pair->weight));
    bina_changes_set(&changes, BINA_PAIR_PROBABILITY, bina_real(pair->probability));
    if (pair->evidence != NULL)
        bina_changes_set(&changes, BINA_PAIR_EVIDENCE, bina_text(pair->evidence));
    if (was != NULL)
        return bina_changes_write(&changes, self->store, &id);
    status = bina_rows_add(self->new_pairs, changes.record);
    bina_record_free(changes.record);
    return status;
}

bina_status
bina_pairs_write(bina_reconciling *self, const bina_open_pairs *open)
{
    keyed_pair *known = calloc(self->pairs.count + 1, sizeof *known);
    bina_status status = known != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    size_t count = self->pairs.count;

    for (size_t i = 0; status == BINA_OK && i < count; i++) {
        const bina_record *was = self->pairs.lines[i].record;
        known[i].first = bina_record_int(was, BINA_PAIR_FIRST);
        known[i].second = bina_record_int(was, BINA_PAIR_SECOND);
        known[i].was = was;
        known[i].wanted = bina_record_text(was, BINA_PAIR_VERDICT) != NULL ||
                          bina_record_int(was, BINA_PAIR_JUDGEMENTS) > 0;
    }
    if (status == BINA_OK && count > 1)
        qsort(known, count, sizeof *known, by_rows);
    for (size_t i = 0; status == BINA_OK && i < open->count; i++) {
        const bina_open_pair *pair = &open->pairs[i];
        keyed_pair wanted = {self->rows.rows[pair->first].id, self->rows.rows[pair->second].id,
                             NULL, true};
        keyed_pair *found = bsearch(&wanted, known, count, sizeof *known, by_rows);
        if (found != NULL)
            found->wanted = true;
        if (found == NULL || bina_record_text(found->was, BINA_PAIR_VERDICT) == NULL)
            self->open_pairs++;
        status = write_pair(self, pair, found != NULL ? found->was : NULL);
    }
    for (size_t i = 0; status == BINA_OK && i < count; i++)
        if (!known[i].wanted)
            status = bina_store_remove(self->store, bina_record_id(known[i].was));
    free(known);
    return status;
}
