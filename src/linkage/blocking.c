#include "linkage/blocking.h"

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"

void
bina_link_blocking_drop(bina_link_blocking *blocking)
{
    free(blocking->entry);
    free(blocking->start);
    free(blocking->block);
    free(blocking->block_end);
    free(blocking->seen);
    memset(blocking, 0, sizeof(*blocking));
}

/* First letter and the consonants after it, the commonly confused ones as one; 0 if none. */
static uint64_t
sound_of(const char *text)
{
    static const char class[] = "0123012002245501262301020200"; /* Soundex; vowels 0 */
    uint64_t key = 0;
    char last = 0;
    unsigned kept = 0;

    for (const char *p = text; *p != '\0' && *p != ' ' && kept < 6; p++) {
        char c;
        if (*p < 'a' || *p > 'z')
            continue;
        c = class[*p - 'a'];
        if (kept == 0 || (c != '0' && c != last)) {
            key = key << 8 | (unsigned char)(kept == 0 ? *p : c);
            kept++;
        }
        last = c;
    }
    return key;
}

/* The key of a part of a value; 0 when the value has none. */
static uint64_t
part_of(const bina_link_field *field, bina_link_part of, uint32_t code)
{
    const char *text = bina_dictionary_text(&field->values, code);
    size_t length = bina_dictionary_length(&field->values, code);

    if (code == 0)
        return 0;
    switch (of) {
    case BINA_LINK_WHOLE:
        return bina_linkage_hash(&code, sizeof(code), 1) | 1;
    case BINA_LINK_SOUND:
        if (field->spec->compare != BINA_LINK_NAME && field->spec->compare != BINA_LINK_WORDS)
            return 0;
        return sound_of(text);
    case BINA_LINK_START:
        if (length < 5 || field->spec->compare == BINA_LINK_DATE ||
            field->spec->compare == BINA_LINK_EXACT)
            return 0;
        return bina_linkage_hash(text, 4, 2) | 1;
    case BINA_LINK_YEAR:
        return field->days != NULL ? (uint64_t)field->days[code] / 10000 : 0;
    case BINA_LINK_DAY:
        return field->days != NULL ? (uint64_t)field->days[code] % 10000 : 0;
    case BINA_LINK_HEAD:
    case BINA_LINK_TAIL:
    case BINA_LINK_WORD:
    case BINA_LINK_PARTS:
        break;
    }
    return 0;
}

static bina_status
add(bina_link_blocking *blocking, uint64_t key, uint32_t row)
{
    if (!bina_vector_reserve(&blocking->entry, &blocking->entry_room, blocking->entries + 1,
                             sizeof(*blocking->entry)))
        return BINA_ERR_NO_MEMORY;
    blocking->entry[blocking->entries].key = key;
    blocking->entry[blocking->entries++].row = row;
    return BINA_OK;
}

/* Keys of one part of a field or of two parts of two fields together. */
static bina_status
add_parts(bina_link_blocking *blocking, const bina_link_field *field, const bina_link_rule *rule,
          uint64_t seed)
{
    const bina_link_field *f = &field[rule->field[0]];
    const bina_link_field *g = rule->field[1] < 0 ? NULL : &field[rule->field[1]];

    for (uint32_t row = 0; row < blocking->rows; row++) {
        uint64_t keys[2] = {part_of(f, rule->part[0], f->codes[row]), 1};
        bina_status status;
        if (g != NULL)
            keys[1] = part_of(g, rule->part[1], g->codes[row]);
        if (keys[0] == 0 || keys[1] == 0)
            continue;
        status = add(blocking, bina_linkage_hash(keys, sizeof(keys), seed), row);
        if (status != BINA_OK)
            return status;
    }
    return BINA_OK;
}

/* How many pairs a part of a field would make, each of `rows` rows keyed. */
static double
cost_of(const bina_link_field *field, bina_link_part of, uint32_t rows, bool *usable)
{
    bina_link_key *keys;
    double pairs = 0;
    size_t count = 0;
    uint64_t filled = 0;

    *usable = false;
    keys = malloc((size_t)field->values.count * sizeof(*keys));
    if (keys == NULL)
        return -1;
    for (uint32_t c = 1; c < field->values.count; c++) {
        uint64_t key = part_of(field, of, c);
        if (key != 0) {
            keys[count].key = key;
            keys[count++].row = field->count[c];
        }
    }
    if (bina_linkage_sort_keys(keys, count) != BINA_OK) {
        free(keys);
        return -1;
    }
    for (size_t i = 0; i < count;) {
        double block = 0;
        uint64_t key = keys[i].key;
        for (; i < count && keys[i].key == key; i++) {
            block += keys[i].row;
            filled += keys[i].row;
        }
        pairs += block * (block - 1) / 2;
    }
    free(keys);
    *usable = filled > rows / 20 && pairs > 0;
    return pairs;
}

/* Each of a row's rare words is a key. */
static bina_status
add_words(bina_link_blocking *blocking, const bina_link_field *field, uint64_t seed)
{
    const bina_link_words *words = &field->words;

    for (uint32_t row = 0; row < blocking->rows; row++) {
        uint32_t code = field->codes[row];
        for (size_t i = words->start[code]; i < words->start[code + 1]; i++) {
            uint64_t key = words->word[i];
            bina_status status;
            if (words->frequency[key] < 2)
                continue;
            status = add(blocking, bina_linkage_hash(&key, sizeof(key), seed), row);
            if (status != BINA_OK)
                return status;
        }
    }
    return BINA_OK;
}

/* Finds each row's blocks in the sorted keys, dropping blocks that are alone or too large. */
static bina_status
index_blocks(bina_link_blocking *blocking, size_t largest)
{
    size_t total = 0, at;

    blocking->start = calloc((size_t)blocking->rows + 2, sizeof(*blocking->start));
    blocking->seen = calloc((size_t)blocking->rows + 1, sizeof(*blocking->seen));
    if (blocking->start == NULL || blocking->seen == NULL)
        return BINA_ERR_NO_MEMORY;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0, end; i < blocking->entries; i = end) {
            for (end = i + 1;
                 end < blocking->entries && blocking->entry[end].key == blocking->entry[i].key;
                 end++)
                continue;
            if (end - i < 2 || end - i > largest)
                continue;
            for (size_t k = i; k + 1 < end; k++) {
                uint32_t row = blocking->entry[k].row;
                if (pass == 0) {
                    blocking->start[row + 2]++;
                    total++;
                } else {
                    at = blocking->start[row + 1]++;
                    blocking->block[at] = k + 1;
                    blocking->block_end[at] = end;
                }
            }
        }
        if (pass == 0) {
            for (uint32_t r = 0; r < blocking->rows; r++)
                blocking->start[r + 2] += blocking->start[r + 1];
            blocking->block = malloc((total + 1) * sizeof(*blocking->block));
            blocking->block_end = malloc((total + 1) * sizeof(*blocking->block_end));
            if (blocking->block == NULL || blocking->block_end == NULL)
                return BINA_ERR_NO_MEMORY;
        }
    }
    return BINA_OK;
}

bina_status
bina_link_blocking_propose(bina_link_plan *plan, const bina_link_field *field, uint32_t rows)
{
    double budget = 60.0 * rows, cost[BINA_LINK_FIELDS][BINA_LINK_WORD];
    bool usable[BINA_LINK_FIELDS][BINA_LINK_WORD];
    bina_status status = BINA_OK;

    for (int f = 0; f < plan->count; f++)
        for (bina_link_part p = BINA_LINK_WHOLE; p < BINA_LINK_WORD && status == BINA_OK; p++) {
            bina_link_rule rule = {{f, -1}, {p, BINA_LINK_WHOLE}};
            cost[f][p] = cost_of(&field[f], p, rows, &usable[f][p]);
            if (cost[f][p] < 0)
                return BINA_ERR_NO_MEMORY;
            if (usable[f][p] && cost[f][p] <= budget)
                status = bina_link_plan_add_rule(plan, &rule);
        }
    for (int f = 0; f < plan->count; f++)
        for (int g = f + 1; g < plan->count; g++) {
            if (field[g].spec->given[0] == f || field[f].spec->given[0] == g)
                continue;
            for (bina_link_part p = BINA_LINK_WHOLE; p < BINA_LINK_WORD; p++)
                for (bina_link_part q = BINA_LINK_WHOLE; q < BINA_LINK_WORD && status == BINA_OK;
                     q++) {
                    bina_link_rule rule = {{f, g}, {p, q}};
                    if (usable[f][p] && usable[g][q] && cost[f][p] > budget &&
                        cost[g][q] > budget &&
                        cost[f][p] * cost[g][q] / ((double)rows * rows / 2) <= budget)
                        status = bina_link_plan_add_rule(plan, &rule);
                }
        }
    for (int f = 0; f < plan->count && status == BINA_OK; f++)
        if (field[f].spec->compare == BINA_LINK_WORDS) {
            bina_link_rule rule = {{f, -1}, {BINA_LINK_WORD, BINA_LINK_WHOLE}};
            status = bina_link_plan_add_rule(plan, &rule);
        }
    return status;
}

bina_status
bina_link_blocking_build(bina_link_blocking *blocking, const bina_link_plan *plan,
                         const bina_link_field *field, uint32_t rows, size_t largest)
{
    bina_status status = BINA_OK;

    memset(blocking, 0, sizeof(*blocking));
    blocking->rows = rows;
    for (size_t r = 0; r < plan->rules && status == BINA_OK; r++) {
        const bina_link_rule *rule = &plan->rule[r];
        if (rule->part[0] == BINA_LINK_WORD)
            status = add_words(blocking, &field[rule->field[0]], 77000u + r);
        else
            status = add_parts(blocking, field, rule, r);
    }
    if (status == BINA_OK)
        status = bina_linkage_sort_keys(blocking->entry, blocking->entries);
    if (status == BINA_OK)
        status = index_blocks(blocking, largest);
    return status;
}

static int
by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

size_t
bina_link_blocking_partners(bina_link_blocking *blocking, uint32_t row, uint32_t *other)
{
    size_t count = 0;

    for (size_t i = blocking->start[row]; i < blocking->start[row + 1]; i++)
        for (size_t k = blocking->block[i]; k < blocking->block_end[i]; k++) {
            uint32_t found = blocking->entry[k].row;
            if (found > row && blocking->seen[found] != row + 1) {
                blocking->seen[found] = row + 1;
                other[count++] = found;
            }
        }
    qsort(other, count, sizeof(*other), by_number);
    return count;
}
