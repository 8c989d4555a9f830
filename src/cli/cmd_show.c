/* bina show: one record, what stands behind it and what happened to it. */
#include "store.h"

static const cli_option options[] = {
    {"history", NULL, {"also every change of it", "juga semua perubahannya"}},
    {NULL, NULL, {NULL, NULL}},
};

/* The records of a kind whose field points to `id`, under a title; nothing when there are none. */
static int
show_related(const cli *self, bina_store *store, bina_id id, int kind, int field,
             const char *const *columns)
{
    bina_query *query = bina_query_new(kind);
    bina_cursor *cursor = NULL;
    int64_t count = 0;
    int ended = CLI_OK;

    if (query == NULL)
        return cli_fail_status(self, BINA_ERR_NO_MEMORY);
    bina_query_where_int(query, field, BINA_EQ, id);
    if (bina_store_count(store, query, &count) != BINA_OK ||
        (count > 0 && bina_store_list(store, query, &cursor) != BINA_OK))
        ended = cli_fail_store(self, store);
    bina_query_free(query);
    if (ended != CLI_OK || count == 0)
        return ended;
    printf("\n%s\n", bina_description_label(bina_kind_description(kind), self->language));
    return cli_print_columns(self, cursor, columns);
}

static int
show_ties(const cli *self, bina_store *store, bina_id id)
{
    static const char *const rows[] = {"id",      "row",     "business_name", "owner_name",
                                       "village", "product", "state",         NULL};
    static const char *const owners[] = {"party",      "enterprise", "role",
                                         "valid_from", "valid_to",   NULL};
    static const char *const contacts[] = {"system", "value", "whose", NULL};
    int kind = bina_id_kind(id), ended = CLI_OK;

    if (kind == BINA_ENTERPRISE)
        ended = show_related(self, store, id, BINA_OWNERSHIP, BINA_OWNERSHIP_ENTERPRISE, owners);
    else if (kind == BINA_PERSON)
        ended = show_related(self, store, id, BINA_OWNERSHIP, BINA_OWNERSHIP_PARTY, owners);
    if (ended == CLI_OK)
        ended = show_related(self, store, id, BINA_CONTACT, BINA_CONTACT_PARTY, contacts);
    if (ended == CLI_OK)
        ended = show_related(self, store, id, BINA_SOURCE_RECORD, BINA_SOURCE_RECORD_PARTY, rows);
    return ended;
}

static int
run(cli *self)
{
    bina_store *store;
    bina_record *record = NULL;
    bina_cursor *history = NULL;
    int ended = cli_open_store(self, BINA_STORE_READ_ONLY, &store);

    if (ended != CLI_OK)
        return ended;
    ended = cli_find_record(self, store, self->arguments[1], &record);
    if (ended == CLI_OK)
        ended = cli_print_record(self, record);
    if (ended == CLI_OK && self->format == CLI_TABLE)
        ended = show_ties(self, store, bina_record_id(record));
    if (ended == CLI_OK && cli_option_value(self, "history") != NULL) {
        if (self->format == CLI_TABLE)
            printf("\n%s\n", cli_text(self, "history", "riwayat"));
        ended = bina_store_history(store, bina_record_id(record), &history) == BINA_OK
                    ? cli_print_cursor(self, history)
                    : cli_fail_store(self, store);
    }
    bina_record_free(record);
    bina_store_close(store);
    return ended;
}

const cli_command cli_show = {
    .name = "show",
    .arguments = "STORE ID|NUMBER",
    .summary = {"show one record and what stands behind it",
                "tampilkan satu data dan asal-usulnya"},
    .detail =
        {"By its id or by its number for paper.\n\n  bina show lotim.db E-52K7-3M4Q-X --history",
         "Menurut nomor data atau nomor kertasnya.\n\n"
         "  bina show lotim.db E-52K7-3M4Q-X --history"},
    .options = options,
    .least = 2,
    .most = 2,
    .run = run,
};
