/* Proposes participants for the first batch of a register and prints them with the reasons. */
#include <stdio.h>
#include <bina.h>

static bina_status
first_batch(bina_store *store, bina_id *id)
{
    bina_query *query = bina_query_new(BINA_BATCH);
    bina_cursor *batches = NULL;
    const bina_record *batch;
    bina_status status = bina_store_list(store, query, &batches);

    if (status == BINA_OK)
        status = bina_cursor_next(batches, &batch);
    if (status == BINA_OK)
        *id = bina_record_id(batch);
    bina_cursor_free(batches);
    bina_query_free(query);
    return status;
}

int
main(int argc, char **argv)
{
    bina_store *store;
    bina_cursor *proposed = NULL;
    const bina_record *one;
    bina_id batch = 0;
    bina_status status = bina_store_open(":memory:", NULL, &store);

    if (status == BINA_OK)
        status = bina_store_load(store, argc > 1 ? argv[1] : "programmes.yaml", NULL, NULL);
    if (status == BINA_OK)
        status = first_batch(store, &batch);
    if (status == BINA_OK)
        status = bina_batch_propose(store, batch, NULL, &proposed);
    if (status == BINA_OK)
        while (bina_cursor_next(proposed, &one) == BINA_OK)
            printf("%lld. %lld: %s\n", (long long)bina_record_int(one, BINA_NOMINATION_RANK),
                   (long long)bina_record_int(one, BINA_NOMINATION_SCORE),
                   bina_record_text(one, BINA_NOMINATION_REASON));
    else
        fprintf(stderr, "%s\n", bina_error_message(bina_store_error(store), BINA_ENGLISH));
    bina_cursor_free(proposed);
    bina_store_close(store);
    return status == BINA_OK ? 0 : 1;
}
