/* A linkage in one record: what went in, what came out, how good it likely is. */
#include <stdlib.h>
#include <string.h>

#include "linkage/estimate.h"

bina_status
bina_link_count(const bina_linkage *linkage, bina_link_counts *counts)
{
    size_t room = linkage->index == NULL ? linkage->table.rows : linkage->index->rows;
    uint32_t *size = calloc(room + 1, sizeof(*size)); /* of the entity of that least row */
    bina_link_tour tour = {0, 0, 0};

    memset(counts, 0, sizeof(*counts));
    if (size == NULL)
        return BINA_ERR_NO_MEMORY;
    while (bina_link_tour_next(linkage, &tour)) {
        uint32_t *of = &size[linkage->engine.entity[tour.row]];
        counts->rows++;
        counts->entities += *of == 0;
        counts->shared += *of == 1;
        counts->together += (*of)++;
    }
    free(size);
    return BINA_OK;
}

/* Pairs of lists that have rows, and of which no field has columns of both. */
static bina_status
count_apart(const bina_linkage *linkage, int64_t *apart)
{
    const bina_link_plan *plan = linkage->engine.plan;
    uint32_t lists = linkage->table.list_count;
    uint32_t *fields = calloc((size_t)lists + 1, sizeof(*fields)); /* of a list: a bit for each */

    *apart = 0;
    if (fields == NULL)
        return BINA_ERR_NO_MEMORY;
    for (int f = 0; f < plan->count; f++)
        for (size_t s = 0; s < plan->field[f].source_count; s++)
            fields[plan->field[f].sources[s].list] |= (uint32_t)1 << f;
    for (uint32_t a = 0; a < lists; a++)
        for (uint32_t b = a + 1; b < lists; b++)
            *apart += linkage->table.lists[a]->rows > 0 && linkage->table.lists[b]->rows > 0 &&
                      (fields[a] & fields[b]) == 0;
    free(fields);
    return BINA_OK;
}

bina_status
bina_linkage_summary(bina_linkage *linkage, bina_cursor **cursor)
{
    static const bina_link_slot slots[] = {
        {"lists", BINA_INT, 0, "Lists."},
        {"rows", BINA_INT, 0, "Rows of all lists."},
        {"entities", BINA_INT, 0, "What they are rows of."},
        {"shared", BINA_INT, 0, "Entities of more than one row."},
        {"links", BINA_INT, 0, "Pairs from the link threshold on."},
        {"doubtful", BINA_INT, 0, "Pairs below it, from the review threshold on."},
        {"unlinkable", BINA_INT, 0, "Rows that say too little to be linked."},
        {"precision", BINA_REAL, 0, "Expected of pairs of rows in one entity."},
        {"recall", BINA_REAL, 0, "Expected of pairs of rows that are one."},
        {"apart", BINA_INT, 0, "Pairs of lists without a column in common: never held together."},
        {NULL, BINA_NULL, 0, NULL},
    };
    const bina_link_engine *engine = &linkage->engine;
    int64_t links = 0, doubtful = 0, apart = 0;
    double together, right, missed, least = bina_link_odds(engine->link);
    bina_link_counts counts;
    bina_link_report report;
    bina_status status = bina_link_report_begin(&report, linkage, "linkage_summary",
                                                "A linkage in one line.", slots);

    if (status == BINA_OK)
        status = bina_link_count(linkage, &counts);
    if (status == BINA_OK)
        status = count_apart(linkage, &apart);
    if (status == BINA_OK)
        status = bina_link_expect(linkage, &counts, &right, &missed);
    if (status != BINA_OK)
        goto out;
    together = (double)counts.together;
    for (size_t i = 0; i < engine->edges.count; i++) {
        const bina_link_edge *edge = &engine->edges.edge[i];
        bool linked = edge->weight >= least || bina_link_engine_holds(engine, edge);
        links += linked;
        doubtful += !linked && edge->weight > BINA_LINK_DIFFERENT_VERDICT;
    }
    bina_set_int(report.record, BINA_LINKAGE_SUMMARY_LISTS, (int64_t)linkage->table.list_count);
    bina_set_int(report.record, BINA_LINKAGE_SUMMARY_ROWS, counts.rows);
    bina_set_int(report.record, BINA_LINKAGE_SUMMARY_ENTITIES, counts.entities);
    bina_set_int(report.record, BINA_LINKAGE_SUMMARY_SHARED, counts.shared);
    bina_set_int(report.record, BINA_LINKAGE_SUMMARY_LINKS, links);
    bina_set_int(report.record, BINA_LINKAGE_SUMMARY_DOUBTFUL, doubtful);
    bina_set_int(report.record, BINA_LINKAGE_SUMMARY_UNLINKABLE,
                 bina_link_count_unlinkable(linkage));
    bina_set_int(report.record, BINA_LINKAGE_SUMMARY_APART, apart);
    if (together > 0)
        bina_set_real(report.record, BINA_LINKAGE_SUMMARY_PRECISION, right / together);
    if (right + missed > 0)
        bina_set_real(report.record, BINA_LINKAGE_SUMMARY_RECALL, right / (right + missed));
    status = bina_link_report_add(&report);
out:
    return bina_link_report_end(&report, linkage, status, cursor);
}
