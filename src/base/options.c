#include <string.h>
#include "base/options.h"
#include "base/text.h"

bool
bina_options_take(void *options, size_t size, const void *given)
{
    const unsigned char *bytes = given;
    size_t given_size;

    if (given == NULL)
        return true;
    memcpy(&given_size, given, sizeof given_size);
    if (given_size < sizeof given_size)
        return false;
    for (size_t i = size; i < given_size; i++)
        if (bytes[i] != 0)
            return false;
    memcpy(options, given, given_size < size ? given_size : size);
    return true;
}

bool
bina_options_own(const char **text)
{
    const char *given = *text;

    *text = bina_text_copy(given);
    return given == NULL || *text != NULL;
}
