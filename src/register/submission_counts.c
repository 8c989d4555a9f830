/* A regency that sends only counts: a small table becomes figures it declared. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/codes.h>
#include <bina/list.h>
#include <bina/reference.h>
#include "base/text.h"
#include "exchange/mapping.h"
#include "exchange/numbers.h"
#include "exchange/words.h"
#include "register/ledger.h"
#include "register/submission.h"
#include "register/text_map.h"
#include "store/sql.h"

#define LINE  "#line"
#define SHEET "#sheet"

enum { COUNT, UNIT, SCOPE, CLASS, REGION, COLUMNS };

/* What headers call the columns, as bina_header_key writes them. */
static const char *const aliases[COLUMNS][12] = {
    [COUNT] = {"count", "jumlah", "banyaknya", "number", "jumlah ikm", "jumlah unit usaha",
               "jumlah usaha", "unit usaha", NULL},
    [UNIT] = {"unit", "satuan", "jenis", "jenis satuan", NULL},
    [SCOPE] = {"scope", "cakupan", "bidang", "lapangan usaha", NULL},
    [CLASS] = {"class", "golongan", "skala", "skala usaha", "kbli", "komoditas", NULL},
    [REGION] = {"region", "wilayah", "kode wilayah", "kecamatan", "kode kecamatan", NULL},
};

/* Headers of people and businesses: a list with these has rows, whatever else it has. */
static const char *const named[] = {
    "nama",          "nama usaha", "nama pemilik", "nik",     "nama pengusaha",
    "business name", "owner name", "nib",          "pemilik", NULL};

static bool
is_one_of(const char *key, const char *const *words)
{
    for (; *words != NULL; words++)
        if (strcmp(key, *words) == 0)
            return true;
    return false;
}

/* Which column is where; -1 for none. Gives whether the table is one of counts. */
static bool
find_columns(const bina_description *rows, int columns[COLUMNS])
{
    bool people = false;

    for (int c = 0; c < COLUMNS; c++)
        columns[c] = -1;
    for (int slot = 0; slot < bina_description_count(rows); slot++) {
        char key[BINA_HEADER_KEY];
        bina_header_key(bina_field_name(bina_description_field(rows, slot)), key, sizeof key);
        people |= is_one_of(key, named);
        for (int c = 0; c < COLUMNS; c++)
            if (columns[c] < 0 && is_one_of(key, aliases[c]))
                columns[c] = slot;
    }
    return columns[COUNT] >= 0 && !people;
}

static bina_status
open_table(const char *path, bina_faults *faults, bina_error *error, bina_cursor **rows)
{
    bina_list_options how = BINA_LIST_OPTIONS_INIT;

    how.line_column = LINE;
    how.sheet_column = SHEET;
    how.faults = faults;
    return bina_list_open(path, &how, error, rows);
}

bina_status
bina_counts_is(const char *path, bool *counts, bina_error *error)
{
    bina_cursor *rows = NULL;
    int columns[COLUMNS];
    bina_status status = open_table(path, NULL, error, &rows);

    *counts = status == BINA_OK && find_columns(bina_cursor_description(rows), columns);
    bina_cursor_free(rows);
    return status;
}

/* ---- one row ---- */

typedef struct counting {
    bina_store *store;
    const char *path, *code;
    bina_faults *faults;
    bina_record *figure;
    bina_text_map seen; /* regions, units, scopes and classes told already */
    int64_t line;
    const char *sheet; /* of a workbook; NULL: none */
} counting;

static void
complain(counting *self, const char *field, const char *rule, const char *english,
         const char *indonesian)
{
    bina_error fault;

    (void)bina_error_set(&fault, BINA_ERR_INVALID, "%s%.0s", "%.0s%s", english, indonesian);
    bina_error_at(&fault, "figure", field, rule);
    bina_error_in_file(&fault, self->path, self->line, 0);
    bina_error_in_sheet(&fault, self->sheet);
    bina_faults_add(self->faults, &fault);
}

/* Passes a word at the beginning of a text. */
static bool
pass(const char **text, const char *word)
{
    size_t length = strlen(word);

    if (strncmp(*text, word, length) != 0)
        return false;
    *text += length;
    while (**text == ' ')
        (*text)++;
    return true;
}

/* How exact a number is said to be; `text` moves behind the words. */
static const char *
find_qualifier(const char **text)
{
    static const struct {
        const char *word, *qualifier;
    } words[] = {
        {"kurang lebih", "about"},
        {"sekitar", "about"},
        {"kira-kira", "about"},
        {"hampir", "about"},
        {"+/-", "about"},
        {"\xC2\xB1", "about"},
        {"~", "about"},
        {"about", "about"},
        {"sedikitnya", "at_least"},
        {"sekurangnya", "at_least"},
        {"minimal", "at_least"},
        {"lebih dari", "at_least"},
        {">=", "at_least"},
        {">", "at_least"},
        {"paling banyak", "at_most"},
        {"maksimal", "at_most"},
        {"kurang dari", "at_most"},
        {"<=", "at_most"},
        {"<", "at_most"},
    };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (pass(text, words[i].word))
            return words[i].qualifier;
    return "exact";
}

/* A second number after a hyphen or "sampai", such as in "50-60"; it is cut off. */
static const char *
cut_range(char *text)
{
    static const char *const between[] = {" sampai ", " s/d ", "\xE2\x80\x93", "-", NULL};

    for (size_t i = 0; between[i] != NULL; i++) {
        char *at = strstr(text + (text[0] != '\0'), between[i]);
        const char *rest = at != NULL ? at + strlen(between[i]) : NULL;
        while (rest != NULL && *rest == ' ')
            rest++;
        if (rest != NULL && *rest >= '0' && *rest <= '9') {
            *at = '\0';
            return rest;
        }
    }
    return NULL;
}

static bool
read_count(counting *self, const char *cell)
{
    char text[64];
    const char *from = text, *qualifier, *upper;
    int64_t low = 0, high = 0;
    bina_verdict verdict = {NULL, BINA_ERROR, NULL, NULL};

    bina_words_lower(cell, text, sizeof text);
    qualifier = find_qualifier(&from);
    upper = cut_range(text + (from - text));
    if (!bina_number_read(from, 1, false, &low, &verdict) || low < 0) {
        complain(self, "count", "count.number", "This is no count.", "Ini bukan jumlah.");
        return false;
    }
    high = low;
    if (upper != NULL && (!bina_number_read(upper, 1, false, &high, &verdict) || high < low)) {
        complain(self, "count", "count.range", "This range ends before it begins.",
                 "Rentang ini berakhir sebelum mulai.");
        return false;
    }
    bina_set_int(self->figure, BINA_FIGURE_LOW, low);
    if (strcmp(qualifier, "at_most") == 0)
        bina_set_int(self->figure, BINA_FIGURE_LOW, 0);
    if (strcmp(qualifier, "at_least") != 0)
        bina_set_int(self->figure, BINA_FIGURE_HIGH, high);
    bina_set_text(self->figure, BINA_FIGURE_QUALIFIER, high > low ? "about" : qualifier);
    bina_set_text(self->figure, BINA_FIGURE_AS_STATED, cell);
    return true;
}

/* A word of a code list in either language; without one, `usual`. */
static bool
read_code(counting *self, int field, const char *list, const char *cell, const char *usual)
{
    const char *word = cell != NULL ? bina_codes_find(list, cell) : usual;

    if (word != NULL)
        bina_set_text(self->figure, field, word);
    else
        complain(self,
                 bina_field_name(bina_description_field(bina_kind_description(BINA_FIGURE), field)),
                 "code.unknown", "The word is not one of its code list.",
                 "Kata ini tidak ada dalam daftar kodenya.");
    return word != NULL;
}

/* The regency itself, or a part of it by code or by the name of a district. */
static bool
read_region(counting *self, const char *cell)
{
    bina_record *region = NULL;
    bina_status status = BINA_OK;
    bool known = true;

    if (cell == NULL) {
        bina_set_text(self->figure, BINA_FIGURE_REGION, self->code);
        return true;
    }
    status = cell[0] >= '0' && cell[0] <= '9'
                 ? bina_region_get(cell, 0, &region, NULL)
                 : bina_region_resolve(NULL, cell, self->code, NULL, &region, NULL);
    if (status == BINA_ERR_NOT_FOUND && !(cell[0] >= '0' && cell[0] <= '9'))
        status = bina_region_resolve(NULL, NULL, cell, NULL, &region, NULL);
    known = status == BINA_OK &&
            bina_region_is_under(bina_record_text(region, BINA_REGION_CODE), self->code, 0);
    if (known)
        bina_set_text(self->figure, BINA_FIGURE_REGION, bina_record_text(region, BINA_REGION_CODE));
    else
        complain(self, "region", "count.region", "This is no part of the regency.",
                 "Ini bukan bagian dari kabupaten/kota itu.");
    bina_record_free(region);
    return known;
}

/* Whether this region, unit, scope and class were not told before. */
static bina_status
is_new(counting *self, bool *fresh)
{
    static const int fields[] = {BINA_FIGURE_REGION, BINA_FIGURE_UNIT, BINA_FIGURE_SCOPE,
                                 BINA_FIGURE_CATEGORY};
    char key[256] = "";

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const char *text = bina_record_text(self->figure, fields[i]);
        size_t used = strlen(key);
        (void)snprintf(key + used, sizeof key - used, "%s|", text != NULL ? text : "");
    }
    if (bina_text_map_add(&self->seen, key, 0, fresh) == NULL)
        return BINA_ERR_NO_MEMORY;
    if (!*fresh)
        complain(self, "count", "count.twice", "This was told in an earlier row.",
                 "Ini sudah disebut pada baris sebelumnya.");
    return BINA_OK;
}

/* The text of a cell; NULL when it says nothing. */
static const char *
cell_of(const bina_record *row, int slot)
{
    const char *text = slot >= 0 ? bina_record_text(row, slot) : NULL;

    return text != NULL && !bina_words_missing(text) ? text : NULL;
}

static bina_status
take_row(counting *self, const bina_record *row, const int columns[COLUMNS], bool *taken)
{
    const char *count = cell_of(row, columns[COUNT]), *class = cell_of(row, columns[CLASS]);
    bool good;

    *taken = false;
    if (count == NULL)
        return BINA_OK;
    good = read_count(self, count);
    good &=
        read_code(self, BINA_FIGURE_UNIT, "row_nature", cell_of(row, columns[UNIT]), "enterprise");
    good &= read_code(self, BINA_FIGURE_SCOPE, "scope", cell_of(row, columns[SCOPE]),
                      columns[SCOPE] >= 0 ? NULL : "industry");
    good &= read_region(self, cell_of(row, columns[REGION]));
    if (class != NULL)
        bina_set_text(self->figure, BINA_FIGURE_CATEGORY, class);
    *taken = good;
    return good ? is_new(self, taken) : BINA_OK;
}

/* ---- the file ---- */

/* What an earlier file of the submission declared is replaced. */
static bina_status
replace_earlier(bina_store *store, const bina_record *submission)
{
    bina_query *query = bina_query_new(BINA_FIGURE);
    bina_record *change = bina_record_new(BINA_FIGURE);
    bina_ledger earlier = {0};
    bina_status status = change != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    if (query != NULL) {
        bina_query_where_int(query, BINA_FIGURE_SUBJECT, BINA_EQ, bina_record_id(submission));
        bina_query_where_text(query, BINA_FIGURE_VALIDITY, BINA_NE, "replaced");
    }
    if (status == BINA_OK)
        status = bina_ledger_load(&earlier, store, query, 0);
    else
        bina_query_free(query);
    for (size_t i = 0; status == BINA_OK && i < earlier.count; i++) {
        bina_record_clear(change);
        bina_set_int(change, BINA_FIGURE_ID, earlier.lines[i].id);
        bina_set_text(change, BINA_FIGURE_VALIDITY, "replaced");
        status = bina_store_update(store, change);
    }
    bina_ledger_drop(&earlier);
    bina_record_free(change);
    return status;
}

static bina_status
store_figure(counting *self, const bina_record *submission, const bina_period *period)
{
    const char *name = strrchr(self->path, '/'), *by;
    char source[300]; /* a file's name has 255 bytes at most */

    bina_text_print(source, sizeof source, "%s:%lld", name != NULL ? name + 1 : self->path,
                    (long long)self->line);
    by = bina_record_text(submission, BINA_SUBMISSION_SENT_BY);
    bina_set_int(self->figure, BINA_FIGURE_SUBJECT, bina_record_id(submission));
    bina_set_text(self->figure, BINA_FIGURE_WHAT, "count");
    bina_set_int(self->figure, BINA_FIGURE_DAY_FROM, period->to);
    bina_set_int(self->figure, BINA_FIGURE_DAY_TO, period->to);
    bina_set_text(self->figure, BINA_FIGURE_SPEAKER, by != NULL ? by : self->code);
    bina_set_text(self->figure, BINA_FIGURE_SOURCE, source);
    bina_set_text(self->figure, BINA_FIGURE_VALIDITY, "declared");
    return bina_store_add(self->store, self->figure, NULL);
}

bina_status
bina_counts_read(bina_store *store, const char *path, const bina_record *submission,
                 const bina_period *period, bina_faults *faults, int64_t *kept, bina_error *error)
{
    counting self = {.store = store,
                     .path = path,
                     .faults = faults,
                     .code = bina_record_text(submission, BINA_SUBMISSION_REGION)};
    bina_cursor *rows = NULL;
    const bina_record *row;
    int columns[COLUMNS];
    bina_status status = open_table(path, faults, error, &rows);
    bool taken;

    *kept = 0;
    if (status != BINA_OK)
        return status;
    if (!find_columns(bina_cursor_description(rows), columns)) {
        status =
            bina_error_set(error, BINA_ERR_SYNTAX, "the file has no column of counts (\"jumlah\")",
                           "berkas tidak mempunyai kolom \"jumlah\"");
        bina_error_in_file(error, path, 1, 0);
    }
    if (status == BINA_OK)
        status = replace_earlier(store, submission);
    while (status == BINA_OK && (status = bina_cursor_next(rows, &row)) == BINA_OK) {
        self.line =
            bina_record_int(row, bina_description_find(bina_cursor_description(rows), LINE));
        self.sheet =
            bina_record_text(row, bina_description_find(bina_cursor_description(rows), SHEET));
        self.figure = bina_record_new(BINA_FIGURE);
        status = self.figure != NULL ? take_row(&self, row, columns, &taken) : BINA_ERR_NO_MEMORY;
        if (status == BINA_OK && taken) {
            status = store_figure(&self, submission, period);
            ++*kept;
        }
        bina_record_free(self.figure);
    }
    if (status == BINA_DONE)
        status = BINA_OK;
    else if (bina_error_status(bina_cursor_error(rows)) == status)
        bina_error_copy(error, bina_cursor_error(rows));
    bina_text_map_drop(&self.seen);
    bina_cursor_free(rows);
    return status;
}
