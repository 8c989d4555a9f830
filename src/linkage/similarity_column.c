/* The public face of one text against many: bina/similarity.h. */
#include <bina/similarity.h>

#include <stdlib.h>
#include <string.h>

#include "linkage/similarity_many.h"

struct bina_texts {
    bina_many many;
};

/* The lengths of texts that end with NUL; NULL when memory is out. */
static size_t *
measure(const char *const *text, size_t count)
{
    size_t *length =
        count > SIZE_MAX / sizeof(*length) - 1 ? NULL : malloc((count + 1) * sizeof(*length));

    for (size_t i = 0; length != NULL && i < count; i++)
        length[i] = text[i] == NULL ? 0 : strlen(text[i]);
    return length;
}

bina_texts *
bina_texts_new(const char *const *text, const size_t *length, size_t count)
{
    bina_texts *self = calloc(1, sizeof(*self));
    size_t *measured = length == NULL ? measure(text, count) : NULL;
    const size_t *lengths = length == NULL ? measured : length;

    if (self == NULL || lengths == NULL ||
        bina_many_init(&self->many, text, lengths, count) != BINA_OK) {
        bina_texts_free(self);
        self = NULL;
    }
    free(measured);
    return self;
}

void
bina_texts_free(bina_texts *texts)
{
    if (texts == NULL)
        return;
    bina_many_drop(&texts->many);
    free(texts);
}

size_t
bina_texts_count(const bina_texts *texts)
{
    return texts->many.count;
}

void
bina_texts_jaro_winkler(const bina_texts *texts, const char *text, size_t length, double least,
                        double *similarity)
{
    bina_many_jaro_winkler(&texts->many, text, length, least, similarity);
}

void
bina_texts_levenshtein(const bina_texts *texts, const char *text, size_t length, size_t most,
                       uint32_t *distance)
{
    bina_many_levenshtein(&texts->many, text, length, most, distance);
}

void
bina_texts_osa(const bina_texts *texts, const char *text, size_t length, size_t most,
               uint32_t *distance)
{
    bina_many_osa(&texts->many, text, length, most, distance);
}
