/* A linkage in one record: what went in, what came out, how good it likely is. */
#include <stdlib.h>
#include <string.h>

#include "linkage/estimate.h"

/* Rows, entities, and those of more than one row. */
static bina_status
count_entities(const bina_linkage *linkage, int64_t *rows, int64_t *entities, int64_t *shared)
{
    size_t room = linkage->index == NULL ? linkage->table.rows : linkage->index->rows;
    uint8_t *size = calloc(room + 1, sizeof(*size)); /* of the entity of that least row; 2: more */
    bina_link_tour tour = {0, 0, 0};

    if (size == NULL)
        return BINA_ERR_NO_MEMORY;
    *rows = *entities = *shared = 0;
    while (bina_link_tour_next(linkage, &tour)) {
        uint8_t *of = &size[linkage->engine.entity[tour.row]];
        ++*rows;
        *entities += *of == 0;
        *shared += *of == 1;
        *of = *of < 2 ? (uint8_t)(*of + 1) : 2;
    }
    free(size);
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
        {"precision", BINA_REAL, 0, "Expected at the link threshold."},
        {"recall", BINA_REAL, 0, "Expected at the link threshold."},
        {NULL, BINA_NULL, 0, NULL},
    };
    const bina_link_engine *engine = &linkage->engine;
    int64_t rows = 0, entities = 0, shared = 0, doubtful = 0;
    double links = 0, right = 0, missed = 0, least = bina_link_odds(engine->link);
    bina_link_report report;
    bina_status status = bina_link_report_begin(&report, linkage, "linkage_summary",
                                                "A linkage in one line.", slots);

    if (status == BINA_OK)
        status = count_entities(linkage, &rows, &entities, &shared);
    if (status != BINA_OK)
        goto out;
    bina_link_expect(engine, engine->link, &links, &right, &missed);
    for (size_t i = 0; i < engine->edges.count; i++)
        doubtful += engine->edges.edge[i].weight < least &&
                    engine->edges.edge[i].weight > BINA_LINK_DIFFERENT_VERDICT;
    bina_set_int(report.record, BINA_LINKAGE_SUMMARY_LISTS, (int64_t)linkage->table.list_count);
    bina_set_int(report.record, BINA_LINKAGE_SUMMARY_ROWS, rows);
    bina_set_int(report.record, BINA_LINKAGE_SUMMARY_ENTITIES, entities);
    bina_set_int(report.record, BINA_LINKAGE_SUMMARY_SHARED, shared);
    bina_set_int(report.record, BINA_LINKAGE_SUMMARY_LINKS, (int64_t)links);
    bina_set_int(report.record, BINA_LINKAGE_SUMMARY_DOUBTFUL, doubtful);
    bina_set_int(report.record, BINA_LINKAGE_SUMMARY_UNLINKABLE,
                 bina_link_count_unlinkable(linkage));
    if (links > 0)
        bina_set_real(report.record, BINA_LINKAGE_SUMMARY_PRECISION, right / links);
    if (right + missed > 0)
        bina_set_real(report.record, BINA_LINKAGE_SUMMARY_RECALL, right / (right + missed));
    status = bina_link_report_add(&report);
out:
    return bina_link_report_end(&report, linkage, status, cursor);
}
