/* Why two rows weigh what they weigh, field by field. */
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "linkage/compare_words.h"
#include "linkage/report.h"

static const bina_link_slot slots[] = {
    {"field", BINA_TEXT, 0, "The field, prior, or verdict."},
    {"value_a", BINA_TEXT, BINA_FIELD_PERSONAL, "The first row's value as standardised."},
    {"value_b", BINA_TEXT, BINA_FIELD_PERSONAL, "The second row's value as standardised."},
    {"level", BINA_TEXT, 0, "How alike they are."},
    {"weight", BINA_REAL, 0, "What it adds to the pair's weight."},
    {"reason", BINA_TEXT, 0, "A sentence in English."},
    {"alasan", BINA_TEXT, 0, "The same in Indonesian."},
    {NULL, BINA_NULL, 0, NULL},
};

static bina_status
add(bina_link_report *report, const char *field, const char *level, double weight,
    const char *english, const char *indonesian)
{
    bina_set_text(report->record, BINA_LINKAGE_REASON_FIELD, field);
    bina_set_text(report->record, BINA_LINKAGE_REASON_LEVEL, level);
    bina_set_real(report->record, BINA_LINKAGE_REASON_WEIGHT, weight);
    bina_set_text(report->record, BINA_LINKAGE_REASON_REASON, english);
    bina_set_text(report->record, BINA_LINKAGE_REASON_ALASAN, indonesian);
    return bina_link_report_add(report);
}

static void
set_value(bina_link_report *report, int slot, const bina_link_field *field, uint32_t row)
{
    uint32_t code = field->codes[row];

    if (code != 0)
        bina_set_text(report->record, slot, bina_dictionary_text(&field->values, code));
}

/* What a field adds, with the frequency of the agreed value. */
static double
weight_of_field(const bina_link_engine *engine, int f, uint64_t pattern, uint32_t a)
{
    const bina_link_field *field = &engine->field[f];
    unsigned level = bina_link_pattern_level(pattern, f);
    unsigned state = bina_link_pattern_state(engine->plan, pattern, f);
    double weight = engine->model.weight[f][state][level];

    if (level == field->top && state == 0)
        weight += (double)engine->judge.rarity[f][field->codes[a]];
    return weight;
}

/* A sentence that is being put together, in two languages. */
typedef struct sentence {
    char text[2][384];
} sentence;

BINA_PRINTF(2, 4)
static void
say(sentence *made, const char *english, const char *indonesian, ...)
{
    for (int language = 0; language < 2; language++) {
        size_t used = strlen(made->text[language]);
        va_list values;
        va_start(values, indonesian);
        vsnprintf(made->text[language] + used, sizeof(made->text[language]) - used,
                  language == 0 ? english : indonesian, values);
        va_end(values);
        bina_text_trim_partial(made->text[language]);
    }
}

/* How common the value is that both have, and whether that counts. */
static void
say_rarity(sentence *made, const bina_linkage *linkage, int f, uint32_t code)
{
    const bina_link_field *field = &linkage->engine.field[f];
    double rarity = (double)linkage->engine.judge.rarity[f][code];
    unsigned long rows = field->count[code], all = linkage->table.rows;

    if (rows == 2)
        say(made, "; only these two rows of %lu have it", "; hanya dua baris ini dari %lu", all);
    else
        say(made, "; %lu of %lu rows have it", "; %lu dari %lu baris bernilai ini", rows, all);
    if (rarity >= 1)
        say(made, ": rare, counts for more", ": jarang, bobotnya lebih");
    else if (rarity <= -1)
        say(made, ": common, counts for less", ": lazim, bobotnya kurang");
}

/* What the agreement of another field does to this one. */
static void
say_given(sentence *made, const bina_linkage *linkage, int f, unsigned state, unsigned level)
{
    const bina_link_plan *plan = &linkage->plan;
    const double(*weight)[BINA_LINK_LEVELS] = linkage->engine.model.weight[f];
    const char *other = plan->field[plan->field[f].given[2 - state]].name;

    if (level == BINA_LINK_DIFFERENT)
        say(made, ", although %s agrees", ", meskipun %s sama", other);
    else if (weight[state][level] < weight[0][level])
        say(made, "; counts for less, because %s agrees", "; bobotnya kurang, karena %s sama",
            other);
    else
        say(made, "; %s agrees as well", "; %s juga sama", other);
}

/* A level as it is said of two values: single words do not share words, but are spelt alike. */
static const char *
level_said(const bina_link_field *field, unsigned level, uint32_t a, uint32_t b, int language)
{
    uint32_t code[2] = {field->codes[a], field->codes[b]};
    bina_link_compare compare = field->spec->compare;

    if (code[0] == 0 && code[1] == 0)
        return language == 0 ? "no value on either side" : "keduanya kosong";
    if (compare == BINA_LINK_WORDS && level == BINA_LINK_SOME_WORDS &&
        bina_link_numbers_differ(&field->words, code[0], code[1]))
        return language == 0 ? "share words, but not the number"
                             : "ada kata yang sama, tetapi nomornya tidak";
    if (compare == BINA_LINK_WORDS && code[0] != 0 && code[1] != 0 &&
        strchr(bina_dictionary_text(&field->values, code[0]), ' ') == NULL &&
        strchr(bina_dictionary_text(&field->values, code[1]), ' ') == NULL)
        compare = BINA_LINK_NAME;
    return bina_link_level_text(compare, level, language);
}

/* One field: its level, what that is worth, and why. */
static bina_status
explain_field(bina_link_report *report, const bina_linkage *linkage, int f, uint64_t pattern,
              uint32_t a, uint32_t b)
{
    const bina_link_engine *engine = &linkage->engine;
    const bina_link_field *field = &engine->field[f];
    const bina_link_spec *spec = &linkage->plan.field[f];
    unsigned level = bina_link_pattern_level(pattern, f);
    unsigned state = bina_link_pattern_state(&linkage->plan, pattern, f);
    sentence made;

    for (int language = 0; language < 2; language++) {
        bina_text_print(made.text[language], sizeof(made.text[language]), "%s: %s", spec->name,
                        level_said(field, level, a, b, language));
    }
    if (level == BINA_LINK_MISSING)
        say(&made, ", which says nothing", ", tidak berarti apa-apa");
    else if (state > 0)
        say_given(&made, linkage, f, state, level);
    else if (level == field->top)
        say_rarity(&made, linkage, f, field->codes[a]);
    set_value(report, BINA_LINKAGE_REASON_VALUE_A, field, a);
    set_value(report, BINA_LINKAGE_REASON_VALUE_B, field, b);
    return add(report, spec->name, bina_link_level_text(spec->compare, level, BINA_ENGLISH),
               weight_of_field(engine, f, pattern, a), made.text[0], made.text[1]);
}

/* How rarely two such rows are one at all. */
static bina_status
explain_prior(bina_link_report *report, const bina_link_model *model, bool same_list)
{
    double pairs = 1 / model->lambda[same_list];
    sentence made = {{"", ""}};

    if (same_list)
        say(&made, "before looking: about one in %.0f pairs of rows of one list is one",
            "sebelum dilihat: kira-kira satu dari %.0f pasang baris sedaftar memang satu", pairs);
    else
        say(&made, "before looking: about one in %.0f pairs of rows of two lists is one",
            "sebelum dilihat: kira-kira satu dari %.0f pasang baris dua daftar memang satu", pairs);
    return add(report, "prior", "", model->prior[same_list], made.text[0], made.text[1]);
}

bina_status
bina_linkage_explain(bina_linkage *linkage, const char *list_a, int64_t row_a, const char *list_b,
                     int64_t row_b, bina_cursor **cursor)
{
    const char *list[2] = {list_a, list_b};
    int64_t row[2] = {row_a, row_b};
    uint32_t global[2] = {0, 0};

    *cursor = NULL;
    bina_error_clear(&linkage->error);
    for (int i = 0; i < 2; i++)
        if (!bina_link_locate(linkage, list[i], row[i], &global[i]))
            return bina_link_no_row(linkage, &linkage->error, list[i], row[i]);
    if (linkage->ended && global[0] == global[1])
        return bina_error_set(&linkage->error, BINA_ERR_USAGE,
                              "that is one row twice; two rows are compared",
                              "itu baris yang sama dua kali; yang dibandingkan dua baris");
    return bina_link_explain(linkage, global[0], global[1], cursor);
}

bina_status
bina_link_explain(bina_linkage *linkage, uint32_t a, uint32_t b, bina_cursor **cursor)
{
    const bina_link_engine *engine = &linkage->engine;
    bina_link_report report;
    uint64_t pattern;
    double total, sum;
    bina_status status = bina_link_report_begin(&report, linkage, "linkage_reason",
                                                "What a field says about two rows.", slots);

    if (status != BINA_OK)
        goto out;
    pattern = bina_link_engine_pattern(engine, a, b);
    status = explain_prior(&report, &engine->model, (pattern & BINA_LINK_SAME_LIST) != 0);
    for (int f = 0; f < linkage->plan.count && status == BINA_OK; f++)
        status = explain_field(&report, linkage, f, pattern, a, b);
    total = bina_link_engine_weigh(engine, a, b);
    sum = engine->model.prior[(pattern & BINA_LINK_SAME_LIST) != 0];
    for (int f = 0; f < linkage->plan.count; f++)
        sum += weight_of_field(engine, f, pattern, a);
    if (status == BINA_OK && engine->model.owners && fabs(total) < BINA_LINK_SAME / 2 &&
        sum - total > 0.01)
        status = add(
            &report, "relatives", "", total - sum,
            "two that share so much are often two: businesses of one owner, people of one family",
            "yang begitu mirip sering kali dua: usaha satu pemilik, orang sekeluarga");
    if (status == BINA_OK && total >= BINA_LINK_SAME / 2)
        status = add(&report, "verdict", "same", total, "a person said that both are one",
                     "seseorang memutuskan keduanya sama");
    else if (status == BINA_OK && total <= BINA_LINK_DIFFERENT_VERDICT / 2)
        status = add(&report, "verdict", "different", total, "a person said that both differ",
                     "seseorang memutuskan keduanya berbeda");
out:
    return bina_link_report_end(&report, linkage, status, cursor);
}
