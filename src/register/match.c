/* Asking a matcher: the registrants that a typed record may be, and why. */
#include "model/columns.h"
#include "register/match.h"

#include <stdlib.h>
#include <string.h>
#include <bina/register.h>
#include <bina/rows.h>
#include "base/text.h"
#include "base/vector.h"
#include "register/evidence.h"
#include "register/link.h"
#include "register/result.h"
#include "register/trades.h"
#include "register/view.h"
#include "store/sql.h"

#define REASONS 400 /* bytes of what is told for and against a match */

void
bina_matcher_close(bina_matcher *self)
{
    if (self == NULL)
        return;
    bina_match_unload(self);
    bina_placer_free(self->placer);
    bina_record_free(self->view);
    bina_record_free(self->row);
    bina_description_free(self->columns);
    bina_mapping_free(self->mapping);
    bina_description_free(self->typed);
    if (self->store != NULL)
        bina_store_let_go(self->store);
    free(self);
}

const bina_error *
bina_matcher_error(const bina_matcher *self)
{
    return bina_store_error(self->store);
}

bina_status
bina_matcher_open(bina_store *store, bina_matcher **matcher)
{
    bina_matcher *self = calloc(1, sizeof *self);
    char home[16];
    bina_status status = BINA_ERR_NO_MEMORY;

    *matcher = NULL;
    if (self == NULL)
        return bina_error_plain(bina_store_complaint(store), status);
    self->store = store;
    bina_store_hold(store);
    self->placer = bina_placer_new(bina_place_of_office(bina_store_office(store), home));
    self->columns = bina_view_description();
    self->row = bina_record_new(BINA_SOURCE_RECORD);
    if (self->columns != NULL)
        self->view = bina_record_new_of(self->columns);
    if (self->placer == NULL || self->row == NULL || self->view == NULL)
        (void)bina_error_plain(bina_store_complaint(store), status);
    else
        status = bina_match_load(self);
    if (status != BINA_OK)
        bina_matcher_close(self);
    else
        *matcher = self;
    return status;
}

static bina_description *
describe(void)
{
    static const bina_column columns[] = {
        {"id", BINA_INT, NULL, "id", "The registrant, or a source record not reconciled yet."},
        {"number", BINA_TEXT, NULL, "nomor", "Its human number."},
        {"name", BINA_TEXT, NULL, "nama usaha", "The name of the business."},
        {"owner_name", BINA_TEXT, NULL, "nama pemilik", "The owner, as the likeliest row has it."},
        {"region", BINA_TEXT, NULL, "wilayah", "Region code, as the likeliest row has it."},
        {"probability", BINA_REAL, NULL, "peluang", "Probability that both are one."},
        {"weight", BINA_REAL, NULL, "bobot", "Log2 of the odds that both are one."},
        {"reason", BINA_TEXT, NULL, "alasan (Inggris)", "What speaks for and against."},
        {"alasan", BINA_TEXT, NULL, "alasan", "The same in Indonesian."},
    };

    return bina_columns_describe("match", "A registrant that a record may be.", columns,
                                 sizeof columns / sizeof columns[0]);
}

/* The evidence in words, the pieces that say something. */
static void
tell_reasons(bina_record *line, const char *evidence)
{
    for (int language = 0; language < 2; language++) {
        char told[REASONS] = "", label[64], words[160];
        const char *at = evidence;
        bina_evidence piece;
        size_t used = 0;
        while (bina_evidence_next(&at, &piece)) {
            size_t length;
            if (strcmp(piece.field, "prior") == 0 || !bina_evidence_counts(&piece))
                continue;
            bina_evidence_label(piece.field, (bina_language)language, label, sizeof label);
            bina_evidence_words(&piece, label, (bina_language)language, words, sizeof words);
            length = strlen(words);
            if (used + length + 3 > sizeof told)
                break;
            if (used > 0) {
                memcpy(told + used, "; ", 2);
                used += 2;
            }
            memcpy(told + used, words, length + 1);
            used += length;
        }
        bina_set_text(line, language == 0 ? BINA_MATCH_REASON : BINA_MATCH_ALASAN, told);
    }
}

static void
copy_text(bina_record *line, int slot, const bina_record *from, int from_slot)
{
    const char *text = from != NULL ? bina_record_text(from, from_slot) : NULL;

    if (text != NULL)
        bina_set_text(line, slot, text);
}

/* What a row says, and the registrant it is of. */
static bina_status
tell_row(bina_matcher *self, const bina_match_entry *entry, bina_id standing, bina_record *line)
{
    bina_record *row = NULL, *party = NULL;
    bool by_hand = bina_id_kind(entry->id) == BINA_ENTERPRISE;
    bina_status status = BINA_OK;

    bina_set_int(line, BINA_MATCH_ID, standing != 0 ? standing : entry->id);
    if (!by_hand)
        status = bina_store_get(self->store, entry->id, &row);
    if (status == BINA_OK && standing != 0)
        status = bina_store_get(self->store, standing, &party);
    if (status == BINA_OK && by_hand) {
        row = bina_record_new(BINA_SOURCE_RECORD);
        status =
            row != NULL ? bina_match_of_enterprise(self->store, party, row) : BINA_ERR_NO_MEMORY;
    }
    if (status == BINA_OK) {
        bool group = bina_id_kind(standing) == BINA_GROUP;
        copy_text(line, BINA_MATCH_NUMBER, party,
                  group ? BINA_GROUP_NUMBER : BINA_ENTERPRISE_NUMBER);
        if (party != NULL)
            copy_text(line, BINA_MATCH_NAME, party, group ? BINA_GROUP_NAME : BINA_ENTERPRISE_NAME);
        else
            copy_text(line, BINA_MATCH_NAME, row, BINA_SOURCE_RECORD_BUSINESS_NAME);
        copy_text(line, BINA_MATCH_OWNER, row, BINA_SOURCE_RECORD_OWNER_NAME);
        copy_text(line, BINA_MATCH_REGION, row, BINA_SOURCE_RECORD_REGION);
    }
    bina_record_free(row);
    bina_record_free(party);
    return status;
}

static bina_status
add_reasons(bina_matcher *self, const bina_match_entry *entry, bina_record *line)
{
    bina_cursor *reasons = NULL;
    char *evidence = NULL;
    bina_status status = bina_linkage_match_explain(
        self->linkage, NULL, self->view, self->lists[entry->list].name, entry->number, &reasons);

    if (status == BINA_OK)
        status = bina_evidence_read(reasons, &evidence);
    if (status == BINA_OK)
        tell_reasons(line, evidence != NULL ? evidence : "");
    bina_cursor_free(reasons);
    free(evidence);
    return status;
}

/* The entry of a match. */
static const bina_match_entry *
entry_of(const bina_matcher *self, const bina_record *match)
{
    const char *name = bina_record_text(match, BINA_LINKAGE_MATCH_LIST);
    size_t at = (size_t)bina_record_int(match, BINA_LINKAGE_MATCH_ROW) - 1;

    for (size_t i = 0; i < self->list_count; i++)
        if (strcmp(self->lists[i].name, name) == 0)
            return at < self->lists[i].count && self->lists[i].entry[at] != SIZE_MAX
                       ? &self->entries[self->lists[i].entry[at]]
                       : NULL;
    return NULL;
}

/* Registrants by their likeliest rows, each once. */
static bina_status
collect(bina_matcher *self, bina_cursor *matches, int64_t most, bina_rows *table, bina_record *line)
{
    bina_id *told = NULL;
    size_t count = 0, room = 0;
    const bina_record *match;
    bina_status status = BINA_OK;

    while (status == BINA_OK && (most <= 0 || count < (size_t)most) &&
           (status = bina_cursor_next(matches, &match)) == BINA_OK) {
        const bina_match_entry *entry = entry_of(self, match);
        bina_id standing = 0;
        size_t before = 0;
        if (entry == NULL)
            continue;
        if (entry->party != 0)
            status = bina_register_resolve(self->store, entry->party, &standing);
        for (; before < count; before++)
            if (told[before] == (standing != 0 ? standing : entry->id))
                break;
        if (status != BINA_OK || before < count)
            continue;
        if (!bina_vector_reserve(&told, &room, count + 1, sizeof *told)) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        told[count++] = standing != 0 ? standing : entry->id;
        bina_record_clear(line);
        bina_record_set(line, BINA_MATCH_PROBABILITY,
                        bina_record_get(match, BINA_LINKAGE_MATCH_PROBABILITY));
        bina_record_set(line, BINA_MATCH_WEIGHT, bina_record_get(match, BINA_LINKAGE_MATCH_WEIGHT));
        status = tell_row(self, entry, standing, line);
        if (status == BINA_OK)
            status = add_reasons(self, entry, line);
        if (status == BINA_OK)
            status = bina_rows_add(table, line);
    }
    free(told);
    return status == BINA_DONE ? BINA_OK : status;
}

bina_status
bina_matcher_match(bina_matcher *self, const bina_record *typed, int64_t most, bina_cursor **cursor)
{
    bina_description *description = describe();
    bina_rows *table = description != NULL ? bina_rows_new(description) : NULL;
    bina_record *line = description != NULL ? bina_record_new_of(description) : NULL;
    bina_error *error = bina_store_complaint(self->store);
    bina_cursor *matches = NULL;
    bina_status status = table != NULL && line != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    *cursor = NULL;
    if (status == BINA_OK && typed == NULL)
        status = bina_error_plain(error, BINA_ERR_USAGE);
    if (status == BINA_OK)
        status = bina_match_follow(self);
    if (status == BINA_OK)
        status = bina_match_understand(self, typed);
    if (status == BINA_OK && self->linkage != NULL) {
        bina_match_view(self, self->row);
        status = bina_linkage_match(self->linkage, NULL, self->view, 0, &matches);
        if (status == BINA_OK)
            status = collect(self, matches, most, table, line);
        if (status != BINA_OK && bina_error_status(bina_linkage_error(self->linkage)) == status)
            bina_error_copy(error, bina_linkage_error(self->linkage));
    }
    if (status == BINA_OK) {
        *cursor = bina_rows_to_cursor(table);
        table = NULL;
        status = *cursor != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    }
    if (status == BINA_ERR_NO_MEMORY)
        (void)bina_error_plain(error, status);
    bina_cursor_free(matches);
    bina_rows_free(table);
    bina_record_free(line);
    bina_description_free(description);
    return status;
}

bina_status
bina_match(bina_store *store, const bina_record *typed, int64_t most, bina_cursor **cursor)
{
    bina_matcher *matcher = NULL;
    bina_status status = bina_matcher_open(store, &matcher);

    *cursor = NULL;
    if (status == BINA_OK)
        status = bina_matcher_match(matcher, typed, most, cursor);
    bina_matcher_close(matcher);
    return status;
}
