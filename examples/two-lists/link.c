/* Two arrays of a program's own: which records are one, why, and who is like a new one. */
#include <bina.h>
#include <stdio.h>

typedef struct shop {
    const char *name, *owner, *phone, *village;
} shop;

static const shop disperin[] = {
    {"Tenun Ikat Lestari", "Inaq Sari", "081805310477", "Pringgasela"},
    {"Bambu Jaya", "Amaq Toni", "081805310478", "Loyok"},
    {"Kerupuk Ikan Mawar", "Siti Aminah", "081805310479", "Labuhan Haji"},
    {"Gerabah Penujak", "Inaq Lia", "081805310480", "Masbagik Timur"},
    {"Kopi Sapit", "Amaq Rudi", "081805310481", "Sapit"},
};
static const shop diskop[] = {
    {"LESTARI, UD. TENUN IKAT", "Inak Sari", "+62 818-0531-0477", "Pringgasela"},
    {"Bambu Jaya Loyok", "Toni", "81805310478", "Loyok"},
    {"Krupuk Ikan Mawar", "St. Aminah", "0818 0531 0479", "Labuan Haji"},
    {"Kopi Robusta Sapit", "Rudi", NULL, "Sapit"},
    {"Anyaman Ketak Beleka", "Inaq Nur", "081805310490", "Beleka"},
};
static const shop typed = {"Kerupuk Mawar", "Siti Aminah", NULL, "Labuhan Haji"};

static void
fill(bina_record *record, const shop *from)
{
    bina_record_clear(record);
    bina_set_text(record, 0, from->name); /* copied; NULL is no value */
    bina_set_text(record, 1, from->owner);
    bina_set_text(record, 2, from->phone);
    bina_set_text(record, 3, from->village);
}

/* Any source of records is a cursor; bina_rows makes one of records in memory. */
static bina_status
add(bina_linkage *linkage, const char *name, bina_record *record, const shop *shops, size_t count)
{
    bina_rows *rows = bina_rows_new(bina_record_description(record));
    bina_status status = rows == NULL ? BINA_ERR_NO_MEMORY : BINA_OK;
    bina_cursor *cursor = NULL;

    for (size_t i = 0; i < count && status == BINA_OK; i++) {
        fill(record, &shops[i]);
        status = bina_rows_add(rows, record);
    }
    if (status == BINA_OK && (cursor = bina_rows_to_cursor(rows)) == NULL)
        status = BINA_ERR_NO_MEMORY;
    else if (status != BINA_OK)
        bina_rows_free(rows);
    if (status == BINA_OK)
        status = bina_linkage_add_list(linkage, name, cursor); /* drains the cursor */
    bina_cursor_free(cursor);
    return status;
}

int
main(void)
{
    const char *const columns[] = {"nama", "pemilik", "telepon", "desa"};
    bina_description *description = bina_description_new("shop", "");
    bina_linkage *linkage = bina_linkage_new(NULL); /* everything is decided from the data */
    bina_record *record = NULL;
    bina_cursor *found = NULL;
    const bina_record *row;
    bina_status status = BINA_ERR_NO_MEMORY;

    if (description == NULL || linkage == NULL)
        goto out;
    for (int i = 0; i < 4; i++)
        if (bina_description_add_field(description, columns[i], BINA_TEXT, NULL, "", 0) < 0)
            goto out;
    if ((record = bina_record_new_of(description)) == NULL)
        goto out;

    if ((status = add(linkage, "disperin", record, disperin, 5)) != BINA_OK ||
        (status = add(linkage, "diskop", record, diskop, 5)) != BINA_OK ||
        (status = bina_linkage_run(linkage)) != BINA_OK ||
        (status = bina_linkage_pairs(linkage, &found)) != BINA_OK)
        goto out;
    while ((status = bina_cursor_next(found, &row)) == BINA_OK)
        printf("%s %d is %s %d: %.3f\n", bina_record_text(row, BINA_LINKAGE_PAIR_LIST_A),
               (int)bina_record_int(row, BINA_LINKAGE_PAIR_ROW_A),
               bina_record_text(row, BINA_LINKAGE_PAIR_LIST_B),
               (int)bina_record_int(row, BINA_LINKAGE_PAIR_ROW_B),
               bina_record_real(row, BINA_LINKAGE_PAIR_PROBABILITY));
    bina_cursor_free(found);
    found = NULL;
    if (status < 0 ||
        (status = bina_linkage_explain(linkage, "disperin", 5, "diskop", 4, &found)) != BINA_OK)
        goto out;
    while ((status = bina_cursor_next(found, &row)) == BINA_OK)
        printf("%+6.2f  %s\n", bina_record_real(row, BINA_LINKAGE_REASON_WEIGHT),
               bina_record_text(row, BINA_LINKAGE_REASON_REASON));
    bina_cursor_free(found);
    found = NULL;
    fill(record, &typed);
    if (status < 0 || (status = bina_linkage_match(linkage, NULL, record, 5, &found)) != BINA_OK)
        goto out;
    while ((status = bina_cursor_next(found, &row)) == BINA_OK)
        printf("it may be %s %d\n", bina_record_text(row, BINA_LINKAGE_MATCH_LIST),
               (int)bina_record_int(row, BINA_LINKAGE_MATCH_ROW));
out:
    if (status < 0) /* the sentence says what is wrong and what to do; or why there is none */
        fprintf(stderr, "%s\n",
                linkage != NULL && bina_error_status(bina_linkage_error(linkage)) != BINA_OK
                    ? bina_error_message(bina_linkage_error(linkage), BINA_ENGLISH)
                    : bina_status_text(status, BINA_ENGLISH));
    bina_cursor_free(found);
    bina_record_free(record);
    bina_description_free(description);
    bina_linkage_free(linkage);
    return status < 0;
}
