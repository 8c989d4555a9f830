/* Keyset paging: what comes after the last record of the page before. */
#include <stdlib.h>
#include "store/select.h"

/* What comes after the values of the last record, in the order asked for. */
bina_status
bina_select_page(bina_select *select)
{
    const bina_query *query = select->query;
    bina_buffer *sql = &select->sql;
    bina_value *last = calloc(query->ordering_count + 1, sizeof *last);
    bina_status status;
    size_t i, k;
    bina_id id;

    if (last == NULL)
        return bina_store_no_memory(select->store);
    status = bina_query_read_token(query, last, &id, &select->texts, &select->store->error);
    if (status != BINA_OK)
        goto out;
    /* (a > ?) OR (a IS ? AND b > ?) OR ... OR (a IS ? AND b IS ? AND id > ?) */
    bina_buffer_add(sql, "(");
    for (i = 0; i <= query->ordering_count; i++) {
        bina_buffer_add(sql, i > 0 ? " OR (" : "(");
        for (k = 0; k < i; k++) {
            bina_select_expression(select, bina_select_slot(select, query->orderings[k].field));
            bina_buffer_add(sql, " IS ");
            bina_select_bind(select, last[k]);
            bina_buffer_add(sql, " AND ");
        }
        if (i == query->ordering_count) {
            bina_buffer_add(sql, "t.id > ");
            bina_select_bind(select, bina_int(id));
        } else if (last[i].type == BINA_NULL) {
            /* Without value comes first, so when descending nothing comes after it. */
            if (query->orderings[i].descending) {
                bina_buffer_add(sql, "FALSE");
            } else {
                bina_select_expression(select, bina_select_slot(select, query->orderings[i].field));
                bina_buffer_add(sql, " IS NOT NULL");
            }
        } else {
            int slot = bina_select_slot(select, query->orderings[i].field);
            bina_buffer_add(sql, "(");
            bina_select_expression(select, slot);
            bina_buffer_add(sql, query->orderings[i].descending ? " < " : " > ");
            bina_select_bind(select, last[i]);
            if (query->orderings[i].descending) {
                bina_buffer_add(sql, " OR ");
                bina_select_expression(select, slot);
                bina_buffer_add(sql, " IS NULL");
            }
            bina_buffer_add(sql, ")");
        }
        bina_buffer_add(sql, ")");
    }
    bina_buffer_add(sql, ")");
out:
    free(last);
    return status;
}
