/* Pairs to be reviewed as a workbook: two rows a pair, one under the other, to be filled in. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/rows.h>
#include <bina/workbook.h>
#include "base/error.h"
#include "base/options.h"
#include "register/evidence.h"
#include "register/reviewing.h"
#include "store/sql.h"

enum { HEADER = 64, WORDS = 1000 };

/* What speaks for (or against) the pair, in words. */
static void
words_of(const bina_record *pair, bool against, bina_language language, char words[WORDS])
{
    const char *at = bina_record_text(pair, BINA_PAIR_EVIDENCE);
    bina_evidence piece;
    size_t used = 0;

    words[0] = '\0';
    while (bina_evidence_next(&at, &piece)) {
        char label[HEADER], text[256];
        if ((piece.weight < 0) != against || strcmp(piece.field, "prior") == 0 ||
            !bina_evidence_counts(&piece))
            continue;
        bina_evidence_label(piece.field, language, label, sizeof label);
        bina_evidence_words(&piece, label, language, text, sizeof text);
        if (used + strlen(text) + 3 > WORDS)
            break;
        used += (size_t)snprintf(words + used, WORDS - used, "%s%s", used > 0 ? "; " : "", text);
    }
}

static void
fill(bina_record *record, const bina_reviewed *reviewed, int side, int64_t number,
     bina_language language, bool mask)
{
    char words[WORDS], id[24];

    bina_record_clear(record);
    words_of(reviewed->pair, side == 1, language, words);
    for (int slot = 0; bina_review_columns[slot].name != NULL; slot++) {
        const bina_review_column *column = &bina_review_columns[slot];
        const char *text =
            column->field >= 0 ? bina_record_text(reviewed->row[side], column->field) : NULL;
        if (text != NULL && mask && bina_review_is_masked(column->field)) {
            bina_review_set_masked(record, slot, text);
        } else if (column->field >= 0) {
            bina_record_set(record, slot, bina_record_get(reviewed->row[side], column->field));
        } else if (strcmp(column->name, "number") == 0) {
            bina_set_int(record, slot, number);
        } else if (strcmp(column->name, "list") == 0) {
            bina_set_text(record, slot,
                          bina_record_text(reviewed->list[side], BINA_SOURCE_REGISTER_NAME));
        } else if (strcmp(column->name, "evidence") == 0 && words[0] != '\0') {
            bina_set_text(record, slot, words);
        } else if (strcmp(column->name, "pair") == 0) {
            (void)snprintf(id, sizeof id, "%lld", (long long)bina_record_id(reviewed->pair));
            bina_set_text(record, slot, id);
        } else if (strcmp(column->name, "record") == 0) {
            (void)snprintf(id, sizeof id, "%lld", (long long)bina_record_id(reviewed->row[side]));
            bina_set_text(record, slot, id);
        }
    }
}

/* Two records for each pair that is to be reviewed. */
static bina_status
collect(bina_store *store, const bina_review_options *options, bina_language language,
        bina_rows *rows, bina_record *record, int64_t *count)
{
    bool mask = options->purpose == NULL || options->purpose[0] == '\0';
    bina_cursor *pairs = NULL;
    const bina_record *pair;
    bina_status status = bina_review_pairs(store, options, &pairs);

    while (status == BINA_OK && (status = bina_cursor_next(pairs, &pair)) == BINA_OK) {
        bina_reviewed reviewed;
        status = bina_reviewed_load(&reviewed, store, bina_record_int(pair, BINA_REVIEW_PAIR_ID));
        ++*count;
        for (int side = 0; status == BINA_OK && side < 2; side++) {
            fill(record, &reviewed, side, *count, language, mask);
            status = bina_rows_add(rows, record);
        }
        bina_reviewed_drop(&reviewed);
    }
    bina_cursor_free(pairs);
    return status == BINA_DONE ? BINA_OK : status;
}

/* What people who fill it in must know, as a sheet of its own. */
static bina_status
add_instructions(bina_workbook *book, bina_language language, bina_error *error)
{
    static const char *const english[] = {
        "How to fill this in",
        "Two rows with the same number are a pair: do they speak of the same enterprise?",
        "Choose the verdict in the column \"verdict\", in either of the two rows.",
        "\"Member of\" and \"successor of\" go in the row that is the member or the successor.",
        "Write in \"reason\" how you know, and your name in \"reviewed by\".",
        "What you cannot tell may be left empty, or \"cannot tell\" be chosen.",
        "Rows may be sorted and filtered. The columns \"pair\" and \"source row\" must stay.",
        NULL,
    };
    static const char *const indonesian[] = {
        "Cara mengisi",
        "Dua baris bernomor sama adalah satu pasangan: apakah keduanya usaha yang sama?",
        "Pilih putusan di kolom \"putusan\", pada salah satu dari kedua baris.",
        "\"Anggota dari\" dan \"penerus dari\" diisi pada baris yang menjadi anggota atau penerus.",
        "Tulis di \"alasan\" dari mana Anda tahu, dan nama Anda di \"peninjau\".",
        "Yang tidak diketahui boleh dikosongkan, atau pilih \"tidak dapat dipastikan\".",
        "Baris boleh diurutkan dan disaring. Kolom \"pasangan\" dan \"baris sumber\" harus tetap.",
        NULL,
    };

    return bina_workbook_add_text(book, language == BINA_INDONESIAN ? "Petunjuk" : "Instructions",
                                  language == BINA_INDONESIAN ? indonesian : english, error);
}

static bina_status
write_book(const char *path, bina_cursor *cursor, bina_language language, const char *title,
           bina_error *error)
{
    static const char *const editable[] = {"verdict", "reason", "reviewer", NULL};
    const char *titles[] = {title, NULL};
    char labels[40][HEADER];
    const char *headers[2 * 40 + 1];
    bina_sheet_options sheet = BINA_SHEET_OPTIONS_INIT;
    bina_workbook *book = NULL;
    bina_status status = bina_workbook_open(path, error, &book);
    int n = 0;

    for (; n < 40 && bina_review_columns[n].name != NULL; n++) {
        const char *own = bina_review_columns[n].header[language];
        bina_evidence_label(bina_review_columns[n].name, language, labels[n], sizeof labels[n]);
        headers[2 * n] = bina_review_columns[n].name;
        headers[2 * n + 1] = own != NULL ? own : labels[n];
    }
    headers[2 * n] = NULL;
    sheet.language = language;
    sheet.titles = titles;
    sheet.headers = headers;
    sheet.editable = editable;
    if (status == BINA_OK)
        status = bina_workbook_add(book, language == BINA_INDONESIAN ? "Pasangan" : "Pairs", cursor,
                                   &sheet, error);
    if (status == BINA_OK)
        status = add_instructions(book, language, error);
    if (status == BINA_OK)
        return bina_workbook_close(book, error);
    bina_workbook_free(book);
    return status;
}

bina_status
bina_review_export(bina_store *store, const char *path, const bina_review_options *options,
                   bina_language language, int64_t *pairs)
{
    bina_review_options given = BINA_REVIEW_OPTIONS_INIT;
    bina_description *description = bina_review_sheet_description();
    bina_rows *rows = description != NULL ? bina_rows_new(description) : NULL;
    bina_record *record = description != NULL ? bina_record_new_of(description) : NULL;
    bina_error *error = bina_store_complaint(store);
    bina_cursor *cursor = NULL;
    char title[200], today[32];
    int64_t count = 0;
    bina_status status =
        rows != NULL && record != NULL ? BINA_OK : bina_error_plain(error, BINA_ERR_NO_MEMORY);

    if (status == BINA_OK && !bina_options_take(&given, sizeof given, options))
        status = bina_error_plain(error, BINA_ERR_USAGE);
    if (status == BINA_OK)
        status = collect(store, &given, language, rows, record, &count);
    if (status == BINA_OK) {
        (void)snprintf(title, sizeof title,
                       language == BINA_INDONESIAN ? "Pasangan yang perlu dipastikan, %s"
                                                   : "Pairs to be reviewed, %s",
                       bina_date_format(bina_store_today(store), today));
        cursor = bina_rows_to_cursor(rows);
        rows = NULL;
        status = cursor != NULL ? write_book(path, cursor, language, title, error)
                                : bina_error_plain(error, BINA_ERR_NO_MEMORY);
    }
    if (pairs != NULL)
        *pairs = status == BINA_OK ? count : 0;
    bina_cursor_free(cursor);
    bina_rows_free(rows);
    bina_record_free(record);
    bina_description_free(description);
    return status;
}
