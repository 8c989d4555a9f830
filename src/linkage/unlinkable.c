/* Rows that say too little to be linked to anything, and the values they lack. */
#include "linkage/estimate.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The pattern of a row and one just like it: equal in every field that has a value. */
static uint64_t
like_itself(const bina_link_engine *engine, uint32_t row)
{
    const uint32_t *codes = bina_link_rows_at(&engine->rows, row);
    uint64_t pattern = 0;

    for (int f = 0; f < engine->plan->count; f++)
        if (codes[f] != 0)
            pattern |= (uint64_t)engine->field[f].top << (BINA_LINK_BITS * (unsigned)f);
    return pattern;
}

/* What a row weighs against one just like it, on a list where that weighs most. */
static double
most_of(const bina_link_engine *engine, uint32_t row, uint64_t pattern)
{
    const uint32_t *codes = bina_link_rows_at(&engine->rows, row);
    double most = -1000;

    if (engine->table->list_count > 1)
        most = bina_link_judge_weigh(&engine->judge, pattern, codes);
    if (engine->table->list_count < 2 || !engine->alone[engine->list_of[row]])
        most =
            fmax(most, bina_link_judge_weigh(&engine->judge, pattern | BINA_LINK_SAME_LIST, codes));
    return most;
}

bool
bina_link_tour_next(const bina_linkage *linkage, bina_link_tour *tour)
{
    for (; tour->list < linkage->table.list_count; tour->list++, tour->number = 0) {
        uint32_t list = linkage->order[tour->list];
        while (tour->number < bina_link_list_rows(linkage, list))
            if (bina_link_row_at(linkage, list, tour->number++, &tour->row))
                return true;
    }
    return false;
}

int64_t
bina_link_count_unlinkable(const bina_linkage *linkage)
{
    const bina_link_engine *engine = &linkage->engine;
    double least = bina_link_odds(engine->link);
    bina_link_tour tour = {0, 0, 0};
    int64_t count = 0;

    while (bina_link_tour_next(linkage, &tour))
        count += most_of(engine, tour.row, like_itself(engine, tour.row)) < least;
    return count;
}

/* Sets a slot to the names of the fields without a value in a pattern, if there are any. */
static bina_status
set_missing(bina_record *record, int slot, const bina_link_plan *plan, uint64_t pattern)
{
    size_t room = 1, used = 0;
    char *text;

    for (int f = 0; f < plan->count; f++)
        room += strlen(plan->field[f].name) + strlen(", ");
    text = malloc(room);
    if (text == NULL)
        return BINA_ERR_NO_MEMORY;
    for (int f = 0; f < plan->count; f++)
        if (bina_link_pattern_level(pattern, f) == BINA_LINK_MISSING)
            used += (size_t)snprintf(text + used, room - used, "%s%s", used > 0 ? ", " : "",
                                     plan->field[f].name);
    if (used > 0)
        bina_set_text(record, slot, text);
    free(text);
    return BINA_OK;
}

bina_status
bina_linkage_unlinkable(bina_linkage *linkage, bina_cursor **cursor)
{
    static const bina_link_slot slots[] = {
        {"file", BINA_TEXT, 0, "The list's name."},
        {"row", BINA_INT, 0, "The row, from 1."},
        {"weight", BINA_REAL, 0, "Against a row just like it."},
        {"probability", BINA_REAL, 0, "The same as a probability."},
        {"missing", BINA_TEXT, 0, "Fields without a value."},
        {NULL, BINA_NULL, 0, NULL},
    };
    const bina_link_engine *engine = &linkage->engine;
    double least = bina_link_odds(engine->link);
    bina_link_tour tour = {0, 0, 0};
    bina_link_report report;
    bina_status status = bina_link_report_begin(&report, linkage, "linkage_unlinkable",
                                                "A row that says too little to be linked.", slots);

    while (status == BINA_OK && bina_link_tour_next(linkage, &tour)) {
        uint64_t pattern = like_itself(engine, tour.row);
        double weight = most_of(engine, tour.row, pattern);
        if (weight >= least)
            continue;
        bina_set_text(report.record, BINA_LINKAGE_UNLINKABLE_FILE,
                      linkage->table.lists[linkage->order[tour.list]]->name);
        bina_set_int(report.record, BINA_LINKAGE_UNLINKABLE_ROW, (int64_t)tour.number);
        bina_set_real(report.record, BINA_LINKAGE_UNLINKABLE_WEIGHT, weight);
        bina_set_real(report.record, BINA_LINKAGE_UNLINKABLE_PROBABILITY,
                      bina_link_probability(weight));
        status = set_missing(report.record, BINA_LINKAGE_UNLINKABLE_MISSING, engine->plan, pattern);
        if (status == BINA_OK)
            status = bina_link_report_add(&report);
    }
    return bina_link_report_end(&report, linkage, status, cursor);
}

/* ---- what rows lack ---- */

/* Set in the pattern of a row that cannot be linked, to count it apart. */
#define UNLINKABLE ((uint64_t)1 << 61)

typedef struct gap {
    uint64_t pattern;
    int64_t rows, unlinkable;
} gap;

static int
by_pattern(const void *a, const void *b)
{
    const gap *x = a, *y = b;
    return x->pattern < y->pattern ? -1 : x->pattern > y->pattern;
}

static int
by_rows(const void *a, const void *b)
{
    const gap *x = a, *y = b;
    if (x->unlinkable != y->unlinkable)
        return x->unlinkable > y->unlinkable ? -1 : 1;
    if (x->rows != y->rows)
        return x->rows > y->rows ? -1 : 1;
    return by_pattern(a, b);
}

static bina_status
count_rows(const bina_linkage *linkage, bina_link_patterns *counted)
{
    const bina_link_engine *engine = &linkage->engine;
    bina_link_tour tour = {0, 0, 0};
    double least = bina_link_odds(engine->link);
    bina_status status = bina_link_patterns_init(counted);

    while (status == BINA_OK && bina_link_tour_next(linkage, &tour)) {
        uint64_t pattern = like_itself(engine, tour.row);
        if (most_of(engine, tour.row, pattern) < least)
            pattern |= UNLINKABLE;
        status = bina_link_patterns_add(counted, &pattern, 1, 1);
    }
    return status;
}

/* What was counted, one gap for each pattern; gives how many there are. */
static size_t
bring_together(const bina_link_patterns *counted, gap *gaps)
{
    size_t count = 0, kept = 0;

    for (size_t i = 0; i < counted->slots; i++) {
        uint64_t pattern = counted->slot[i].key - 1;
        if (counted->slot[i].key == 0)
            continue;
        gaps[count].pattern = pattern & ~UNLINKABLE;
        gaps[count].rows = (int64_t)counted->slot[i].count;
        gaps[count].unlinkable = (pattern & UNLINKABLE) != 0 ? gaps[count].rows : 0;
        count++;
    }
    qsort(gaps, count, sizeof(*gaps), by_pattern);
    for (size_t i = 0; i < count; i++)
        if (kept > 0 && gaps[kept - 1].pattern == gaps[i].pattern) {
            gaps[kept - 1].rows += gaps[i].rows;
            gaps[kept - 1].unlinkable += gaps[i].unlinkable;
        } else {
            gaps[kept++] = gaps[i];
        }
    qsort(gaps, kept, sizeof(*gaps), by_rows);
    return kept;
}

bina_status
bina_linkage_gaps(bina_linkage *linkage, bina_cursor **cursor)
{
    static const bina_link_slot slots[] = {
        {"missing", BINA_TEXT, 0, "Fields without a value."},
        {"rows", BINA_INT, 0, "Rows that lack just these."},
        {"unlinkable", BINA_INT, 0, "Of these, how many cannot be linked."},
        {NULL, BINA_NULL, 0, NULL},
    };
    const bina_link_engine *engine = &linkage->engine;
    bina_link_patterns counted;
    size_t count;
    gap *gaps = NULL;
    bina_link_report report;
    bina_status status = bina_link_report_begin(&report, linkage, "linkage_gap",
                                                "What rows lack, and how many.", slots);

    memset(&counted, 0, sizeof(counted));
    if (status == BINA_OK)
        status = count_rows(linkage, &counted);
    if (status != BINA_OK)
        goto out;
    gaps = malloc((counted.used + 1) * sizeof(*gaps));
    if (gaps == NULL) {
        status = BINA_ERR_NO_MEMORY;
        goto out;
    }
    count = bring_together(&counted, gaps);
    for (size_t i = 0; i < count && status == BINA_OK; i++) {
        bina_set_int(report.record, BINA_LINKAGE_GAP_ROWS, gaps[i].rows);
        bina_set_int(report.record, BINA_LINKAGE_GAP_UNLINKABLE, gaps[i].unlinkable);
        status =
            set_missing(report.record, BINA_LINKAGE_GAP_MISSING, engine->plan, gaps[i].pattern);
        if (status == BINA_OK)
            status = bina_link_report_add(&report);
    }
out:
    free(gaps);
    bina_link_patterns_drop(&counted);
    return bina_link_report_end(&report, linkage, status, cursor);
}
