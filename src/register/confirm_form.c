/* The workbook that goes out: what to do with it, and a row for each enterprise asked about. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/codes.h>
#include <bina/reference.h>
#include "model/columns.h"
#include "model/cursor.h"
#include "model/field.h"
#include "register/confirm.h"
#include "register/result.h"
#include "store/sql.h"

/* ---- what a row says ---- */

static const bina_column columns[BINA_CONFIRM_COLUMNS] = {
    [BINA_CONFIRM_ROW_CODE] = {"code", BINA_TEXT, NULL, "kode", NULL},
    [BINA_CONFIRM_ROW_NUMBER] = {"number", BINA_TEXT, NULL, "nomor usaha", NULL},
    [BINA_CONFIRM_ROW_NAME] = {"name", BINA_TEXT, NULL, "nama usaha", NULL},
    [BINA_CONFIRM_ROW_OWNER] = {"owner", BINA_TEXT, NULL, "pemilik", NULL},
    [BINA_CONFIRM_ROW_VILLAGE] = {"village", BINA_TEXT, NULL, "desa/kelurahan", NULL},
    [BINA_CONFIRM_ROW_DISTRICT] = {"district", BINA_TEXT, NULL, "kecamatan", NULL},
    [BINA_CONFIRM_ROW_PRODUCT] = {"product", BINA_TEXT, NULL, "produk", NULL},
    [BINA_CONFIRM_ROW_PLACE] = {"row in your list", BINA_TEXT, NULL, "baris di daftar Anda", NULL},
    [BINA_CONFIRM_ROW_KNOWN] = {"last known", BINA_TEXT, NULL, "terakhir diketahui", NULL},
    [BINA_CONFIRM_ROW_ANSWER] = {"answer", BINA_CODE, "confirmation_answer", "jawaban", NULL},
    [BINA_CONFIRM_ROW_CLOSED_ON] = {"closed on", BINA_DATE, NULL, "tutup sejak", NULL},
    [BINA_CONFIRM_ROW_MOVED_TO] = {"moved to", BINA_TEXT, NULL, "pindah ke", NULL},
    [BINA_CONFIRM_ROW_TWIN] = {"twin of number", BINA_TEXT, NULL, "ganda dengan nomor", NULL},
    [BINA_CONFIRM_ROW_REMARKS] = {"remarks", BINA_TEXT, NULL, "keterangan", NULL},
};

bina_description *
bina_confirm_row_description(void)
{
    return bina_columns_describe("confirmation_row", "", columns, BINA_CONFIRM_COLUMNS);
}

/* ---- the rows ---- */

/* ?1 the round, ?2 the agency. Rows of one village come together. */
static const char rows_sql[] = BINA_SQL_STANDING
    " rows(root, agency, place, seen, village, district, owner) AS ("
    "  SELECT standing.root, list.agency, list.name || ' ' || row.line, intake.list_date,"
    "    row.village, row.district,"
    "    coalesce(row.owner_name, '') || char(31) || coalesce(row.nik, '')"
    "   FROM source_records AS row JOIN standing ON standing.id = row.party"
    "   JOIN source_registers AS list ON list.id = row.register"
    "   JOIN intakes AS intake ON intake.id = row.intake"
    "   WHERE row.state = 'present' ORDER BY list.name, row.line),"
    " seen(root, day, village, district) AS ("
    "  SELECT root, max(seen), max(village), max(district) FROM rows GROUP BY root),"
    " own(root, place, named) AS ("
    "  SELECT root, group_concat(place, ', '), group_concat(owner, char(30)) FROM rows"
    "   WHERE agency = ?2 GROUP BY root)"
    "SELECT asked.id, asked.enterprise, firm.number, firm.name, firm.region, firm.product,"
    "  firm.status,"
    "  (SELECT group_concat(person.name || char(31) || coalesce(person.nik, ''), char(30))"
    "    FROM ownerships AS tie"
    "    JOIN persons AS person ON person.id = tie.party__person"
    "    WHERE tie.enterprise = firm.id AND tie.valid_to IS NULL"
    "     AND person.merged_into IS NULL),"
    "  own.named, own.place, seen.day, seen.village, seen.district,"
    "  asked.answer, asked.closed_on, asked.moved_to, twin.number, asked.remarks"
    " FROM confirmations AS asked JOIN enterprises AS firm ON firm.id = asked.enterprise"
    " LEFT JOIN enterprises AS twin ON twin.id = asked.twin"
    " LEFT JOIN own ON own.root = firm.id LEFT JOIN seen ON seen.root = firm.id"
    " WHERE asked.round = ?1 AND asked.agency = ?2"
    " ORDER BY firm.region IS NULL, firm.region, seen.village, firm.name, firm.id";

enum {
    ASKED,
    FIRM,
    NUMBER,
    NAME,
    REGION,
    PRODUCT,
    STATUS,
    OWNERS,
    NAMED,
    PLACE,
    SEEN,
    VILLAGE,
    DISTRICT,
    ANSWER,
    CLOSED_ON,
    MOVED_TO,
    TWIN,
    REMARKS,
    SELECTED
};

static const bina_type selected[SELECTED] = {
    [ASKED] = BINA_INT,     [FIRM] = BINA_INT,     [NUMBER] = BINA_TEXT,    [NAME] = BINA_TEXT,
    [REGION] = BINA_TEXT,   [PRODUCT] = BINA_TEXT, [STATUS] = BINA_TEXT,    [OWNERS] = BINA_TEXT,
    [NAMED] = BINA_TEXT,    [PLACE] = BINA_TEXT,   [SEEN] = BINA_DATE,      [VILLAGE] = BINA_TEXT,
    [DISTRICT] = BINA_TEXT, [ANSWER] = BINA_TEXT,  [CLOSED_ON] = BINA_DATE, [MOVED_TO] = BINA_TEXT,
    [TWIN] = BINA_TEXT,     [REMARKS] = BINA_TEXT,
};

typedef struct row_source {
    bina_store *store;
    bina_cursor *rows;
    bina_language language;
    int64_t count;
    /* The place named last, by code: [0] village, [1] district. */
    char code[2][16], place[2][128];
} row_source;

/* The name of a region, remembered until the next one is asked for. */
static const char *
name_of(row_source *self, int which, const char *code, size_t length)
{
    bina_record *region = NULL;

    if (strlen(self->code[which]) == length && strncmp(self->code[which], code, length) == 0)
        return self->place[which];
    memcpy(self->code[which], code, length);
    self->code[which][length] = '\0';
    self->place[which][0] = '\0';
    if (bina_region_get(self->code[which], 0, &region, NULL) == BINA_OK)
        snprintf(self->place[which], sizeof self->place[which], "%s",
                 bina_record_text(region, BINA_REGION_NAME));
    bina_record_free(region);
    return self->place[which];
}

enum { DISTRICT_CODE = 8, VILLAGE_CODE = 13 };

static void
set_places(row_source *self, const bina_record *from, bina_record *to)
{
    const char *region = bina_record_text(from, REGION);
    size_t length = region != NULL ? strlen(region) : 0;
    const char *village =
        length == VILLAGE_CODE ? name_of(self, 0, region, length) : bina_record_text(from, VILLAGE);
    const char *district = length >= DISTRICT_CODE ? name_of(self, 1, region, DISTRICT_CODE)
                                                   : bina_record_text(from, DISTRICT);

    bina_set_text(to, BINA_CONFIRM_ROW_VILLAGE, village);
    bina_set_text(to, BINA_CONFIRM_ROW_DISTRICT, district);
}

static void
set_known(const row_source *self, const bina_record *from, bina_record *to)
{
    const char *status = bina_record_text(from, STATUS);
    const char *label = bina_codes_label("enterprise_status", status, self->language);
    char text[128], day[16] = "";

    if (bina_record_get(from, SEEN).type != BINA_NULL)
        bina_date_format(bina_record_int(from, SEEN), day);
    if (label == NULL)
        label = "";
    snprintf(text, sizeof text, "%s%s%s", label, label[0] != '\0' && day[0] != '\0' ? ", " : "",
             day);
    if (text[0] != '\0')
        bina_set_text(to, BINA_CONFIRM_ROW_KNOWN, text);
}

static bina_status
next_row(void *data, bina_record *to, bina_error *error)
{
    static const int copied[][2] = {
        {NUMBER, BINA_CONFIRM_ROW_NUMBER},     {NAME, BINA_CONFIRM_ROW_NAME},
        {PRODUCT, BINA_CONFIRM_ROW_PRODUCT},   {PLACE, BINA_CONFIRM_ROW_PLACE},
        {ANSWER, BINA_CONFIRM_ROW_ANSWER},     {CLOSED_ON, BINA_CONFIRM_ROW_CLOSED_ON},
        {MOVED_TO, BINA_CONFIRM_ROW_MOVED_TO}, {TWIN, BINA_CONFIRM_ROW_TWIN},
        {REMARKS, BINA_CONFIRM_ROW_REMARKS},
    };
    row_source *self = data;
    const bina_record *from;
    bina_status status = bina_cursor_next(self->rows, &from);
    char code[BINA_NUMBER_SIZE];

    if (status < BINA_OK)
        bina_error_copy(error, bina_cursor_error(self->rows));
    if (status != BINA_OK)
        return status;
    self->count++;
    bina_number_format(bina_record_int(from, ASKED), BINA_CONFIRM_CODE, code);
    bina_set_text(to, BINA_CONFIRM_ROW_CODE, code);
    for (size_t i = 0; i < sizeof copied / sizeof *copied; i++)
        if (bina_record_get(from, copied[i][0]).type != BINA_NULL)
            bina_record_set(to, copied[i][1], bina_record_get(from, copied[i][0]));
    set_places(self, from, to);
    set_known(self, from, to);
    status =
        bina_confirm_set_owners(bina_record_text(from, OWNERS), bina_record_text(from, NAMED), to);
    return status == BINA_OK ? BINA_OK : bina_error_plain(error, status);
}

static void
free_nothing(void *data)
{
    (void)data;
}

/* ---- the workbook ---- */

static const char *const instructions[2][13] = {
    {"How to answer",
     "On the next sheet stands every enterprise that your agency is said to hold. For each of them "
     "choose an answer in the yellow column \"answer\":",
     "exists: it works, as described or with small differences.",
     "closed: it has stopped for good. If you know since when, write the day under \"closed on\".",
     "moved: it works elsewhere. Write the village, district and regency under \"moved to\".",
     "not ours: your agency does not know it, or does not look after it.",
     "twin of another: it stands in the list twice. Write the number of the other (E-...) under "
     "\"twin of number\".",
     "What you do not know, leave empty: an empty answer says nothing.",
     "Rows may be sorted, filtered and deleted, and columns added. Please leave the codes and "
     "numbers as they are: by them the answer is known.",
     "Please do not write identity numbers (NIK) or telephone numbers under remarks.",
     "Send the file back; it may have another name. You may answer again: the last answer counts.",
     NULL},
    {"Cara menjawab",
     "Pada lembar berikut tercantum setiap usaha yang menurut register ada pada instansi Anda. "
     "Untuk "
     "masing-masing, pilih jawaban pada kolom kuning \"jawaban\":",
     "ada: usahanya berjalan, sesuai keterangan atau sedikit berbeda.",
     "tutup: sudah berhenti. Bila tahu sejak kapan, tulis tanggalnya pada \"tutup sejak\".",
     "pindah: berjalan di tempat lain. Tulis desa, kecamatan, dan kabupaten pada \"pindah ke\".",
     "bukan binaan kami: instansi Anda tidak mengenalnya atau tidak membinanya.",
     "ganda dengan yang lain: tercantum dua kali. Tulis nomor yang lain (E-...) pada \"ganda "
     "dengan "
     "nomor\".",
     "Yang tidak diketahui, biarkan kosong: jawaban kosong tidak berarti apa-apa.",
     "Baris boleh diurutkan, disaring, dan dihapus, kolom boleh ditambah. Mohon jangan mengubah "
     "kode dan nomor usaha: dari situlah jawaban dikenali.",
     "Mohon tidak menulis NIK atau nomor telepon pada keterangan.",
     "Kirim kembali berkas ini; namanya boleh diganti. Boleh menjawab lagi: jawaban terakhir yang "
     "berlaku.",
     NULL},
};

static bina_status
add_rows(bina_store *store, const bina_confirm_round *round, row_source *source,
         bina_workbook *book)
{
    static const char *const editable[] = {"answer",         "closed on", "moved to",
                                           "twin of number", "remarks",   NULL};
    bool id = source->language == BINA_INDONESIAN;
    const char *office = bina_store_office(store);
    const char *titles[4] = {NULL};
    char first[256], second[256], third[128], asked[16], due[16];
    bina_sheet_options options = BINA_SHEET_OPTIONS_INIT;
    bina_description *description = bina_confirm_row_description();
    static const bina_source functions = {next_row, NULL, free_nothing};
    bina_cursor *cursor = NULL;
    bina_status status = BINA_ERR_NO_MEMORY;

    if (description == NULL)
        return bina_error_plain(bina_store_complaint(store), status);
    snprintf(first, sizeof first, id ? "Konfirmasi usaha: %s" : "Confirmation of enterprises: %s",
             round->agency_name);
    bina_date_format(round->asked, asked);
    bina_date_format(round->due, due);
    snprintf(second, sizeof second,
             id ? "%s%s%sditanyakan %s, mohon dijawab paling lambat %s"
                : "%s%s%sasked on %s, please answer by %s",
             round->letter != NULL ? (id ? "surat " : "letter ") : "",
             round->letter != NULL ? round->letter : "", round->letter != NULL ? ", " : "", asked,
             due);
    snprintf(third, sizeof third,
             id ? "putaran %lld, register %d%s%s" : "round %lld, register %d%s%s",
             (long long)round->number, bina_store_number(store), office != NULL ? ", " : "",
             office != NULL ? office : "");
    titles[0] = first;
    titles[1] = second;
    titles[2] = third;
    options.language = source->language;
    options.titles = titles;
    options.editable = editable;
    cursor = bina_cursor_new(description, &functions, source);
    bina_description_free(description);
    if (cursor == NULL)
        return bina_error_plain(bina_store_complaint(store), status);
    status = bina_workbook_add(book, id ? "Konfirmasi" : "Confirmation", cursor, &options,
                               bina_store_complaint(store));
    bina_cursor_free(cursor);
    return status;
}

static bina_status
select_rows(bina_store *store, const bina_confirm_round *round, bina_cursor **rows)
{
    bina_value values[] = {bina_int(round->number), bina_int(round->agency)};
    bina_sql select = {.text = rows_sql, .values = values, .count = 2, .known_at = -1};
    bina_description *description = bina_description_new("asked", "");
    bina_status status = description != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    char name[16];

    for (int i = 0; status == BINA_OK && i < SELECTED; i++) {
        snprintf(name, sizeof name, "c%d", i);
        if (bina_description_add_field(description, name, selected[i], NULL, "", 0) < 0)
            status = BINA_ERR_NO_MEMORY;
    }
    if (status == BINA_OK)
        status = bina_sql_list(store, description, &select, rows);
    else
        bina_error_plain(bina_store_complaint(store), status);
    bina_description_free(description);
    return status;
}

bina_status
bina_confirm_write(bina_store *store, const bina_confirm_round *round, bina_language language,
                   const char *path, int64_t *count, bina_workbook **book)
{
    bool id = language == BINA_INDONESIAN;
    row_source source = {.store = store, .language = language};
    bina_error *error = bina_store_complaint(store);
    bina_status status = bina_workbook_open(path, error, book);

    *count = 0;
    if (status == BINA_OK)
        status = bina_workbook_describe(*book, id ? "Konfirmasi usaha" : "Confirmation", NULL,
                                        round->asked * 86400000);
    if (status == BINA_OK)
        status = bina_workbook_add_text(*book, id ? "Petunjuk" : "Instructions", instructions[id],
                                        error);
    if (status == BINA_OK)
        status = select_rows(store, round, &source.rows);
    if (status == BINA_OK)
        status = add_rows(store, round, &source, *book);
    bina_cursor_free(source.rows);
    *count = source.count;
    return status;
}
