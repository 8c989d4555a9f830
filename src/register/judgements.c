/* What people said of a pair, and the rule by which it becomes the pair's verdict. */
#include "register/judgements.h"
#include <stdlib.h>
#include <string.h>
#include "base/error.h"
#include "base/text.h"
#include "store/sql.h"

static const char *
verdict_of(const bina_record *judgement)
{
    return bina_record_text(judgement, BINA_JUDGEMENT_VERDICT);
}

static bool
is_voice(const bina_record *judgement)
{
    return strcmp(verdict_of(judgement), "cannot_tell") != 0;
}

static bool
is_later(const bina_record *a, const bina_record *b)
{
    int64_t x = bina_record_int(a, BINA_JUDGEMENT_DECIDED);
    int64_t y = bina_record_int(b, BINA_JUDGEMENT_DECIDED);

    return x > y || (x == y && bina_record_id(a) > bina_record_id(b));
}

/* The latest judgement given to settle; NULL when there is none. */
static const bina_record *
settlement_of(const bina_ledger_line *judgements, size_t count)
{
    const bina_record *found = NULL;

    for (size_t i = 0; i < count; i++)
        if (bina_record_int(judgements[i].record, BINA_JUDGEMENT_SETTLES) != 0 &&
            (found == NULL || is_later(judgements[i].record, found)))
            found = judgements[i].record;
    return found;
}

static size_t
voices_for(const bina_ledger_line *judgements, size_t count, const char *verdict)
{
    size_t voices = 0;

    for (size_t i = 0; i < count; i++)
        voices += strcmp(verdict_of(judgements[i].record), verdict) == 0;
    return voices;
}

/* The verdict most people gave; NULL when as many gave another, or nobody gave any. */
static const char *
majority_of(const bina_ledger_line *judgements, size_t count, bool *tie)
{
    const char *best = NULL;
    size_t most = 0;

    *tie = false;
    for (size_t i = 0; i < count; i++) {
        const char *verdict = verdict_of(judgements[i].record);
        size_t voices;
        if (!is_voice(judgements[i].record))
            continue;
        voices = voices_for(judgements, count, verdict);
        if (voices > most) {
            most = voices;
            best = verdict;
            *tie = false;
        } else if (voices == most && strcmp(verdict, best) != 0) {
            *tie = true;
        }
    }
    return *tie ? NULL : best;
}

void
bina_judgements_weigh(const bina_ledger_line *judgements, size_t count, bina_outcome *outcome)
{
    const bina_record *settlement = settlement_of(judgements, count), *latest = NULL;

    memset(outcome, 0, sizeof *outcome);
    if (settlement != NULL)
        outcome->verdict = verdict_of(settlement);
    else
        outcome->verdict = majority_of(judgements, count, &outcome->disputed);
    if (outcome->verdict == NULL && !outcome->disputed && count > 0)
        outcome->verdict = "cannot_tell";
    for (size_t i = 0; outcome->verdict != NULL && i < count; i++) {
        const bina_record *judgement = judgements[i].record;
        if (strcmp(verdict_of(judgement), outcome->verdict) == 0 &&
            (latest == NULL || is_later(judgement, latest)))
            latest = judgement;
    }
    if (settlement != NULL)
        latest = settlement;
    if (latest != NULL) {
        outcome->reason = bina_record_text(latest, BINA_JUDGEMENT_REASON);
        outcome->subject = bina_record_int(latest, BINA_JUDGEMENT_SUBJECT);
    }
}

/* Everybody who said what came out, "Sri; Budi"; NULL when memory is out. */
static char *
names_of(const bina_ledger_line *judgements, size_t count, const char *verdict)
{
    size_t length = 1, used = 0;
    char *names;

    for (size_t i = 0; i < count; i++)
        length += strlen(bina_record_text(judgements[i].record, BINA_JUDGEMENT_REVIEWER)) + 2;
    names = calloc(length, 1);
    for (size_t i = 0; names != NULL && i < count; i++) {
        const char *name = bina_record_text(judgements[i].record, BINA_JUDGEMENT_REVIEWER);
        if (strcmp(verdict_of(judgements[i].record), verdict) != 0 ||
            strcmp(name, BINA_NOBODY) == 0)
            continue;
        if (used > 0) {
            memcpy(names + used, "; ", 2);
            used += 2;
        }
        memcpy(names + used, name, strlen(name));
        used += strlen(name);
    }
    return names;
}

static bina_status
load(bina_store *store, bina_id pair, bina_ledger *judgements)
{
    bina_query *query = bina_query_new(BINA_JUDGEMENT);

    if (query != NULL)
        bina_query_where_int(query, BINA_JUDGEMENT_PAIR, BINA_EQ, pair);
    return bina_ledger_load(judgements, store, query, BINA_JUDGEMENT_PAIR);
}

static void
set_ref_or_null(bina_record *record, int field, bina_id id)
{
    if (id != 0)
        bina_set_int(record, field, id);
    else
        bina_set_null(record, field);
}

/* Writes what the judgements of a pair come to into the pair. */
static bina_status
write_outcome(bina_store *store, bina_id pair)
{
    bina_record *record = bina_record_new(BINA_PAIR);
    bina_ledger judgements = {0};
    bina_outcome outcome;
    char *names = NULL;
    bina_status status = record != NULL ? load(store, pair, &judgements) : BINA_ERR_NO_MEMORY;

    if (status == BINA_OK) {
        bina_judgements_weigh(judgements.lines, judgements.count, &outcome);
        if (outcome.verdict != NULL) {
            names = names_of(judgements.lines, judgements.count, outcome.verdict);
            status = names != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
        }
    }
    if (status == BINA_OK) {
        bina_set_int(record, BINA_PAIR_ID, pair);
        bina_set_text(record, BINA_PAIR_VERDICT, outcome.verdict);
        bina_set_text(record, BINA_PAIR_DECIDED_BY,
                      names != NULL && names[0] != '\0' ? names : NULL);
        bina_set_text(record, BINA_PAIR_REASON, outcome.reason);
        set_ref_or_null(record, BINA_PAIR_SUBJECT, outcome.subject);
        if (outcome.verdict != NULL)
            bina_set_int(record, BINA_PAIR_DECIDED_ON, bina_store_today(store));
        else
            bina_set_null(record, BINA_PAIR_DECIDED_ON);
        bina_set_int(record, BINA_PAIR_JUDGEMENTS, (int64_t)judgements.count);
        bina_set_int(record, BINA_PAIR_DISPUTED, outcome.disputed);
        status = bina_store_update(store, record);
    }
    bina_ledger_drop(&judgements);
    bina_record_free(record);
    free(names);
    return status;
}

static bina_status
add(bina_store *store, bina_id pair, const bina_judging *judging, bina_id known, int64_t decided)
{
    bina_record *record = bina_record_new(BINA_JUDGEMENT);
    bina_status status = BINA_ERR_NO_MEMORY;

    if (record == NULL)
        return status;
    bina_set_text(record, BINA_JUDGEMENT_VERDICT, judging->verdict);
    bina_set_int(record, BINA_JUDGEMENT_DECIDED, decided);
    bina_set_text(record, BINA_JUDGEMENT_REASON, judging->reason);
    bina_set_int(record, BINA_JUDGEMENT_SETTLES, judging->settles);
    set_ref_or_null(record, BINA_JUDGEMENT_SUBJECT, judging->subject);
    if (known != 0) {
        bina_set_int(record, BINA_JUDGEMENT_ID, known);
        status = bina_store_update(store, record);
    } else {
        bina_set_int(record, BINA_JUDGEMENT_PAIR, pair);
        bina_set_text(record, BINA_JUDGEMENT_REVIEWER, judging->reviewer);
        status = bina_store_add(store, record, NULL);
    }
    bina_record_free(record);
    return status;
}

/* A pair decided before judgements were kept: what it says becomes the first of them. */
static bina_status
adopt(bina_store *store, const bina_record *pair)
{
    bina_judging judging = BINA_JUDGING_INIT;

    judging.verdict = bina_record_text(pair, BINA_PAIR_VERDICT);
    judging.reason = bina_record_text(pair, BINA_PAIR_REASON);
    judging.reviewer = bina_record_text(pair, BINA_PAIR_DECIDED_BY);
    if (judging.reviewer == NULL)
        judging.reviewer = BINA_NOBODY;
    return add(store, bina_record_id(pair), &judging, 0,
               bina_record_int(pair, BINA_PAIR_DECIDED_ON) * INT64_C(86400000));
}

static bool
says_the_same(const bina_record *judgement, const bina_judging *judging)
{
    const char *reason = bina_record_text(judgement, BINA_JUDGEMENT_REASON);

    return strcmp(verdict_of(judgement), judging->verdict) == 0 &&
           (bina_record_int(judgement, BINA_JUDGEMENT_SETTLES) != 0) == judging->settles &&
           bina_record_int(judgement, BINA_JUDGEMENT_SUBJECT) == judging->subject &&
           (reason == NULL) == (judging->reason == NULL) &&
           (reason == NULL || strcmp(reason, judging->reason) == 0);
}

static void
keep_settlement(const bina_record *judgement, bina_judging *given)
{
    if (bina_record_int(judgement, BINA_JUDGEMENT_SETTLES) == 0)
        return;
    given->settles = true;
    if (given->reason == NULL && strcmp(verdict_of(judgement), given->verdict) == 0)
        given->reason = bina_record_text(judgement, BINA_JUDGEMENT_REASON);
}

static bina_status
write_judgement(bina_store *store, bina_id pair, const bina_judging *judging, bool keeps,
                bool *changed)
{
    bina_judging given = *judging;
    bina_ledger judgements = {0};
    bina_record *record = NULL;
    bina_id known = 0;
    bool same = false;
    bina_status status = bina_store_get(store, pair, &record);

    if (given.reviewer == NULL || given.reviewer[0] == '\0')
        given.reviewer = bina_store_actor(store);
    if (given.reviewer == NULL)
        given.reviewer = BINA_NOBODY;
    if (given.reason != NULL && given.reason[0] == '\0')
        given.reason = NULL;
    if (strcmp(given.verdict, "member_of") != 0 && strcmp(given.verdict, "successor_of") != 0)
        given.subject = 0;
    if (status == BINA_OK && given.subject != 0 &&
        given.subject != bina_record_int(record, BINA_PAIR_FIRST) &&
        given.subject != bina_record_int(record, BINA_PAIR_SECOND))
        status = bina_error_set(bina_store_complaint(store), BINA_ERR_INVALID,
                                "the member or successor must be one of the two rows",
                                "anggota atau penerus harus salah satu dari kedua baris");
    if (status == BINA_OK)
        status = load(store, pair, &judgements);
    if (status == BINA_OK && judgements.count == 0 &&
        bina_record_text(record, BINA_PAIR_VERDICT) != NULL) {
        status = adopt(store, record);
        if (status == BINA_OK)
            status = load(store, pair, &judgements);
    }
    for (size_t i = 0; i < judgements.count; i++) {
        const bina_record *judgement = judgements.lines[i].record;
        if (bina_text_equal_nocase(bina_record_text(judgement, BINA_JUDGEMENT_REVIEWER),
                                   given.reviewer)) {
            known = bina_record_id(judgement);
            if (keeps)
                keep_settlement(judgement, &given);
            same = says_the_same(judgement, &given);
        }
    }
    if (status == BINA_OK && !same) {
        status = add(store, pair, &given, known, bina_store_now(store));
        if (status == BINA_OK)
            status = write_outcome(store, pair);
        if (changed != NULL)
            *changed = true;
    }
    bina_ledger_drop(&judgements);
    bina_record_free(record);
    return status;
}

bina_status
bina_judgement_write(bina_store *store, bina_id pair, const bina_judging *judging, bool *changed)
{
    return write_judgement(store, pair, judging, false, changed);
}

bina_status
bina_judgement_import(bina_store *store, bina_id pair, const bina_judging *judging, bool *changed)
{
    return write_judgement(store, pair, judging, true, changed);
}

static bina_status
find_pair(bina_store *store, bina_id first, bina_id second, bina_id *pair)
{
    bina_query *query = bina_query_new(BINA_PAIR);
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = BINA_ERR_NO_MEMORY;

    *pair = 0;
    if (query != NULL) {
        bina_query_where_int(query, BINA_PAIR_FIRST, BINA_EQ, first);
        bina_query_where_int(query, BINA_PAIR_SECOND, BINA_EQ, second);
        status = bina_store_list(store, query, &cursor);
    }
    if (status == BINA_OK)
        status = bina_cursor_next(cursor, &record);
    if (status == BINA_OK)
        *pair = bina_record_id(record);
    bina_cursor_free(cursor);
    bina_query_free(query);
    return status == BINA_DONE ? BINA_OK : status;
}

bina_status
bina_judgement_write_rows(bina_store *store, bina_id first, bina_id second,
                          const bina_judging *judging, bool *changed)
{
    bina_id least = first < second ? first : second, most = first < second ? second : first;
    bina_record *record = NULL;
    bina_id pair = 0;
    bina_status status = find_pair(store, least, most, &pair);

    if (status == BINA_OK && pair == 0) {
        record = bina_record_new(BINA_PAIR);
        status = BINA_ERR_NO_MEMORY;
        if (record != NULL) {
            bina_set_int(record, BINA_PAIR_FIRST, least);
            bina_set_int(record, BINA_PAIR_SECOND, most);
            status = bina_store_add(store, record, &pair);
        }
        bina_record_free(record);
    }
    return status == BINA_OK ? bina_judgement_write(store, pair, judging, changed) : status;
}
