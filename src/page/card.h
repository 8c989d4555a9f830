/* What the parts of a card share: whose card it is, and how values are shown on it. */
#ifndef BINA_SRC_PAGE_CARD_H
#define BINA_SRC_PAGE_CARD_H

#include <bina/store.h>
#include "page/html.h"

/** A card holds at most so many records that were merged into its own. */
enum { BINA_CARD_RECORDS = 64 };

typedef struct bina_card {
    bina_store *store;
    bina_html *html;
    bina_language language;
    bool open; /* NIK and telephones are shown */
    const bina_record *record;
    bina_id ids[BINA_CARD_RECORDS]; /* its own first, then those merged into it */
    size_t id_count;
    bina_error error; /* the first thing that went wrong; there is no card then */
} bina_card;

/** Notes that something went wrong, with what the store says of it. */
void bina_card_fail(bina_card *card, bina_status status);

/**
 * Notes what went wrong while reading, if `status` is not the BINA_DONE of its end, and frees the
 * cursor.
 */
void bina_card_end(bina_card *card, bina_cursor *cursor, bina_status status);

/** The field that names records of a kind, or -1. */
int bina_card_name_slot(const bina_description *description);

/** The name of a record of any kind, with its number where it has one. Returns `text`. */
char *bina_card_name(const bina_card *card, bina_id id, char *text, size_t size);

/** A value as the card shows it: references by name, regions with what they lie in. */
char *bina_card_value(const bina_card *card, const bina_field *field, bina_value value, char *text,
                      size_t size);

/** Records that are kept to be looked at more than once. */
typedef struct bina_kept {
    bina_record **items;
    size_t count, room;
} bina_kept;

/** All records of a kind one of whose fields points to the card's, sorted by a slot (0: as added).
 */
void bina_card_keep(bina_card *card, int kind, int field, int order, bina_kept *kept);
void bina_kept_free(bina_kept *kept);

/** The ids as a JSON array, for SQL. Returns `text`. */
char *bina_card_ids(const bina_card *card, char *text, size_t size);

/** Opens a section with its heading, which bina_html_close ends. */
void bina_card_section(bina_card *card, const char *english, const char *indonesian);

/* The parts. */
void bina_card_ties(bina_card *card);
void bina_card_dated(bina_card *card);
void bina_card_rows(bina_card *card);
void bina_card_verdicts(bina_card *card);
void bina_card_history(bina_card *card);

#endif
