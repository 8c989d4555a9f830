/*
 * Adding figures that people declared. Most harm is done by adding what does not add: makers and
 * groups of makers, a regency and its district, the same place on two days. Such sums are refused
 * with a sentence for each reason.
 */
#include <bina/codes.h>
#include <bina/figures.h>
#include <bina/reference.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/error.h"
#include "rules/case.h"
#include "rules/refusals.h"
#include "store/sql.h"

enum { STATED = 96 };

/* What a figure measures holds on a day, or came about between two. */
static bool
is_stock(const bina_record *figure)
{
    static const char *const stocks[] = {"count", "workers", "investment", "placed"};
    const char *what = bina_record_text(figure, BINA_FIGURE_WHAT);

    for (size_t i = 0; what != NULL && i < sizeof stocks / sizeof *stocks; i++)
        if (strcmp(what, stocks[i]) == 0)
            return true;
    return false;
}

static bool
has(const bina_record *figure, int field)
{
    return bina_record_get(figure, field).type != BINA_NULL;
}

/* Both values alike; two that are not there are alike, too. */
static bool
alike(const bina_record *a, const bina_record *b, int field)
{
    bina_value x = bina_record_get(a, field), y = bina_record_get(b, field);

    if (x.type == BINA_NULL || y.type == BINA_NULL)
        return x.type == y.type;
    if (bina_type_held_as(x.type) == BINA_TEXT)
        return strcmp(x.as.text, y.as.text) == 0;
    return x.as.integer == y.as.integer;
}

/* "about 60 groups", "kurang lebih 60 kelompok" */
static void
state(const bina_record *figure, bina_language language, char text[STATED])
{
    const char *qualifier = bina_record_text(figure, BINA_FIGURE_QUALIFIER);
    const char *unit = bina_codes_label("row_nature", bina_record_text(figure, BINA_FIGURE_UNIT),
                                        language);
    bool low = has(figure, BINA_FIGURE_LOW);
    int64_t number = bina_record_int(figure, low ? BINA_FIGURE_LOW : BINA_FIGURE_HIGH);
    const char *how = "", *none = language == BINA_ENGLISH ? "of no unit" : "tanpa satuan";

    if (qualifier != NULL && strcmp(qualifier, "exact") != 0)
        how = bina_codes_label("figure_qualifier", qualifier, language);
    snprintf(text, STATED, "%s%s%" PRId64 " %s%s", how, *how == '\0' ? "" : " ", number,
             unit == NULL ? none : unit, language == BINA_ENGLISH && unit != NULL ? "s" : "");
}

/* Refuses with sentences into which both figures are put, as they are called in each language. */
static void
refuse(bina_refusals *refusals, const char *rule, const bina_record *one, const bina_record *two,
       const char *english, const char *indonesian)
{
    const char *sentences[] = {english, indonesian};
    bina_error sentence;

    bina_error_set(&sentence, BINA_ERR_REFUSED, "%s", "%s", "");
    for (int language = BINA_ENGLISH; language <= BINA_INDONESIAN; language++) {
        char a[STATED], b[STATED];
        state(one, (bina_language)language, a);
        state(two, (bina_language)language, b);
        snprintf(sentence.message[language], sizeof sentence.message[language], "%s %s %s %s", a,
                 language == BINA_ENGLISH ? "and" : "dan", b, sentences[language]);
    }
    bina_refusals_add(refusals, rule, bina_record_id(two), &sentence);
    bina_refusals_saw(refusals, "figure", bina_record_get(one, BINA_FIGURE_ID));
    bina_refusals_saw(refusals, "other", bina_record_get(two, BINA_FIGURE_ID));
}

static void
refuse_one(bina_refusals *refusals, const char *rule, const bina_record *figure,
           const char *english, const char *indonesian)
{
    bina_error sentence;

    bina_error_set(&sentence, BINA_ERR_REFUSED, english, indonesian);
    bina_refusals_add(refusals, rule, bina_record_id(figure), &sentence);
    bina_refusals_saw(refusals, "figure", bina_record_get(figure, BINA_FIGURE_ID));
}

/* One region, scope or category within the other; what is not said is all of them. */
static bool
regions_meet(const bina_record *a, const bina_record *b)
{
    const char *one = bina_record_text(a, BINA_FIGURE_REGION);
    const char *two = bina_record_text(b, BINA_FIGURE_REGION);

    return one == NULL || two == NULL || bina_region_is_under(one, two, 0) ||
           bina_region_is_under(two, one, 0);
}

static bool
classes_meet(const bina_record *a, const bina_record *b, int field)
{
    return !has(a, field) || !has(b, field) || alike(a, b, field);
}

static bool
days_meet(const bina_record *a, const bina_record *b)
{
    if (has(a, BINA_FIGURE_DAY_TO) && has(b, BINA_FIGURE_DAY_FROM) &&
        bina_record_int(a, BINA_FIGURE_DAY_TO) < bina_record_int(b, BINA_FIGURE_DAY_FROM))
        return false;
    return !has(b, BINA_FIGURE_DAY_TO) || !has(a, BINA_FIGURE_DAY_FROM) ||
           bina_record_int(b, BINA_FIGURE_DAY_TO) >= bina_record_int(a, BINA_FIGURE_DAY_FROM);
}

/* Why two figures do not add: the gravest reason, a number below REASONS; REASONS when they do. */
enum { WHAT, UNIT, DAY, TWICE, REASONS };

static int
reason_against(const bina_record *a, const bina_record *b)
{
    if (!alike(a, b, BINA_FIGURE_WHAT))
        return WHAT;
    if (!alike(a, b, BINA_FIGURE_UNIT))
        return UNIT;
    if (is_stock(a) &&
        !(alike(a, b, BINA_FIGURE_DAY_FROM) && alike(a, b, BINA_FIGURE_DAY_TO)))
        return DAY;
    if (regions_meet(a, b) && classes_meet(a, b, BINA_FIGURE_SCOPE) &&
        classes_meet(a, b, BINA_FIGURE_CATEGORY) && days_meet(a, b))
        return TWICE;
    return REASONS;
}

/* Each reason is told once, by the first two figures it stands between. */
static void
judge_pairs(bina_refusals *refusals, bina_record *const *figures, size_t count)
{
    static const char *const said[REASONS][3] = {
        [WHAT] = {"figure.what", "count different things; add only figures of one thing",
                  "menghitung hal yang berbeda; jumlahkan hanya angka tentang hal yang sama"},
        [UNIT] = {"figure.unit",
                  "do not add: their units differ. Tell them side by side, or count both in one "
                  "unit",
                  "tidak dapat dijumlahkan: satuannya berbeda. Sebutkan berdampingan, atau hitung "
                  "keduanya dalam satu satuan"},
        [DAY] = {"figure.day", "are of different days; add only what is said of one day",
                 "adalah keadaan pada hari yang berbeda; jumlahkan hanya keadaan satu hari"},
        [TWICE] = {"figure.twice",
                   "would be counted twice in part: one region, scope or class includes the other",
                   "akan terhitung dua kali sebagian: wilayah, cakupan atau golongan yang satu "
                   "memuat yang lain"},
    };
    bool told[REASONS + 1] = {[REASONS] = true};

    for (size_t j = 1; j < count; j++)
        for (size_t i = 0; i < j; i++) {
            int reason = reason_against(figures[i], figures[j]);
            if (!told[reason])
                refuse(refusals, said[reason][0], figures[i], figures[j], said[reason][1],
                       said[reason][2]);
            told[reason] = true;
        }
}

static void
judge_each(bina_refusals *refusals, bina_record *const *figures, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *validity = bina_record_text(figures[i], BINA_FIGURE_VALIDITY);
        if (validity != NULL &&
            (strcmp(validity, "disputed") == 0 || strcmp(validity, "replaced") == 0))
            refuse_one(refusals, "figure.validity", figures[i],
                       "a figure is disputed or was replaced; take the one that stands",
                       "suatu angka disangkal atau sudah diganti; pakai yang berlaku");
        if (!has(figures[i], BINA_FIGURE_LOW) && !has(figures[i], BINA_FIGURE_HIGH))
            refuse_one(refusals, "figure.empty", figures[i], "a figure has no number",
                       "suatu angka tidak ada bilangannya");
    }
}

/* A bound of a figure: an exact one has both though only one is written. */
static bool
bound(const bina_record *figure, bool upper, int64_t *value)
{
    const char *qualifier = bina_record_text(figure, BINA_FIGURE_QUALIFIER);
    bool exact = qualifier == NULL || strcmp(qualifier, "exact") == 0;
    int own = upper ? BINA_FIGURE_HIGH : BINA_FIGURE_LOW;
    int other = upper ? BINA_FIGURE_LOW : BINA_FIGURE_HIGH;

    if (!has(figure, own) && !(exact && has(figure, other)))
        return false;
    *value = bina_record_int(figure, has(figure, own) ? own : other);
    return true;
}

/* As exact as the least exact; at least and at most together are about. */
static const char *
weaker(const char *a, const char *b)
{
    if (strcmp(a, b) == 0 || strcmp(b, "exact") == 0)
        return a;
    return strcmp(a, "exact") == 0 ? b : "about";
}

static bina_status
add_up(bina_record *const *figures, size_t count, bina_record *sum)
{
    static const int common[] = {BINA_FIGURE_REGION,   BINA_FIGURE_WHAT,     BINA_FIGURE_UNIT,
                                 BINA_FIGURE_SCOPE,    BINA_FIGURE_CATEGORY, BINA_FIGURE_DAY_FROM,
                                 BINA_FIGURE_DAY_TO};
    const char *qualifier = "exact";

    for (size_t c = 0; c < sizeof common / sizeof *common; c++) {
        size_t same = 1;
        while (same < count && alike(figures[0], figures[same], common[c]))
            same++;
        if (same == count)
            bina_record_set(sum, common[c], bina_record_get(figures[0], common[c]));
    }
    for (int upper = 0; upper <= 1; upper++) {
        int64_t total = 0, one = 0;
        size_t known = 0;
        while (known < count && bound(figures[known], upper == 1, &one)) {
            if (one > INT64_MAX - total)
                return BINA_ERR_INVALID;
            total += one;
            known++;
        }
        if (known == count)
            bina_set_int(sum, upper == 1 ? BINA_FIGURE_HIGH : BINA_FIGURE_LOW, total);
    }
    for (size_t i = 0; i < count; i++) {
        const char *its = bina_record_text(figures[i], BINA_FIGURE_QUALIFIER);
        qualifier = weaker(qualifier, its == NULL ? "exact" : its);
    }
    bina_set_text(sum, BINA_FIGURE_QUALIFIER, qualifier);
    return BINA_OK;
}

static bina_status
read_figure(bina_store *store, bina_id id, bina_record **figure)
{
    bina_status status = bina_store_get(store, id, figure);

    if (status == BINA_OK &&
        bina_description_kind(bina_record_description(*figure)) != BINA_FIGURE)
        status = bina_error_set(bina_store_complaint(store), BINA_ERR_TYPE,
                                "only figures declared can be added here",
                                "hanya angka yang dinyatakan yang dapat dijumlahkan di sini");
    return status;
}

bina_status
bina_figures_add(bina_store *store, const bina_id *figures, size_t count, bina_record **sum)
{
    bina_error *error = bina_store_complaint(store);
    bina_record **read = NULL, *total = NULL;
    bina_status status = BINA_OK;
    bina_case c;

    *sum = NULL;
    bina_error_clear(error);
    if (count < 2)
        return bina_error_set(error, BINA_ERR_USAGE, "name at least two figures to add",
                              "sebutkan sekurangnya dua angka untuk dijumlahkan");
    read = calloc(count, sizeof *read);
    total = bina_record_new(BINA_FIGURE);
    if (read == NULL || total == NULL) {
        status = bina_error_plain(error, BINA_ERR_NO_MEMORY);
        goto out;
    }
    for (size_t i = 0; i < count && status == BINA_OK; i++)
        status = read_figure(store, figures[i], &read[i]);
    if (status == BINA_OK)
        status = bina_store_case(store, 0, &c);
    if (status != BINA_OK)
        goto out;
    judge_each(c.refusals, read, count);
    judge_pairs(c.refusals, read, count);
    if (bina_refusals_count(c.refusals) > 0) {
        status = bina_refusals_tell(c.refusals, "figure", error);
        goto out;
    }
    status = add_up(read, count, total);
    if (status == BINA_ERR_INVALID)
        bina_error_set(error, status, "the sum is too large to be told",
                       "jumlahnya terlalu besar untuk disebutkan");
    if (status == BINA_OK) {
        *sum = total;
        total = NULL;
    }

out:
    for (size_t i = 0; read != NULL && i < count; i++)
        bina_record_free(read[i]);
    free(read);
    bina_record_free(total);
    return status;
}
