/* Issuing statements, finding them again, and holding them to what was issued. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/reference.h>
#include "page/statement.h"
#include "store/sql.h"

/* Which figures a statement shows and its digest covers: a new set gets a new number. */
enum { FORM = 2 };

typedef struct part {
    const char *report;
    /*
     * That count for the digest, ended by NULL: what is counted alone. What is estimated follows
     * from it by a method and the machine's arithmetic, and its change does not mean that anybody
     * altered the register.
     */
    const char *columns[12];
} part;

static const part parts[BINA_PARTS] = {
    [BINA_PART_COUNT] = {"count",
                         {"unit", "scope", "agreed", "at_least", "at_most", "verdicts", NULL}},
    [BINA_PART_LISTS] = {"lists",
                         {"list", "title", "list_date", "rows", "missing", "registrants", "twins",
                          "only_here", NULL}},
    [BINA_PART_OVERLAP] = {"overlap", {"lists", "number_of_lists", "registrants", NULL}},
    [BINA_PART_MATRIX] = {"overlap_matrix", {"list", "other", "registrants", "share", NULL}},
    [BINA_PART_CONFIRMATIONS] = {"confirmations",
                                 {"agency", "asked", "answered", "exists", "closed", "moved",
                                  "not_ours", "twin_of", "cannot_tell", NULL}},
    [BINA_PART_UNRESOLVED] = {"unresolved", {"cause", "unit", "number", NULL}},
    [BINA_PART_UNSEEN] = {"unseen", {NULL}},
};

/* ---- reading ---- */

/* The only row of a query, which is freed; BINA_ERR_NOT_FOUND (without complaint) if none. */
static bina_status
read_one(bina_store *store, bina_query *query, bina_record **record)
{
    bina_cursor *cursor = NULL;
    const bina_record *row;
    bina_status status = BINA_ERR_NO_MEMORY;

    *record = NULL;
    if (query == NULL)
        return bina_error_plain(bina_store_complaint(store), status);
    status = bina_store_list(store, query, &cursor);
    if (status == BINA_OK && (status = bina_cursor_next(cursor, &row)) == BINA_OK) {
        *record = bina_record_copy(row);
        if (*record == NULL)
            status = bina_error_plain(bina_store_complaint(store), BINA_ERR_NO_MEMORY);
    } else if (status < 0 && cursor != NULL) {
        bina_error_copy(bina_store_complaint(store), bina_cursor_error(cursor));
    }
    bina_cursor_free(cursor);
    bina_query_free(query);
    return status == BINA_DONE ? BINA_ERR_NOT_FOUND : status;
}

static bina_status
read_commit_hash(bina_store *store, bina_statement *statement)
{
    bina_query *query;
    bina_record *commit;
    bina_status status;

    if (statement->known_at == 0)
        return BINA_OK;
    query = bina_query_new(BINA_COMMIT);
    if (query != NULL)
        bina_query_where_int(query, BINA_COMMIT_NUMBER, BINA_EQ, statement->known_at);
    status = read_one(store, query, &commit);
    if (status == BINA_OK)
        snprintf(statement->commit_hash, sizeof statement->commit_hash, "%s",
                 bina_record_text(commit, BINA_COMMIT_HASH));
    bina_record_free(commit);
    /* A statement that speaks of a commit which is not there is no statement of this register. */
    return status == BINA_ERR_NOT_FOUND ? BINA_OK : status;
}

void
bina_statement_digest(bina_statement *statement)
{
    static const int heads[] = {BINA_STATEMENT_NUMBER,   BINA_STATEMENT_ISSUED,
                                BINA_STATEMENT_PLACE,    BINA_STATEMENT_OFFICE,
                                BINA_STATEMENT_AREA,     BINA_STATEMENT_REGION,
                                BINA_STATEMENT_SCOPE,    BINA_STATEMENT_SIGNATORIES,
                                BINA_STATEMENT_LANGUAGE, BINA_STATEMENT_TRUE_ON};
    bina_digest sum;

    bina_digest_start(&sum);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        bina_figures_digest_value(bina_record_get(statement->record, heads[i]), &sum);
    bina_figures_digest_value(bina_int(statement->known_at), &sum);
    bina_digest_add_text(&sum, statement->commit_hash);
    for (int i = 0; i < BINA_PARTS; i++)
        if (parts[i].columns[0] != NULL)
            bina_figures_digest(&statement->parts[i], parts[i].columns, &sum);
    bina_digest_end(&sum, statement->figures_hash);
}

bina_status
bina_statement_read(bina_store *store, const bina_record *record, bool draft,
                    bina_statement *statement)
{
    bina_report_options options = BINA_REPORT_OPTIONS_INIT;
    bina_status status = BINA_OK;

    memset(statement, 0, sizeof *statement);
    statement->record = record;
    statement->draft = draft;
    statement->known_at = bina_record_int(record, BINA_STATEMENT_KNOWN_AT);
    if (draft)
        status = bina_store_last_commit(store, &statement->known_at);
    options.known_at = statement->known_at;
    options.region = bina_record_text(record, BINA_STATEMENT_REGION);
    options.scope = bina_record_text(record, BINA_STATEMENT_SCOPE);
    for (int i = 0; status == BINA_OK && i < BINA_PARTS; i++)
        status = bina_figures_read(store, parts[i].report, &options, &statement->parts[i]);
    if (status == BINA_OK)
        status = read_commit_hash(store, statement);
    if (status == BINA_OK)
        bina_statement_digest(statement);
    return status;
}

void
bina_statement_release(bina_statement *statement)
{
    for (int i = 0; i < BINA_PARTS; i++)
        bina_figures_free(&statement->parts[i]);
}

/* ---- issuing ---- */

/* The region that an office's name such as "52.03/1" begins with; empty if none. */
static void
area_of_office(const bina_store *store, char area[16])
{
    const char *office = bina_store_office(store);
    bina_record *region = NULL;
    size_t length = office != NULL ? strspn(office, "0123456789.") : 0;

    area[0] = '\0';
    if (length == 0 || length >= 16)
        return;
    snprintf(area, 16, "%.*s", (int)length, office);
    if (bina_region_get(area, 0, &region, NULL) != BINA_OK)
        area[0] = '\0';
    bina_record_free(region);
}

/* Fills in what the caller left open. */
static void
complete(const bina_store *store, bina_record *record)
{
    const char *region;
    char area[16];

    if (bina_record_get(record, BINA_STATEMENT_TRUE_ON).type == BINA_NULL)
        bina_set_int(record, BINA_STATEMENT_TRUE_ON, bina_store_today(store));
    if (bina_record_get(record, BINA_STATEMENT_ISSUED).type == BINA_NULL)
        bina_set_int(record, BINA_STATEMENT_ISSUED, bina_store_today(store));
    if (bina_record_text(record, BINA_STATEMENT_LANGUAGE) == NULL)
        bina_set(record, BINA_STATEMENT_LANGUAGE, "id");
    if (bina_record_text(record, BINA_STATEMENT_AREA) == NULL) {
        area_of_office(store, area);
        region = bina_record_text(record, BINA_STATEMENT_REGION);
        bina_set(record, BINA_STATEMENT_AREA,
                 region != NULL    ? region
                 : area[0] != '\0' ? area
                                   : NULL);
    }
}

static bina_language
language_of(const bina_record *record)
{
    const char *language = bina_record_text(record, BINA_STATEMENT_LANGUAGE);

    return language != NULL && strcmp(language, "en") == 0 ? BINA_ENGLISH : BINA_INDONESIAN;
}

static void
hash_of_page(const bina_page *page, char hash[BINA_DIGEST_HEX])
{
    bina_digest sum;

    bina_digest_start(&sum);
    bina_digest_add(&sum, bina_page_html(page), bina_page_length(page));
    bina_digest_end(&sum, hash);
}

/* Within the transaction: what is read is what is written down. */
static bina_status
seal(bina_store *store, bina_record *record)
{
    bina_statement statement = {0};
    bina_page *page = NULL;
    char hash[BINA_DIGEST_HEX];
    int64_t known_at;
    bina_status status = bina_store_last_commit(store, &known_at);

    if (status != BINA_OK)
        return status;
    bina_set_int(record, BINA_STATEMENT_KNOWN_AT, known_at);
    bina_set_int(record, BINA_STATEMENT_FORM, FORM);
    status = bina_statement_read(store, record, false, &statement);
    if (status == BINA_OK)
        status = bina_statement_write(&statement, language_of(record), bina_store_complaint(store),
                                      &page);
    if (status == BINA_OK) {
        hash_of_page(page, hash);
        bina_set(record, BINA_STATEMENT_FIGURES_HASH, statement.figures_hash);
        bina_set(record, BINA_STATEMENT_PAGE_HASH, hash);
    }
    bina_page_free(page);
    bina_statement_release(&statement);
    return status;
}

static bina_status
refuse(bina_store *store, bina_status status, const char *field, const char *rule,
       const char *english, const char *indonesian)
{
    bina_error *error = bina_store_complaint(store);

    bina_error_set(error, status, english, indonesian);
    bina_error_at(error, "statement", field, rule);
    return status;
}

bina_status
bina_statement_issue(bina_store *store, bina_record *record, bina_id *id)
{
    const char *number = bina_record_text(record, BINA_STATEMENT_NUMBER);
    char why[160];
    bina_status status;

    if (id != NULL)
        *id = 0;
    if (bina_store_depth(store) > 0 || bina_record_id(record) != 0)
        return refuse(store, BINA_ERR_USAGE, NULL, "statement.issue",
                      "a statement is issued once, and in a commit of its own",
                      "berita acara diterbitkan sekali, dalam catatan tersendiri");
    if (number == NULL || number[0] == '\0')
        return refuse(store, BINA_ERR_INVALID, "number", "statement.number",
                      "A statement needs a number, such as 500.9/12/2026.",
                      "Berita acara memerlukan nomor, misalnya 500.9/12/2026.");
    snprintf(why, sizeof why, "Berita Acara Satu Data %.100s", number);
    complete(store, record);
    status = bina_store_begin(store, why);
    if (status != BINA_OK)
        return status;
    status = seal(store, record);
    if (status == BINA_OK)
        status = bina_store_because(store, why, "statement.issue");
    if (status == BINA_OK)
        status = bina_store_add(store, record, id);
    if (status == BINA_OK)
        status = bina_store_commit(store);
    if (status != BINA_OK && bina_store_depth(store) > 0) {
        bina_error kept = *bina_store_complaint(store);
        bina_store_rollback(store);
        *bina_store_complaint(store) = kept;
    }
    return status;
}

bina_status
bina_statement_find(bina_store *store, const char *number, bina_record **record)
{
    bina_query *query = bina_query_new(BINA_STATEMENT);
    bina_status status;

    if (query != NULL)
        bina_query_where_text(query, BINA_STATEMENT_NUMBER, BINA_EQ, number);
    status = read_one(store, query, record);
    if (status == BINA_ERR_NOT_FOUND)
        refuse(
            store, status, "number", "statement.number",
            "No statement was issued under this number; `bina list STORE statements` names those "
            "there are.",
            "Tidak ada berita acara dengan nomor ini; `bina list STORE statements` menyebut yang "
            "ada.");
    return status;
}

/* ---- printing again ---- */

/* Whether what is counted now is what was issued; the page tells if it differs otherwise. */
static bina_status
hold_to(bina_store *store, bina_statement *statement, bina_language language, bina_page **page)
{
    const char *figures = bina_record_text(statement->record, BINA_STATEMENT_FIGURES_HASH);
    const char *looks = bina_record_text(statement->record, BINA_STATEMENT_PAGE_HASH);
    bina_language issued = language_of(statement->record);
    char hash[BINA_DIGEST_HEX];
    bina_status status;

    if (bina_record_int(statement->record, BINA_STATEMENT_FORM) != FORM)
        return refuse(store, BINA_ERR_UNSUPPORTED, "form", "statement.form",
                      "The statement was issued by another version of Bina, which counts its "
                      "figures by another method: print it with that version.",
                      "Berita acara ini diterbitkan oleh versi Bina lain, yang menyusun angkanya "
                      "dengan cara lain: cetaklah dengan versi itu.");
    if (figures == NULL || strcmp(figures, statement->figures_hash) != 0)
        return refuse(
            store, BINA_ERR_CORRUPT, "figures_hash", "statement.figures",
            "The register does not give the figures that were issued: it or the statement "
            "was altered; `bina verify` tells more.",
            "Register tidak memberi angka yang diterbitkan: register atau berita acara "
            "diubah dengan cara lain; periksalah dengan `bina verify`.");
    /* The hash is of the page in the language of issue: another translation is held to it too. */
    status = bina_statement_write(statement, issued, bina_store_complaint(store), page);
    if (status != BINA_OK)
        return status;
    hash_of_page(*page, hash);
    statement->set_anew = looks == NULL || strcmp(hash, looks) != 0;
    if (!statement->set_anew && language == issued)
        return BINA_OK;
    bina_page_free(*page);
    return bina_statement_write(statement, language, bina_store_complaint(store), page);
}

bina_status
bina_statement_page(bina_store *store, const bina_record *record, bina_language language,
                    bina_page **page)
{
    bina_statement statement = {0};
    bool draft = bina_record_id(record) == 0;
    bina_record *whole = NULL;
    bina_status status = BINA_OK;

    *page = NULL;
    if (draft) {
        whole = bina_record_copy(record);
        if (whole == NULL)
            return bina_error_plain(bina_store_complaint(store), BINA_ERR_NO_MEMORY);
        complete(store, whole);
    }
    status = bina_statement_read(store, draft ? whole : record, draft, &statement);
    if (status == BINA_OK && draft)
        status = bina_statement_write(&statement, language, bina_store_complaint(store), page);
    else if (status == BINA_OK)
        status = hold_to(store, &statement, language, page);
    bina_statement_release(&statement);
    bina_record_free(whole);
    return status;
}
