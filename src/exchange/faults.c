#include "exchange/faults.h"
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include "model/columns.h"
#include "model/cursor.h"

#define KEPT_USUALLY 10000

#define TEXTS        7

/* A kept fault: its texts one after the other, each ended by NUL. */
typedef struct kept_fault {
    bina_status status;
    bina_severity severity;
    int64_t line, column;
    char texts[];
} kept_fault;

struct bina_faults {
    atomic_int holds;
    size_t keep, count, room;
    kept_fault **kept;
    int64_t found[2]; /* by severity */
};

typedef struct fault_source {
    bina_faults *faults;
    bina_error *fault;
    size_t next;
} fault_source;

bina_faults *
bina_faults_new(size_t keep)
{
    bina_faults *faults = calloc(1, sizeof(*faults));

    if (faults == NULL)
        return NULL;
    atomic_init(&faults->holds, 1);
    faults->keep = keep > 0 ? keep : KEPT_USUALLY;
    return faults;
}

bina_faults *
bina_faults_hold(bina_faults *faults)
{
    if (faults != NULL)
        atomic_fetch_add(&faults->holds, 1);
    return faults;
}

void
bina_faults_free(bina_faults *faults)
{
    size_t i;

    if (faults == NULL || atomic_fetch_sub(&faults->holds, 1) > 1)
        return;
    for (i = 0; i < faults->count; i++)
        free(faults->kept[i]);
    free(faults->kept);
    free(faults);
}

static char *
append(char *to, const char *text)
{
    size_t size = strlen(text) + 1;

    memcpy(to, text, size);
    return to + size;
}

void
bina_faults_add(bina_faults *faults, const bina_error *fault)
{
    const char *texts[TEXTS];
    kept_fault *kept, **larger;
    size_t size = sizeof(*kept), room, i;
    char *to;

    if (faults == NULL)
        return;
    faults->found[fault->severity == BINA_WARNING]++;
    if (faults->count == faults->keep)
        return;
    if (faults->count == faults->room) {
        room = faults->room > 0 ? 2 * faults->room : 16;
        larger = realloc(faults->kept, room * sizeof(*larger));
        if (larger == NULL)
            return;
        faults->kept = larger;
        faults->room = room;
    }
    texts[0] = fault->kind;
    texts[1] = fault->field;
    texts[2] = fault->rule;
    texts[3] = fault->file;
    texts[4] = fault->message[BINA_ENGLISH];
    texts[5] = fault->message[BINA_INDONESIAN];
    texts[6] = fault->sheet;
    for (i = 0; i < TEXTS; i++)
        size += strlen(texts[i]) + 1;
    kept = malloc(size);
    if (kept == NULL)
        return;
    kept->status = fault->status;
    kept->severity = fault->severity;
    kept->line = fault->line;
    kept->column = fault->column;
    for (i = 0, to = kept->texts; i < TEXTS; i++)
        to = append(to, texts[i]);
    faults->kept[faults->count++] = kept;
}

int64_t
bina_faults_count(const bina_faults *faults, bina_severity severity)
{
    return faults->found[severity == BINA_WARNING];
}

size_t
bina_faults_kept(const bina_faults *faults)
{
    return faults->count;
}

static const char *
take(const char *from, char *to)
{
    size_t size = strlen(from) + 1;

    memcpy(to, from, size);
    return from + size;
}

bina_status
bina_faults_at(const bina_faults *faults, size_t n, bina_error *fault)
{
    const kept_fault *kept;
    const char *from;

    if (n >= faults->count)
        return BINA_DONE;
    kept = faults->kept[n];
    bina_error_clear(fault);
    fault->status = kept->status;
    fault->severity = kept->severity;
    fault->line = kept->line;
    fault->column = kept->column;
    from = take(kept->texts, fault->kind);
    from = take(from, fault->field);
    from = take(from, fault->rule);
    from = take(from, fault->file);
    from = take(from, fault->message[BINA_ENGLISH]);
    from = take(from, fault->message[BINA_INDONESIAN]);
    take(from, fault->sheet);
    return BINA_OK;
}

static void
set_unless_empty(bina_record *record, int slot, const char *text)
{
    if (text[0] != '\0')
        bina_set_text(record, slot, text);
}

static bina_status
next_fault(void *self, bina_record *record, bina_error *error)
{
    fault_source *source = self;
    const bina_error *fault = source->fault;

    (void)error;
    if (bina_faults_at(source->faults, source->next, source->fault) != BINA_OK)
        return BINA_DONE;
    source->next++;
    bina_set_text(record, BINA_FAULT_SEVERITY,
                  fault->severity == BINA_WARNING ? "warning" : "error");
    set_unless_empty(record, BINA_FAULT_FILE, fault->file);
    if (fault->line > 0)
        bina_set_int(record, BINA_FAULT_LINE, fault->line);
    if (fault->column > 0)
        bina_set_int(record, BINA_FAULT_COLUMN, fault->column);
    set_unless_empty(record, BINA_FAULT_KIND, fault->kind);
    set_unless_empty(record, BINA_FAULT_FIELD, fault->field);
    set_unless_empty(record, BINA_FAULT_RULE, fault->rule);
    bina_set_text(record, BINA_FAULT_MESSAGE, fault->message[BINA_ENGLISH]);
    bina_set_text(record, BINA_FAULT_PESAN, fault->message[BINA_INDONESIAN]);
    set_unless_empty(record, BINA_FAULT_SHEET, fault->sheet);
    return BINA_OK;
}

static void
free_fault_source(void *self)
{
    fault_source *source = self;

    bina_faults_free(source->faults);
    bina_error_free(source->fault);
    free(source);
}

static const bina_column fault_columns[] = {
    {"severity", BINA_TEXT, .doc = "error: the row or file was refused; warning: it was let pass"},
    {"file", BINA_TEXT, .doc = "the path as it was given; - is standard input"},
    {"line", BINA_INT, .doc = "line in the file, from 1"},
    {"column", BINA_INT, .doc = "n-th cell of the row, from 1"},
    {"kind", BINA_TEXT, .doc = "what was being read"},
    {"field", BINA_TEXT, .doc = "the field, or the header of the column"},
    {"rule", BINA_TEXT, .doc = "the rule that found it"},
    {"message", BINA_TEXT, .doc = "what is wrong, in English"},
    {"pesan", BINA_TEXT, .doc = "what is wrong, in Indonesian"},
    {"sheet", BINA_TEXT, .doc = "the sheet of a workbook"},
};

bina_status
bina_faults_cursor(bina_faults *faults, bina_cursor **cursor)
{
    static const bina_source functions = {next_fault, NULL, free_fault_source};
    bina_description *description =
        bina_columns_describe("fault", "Something wrong in a file.", fault_columns,
                              sizeof(fault_columns) / sizeof(fault_columns[0]));
    fault_source *source = calloc(1, sizeof(*source));

    *cursor = NULL;
    if (source != NULL)
        source->fault = bina_error_new();
    if (description == NULL || source == NULL || source->fault == NULL) {
        free(source);
        bina_description_free(description);
        return BINA_ERR_NO_MEMORY;
    }
    source->faults = bina_faults_hold(faults);
    *cursor = bina_cursor_new(description, &functions, source);
    bina_description_free(description);
    return *cursor != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
}
