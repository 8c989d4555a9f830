/* Dates, times and texts from anywhere: what is read can be written and read again as the same, and
   a record takes any text or remembers why not. */
#include <bina/record.h>

#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

static void
hold(bool promise)
{
    if (!promise)
        abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    char *text = malloc(length + 1), date[12], time[26];
    bina_record *record = bina_record_new(BINA_ENTERPRISE);
    int64_t value, again;

    if (text == NULL || record == NULL)
        goto out;
    if (length > 0)
        memcpy(text, bytes, length);
    text[length] = '\0';

    if (bina_date_parse(text, &value)) {
        hold(bina_date_parse(bina_date_format(value, date), &again) && again == value);
        hold(strcmp(date, text) == 0);
    }
    if (bina_time_parse(text, &value))
        hold(bina_time_parse(bina_time_format(value, time), &again) && again == value);

    bina_set_text(record, BINA_ENTERPRISE_NAME, text);
    if (bina_record_check(record, NULL) == BINA_OK &&
        bina_record_text(record, BINA_ENTERPRISE_NAME))
        hold(strcmp(bina_record_text(record, BINA_ENTERPRISE_NAME), text) == 0);
    bina_record_clear(record);
    bina_set_text_n(record, BINA_ENTERPRISE_NAME, (const char *)bytes, length);
    bina_set_text(record, BINA_ENTERPRISE_WORKERS, text);
    (void)bina_record_check(record, NULL);
out:
    bina_record_free(record);
    free(text);
    return 0;
}
