/* The linkage after its run: what is like a record, and rows that come, change and go. */
#include <bina/linkage_index.h>

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "linkage/report.h"

/* What went wrong, unless that has been said better. */
static bina_status
tell(bina_linkage *linkage, bina_status status)
{
    if (status != BINA_OK && bina_error_status(&linkage->error) == BINA_OK)
        bina_error_plain(&linkage->error, status);
    return status;
}

/* The index, made when first needed. */
static bina_status
begin(bina_linkage *linkage)
{
    bina_error_clear(&linkage->error);
    if (!linkage->ended || linkage->engine.stage != BINA_LINK_STAGE_END)
        return bina_error_set(&linkage->error, BINA_ERR_USAGE,
                              "the linkage has not been run to its end",
                              "penautan belum dijalankan sampai selesai");
    if (linkage->index != NULL)
        return BINA_OK;
    return tell(linkage, bina_link_index_make(&linkage->engine, &linkage->index));
}

static bina_status
find_list(bina_linkage *linkage, const char *name, uint32_t *list)
{
    const bina_link_table *table = &linkage->table;

    for (*list = 0; *list < table->list_count; (*list)++)
        if (name != NULL && strcmp(table->lists[*list]->name, name) == 0)
            return BINA_OK;
    return bina_link_no_list(linkage, &linkage->error, name);
}

/* How many columns of a list a record has. */
static uint32_t
count_columns(const bina_link_list *list, const bina_record *record)
{
    uint32_t has = 0;

    for (uint32_t c = 0; c < list->column_count; c++)
        has += bina_link_index_slot(record, list->columns[c].name) >= 0;
    return has;
}

/* The list whose columns a record of no list has. */
static uint32_t
guess_list(const bina_linkage *linkage, const bina_record *record)
{
    uint32_t best = 0, most = 0;

    for (uint32_t i = 0; i < linkage->table.list_count; i++) {
        uint32_t has = count_columns(linkage->table.lists[linkage->order[i]], record);
        if (i == 0 || has > most) {
            most = has;
            best = linkage->order[i];
        }
    }
    return best;
}

/* A record that is not empty has a column of the list it is read as. */
static bina_status
check_columns(bina_linkage *linkage, uint32_t list, const bina_record *record)
{
    const bina_description *columns = bina_record_description(record);

    if (bina_description_count(columns) == 0 ||
        count_columns(linkage->table.lists[list], record) > 0)
        return BINA_OK;
    return bina_link_no_column(linkage, &linkage->error, list,
                               bina_field_name(bina_description_field(columns, 0)));
}

static int
likelier(const void *a, const void *b)
{
    const bina_link_near *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

/* The codes of a record that is in no list; the values it brings are to be cut. */
static bina_status
read_typed(bina_linkage *linkage, const char *name, const bina_record *record, uint32_t *codes,
           uint32_t *list, bina_link_extents *extents)
{
    bina_status status = begin(linkage);
    uint32_t as = 0;

    if (status != BINA_OK)
        return status;
    bina_link_index_mark(linkage->index, extents);
    if (record == NULL)
        return bina_error_plain(&linkage->error, BINA_ERR_USAGE);
    if (name == NULL) {
        as = guess_list(linkage, record);
        *list = BINA_LINK_NO_LIST;
    } else {
        status = find_list(linkage, name, list);
        as = *list;
    }
    if (status != BINA_OK || linkage->table.list_count == 0)
        return status;
    status = check_columns(linkage, as, record);
    if (status == BINA_OK)
        status = bina_link_index_read(linkage->index, as, record, codes);
    return tell(linkage, status);
}

static bina_status
report_hits(bina_linkage *linkage, bina_link_report *report, size_t most)
{
    const bina_link_index *index = linkage->index;
    bina_status status = bina_link_index_count(linkage->index, linkage->order);

    for (size_t i = 0; i < index->hits && i < most && status == BINA_OK; i++) {
        const bina_link_near *hit = &index->hit[i];
        const bina_link_list *list;
        int64_t number = bina_link_place_of(linkage, hit->row, &list);
        bina_set_text(report->record, BINA_LINKAGE_MATCH_LIST, list->name);
        bina_set_int(report->record, BINA_LINKAGE_MATCH_ROW, number);
        bina_set_int(report->record, BINA_LINKAGE_MATCH_ENTITY, index->number[hit->row]);
        bina_set_real(report->record, BINA_LINKAGE_MATCH_WEIGHT, hit->weight);
        bina_set_real(report->record, BINA_LINKAGE_MATCH_PROBABILITY,
                      bina_link_probability(hit->weight));
        status = bina_link_report_add(report);
    }
    return status;
}

bina_status
bina_linkage_match(bina_linkage *linkage, const char *name, const bina_record *record, int64_t most,
                   bina_cursor **cursor)
{
    static const bina_link_slot slots[] = {
        {"list", BINA_TEXT, 0, "The list of the row that is alike."},
        {"row", BINA_INT, 0, "The row, from 1."},
        {"entity", BINA_INT, 0, "What it is part of."},
        {"weight", BINA_REAL, 0, "Log2 of the odds that both are one."},
        {"probability", BINA_REAL, 0, "The probability that both are one."},
        {NULL, BINA_NULL, 0, NULL},
    };
    uint32_t codes[BINA_LINK_FIELDS], list;
    bina_link_extents extents;
    bina_link_report report;
    bina_status status = bina_link_report_begin(&report, linkage, "linkage_match",
                                                "A row that may be the same.", slots);

    if (status != BINA_OK)
        return bina_link_report_end(&report, linkage, status, cursor);
    status = begin(linkage);
    if (status != BINA_OK)
        return bina_link_report_end(&report, linkage, status, cursor);
    bina_link_index_mark(linkage->index, &extents);
    linkage->index->hits = 0;
    status = read_typed(linkage, name, record, codes, &list, &extents);
    if (status == BINA_OK && linkage->table.list_count > 0)
        status = bina_link_index_find(linkage->index, codes, list, UINT32_MAX);
    bina_link_index_cut(linkage->index, &extents);
    if (status == BINA_OK) {
        if (linkage->index->hits > 1)
            qsort(linkage->index->hit, linkage->index->hits, sizeof(*linkage->index->hit),
                  likelier);
        status = report_hits(linkage, &report, most <= 0 ? SIZE_MAX : (size_t)most);
    }
    return bina_link_report_end(&report, linkage, status, cursor);
}

/* Gives a number the codes of a record. */
static void
set_codes(bina_linkage *linkage, uint32_t row, uint32_t list, const uint32_t *codes)
{
    bina_link_engine *engine = &linkage->engine;

    for (int f = 0; f < engine->plan->count; f++) {
        engine->rows.code[(size_t)row * engine->rows.stride + (unsigned)f] = codes[f];
        engine->field[f].codes[row] = codes[f];
    }
    engine->list_of[row] = list;
}

bina_status
bina_linkage_match_explain(bina_linkage *linkage, const char *name, const bina_record *record,
                           const char *list_b, int64_t row_b, bina_cursor **cursor)
{
    uint32_t codes[BINA_LINK_FIELDS], list, b;
    bina_link_extents extents;
    bina_status status = begin(linkage);

    *cursor = NULL;
    if (status != BINA_OK)
        return status;
    bina_link_index_mark(linkage->index, &extents);
    status = read_typed(linkage, name, record, codes, &list, &extents);
    if (status == BINA_OK && !bina_link_locate(linkage, list_b, row_b, &b))
        status = bina_error_set(&linkage->error, BINA_ERR_NOT_FOUND, "there is no such row",
                                "baris itu tidak ada");
    if (status == BINA_OK)
        status = tell(linkage, bina_link_index_reserve(linkage->index));
    if (status == BINA_OK) {
        /* For as long as it takes the record stands where the next row would. */
        set_codes(linkage, linkage->index->rows, list, codes);
        status = bina_link_explain(linkage, linkage->index->rows, b, cursor);
    }
    bina_link_index_cut(linkage->index, &extents);
    return status;
}

/* Notes that a row is not as the finders have it. */
static bina_status
note_fresh(bina_link_index *index, uint32_t row)
{
    if (!bina_vector_reserve(&index->fresh, &index->fresh_room, index->fresh_count + 1,
                             sizeof(*index->fresh)))
        return BINA_ERR_NO_MEMORY;
    index->fresh[index->fresh_count++] = row;
    return BINA_OK;
}

/* Finds a row's pairs by its codes and groups anew, together with the rows in `set`. */
static bina_status
place(bina_linkage *linkage, uint32_t row, bina_link_set *set)
{
    bina_link_index *index = linkage->index;
    bina_link_set parts = {0};
    bina_status status = bina_link_index_find(index, bina_link_rows_at(&linkage->engine.rows, row),
                                              linkage->engine.list_of[row], row);

    if (status == BINA_OK)
        status = note_fresh(index, row);
    if (status == BINA_OK)
        status = bina_link_index_join(index, row);
    bina_link_index_next(index);
    if (status == BINA_OK)
        status = bina_link_index_part(index, row, &parts);
    for (size_t i = 0; i < set->count && status == BINA_OK; i++)
        if (!index->gone[set->row[i]])
            status = bina_link_index_part(index, set->row[i], &parts);
    if (status == BINA_OK)
        status = bina_link_index_group(index, &parts);
    free(parts.row);
    return status;
}

bina_status
bina_linkage_insert(bina_linkage *linkage, const char *name, const bina_record *record,
                    int64_t *row)
{
    uint32_t codes[BINA_LINK_FIELDS], list, made;
    bina_link_extents extents;
    bina_link_set none = {0};
    bina_link_index *index;
    bina_link_more *more;
    bina_status status = begin(linkage);

    *row = 0;
    if (status != BINA_OK)
        return status;
    index = linkage->index;
    bina_link_index_mark(index, &extents);
    status = find_list(linkage, name, &list);
    if (status == BINA_OK)
        status = read_typed(linkage, name, record, codes, &list, &extents);
    if (status == BINA_OK)
        status = bina_link_index_reserve(index);
    if (status == BINA_OK) {
        more = &index->more[list];
        if (!bina_vector_reserve(&more->row, &more->room, more->count + 1, sizeof(*more->row)) ||
            !bina_vector_reserve(&index->place, &index->place_room,
                                 index->rows - linkage->table.rows + 1u, sizeof(*index->place)))
            status = BINA_ERR_NO_MEMORY;
    }
    if (status != BINA_OK) {
        bina_link_index_cut(index, &extents);
        return tell(linkage, status);
    }
    made = index->rows++;
    set_codes(linkage, made, list, codes);
    linkage->engine.entity[made] = made;
    index->place[made - linkage->table.rows] =
        (bina_link_place){list, linkage->table.lists[list]->rows + (uint32_t)more->count};
    more->row[more->count++] = made;
    status = place(linkage, made, &none);
    if (status != BINA_OK) {
        /* The number is spent, but nothing has it. */
        bina_link_index_leave(index, made);
        index->gone[made] = true;
        return tell(linkage, status);
    }
    *row = bina_link_numbering_of(&linkage->table.lists[list]->numbering,
                                  index->place[made - linkage->table.rows].number);
    return BINA_OK;
}

static bina_status
find_row(bina_linkage *linkage, const char *name, int64_t number, uint32_t *row)
{
    bina_status status = begin(linkage);

    if (status == BINA_OK && !bina_link_locate(linkage, name, number, row))
        status = bina_link_no_row(linkage, &linkage->error, name, number);
    return status;
}

/* The rows that were one part with a row; then its edges are gone. */
static bina_status
part_from(bina_link_index *index, uint32_t row, bina_link_set *set)
{
    bina_status status;

    bina_link_index_next(index);
    status = bina_link_index_part(index, row, set);
    if (status == BINA_OK)
        bina_link_index_leave(index, row);
    return status;
}

bina_status
bina_linkage_change(bina_linkage *linkage, const char *name, int64_t number,
                    const bina_record *record)
{
    uint32_t codes[BINA_LINK_FIELDS], row, list;
    bina_link_extents extents;
    bina_link_set set = {0};
    bina_status status = find_row(linkage, name, number, &row);

    if (status != BINA_OK)
        return status;
    bina_link_index_mark(linkage->index, &extents);
    status = read_typed(linkage, name, record, codes, &list, &extents);
    if (status == BINA_OK)
        status = part_from(linkage->index, row, &set);
    if (status == BINA_OK) {
        set_codes(linkage, row, list, codes);
        status = place(linkage, row, &set);
    } else {
        bina_link_index_cut(linkage->index, &extents);
    }
    free(set.row);
    return tell(linkage, status);
}

bina_status
bina_linkage_remove(bina_linkage *linkage, const char *name, int64_t number)
{
    bina_link_set set = {0}, parts = {0};
    uint32_t row;
    bina_status status = find_row(linkage, name, number, &row);

    if (status != BINA_OK)
        return status;
    status = part_from(linkage->index, row, &set);
    if (status == BINA_OK) {
        linkage->index->gone[row] = true;
        bina_link_index_next(linkage->index);
    }
    for (size_t i = 0; i < set.count && status == BINA_OK; i++)
        if (set.row[i] != row)
            status = bina_link_index_part(linkage->index, set.row[i], &parts);
    if (status == BINA_OK)
        status = bina_link_index_group(linkage->index, &parts);
    free(linkage->index->number);
    linkage->index->number = NULL;
    free(set.row);
    free(parts.row);
    return tell(linkage, status);
}
