#include "link_told.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

enum { WIDEST = 34 };

/* ---- what came out ---- */

static void
tell_summary(const cli *self, const bina_record *summary)
{
    int64_t rows = bina_record_int(summary, BINA_LINKAGE_SUMMARY_ROWS);
    int64_t entities = bina_record_int(summary, BINA_LINKAGE_SUMMARY_ENTITIES);
    int64_t shared = bina_record_int(summary, BINA_LINKAGE_SUMMARY_SHARED);
    int64_t doubtful = bina_record_int(summary, BINA_LINKAGE_SUMMARY_DOUBTFUL);
    int64_t links = bina_record_int(summary, BINA_LINKAGE_SUMMARY_LINKS);

    cli_remark(
        self,
        "%" PRId64 " %s %" PRId64 " %s, of which %" PRId64 " %s more than one row; %" PRId64
        " %s %" PRId64 " more in doubt.",
        "%" PRId64 " %s %" PRId64 " %s, %" PRId64 " di antaranya %s lebih dari satu baris; %" PRId64
        " %s %" PRId64 " lagi diragukan.",
        rows, cli_word(self, rows, "row is", "rows are", "baris adalah"), entities,
        cli_word(self, entities, "entity", "entities", "entitas"), shared,
        cli_word(self, shared, "has", "have", "terdiri dari"), links,
        cli_word(self, links, "pair is linked,", "pairs are linked,", "pasangan ditautkan dan"),
        doubtful);
    if (bina_record_get(summary, BINA_LINKAGE_SUMMARY_PRECISION).type != BINA_NULL)
        cli_remark(
            self,
            "Expected: %.1f %% of the rows put together belong together, and %.1f %% of those "
            "that belong together are.",
            "Perkiraan: %.1f %% baris yang disatukan memang satu, dan %.1f %% dari yang "
            "memang satu sudah disatukan.",
            100 * bina_record_real(summary, BINA_LINKAGE_SUMMARY_PRECISION),
            100 * bina_record_real(summary, BINA_LINKAGE_SUMMARY_RECALL));
}

/* Lists that share no column: an answer that looks like "nobody is in both" and is none. */
static void
tell_apart(const cli *self, const bina_record *summary)
{
    int64_t apart = bina_record_int(summary, BINA_LINKAGE_SUMMARY_APART);

    if (apart == 0)
        return;
    if (bina_record_int(summary, BINA_LINKAGE_SUMMARY_LISTS) == 2)
        cli_remark(
            self,
            "The two lists have no column in common that tells rows apart: rows were sought "
            "within each alone. If columns belong together, say so in settings "
            "(--save-settings, --settings).",
            "Kedua daftar tidak punya kolom yang sama yang membedakan baris: baris hanya dicari "
            "di dalam masing-masing. Bila ada kolom yang sepadan, tulis di pengaturan "
            "(--save-settings, --settings).");
    else
        cli_remark(
            self,
            "%" PRId64 " %s of lists have no column in common that tells rows apart: no row of "
            "the one was held against one of the other. If columns belong together, say so in "
            "settings "
            "(--save-settings, --settings).",
            "%" PRId64 " %s daftar tidak punya kolom yang sama yang membedakan baris: barisnya "
            "tidak saling dibandingkan. Bila ada kolom yang sepadan, tulis di pengaturan "
            "(--save-settings, --settings).",
            apart, cli_word(self, apart, "pair", "pairs", "pasang"));
}

/* How many rows cannot be linked, and what most of them lack. */
static bina_status
tell_gaps(const cli *self, bina_linkage *linkage, int64_t unlinkable)
{
    bina_cursor *cursor;
    const bina_record *gap;
    bina_status status = bina_linkage_gaps(linkage, &cursor);
    const char *missing;
    int64_t most;

    if (status != BINA_OK)
        return status;
    status = bina_cursor_next(cursor, &gap);
    if (status == BINA_OK) {
        missing = bina_record_text(gap, BINA_LINKAGE_GAP_MISSING);
        most = bina_record_int(gap, BINA_LINKAGE_GAP_UNLINKABLE);
        if (missing != NULL)
            cli_remark(self,
                       "%" PRId64 " %s too little to be linked even to a row just like it "
                       "(--unlinkable); %" PRId64 " of them %s no %s.",
                       "%" PRId64 " %s terlalu sedikit isinya untuk ditautkan, bahkan dengan baris "
                       "yang sama persis (--unlinkable); %" PRId64 " di antaranya %s: %s.",
                       unlinkable, cli_word(self, unlinkable, "row says", "rows say", "baris"),
                       most, cli_word(self, most, "has", "have", "tidak punya"), missing);
        else
            cli_remark(self,
                       "%" PRId64 " %s too little to be linked even to a row just like it "
                       "(--unlinkable).",
                       "%" PRId64 " %s terlalu sedikit isinya untuk ditautkan, bahkan dengan baris "
                       "yang sama persis (--unlinkable).",
                       unlinkable, cli_word(self, unlinkable, "row says", "rows say", "baris"));
    }
    bina_cursor_free(cursor);
    return status < 0 ? status : BINA_OK;
}

int
cli_tell_linkage(const cli *self, bina_linkage *linkage)
{
    bina_cursor *cursor = NULL;
    const bina_record *summary;
    bina_status status;
    bool compared;

    if (self->quiet)
        return CLI_OK;
    status = cli_tell_columns(self, linkage, &compared);
    if (status == BINA_OK)
        status = bina_linkage_summary(linkage, &cursor);
    if (status == BINA_OK)
        status = bina_cursor_next(cursor, &summary);
    if (status == BINA_OK) {
        int64_t unlinkable = bina_record_int(summary, BINA_LINKAGE_SUMMARY_UNLINKABLE);
        if (compared) /* else that was said, and is no matter of the headers */
            tell_apart(self, summary);
        tell_summary(self, summary);
        if (unlinkable > 0)
            status = tell_gaps(self, linkage, unlinkable);
    }
    bina_cursor_free(cursor);
    return status == BINA_OK ? CLI_OK : cli_fail(self, bina_linkage_error(linkage));
}

/* ---- why ---- */

/* Reads "LIST:ROW", or "ROW" of the only list, of so many bytes. */
static bool
read_row(const cli *self, const char *text, size_t length, char **list, int64_t *row)
{
    size_t digits = 0;
    const char *name = self->arguments[0];

    while (digits < length && text[length - digits - 1] >= '0' && text[length - digits - 1] <= '9')
        digits++;
    if (digits == 0 || digits > 15)
        return false;
    *row = strtoll(text + length - digits, NULL, 10);
    if (digits < length) {
        if (text[length - digits - 1] != ':')
            return false;
        name = text;
        length -= digits + 1;
    } else if (self->count > 1) {
        return false;
    } else {
        length = strlen(name);
    }
    *list = calloc(length + 1, 1);
    if (*list != NULL)
        memcpy(*list, name, length);
    return true;
}

/* Whether both rows are of lists that are linked: known before the work, so said before it. */
static int
check_lists(const cli *self, const cli_two_rows *rows)
{
    for (int i = 0; i < 2; i++) {
        bool linked = false;
        if (rows->list[i] == NULL)
            return cli_fail_status(self, BINA_ERR_NO_MEMORY);
        for (int k = 0; k < self->count; k++)
            linked = linked || strcmp(self->arguments[k], rows->list[i]) == 0;
        if (!linked) {
            cli_complain(self, "--explain: there is no list \"%s\", only %s%s%s%s",
                         "--explain: tidak ada daftar \"%s\", hanya %s%s%s%s", rows->list[i],
                         self->arguments[0], self->count > 1 ? ", " : "",
                         self->count > 1 ? self->arguments[1] : "", self->count > 2 ? "..." : "");
            return CLI_USAGE;
        }
    }
    return CLI_OK;
}

int
cli_read_two_rows(const cli *self, const char *text, cli_two_rows *rows)
{
    rows->list[0] = rows->list[1] = NULL;
    /* A list's name may hold commas: the one meant has a row on either side. */
    for (const char *comma = strchr(text, ','); comma != NULL; comma = strchr(comma + 1, ',')) {
        if (read_row(self, text, (size_t)(comma - text), &rows->list[0], &rows->row[0]) &&
            read_row(self, comma + 1, strlen(comma + 1), &rows->list[1], &rows->row[1]))
            return check_lists(self, rows);
        free(rows->list[0]);
        rows->list[0] = NULL;
    }
    cli_complain(self, "--explain takes two rows, as in a.csv:12,b.csv:40; not \"%s\"",
                 "--explain memerlukan dua baris, seperti a.csv:12,b.csv:40; bukan \"%s\"", text);
    return CLI_USAGE;
}

/* A text padded to a width, cut with an ellipsis when it is wider. */
static void
print_padded(const char *text, int width)
{
    cli_buffer shown = {NULL, 0, 0, false};
    int have = cli_text_width(text), used = 0;
    uint32_t character;

    while ((character = cli_next_character(&text)) != 0) {
        int wide = cli_character_width(character);
        if (have > width && used + wide > width - 1)
            break;
        cli_buffer_character(&shown, character);
        used += wide;
    }
    if (have > width) {
        cli_buffer_text(&shown, "…");
        used++;
    }
    printf("%s%*s", shown.bytes != NULL ? shown.bytes : "", width - used + 2, "");
    cli_buffer_free(&shown);
}

static const char *
text_of(const bina_record *record, int slot)
{
    const char *text = bina_record_text(record, slot);

    return text == NULL ? "" : text;
}

/* The sentence of a reason, without the name of the field that stands before it. */
static const char *
why_of(const bina_record *reason, int slot)
{
    const char *why = text_of(reason, slot), *field = text_of(reason, BINA_LINKAGE_REASON_FIELD);
    size_t length = strlen(field);

    return strncmp(why, field, length) == 0 && strncmp(why + length, ": ", 2) == 0
               ? why + length + 2
               : why;
}

static const int shown[] = {BINA_LINKAGE_REASON_FIELD, BINA_LINKAGE_REASON_VALUE_A,
                            BINA_LINKAGE_REASON_VALUE_B};

enum { SHOWN = sizeof shown / sizeof *shown };

static bina_status
measure(bina_cursor *reasons, int widths[SHOWN], double *total)
{
    const bina_record *reason;
    bina_status status;

    while ((status = bina_cursor_next(reasons, &reason)) == BINA_OK) {
        *total += bina_record_real(reason, BINA_LINKAGE_REASON_WEIGHT);
        for (int c = 0; c < SHOWN; c++) {
            int width = cli_text_width(text_of(reason, shown[c]));
            width = width > WIDEST ? WIDEST : width;
            widths[c] = width > widths[c] ? width : widths[c];
        }
    }
    return status == BINA_DONE ? BINA_OK : status;
}

/* What rounds to 0 is printed as +0.00: -0.00 would look as if it spoke against. */
static double
without_minus_zero(double weight)
{
    return fabs(weight) < 0.005 ? 0 : weight;
}

static void
print_reasons(const cli *self, bina_cursor *reasons, const int widths[SHOWN])
{
    int why =
        self->language == BINA_INDONESIAN ? BINA_LINKAGE_REASON_ALASAN : BINA_LINKAGE_REASON_REASON;
    const bina_record *reason;

    while (bina_cursor_next(reasons, &reason) == BINA_OK) {
        printf("%+8.2f  ",
               without_minus_zero(bina_record_real(reason, BINA_LINKAGE_REASON_WEIGHT)));
        for (int c = 0; c < SHOWN; c++)
            print_padded(text_of(reason, shown[c]), widths[c]);
        printf("%s\n", why_of(reason, why));
    }
}

/* The thresholds of a linkage, as probabilities. */
static bina_status
thresholds(bina_linkage *linkage, double *link, double *review)
{
    bina_cursor *cursor;
    const bina_record *options;
    bina_status status = bina_linkage_effective(linkage, "options", &cursor);

    if (status != BINA_OK)
        return status;
    status = bina_cursor_next(cursor, &options);
    if (status == BINA_OK) {
        *link = bina_record_real(options, BINA_LINKAGE_OPTION_LINK);
        *review = bina_record_real(options, BINA_LINKAGE_OPTION_REVIEW);
    }
    bina_cursor_free(cursor);
    return status;
}

static void
print_end(const cli *self, double total, double link, double review)
{
    double probability = 1 / (1 + exp2(-total));
    const char *end = cli_text(self, "two", "berbeda");

    if (probability >= link)
        end = cli_text(self, "linked", "ditautkan");
    else if (probability >= review)
        end = cli_text(self, "in doubt", "diragukan");
    printf("%+8.2f  %s (%s: %.6g)\n", total, end, cli_text(self, "probability", "peluang"),
           probability);
}

/* It is the command line that names what is not there. */
static int
fail_explaining(const cli *self, bina_linkage *linkage, bina_status status)
{
    cli_fail(self, bina_linkage_error(linkage));
    return status == BINA_ERR_NO_MEMORY ? CLI_FAILED : CLI_USAGE;
}

int
cli_find_two_rows(const cli *self, bina_linkage *linkage, const cli_two_rows *rows)
{
    bina_cursor *none;
    bina_status status = bina_linkage_explain(linkage, rows->list[0], rows->row[0], rows->list[1],
                                              rows->row[1], &none);

    /* Anything else is that nothing was linked yet. */
    return status == BINA_ERR_NOT_FOUND ? fail_explaining(self, linkage, status) : CLI_OK;
}

int
cli_explain_pair(const cli *self, bina_linkage *linkage, const cli_two_rows *rows)
{
    bina_cursor *reasons = NULL;
    int widths[SHOWN] = {0};
    double total = 0, link = 1, review = 1;
    bina_status status = bina_linkage_explain(linkage, rows->list[0], rows->row[0], rows->list[1],
                                              rows->row[1], &reasons);

    if (status != BINA_OK)
        return fail_explaining(self, linkage, status);
    if (self->format != CLI_TABLE)
        return cli_write_cursor(self, reasons, "-", NULL, false);
    status = measure(reasons, widths, &total);
    bina_cursor_free(reasons);
    reasons = NULL;
    if (status == BINA_OK)
        status = thresholds(linkage, &link, &review);
    if (status == BINA_OK)
        status = bina_linkage_explain(linkage, rows->list[0], rows->row[0], rows->list[1],
                                      rows->row[1], &reasons);
    if (status != BINA_OK)
        return cli_fail(self, bina_linkage_error(linkage));
    print_reasons(self, reasons, widths);
    print_end(self, total, link, review);
    bina_cursor_free(reasons);
    return CLI_OK;
}
