/* A cursor of rows as a cursor of records. */
#include <stdlib.h>
#include <string.h>
#include "base/options.h"
#include "exchange/mapping.h"
#include "model/cursor.h"

typedef struct mapping_source {
    bina_cursor *rows;
    bina_mapper *mapper;
} mapping_source;

static void
free_mapping_source(void *self)
{
    mapping_source *source = self;

    bina_cursor_free(source->rows);
    bina_mapper_free(source->mapper);
    free(source);
}

static bina_status
next_mapped(void *self, bina_record *record, bina_error *error)
{
    mapping_source *source = self;
    const bina_record *row;
    bina_status status;

    for (;;) {
        status = bina_cursor_next(source->rows, &row);
        if (status < BINA_OK)
            bina_error_copy(error, bina_cursor_error(source->rows));
        if (status != BINA_OK)
            return status;
        status = bina_mapper_apply(source->mapper, row, record);
        if (status != BINA_DONE && status != BINA_ERR_INVALID)
            return status;
        bina_record_clear(record);
    }
}

bina_status
bina_mapping_open(const bina_mapping *mapping, bina_cursor *rows, const bina_mapping_options *given,
                  bina_error *error, bina_cursor **cursor)
{
    static const bina_source functions = {next_mapped, NULL, free_mapping_source};
    bina_mapping_options options = BINA_MAPPING_OPTIONS_INIT;
    mapping_source *source = calloc(1, sizeof(*source));
    bina_status status;

    *cursor = NULL;
    if (source == NULL) {
        bina_cursor_free(rows);
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    }
    source->rows = rows;
    status = bina_options_take(&options, sizeof options, given)
                 ? BINA_OK
                 : bina_error_plain(error, BINA_ERR_USAGE);
    if (status == BINA_OK)
        status = bina_mapper_new(mapping, bina_cursor_description(rows), &options, error,
                                 &source->mapper);
    if (status != BINA_OK) {
        free_mapping_source(source);
        return status;
    }
    *cursor = bina_cursor_new(mapping->target, &functions, source);
    return *cursor != NULL ? BINA_OK : bina_error_plain(error, BINA_ERR_NO_MEMORY);
}
