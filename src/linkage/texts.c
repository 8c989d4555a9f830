#include "linkage/texts.h"

#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "base/vector.h"

#define PART  8192u /* items of a part of the work */
#define PARTS 32u   /* made before they are given codes, so that memory is bounded */
#define STEP  512u  /* texts added at once */

bina_status
bina_link_texts_put(bina_link_texts *texts, const char *text, size_t length)
{
    if (length > UINT32_MAX ||
        !bina_vector_reserve(&texts->bytes, &texts->room, texts->used + length + 1, 1))
        return BINA_ERR_NO_MEMORY;
    if (length > 0)
        memcpy(texts->bytes + texts->used, text, length);
    texts->used += length;
    texts->length[texts->count] = (uint32_t)length;
    texts->hash[texts->count++] = bina_dictionary_hash(text, length);
    return BINA_OK;
}

/* Some parts at once. */
typedef struct round {
    const bina_link_texts_job *job;
    uint32_t first, parts;
    bina_link_texts *texts; /* of part p for output o at p * outputs + o */
} round;

static bina_status
make_part(void *self, size_t part)
{
    const round *all = self;
    bina_link_texts *texts = all->texts + part * all->job->outputs;
    uint32_t first = all->first + (uint32_t)part * PART, last = all->job->items;

    if (last - first > PART)
        last = first + PART;
    for (size_t o = 0; o < all->job->outputs; o++) {
        texts[o].used = texts[o].count = 0;
        if (texts[o].length == NULL)
            texts[o].length = malloc(PART * sizeof(*texts[o].length));
        if (texts[o].hash == NULL)
            texts[o].hash = malloc(PART * sizeof(*texts[o].hash));
        if (texts[o].length == NULL || texts[o].hash == NULL)
            return BINA_ERR_NO_MEMORY;
    }
    bina_heap_breathe(all->job->to[0]->heap);
    return all->job->make(all->job->self, first, last, texts);
}

/* Adds the texts of a part in order. */
static bina_status
add_texts(bina_dictionary *to, const bina_link_texts *texts, uint32_t *codes)
{
    bina_dictionary_item items[STEP];
    const char *text = texts->bytes;
    bina_status status = BINA_OK;

    for (uint32_t first = 0; first < texts->count && status == BINA_OK; first += STEP) {
        uint32_t count = texts->count - first < STEP ? texts->count - first : STEP;
        for (uint32_t i = 0; i < count; i++) {
            uint32_t length = texts->length[first + i];
            items[i] = (bina_dictionary_item){text, length, texts->hash[first + i]};
            text += length;
        }
        status = bina_dictionary_add_many(to, items, count, codes + first);
    }
    return status;
}

static bina_status
add_output(void *self, size_t output)
{
    const round *all = self;
    uint32_t *codes = all->job->codes[output] + all->first;
    bina_status status = BINA_OK;

    for (uint32_t p = 0; p < all->parts && status == BINA_OK; p++) {
        const bina_link_texts *texts = &all->texts[p * all->job->outputs + output];
        status = add_texts(all->job->to[output], texts, codes);
        codes += texts->count;
    }
    return status;
}

bina_status
bina_link_texts_add(const bina_link_texts_job *job, unsigned threads)
{
    round all = {.job = job};
    bina_status status = BINA_OK;

    all.texts = calloc(PARTS * job->outputs + 1, sizeof(*all.texts));
    if (all.texts == NULL)
        return BINA_ERR_NO_MEMORY;
    while (all.first < job->items && status == BINA_OK) {
        uint32_t left = (job->items - all.first - 1) / PART + 1;
        all.parts = left < PARTS ? left : PARTS;
        status = bina_parallel(threads, all.parts, make_part, &all);
        if (status == BINA_OK)
            status = bina_parallel(threads, job->outputs, add_output, &all);
        if (left <= PARTS)
            break;
        all.first += PARTS * PART;
    }
    for (size_t i = 0; i < PARTS * job->outputs; i++) {
        free(all.texts[i].bytes);
        free(all.texts[i].length);
        free(all.texts[i].hash);
    }
    free(all.texts);
    return status;
}
