/* Where lists are from, when nobody says: villages are looked for there. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/register.h>
#include "page/look.h"
#include "reference/nik.h"
#include "reference/regions.h"
#include "register/reading.h"

/* Rows of a list that have a say, and regencies that are counted. */
enum { ROWS = 1000, REGENCIES = 600, REGENCY = 5 };

typedef struct votes {
    struct {
        char code[REGENCY + 1];
        int64_t count;
    } regencies[REGENCIES];
    size_t used;
    int64_t all;
} votes;

/* `code` begins with a regency's, such as 52.03. */
static void
vote(votes *self, const char *code)
{
    size_t i = 0;

    while (i < self->used && memcmp(self->regencies[i].code, code, REGENCY) != 0)
        i++;
    if (i == REGENCIES)
        return;
    if (i == self->used) {
        memcpy(self->regencies[i].code, code, REGENCY);
        self->used++;
    }
    self->regencies[i].count++;
    self->all++;
}

static void
vote_of_row(votes *self, const bina_record *row)
{
    const char *region = bina_record_text(row, BINA_SOURCE_RECORD_REGION);
    const char *nik = bina_record_text(row, BINA_SOURCE_RECORD_NIK);
    uint64_t number = nik != NULL && strlen(nik) == 16 ? bina_region_parse(nik, 4) : 0;
    char code[BINA_CODE_SIZE];

    if (region != NULL && strlen(region) >= REGENCY)
        vote(self, region);
    if (number != 0 && bina_region_depth(number) >= 2)
        vote(self, bina_region_code(number, code));
}

static bina_status
vote_of_list(bina_looked *self, const bina_look_list *list, votes *counted, bina_error *error)
{
    bina_import_options options = BINA_IMPORT_OPTIONS_INIT;
    bina_file_reading reading = {0};
    bina_status status = bina_file_reading_open(&reading, self->store, list->path, &options, error);

    if (status == BINA_OK)
        status = bina_file_reading_next(&reading, ROWS, error);
    for (size_t i = 0; status >= 0 && i < reading.count; i++) {
        bina_status got = bina_file_reading_get(&reading, i, error);
        if (got == BINA_OK)
            vote_of_row(counted, reading.record);
        else
            status = got;
    }
    bina_file_reading_drop(&reading);
    if (status < 0 && bina_error_file(error) == NULL)
        bina_error_in_file(error, list->path, 0, 0);
    return status == BINA_DONE ? BINA_OK : status;
}

bina_status
bina_look_region(bina_looked *self, bina_error *error)
{
    votes *counted = calloc(1, sizeof *counted);
    bina_status status = BINA_OK;

    if (counted == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    /* What is no regular file is read once, and then by the import. */
    for (size_t i = 0; status == BINA_OK && i < self->count; i++)
        if (self->lists[i].bytes > 0)
            status = vote_of_list(self, &self->lists[i], counted, error);
    for (size_t i = 0; status == BINA_OK && i < counted->used; i++)
        if (2 * counted->regencies[i].count > counted->all)
            (void)snprintf(self->region, sizeof self->region, "%s", counted->regencies[i].code);
    free(counted);
    return status;
}
