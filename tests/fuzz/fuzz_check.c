/* Every validator over any bytes: a value that is taken has a normal form that is taken as it is. The
   first byte chooses the validator. */
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "reference/validators.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    enum { TODAY = 20779 }; /* 22 November 2026 */
    char normal[BINA_CHECK_NORMAL], again[BINA_CHECK_NORMAL];
    const bina_validator *validator = NULL;
    int count = 0;

    while (bina_validator_at(count) != NULL)
        count++;
    if (length == 0)
        return 0;
    validator = bina_validator_at(bytes[0] % count);
    if (bina_validate(validator->name, (const char *)bytes + 1, length - 1, TODAY, normal,
                      sizeof normal, NULL) != BINA_OK)
        return 0;
    if (bina_validate(validator->name, normal, strlen(normal), TODAY, again, sizeof again, NULL) !=
            BINA_OK ||
        strcmp(normal, again) != 0)
        abort();
    return 0;
}
