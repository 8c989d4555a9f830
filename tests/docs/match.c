/* Asks a register for the enterprises that a form may be about, while it is filled in. */
#include <stdio.h>
#include <bina.h>

int
main(int argc, char **argv)
{
    bina_store *store;
    bina_matcher *matcher = NULL;
    bina_cursor *twins = NULL;
    const bina_record *twin;
    bina_record *typed = bina_record_new(BINA_SOURCE_RECORD);
    bina_status status = bina_store_open(argc > 1 ? argv[1] : "lotim.db", NULL, &store);

    bina_set(typed, BINA_SOURCE_RECORD_OWNER_NAME, "Siti Aminah");
    bina_set(typed, BINA_SOURCE_RECORD_VILLAGE, "Pringgasela");
    if (status == BINA_OK)
        status = bina_matcher_open(store, &matcher); /* once: links all rows */
    if (status == BINA_OK)
        status = bina_matcher_match(matcher, typed, 3, &twins); /* whenever the form changes */
    while (status == BINA_OK && (status = bina_cursor_next(twins, &twin)) == BINA_OK)
        printf("%s %.2f %s\n", bina_record_text(twin, BINA_MATCH_NUMBER),
               bina_record_real(twin, BINA_MATCH_PROBABILITY),
               bina_record_text(twin, BINA_MATCH_REASON));
    if (status < 0)
        fprintf(stderr, "%s\n", bina_error_message(bina_store_error(store), BINA_ENGLISH));

    bina_cursor_free(twins);
    bina_matcher_close(matcher);
    bina_record_free(typed);
    bina_store_close(store);
    return status < 0;
}
