#include "linkage/synonyms.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "linkage/dependence.h"
#include "linkage/sort.h"
#include "linkage/telling.h"

#define ROWS     6000 /* left rows looked at */
#define STRONG   6.0  /* log2 odds that everything else must give */
#define MOST     5000 /* values of a field whose words are learnt */
#define LEAST    3    /* meetings of two values */
#define LIFT     8.0  /* so many times more often than by chance */
#define LEAST_OF 0.04 /* share of the rarer value's meetings */

/* Meetings of two different values of a field in strong pairs: both codes in one number. */
typedef struct meetings {
    uint64_t *pair;
    size_t count, room;
    double *seen; /* of a value: strong pairs that hold it, on either side */
    double total;
} meetings;

/* Words are learnt of what people choose words for; a person's name is what it is. */
static bool
has_synonyms(const bina_link_field *field)
{
    bina_role role = field->spec->source_count > 0 ? field->spec->sources[0].role : BINA_ROLE_TEXT;

    if (field->similar.start == NULL || field->values.count > MOST)
        return false;
    if (field->spec->compare != BINA_LINK_NAME && field->spec->compare != BINA_LINK_WORDS)
        return false;
    return role == BINA_ROLE_TEXT || role == BINA_ROLE_CATEGORY || role == BINA_ROLE_PLACE ||
           role == BINA_ROLE_GIVEN_NAME;
}

static bina_status
note(meetings *of, const bina_link_field *field, uint32_t a, uint32_t b)
{
    uint32_t x = field->codes[a], y = field->codes[b];

    of->seen[x]++;
    of->seen[y]++;
    of->total++;
    if (x == y)
        return BINA_OK;
    if (!bina_vector_reserve(&of->pair, &of->room, of->count + 1, sizeof(*of->pair)))
        return BINA_ERR_NO_MEMORY;
    of->pair[of->count++] = x < y ? (uint64_t)x << 32 | y : (uint64_t)y << 32 | x;
    return BINA_OK;
}

/* Notes the values of the strong pairs of one left row. */
static bina_status
look(const bina_link_plan *plan, const bina_link_field *field, const bina_link_pairs *pairs,
     const bina_link_model *model, uint32_t row, meetings *of)
{
    uint64_t telling = bina_link_telling(model, plan, field, row, 0, false);

    for (size_t i = 0; i < pairs->count; i++) {
        uint64_t pattern = pairs->pattern[i];
        double weight;
        if ((pattern & telling) == 0)
            continue;
        weight = bina_link_model_weight(model, plan, pattern);
        if (weight < 0)
            continue;
        for (int f = 0; f < plan->count; f++) {
            unsigned level = bina_link_pattern_level(pattern, f);
            bina_status status;
            if (of[f].seen == NULL || level == BINA_LINK_MISSING ||
                weight - model->weight[f][bina_link_pattern_state(plan, pattern, f)][level] <
                    STRONG)
                continue;
            status = note(&of[f], &field[f], row, pairs->other[i]);
            if (status != BINA_OK)
                return status;
        }
    }
    return BINA_OK;
}

/* Gives the pairs of values that met often enough their level. */
static bina_status
settle(bina_link_field *field, meetings *of)
{
    size_t kept = 0;
    bina_status status = bina_linkage_sort(of->pair, of->count);

    if (status != BINA_OK)
        return status;
    for (size_t i = 0, end; i < of->count; i = end) {
        uint32_t x = (uint32_t)(of->pair[i] >> 32), y = (uint32_t)of->pair[i];
        double met, rarer = of->seen[x] < of->seen[y] ? of->seen[x] : of->seen[y];
        for (end = i; end < of->count && of->pair[end] == of->pair[i]; end++)
            continue;
        met = (double)(end - i);
        if (met >= LEAST && met >= LEAST_OF * rarer &&
            met * 2 * of->total >= LIFT * of->seen[x] * of->seen[y])
            of->pair[kept++] = of->pair[i];
    }
    return bina_link_field_equate(field, of->pair, kept);
}

bina_status
bina_link_synonyms_learn(const bina_link_plan *plan, bina_link_field *field, bina_link_pairs *pairs,
                         uint32_t rows, const double all_pairs[2], uint64_t seed)
{
    meetings of[BINA_LINK_FIELDS];
    bina_link_model *model = calloc(1, sizeof(*model));
    bina_link_levels *all = calloc(1, sizeof(*all));
    uint32_t every = rows / ROWS + 1;
    bool any = false;
    bina_status status = BINA_OK;

    memset(of, 0, sizeof(of));
    if (model == NULL || all == NULL)
        status = BINA_ERR_NO_MEMORY;
    for (int f = 0; f < plan->count && status == BINA_OK; f++)
        if (has_synonyms(&field[f])) {
            any = true;
            of[f].seen = calloc(field[f].values.count, sizeof(*of[f].seen));
            if (of[f].seen == NULL)
                status = BINA_ERR_NO_MEMORY;
        }
    if (status != BINA_OK || !any)
        goto out;
    status = bina_link_dependence_count(plan, field, rows, seed, *all);
    if (status == BINA_OK)
        bina_link_model_start(model, plan, field, all_pairs, rows, *all);
    model->owners = false; /* two businesses of one owner would drown nothing here */
    for (uint32_t row = 0; row < rows && status == BINA_OK; row += every) {
        status = bina_link_pairs_row(pairs, row);
        if (status == BINA_OK)
            status = look(plan, field, pairs, model, row, of);
    }
    bina_link_pairs_forget(pairs);
    for (int f = 0; f < plan->count && status == BINA_OK; f++)
        if (of[f].seen != NULL)
            status = settle(&field[f], &of[f]);
out:
    for (int f = 0; f < plan->count; f++) {
        free(of[f].pair);
        free(of[f].seen);
    }
    free(model);
    free(all);
    return status;
}
