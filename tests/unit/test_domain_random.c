/*
 * Random work on a whole office: records of every kind that has rules are added, changed, moved on,
 * removed and undone in any order, well and badly. Protects what no sequence may break: funds are
 * never overspent, seats never oversold, chains balance, histories go forward, a refusal changes
 * nothing, and the log tells everything. BINA_SEED and BINA_OPERATIONS try more.
 */
#include "test_store.h"

#include <sqlite3.h>
#include "model/id.h"
#include "rules/lifecycle.h"

#define MOST_RECORDS 4096

static struct {
    bina_store *store;
    sqlite3 *db; /* a connection of its own, to look with other eyes */
    bina_id ids[MOST_RECORDS];
    int count;
    uint64_t random;
    int64_t day;
} office;

/* Kinds with or around rules, more often those on which more depends. */
static const int kinds[] = {
    BINA_PERSON,         BINA_GROUP,      BINA_ENTERPRISE,   BINA_FUND,       BINA_COMMITMENT,
    BINA_COMMITMENT,     BINA_PROGRAMME,  BINA_BATCH,        BINA_LESSON,     BINA_ENROLMENT,
    BINA_ENROLMENT,      BINA_ENROLMENT,  BINA_ENROLMENT,    BINA_ATTENDANCE, BINA_CERTIFICATE,
    BINA_ASSIGNMENT,     BINA_GRANT,      BINA_GRANT_ITEM,   BINA_HANDOVER,   BINA_HANDOVER,
    BINA_RECEIPT,        BINA_ASSET,      BINA_CUSTODY,      BINA_SURVEY,     BINA_INSPECTION,
    BINA_REPAIR,         BINA_VISIT,      BINA_ACTION,       BINA_OUTCOME,    BINA_MATERIAL_ISSUE,
    BINA_OUTPUT_RECEIPT, BINA_BUY_BACK,   BINA_DISTRIBUTION, BINA_PRODUCT,    BINA_LICENCE,
    BINA_OUTLET,         BINA_AGREEMENT,  BINA_CURATION,     BINA_LISTING,    BINA_PLACEMENT,
    BINA_SALE,           BINA_SETTLEMENT, BINA_LEAD,         BINA_LOAN,       BINA_PERIOD,
    BINA_OBSERVATION,    BINA_MEMBERSHIP, BINA_ORGANISATION, BINA_TOPIC,      BINA_INTEREST,
};

static uint32_t
draw(uint32_t below)
{
    office.random = office.random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(office.random >> 33) % below;
}

static int64_t
clock_of_office(void *data)
{
    (void)data;
    return office.day * 86400000 + 43200000;
}

/* ---- random records ---- */

/* A stored record of one of the kinds a field may name; 0 when there is none. */
static bina_id
draw_target(const bina_field *field)
{
    for (int tries = 0; tries < 60 && office.count > 0; tries++) {
        bina_id id = office.ids[draw((uint32_t)office.count)];
        if (bina_field_refers_to(field, bina_id_kind(id)))
            return id;
    }
    for (int i = 0; i < office.count; i++)
        if (bina_field_refers_to(field, bina_id_kind(office.ids[i])))
            return office.ids[i];
    return 0;
}

static void
draw_code(bina_record *record, int slot, const char *list)
{
    int words = 0;

    while (bina_codes_word(list, words) != NULL)
        words++;
    if (words > 0)
        bina_set_text(record, slot, bina_codes_word(list, (int)draw((uint32_t)words)));
}

static void
draw_text(bina_record *record, int slot, const char *format)
{
    char text[32];

    if (format == NULL) /* few words, so that things of one name meet */
        snprintf(text, sizeof text, "contoh %u", (unsigned)draw(6));
    else if (strcmp(format, "region") == 0)
        snprintf(text, sizeof text, "52.03.05.200%u", 1 + (unsigned)draw(8));
    else if (strcmp(format, "kbli") == 0)
        snprintf(text, sizeof text, "%s", draw(2) ? "13122" : "31001");
    else
        return;
    bina_set_text(record, slot, text);
}

static void
draw_value(bina_record *record, int slot)
{
    const bina_field *field = bina_description_field(bina_record_description(record), slot);
    int64_t least = 0, greatest = 0, number = draw(40);
    bina_id target;

    if (bina_field_range(field, &least, &greatest) && (number < least || number > greatest))
        number = least + draw(30);
    switch (bina_field_type(field)) {
    case BINA_REF:
        target = draw_target(field);
        if (target != 0)
            bina_set_int(record, slot, target);
        break;
    case BINA_CODE:
        draw_code(record, slot, bina_field_format(field));
        break;
    case BINA_TEXT:
        draw_text(record, slot, bina_field_format(field));
        break;
    case BINA_DATE:
        bina_set_int(record, slot, office.day - 10 + (int64_t)draw(20));
        break;
    case BINA_MONEY:
        bina_set_int(record, slot, (int64_t)draw(50) * 1000000);
        break;
    case BINA_REAL:
        bina_set_real(record, slot, (double)least);
        break;
    case BINA_BOOL:
        bina_set_int(record, slot, draw(2));
        break;
    default:
        bina_set_int(record, slot, number);
        break;
    }
}

static bina_record *
draw_record(int kind)
{
    const bina_description *description = bina_kind_description(kind);
    bina_record *record = bina_record_new(kind);

    for (int slot = 2; slot < bina_description_count(description); slot++) {
        unsigned flags = bina_field_flags(bina_description_field(description, slot));
        if ((flags & (BINA_FIELD_STORE_SET | BINA_FIELD_DERIVED)) != 0 ||
            strcmp(bina_field_name(bina_description_field(description, slot)), "merged_into") == 0)
            continue;
        if ((flags & BINA_FIELD_LIFECYCLE) != 0 && draw(5) > 0)
            continue; /* mostly the usual way in */
        if ((flags & BINA_FIELD_REQUIRED) != 0 || draw(3) > 0)
            draw_value(record, slot);
    }
    return record;
}

/* ---- random operations ---- */

static bina_status
add_one(void)
{
    bina_record *record = draw_record(kinds[draw((uint32_t)(sizeof kinds / sizeof *kinds))]);
    bina_id id = 0;
    bina_status status = bina_store_add(office.store, record, &id);

    if (status == BINA_OK && office.count < MOST_RECORDS)
        office.ids[office.count++] = id;
    bina_record_free(record);
    return status;
}

static bina_status
change_one(void)
{
    bina_id id = office.ids[draw((uint32_t)office.count)];
    bina_record *record = bina_record_new(bina_id_kind(id));
    int count = bina_description_count(bina_record_description(record));
    bina_status status;

    for (int n = 0; n < 2; n++) {
        int slot = 2 + (int)draw((uint32_t)count - 2);
        const bina_field *field = bina_description_field(bina_record_description(record), slot);
        if ((bina_field_flags(field) & (BINA_FIELD_STORE_SET | BINA_FIELD_DERIVED)) == 0 &&
            strcmp(bina_field_name(field), "merged_into") != 0)
            draw_value(record, slot);
    }
    bina_set_int(record, 0, id);
    status = bina_store_update(office.store, record);
    bina_record_free(record);
    return status;
}

static bina_status
remove_one(void)
{
    return bina_store_remove(office.store, office.ids[draw((uint32_t)office.count)]);
}

static bina_status
undo_one(void)
{
    int64_t last = 0;

    ck_assert_int_eq(bina_store_last_commit(office.store, &last), BINA_OK);
    return last > 8 ? bina_store_undo(office.store, last - draw(3), "coba") : BINA_OK;
}

/* A paper of the sort a step asks for, about the record; 0 when none can be. */
static bina_id
draw_paper(bina_id subject, const char *nature)
{
    bina_record *paper = bina_record_new(BINA_DOCUMENT);
    bina_id id = 0;
    char number[32];

    snprintf(number, sizeof number, "%u/2021", (unsigned)draw(1000000));
    bina_set_int(paper, BINA_DOCUMENT_SUBJECT, subject);
    bina_set_text(paper, BINA_DOCUMENT_NATURE, nature);
    bina_set_text(paper, BINA_DOCUMENT_NUMBER, number);
    if (bina_store_add(office.store, paper, &id) != BINA_OK)
        id = 0;
    bina_record_free(paper);
    return id;
}

/* The values a step may take, by chance. */
static bina_record *
draw_values(int kind, const char *sets)
{
    bina_record *values = bina_record_new(kind);
    char name[64];
    size_t length;

    for (; sets != NULL && *(sets += strspn(sets, " !")) != '\0'; sets += length) {
        int slot;
        length = strcspn(sets, " ");
        snprintf(name, sizeof name, "%.*s", (int)length, sets);
        slot = bina_description_find(bina_record_description(values), name);
        if (slot >= 0 && draw(8) > 0)
            draw_value(values, slot);
    }
    return values;
}

static bina_status
advance_one(void)
{
    bina_advance_options options = BINA_ADVANCE_OPTIONS_INIT;
    const bina_transition *step, *chosen = NULL;
    const bina_lifecycle *lifecycle;
    bina_record *record = NULL, *values = NULL;
    bina_status status;
    bina_id id = 0;
    const char *state;
    int leaving = 0;

    for (int tries = 0; tries < 40; tries++) {
        id = office.ids[draw((uint32_t)office.count)];
        lifecycle = bina_lifecycle_find(bina_id_kind(id));
        if (lifecycle != NULL && lifecycle->state != NULL)
            break;
    }
    lifecycle = bina_lifecycle_find(bina_id_kind(id));
    if (lifecycle == NULL || lifecycle->state == NULL ||
        bina_store_get(office.store, id, &record) != BINA_OK)
        return BINA_OK;
    state = bina_record_text(
        record, bina_description_find(bina_record_description(record), lifecycle->state));
    for (step = lifecycle->transitions; step->verb != NULL; step++)
        if ((bina_transition_leaves(step, state != NULL ? state : "") || draw(12) == 0) &&
            draw((uint32_t)++leaving) == 0)
            chosen = step;
    bina_record_free(record);
    if (chosen == NULL)
        return BINA_OK;
    options.on = draw(6) > 0 ? office.day : office.day - 5 + (int64_t)draw(8);
    if (chosen->reason && draw(8) > 0)
        options.reason = bina_codes_word("step_reason", (int)draw(10));
    if (chosen->paper != NULL && draw(8) > 0)
        options.paper = draw_paper(id, chosen->paper);
    values = draw_values(bina_id_kind(id), chosen->sets);
    options.values = values;
    status = bina_advance(office.store, id, chosen->verb, &options);
    bina_record_free(values);
    return status;
}

static bina_status
take_due(void)
{
    bina_cursor *cursor = NULL;
    bina_status status = bina_advance_due(office.store, 0, false, &cursor);

    bina_cursor_free(cursor);
    return status;
}

static bina_status
operate(void)
{
    uint32_t what = draw(100);

    if (office.count < 20 || what < 38)
        return add_one();
    if (what < 80)
        return advance_one();
    if (what < 90)
        return change_one();
    if (what < 94)
        return remove_one();
    return what < 98 ? undo_one() : take_due();
}

/* ---- what must hold ---- */

static int64_t
look(const char *select)
{
    sqlite3_stmt *statement;
    int64_t found;

    ck_assert_msg(sqlite3_prepare_v2(office.db, select, -1, &statement, NULL) == SQLITE_OK,
                  "%s: %s", select, sqlite3_errmsg(office.db));
    ck_assert_int_eq(sqlite3_step(statement), SQLITE_ROW);
    found = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return found;
}

static const struct {
    const char *what, *breaches;
} invariants[] = {
    {"no fund is overspent",
     "SELECT count(*) FROM funds AS f WHERE ceiling < (SELECT coalesce(sum(amount), 0)"
     " FROM commitments WHERE fund = f.id AND state IN ('committed', 'spent'))"},
    {"no seat is sold twice",
     "SELECT count(*) FROM batches AS b WHERE seats < (SELECT count(*) FROM enrolments"
     " WHERE batch = b.id AND state IN ('enrolled', 'active', 'completed', 'below_threshold'))"},
    {"nothing is handed over that was not granted",
     "SELECT count(*) FROM grant_items AS i WHERE quantity < (SELECT coalesce(sum(quantity), 0)"
     " FROM handovers WHERE item = i.id)"},
    {"no more is bought than was accepted",
     "SELECT count(*) FROM output_receipts AS r WHERE accepted <"
     " (SELECT coalesce(sum(quantity), 0) FROM buy_backs WHERE receipt = r.id)"},
    {"no more is given away than was bought",
     "SELECT count(*) FROM (SELECT programme, product, sum(quantity) AS given FROM distributions"
     "  GROUP BY programme, product) AS d WHERE given > (SELECT coalesce(sum(b.quantity), 0)"
     "  FROM buy_backs AS b JOIN output_receipts AS r ON r.id = b.receipt"
     "  JOIN material_issues AS m ON m.id = r.issue"
     "  WHERE m.programme = d.programme AND m.product = d.product)"},
    {"no more is paid than was owed",
     "SELECT count(*) FROM sales AS s WHERE coalesce(amount, 0) < (SELECT coalesce(sum(amount), 0)"
     " FROM settlements WHERE sale = s.id)"},
    {"a tool has one keeper at a time",
     "SELECT count(*) FROM (SELECT asset FROM custodies WHERE valid_to IS NULL GROUP BY asset"
     " HAVING count(*) > 1)"},
    {"who sits in a batch, sits in one that is held",
     "SELECT count(*) FROM enrolments AS e JOIN batches AS b ON b.id = e.batch"
     " WHERE e.state IN ('enrolled', 'active') AND b.state IN ('planned', 'cancelled')"
     "   AND e.evidence IS NULL AND b.evidence IS NULL"},
    {"a batch is open in a programme that works",
     "SELECT count(*) FROM batches AS b JOIN programmes AS p ON p.id = b.programme"
     " WHERE b.state IN ('open', 'running') AND p.state IN ('draft', 'closed', 'cancelled')"
     "   AND b.evidence IS NULL AND p.evidence IS NULL"},
    {"what stands on a shelf is listed, in a shop that is open",
     "SELECT count(*) FROM placements AS p JOIN listings AS l ON l.id = p.listing"
     " LEFT JOIN outlets AS o ON o.id = p.outlet WHERE p.state = 'on_shelf'"
     "   AND (l.state <> 'listed' OR o.state = 'closed')"
     "   AND p.evidence IS NULL AND l.evidence IS NULL"},
    {"no record begins after its first step",
     "SELECT count(*) FROM (SELECT subject, min(taken) AS first FROM steps GROUP BY subject) AS s"
     " JOIN (SELECT id, began FROM enrolments UNION ALL SELECT id, began FROM grants"
     "       UNION ALL SELECT id, began FROM visits UNION ALL SELECT id, began FROM loans) AS r"
     "   ON r.id = s.subject WHERE r.began > s.first"},
    {"histories go forward",
     "SELECT count(*) FROM (SELECT subject, taken, lag(taken) OVER (PARTITION BY subject"
     " ORDER BY id) AS earlier FROM steps) WHERE taken < earlier"},
    {"every step leaves the state the last one entered",
     "SELECT count(*) FROM (SELECT \"left\", lag(entered) OVER (PARTITION BY subject ORDER BY id)"
     " AS last FROM steps WHERE (subject >> 28 & 127) NOT IN (12, 19, 30)) /* loose ones */"
     " WHERE last IS NOT NULL AND last IS NOT \"left\""},
};

static void
check_invariants(uint64_t seed, int operation)
{
    for (size_t i = 0; i < sizeof invariants / sizeof *invariants; i++)
        ck_assert_msg(look(invariants[i].breaches) == 0, "seed %llu, operation %d: not so that %s",
                      (unsigned long long)seed, operation, invariants[i].what);
}

/* The state a record has is the one its last step entered. */
static void
check_states(uint64_t seed)
{
    const bina_lifecycle *lifecycle;
    char select[512];

    for (int n = 0; (lifecycle = bina_lifecycle_at(n)) != NULL; n++) {
        if (lifecycle->state == NULL || lifecycle->loose)
            continue;
        snprintf(select, sizeof select,
                 "SELECT count(*) FROM \"%s\" AS r WHERE \"%s\" IS NOT (SELECT entered FROM steps"
                 " WHERE subject = r.id ORDER BY id DESC LIMIT 1)"
                 " AND EXISTS (SELECT 1 FROM steps WHERE subject = r.id)",
                 bina_description_plural(bina_kind_description(lifecycle->kind)), lifecycle->state);
        ck_assert_msg(look(select) == 0, "seed %llu: a %s is not in the state it entered",
                      (unsigned long long)seed,
                      bina_description_name(bina_kind_description(lifecycle->kind)));
    }
}

static void
check_log(uint64_t seed)
{
    const bina_record *fault;
    bina_cursor *cursor;

    ck_ok(office.store, bina_store_verify(office.store, &cursor));
    if (bina_cursor_next(cursor, &fault) == BINA_OK)
        ck_abort_msg("seed %llu: %s", (unsigned long long)seed,
                     bina_record_text(fault, BINA_VERIFY_MESSAGE));
    bina_cursor_free(cursor);
}

static void
live(uint64_t seed, int operations)
{
    bina_store_options options = BINA_STORE_OPTIONS_INIT;
    int done = 0, refused = 0;

    memset(&office, 0, sizeof office);
    office.random = seed * UINT64_C(2862933555777941757) + 3037000493u;
    office.day = 18628; /* 2021-01-01 */
    options.clock_function = clock_of_office;
    options.actor = "Petugas Contoh";
    options.store_number = 7;
    ck_ok(office.store, bina_store_open(test_path, &options, &office.store));
    ck_assert_int_eq(sqlite3_open_v2(test_path, &office.db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    for (int n = 0; n < operations; n++) {
        int64_t before = 0, after = 0, papers = 0;
        bina_status status;
        ck_ok(office.store, bina_store_last_commit(office.store, &before));
        papers = look("SELECT count(*) FROM documents");
        status = operate();
        ck_ok(office.store, bina_store_last_commit(office.store, &after));
        ck_assert_msg(
            status != BINA_ERR_CORRUPT && status != BINA_ERR_IO && status != BINA_ERR_NO_MEMORY,
            "seed %llu, operation %d: %s", (unsigned long long)seed, n, test_message(office.store));
        if (status != BINA_OK) /* but for a paper that was made for the step */
            ck_assert_msg(after - before == look("SELECT count(*) FROM documents") - papers,
                          "seed %llu, operation %d: a refusal changed something",
                          (unsigned long long)seed, n);
        ck_assert_int_eq(bina_store_depth(office.store), 0);
        done += status == BINA_OK;
        refused += status == BINA_ERR_REFUSED;
        if (n % 10 == 0)
            check_invariants(seed, n);
        if (draw(4) == 0)
            office.day += draw(3);
    }
    check_invariants(seed, operations);
    check_states(seed);
    check_log(seed);
    /* Both must happen often, or nothing is proved. */
    ck_assert_msg(done > operations / 5 && refused > operations / 20,
                  "seed %llu: %d done and %d refused of %d", (unsigned long long)seed, done,
                  refused, operations);
    sqlite3_close(office.db);
    bina_store_close(office.store);
}

START_TEST(nothing_breaks_what_must_hold)
{
    const char *seed = getenv("BINA_SEED"), *operations = getenv("BINA_OPERATIONS");

    live(seed != NULL ? strtoull(seed, NULL, 10) : (uint64_t)(unsigned)_i,
         operations != NULL ? atoi(operations) : 600);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("random");
    TCase *tests = tcase_create("random");

    tcase_add_checked_fixture(tests, test_begin, test_end);
    tcase_set_timeout(tests, 120);
    tcase_add_loop_test(tests, nothing_breaks_what_must_hold, 1, 7);
    suite_add_tcase(suite, tests);
    return test_run(suite);
}
