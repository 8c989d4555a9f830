/* The inside of mappers: a mapping bound to the columns of a file. */
#ifndef BINA_SRC_EXCHANGE_MAPPER_H
#define BINA_SRC_EXCHANGE_MAPPER_H

#include "exchange/mapping.h"

/* Instead of a column's slot. */
#define BINA_SOURCE_LINE (-2)
#define BINA_SOURCE_ROW  (-3)

typedef struct bina_translation {
    char from[BINA_HEADER_KEY];
    const char *to; /* borrowed from the document */
} bina_translation;

typedef struct bina_bound_field {
    int slot;
    const char *name, *validator; /* NULL: none */
    int *sources;                 /* slots of the row */
    size_t source_count;
    const char *constant, *join, *split; /* borrowed from the document */
    int part;
    bool required, sum;
    bina_converting how;
    bina_translation *values;
    size_t value_count, value_room;
} bina_bound_field;

struct bina_mapper {
    bina_document *document; /* a copy of the mapping's, which may go before its cursors */
    const bina_description *target;
    bina_faults *faults;
    bina_row_counts *counts, own_counts;
    char *file;
    bool strict;
    int64_t today;
    bina_bound_field *fields;
    size_t count;
    int *cells; /* of each column, from 1, for faults */
    int columns, line_slot, extra_slot, sheet_slot, kinds_slot;
    const char *sheet; /* of the present row; borrowed from it */
    char **missing;    /* tidied, small letters */
    size_t missing_count, missing_room;
    char *buffer; /* a cell put together */
    size_t room;
    bool out_of_memory;
};

/** Finishes a complaint with its place and adds it to the faults. */
void bina_mapper_fault(const bina_mapper *mapper, bina_error *fault, bina_severity severity,
                       const char *field, const char *rule, int64_t line, int column);

#endif
