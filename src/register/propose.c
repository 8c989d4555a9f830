/* Proposing who takes part in a batch: candidates by points, judged by policy, with the reasons. */
#include <bina/programme.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/query.h>
#include <bina/reference.h>
#include "base/error.h"
#include "base/options.h"
#include "base/vector.h"
#include "register/nominate.h"
#include "rules/facts.h"
#include "rules/policy.h"
#include "store/sql.h"

/* Enrolments of the candidate, by the columns that have an index. */
#define OF_PARTY                                                                                   \
    "(e.participant__person = party OR e.participant__enterprise = party"                          \
    " OR e.participant__group = party)"

/*
 * ?1 batch, ?2 topic, ?3 the topic's KBLI class, ?4 its commodity, ?5 the one kind of party the
 * programme helps, or null. What names a merged record counts for the one it was merged into.
 */
static const char candidates_sql[] =
    "WITH makers(id) AS (SELECT id FROM enterprises WHERE activity >= ?3 AND activity < ?3 || ':'"
    "   UNION SELECT id FROM \"groups\" WHERE activity >= ?3 AND activity < ?3 || ':'"
    "   UNION SELECT maker FROM products WHERE commodity = ?4),"
    " signs(party, here, waits, strength, makes, day) AS ("
    "   SELECT participant, 1, NULL, 0, 0, coalesce(applied, began) FROM enrolments"
    "     WHERE batch = ?1 AND +state IN ('applied', 'waitlisted')"
    "   UNION ALL SELECT e.participant, 0, b.number, 0, 0, coalesce(e.applied, e.began)"
    "     FROM batches AS b JOIN enrolments AS e ON e.batch = b.id"
    "     WHERE b.topic = ?2 AND b.id <> ?1 AND (+e.state = 'waitlisted'"
    "       OR (+e.state = 'applied' AND b.state IN ('completed', 'cancelled')))"
    "   UNION ALL SELECT party, 0, NULL, coalesce(strength, 1), 0, stated FROM interests"
    "     WHERE topic = ?2"
    "   UNION ALL SELECT id, 0, NULL, 0, 1, NULL FROM makers"
    "   UNION ALL SELECT o.party, 0, NULL, 0, 1, NULL FROM makers"
    "     JOIN ownerships AS o ON o.enterprise = makers.id WHERE o.valid_to IS NULL"
    "   UNION ALL SELECT m.member, 0, NULL, 0, 1, NULL FROM makers"
    "     JOIN memberships AS m ON m.member_of = makers.id WHERE m.valid_to IS NULL),"
    " one AS (SELECT coalesce(p.merged_into, e.merged_into, g.merged_into, signs.party) AS party,"
    "     max(here) AS here, max(waits) AS waits, max(strength) AS strength,"
    "     max(makes) AS makes, min(day) AS day FROM signs"
    "     LEFT JOIN persons AS p ON p.id = signs.party"
    "     LEFT JOIN enterprises AS e ON e.id = signs.party"
    "     LEFT JOIN \"groups\" AS g ON g.id = signs.party GROUP BY 1),"
    " able AS (SELECT one.*, coalesce(p.region, e.region, g.region) AS region FROM one"
    "   LEFT JOIN persons AS p ON p.id = party AND p.merged_into IS NULL AND p.died IS NULL"
    "   LEFT JOIN enterprises AS e ON e.id = party AND e.merged_into IS NULL"
    "     AND coalesce(e.status, '') NOT IN ('closed', 'moved_away')"
    "   LEFT JOIN \"groups\" AS g ON g.id = party AND g.merged_into IS NULL"
    "     AND coalesce(g.state, '') NOT IN ('merged', 'dissolved')"
    "   WHERE coalesce(p.id, e.id, g.id) IS NOT NULL"
    "     AND (?5 IS NULL OR (party >> 28) & 127 = ?5))"
    "SELECT party, here, waits, strength, makes, day, region,"
    "  coalesce((SELECT max(coalesce(o.strength, 3)) FROM potentials AS o WHERE o.commodity = ?4"
    "    AND (substr(o.region, 1, length(able.region)) = able.region"
    "      OR substr(able.region, 1, length(o.region)) = o.region)), 0) AS potential,"
    "  EXISTS (SELECT 1 FROM enrolments AS e WHERE " OF_PARTY " AND e.batch <> ?1"
    "    AND +e.state IN ('active', 'completed', 'below_threshold')) AS before"
    " FROM able"
    " WHERE NOT EXISTS (SELECT 1 FROM enrolments AS e WHERE e.participant = party"
    "    AND e.batch = ?1 AND +e.state NOT IN ('applied', 'waitlisted'))"
    "  AND NOT EXISTS (SELECT 1 FROM enrolments AS e JOIN batches AS b ON b.id = e.batch"
    "    WHERE " OF_PARTY " AND b.topic = ?2"
    "      AND +e.state IN ('enrolled', 'active', 'completed'))"
    /* An owner comes for the enterprise, unless the enterprise applied itself. */
    "  AND (?5 IS NOT NULL OR here = 1 OR NOT EXISTS (SELECT 1 FROM ownerships AS o"
    "    JOIN able AS owner ON owner.party = o.party"
    "    WHERE o.enterprise = able.party AND o.valid_to IS NULL))"
    " ORDER BY 40 * (here = 1 OR waits IS NOT NULL) + 6 * strength + 10 * makes"
    "   + 2 * potential + 10 * (NOT before) DESC, coalesce(day, '9999'), party";

/* Everything a proposal is made of. */
typedef struct proposing {
    bina_store *store;
    bina_record *batch, *programme;
    char region[32], activity[16];
    bina_id commodity;
    struct span {
        char least[24], past[24];
    } * spans;
    size_t span_count, span_room;
    bina_case its;
    bina_policy_conditions conditions;
    int64_t seats;
} proposing;

static bina_status
refuse_ended(const proposing *p, const char *state)
{
    return bina_error_set(bina_store_complaint(p->store), BINA_ERR_USAGE,
                          "the batch is %s; participants are proposed for one that is to come",
                          "angkatan berkeadaan %s; peserta diusulkan untuk angkatan yang akan "
                          "datang",
                          state);
}

/* Reads the batch, its programme and its topic. */
static bina_status
read_batch(proposing *p, bina_id id)
{
    bina_error *error = bina_store_complaint(p->store);
    bina_record *topic = NULL;
    bina_status status;
    const char *text;

    if (bina_id_kind(id) != BINA_BATCH)
        return bina_error_set(error, BINA_ERR_USAGE, "participants are proposed for a batch",
                              "peserta diusulkan untuk suatu angkatan");
    status = bina_store_get(p->store, id, &p->batch);
    if (status != BINA_OK)
        return status;
    text = bina_record_text(p->batch, BINA_BATCH_STATE);
    if (text != NULL && (strcmp(text, "completed") == 0 || strcmp(text, "cancelled") == 0))
        return refuse_ended(p, text);
    status =
        bina_store_get(p->store, bina_record_int(p->batch, BINA_BATCH_PROGRAMME), &p->programme);
    if (status != BINA_OK)
        return status;
    text = bina_record_text(p->batch, BINA_BATCH_REGION);
    if (text == NULL)
        text = bina_record_text(p->programme, BINA_PROGRAMME_REGION);
    snprintf(p->region, sizeof p->region, "%s", text != NULL ? text : "");
    if (bina_record_int(p->batch, BINA_BATCH_TOPIC) == 0)
        return BINA_OK;
    status = bina_store_get(p->store, bina_record_int(p->batch, BINA_BATCH_TOPIC), &topic);
    if (status == BINA_OK) {
        text = bina_record_text(topic, BINA_TOPIC_ACTIVITY);
        snprintf(p->activity, sizeof p->activity, "%s", text != NULL ? text : "");
        p->commodity = bina_record_int(topic, BINA_TOPIC_COMMODITY);
    }
    bina_record_free(topic);
    return status;
}

/* The codes of every edition under the batch's region. */
static bina_status
read_region(proposing *p)
{
    bina_cursor *ranges = NULL;
    const bina_record *range;
    bina_status status;

    if (p->region[0] == '\0')
        return BINA_OK;
    status = bina_region_under(p->region, 0, &ranges);
    while (status == BINA_OK && (status = bina_cursor_next(ranges, &range)) == BINA_OK) {
        if (!bina_vector_reserve(&p->spans, &p->span_room, p->span_count + 1, sizeof *p->spans)) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        snprintf(p->spans[p->span_count].least, 24, "%s", bina_record_text(range, 0));
        snprintf(p->spans[p->span_count].past, 24, "%s", bina_record_text(range, 1));
        p->span_count++;
    }
    bina_cursor_free(ranges);
    return status == BINA_DONE ? BINA_OK : bina_error_plain(bina_store_complaint(p->store), status);
}

static bool
in_region(const proposing *p, const char *code)
{
    for (size_t i = 0; code != NULL && i < p->span_count; i++)
        if (strcmp(code, p->spans[i].least) >= 0 && strcmp(code, p->spans[i].past) < 0)
            return true;
    return p->region[0] == '\0';
}

/* The seats nobody has. */
static bina_status
count_seats(proposing *p, int64_t asked)
{
    static const char taken_sql[] =
        "SELECT count(*) FROM enrolments WHERE batch = ?1 AND +state IN"
        " ('enrolled', 'active', 'completed', 'below_threshold', 'no_show')";
    const bina_value batch = bina_int(bina_record_id(p->batch));
    int64_t taken = 0;
    bina_status status = BINA_OK;

    p->seats = asked;
    if (asked > 0)
        return BINA_OK;
    status = bina_sql_integer(p->store, taken_sql, &batch, 1, &taken);
    p->seats = bina_record_int(p->batch, BINA_BATCH_SEATS) - taken;
    return status;
}

/* Whether the policy lets the candidate in. */
static bool
eligible(proposing *p, bina_id party)
{
    bina_fact_seen look;

    for (size_t i = 0; i < p->conditions.count && p->its.status == BINA_OK; i++)
        if (bina_condition_judge(&p->its, &p->conditions.list[i], party, &look) == BINA_NOT_MET)
            return false;
    return p->its.status == BINA_OK;
}

static const bina_column columns[BINA_CANDIDATE_COLUMNS] = {
    {"party", .type = BINA_INT},    {"here", .type = BINA_INT},      {"waits", .type = BINA_INT},
    {"strength", .type = BINA_INT}, {"makes", .type = BINA_INT},     {"day", .type = BINA_DATE},
    {"region", .type = BINA_TEXT},  {"potential", .type = BINA_INT}, {"before", .type = BINA_INT},
};

/* The one kind of party the programme helps; null: several. */
static bina_value
helped_kind(const proposing *p)
{
    const char *word = bina_record_text(p->programme, BINA_PROGRAMME_BENEFICIARY);

    if (word == NULL || strcmp(word, "any") == 0)
        return bina_null();
    return bina_int(strcmp(word, "group") == 0        ? BINA_GROUP
                    : strcmp(word, "enterprise") == 0 ? BINA_ENTERPRISE
                                                      : BINA_PERSON);
}

static bina_status
list_candidates(proposing *p, bina_cursor **cursor)
{
    bina_id topic = bina_record_int(p->batch, BINA_BATCH_TOPIC);
    const bina_value values[] = {
        bina_int(bina_record_id(p->batch)), topic != 0 ? bina_int(topic) : bina_null(),
        p->activity[0] != '\0' ? bina_text(p->activity) : bina_null(),
        p->commodity != 0 ? bina_int(p->commodity) : bina_null(), helped_kind(p)};
    const bina_sql select = {.text = candidates_sql,
                             .values = values,
                             .count = sizeof values / sizeof *values,
                             .known_at = -1};

    return bina_sql_select(p->store, columns, BINA_CANDIDATE_COLUMNS, &select, cursor);
}

static bina_status
nominate_all(proposing *p)
{
    bina_cursor *cursor = NULL;
    const bina_record *candidate;
    int64_t rank = 0;
    bina_status status = list_candidates(p, &cursor);

    while (status == BINA_OK && rank < p->seats &&
           (status = bina_cursor_next(cursor, &candidate)) == BINA_OK)
        if (in_region(p, bina_record_text(candidate, BINA_CANDIDATE_REGION)) &&
            eligible(p, bina_record_int(candidate, BINA_CANDIDATE_PARTY)))
            status = bina_nominate(p->store, bina_record_id(p->batch), candidate, ++rank);
    if (status == BINA_OK)
        status = p->its.status;
    if (status == BINA_DONE)
        status = BINA_OK;
    if (status != BINA_OK && cursor != NULL &&
        bina_error_status(bina_cursor_error(cursor)) != BINA_OK)
        bina_error_copy(bina_store_complaint(p->store), bina_cursor_error(cursor));
    bina_cursor_free(cursor);
    return status;
}

static bina_status
list_nominations(bina_store *store, bina_id batch, bina_cursor **cursor)
{
    bina_query *query = bina_query_new(BINA_NOMINATION);
    bina_status status;

    if (query == NULL)
        return bina_error_plain(bina_store_complaint(store), BINA_ERR_NO_MEMORY);
    bina_query_where_int(query, BINA_NOMINATION_BATCH, BINA_EQ, batch);
    bina_query_order(query, BINA_NOMINATION_RANK, false);
    status = bina_store_list(store, query, cursor);
    bina_query_free(query);
    return status;
}

static bina_status
propose(proposing *p, bina_id batch, int64_t seats)
{
    bina_status status = read_batch(p, batch);

    if (status == BINA_OK)
        status = read_region(p);
    if (status == BINA_OK)
        status = count_seats(p, seats);
    if (status == BINA_OK)
        status = bina_store_begin(p->store, "propose");
    if (status != BINA_OK)
        return status;
    p->its = (bina_case){.access = bina_store_access(p->store),
                         .on = bina_store_today(p->store),
                         .today = bina_store_today(p->store)};
    if (p->its.access == NULL)
        status = bina_error_status(bina_store_complaint(p->store));
    else if (!bina_policy_conditions_find(&p->its, "eligibility", bina_record_id(p->programme),
                                          &p->conditions))
        status = p->its.status;
    if (status == BINA_OK)
        status = bina_nominations_forget(p->store, bina_record_id(p->batch));
    if (status == BINA_OK)
        status = nominate_all(p);
    if (status == BINA_OK)
        return bina_store_commit(p->store);
    {
        bina_error said;
        bina_error_copy(&said, bina_store_complaint(p->store));
        (void)bina_store_rollback(p->store);
        bina_error_copy(bina_store_complaint(p->store), &said);
    }
    return status;
}

bina_status
bina_batch_propose(bina_store *store, bina_id batch, const bina_propose_options *options,
                   bina_cursor **cursor)
{
    bina_propose_options given = BINA_PROPOSE_OPTIONS_INIT;
    proposing p = {.store = store};
    bina_status status;

    if (cursor != NULL)
        *cursor = NULL;
    bina_error_clear(bina_store_complaint(store));
    if (!bina_options_take(&given, sizeof given, options) || given.seats < 0)
        return bina_error_plain(bina_store_complaint(store), BINA_ERR_USAGE);
    status = propose(&p, batch, given.seats);
    bina_record_free(p.batch);
    bina_record_free(p.programme);
    bina_policy_conditions_free(&p.conditions);
    free(p.spans);
    if (status == BINA_OK && cursor != NULL)
        status = list_nominations(store, batch, cursor);
    return status;
}
