/* The questions worth asking, as records. */
#include <bina/questions.h>

#include "linkage/questions.h"
#include "linkage/report.h"

static void
fill(bina_record *record, const bina_linkage *linkage, const bina_link_open *open, double gain,
     size_t alike)
{
    const bina_link_list *list[2];
    int64_t row[2] = {bina_link_place_of(linkage, open->a, &list[0]),
                      bina_link_place_of(linkage, open->b, &list[1])};
    int first = list[0]->added > list[1]->added;

    bina_set_text(record, BINA_LINKAGE_QUESTION_LIST_A, list[first]->name);
    bina_set_int(record, BINA_LINKAGE_QUESTION_ROW_A, row[first]);
    bina_set_text(record, BINA_LINKAGE_QUESTION_LIST_B, list[!first]->name);
    bina_set_int(record, BINA_LINKAGE_QUESTION_ROW_B, row[!first]);
    bina_set_real(record, BINA_LINKAGE_QUESTION_WEIGHT, open->weight);
    bina_set_real(record, BINA_LINKAGE_QUESTION_PROBABILITY, bina_link_probability(open->weight));
    bina_set_real(record, BINA_LINKAGE_QUESTION_GAIN, gain);
    bina_set_int(record, BINA_LINKAGE_QUESTION_ALIKE, (int64_t)alike);
}

bina_status
bina_linkage_questions(bina_linkage *linkage, int64_t most, bina_cursor **cursor)
{
    static const bina_link_slot slots[] = {
        {"list_a", BINA_TEXT, 0, "The list of the first row."},
        {"row_a", BINA_INT, 0, "The first row, from 1."},
        {"list_b", BINA_TEXT, 0, "The list of the second row."},
        {"row_b", BINA_INT, 0, "The second row, from 1."},
        {"weight", BINA_REAL, 0, "Log2 of the odds that both are one."},
        {"probability", BINA_REAL, 0, "The probability that both are one."},
        {"gain", BINA_REAL, 0, "Pairs that the answer is expected to put right."},
        {"alike", BINA_INT, 0, "Open pairs of its kind."},
        {NULL, BINA_NULL, 0, NULL},
    };
    bina_link_questions questions = {0};
    bina_link_report report;
    bina_status status = bina_link_report_begin(&report, linkage, "linkage_question",
                                                "A pair to ask a person about.", slots);

    if (status == BINA_OK && most < 1)
        status =
            bina_error_set(&linkage->error, BINA_ERR_USAGE, "questions are asked for one at least",
                           "mintalah paling sedikit satu pertanyaan");
    if (status == BINA_OK)
        status = bina_link_questions_init(&questions, linkage);
    for (; status == BINA_OK && most > 0; most--) {
        const bina_link_open *open;
        double gain;
        size_t alike;
        if (!bina_link_questions_next(&questions, &open, &gain, &alike))
            break;
        fill(report.record, linkage, open, gain, alike);
        status = bina_link_report_add(&report);
    }
    bina_link_questions_drop(&questions);
    return bina_link_report_end(&report, linkage, status, cursor);
}
