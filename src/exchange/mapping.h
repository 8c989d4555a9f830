/* The inside of mappings, and the mapper that turns one row into one record. */
#ifndef BINA_SRC_EXCHANGE_MAPPING_H
#define BINA_SRC_EXCHANGE_MAPPING_H

#include <bina/mapping.h>
#include "base/error.h"
#include "exchange/convert.h"

/* A mapping is kept as the document it is written in. Record 0 is the mapping itself. */
struct bina_mapping {
    const bina_description *target;
    bina_document *document;
};

/* The slots of the descriptions a mapping's document is made of. */
enum {
    BINA_MAPPING_KIND,
    BINA_MAPPING_DATES,
    BINA_MAPPING_UNIT,
    BINA_MAPPING_MISSING,
    BINA_MAPPING_IGNORED
};
enum {
    BINA_MAPPED_FIELD,
    BINA_MAPPED_COLUMN,
    BINA_MAPPED_CONSTANT,
    BINA_MAPPED_JOIN,
    BINA_MAPPED_SPLIT,
    BINA_MAPPED_PART,
    BINA_MAPPED_UNIT,
    BINA_MAPPED_DATES,
    BINA_MAPPED_SUM
};
enum { BINA_MAPPED_FROM, BINA_MAPPED_TO };

/** The columns that are no column of the file. */
#define BINA_COLUMN_LINE "#line"
#define BINA_COLUMN_ROW  "#row"
/** Those that a list's cursor tells, where it has them (bina/list.h). */
#define BINA_COLUMN_SHEET    "#sheet"
#define BINA_COLUMN_SECTION  "#section"
#define BINA_COLUMN_VILLAGE  "#village"
#define BINA_COLUMN_DISTRICT "#district"
#define BINA_COLUMN_REGENCY  "#regency"

/** The descriptions "mapping", "fields" and "values"; false (and none made) when memory is out. */
bool bina_mapping_descriptions(bina_description *made[3]);
void bina_mapping_descriptions_free(bina_description *made[3]);

/** A mapping of a document, which it takes, also when this fails. */
bina_status bina_mapping_new(const bina_description *target, bina_document *document,
                             bina_error *error, bina_mapping **mapping);

/** Prints a mapping as YAML; `*text` is yours. */
bina_status bina_mapping_print(const bina_mapping *mapping, bina_error *error, char **text);

/** A header or word as it is compared: small letters and digits only; others are one blank. */
char *bina_header_key(const char *text, char *key, size_t room);
#define BINA_HEADER_KEY 208

/** "dmy", "mdy", "ymd"; false for anything else. */
bool bina_date_order_read(const char *text, bina_date_order *order);

typedef struct bina_mapper bina_mapper;

/**
 * Binds a mapping to the columns of rows. What does not fit (a column that is not there) goes into
 * the faults of the options.
 */
bina_status bina_mapper_new(const bina_mapping *mapping, const bina_description *columns,
                            const bina_mapping_options *options, bina_error *error,
                            bina_mapper **mapper);
void bina_mapper_free(bina_mapper *mapper);

/**
 * Fills a cleared record of the target from a row.
 *
 * @return BINA_OK; BINA_DONE: the row is blank; BINA_ERR_INVALID: it is refused, faults say why;
 *         BINA_ERR_NO_MEMORY
 */
bina_status bina_mapper_apply(bina_mapper *mapper, const bina_record *row, bina_record *record);

#endif
