/* Mappings as YAML: reading, checking against the kind they fill, writing. */
#include <stdlib.h>
#include <string.h>
#include "exchange/document.h"
#include "exchange/faults.h"
#include "exchange/mapping.h"

static const struct mapping_field {
    int of; /* which of the three descriptions */
    const char *name, *doc;
    bina_type type;
    unsigned flags;
} mapping_fields[] = {
    {0, "kind", "What the rows become.", BINA_TEXT, 0},
    {0, "dates", "Order of day, month and year: dmy, mdy, ymd.", BINA_TEXT, 0},
    {0, "unit", "What one of an amount is, in rupiah.", BINA_MONEY, 0},
    {0, "missing", "Further words for no value, one a line.", BINA_TEXT, 0},
    {0, "ignored", "Columns left out knowingly, one a line.", BINA_TEXT, 0},
    {1, "field", "The field that is filled.", BINA_TEXT, BINA_FIELD_KEY | BINA_FIELD_REQUIRED},
    {1, "column", "Its column or columns, one a line.", BINA_TEXT, 0},
    {1, "constant", "What it is where there is no column or an empty cell.", BINA_TEXT, 0},
    {1, "join", "What stands between several columns; a blank if not said.", BINA_TEXT, 0},
    {1, "split", "What the cell is cut at.", BINA_TEXT, 0},
    {1, "part", "Which piece is taken: 1 is the first, -1 the last.", BINA_INT, 0},
    {1, "unit", "What one of an amount is, in rupiah.", BINA_MONEY, 0},
    {1, "dates", "Order of day, month and year.", BINA_TEXT, 0},
    {1, "sum", "Whether the columns' numbers are added up.", BINA_BOOL, 0},
    {2, "from", "A cell.", BINA_TEXT, BINA_FIELD_KEY | BINA_FIELD_REQUIRED},
    {2, "to", "What it means.", BINA_TEXT, 0},
};

void
bina_mapping_descriptions_free(bina_description *made[3])
{
    int i;

    for (i = 0; i < 3; i++)
        bina_description_free(made[i]);
}

bool
bina_mapping_descriptions(bina_description *made[3])
{
    bool whole;
    size_t i;

    made[0] = bina_description_new("mapping", "How the columns of a list become fields.");
    made[1] = bina_description_new("fields", "One field and where it comes from.");
    made[2] = bina_description_new("values", "What a word of a list means.");
    whole = made[0] != NULL && made[1] != NULL && made[2] != NULL;
    for (i = 0; whole && i < sizeof(mapping_fields) / sizeof(mapping_fields[0]); i++)
        whole = bina_description_add_field(made[mapping_fields[i].of], mapping_fields[i].name,
                                           mapping_fields[i].type, NULL, mapping_fields[i].doc,
                                           mapping_fields[i].flags) >= 0;
    if (!whole)
        bina_mapping_descriptions_free(made);
    return whole;
}

bina_status
bina_mapping_new(const bina_description *target, bina_document *document, bina_error *error,
                 bina_mapping **mapping)
{
    *mapping = malloc(sizeof(**mapping));
    if (*mapping == NULL) {
        bina_document_free(document);
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    }
    (*mapping)->target = bina_description_hold(target);
    (*mapping)->document = document;
    return BINA_OK;
}

void
bina_mapping_free(bina_mapping *mapping)
{
    if (mapping == NULL)
        return;
    bina_description_free(mapping->target);
    bina_document_free(mapping->document);
    free(mapping);
}

const bina_description *
bina_mapping_description(const bina_mapping *mapping)
{
    return mapping->target;
}

bool
bina_mapping_at(const bina_mapping *mapping, int n, int *slot, const char **column)
{
    int64_t at = BINA_NO_RECORD;
    const bina_record *record;

    do
        at = bina_document_find(mapping->document, "fields", 0, at);
    while (at != BINA_NO_RECORD && n-- > 0);
    if (at == BINA_NO_RECORD)
        return false;
    record = bina_document_record(mapping->document, at);
    *slot = bina_description_find(mapping->target, bina_record_text(record, BINA_MAPPED_FIELD));
    *column = bina_record_text(record, BINA_MAPPED_COLUMN);
    return true;
}

bina_status
bina_mapping_write(const bina_mapping *mapping, const char *path, bina_error *error)
{
    return bina_yaml_write(mapping->document, path, error);
}

bina_status
bina_mapping_print(const bina_mapping *mapping, bina_error *error, char **text)
{
    return bina_yaml_print(mapping->document, error, text);
}

char *
bina_header_key(const char *text, char *key, size_t room)
{
    size_t used = 0;
    bool gap = false;

    for (; *text != '\0' && used + 2 < room; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte >= 'A' && byte <= 'Z')
            byte = (unsigned char)(byte + ('a' - 'A'));
        if (!((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80)) {
            gap = used > 0;
            continue;
        }
        if (gap)
            key[used++] = ' ';
        gap = false;
        key[used++] = (char)byte;
    }
    key[used] = '\0';
    return key;
}

bool
bina_date_order_read(const char *text, bina_date_order *order)
{
    static const char *const names[] = {"dmy", "mdy", "ymd"};
    int i;

    for (i = 0; i < 3; i++)
        if (strcmp(text, names[i]) == 0) {
            *order = (bina_date_order)i;
            return true;
        }
    return false;
}

/* ---- checking ---- */

typedef struct checker {
    const bina_document *document;
    const bina_description *target;
    bina_faults *faults;
    bina_error *error; /* never NULL */
} checker;

static void
complain(checker *check, int64_t n, int slot, const char *rule, const char *english,
         const char *indonesian)
{
    const bina_description *description =
        bina_record_description(bina_document_record(check->document, n));
    bina_error fault;
    int64_t line, column;

    bina_error_set(&fault, BINA_ERR_INVALID, english, indonesian);
    bina_error_at(&fault, "mapping", bina_field_name(bina_description_field(description, slot)),
                  rule);
    line = bina_document_line(check->document, n, slot, &column);
    bina_error_in_file(&fault, bina_document_file(check->document), line, column);
    bina_faults_add(check->faults, &fault);
    if (bina_error_status(check->error) == BINA_OK)
        bina_error_copy(check->error, &fault);
}

static void
check_common(checker *check, int64_t n, int dates, int unit)
{
    const bina_record *record = bina_document_record(check->document, n);
    const char *order = bina_record_text(record, dates);
    bina_date_order read;

    if (order != NULL && !bina_date_order_read(order, &read))
        complain(check, n, dates, "mapping.dates", "The order of dates is dmy, mdy or ymd.",
                 "Urutan tanggal adalah dmy, mdy, atau ymd.");
    if (bina_record_get(record, unit).type != BINA_NULL && bina_record_int(record, unit) < 1)
        complain(check, n, unit, "mapping.unit", "The unit must be at least 1 rupiah.",
                 "Satuan paling sedikit 1 rupiah.");
}

static void
check_field(checker *check, int64_t n)
{
    const bina_record *record = bina_document_record(check->document, n);
    const char *name = bina_record_text(record, BINA_MAPPED_FIELD);
    int slot = name != NULL ? bina_description_find(check->target, name) : -1;
    const unsigned closed = BINA_FIELD_STORE_SET | BINA_FIELD_DERIVED | BINA_FIELD_RETIRED;

    if (slot < 0 || (bina_field_flags(bina_description_field(check->target, slot)) & closed) != 0)
        complain(check, n, BINA_MAPPED_FIELD, "mapping.field",
                 "The kind has no such field to be filled.",
                 "Jenis data tidak mempunyai isian itu untuk diisi.");
    if (bina_record_text(record, BINA_MAPPED_COLUMN) == NULL &&
        bina_record_text(record, BINA_MAPPED_CONSTANT) == NULL)
        complain(check, n, BINA_MAPPED_FIELD, "mapping.source",
                 "Say a column or a constant for the field.",
                 "Sebutkan kolom atau nilai tetap untuk isian ini.");
    if ((bina_record_text(record, BINA_MAPPED_SPLIT) != NULL) !=
        (bina_record_int(record, BINA_MAPPED_PART) != 0))
        complain(check, n, BINA_MAPPED_SPLIT, "mapping.split",
                 "Say both where to split and which part to take.",
                 "Sebutkan pemotong dan bagian yang diambil.");
    if (bina_record_int(record, BINA_MAPPED_SUM) != 0 && slot >= 0 &&
        bina_field_type(bina_description_field(check->target, slot)) != BINA_INT &&
        bina_field_type(bina_description_field(check->target, slot)) != BINA_MONEY)
        complain(check, n, BINA_MAPPED_SUM, "mapping.sum", "Only whole numbers and amounts add up.",
                 "Hanya bilangan bulat dan nilai uang yang dapat dijumlahkan.");
    check_common(check, n, BINA_MAPPED_DATES, BINA_MAPPED_UNIT);
}

/* Finds the target and checks the document against it. */
static bina_status
check_document(checker *check)
{
    const char *kind;
    int64_t n = BINA_NO_RECORD;

    if (bina_document_count(check->document) == 0)
        return bina_error_set(check->error, BINA_ERR_INVALID, "The mapping is empty.",
                              "Pemetaan kosong.");
    kind = bina_record_text(bina_document_record(check->document, 0), BINA_MAPPING_KIND);
    if (check->target == NULL && kind != NULL)
        check->target = bina_kind_description(bina_kind_find(kind));
    if (check->target == NULL ||
        (kind != NULL && strcmp(kind, bina_description_name(check->target)) != 0 &&
         strcmp(kind, bina_description_plural(check->target)) != 0)) {
        complain(check, 0, BINA_MAPPING_KIND, "mapping.kind",
                 "The mapping must name the kind of record that it fills.",
                 "Pemetaan harus menyebut jenis data yang diisinya.");
        return BINA_ERR_INVALID;
    }
    check_common(check, 0, BINA_MAPPING_DATES, BINA_MAPPING_UNIT);
    while ((n = bina_document_find(check->document, "fields", 0, n)) != BINA_NO_RECORD)
        check_field(check, n);
    return bina_error_status(check->error) == BINA_OK ? BINA_OK : BINA_ERR_INVALID;
}

static bina_status
take_document(bina_document *document, const bina_description *target, bina_faults *faults,
              bina_error *error, bina_mapping **mapping)
{
    bina_error own;
    checker check = {document, target, faults, error != NULL ? error : &own};
    bina_status status;

    bina_error_clear(check.error);
    status = check_document(&check);
    if (status == BINA_OK)
        return bina_mapping_new(check.target, document, error, mapping);
    bina_document_free(document);
    return status;
}

bina_status
bina_mapping_read(const char *path, const bina_description *target, bina_faults *faults,
                  bina_error *error, bina_mapping **mapping)
{
    bina_description *made[3];
    bina_document *document;
    bina_status status;

    *mapping = NULL;
    if (!bina_mapping_descriptions(made))
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    status =
        bina_yaml_read(path, (const bina_description *const *)made, 3, faults, error, &document);
    bina_mapping_descriptions_free(made);
    return status == BINA_OK ? take_document(document, target, faults, error, mapping) : status;
}

bina_status
bina_mapping_read_bytes(const char *bytes, size_t length, const bina_description *target,
                        bina_faults *faults, bina_error *error, bina_mapping **mapping)
{
    bina_description *made[3];
    bina_document *document;
    bina_status status;

    *mapping = NULL;
    if (!bina_mapping_descriptions(made))
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    status = bina_yaml_read_bytes(bytes, length, (const bina_description *const *)made, 3, faults,
                                  error, &document);
    bina_mapping_descriptions_free(made);
    return status == BINA_OK ? take_document(document, target, faults, error, mapping) : status;
}
