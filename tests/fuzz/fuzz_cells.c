/* A cell from anywhere, as every type there is: it is set, or there is a reason why not. */
#include <bina/exchange.h>
#include "exchange/convert.h"

#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

static const bina_converting ways[] = {
    {BINA_DATE_DMY, 1, false}, {BINA_DATE_MDY, 1000, false}, {BINA_DATE_YMD, 1, true}};

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    bina_description *row = bina_description_new("row", "");
    bina_record *record;
    bina_verdict verdict;
    size_t way;
    int type, slot;
    bool set;

    if (length > 0 && memchr(bytes, '\0', length) != NULL)
        length = 0;
    for (type = BINA_INT; type <= BINA_TIME; type++)
        bina_description_add_field(row, bina_type_name((bina_type)type), (bina_type)type,
                                   type == BINA_CODE ? "sex" : NULL, "", 0);
    record = bina_record_new_of(row);
    for (way = 0; way < sizeof(ways) / sizeof(ways[0]); way++)
        for (slot = 0; slot < bina_description_count(row); slot++) {
            memset(&verdict, 0, sizeof(verdict));
            set = bina_convert(record, slot, (const char *)bytes, length, &ways[way], &verdict);
            if (set != bina_record_is_set(record, slot) ||
                (set && verdict.rule != NULL && verdict.severity == BINA_ERROR) ||
                (!set && verdict.rule != NULL && verdict.severity != BINA_ERROR))
                abort();
        }
    bina_record_free(record);
    bina_description_free(row);
    return 0;
}
