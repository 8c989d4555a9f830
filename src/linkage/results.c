/* What came out: pairs, entities, parameters. */
#include <stdlib.h>

#include "linkage/report.h"

bina_status
bina_linkage_pairs(bina_linkage *linkage, bina_cursor **cursor)
{
    static const bina_link_slot slots[] = {
        {"list_a", BINA_TEXT, 0, "The list of the first row."},
        {"row_a", BINA_INT, 0, "The first row, from 1."},
        {"list_b", BINA_TEXT, 0, "The list of the second row."},
        {"row_b", BINA_INT, 0, "The second row, from 1."},
        {"weight", BINA_REAL, 0, "Log2 of the odds that both are one."},
        {"probability", BINA_REAL, 0, "The probability that both are one."},
        {"verdict", BINA_TEXT, 0, "match, or review: a person should look."},
        {NULL, BINA_NULL, 0, NULL},
    };
    const bina_link_engine *engine = &linkage->engine;
    bina_link_report report;
    bina_status status = bina_link_report_begin(&report, linkage, "linkage_pair",
                                                "Two rows that may be one.", slots);

    for (size_t i = 0; i < engine->edges.count && status == BINA_OK; i++) {
        const bina_link_edge *edge = &engine->edges.edge[i];
        const bina_link_list *a, *b;
        int64_t row_a, row_b;
        bool strong = edge->weight >= bina_link_odds(engine->link);
        bool together = engine->entity[edge->a] == engine->entity[edge->b];
        if (edge->weight <= BINA_LINK_DIFFERENT_VERDICT)
            continue;
        row_a = bina_link_place_of(linkage, edge->a, &a);
        row_b = bina_link_place_of(linkage, edge->b, &b);
        if (a->added > b->added) {
            row_a = bina_link_place_of(linkage, edge->b, &a);
            row_b = bina_link_place_of(linkage, edge->a, &b);
        }
        bina_set_text(report.record, BINA_LINKAGE_PAIR_LIST_A, a->name);
        bina_set_int(report.record, BINA_LINKAGE_PAIR_ROW_A, row_a);
        bina_set_text(report.record, BINA_LINKAGE_PAIR_LIST_B, b->name);
        bina_set_int(report.record, BINA_LINKAGE_PAIR_ROW_B, row_b);
        bina_set_real(report.record, BINA_LINKAGE_PAIR_WEIGHT, edge->weight);
        bina_set_real(report.record, BINA_LINKAGE_PAIR_PROBABILITY,
                      bina_link_probability(edge->weight));
        bina_set_text(report.record, BINA_LINKAGE_PAIR_VERDICT,
                      strong && together ? "match" : "review");
        status = bina_link_report_add(&report);
    }
    return bina_link_report_end(&report, linkage, status, cursor);
}

bina_status
bina_linkage_entities(bina_linkage *linkage, bina_cursor **cursor)
{
    static const bina_link_slot slots[] = {
        {"file", BINA_TEXT, 0, "The list's name."},
        {"row", BINA_INT, 0, "The row, from 1."},
        {"entity", BINA_INT, 0, "Rows with one number are one."},
        {NULL, BINA_NULL, 0, NULL},
    };
    const bina_link_engine *engine = &linkage->engine;
    uint32_t *number = NULL, next = 0;
    bina_link_report report;
    bina_status status = bina_link_report_begin(&report, linkage, "linkage_entity",
                                                "A row and what it is part of.", slots);

    if (status == BINA_OK) {
        size_t rows = linkage->index == NULL ? linkage->table.rows : linkage->index->rows;
        number = calloc(rows + 1, sizeof(*number));
        if (number == NULL)
            status = BINA_ERR_NO_MEMORY;
    }
    for (uint32_t l = 0; l < linkage->table.list_count && status == BINA_OK; l++) {
        const bina_link_list *list = linkage->table.lists[linkage->order[l]];
        uint32_t rows = bina_link_list_rows(linkage, linkage->order[l]);
        for (uint32_t r = 0; r < rows && status == BINA_OK; r++) {
            uint32_t row, entity;
            if (!bina_link_row_at(linkage, linkage->order[l], r, &row))
                continue;
            entity = engine->entity[row];
            if (number[entity] == 0)
                number[entity] = ++next;
            bina_set_text(report.record, BINA_LINKAGE_ENTITY_FILE, list->name);
            bina_set_int(report.record, BINA_LINKAGE_ENTITY_ROW, (int64_t)r + 1);
            bina_set_int(report.record, BINA_LINKAGE_ENTITY_ENTITY, number[entity]);
            status = bina_link_report_add(&report);
        }
    }
    free(number);
    return bina_link_report_end(&report, linkage, status, cursor);
}

bina_status
bina_linkage_parameters(bina_linkage *linkage, bina_cursor **cursor)
{
    static const bina_link_slot slots[] = {
        {"field", BINA_TEXT, 0, "The field compared, or prior."},
        {"level", BINA_TEXT, 0, "How alike two values are."},
        {"m", BINA_REAL, 0, "Share of the level among pairs that are one."},
        {"u", BINA_REAL, 0, "Share of the level among pairs that are two."},
        {"weight", BINA_REAL, 0, "Log2 of m / u."},
        {"given", BINA_TEXT, 0, "Only for pairs that agree on this field."},
        {NULL, BINA_NULL, 0, NULL},
    };
    const bina_link_model *model = &linkage->engine.model;
    bina_link_report report;
    bina_status status = bina_link_report_begin(&report, linkage, "linkage_parameter",
                                                "A weight of the fitted model.", slots);

    for (int k = 0; k < 2 && status == BINA_OK; k++) {
        bina_set_text(report.record, BINA_LINKAGE_PARAMETER_FIELD, "prior");
        bina_set_real(report.record, BINA_LINKAGE_PARAMETER_M, model->lambda[k]);
        bina_set_real(report.record, BINA_LINKAGE_PARAMETER_U, 1 - model->lambda[k]);
        bina_set_real(report.record, BINA_LINKAGE_PARAMETER_WEIGHT, model->prior[k]);
        if (k == 1)
            bina_set_text(report.record, BINA_LINKAGE_PARAMETER_GIVEN, "one list");
        status = bina_link_report_add(&report);
    }
    for (int f = 0; f < linkage->plan.count && status == BINA_OK; f++) {
        const int *given = linkage->plan.field[f].given;
        for (unsigned s = 0; s < BINA_LINK_STATES; s++)
            for (unsigned l = linkage->engine.field[f].top;
                 l >= 1 && status == BINA_OK && (s == 0 || given[2 - s] >= 0); l--) {
                bina_set_text(report.record, BINA_LINKAGE_PARAMETER_FIELD,
                              linkage->plan.field[f].name);
                bina_set_text(
                    report.record, BINA_LINKAGE_PARAMETER_LEVEL,
                    bina_link_level_text(linkage->plan.field[f].compare, l, BINA_ENGLISH));
                bina_set_real(report.record, BINA_LINKAGE_PARAMETER_M, model->m[f][s][l]);
                bina_set_real(report.record, BINA_LINKAGE_PARAMETER_U, model->u[f][s][l]);
                bina_set_real(report.record, BINA_LINKAGE_PARAMETER_WEIGHT, model->weight[f][s][l]);
                if (s > 0)
                    bina_set_text(report.record, BINA_LINKAGE_PARAMETER_GIVEN,
                                  linkage->plan.field[given[2 - s]].name);
                status = bina_link_report_add(&report);
            }
    }
    return bina_link_report_end(&report, linkage, status, cursor);
}
