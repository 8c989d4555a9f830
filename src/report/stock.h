/* The stock of enterprises on a day, one by one: which are at work, where, of which class. */
#ifndef BINA_SRC_REPORT_STOCK_H
#define BINA_SRC_REPORT_STOCK_H

#include "report/report.h"

/* Why an enterprise counts as at work, or why not. */
typedef enum bina_stock_state {
    BINA_STOCK_ABSENT, /* the register does not know it */
    BINA_STOCK_MERGED, /* another record stands for it */
    BINA_STOCK_OTHER_SCOPE,
    BINA_STOCK_ELSEWHERE, /* outside the region asked for */
    BINA_STOCK_NOT_BEGUN,
    BINA_STOCK_PAUSED, /* paused, or not found */
    BINA_STOCK_CLOSED,
    BINA_STOCK_AWAY,
    BINA_STOCK_WORKING, /* active, at rest for the season, or nothing said */
} bina_stock_state;

enum { BINA_SIZE_UNKNOWN, BINA_SIZE_MICRO, BINA_SIZE_SMALL, BINA_SIZE_MEDIUM, BINA_SIZE_LARGE };

typedef struct bina_stock_one {
    bina_id id;
    unsigned char state, size; /* size: of the system asked for; unknown when none is */
    char status[14];           /* a word of enterprise_status; "" when nothing is said */
    char region[14];           /* cut to the level asked for; "" when unknown */
} bina_stock_one;

typedef struct bina_stock {
    bina_stock_one *all; /* by id */
    size_t count, room;
} bina_stock;

/** The word of size_class; NULL for unknown. */
const char *bina_stock_size_word(int size);

/**
 * Reads every enterprise as of options->true_on and options->known_at. Regions are told one level
 * below the one asked for: regencies of a province (or of all), districts of a regency.
 */
bina_status bina_stock_read(bina_store *store, const bina_report_options *options,
                            bina_stock *stock);

void bina_stock_free(bina_stock *stock);

/** Refuses a system of size classes that is none. */
bina_status bina_stock_judge(bina_store *store, const bina_report_options *options);

/** Sets a slot of a line to the name of a region, if it has one. */
bina_status bina_report_name_region(bina_record *line, int slot, const char *code);

#endif
