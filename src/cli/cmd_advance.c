/* bina advance, steps and due: lifecycles, and every reason why not. */
#include <stdlib.h>
#include <string.h>
#include "store.h"

static const cli_option advance_options[] = {
    {"on", "DATE", {"the day it was taken (today)", "tanggal langkah itu (hari ini)"}},
    {"reason",
     "WORD",
     {"why: a word of the code list step_reason", "sebab: satu kata dari daftar step_reason"}},
    {"note", "TEXT", {"why, in words", "sebab, dengan kata-kata"}},
    {"paper",
     "ID",
     {"the document that orders or proves it", "dokumen yang memerintahkan atau membuktikannya"}},
    {"set",
     "FIELD=VALUE[,...]",
     {"fields set with it; write a comma within a value as \\,",
      "isian yang ditetapkan bersamanya; koma di dalam nilai ditulis \\,"}},
    {"dry-run",
     NULL,
     {"ask every condition and change nothing", "periksa semua syarat tanpa mengubah apa pun"}},
    {NULL, NULL, {NULL, NULL}},
};

static const cli_option due_options[] = {
    {"on", "DATE", {"the day (today)", "tanggal (hari ini)"}},
    {"dry-run", NULL, {"only tell what is due", "hanya tampilkan yang jatuh waktu"}},
    {NULL, NULL, {NULL, NULL}},
};

static const cli_option steps_options[] = {
    {NULL, NULL, {NULL, NULL}},
};

/* The day of --on; false after complaining. 0: not said. */
static bool
option_day(const cli *self, int64_t *day)
{
    const char *on = cli_option_value(self, "on");

    *day = 0;
    if (on == NULL || bina_date_parse(on, day))
        return true;
    cli_complain(self, "--on is a day such as 2021-12-31", "--on itu hari seperti 2021-12-31");
    return false;
}

/* ---- advance ---- */

/* Takes one FIELD=VALUE into the record; false after complaining. */
static bool
take_value(const cli *self, bina_record *values, char *text)
{
    const bina_description *description = bina_record_description(values);
    char *equals = strchr(text, '=');
    const bina_field *field;
    int slot = -1;

    if (equals != NULL) {
        *equals = '\0';
        slot = bina_description_find(description, text);
    }
    if (slot < 0) {
        cli_complain(self, "--set takes FIELD=VALUE with a field of %s, not \"%s\"",
                     "--set berisi ISIAN=NILAI dengan isian %s, bukan \"%s\"",
                     bina_description_name(description), text);
        return false;
    }
    field = bina_description_field(description, slot);
    if (equals[1] == '\0') {
        bina_set_null(values, slot);
    } else if (bina_type_held_as(bina_field_type(field)) == BINA_INT &&
               bina_field_type(field) != BINA_DATE && bina_field_type(field) != BINA_TIME) {
        char *end;
        int64_t number = strtoll(equals + 1, &end, 10);
        if (*end != '\0') {
            cli_complain(self, "%s takes a whole number, not \"%s\"",
                         "%s berisi bilangan bulat, bukan \"%s\"", text, equals + 1);
            return false;
        }
        bina_set_int(values, slot, number);
    } else {
        bina_set_text(values, slot, equals + 1);
    }
    return true;
}

/* The record of --set, or NULL without; `ended` tells what went wrong. */
static bina_record *
read_values(const cli *self, bina_store *store, bina_id id, int *ended)
{
    const char *given = cli_option_value(self, "set");
    bina_record *values;
    char *copy, *from, *to;

    if (given == NULL)
        return NULL;
    values = bina_record_new_of(bina_store_description(store, bina_id_kind(id)));
    copy = malloc(strlen(given) + 1);
    if (values == NULL || copy == NULL) {
        *ended = cli_fail_status(self, BINA_ERR_NO_MEMORY);
        free(copy);
        bina_record_free(values);
        return NULL;
    }
    strcpy(copy, given);
    for (from = copy; *ended == CLI_OK && from != NULL;) {
        char *next = NULL;
        to = from;
        for (char *c = from; *c != '\0'; c++) {
            if (c[0] == '\\' && c[1] == ',')
                c++;
            else if (c[0] == ',') {
                next = c + 1;
                break;
            }
            *to++ = *c;
        }
        *to = '\0';
        if (!take_value(self, values, from))
            *ended = CLI_USAGE;
        from = next;
    }
    free(copy);
    if (*ended == CLI_OK)
        return values;
    bina_record_free(values);
    return NULL;
}

/* Without a step: those there are. */
static int
tell_possible(const cli *self, bina_store *store, bina_id id)
{
    static const char *const english[] = {"verb", "label",   "enters",  "paper", "needs_reason",
                                          "sets", "allowed", "because", NULL};
    static const char *const indonesian[] = {"verb", "sebutan", "enters",  "paper", "needs_reason",
                                             "sets", "allowed", "because", NULL};
    bina_cursor *cursor;

    if (bina_steps_possible(store, id, &cursor) != BINA_OK)
        return cli_fail_store(self, store);
    return cli_print_columns(self, cursor,
                             self->language == BINA_INDONESIAN ? indonesian : english);
}

static int
take_step(const cli *self, bina_store *store, bina_id id)
{
    bina_advance_options options = BINA_ADVANCE_OPTIONS_INIT;
    const char *verb = self->arguments[2], *paper = cli_option_value(self, "paper");
    bina_record *values = NULL, *document = NULL;
    bina_status status;
    int ended = CLI_OK;

    if (!option_day(self, &options.on))
        return CLI_USAGE;
    options.reason = cli_option_value(self, "reason");
    options.note = cli_option_value(self, "note");
    options.dry_run = cli_option_value(self, "dry-run") != NULL;
    if (paper != NULL)
        ended = cli_find_record(self, store, paper, &document);
    if (ended == CLI_OK)
        values = read_values(self, store, id, &ended);
    if (ended == CLI_OK) {
        options.paper = document != NULL ? bina_record_id(document) : 0;
        options.values = values;
        status = bina_advance(store, id, verb, &options);
        if (status == BINA_ERR_REFUSED)
            ended = cli_tell_refusals(self, store);
        else if (status != BINA_OK)
            ended = cli_fail_store(self, store);
        else
            cli_remark(self, options.dry_run ? "it could be done: %s" : "done: %s",
                       options.dry_run ? "dapat dilakukan: %s" : "selesai: %s", verb);
    }
    bina_record_free(values);
    bina_record_free(document);
    return ended;
}

static int
run_advance(cli *self)
{
    bina_store *store;
    bina_record *record = NULL;
    int ended = cli_open_store(self, BINA_STORE_MUST_EXIST, &store);

    if (ended != CLI_OK)
        return ended;
    ended = cli_find_record(self, store, self->arguments[1], &record);
    if (ended == CLI_OK)
        ended = self->count > 2 ? take_step(self, store, bina_record_id(record))
                                : tell_possible(self, store, bina_record_id(record));
    bina_record_free(record);
    bina_store_close(store);
    return ended;
}

/* ---- steps ---- */

static int
steps_taken(const cli *self)
{
    static const char *const columns[] = {"taken", "verb",  "left",  "entered", "reason",
                                          "note",  "paper", "actor", NULL};
    bina_query *query = bina_query_new(BINA_STEP);
    bina_record *record = NULL;
    bina_cursor *cursor = NULL;
    bina_store *store;
    int ended = cli_open_store(self, BINA_STORE_READ_ONLY, &store);

    if (ended == CLI_OK)
        ended = cli_find_record(self, store, self->arguments[1], &record);
    if (ended == CLI_OK && query == NULL)
        ended = cli_fail_status(self, BINA_ERR_NO_MEMORY);
    if (ended == CLI_OK) {
        bina_query_where_int(query, BINA_STEP_SUBJECT, BINA_EQ, bina_record_id(record));
        bina_query_order(query, BINA_STEP_ID, false);
        ended = bina_store_list(store, query, &cursor) == BINA_OK
                    ? cli_print_columns(self, cursor, columns)
                    : cli_fail_store(self, store);
    }
    bina_query_free(query);
    bina_record_free(record);
    bina_store_close(store);
    return ended;
}

static int
run_steps(cli *self)
{
    bina_error *error = NULL;
    bina_cursor *cursor;
    int kind, ended;

    if (self->count == 2)
        return steps_taken(self);
    kind = bina_kind_find(self->arguments[0]);
    if (kind == BINA_NO_KIND) {
        cli_complain(
            self, "there is no kind \"%s\"; give a kind, or a store and the id of a record",
            "tidak ada jenis data \"%s\"; berikan jenis data, atau register dan nomor data",
            self->arguments[0]);
        return CLI_USAGE;
    }
    error = bina_error_new();
    ended = bina_steps_of_kind(kind, error, &cursor) == BINA_OK ? cli_print_cursor(self, cursor)
                                                                : cli_fail(self, error);
    bina_error_free(error);
    return ended;
}

/* ---- due ---- */

static int
run_due(cli *self)
{
    bina_store *store;
    bina_cursor *cursor;
    int64_t day;
    int ended;

    if (!option_day(self, &day))
        return CLI_USAGE;
    ended = cli_open_store(self, BINA_STORE_MUST_EXIST, &store);
    if (ended != CLI_OK)
        return ended;
    ended =
        bina_advance_due(store, day, cli_option_value(self, "dry-run") != NULL, &cursor) == BINA_OK
            ? cli_print_cursor(self, cursor)
            : cli_fail_store(self, store);
    bina_store_close(store);
    return ended;
}

const cli_command cli_advance = {
    .name = "advance",
    .arguments = "STORE RECORD [STEP]",
    .summary = {"move a record on to its next state", "lanjutkan suatu data ke keadaan berikutnya"},
    .detail =
        {"Programmes, batches, participants, grants, tools, listings and loans change their state "
         "by\n"
         "steps. A step is made whole, with all that follows from it, or refused with every\n"
         "condition that is not met. Without a step: those there are now. RECORD is an id or a\n"
         "number for paper.\n\n"
         "  bina advance lotim.db B-52K7-3M4Q-X\n"
         "  bina advance lotim.db B-52K7-3M4Q-X approve --on 2021-03-01 --paper 88 "
         "--set approved=25000000",
         "Program, angkatan, peserta, bantuan, alat, produk di ritel, dan kredit berganti keadaan\n"
         "melalui langkah. Suatu langkah dilakukan utuh beserta akibatnya, atau ditolak dengan\n"
         "semua syarat yang belum terpenuhi. Tanpa langkah: yang mungkin kini. RECORD ialah nomor\n"
         "data atau nomor kertasnya.\n\n"
         "  bina advance lotim.db B-52K7-3M4Q-X\n"
         "  bina advance lotim.db B-52K7-3M4Q-X approve --on 2021-03-01 --paper 88 "
         "--set approved=25000000"},
    .options = advance_options,
    .least = 2,
    .most = 3,
    .run = run_advance,
};

const cli_command cli_steps = {
    .name = "steps",
    .arguments = "KIND | STORE RECORD",
    .summary = {"the steps of a kind, or those a record took",
                "langkah suatu jenis data, atau yang telah ditempuh"},
    .detail = {"  bina steps grant\n  bina steps lotim.db B-52K7-3M4Q-X",
               "  bina steps grant\n  bina steps lotim.db B-52K7-3M4Q-X"},
    .options = steps_options,
    .least = 1,
    .most = 2,
    .run = run_steps,
};

const cli_command cli_due = {
    .name = "due",
    .arguments = "STORE",
    .summary = {"take the steps that are due by their date", "lakukan langkah yang jatuh waktunya"},
    .detail =
        {"Permits expire, and with them what stands on the shelf; approved loans lapse; "
         "agreements\n"
         "end. Good for a nightly job.\n\n  bina due lotim.db --dry-run",
         "Izin kedaluwarsa, dan dengannya produk di rak; kredit yang disetujui gugur; kesepakatan\n"
         "berakhir. Cocok dijalankan tiap malam.\n\n  bina due lotim.db --dry-run"},
    .options = due_options,
    .least = 1,
    .most = 1,
    .run = run_due,
};
