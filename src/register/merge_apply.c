/* What a merge by hand does to the content of those it is about. */
#include <stdlib.h>
#include <string.h>
#include <bina/register.h>
#include "register/apply.h"
#include "register/merge.h"

/* Which of two families a party belongs to; BINA_NO_CLUSTER for neither. */
static uint32_t
side_of(const bina_family sides[2], bina_id party)
{
    for (uint32_t side = 0; side < 2; side++)
        for (size_t i = 0; i < sides[side].count; i++)
            if (sides[side].ids[i] == party)
                return side;
    return BINA_NO_CLUSTER;
}

/* Clusters of the rows: the two families, or the one they make; then one a neighbour. */
static bina_status
cluster_rows(bina_store *store, bina_reconciling *work, const bina_family sides[2], bool together)
{
    bina_source_rows *rows = &work->rows;
    bina_id *standing = calloc(rows->count + 1, sizeof *standing);
    bool used[2] = {false, false};
    bina_status status = standing != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    for (size_t i = 0; status == BINA_OK && i < rows->count; i++) {
        uint32_t side = side_of(sides, rows->rows[i].party);
        if (side != BINA_NO_CLUSTER)
            used[side] = true;
    }
    rows->clusters = work->fixed = together || !used[0] || !used[1] ? 1 : 2;
    for (size_t i = 0; status == BINA_OK && i < rows->count; i++) {
        bina_source_row *row = &rows->rows[i];
        uint32_t side = side_of(sides, row->party);
        if (row->person || row->party == 0)
            continue;
        if (side != BINA_NO_CLUSTER) {
            row->cluster = work->fixed == 1 ? 0 : side;
            continue;
        }
        status = bina_register_resolve(store, row->party, &standing[i]);
        for (size_t k = 0; k < i && row->cluster == BINA_NO_CLUSTER; k++)
            if (standing[k] == standing[i])
                row->cluster = rows->rows[k].cluster;
        if (row->cluster == BINA_NO_CLUSTER)
            row->cluster = (uint32_t)rows->clusters++;
    }
    free(standing);
    return status;
}

bina_status
bina_merge_apply(bina_store *store, const bina_family sides[2], bool together)
{
    bina_reconciling work;
    bina_apply applying;
    bina_family all = {NULL, 0, 0}, persons = {NULL, 0, 0};
    bina_status status = BINA_OK;

    memset(&work, 0, sizeof work);
    work.store = store;
    work.partial = true;
    for (size_t side = 0; side < 2; side++)
        for (size_t i = 0; status == BINA_OK && i < sides[side].count; i++)
            status = bina_family_add(&all, sides[side].ids[i]);
    for (size_t side = 0; side < 2 && status == BINA_OK; side++)
        status = bina_family_owners(store, &sides[side], &persons);
    if (status == BINA_OK)
        status = bina_family_owned(store, &persons, &all);
    for (size_t i = 0; status == BINA_OK && i < persons.count; i++)
        status = bina_family_add(&all, persons.ids[i]); /* rows about persons */
    if (status == BINA_OK)
        status = bina_source_rows_load(&work.rows, store, all.ids, all.count);
    if (status == BINA_OK)
        status = cluster_rows(store, &work, sides, together);
    if (status == BINA_OK && work.rows.count > 0)
        status = bina_ledger_load(&work.pairs, store, bina_query_new(BINA_PAIR), 0);
    if (status == BINA_OK && work.rows.count > 0) {
        status = bina_apply_start(&applying, &work, NULL);
        while (status == BINA_OK)
            status = bina_apply_step(&applying);
    }
    bina_reconciling_drop(&work);
    free(all.ids);
    free(persons.ids);
    return status == BINA_DONE ? BINA_OK : status;
}
