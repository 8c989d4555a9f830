/* bina check: whether a number is what it claims to be, and what it says. */
#include <string.h>
#include "cli.h"

static const cli_option options[] = {
    {"today",
     "DATE",
     {"reason ages and validity from this day (YYYY-MM-DD)",
      "hitung umur dan masa berlaku dari hari ini (TTTT-BB-HH)"}},
    {NULL, NULL, {NULL, NULL}},
};

static int
name_validators(const cli *self, const char *what)
{
    cli_complain(self, "there is no check \"%s\"; there are:",
                 "tidak ada pemeriksaan \"%s\"; yang ada:", what);
    for (int n = 0; bina_check_at(n) != NULL; n++)
        fprintf(stderr, "  %-8s %s\n", bina_check_at(n),
                bina_check_doc(bina_check_at(n), self->language));
    return CLI_USAGE;
}

/* The verdict and the complaints in one description, for programs. */
static bina_cursor *
as_cursor(const bina_reading *reading)
{
    enum { WHAT, OK, NORMAL, SEVERITY, RULE, MESSAGE, PESAN };
    bina_description *d = bina_description_new("reading", "What a check found.");
    bina_rows *rows = NULL;
    bina_record *record = NULL;
    bina_cursor *cursor = NULL;
    int n = 0;

    if (d == NULL)
        return NULL;
    bina_description_add_field(d, "what", BINA_TEXT, NULL, "The check.", 0);
    bina_description_add_field(d, "ok", BINA_BOOL, NULL, "Whether the value passes.", 0);
    bina_description_add_field(d, "normal", BINA_TEXT, NULL, "The normal form.", 0);
    bina_description_add_field(d, "severity", BINA_CODE, "severity", "Of the complaint.", 0);
    bina_description_add_field(d, "rule", BINA_TEXT, NULL, "The rule.", 0);
    bina_description_add_field(d, "message", BINA_TEXT, NULL, "In English.", 0);
    bina_description_add_field(d, "pesan", BINA_TEXT, NULL, "In Indonesian.", 0);
    rows = bina_rows_new(d);
    record = bina_record_new_of(d);
    if (rows == NULL || record == NULL)
        goto out;
    do {
        const bina_error *complaint = bina_reading_complaint(reading, n);
        bina_record_clear(record);
        bina_set(record, WHAT, bina_reading_what(reading));
        bina_set(record, OK, bina_reading_ok(reading));
        if (bina_reading_ok(reading))
            bina_set(record, NORMAL, bina_reading_normal(reading));
        if (complaint != NULL) {
            bina_set(record, SEVERITY,
                     bina_error_severity(complaint) == BINA_WARNING ? "warning" : "error");
            bina_set(record, RULE, bina_error_rule(complaint));
            bina_set(record, MESSAGE, bina_error_message(complaint, BINA_ENGLISH));
            bina_set(record, PESAN, bina_error_message(complaint, BINA_INDONESIAN));
        }
        if (bina_rows_add(rows, record) != BINA_OK)
            goto out;
    } while (++n < bina_reading_count(reading));
    cursor = bina_rows_to_cursor(rows);
    rows = NULL;
out:
    bina_rows_free(rows);
    bina_record_free(record);
    bina_description_free(d);
    return cursor;
}

static void
print_for_people(const cli *self, const bina_reading *reading)
{
    if (bina_reading_ok(reading))
        printf("%s: %s\n", cli_text(self, "good", "sah"), bina_reading_normal(reading));
    else
        printf("%s\n", cli_text(self, "refused", "ditolak"));
    for (int n = 0; n < bina_reading_count(reading); n++) {
        const bina_error *complaint = bina_reading_complaint(reading, n);
        printf("%s: %s [%s]\n",
               bina_codes_label(
                   "severity", bina_error_severity(complaint) == BINA_WARNING ? "warning" : "error",
                   self->language),
               bina_error_message(complaint, self->language), bina_error_rule(complaint));
    }
    if (bina_reading_ok(reading) && bina_reading_facts(reading) != NULL)
        cli_print_record(self, bina_reading_facts(reading));
}

static int
run(cli *self)
{
    bina_check_options check = {.struct_size = sizeof check};
    const char *what = self->arguments[0], *today = cli_option_value(self, "today");
    bina_reading *reading = NULL;
    bina_status status;
    int ended;

    if (today != NULL) {
        check.has_today = true;
        if (!bina_date_parse(today, &check.today)) {
            cli_complain(self, "--today is a day as 2026-11-09",
                         "--today itu hari seperti 2026-11-09");
            return CLI_USAGE;
        }
    }
    status = bina_check(what, self->arguments[1], &check, &reading);
    if (status == BINA_ERR_NOT_FOUND)
        return name_validators(self, what);
    if (reading == NULL)
        return cli_fail_status(self, status);
    ended = bina_reading_ok(reading) ? CLI_OK : CLI_FOUND;
    if (self->format == CLI_TABLE) {
        print_for_people(self, reading);
    } else {
        bina_cursor *cursor = as_cursor(reading);
        int printed = cursor != NULL ? cli_print_cursor(self, cursor)
                                     : cli_fail_status(self, BINA_ERR_NO_MEMORY);
        if (printed != CLI_OK)
            ended = printed;
    }
    bina_reading_free(reading);
    return ended;
}

const cli_command cli_check = {
    .name = "check",
    .arguments = "nik|nib|kbli|gtin|phone|... VALUE",
    .summary = {"check a number and tell what it says", "periksa sebuah nomor dan artinya"},
    .detail =
        {"Ends with 0 when the value passes (perhaps with warnings) and 1 when it is refused.\n\n"
         "  bina check nik 5203054107800001\n"
         "  bina check phone \"0812 0000 0000\"",
         "Berakhir dengan 0 bila nilai sah (mungkin dengan peringatan) dan 1 bila ditolak.\n\n"
         "  bina check nik 5203054107800001\n"
         "  bina check phone \"0812 0000 0000\""},
    .options = options,
    .least = 2,
    .most = 2,
    .run = run,
};
