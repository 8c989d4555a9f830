/* Policies and the vocabulary of their conditions, as rows. */
#include <bina/policy.h>

#include <stdio.h>
#include <string.h>
#include <bina/codes.h>
#include <bina/rows.h>
#include "base/error.h"
#include "model/fact.h"
#include "model/columns.h"
#include "rules/shipped.h"
#include "store/sql.h"

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
    static const bina_column columns[] = {
        {"name", BINA_TEXT, NULL, "nama", "Name."},
        {"type", BINA_TEXT, NULL, "tipe", "Type."},
        {"words", BINA_TEXT, NULL, "daftar kode",
         "The code list of its words, or the coding it is in."},
        {"unit", BINA_TEXT, NULL, "satuan", "Unit."},
        {"compares", BINA_TEXT, NULL, "banding", "The comparisons it takes."},
        {"doc", BINA_TEXT, NULL, "arti (Inggris)", "What it is, in English."},
        {"keterangan", BINA_TEXT, NULL, "keterangan", "What it is, in Indonesian."},
    };
    bina_description *description =
        bina_columns_describe("policy_fact", "A fact that conditions may look at.", columns,
                              sizeof columns / sizeof *columns);
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

static const bina_column listing[] = {
    {"origin", BINA_TEXT, NULL, "asal", "Where it is from: shipped, office or programme."},
    {"policy", BINA_TEXT, NULL, "kebijakan", "The policy."},
    {"version", BINA_TEXT, NULL, "versi", "Its version."},
    {"programme", BINA_TEXT, NULL, "program", "The programme it is for; none: the office."},
    {"rule", BINA_TEXT, NULL, "aturan", "The rule."},
    {"fact", BINA_TEXT, NULL, "fakta", "What a condition looks at; none: a threshold."},
    {"compare", BINA_CODE, "policy_compare", "banding", "How it is compared."},
    {"value", BINA_TEXT, NULL, "nilai", "The threshold, or what the fact is held against."},
    {"unit", BINA_TEXT, NULL, "satuan", "Unit of a number."},
    {"valid_from", BINA_DATE, NULL, "berlaku sejak", "First day."},
    {"valid_to", BINA_DATE, NULL, "berlaku sampai", "Last day; none: in force."},
    {"regulation", BINA_TEXT, NULL, "dasar hukum", "The regulation."},
    {"message", BINA_TEXT, NULL, "arti (Inggris)", "What it means, in English."},
    {"pesan", BINA_TEXT, NULL, "arti", "What it means, in Indonesian."},
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
    bina_description *description = bina_columns_describe(
        "policy_listing", "A rule of a policy.", listing, sizeof listing / sizeof *listing);
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
