/* Which steps there are: of a kind, and out of a record's present state. */
#include <bina/advance.h>

#include <string.h>
#include <bina/rows.h>
#include "model/columns.h"
#include "rules/lifecycle.h"
#include "rules/refusals.h"
#include "store/inside.h"

static const bina_column columns[] = {
    {"verb", BINA_TEXT, .doc = "The step's name."},
    {"label", BINA_TEXT, .doc = "What to call it, in English."},
    {"sebutan", BINA_TEXT, .doc = "What to call it, in Indonesian."},
    {"leaves", BINA_TEXT, .doc = "The state it leaves; none: the record enters by it."},
    {"enters", BINA_TEXT, .doc = "The state it leads to; none: it stays."},
    {"paper", BINA_CODE, "document_nature", .doc = "The paper it needs."},
    {"needs_reason", BINA_BOOL, .doc = "Whether it needs a reason."},
    {"sets", BINA_TEXT, .doc = "Fields that may be set with it; those it needs marked '!'."},
    {"allowed", BINA_BOOL, .doc = "Whether its conditions are met today."},
    {"because", BINA_TEXT, .doc = "What speaks against it first."},
};

/* A table of steps, and a record to fill it with. */
typedef struct listing {
    bina_description *description;
    bina_rows *rows;
    bina_record *record;
} listing;

static bool
listing_start(listing *l)
{
    l->description = bina_columns_describe("possible_step", "A step of a lifecycle.", columns,
                                           sizeof columns / sizeof *columns);
    l->rows = l->description != NULL ? bina_rows_new(l->description) : NULL;
    l->record = l->rows != NULL ? bina_record_new_of(l->description) : NULL;
    return l->record != NULL;
}

static void
listing_put(listing *l, const bina_transition *step, const char *leaves)
{
    bina_record_clear(l->record);
    bina_set_text(l->record, BINA_POSSIBLE_VERB, step->verb);
    bina_set_text(l->record, BINA_POSSIBLE_LABEL, step->label[0]);
    bina_set_text(l->record, BINA_POSSIBLE_SEBUTAN, step->label[1]);
    bina_set_text(l->record, BINA_POSSIBLE_FROM, leaves);
    bina_set_text(l->record, BINA_POSSIBLE_TO, step->to);
    bina_set_text(l->record, BINA_POSSIBLE_PAPER, step->paper);
    bina_set_int(l->record, BINA_POSSIBLE_REASON, step->reason);
    bina_set_text(l->record, BINA_POSSIBLE_SETS, step->sets);
}

/* Ends the listing: a cursor over it, or NULL. */
static bina_cursor *
listing_end(listing *l, bool whole)
{
    bina_record_free(l->record);
    bina_description_free(l->description);
    if (whole)
        return bina_rows_to_cursor(l->rows);
    bina_rows_free(l->rows);
    return NULL;
}

bina_status
bina_steps_of_kind(int kind, bina_error *error, bina_cursor **cursor)
{
    const bina_lifecycle *lifecycle = bina_lifecycle_find(kind);
    listing l = {0};
    bool fine = listing_start(&l);

    *cursor = NULL;
    for (const bina_transition *t = lifecycle != NULL ? lifecycle->transitions : NULL;
         fine && t != NULL && t->verb != NULL; t++) {
        const char *list = t->from;
        do {
            char state[48];
            size_t length;
            list += strspn(list, " ");
            length = strcspn(list, " ");
            sqlite3_snprintf(sizeof state, state, "%.*s", (int)length, list);
            listing_put(&l, t, length > 0 ? state : NULL);
            fine = bina_rows_add(l.rows, l.record) == BINA_OK;
            list += length;
        } while (fine && *list != '\0');
    }
    *cursor = listing_end(&l, fine);
    return *cursor != NULL ? BINA_OK : bina_error_plain(error, BINA_ERR_NO_MEMORY);
}

/* Judges one step of a record as if all it needs were given. */
static bina_status
suppose(bina_store *store, bina_id id, listing *l, const char *verb)
{
    const bina_move move = {.verb = verb};
    bina_status status = bina_advance_within(store, id, &move, true, false);

    bina_set_int(l->record, BINA_POSSIBLE_ALLOWED, status == BINA_OK);
    if (status == BINA_ERR_REFUSED) {
        bina_set_text(l->record, BINA_POSSIBLE_BECAUSE,
                      bina_error_message(&store->error, store->language));
        status = BINA_OK;
    }
    bina_error_clear(&store->error);
    return status;
}

bina_status
bina_steps_possible(bina_store *store, bina_id id, bina_cursor **cursor)
{
    const bina_lifecycle *lifecycle = bina_lifecycle_find(bina_id_kind(id));
    bina_status status = bina_store_start(store);
    bina_record *record = NULL;
    const char *state = NULL;
    listing l = {0};

    *cursor = NULL;
    if (status == BINA_OK)
        status = bina_store_get(store, id, &record);
    if (status == BINA_OK && !listing_start(&l))
        status = bina_store_no_memory(store);
    if (status == BINA_OK && lifecycle != NULL && lifecycle->state != NULL)
        state = bina_record_text(
            record, bina_description_find(bina_record_description(record), lifecycle->state));
    for (const bina_transition *t = state != NULL ? lifecycle->transitions : NULL;
         status == BINA_OK && t != NULL && t->verb != NULL; t++) {
        if (!bina_transition_leaves(t, state))
            continue;
        listing_put(&l, t, state);
        status = suppose(store, id, &l, t->verb);
        if (status == BINA_OK)
            status = bina_rows_add(l.rows, l.record);
    }
    bina_record_free(record);
    *cursor = listing_end(&l, status == BINA_OK);
    if (status == BINA_OK && *cursor == NULL)
        status = bina_store_no_memory(store);
    return status;
}
