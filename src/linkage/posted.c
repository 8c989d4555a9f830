#include "linkage/posted.h"

#include <stdlib.h>
#include <string.h>

bina_status
bina_link_posted_find(bina_link_posted *posted, const bina_link_words *words, bina_link_extent end)
{
    size_t *start = calloc((size_t)end.words + 2, sizeof(*start));
    uint32_t *value = malloc((words->start[end.values] + 1) * sizeof(*value));

    if (start == NULL || value == NULL) {
        free(start);
        free(value);
        return BINA_ERR_NO_MEMORY;
    }
    /* Counted two places on and summed one on: where a word's values begin, in its end's place. */
    for (size_t i = 0; i < words->start[end.values]; i++)
        start[words->word[i] + 2]++;
    for (uint32_t w = 0; w < end.words; w++)
        start[w + 2] += start[w + 1];
    for (uint32_t c = 0; c < end.values; c++)
        for (size_t i = words->start[c]; i < words->start[c + 1]; i++)
            value[start[words->word[i] + 1]++] = c;
    posted->start = start;
    posted->value = value;
    return BINA_OK;
}

void
bina_link_posted_drop(bina_link_posted *posted)
{
    free(posted->start);
    free(posted->value);
    memset(posted, 0, sizeof(*posted));
}
