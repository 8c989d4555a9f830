/* Rows into records, one by one: gather, translate, convert, check. */
#include <stdlib.h>
#include <string.h>
#include "exchange/mapper.h"
#include "exchange/table.h"
#include "exchange/words.h"
#include "reference/validators.h"

/* The zeros that may be put back into a cell, and its end. */
#define ROOM_FOR_ZEROS 4

void
bina_mapper_fault(const bina_mapper *mapper, bina_error *fault, bina_severity severity,
                  const char *field, const char *rule, int64_t line, int column)
{
    bina_error_at(fault, bina_description_name(mapper->target), field, rule);
    bina_error_in_file(fault, mapper->file, line, column);
    bina_error_in_sheet(fault, mapper->sheet);
    if (severity == BINA_WARNING)
        bina_error_warn(fault);
    bina_faults_add(mapper->faults, fault);
}

/* The cell, from 1, of a field's n-th column; 0 when it has none. */
static int
cell_of(const bina_mapper *mapper, const bina_bound_field *field, size_t n)
{
    return n < field->source_count && field->sources[n] >= 0 ? mapper->cells[field->sources[n]] : 0;
}

/* ---- one cell ---- */

static bool
make_room(bina_mapper *mapper, size_t needed)
{
    char *larger;

    if (needed <= mapper->room)
        return true;
    larger = realloc(mapper->buffer, 2 * needed);
    if (larger == NULL)
        return false;
    mapper->buffer = larger;
    mapper->room = 2 * needed;
    return true;
}

static bool
says_missing(const bina_mapper *mapper, const char *tidy)
{
    char lower[BINA_HEADER_KEY];
    size_t i;

    if (mapper->missing_count == 0 || strlen(tidy) >= sizeof(lower))
        return false;
    bina_words_lower(tidy, lower, sizeof(lower));
    for (i = 0; i < mapper->missing_count; i++)
        if (strcmp(lower, mapper->missing[i]) == 0)
            return true;
    return false;
}

/* Keeps the part-th piece of the buffer (from 1; from the end if negative), tidied. */
static size_t
take_part(char *text, size_t length, const char *split, int part)
{
    size_t cut = strlen(split), pieces = 1;
    const char *at = text, *end;

    if (cut == 0)
        return length;
    for (end = text; (end = strstr(end, split)) != NULL; end += cut)
        pieces++;
    if (part < 0)
        part += (int)pieces + 1;
    if (part < 1 || (size_t)part > pieces)
        return 0;
    while (--part > 0)
        at = strstr(at, split) + cut;
    end = strstr(at, split);
    length = end != NULL ? (size_t)(end - at) : strlen(at);
    memmove(text, at, length);
    text[length] = '\0';
    while (length > 0 && text[length - 1] == ' ')
        text[--length] = '\0';
    cut = strspn(text, " ");
    memmove(text, text + cut, length - cut + 1);
    return length - cut;
}

/* Puts a field's cell together from its columns into the buffer; -1 when memory is out. */
static long
gather(bina_mapper *mapper, const bina_bound_field *field, const bina_record *row)
{
    const char *join = field->join != NULL ? field->join : " ", *cell;
    size_t used = 0, i, length;

    for (i = 0; i < field->source_count; i++) {
        cell = field->sources[i] >= 0 ? bina_record_text(row, field->sources[i]) : NULL;
        if (cell == NULL)
            continue;
        length = strlen(cell);
        if (!make_room(mapper, used + strlen(join) + length + 1))
            return -1;
        if (used > 0) {
            memcpy(mapper->buffer + used, join, strlen(join));
            used += strlen(join);
        }
        length = bina_words_tidy(cell, length, mapper->buffer + used);
        if (length == 0 && used > 0)
            used -= strlen(join);
        else if (field->source_count > 1 && bina_words_missing(mapper->buffer + used))
            used -= used > 0 ? strlen(join) : 0;
        else
            used += length;
        mapper->buffer[used] = '\0';
    }
    if (used > 0 && field->split != NULL)
        used = take_part(mapper->buffer, used, field->split, field->part);
    if (used > 0 && says_missing(mapper, mapper->buffer))
        used = 0;
    return (long)used;
}

static const char *
translate(const bina_bound_field *field, const char *text)
{
    char key[BINA_HEADER_KEY];
    size_t i;

    if (field->value_count == 0)
        return text;
    bina_header_key(text, key, sizeof(key));
    for (i = 0; i < field->value_count; i++)
        if (strcmp(field->values[i].from, key) == 0)
            return field->values[i].to != NULL ? field->values[i].to : "";
    return text;
}

/* Runs the field's validator: its normal form replaces the text; false when it refuses. */
static bool
validate(const bina_mapper *mapper, const bina_bound_field *field, bina_record *record,
         int64_t line, int column)
{
    const char *text = bina_record_text(record, field->slot);
    char normal[BINA_CHECK_NORMAL];
    bina_error fault;
    bina_status status;

    if (text == NULL)
        return true; /* memory was out, which the record remembers */
    bina_error_clear(&fault);
    status = bina_validate(field->validator, text, strlen(text), mapper->today, normal,
                           sizeof(normal), &fault);
    if (bina_error_status(&fault) != BINA_OK || fault.rule[0] != '\0')
        bina_mapper_fault(mapper, &fault, fault.severity, field->name, NULL, line, column);
    if (status == BINA_ERR_INVALID)
        return false;
    if (status == BINA_OK && normal[0] != '\0')
        bina_set_text(record, field->slot, normal);
    return true;
}

/* What the cell of a field's first column held, as a letter (see bina/list.h); 't' if not told. */
static char
kind_of(const bina_mapper *mapper, const bina_bound_field *field, const bina_record *row)
{
    const char *kinds = mapper->kinds_slot >= 0 ? bina_record_text(row, mapper->kinds_slot) : NULL;

    if (kinds == NULL || field->source_count != 1 || field->sources[0] < 0 ||
        (size_t)field->sources[0] >= strlen(kinds))
        return 't';
    return kinds[field->sources[0]];
}

/*
 * Puts back the zeros that a spreadsheet drops where a number that is a name was typed as a
 * measure: in front of a NIB, behind a region code ("52.10" is 52.1). The buffer holds the cell.
 */
static void
recover_zeros(const bina_mapper *mapper, const bina_bound_field *field, const bina_record *row,
              int64_t line)
{
    size_t length = strlen(mapper->buffer), digits = strspn(mapper->buffer, "0123456789"), lost;
    bina_error fault;

    if (field->validator == NULL || kind_of(mapper, field, row) != 'n')
        return;
    if (strcmp(field->validator, "nib") == 0 && digits == length && length >= 11 && length < 13) {
        lost = 13 - length;
        memmove(mapper->buffer + lost, mapper->buffer, length + 1);
        memset(mapper->buffer, '0', lost);
    } else if (strcmp(field->validator, "region") == 0 && digits == 2 && length == 4 &&
               mapper->buffer[2] == '.') {
        memcpy(mapper->buffer + length, "0", 2);
    } else {
        return;
    }
    bina_error_set(
        &fault, BINA_ERR_INVALID,
        "A spreadsheet took the number for an amount and dropped a 0, which was put back; "
        "format the column as text.",
        "Lembar kerja menganggap nomor ini jumlah dan membuang angka 0; sudah "
        "dikembalikan. Format kolom sebagai teks.");
    bina_mapper_fault(mapper, &fault, BINA_WARNING, field->name, "number.zeros", line,
                      cell_of(mapper, field, 0));
}

static void
tell_verdict(const bina_mapper *mapper, const bina_bound_field *field, const bina_verdict *verdict,
             int64_t line, int column)
{
    bina_error fault;

    if (verdict->rule == NULL)
        return;
    bina_error_set(&fault, BINA_ERR_INVALID, verdict->english, verdict->indonesian);
    bina_mapper_fault(mapper, &fault, verdict->severity, field->name, verdict->rule, line, column);
}

/* Adds up the columns of a field; a cell that is no number leaves it unset. */
static bool
fill_sum(bina_mapper *mapper, const bina_bound_field *field, const bina_record *row,
         bina_record *record, int64_t line)
{
    bool any = false, good = true;
    int64_t sum = 0, number;
    const char *cell;
    size_t i;

    for (i = 0; i < field->source_count; i++) {
        bina_verdict verdict = {0};
        cell = field->sources[i] >= 0 ? bina_record_text(row, field->sources[i]) : NULL;
        if (cell == NULL ||
            !bina_convert(record, field->slot, cell, strlen(cell), &field->how, &verdict)) {
            good = good && verdict.rule == NULL;
            tell_verdict(mapper, field, &verdict, line, cell_of(mapper, field, i));
            continue;
        }
        tell_verdict(mapper, field, &verdict, line, cell_of(mapper, field, i));
        number = bina_record_int(record, field->slot);
        any = true;
        sum = number > 0 && sum > INT64_MAX - number ? INT64_MAX : sum + number;
    }
    bina_unset(record, field->slot);
    if (any && good)
        bina_set_int(record, field->slot, sum);
    return good;
}

/* Fills one field; false when there was something wrong with it. */
static bool
fill(bina_mapper *mapper, const bina_bound_field *field, const bina_record *row,
     bina_record *record, int64_t line)
{
    int column = cell_of(mapper, field, 0);
    bina_verdict verdict = {0};
    const char *text;
    long length;
    bool set;

    if (field->source_count > 0 && field->sources[0] < -1) {
        if (field->sources[0] == BINA_SOURCE_ROW || line > 0)
            bina_set_int(record, field->slot,
                         field->sources[0] == BINA_SOURCE_LINE
                             ? line
                             : mapper->counts->rows + mapper->counts->blank);
        return true;
    }
    if (field->sum)
        return fill_sum(mapper, field, row, record, line);
    length = gather(mapper, field, row);
    if (length < 0 || !make_room(mapper, (size_t)length + ROOM_FOR_ZEROS)) {
        mapper->out_of_memory = true;
        return false;
    }
    if (length > 0)
        recover_zeros(mapper, field, row, line);
    text = length > 0 ? translate(field, mapper->buffer) : "";
    set = bina_convert(record, field->slot, text, strlen(text), &field->how, &verdict);
    tell_verdict(mapper, field, &verdict, line, column);
    if (set && field->validator != NULL && !validate(mapper, field, record, line, column)) {
        bina_unset(record, field->slot);
        return false;
    }
    if (!set && verdict.rule == NULL && field->constant != NULL)
        bina_convert(record, field->slot, field->constant, strlen(field->constant), &field->how,
                     NULL);
    return set || verdict.rule == NULL;
}

/* ---- one row ---- */

static bool
is_blank(const bina_mapper *mapper, const bina_record *row)
{
    const char *cell;
    int slot;

    for (slot = 0; slot < mapper->columns; slot++) {
        if (bina_column_is_own(bina_description_field(bina_record_description(row), slot)) &&
            slot != mapper->extra_slot)
            continue;
        cell = bina_record_text(row, slot);
        if (cell != NULL && strspn(cell, " \t\r\n") != strlen(cell))
            return false;
    }
    return true;
}

bina_status
bina_mapper_apply(bina_mapper *mapper, const bina_record *row, bina_record *record)
{
    int64_t line = mapper->line_slot >= 0 ? bina_record_int(row, mapper->line_slot) : 0;
    bool good = true;
    bina_error fault;
    size_t i;

    mapper->sheet = mapper->sheet_slot >= 0 ? bina_record_text(row, mapper->sheet_slot) : NULL;
    if (is_blank(mapper, row)) {
        mapper->counts->blank++;
        return BINA_DONE;
    }
    mapper->counts->rows++;
    /* Its cells stand under wrong headers; the reader of the file has complained of it. */
    if (mapper->extra_slot >= 0 && bina_record_text(row, mapper->extra_slot) != NULL) {
        mapper->counts->refused++;
        return BINA_ERR_INVALID;
    }
    for (i = 0; i < mapper->count; i++) {
        const bina_bound_field *field = &mapper->fields[i];
        if (!fill(mapper, field, row, record, line) && mapper->strict)
            good = false;
        if (!field->required || bina_record_get(record, field->slot).type != BINA_NULL)
            continue;
        good = false;
        bina_error_set(&fault, BINA_ERR_INVALID, "A field that is required has no value.",
                       "Isian wajib tidak mempunyai nilai.");
        bina_mapper_fault(mapper, &fault, BINA_ERROR, field->name, "required", line,
                          cell_of(mapper, field, 0));
    }
    if (mapper->out_of_memory)
        return BINA_ERR_NO_MEMORY;
    if (good)
        mapper->counts->given++;
    else
        mapper->counts->refused++;
    return good ? BINA_OK : BINA_ERR_INVALID;
}
