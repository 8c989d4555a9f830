/* bina explain: why rows are held to be one, or not. */
#include "store.h"

static int
run(cli *self)
{
    static const char *const columns[2][8] = {
        {"first", "second", "field", "first_value", "second_value", "weight", "reason", NULL},
        {"first", "second", "field", "first_value", "second_value", "weight", "alasan", NULL},
    };
    bina_store *store;
    bina_record *first = NULL, *second = NULL;
    bina_cursor *cursor = NULL;
    int ended = cli_open_store(self, BINA_STORE_READ_ONLY, &store);

    if (ended != CLI_OK)
        return ended;
    ended = cli_find_record(self, store, self->arguments[1], &first);
    if (ended == CLI_OK && self->count > 2)
        ended = cli_find_record(self, store, self->arguments[2], &second);
    if (ended == CLI_OK)
        ended =
            bina_register_explain(store, bina_record_id(first),
                                  second != NULL ? bina_record_id(second) : 0, &cursor) == BINA_OK
                ? cli_print_columns(self, cursor, columns[self->language])
                : cli_fail_store(self, store);
    bina_record_free(first);
    bina_record_free(second);
    bina_store_close(store);
    return ended;
}

const cli_command cli_explain = {
    .name = "explain",
    .arguments = "STORE ID|NUMBER [ID]",
    .summary = {"tell why rows are held to be one, field by field",
                "jelaskan mengapa baris dianggap sama, isian demi isian"},
    .detail =
        {"Of a registrant: all its rows; of a pair: its two rows; of two source records: those.\n\n"
         "  bina explain lotim.db E-52K7-3M4Q-X\n  bina explain lotim.db 7301175967745 "
         "7301175967802",
         "Untuk pelaku usaha: semua barisnya; untuk pasangan: kedua barisnya.\n\n"
         "  bina explain lotim.db E-52K7-3M4Q-X\n  bina explain lotim.db 7301175967745 "
         "7301175967802"},
    .least = 2,
    .most = 3,
    .run = run,
};
