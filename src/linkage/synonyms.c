#include "linkage/synonyms.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "linkage/sort.h"

#define STRONG   6.0  /* log2 odds that everything else must give */
#define MOST     5000 /* values of a field whose words are learnt */
#define LEAST    3    /* meetings of two values, */
#define PLACES   2    /* in so many places; */
#define FAMILIES 3    /* given names, which brothers and sisters have, in so many */
#define ALSO     0.3  /* of as many values as the field that has most */
#define LOOKED   256u /* meetings of two values */
#define LIFT     8.0  /* so many times more often than by chance */
#define LEAST_OF 0.04 /* share of the rarer value's meetings */

/* Words are learnt of what people choose words for; a person's name is what it is. */
static bool
has_synonyms(const bina_link_field *field)
{
    bina_role role = bina_link_spec_role(field->spec);

    if (field->similar.start == NULL || field->values.count > MOST)
        return false;
    if (field->spec->compare != BINA_LINK_NAME && field->spec->compare != BINA_LINK_WORDS)
        return false;
    return role == BINA_ROLE_TEXT || role == BINA_ROLE_CATEGORY || role == BINA_ROLE_PLACE ||
           role == BINA_ROLE_GIVEN_NAME;
}

static bina_status
note(bina_link_meetings *of, uint32_t x, uint32_t y, bina_link_venue where)
{
    of->seen[x]++;
    of->seen[y]++;
    of->total++;
    if (x == y)
        return BINA_OK;
    if (of->count == UINT32_MAX)
        return BINA_OK;
    if (!bina_vector_reserve(&of->pair, &of->room, of->count + 1, sizeof(*of->pair)) ||
        !bina_vector_reserve(&of->venue, &of->venues, of->count + 1, sizeof(*of->venue)))
        return BINA_ERR_NO_MEMORY;
    of->venue[of->count] = where;
    of->pair[of->count] =
        (x < y ? (uint64_t)x << 16 | y : (uint64_t)y << 16 | x) << 32 | (uint32_t)of->count;
    of->count++;
    return BINA_OK;
}

/*
 * Where two rows meet: the values they share of the two fields that have most, the second if it has
 * nearly as many: a phone and a street tell a house, a surname and a town do not.
 */
static bina_link_venue
venue_of(const bina_link_synonyms *synonyms, int but, const uint32_t *a, const uint32_t *b)
{
    uint32_t most[2] = {0, 0};
    bina_link_venue where = {{0, 0}};

    for (int f = 0; f < synonyms->plan->count; f++) {
        uint32_t values = synonyms->field[f].values.count;
        uint64_t shared = (uint64_t)f << 32 | a[f];
        if (f == but || a[f] == 0 || a[f] != b[f] || values <= most[1])
            continue;
        most[1] = values > most[0] ? most[0] : values;
        where.shared[1] = values > most[0] ? where.shared[0] : shared;
        if (values > most[0]) {
            most[0] = values;
            where.shared[0] = shared;
        }
    }
    if ((double)most[1] < ALSO * (double)most[0])
        where.shared[1] = 0;
    return where;
}

static bool
is_one_place(const bina_link_venue *x, const bina_link_venue *y)
{
    for (int i = 0; i < 2; i++)
        for (int k = 0; k < 2; k++)
            if (x->shared[i] == y->shared[k] && (x->shared[i] != 0 || (i == 0 && k == 0)))
                return true;
    return false;
}

/*
 * In how many places values met, of those looked at: copies of two rows share now the one, now the
 * other, and it is one house still.
 */
static double
count_places(const bina_link_meetings *of, const uint64_t *pair, size_t count)
{
    uint16_t place[LOOKED];
    size_t places = 0;

    if (count > LOOKED)
        count = LOOKED;
    for (size_t i = 0; i < count; i++) {
        const bina_link_venue *mine = &of->venue[(uint32_t)pair[i]];
        place[i] = (uint16_t)i;
        places++;
        for (size_t k = 0; k < i; k++) {
            uint16_t other = place[k];
            if (other == place[i] || !is_one_place(mine, &of->venue[(uint32_t)pair[k]]))
                continue;
            for (size_t j = 0; j < i; j++)
                if (place[j] == other)
                    place[j] = place[i];
            places--;
        }
    }
    return (double)places;
}

bina_status
bina_link_synonyms_see(bina_link_synonyms *synonyms, const uint32_t *a, const uint32_t *b,
                       uint64_t pattern)
{
    const bina_link_model *model = synonyms->model;
    /* Two businesses of one owner would drown nothing here: that there are such is not weighed. */
    double weight = bina_link_model_evidence(model, synonyms->plan, pattern).one;

    if (weight < 0)
        return BINA_OK;
    for (int f = 0; f < synonyms->plan->count; f++) {
        unsigned level = bina_link_pattern_level(pattern, f);
        unsigned state = bina_link_pattern_state(synonyms->plan, pattern, f);
        bina_status status;
        if (synonyms->of[f].seen == NULL || level == BINA_LINK_MISSING ||
            weight - model->weight[f][state][level] < STRONG)
            continue;
        status = note(&synonyms->of[f], a[f], b[f], venue_of(synonyms, f, a, b));
        if (status != BINA_OK)
            return status;
    }
    return BINA_OK;
}

/* A number, a duration or a code of digits is only itself. */
static bool
is_worded(const bina_link_field *field, uint32_t code)
{
    const char *text = bina_dictionary_text(&field->values, code);
    size_t length = bina_dictionary_length(&field->values, code);

    for (size_t i = 0; i < length; i++) {
        unsigned char letter = (unsigned char)text[i] | 0x20;
        if ((letter >= 'a' && letter <= 'z') || letter >= 0x80)
            return true;
    }
    return false;
}

/* Gives the pairs of values that met often enough their level. */
static bina_status
settle(bina_link_field *field, bina_link_meetings *of, bool *found)
{
    bool names = bina_link_spec_role(field->spec) == BINA_ROLE_GIVEN_NAME;
    double least = names ? FAMILIES : PLACES;
    size_t kept = 0;
    bina_status status = bina_linkage_sort(of->pair, of->count);

    if (status != BINA_OK)
        return status;
    for (size_t i = 0, end; i < of->count; i = end) {
        uint32_t both = (uint32_t)(of->pair[i] >> 32), x = both >> 16, y = both & 0xffff;
        double met, rarer = of->seen[x] < of->seen[y] ? of->seen[x] : of->seen[y];
        for (end = i; end < of->count && of->pair[end] >> 32 == both;)
            end++;
        met = (double)(end - i);
        if (met >= LEAST && met >= LEAST_OF * rarer &&
            met * 2 * of->total >= LIFT * of->seen[x] * of->seen[y] && is_worded(field, x) &&
            is_worded(field, y) && count_places(of, of->pair + i, end - i) >= least)
            of->pair[kept++] = (uint64_t)x << 32 | y;
    }
    *found = kept > 0;
    return bina_link_field_equate(field, of->pair, kept);
}

bina_status
bina_link_synonyms_init(bina_link_synonyms *synonyms, const bina_link_plan *plan,
                        const bina_link_field *field, const bina_link_model *model)
{
    memset(synonyms, 0, sizeof(*synonyms));
    synonyms->plan = plan;
    synonyms->field = field;
    synonyms->model = model;
    for (int f = 0; f < plan->count; f++)
        if (has_synonyms(&field[f])) {
            synonyms->any = true;
            synonyms->of[f].seen = calloc(field[f].values.count, sizeof(*synonyms->of[f].seen));
            if (synonyms->of[f].seen == NULL) {
                bina_link_synonyms_drop(synonyms);
                return BINA_ERR_NO_MEMORY;
            }
        }
    return BINA_OK;
}

void
bina_link_synonyms_drop(bina_link_synonyms *synonyms)
{
    for (int f = 0; f < BINA_LINK_FIELDS; f++) {
        free(synonyms->of[f].pair);
        free(synonyms->of[f].venue);
        free(synonyms->of[f].seen);
    }
    memset(synonyms, 0, sizeof(*synonyms));
}

bina_status
bina_link_synonyms_settle(bina_link_synonyms *synonyms, bina_link_field *field, uint32_t *changed)
{
    bina_status status = BINA_OK;

    *changed = 0;
    for (int f = 0; f < synonyms->plan->count && status == BINA_OK; f++) {
        bool found = false;
        if (synonyms->of[f].seen != NULL)
            status = settle(&field[f], &synonyms->of[f], &found);
        *changed |= (uint32_t)found << f;
    }
    return status;
}
