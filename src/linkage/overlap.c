#include "linkage/overlap.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "linkage/standardise.h"

#define LOOKED 2000 /* values of a column looked for in others */
#define SHORT  128  /* bytes of a text without cuts: fewer words than are kept */

/* Values are read as text, or by a role whose ways of writing differ widely. */
enum { AS_TEXT, AS_NUMBER, WAYS };

struct bina_link_overlap_side {
    uint64_t *looked[WAYS]; /* hashes of the values looked for */
    uint32_t *rows[WAYS];   /* that have each of them */
    uint32_t count[WAYS];
    uint8_t *has[WAYS]; /* of a number: whether the column has the value; NULL until asked */
};

static bool
is_number(bina_role role)
{
    return role == BINA_ROLE_IDENTIFIER || role == BINA_ROLE_DATE || role == BINA_ROLE_PHONE;
}

/*
 * The hash of a value's letters and digits as standardised: "DE 123 456" and "DE123456" are one
 * value in two ways of writing. 0 when there is none.
 */
static uint64_t
hash_standard(bina_role role, const char *text, size_t length, bina_standard *standard)
{
    size_t kept = 0;

    bina_standardise_brief(BINA_PROFILE_GENERIC, role, text, length, NULL, standard);
    if (standard->missing)
        return 0;
    for (size_t i = 0; i < standard->length; i++)
        if (standard->text[i] != ' ')
            standard->text[kept++] = standard->text[i];
    return bina_linkage_hash(standard->text, kept, 1) | 1;
}

/* The same of a text: what is plain and short needs no standardiser. */
static uint64_t
hash_text(const char *text, size_t length, bina_standard *standard)
{
    char kept[SHORT];
    size_t used = 0;

    if (length > SHORT)
        return hash_standard(BINA_ROLE_TEXT, text, length, standard);
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c >= 0x80)
            return hash_standard(BINA_ROLE_TEXT, text, length, standard);
        c = (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
        kept[used] = (char)c;
        used += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
    if (used == 0 || bina_is_missing(text, length))
        return 0;
    return bina_linkage_hash(kept, used, 1) | 1;
}

static uint64_t
hash_value(const bina_link_candidate *candidate, int way, const bina_dictionary *values,
           uint32_t code, bina_standard *standard)
{
    const char *text = bina_dictionary_text(values, code);
    size_t length = bina_dictionary_length(values, code);

    return way == AS_TEXT ? hash_text(text, length, standard)
                          : hash_standard(candidate->role, text, length, standard);
}

static const bina_dictionary *
values_of(const bina_link_overlap *overlap, size_t i)
{
    const bina_link_candidate *candidate = &overlap->candidates[i];

    return &overlap->table->lists[candidate->list]->columns[candidate->column].values;
}

static bina_status
sample(void *self, size_t part)
{
    bina_link_overlap *overlap = self;
    const bina_link_candidate *candidate = &overlap->candidates[part];
    const bina_dictionary *values = values_of(overlap, part);
    struct bina_link_overlap_side *side = &overlap->side[part];
    bina_standard *standard = malloc(sizeof(*standard));
    uint32_t *held = calloc((size_t)values->count + 1, sizeof(*held));
    const bina_link_list *list = overlap->table->lists[candidate->list];
    bina_status status = standard == NULL || held == NULL ? BINA_ERR_NO_MEMORY : BINA_OK;

    for (uint32_t r = 0; status == BINA_OK && r < list->rows; r++)
        held[list->columns[candidate->column].codes[r]]++;
    for (int way = 0; way < (is_number(candidate->role) ? WAYS : 1) && status == BINA_OK; way++) {
        side->looked[way] = malloc(LOOKED * sizeof(*side->looked[way]));
        side->rows[way] = malloc(LOOKED * sizeof(*side->rows[way]));
        if (side->looked[way] == NULL || side->rows[way] == NULL) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        for (uint32_t v = 1, every = values->count / LOOKED + 1; v < values->count; v += every) {
            uint64_t hash = hash_value(candidate, way, values, v, standard);
            if (hash == 0)
                continue;
            side->rows[way][side->count[way]] = held[v];
            side->looked[way][side->count[way]++] = hash;
        }
    }
    free(held);
    free(standard);
    return status;
}

/* The slot of a hash, or the free one where it would go. */
static size_t
seek(const bina_link_overlap *overlap, uint64_t hash)
{
    size_t at = (size_t)(hash >> 1) & (overlap->slots - 1);

    while (overlap->hash[at] != 0 && overlap->hash[at] != hash)
        at = (at + 1) & (overlap->slots - 1);
    return at;
}

bina_status
bina_link_overlap_init(bina_link_overlap *overlap, const bina_link_table *table,
                       const bina_link_candidate *candidates, size_t count, unsigned threads)
{
    size_t all = 0;
    bina_status status;

    memset(overlap, 0, sizeof(*overlap));
    overlap->table = table;
    overlap->candidates = candidates;
    overlap->count = count;
    overlap->side = calloc(count + 1, sizeof(*overlap->side));
    if (overlap->side == NULL)
        return BINA_ERR_NO_MEMORY;
    status = bina_parallel(threads, count, sample, overlap);
    if (status != BINA_OK)
        return status;
    for (size_t i = 0; i < count; i++)
        for (int way = 0; way < WAYS; way++)
            all += overlap->side[i].count[way];
    for (overlap->slots = 64; overlap->slots < 2 * all; overlap->slots *= 2)
        continue;
    overlap->hash = calloc(overlap->slots, sizeof(*overlap->hash));
    overlap->number = calloc(overlap->slots, sizeof(*overlap->number));
    if (overlap->hash == NULL || overlap->number == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i < count; i++)
        for (int way = 0; way < WAYS; way++)
            for (uint32_t k = 0; k < overlap->side[i].count[way]; k++) {
                size_t at = seek(overlap, overlap->side[i].looked[way][k]);
                if (overlap->hash[at] != 0)
                    continue;
                overlap->hash[at] = overlap->side[i].looked[way][k];
                overlap->number[at] = overlap->known++;
            }
    return BINA_OK;
}

void
bina_link_overlap_drop(bina_link_overlap *overlap)
{
    for (size_t i = 0; overlap->side != NULL && i < overlap->count; i++)
        for (int way = 0; way < WAYS; way++) {
            free(overlap->side[i].looked[way]);
            free(overlap->side[i].rows[way]);
            free(overlap->side[i].has[way]);
        }
    free(overlap->side);
    free(overlap->hash);
    free(overlap->number);
    memset(overlap, 0, sizeof(*overlap));
}

/* Marks which of the values looked for a column has. */
static bina_status
look(bina_link_overlap *overlap, size_t b, int way)
{
    const bina_dictionary *values = values_of(overlap, b);
    uint8_t *has = calloc((size_t)overlap->known + 1, 1);
    bina_standard *standard = malloc(sizeof(*standard));

    overlap->side[b].has[way] = has;
    if (has == NULL || standard == NULL) {
        free(standard);
        return BINA_ERR_NO_MEMORY;
    }
    for (uint32_t v = 1; v < values->count; v++) {
        uint64_t hash = hash_value(&overlap->candidates[b], way, values, v, standard);
        size_t at = hash == 0 ? 0 : seek(overlap, hash);
        if (hash != 0 && overlap->hash[at] == hash)
            has[overlap->number[at]] = 1;
    }
    free(standard);
    return BINA_OK;
}

bina_status
bina_link_overlap_share(bina_link_overlap *overlap, size_t a, size_t b, double *share)
{
    const bina_link_candidate *x = &overlap->candidates[a], *y = &overlap->candidates[b];
    int way = x->role == y->role && is_number(x->role) ? AS_NUMBER : AS_TEXT;
    const struct bina_link_overlap_side *side = &overlap->side[a];
    double found = 0, rows = 0, all = 0;

    if (overlap->side[b].has[way] == NULL) {
        bina_status status = look(overlap, b, way);
        if (status != BINA_OK)
            return status;
    }
    for (uint32_t k = 0; k < side->count[way]; k++) {
        uint8_t has =
            overlap->side[b].has[way][overlap->number[seek(overlap, side->looked[way][k])]];
        found += has;
        rows += has * (double)side->rows[way][k];
        all += side->rows[way][k];
    }
    /* Where values are often mistyped, most of them are slips of a few: so rows are counted too. */
    *share = all > 0 ? fmax(found / side->count[way], rows / all) : 0;
    return BINA_OK;
}
