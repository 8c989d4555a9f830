#include <bina.h>
#include <stdio.h>

int
main(int argc, char **argv)
{
    bina_store *store = NULL;
    bina_cursor *shops = NULL;
    const bina_record *row;
    bina_record *shop = bina_record_new(BINA_ENTERPRISE);
    bina_query *query = bina_query_new(BINA_ENTERPRISE);
    bina_status status = bina_store_open(argc > 1 ? argv[1] : "office.db", NULL, &store);

    bina_set(shop, BINA_ENTERPRISE_NAME, "Tenun Ikat Lestari");
    bina_set(shop, BINA_ENTERPRISE_REGION, "52.03.05.2001");
    bina_set(shop, BINA_ENTERPRISE_WORKERS, 3);
    bina_query_where_text(query, BINA_ENTERPRISE_REGION, BINA_UNDER, "52.03");
    if (status == BINA_OK)
        status = bina_store_add(store, shop, NULL);
    if (status == BINA_OK)
        status = bina_store_list(store, query, &shops);
    while (status == BINA_OK && (status = bina_cursor_next(shops, &row)) == BINA_OK)
        printf("%s: %d workers\n", bina_record_text(row, BINA_ENTERPRISE_NAME),
               (int)bina_record_int(row, BINA_ENTERPRISE_WORKERS));
    if (status < 0)
        fprintf(stderr, "%s\n", bina_error_message(bina_store_error(store), BINA_ENGLISH));

    bina_cursor_free(shops);
    bina_query_free(query);
    bina_record_free(shop);
    bina_store_close(store);
    return status < 0;
}
