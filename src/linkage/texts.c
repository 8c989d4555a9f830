#include "linkage/texts.h"

#include <stdlib.h>
#include <string.h>

#include "base/parallel.h"
#include "base/vector.h"

#define PART  8192u /* items of a part of the work */
#define PARTS 16u   /* made while those before are given codes, so that memory is bounded */
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
    uint32_t first, parts;
    bina_link_texts *texts; /* of part p for output o at p * outputs + o */
} round;

/* The texts of one round are made while those of the round before are added. */
typedef struct adding {
    const bina_link_texts_job *job;
    round made, next;
} adding;

static bina_status
make_part(const bina_link_texts_job *job, const round *next, uint32_t part)
{
    bina_link_texts *texts = next->texts + part * job->outputs;
    uint32_t first = next->first + part * PART, last = job->items;

    if (last - first > PART)
        last = first + PART;
    for (size_t o = 0; o < job->outputs; o++) {
        texts[o].used = texts[o].count = 0;
        if (texts[o].length == NULL)
            texts[o].length = malloc(PART * sizeof(*texts[o].length));
        if (texts[o].hash == NULL)
            texts[o].hash = malloc(PART * sizeof(*texts[o].hash));
        if (texts[o].length == NULL || texts[o].hash == NULL)
            return BINA_ERR_NO_MEMORY;
    }
    bina_heap_breathe(job->to[0]->heap);
    return job->make(job->self, first, last, texts);
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
add_output(const bina_link_texts_job *job, const round *made, size_t output)
{
    uint32_t *codes = job->codes[output] + made->first;
    bina_status status = BINA_OK;

    for (uint32_t p = 0; p < made->parts && status == BINA_OK; p++) {
        const bina_link_texts *texts = &made->texts[p * job->outputs + output];
        status = add_texts(job->to[output], texts, codes);
        codes += texts->count;
    }
    return status;
}

static bina_status
do_part(void *self, size_t part)
{
    const adding *all = self;
    size_t outputs = all->job->outputs;

    return part < outputs ? add_output(all->job, &all->made, part)
                          : make_part(all->job, &all->next, (uint32_t)(part - outputs));
}

static void
drop_round(round *dropped, size_t outputs)
{
    for (size_t i = 0; dropped->texts != NULL && i < PARTS * outputs; i++) {
        free(dropped->texts[i].bytes);
        free(dropped->texts[i].length);
        free(dropped->texts[i].hash);
    }
    free(dropped->texts);
}

bina_status
bina_link_texts_add(const bina_link_texts_job *job, unsigned threads)
{
    adding all = {.job = job};
    bina_status status = BINA_OK;

    all.made.texts = calloc(PARTS * job->outputs + 1, sizeof(*all.made.texts));
    all.next.texts = calloc(PARTS * job->outputs + 1, sizeof(*all.next.texts));
    if (all.made.texts == NULL || all.next.texts == NULL)
        status = BINA_ERR_NO_MEMORY;
    for (uint32_t left = job->items; status == BINA_OK && (left > 0 || all.made.parts > 0);) {
        uint32_t parts = left / PART + (left % PART > 0);
        round made = all.made;
        all.next.first = job->items - left;
        all.next.parts = parts < PARTS ? parts : PARTS;
        status = bina_parallel(threads, job->outputs + all.next.parts, do_part, &all);
        left -= left < PARTS * PART ? left : PARTS * PART;
        all.made = all.next;
        all.next = made;
    }
    drop_round(&all.made, job->outputs);
    drop_round(&all.next, job->outputs);
    return status;
}
