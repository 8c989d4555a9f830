/* Approves the grants of a register that are verified, as far as the rules allow. */
#include <stdio.h>
#include <bina.h>

static void
tell_why(bina_store *store)
{
    bina_cursor *refusals = NULL;
    const bina_record *one;

    if (bina_store_refusals(store, &refusals) != BINA_OK)
        return;
    while (bina_cursor_next(refusals, &one) == BINA_OK)
        printf("%s: %s\n", bina_record_text(one, BINA_REFUSAL_RULE),
               bina_record_text(one, BINA_REFUSAL_MESSAGE));
    bina_cursor_free(refusals);
}

/* The decree is the last document of that sort; each grant gets what it asked for. */
static bina_status
approve_all(bina_store *store, bina_id decree)
{
    bina_advance_options step = BINA_ADVANCE_OPTIONS_INIT;
    bina_query *query = bina_query_new(BINA_GRANT);
    bina_record *values = bina_record_new(BINA_GRANT);
    bina_cursor *grants = NULL;
    const bina_record *grant;
    bina_status status;

    bina_query_where_text(query, BINA_GRANT_STATE, BINA_EQ, "verified");
    status = bina_store_list(store, query, &grants);
    step.paper = decree;
    step.values = values;
    while (status == BINA_OK && (status = bina_cursor_next(grants, &grant)) == BINA_OK) {
        bina_set_int(values, BINA_GRANT_APPROVED, bina_record_int(grant, BINA_GRANT_REQUESTED));
        status = bina_advance(store, bina_record_id(grant), "approve", &step);
        if (status == BINA_ERR_REFUSED) { /* nothing has changed: tell why, and go on */
            tell_why(store);
            status = BINA_OK;
        }
    }
    bina_cursor_free(grants);
    bina_record_free(values);
    bina_query_free(query);
    return status == BINA_DONE ? BINA_OK : status;
}

static bina_id
first_of(bina_store *store, int kind, int field, const char *word)
{
    bina_query *query = bina_query_new(kind);
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_id id = 0;

    bina_query_where_text(query, field, BINA_EQ, word);
    if (bina_store_list(store, query, &cursor) == BINA_OK &&
        bina_cursor_next(cursor, &record) == BINA_OK)
        id = bina_record_id(record);
    bina_cursor_free(cursor);
    bina_query_free(query);
    return id;
}

int
main(int argc, char **argv)
{
    bina_store *store;
    bina_status status = bina_store_open(":memory:", NULL, &store);

    if (status == BINA_OK)
        status = bina_store_load(store, argc > 1 ? argv[1] : "grants.yaml", NULL, NULL);
    if (status == BINA_OK)
        status = bina_advance(store, first_of(store, BINA_GRANT, BINA_GRANT_CODE, "HB/2021/7"),
                              "verify", NULL);
    if (status == BINA_OK)
        status = approve_all(store, first_of(store, BINA_DOCUMENT, BINA_DOCUMENT_NATURE, "decree"));
    if (status != BINA_OK)
        printf("%s\n", bina_error_message(bina_store_error(store), BINA_ENGLISH));
    bina_store_close(store);
    return status == BINA_OK ? 0 : 1;
}
