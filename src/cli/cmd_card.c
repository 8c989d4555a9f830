/* bina card: everything about one enterprise, group or person on one page. */
#include <string.h>
#include "store.h"

static const cli_option options[] = {
    {"out",
     "FILE",
     {"write here; without it to standard output", "tulis ke sini; jika tidak, ke keluaran baku"}},
    {"purpose",
     "TEXT",
     {"show NIK and telephones, for this purpose; it goes into the log",
      "tampilkan NIK dan telepon, untuk tujuan ini; dicatat dalam riwayat"}},
    {NULL, NULL, {NULL, NULL}},
};

/* The enterprise with a NIB; 0 when there is none. */
static bina_id
find_nib(bina_store *store, const char *nib)
{
    bina_query *query = bina_query_new(BINA_ENTERPRISE);
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_id id = 0;

    if (query == NULL)
        return id;
    bina_query_where_text(query, BINA_ENTERPRISE_NIB, BINA_EQ, nib);
    if (bina_store_list(store, query, &cursor) == BINA_OK &&
        bina_cursor_next(cursor, &record) == BINA_OK)
        id = bina_record_id(record);
    bina_cursor_free(cursor);
    bina_query_free(query);
    return id;
}

static int
find(const cli *self, bina_store *store, bina_id *id)
{
    const char *name = self->arguments[1];
    bina_record *record = NULL;
    int ended;

    if (strlen(name) == 13 && strspn(name, "0123456789") == 13 &&
        (*id = find_nib(store, name)) != 0)
        return CLI_OK;
    ended = cli_find_record(self, store, name, &record);
    if (ended == CLI_OK)
        *id = bina_record_id(record);
    bina_record_free(record);
    return ended;
}

static int
run(cli *self)
{
    bina_card_options card = BINA_CARD_OPTIONS_INIT;
    bina_store *store;
    bina_page *page = NULL;
    bina_id id = 0;
    int ended;

    card.language = self->language;
    card.purpose = cli_option_value(self, "purpose");
    ended = cli_open_store(
        self, card.purpose != NULL ? BINA_STORE_MUST_EXIST : BINA_STORE_READ_ONLY, &store);
    if (ended != CLI_OK)
        return ended;
    ended = find(self, store, &id);
    if (ended == CLI_OK)
        ended = bina_card_page(store, id, &card, &page) == BINA_OK ? cli_write_page(self, page)
                                                                   : cli_fail_store(self, store);
    bina_page_free(page);
    bina_store_close(store);
    return ended;
}

const cli_command cli_card = {
    .name = "card",
    .arguments = "STORE ID|NUMBER|NIB",
    .summary = {"everything about one enterprise on a page (Kartu IKM)",
                "semua tentang satu usaha pada satu halaman: Kartu IKM"},
    .detail =
        {"Also of a group or a person. What is known now and since when, from which rows of\n"
         "which lists, what people decided, and every change. HTML, set for A4.\n\n"
         "  bina card lotim.db E-52K7-3M4Q-X --out card.html",
         "Juga kelompok atau orang. Apa yang diketahui kini dan sejak kapan, dari baris daftar\n"
         "yang mana, apa yang diputuskan, dan setiap perubahannya. HTML, untuk kertas A4.\n\n"
         "  bina card lotim.db E-52K7-3M4Q-X --out kartu.html"},
    .options = options,
    .least = 2,
    .most = 2,
    .run = run,
};
