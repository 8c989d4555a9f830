/* A matcher: a linkage kept beside a store, and what its rows are in the register. */
#ifndef BINA_SRC_REGISTER_MATCH_H
#define BINA_SRC_REGISTER_MATCH_H

#include <bina/mapping.h>
#include <bina/linkage_index.h>
#include <bina/match.h>
#include "register/place.h"
#include "register/source_rows.h"
#include "register/text_map.h"

/** The list of enterprises that no source record is about: a name that no file gives a list. */
#define BINA_MATCH_HAND "\x01"

/** A row of the linkage. */
typedef struct bina_match_entry {
    bina_id id;    /* a source record, or an enterprise entered by hand */
    bina_id party; /* its registrant; 0: none yet */
    uint32_t list;
    int64_t number; /* of the row in its list; 0: taken out */
} bina_match_entry;

typedef struct bina_match_list {
    char *name;
    bina_id id;    /* of its source register; 0 for the enterprises entered by hand */
    size_t *entry; /* of row n + 1 */
    size_t count, room;
} bina_match_list;

struct bina_matcher {
    bina_store *store;
    bina_linkage *linkage; /* NULL: there is not a single row */
    int64_t commit;        /* the last that was followed */
    bina_match_list *lists;
    size_t list_count;
    bina_match_entry *entries; /* the first `sorted` by id, then as they came */
    size_t count, room, sorted;
    size_t *later; /* the entries after those, by id */
    size_t later_room;
    bina_text_map products; /* what the rows teach of trades */
    bina_placer *placer;
    bina_description *columns; /* of the view */
    bina_record *view, *row;   /* work space */
    bina_description *typed;   /* what the mapping below was guessed for */
    bina_mapping *mapping;
};

/* match_rows.c: records as rows of the lists */

/** A typed record into `matcher->row`, as reading a list understands it. */
bina_status bina_match_understand(bina_matcher *matcher, const bina_record *typed);

/** An enterprise into a (cleared) source record, with its owner and phone. */
bina_status bina_match_of_enterprise(bina_store *store, const bina_record *enterprise,
                                     bina_record *row);

/** Whether a source record is about the enterprise. */
bina_status bina_match_has_rows(bina_store *store, bina_id enterprise, bool *has);

/** Fills `matcher->view` from a source record. */
void bina_match_view(bina_matcher *matcher, bina_record *row);

/* match_load.c: what the matcher holds */

/** Reads all rows and links them, instead of what was. */
bina_status bina_match_load(bina_matcher *matcher);
void bina_match_unload(bina_matcher *matcher);

/** The entry of a source record or enterprise; SIZE_MAX when there is none. */
size_t bina_match_find(const bina_matcher *matcher, bina_id id);

/** Notes a row of the linkage. */
bina_status bina_match_note(bina_matcher *matcher, const bina_match_entry *entry);

/* match_follow.c */

/** Brings the matcher up with what was written to the store since. */
bina_status bina_match_follow(bina_matcher *matcher);

#endif
