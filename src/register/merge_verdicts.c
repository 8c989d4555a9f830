/* What a merge, or its undoing, says of the rows of both sides. */
#include <stdlib.h>
#include <string.h>
#include "register/judgements.h"
#include "register/link.h"
#include "register/mention.h"
#include "register/merge.h"

/* The rows of one side, and which person each names. */
typedef struct side {
    bina_source_rows rows;
    bina_mention *mentions; /* of each row */
    size_t count;           /* of mentions read */
    bool *left_out;         /* of persons: rows that name somebody else */
} side;

static void
drop(side *self)
{
    for (size_t i = 0; i < self->count; i++)
        bina_mention_drop(&self->mentions[i]);
    free(self->mentions);
    free(self->left_out);
    bina_source_rows_drop(&self->rows);
}

static bina_status
load_rows(side *self, bina_store *store, const bina_family *of)
{
    bina_family all = {NULL, 0, 0};
    bina_status status = BINA_OK;

    for (size_t i = 0; status == BINA_OK && i < of->count; i++)
        status = bina_family_add(&all, of->ids[i]);
    if (status == BINA_OK && bina_id_kind(of->ids[0]) == BINA_PERSON)
        status = bina_family_owned(store, of, &all);
    if (status == BINA_OK)
        status = bina_source_rows_load(&self->rows, store, all.ids, all.count);
    free(all.ids);
    if (status != BINA_OK)
        return status;
    self->mentions = calloc(self->rows.count + 1, sizeof *self->mentions);
    self->left_out = calloc(self->rows.count + 1, sizeof *self->left_out);
    if (self->mentions == NULL || self->left_out == NULL)
        return BINA_ERR_NO_MEMORY;
    for (; self->count < self->rows.count; self->count++)
        if (!bina_mention_read(&self->mentions[self->count], &self->rows, self->count)) {
            bina_mention_drop(&self->mentions[self->count]);
            return BINA_ERR_NO_MEMORY;
        }
    return BINA_OK;
}

/* Of what persons own, only the rows that name them; all when none does. */
static bina_status
leave_out(side *self, bina_store *store, const bina_family *persons)
{
    size_t kept = 0;

    memset(self->left_out, true, self->rows.count);
    for (size_t p = 0; p < persons->count; p++) {
        bina_record *record = NULL;
        bina_mention person;
        bina_status status = bina_store_get(store, persons->ids[p], &record);
        if (status != BINA_OK)
            return status;
        if (!bina_mention_of_person(&person, record))
            status = BINA_ERR_NO_MEMORY;
        for (size_t i = 0; status == BINA_OK && i < self->rows.count; i++)
            if (self->left_out[i] && bina_mention_same_owner(&person, &self->mentions[i])) {
                self->left_out[i] = false;
                kept++;
            }
        bina_mention_drop(&person);
        bina_record_free(record);
        if (status != BINA_OK)
            return status;
    }
    if (kept == 0)
        memset(self->left_out, false, self->rows.count);
    return BINA_OK;
}

/* What was said of two rows before; an empty text when nothing was. */
static void
said_before(const bina_ledger *pairs, bina_id a, bina_id b, const char **verdict)
{
    bina_id least = a < b ? a : b, most = a < b ? b : a;
    size_t count;
    const bina_ledger_line *line = bina_ledger_find(pairs, least, &count);

    *verdict = NULL;
    for (size_t i = 0; i < count; i++)
        if (bina_record_int(line[i].record, BINA_PAIR_SECOND) == most)
            *verdict = bina_record_text(line[i].record, BINA_PAIR_VERDICT);
}

/* Whether registrants of both sides are tied to one person. */
static bina_status
share_owner(bina_store *store, const bina_family sides[2], bool *shared)
{
    bina_family owners[2] = {{NULL, 0, 0}, {NULL, 0, 0}};
    bina_status status = BINA_OK;

    *shared = false;
    for (int s = 0; s < 2 && status == BINA_OK; s++)
        status = bina_family_owners(store, &sides[s], &owners[s]);
    for (size_t i = 0; i < owners[0].count; i++)
        for (size_t k = 0; k < owners[1].count; k++)
            *shared = *shared || owners[0].ids[i] == owners[1].ids[k];
    free(owners[0].ids);
    free(owners[1].ids);
    return status;
}

bina_status
bina_merge_verdicts(bina_store *store, const bina_family sides[2], const char *verdict,
                    const char *reason, bool *said)
{
    bool persons = bina_id_kind(sides[0].ids[0]) == BINA_PERSON, shared = false;
    bool apart = strcmp(verdict, "different") == 0;
    side both[2];
    bina_judging judging = BINA_JUDGING_INIT;
    bina_ledger pairs = {0};
    bina_status status = BINA_OK;

    judging.reason = reason;
    judging.settles = true; /* whatever others said of the rows */
    *said = false;
    memset(both, 0, sizeof both);
    for (int s = 0; s < 2 && status == BINA_OK; s++) {
        status = load_rows(&both[s], store, &sides[s]);
        if (status == BINA_OK && persons)
            status = leave_out(&both[s], store, &sides[s]);
    }
    if (status == BINA_OK)
        status = bina_ledger_load(&pairs, store, bina_query_new(BINA_PAIR), BINA_PAIR_FIRST);
    if (status == BINA_OK && apart && !persons)
        status = share_owner(store, sides, &shared);
    for (size_t i = 0; status == BINA_OK && i < both[0].rows.count; i++)
        for (size_t k = 0; status == BINA_OK && k < both[1].rows.count; k++) {
            bina_id a = both[0].rows.rows[i].id, b = both[1].rows.rows[k].id;
            const char *before;
            if (a == b || both[0].left_out[i] || both[1].left_out[k])
                continue;
            said_before(&pairs, a, b, &before);
            if (apart && !persons && bina_verdict_sense(before) < 0)
                continue; /* what kept them apart before says more */
            judging.verdict = verdict;
            if (shared && bina_mention_same_owner(&both[0].mentions[i], &both[1].mentions[k]))
                judging.verdict = "same_owner";
            status = bina_judgement_write_rows(store, a, b, &judging, NULL);
            *said = true;
        }
    drop(&both[0]);
    drop(&both[1]);
    bina_ledger_drop(&pairs);
    return status;
}
