#include "linkage/texts.h"

#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "base/vector.h"

#define PART  8192u /* items of a part of the work */
#define PARTS 32u   /* made before they are given codes, so that memory is bounded */
#define AHEAD 12u   /* texts looked for later whose slots are fetched */

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

static bina_status
add_output(void *self, size_t output)
{
    const round *all = self;
    bina_dictionary *to = all->job->to[output];
    uint32_t *code = all->job->codes[output] + all->first;

    for (uint32_t p = 0; p < all->parts; p++) {
        const bina_link_texts *texts = &all->texts[p * all->job->outputs + output];
        const char *text = texts->bytes;
        for (uint32_t i = 0; i < texts->count; i++) {
            bina_status status;
            bina_heap_pass(to->heap, i);
            if (i + AHEAD < texts->count)
                bina_dictionary_fetch(to, texts->hash[i + AHEAD]);
            status = bina_dictionary_add_hashed(to, texts->hash[i], text, texts->length[i], code++);
            if (status != BINA_OK)
                return status;
            text += texts->length[i];
        }
    }
    return BINA_OK;
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
