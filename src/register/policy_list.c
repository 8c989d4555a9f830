/* Policies and the vocabulary of their conditions, as rows. */
#include <bina/policy.h>

#include <stdio.h>
#include <string.h>
#include <bina/codes.h>
#include <bina/rows.h>
#include "base/error.h"
#include "model/fact.h"
#include "model/field.h"
#include "rules/shipped.h"
#include "store/sql.h"

typedef struct column {
    const char *name, *label, *doc;
    bina_type type;
} column;

static bina_description *
describe(const char *name, const char *doc, const column *columns, size_t count)
{
    bina_description *self = bina_description_new(name, doc);

    for (size_t i = 0; self != NULL && i < count; i++)
        if (bina_description_add_field(self, columns[i].name, columns[i].type,
                                       columns[i].type == BINA_CODE ? "policy_compare" : NULL,
                                       columns[i].doc, 0) < 0 ||
            bina_description_label_field(self, columns[i].label) != BINA_OK) {
            bina_description_free(self);
            self = NULL;
        }
    return self;
}

/* Hands the rows over as a cursor, or fails as `status` says. */
static bina_status
give(bina_status status, bina_rows *rows, bina_error *error, bina_cursor **cursor)
{
    *cursor = NULL;
    if (status == BINA_OK) {
        *cursor = bina_rows_to_cursor(rows);
        return *cursor != NULL ? BINA_OK : bina_error_plain(error, BINA_ERR_NO_MEMORY);
    }
    bina_rows_free(rows);
    return status == BINA_ERR_NO_MEMORY ? bina_error_plain(error, status) : status;
}

/* ---- facts ---- */

static void
name_compares(const bina_fact *fact, char *names, size_t size)
{
    const char *word;

    names[0] = '\0';
    for (int n = 0; (word = bina_codes_word("policy_compare", n)) != NULL; n++)
        if (bina_fact_takes(fact, word) && strlen(names) + strlen(word) + 3 < size)
            strcat(strcat(names, names[0] != '\0' ? ", " : ""), word);
}

bina_status
bina_policy_facts(bina_error *error, bina_cursor **cursor)
{
    static const column columns[] = {
        {"name", "nama", "Name.", BINA_TEXT},
        {"type", "tipe", "Type.", BINA_TEXT},
        {"words", "daftar kode", "The code list of its words, or the coding it is in.", BINA_TEXT},
        {"unit", "satuan", "Unit.", BINA_TEXT},
        {"compares", "banding", "The comparisons it takes.", BINA_TEXT},
        {"doc", "arti (Inggris)", "What it is, in English.", BINA_TEXT},
        {"keterangan", "keterangan", "What it is, in Indonesian.", BINA_TEXT},
    };
    bina_description *description = describe("policy_fact", "A fact that conditions may look at.",
                                             columns, sizeof columns / sizeof *columns);
    bina_rows *rows = description != NULL ? bina_rows_new(description) : NULL;
    bina_record *row = rows != NULL ? bina_record_new_of(description) : NULL;
    bina_status status = row != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    const bina_fact *fact;
    char names[160];

    for (int n = 0; status == BINA_OK && (fact = bina_fact_at(n)) != NULL; n++) {
        bina_record_clear(row);
        bina_set_text(row, BINA_FACT_NAME, fact->name);
        bina_set_text(row, BINA_FACT_TYPE, bina_type_name(fact->type));
        bina_set_text(row, BINA_FACT_WORDS, fact->format);
        bina_set_text(row, BINA_FACT_UNIT, fact->unit);
        name_compares(fact, names, sizeof names);
        bina_set_text(row, BINA_FACT_COMPARES, names);
        bina_set_text(row, BINA_FACT_DOC, fact->doc[0]);
        bina_set_text(row, BINA_FACT_KETERANGAN, fact->doc[1]);
        status = bina_rows_add(rows, row);
    }
    bina_record_free(row);
    bina_description_free(description);
    return give(status, rows, error, cursor);
}

/* ---- the list ---- */

static const column listing[] = {
    {"origin", "asal", "Where it is from: shipped, office or programme.", BINA_TEXT},
    {"policy", "kebijakan", "The policy.", BINA_TEXT},
    {"version", "versi", "Its version.", BINA_TEXT},
    {"programme", "program", "The programme it is for; none: the office.", BINA_TEXT},
    {"rule", "aturan", "The rule.", BINA_TEXT},
    {"fact", "fakta", "What a condition looks at; none: a threshold.", BINA_TEXT},
    {"compare", "banding", "How it is compared.", BINA_CODE},
    {"value", "nilai", "The threshold, or what the fact is held against.", BINA_TEXT},
    {"unit", "satuan", "Unit of a number.", BINA_TEXT},
    {"valid_from", "berlaku sejak", "First day.", BINA_DATE},
    {"valid_to", "berlaku sampai", "Last day; none: in force.", BINA_DATE},
    {"regulation", "dasar hukum", "The regulation.", BINA_TEXT},
    {"message", "arti (Inggris)", "What it means, in English.", BINA_TEXT},
    {"pesan", "arti", "What it means, in Indonesian.", BINA_TEXT},
};

static bina_status
list_stored(bina_store *store, int64_t day, const bina_description *columns, bina_rows *rows)
{
    static const char select[] =
        "SELECT iif(p.programme IS NULL, 'office', 'programme'), p.name, p.version, g.name, r.rule,"
        " r.fact, coalesce(r.compare, 'threshold'), r.value, r.unit,"
        " coalesce(r.valid_from, p.valid_from) AS first, coalesce(r.valid_to, p.valid_to) AS last,"
        " coalesce(r.regulation, p.regulation), r.message, r.pesan"
        " FROM policies p JOIN policy_rules r ON r.policy = p.id"
        " LEFT JOIN programmes g ON g.id = p.programme"
        " WHERE ?1 IS NULL OR (coalesce(first, '0001-01-01') <= ?1"
        " AND coalesce(last, '9999-12-31') >= ?1)"
        " ORDER BY p.programme IS NOT NULL, g.name, p.name, p.valid_from, p.id, r.number, r.id";
    const bina_value on = day != 0 ? bina_integer_of(BINA_DATE, day) : bina_null();
    const bina_sql sql = {.text = select, .values = &on, .count = 1, .known_at = -1};
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = bina_sql_list(store, columns, &sql, &cursor);

    while (status == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK)
        status = bina_rows_add(rows, record);
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

static bina_status
list_shipped(int64_t day, bina_rows *rows, bina_record *row)
{
    const bina_shipped_policy *policy;
    bina_status status = BINA_OK;
    char number[24];

    for (size_t n = 0; (policy = bina_shipped_at(n)) != NULL; n++) {
        if (day != 0 && (day < policy->from || (policy->to != 0 && day > policy->to)))
            continue;
        for (size_t i = 0; status == BINA_OK && i < policy->count; i++) {
            const bina_shipped_rule *rule = &policy->rules[i];
            snprintf(number, sizeof number, "%lld", (long long)rule->number);
            bina_record_clear(row);
            bina_set_text(row, BINA_POLICIES_ORIGIN, "shipped");
            bina_set_text(row, BINA_POLICIES_POLICY, policy->name);
            bina_set_text(row, BINA_POLICIES_VERSION, policy->version);
            bina_set_text(row, BINA_POLICIES_RULE, rule->rule);
            bina_set_text(row, BINA_POLICIES_FACT, rule->fact);
            bina_set_text(row, BINA_POLICIES_COMPARE, rule->fact ? rule->compare : "threshold");
            bina_set_text(row, BINA_POLICIES_VALUE, rule->fact ? rule->value : number);
            bina_set_text(row, BINA_POLICIES_UNIT, rule->unit);
            bina_set_int(row, BINA_POLICIES_VALID_FROM, policy->from);
            if (policy->to != 0)
                bina_set_int(row, BINA_POLICIES_VALID_TO, policy->to);
            bina_set_text(row, BINA_POLICIES_REGULATION,
                          rule->regulation ? rule->regulation : policy->regulation);
            bina_set_text(row, BINA_POLICIES_MESSAGE, rule->says[0]);
            bina_set_text(row, BINA_POLICIES_PESAN, rule->says[1]);
            status = bina_rows_add(rows, row);
        }
    }
    return status;
}

bina_status
bina_policy_list(bina_store *store, int64_t day, bina_error *error, bina_cursor **cursor)
{
    bina_description *description = describe("policy_listing", "A rule of a policy.", listing,
                                             sizeof listing / sizeof *listing);
    bina_rows *rows = description != NULL ? bina_rows_new(description) : NULL;
    bina_record *row = rows != NULL ? bina_record_new_of(description) : NULL;
    bina_status status = row != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    if (status == BINA_OK && store != NULL)
        status = list_stored(store, day, description, rows);
    if (status != BINA_OK && status != BINA_ERR_NO_MEMORY && error != NULL)
        bina_error_copy(error, bina_store_error(store));
    if (status == BINA_OK)
        status = list_shipped(day, rows, row);
    bina_record_free(row);
    bina_description_free(description);
    return give(status, rows, error, cursor);
}
