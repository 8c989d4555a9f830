#include "linkage/owner.h"

#include <stdlib.h>
#include <string.h>

#include "base/fetch.h"
#include "base/parallel.h"
#include "linkage/texts.h"
#include "linkage/tuples.h"

#define SOME 64u /* pairs whose texts are fetched at once */

/* The length of the word that a text begins with. */
static size_t
word_length(const char *text)
{
    size_t length = 0;

    while (text[length] != ' ' && text[length] != '\0')
        length++;
    return length;
}

static bool
has_word(const char *text, const char *word, size_t length)
{
    for (;;) {
        size_t same = 0;
        while (same < length && text[same] == word[same])
            same++;
        if (same == length && (text[same] == ' ' || text[same] == '\0'))
            return true;
        text += same + word_length(text + same);
        if (*text == '\0')
            return false;
        text++;
    }
}

size_t
bina_link_owner_leave(const char *business, const char *person, char left[BINA_LINK_OWNER_ROOM])
{
    size_t used = 0;

    while (*business != '\0') {
        size_t n = word_length(business);
        if (n > 0 && !has_word(person, business, n) && used + n + 2 < BINA_LINK_OWNER_ROOM) {
            if (used > 0)
                left[used++] = ' ';
            memcpy(left + used, business, n);
            used += n;
        }
        business += n + (business[n] == ' ');
    }
    return used;
}

/* A business's values and a person's, and the rows that have each pair of them. */
typedef struct owning {
    const bina_link_field *business, *person;
    const uint32_t *row;
} owning;

/* Leaves the persons out of the businesses of a few pairs, whose texts lie about in no order. */
static bina_status
make_some(const owning *all, const uint32_t *row, size_t count, bina_link_texts *output)
{
    const bina_link_field *business = all->business, *person = all->person;
    const bina_heap *heap = business->values.heap;
    bina_status status = BINA_OK;

    for (size_t i = 0; i < count; i++) {
        bina_heap_touch(heap, &business->values.start[business->codes[row[i]]]);
        bina_heap_touch(heap, &person->values.start[person->codes[row[i]]]);
    }
    for (size_t i = 0; i < count; i++) {
        bina_heap_touch(heap, bina_dictionary_text(&business->values, business->codes[row[i]]));
        bina_heap_touch(heap, bina_dictionary_text(&person->values, person->codes[row[i]]));
    }
    for (size_t i = 0; i < count && status == BINA_OK; i++) {
        char left[BINA_LINK_OWNER_ROOM];
        size_t length = bina_link_owner_leave(
            bina_dictionary_text(&business->values, business->codes[row[i]]),
            bina_dictionary_text(&person->values, person->codes[row[i]]), left);
        status = bina_link_texts_put(output, left, length);
    }
    return status;
}

static bina_status
make_left(void *self, uint32_t first, uint32_t last, bina_link_texts *output)
{
    const owning *all = self;
    bina_status status = BINA_OK;

    for (uint32_t i = first; i < last && status == BINA_OK; i += SOME)
        status = make_some(all, all->row + i, last - i < SOME ? last - i : SOME, output);
    return status;
}

/* Rows that are given their new values by their pairs. */
typedef struct giving {
    uint32_t *number;
    const uint32_t *codes;
    bina_heap *heap;
} giving;

static bina_status
give_codes(void *self, size_t first, size_t last)
{
    const giving *all = self;

    for (size_t r = first; r < last; r++) {
        bina_heap_pass(all->heap, r);
        all->number[r] = all->codes[all->number[r]];
    }
    return BINA_OK;
}

/* Values of a field anew: each pair of a business and a person is looked at once. */
static bina_status
renew(bina_link_field *business, const bina_link_field *person, const bina_link_spec *spec,
      const bina_link_table *table, unsigned threads)
{
    const uint32_t *columns[2] = {business->codes, person->codes};
    uint32_t *codes = NULL;
    bina_link_field made;
    bina_dictionary *to = &made.values;
    bina_link_tuples pairs;
    owning self = {business, person, NULL};
    bina_status status;

    memset(&made, 0, sizeof(made));
    status = bina_link_tuples_make(&pairs, table->heap, columns, 2, table->rows, threads);
    if (status == BINA_OK)
        status = bina_dictionary_init(&made.values);
    made.values.heap = table->heap;
    if (status == BINA_OK) {
        bina_link_texts_job job = {make_left, &self, pairs.count, 1, &to, &codes};
        self.row = pairs.row;
        codes = bina_heap_take(table->heap, (size_t)pairs.count + 1, sizeof(*codes));
        status = codes == NULL ? BINA_ERR_NO_MEMORY : bina_link_texts_add(&job, threads);
    }
    if (status == BINA_OK) {
        giving given = {pairs.number, codes, table->heap};
        bina_parallel_stretches(threads, table->rows, give_codes, &given);
        made.codes = pairs.number;
        pairs.number = NULL;
    }
    bina_heap_give(table->heap, codes);
    bina_link_tuples_drop(&pairs);
    if (status != BINA_OK) {
        bina_link_field_drop(&made);
        return status;
    }
    bina_link_field_drop(business);
    *business = made;
    return bina_link_field_finish(business, spec, table->rows);
}

bool
bina_link_owner_concerns(const bina_link_plan *plan, int business, int person)
{
    return bina_link_spec_role(&plan->field[business]) == BINA_ROLE_BUSINESS &&
           bina_link_spec_role(&plan->field[person]) == BINA_ROLE_PERSON &&
           plan->field[business].compare == BINA_LINK_WORDS;
}

bina_status
bina_link_owner_remove(const bina_link_plan *plan, bina_link_field *field,
                       const bina_link_table *table, unsigned threads)
{
    bina_status status = BINA_OK;

    for (int b = 0; b < plan->count; b++)
        for (int p = 0; p < plan->count && status == BINA_OK; p++)
            if (bina_link_owner_concerns(plan, b, p))
                status = renew(&field[b], &field[p], &plan->field[b], table, threads);
    return status;
}
