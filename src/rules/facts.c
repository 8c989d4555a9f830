/*
 * How each fact is found: a SELECT over the register with the record it is of as ?1, the day as ?2,
 * the year as ?3 and the grant at hand, which does not count as earlier help, as ?4.
 */
#include "rules/facts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "model/id.h"
#include "rules/size.h"

typedef enum owner { SUBJECT, PERSON, HOUSEHOLD, ENTERPRISE, AT_HAND } owner;

/* A dated field as it was on the day. */
#define ON_DAY(ALIAS, FIELD)                                                                       \
    "CASE WHEN EXISTS (SELECT 1 FROM dated_values WHERE record = " ALIAS ".id AND field = '" FIELD \
    "') THEN (SELECT value FROM dated_values WHERE record = " ALIAS ".id AND field = '" FIELD      \
    "' AND superseded IS NULL AND valid_from <= ?2 ORDER BY valid_from DESC LIMIT 1) ELSE " ALIAS  \
    "." FIELD " END"
#define OF_ENTERPRISE(FIELD) "SELECT " ON_DAY("e", FIELD) " FROM enterprises e WHERE e.id = ?1"
#define VALID(ALIAS)                                                                               \
    "coalesce(" ALIAS ".valid_from, '0001-01-01') <= ?2 AND coalesce(" ALIAS                       \
    ".valid_to, '9999-12-31') >= ?2"

#define GIVEN                                                                                      \
    " FROM grants g WHERE g.state IN ('partly_handed_over', 'handed_over', 'monitored', 'closed')" \
    " AND g.fiscal_year <= ?3 AND g.id <> ?4 AND "
#define TO_SUBJECT                                                                                 \
    "?1 IN (g.recipient__person, g.recipient__enterprise, g.recipient__group,"                     \
    " g.recipient__household)"
#define PEOPLE      "(SELECT id FROM persons WHERE household = ?1 OR id = ?1)"
#define ENTERPRISES "(SELECT enterprise FROM ownerships WHERE party__person IN " PEOPLE ")"
#define TO_HOUSEHOLD                                                                               \
    "(g.recipient__household = ?1 OR g.recipient__person IN " PEOPLE                               \
    " OR g.recipient__enterprise IN " ENTERPRISES ")"

/* Of the product at hand or of its maker; of the subject itself when it is no product. */
#define LICENSED(NATURES)                                                                          \
    "SELECT EXISTS (SELECT 1 FROM licences l WHERE (l.holder__product = ?1"                        \
    " OR l.holder__enterprise = ?1 OR l.holder__group = ?1 OR l.holder__person = ?1"               \
    " OR l.holder__enterprise = (SELECT maker__enterprise FROM products WHERE id = ?1)"            \
    " OR l.holder__group = (SELECT maker__group FROM products WHERE id = ?1))"                     \
    " AND +l.nature IN (" NATURES                                                                  \
    ") AND " ON_DAY("l", "state") " IS 'valid'"                                                    \
                                  " AND coalesce(l.issued, '0001-01-01') <= ?2 AND "               \
                                  "coalesce(l.expires, '9999-12-31') >= ?2)"

static const struct {
    const char *fact;
    owner about;
    const char *select; /* NULL: a field of the record at hand, named as the fact's last word */
} ways[] = {
    {"recipient.kind", SUBJECT, NULL},
    {"recipient.state", SUBJECT,
     "SELECT " ON_DAY("g", "state") " FROM \"groups\" g WHERE g.id = ?1 UNION ALL"
                                    " SELECT " ON_DAY(
                                        "e",
                                        "status") " FROM enterprises e WHERE e.id = ?1 UNION ALL"
                                                  " SELECT CASE WHEN p.died <= ?2 THEN 'dead' ELSE "
                                                  "'alive' END FROM persons p WHERE p.id = ?1"},
    {"recipient.members", SUBJECT,
     "SELECT count(*) FROM memberships m JOIN \"groups\" g ON g.id = m.member_of"
     " WHERE m.member_of = ?1 AND " VALID("m") " HAVING max(g.id) IS NOT NULL"},
    {"recipient.times_helped", SUBJECT, "SELECT count(*)" GIVEN TO_SUBJECT},
    {"recipient.years_since_help", SUBJECT, "SELECT ?3 - max(g.fiscal_year)" GIVEN TO_SUBJECT},
    {"region.under", SUBJECT,
     "SELECT " ON_DAY(
         "p", "region") " FROM persons p WHERE p.id = ?1 UNION ALL"
                        " SELECT " ON_DAY(
                            "e", "region") " FROM enterprises e WHERE e.id = ?1 UNION ALL"
                                           " SELECT region FROM \"groups\" WHERE id = ?1 UNION ALL"
                                           " SELECT region FROM households WHERE id = ?1 UNION ALL"
                                           " SELECT coalesce(" ON_DAY(
                                               "e", "region") ", g.region) FROM products r"
                                                              " LEFT JOIN enterprises e ON e.id = "
                                                              "r.maker__enterprise"
                                                              " LEFT JOIN \"groups\" g ON g.id = "
                                                              "r.maker__group WHERE r.id = ?1"},
    {"household.times_helped", HOUSEHOLD, "SELECT count(*)" GIVEN TO_HOUSEHOLD},
    {"household.helped_within_years", HOUSEHOLD,
     "SELECT ?3 - max(g.fiscal_year)" GIVEN TO_HOUSEHOLD},
    {"household.loans_running", HOUSEHOLD,
     "SELECT count(*) FROM loans l WHERE l.scheme = 'kur' AND l.id <> ?4"
     " AND l.state IN ('disbursed', 'restructured', 'overdue')"
     " AND (l.borrower__person IN " PEOPLE " OR l.borrower__enterprise IN " ENTERPRISES ")"},
    {"person.age", PERSON,
     "SELECT strftime('%Y', ?2) - strftime('%Y', born)"
     " - (strftime('%m-%d', ?2) < strftime('%m-%d', born)) FROM persons WHERE id = ?1"},
    {"person.sex", PERSON, "SELECT sex FROM persons WHERE id = ?1"},
    {"enterprise.age_months", ENTERPRISE,
     "SELECT (strftime('%Y', ?2) - strftime('%Y', d)) * 12 + strftime('%m', ?2)"
     " - strftime('%m', d) - (strftime('%d', ?2) < strftime('%d', d))"
     " FROM (SELECT coalesce(began, founded || '-12-31') AS d FROM enterprises WHERE id = ?1)"},
    {"enterprise.status", ENTERPRISE, OF_ENTERPRISE("status")},
    {"enterprise.scope", ENTERPRISE, "SELECT scope FROM enterprises WHERE id = ?1"},
    {"enterprise.activity", ENTERPRISE, "SELECT activity FROM enterprises WHERE id = ?1"},
    {"enterprise.nib", ENTERPRISE, "SELECT nib IS NOT NULL FROM enterprises WHERE id = ?1"},
    {"enterprise.sentra", ENTERPRISE,
     "SELECT " ON_DAY("e", "sentra") " IS NOT NULL FROM enterprises e WHERE e.id = ?1"},
    {"enterprise.workers", ENTERPRISE, OF_ENTERPRISE("workers")},
    {"enterprise.capital", ENTERPRISE, OF_ENTERPRISE("capital")},
    {"enterprise.sales", ENTERPRISE, OF_ENTERPRISE("sales")},
    {"enterprise.investment", ENTERPRISE, OF_ENTERPRISE("investment")},
    {"enterprise.size_class", ENTERPRISE, NULL},
    {"enterprise.size_class_old", ENTERPRISE, NULL},
    {"enterprise.size_class_industry", ENTERPRISE, NULL},
    {"enterprise.size_class_bps", ENTERPRISE, NULL},
    {"training.completed", SUBJECT,
     "SELECT count(*) FROM enrolments n WHERE n.state = 'completed' AND"
     " (?1 IN (n.participant__person, n.participant__enterprise, n.participant__group)"
     " OR n.participant__person IN (SELECT party__person FROM ownerships WHERE enterprise = ?1)"
     " OR n.participant__person IN (SELECT member__person FROM memberships WHERE member_of = ?1))"},
    {"product.food", SUBJECT,
     "SELECT coalesce(substr(coalesce(e.activity, g.activity), 1, 2) IN ('10', '11'), 1)"
     " FROM products r LEFT JOIN enterprises e ON e.id = r.maker__enterprise"
     " LEFT JOIN \"groups\" g ON g.id = r.maker__group WHERE r.id = ?1"},
    {"product.by_enterprise", SUBJECT,
     "SELECT maker__enterprise IS NOT NULL FROM products WHERE id = ?1"},
    {"product.gtin", SUBJECT, "SELECT gtin IS NOT NULL FROM products WHERE id = ?1"},
    {"product.brand", SUBJECT, "SELECT brand IS NOT NULL FROM products WHERE id = ?1"},
    {"product.shelf_life", SUBJECT, "SELECT shelf_life FROM products WHERE id = ?1"},
    {"product.price", SUBJECT, "SELECT " ON_DAY("p", "price") " FROM products p WHERE p.id = ?1"},
    {"licence.pirt.valid", SUBJECT, LICENSED("'pirt'")},
    {"licence.bpom_md.valid", SUBJECT, LICENSED("'bpom_md'")},
    {"licence.food.valid", SUBJECT, LICENSED("'pirt', 'bpom_md'")},
    {"licence.halal.valid", SUBJECT, LICENSED("'halal'")},
    {"licence.brand.valid", SUBJECT, LICENSED("'brand'")},
    {"licence.sni.valid", SUBJECT, LICENSED("'sni'")},
    {"grant.nature", AT_HAND, NULL},
    {"grant.requested", AT_HAND, NULL},
    {"loan.requested", AT_HAND, NULL},
    {"loan.access", AT_HAND, NULL},
};

static size_t
way_of(const bina_fact *fact)
{
    size_t i = 0;

    while (i < sizeof ways / sizeof *ways && strcmp(ways[i].fact, fact->name) != 0)
        i++;
    return i;
}

bool
bina_fact_has_way(const bina_fact *fact)
{
    return way_of(fact) < sizeof ways / sizeof *ways;
}

/* ---- whose fact it is ---- */

#define OWNED                                                                                      \
    " FROM ownerships o WHERE coalesce(o.valid_from, '0001-01-01') <= ?2"                          \
    " AND coalesce(o.valid_to, '9999-12-31') >= ?2 AND "

static bina_id
owner_of(bina_case *c, bina_id enterprise)
{
    return BINA_ASK(c,
                    "SELECT o.party__person" OWNED "o.enterprise = ?1 AND o.party__person NOT NULL"
                    " ORDER BY o.role <> 'owner', o.id LIMIT 1",
                    bina_int(enterprise), bina_integer_of(BINA_DATE, c->on));
}

/* The record of a sort that belongs to the subject; 0 when there is none. Whose household is not
 * known counts as one alone. */
static bina_id
related(bina_case *c, bina_id subject, owner about)
{
    int kind = bina_id_kind(subject);
    const bina_value on = bina_integer_of(BINA_DATE, c->on);
    bina_id household;

    if (about == SUBJECT || (about == PERSON && kind == BINA_PERSON) ||
        (about == HOUSEHOLD && kind == BINA_HOUSEHOLD) ||
        (about == ENTERPRISE && kind == BINA_ENTERPRISE))
        return subject;
    if (about == ENTERPRISE && kind == BINA_PRODUCT)
        return BINA_ASK(c, "SELECT maker__enterprise FROM products WHERE id = ?1",
                        bina_int(subject));
    if (about == ENTERPRISE && kind == BINA_PERSON)
        return BINA_ASK(c,
                        "SELECT o.enterprise" OWNED "o.party__person = ?1"
                        " ORDER BY o.role <> 'owner', o.id LIMIT 1",
                        bina_int(subject), on);
    if (kind == BINA_PRODUCT)
        subject = related(c, subject, ENTERPRISE);
    if (bina_id_kind(subject) == BINA_ENTERPRISE)
        subject = owner_of(c, subject);
    if (about == PERSON)
        return bina_id_kind(subject) == BINA_PERSON ? subject : 0;
    if (bina_id_kind(subject) != BINA_PERSON)
        return 0;
    household = BINA_ASK(c, "SELECT " ON_DAY("p", "household") " FROM persons p WHERE p.id = ?1",
                         bina_int(subject), on);
    return household != 0 ? household : subject;
}

/* ---- facts that are computed ---- */

static void
say(bina_fact_seen *look, const char *word)
{
    if (word == NULL)
        return;
    snprintf(look->text, sizeof look->text, "%s", word);
    look->value = bina_text(look->text);
}

/* The class by a rule for derived fields, over what was true on the day. */
static void
look_at_size(bina_case *c, const char *fact, bina_id enterprise, bina_fact_seen *look)
{
    static const struct {
        const char *select;
        int field;
    } inputs[] = {
        {OF_ENTERPRISE("workers"), BINA_ENTERPRISE_WORKERS},
        {OF_ENTERPRISE("investment"), BINA_ENTERPRISE_INVESTMENT},
        {OF_ENTERPRISE("capital"), BINA_ENTERPRISE_CAPITAL},
        {OF_ENTERPRISE("net_assets"), BINA_ENTERPRISE_NET_ASSETS},
        {OF_ENTERPRISE("sales"), BINA_ENTERPRISE_SALES},
    };
    bina_record *record = bina_record_new(BINA_ENTERPRISE);
    bina_value class = bina_null();
    char text[32];

    if (record == NULL) {
        c->status = bina_error_plain(c->access->error, BINA_ERR_NO_MEMORY);
        return;
    }
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
        bina_case_ask_text(c, inputs[i].select,
                           BINA_VALUES(bina_int(enterprise), bina_integer_of(BINA_DATE, c->on)),
                           text, sizeof text);
        if (text[0] != '\0')
            bina_set_int(record, inputs[i].field, strtoll(text, NULL, 10));
    }
    if (strcmp(fact, "enterprise.size_class") == 0)
        class = bina_size_class(record, c->on);
    else if (strcmp(fact, "enterprise.size_class_old") == 0)
        class = bina_size_class_old(record, c->on);
    else if (strcmp(fact, "enterprise.size_class_industry") == 0)
        class = bina_size_class_industry(record, c->on);
    else
        class = bina_size_class_bps(record, c->on);
    say(look, class.type != BINA_NULL ? class.as.text : NULL);
    bina_record_free(record);
}

/* A field of the grant or loan at hand. */
static void
look_at_hand(bina_case *c, const bina_fact *fact, bina_fact_seen *look)
{
    const char *dot = strchr(fact->name, '.');
    const char *kind =
        c->record != NULL ? bina_description_name(bina_record_description(c->record)) : "";
    bina_value value;

    if (strncmp(kind, fact->name, (size_t)(dot - fact->name)) != 0)
        return;
    value = bina_case_field(c, dot + 1);
    if (bina_type_held_as(value.type) == BINA_TEXT)
        say(look, value.as.text);
    else
        look->value = value;
}

/* How many values a SELECT of the table wants. */
static size_t
wanted(const char *select)
{
    size_t most = 0;

    for (const char *at = strchr(select, '?'); at != NULL; at = strchr(at + 1, '?'))
        if (at[1] > '0' && (size_t)(at[1] - '0') > most)
            most = (size_t)(at[1] - '0');
    return most;
}

/* The fiscal year spoken of: the grant's own, else that of the day. */
static int64_t
year_of(const bina_case *c)
{
    int year, month, day;

    if (c->record != NULL && bina_case_has(c, "fiscal_year"))
        return bina_case_int(c, "fiscal_year");
    bina_date_to_civil(c->on, &year, &month, &day);
    return year;
}

void
bina_fact_look(bina_case *c, const bina_fact *fact, bina_id subject, bina_fact_seen *look)
{
    size_t way = way_of(fact);
    bina_value values[4];
    bina_id id;

    look->value = bina_null();
    look->text[0] = '\0';
    if (way == sizeof ways / sizeof *ways)
        return;
    if (ways[way].about == AT_HAND) {
        look_at_hand(c, fact, look);
        return;
    }
    id = related(c, subject, ways[way].about);
    if (id == 0)
        return;
    if (ways[way].select == NULL && ways[way].about == ENTERPRISE) {
        look_at_size(c, fact->name, id, look);
        return;
    }
    if (ways[way].select == NULL) {
        say(look, bina_description_name(bina_kind_description(bina_id_kind(id))));
        return;
    }
    values[0] = bina_int(id);
    values[1] = bina_integer_of(BINA_DATE, c->on);
    values[2] = bina_int(year_of(c));
    values[3] = bina_int(c->id);
    bina_case_ask_text(c, ways[way].select, values, wanted(ways[way].select), look->text,
                       sizeof look->text);
    if (look->text[0] == '\0')
        return;
    if (bina_type_held_as(fact->type) == BINA_TEXT)
        look->value = bina_text(look->text);
    else
        look->value = bina_integer_of(fact->type, strtoll(look->text, NULL, 10));
}
