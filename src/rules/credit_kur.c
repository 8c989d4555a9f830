/* The conditions of KUR, subsidised credit, by the rules of the day (policies/credit.def). */
#include "rules/credit_kur.h"

#include <stdio.h>
#include <string.h>
#include "rules/lifecycle.h"
#include "rules/policy.h"

static bool
is_kur(const bina_case *c)
{
    const char *scheme = bina_case_text(c, "scheme");

    return scheme != NULL && strcmp(scheme, "kur") == 0;
}

/* What the bank gave, or, before it decided, what was asked for. */
static int64_t
amount_of(const bina_case *c)
{
    return bina_case_int(c, bina_case_has(c, "approved") ? "approved" : "requested");
}

/* A loan that is out of the bank's hands, or never was in them, holds no rule any more. */
static bool
is_over(const bina_case *c)
{
    static const char *const over[] = {"lapsed", "rejected", "withdrawn", "repaid", "written_off"};
    const char *state = bina_case_text(c, "state");

    for (size_t i = 0; state != NULL && i < sizeof over / sizeof *over; i++)
        if (strcmp(state, over[i]) == 0)
            return true;
    return false;
}

/*
 * The day whose rules count: that of the referral, the approval or the contract, whichever came
 * last. Rules that changed afterwards do not undo a loan.
 */
static int64_t
day_of_rules(bina_case *c)
{
    static const char last[] = "SELECT " BINA_DAY_OF(
        "max(valid_from)") " FROM dated_values"
                           " WHERE record = ?1 AND field = 'state' AND superseded IS NULL"
                           " AND valid_from > '0001-01-01' AND value IN ('approved', 'disbursed')";
    const char *to = c->transition != NULL ? c->transition->to : NULL;
    int64_t day;

    if (to != NULL && (strcmp(to, "referred") == 0 || strcmp(to, "approved") == 0 ||
                       strcmp(to, "disbursed") == 0))
        return c->on;
    day = c->id != 0 ? BINA_ASK(c, last, bina_int(c->id)) : 0;
    if (day == 0 && bina_case_has(c, "disbursed_on"))
        day = bina_case_int(c, "disbursed_on");
    if (day == 0 && bina_case_has(c, "began"))
        day = bina_case_int(c, "began");
    return day != 0 ? day : c->on;
}

static int64_t
threshold(bina_case *c, const char *class, const char *what, bina_policy_source *source)
{
    char rule[64];

    snprintf(rule, sizeof rule, "kur.%s.%s", class, what);
    return bina_policy_number(c, rule, 0, source);
}

/* KUR must be of a class, and the amount within the class as it was on the day. */
void
bina_kur_class_fits(bina_case *c)
{
    const char *class = bina_case_text(c, "kur_class");
    int64_t on = c->on, amount = amount_of(c), least, most;
    bina_policy_source from, to;

    if (!is_kur(c) || class == NULL || is_over(c))
        return;
    c->on = day_of_rules(c);
    most = threshold(c, class, "ceiling", &to);
    least = threshold(c, class, "above", &from);
    c->on = on;
    if (most != BINA_POLICY_NONE && amount > most) {
        bina_case_refuse(c, "loan.ceiling",
                         "KUR of the class \"%s\" is at most %lld rupiah, not %lld (%s); take a "
                         "higher class or a smaller amount",
                         "KUR golongan \"%s\" paling banyak %lld rupiah, bukan %lld (%s); pilih "
                         "golongan lebih tinggi atau jumlah lebih kecil",
                         class, (long long)most, (long long)amount, to.regulation);
        bina_case_saw(c, "amount", bina_int(amount));
        bina_case_saw(c, "ceiling", bina_int(most));
        bina_policy_ground(c, &to);
    }
    if (least != BINA_POLICY_NONE && amount <= least) {
        bina_case_refuse(c, "loan.class",
                         "KUR of the class \"%s\" is more than %lld rupiah, not %lld (%s); take a "
                         "lower class",
                         "KUR golongan \"%s\" lebih dari %lld rupiah, bukan %lld (%s); pilih "
                         "golongan lebih rendah",
                         class, (long long)least, (long long)amount, from.regulation);
        bina_case_saw(c, "amount", bina_int(amount));
        bina_case_saw(c, "above", bina_int(least));
        bina_policy_ground(c, &from);
    }
}

/* A term of the loan that was said, held against the most that its class allows. */
static void
hold(bina_case *c, const char *term, const char *what, const char *rule)
{
    bina_policy_source source;
    int64_t most, said = bina_case_int(c, term), on = c->on;

    if (!bina_case_has(c, term))
        return;
    c->on = day_of_rules(c);
    most = threshold(c, bina_case_text(c, "kur_class"), what, &source);
    c->on = on;
    if (most == BINA_POLICY_NONE || said <= most)
        return;
    bina_case_refuse(c, rule, "%s is %lld; KUR of this class has at most %lld (%s)",
                     "%s sebesar %lld; KUR golongan ini paling banyak %lld (%s)", term,
                     (long long)said, (long long)most, source.regulation);
    bina_case_saw(c, term, bina_int(said));
    bina_case_saw(c, "most", bina_int(most));
    bina_policy_ground(c, &source);
}

/* What was agreed anew with a borrower in trouble may be longer than at first. */
static bool
is_restructured(bina_case *c)
{
    static const char *const later[] = {"restructured", "overdue", "guarantor_claim"};
    const char *state = bina_case_text(c, "state");

    if (c->transition != NULL && c->transition->to != NULL)
        state = c->transition->to;
    for (size_t i = 0; state != NULL && i < sizeof later / sizeof *later; i++)
        if (strcmp(state, later[i]) == 0)
            return true;
    return BINA_ASK(c,
                    "SELECT count(*) FROM dated_values WHERE record = ?1 AND field = 'state'"
                    " AND value = 'restructured' AND superseded IS NULL",
                    bina_int(c->id)) > 0;
}

/* The interest goes by how often KUR was taken, the time to pay back by what it is for. */
void
bina_kur_terms_fit(bina_case *c)
{
    const char *purpose = bina_case_text(c, "purpose");
    char what[64];

    if (!is_kur(c) || bina_case_text(c, "kur_class") == NULL || is_over(c) || is_restructured(c))
        return;
    snprintf(what, sizeof what, "rate.%lld", (long long)bina_case_int(c, "access"));
    hold(c, "rate", what, "loan.rate");
    if (purpose == NULL)
        return;
    snprintf(what, sizeof what, "tenor.%s", purpose);
    hold(c, "tenor", what, "loan.tenor");
}

void
bina_kur_class_known(bina_case *c)
{
    if (is_kur(c) && !bina_case_has(c, "kur_class") && !c->supposed)
        bina_case_refuse(c, "loan.class_missing", "say of which class the KUR is",
                         "sebutkan golongan KUR");
}

/* How often a borrower may take it, by class and sector. */
void
bina_kur_access_left(bina_case *c)
{
    static const char before[] =
        "SELECT count(*) FROM loans WHERE (borrower__person = ?1 OR borrower__enterprise = ?1"
        "  OR borrower__group = ?1) AND id <> ?2 AND scheme = 'kur' AND kur_class = ?3"
        "  AND +state IN ('disbursed', 'restructured', 'overdue', 'repaid', 'guarantor_claim',"
        "                'written_off')";
    const char *class = bina_case_text(c, "kur_class"), *sector = bina_case_text(c, "sector");
    int64_t said = bina_case_int(c, "access"), access, most;
    bina_policy_source source;
    char what[48];

    if (!is_kur(c) || class == NULL)
        return;
    snprintf(what, sizeof what, "access.%s", sector != NULL ? sector : "unknown");
    most = threshold(c, class, what, &source);
    if (most == BINA_POLICY_NONE)
        return;
    access = 1 + BINA_ASK(c, before, bina_int(bina_case_int(c, "borrower")), bina_int(c->id),
                          bina_text(class));
    if (said > access)
        access = said; /* the bank knows of loans that the register does not */
    if (access <= most)
        return;
    bina_case_refuse(c, "loan.access",
                     "it would be access %lld to KUR of the class \"%s\", of which there are %lld "
                     "in this sector (%s)",
                     "ini akan menjadi akses ke-%lld untuk KUR golongan \"%s\", sedangkan sektor "
                     "ini dibatasi %lld (%s)",
                     (long long)access, class, (long long)most, source.regulation);
    bina_case_saw(c, "access", bina_int(access));
    bina_case_saw(c, "most", bina_int(most));
    bina_policy_ground(c, &source);
}

/* So many running KUR to a household; its members borrow themselves or through what they own. */
void
bina_kur_household_free(bina_case *c)
{
    static const char running[] =
        "WITH self(id) AS (SELECT ?1 UNION"
        "   SELECT party__person FROM ownerships WHERE enterprise = ?1 AND party__person IS NOT "
        "NULL"
        "     AND coalesce(valid_to >= ?3, 1)),"
        " home(id) AS (SELECT household FROM persons WHERE id IN self AND household IS NOT NULL),"
        " people(id) AS (SELECT id FROM self UNION SELECT id FROM persons WHERE household IN home),"
        " kin(id) AS (SELECT id FROM people UNION SELECT enterprise FROM ownerships"
        "   WHERE party__person IN people AND coalesce(valid_to >= ?3, 1))"
        " SELECT count(*) FROM loans WHERE id <> ?2 AND scheme = 'kur'"
        "   AND (borrower__person IN kin OR borrower__enterprise IN kin OR borrower__group IN kin)"
        "   AND +state IN ('disbursed', 'restructured', 'overdue', 'guarantor_claim')";
    bina_policy_source source;
    int64_t most, others;

    if (!is_kur(c))
        return;
    most = bina_policy_number(c, "kur.household", 0, &source);
    if (most == BINA_POLICY_NONE)
        return;
    others = BINA_ASK(c, running, bina_int(bina_case_int(c, "borrower")), bina_int(c->id),
                      bina_integer_of(BINA_DATE, c->on));
    if (others < most)
        return;
    bina_case_refuse(c, "loan.household",
                     "the household has %lld running KUR already, and may have %lld (%s)",
                     "keluarga ini sudah mempunyai %lld KUR berjalan; yang dibolehkan %lld (%s)",
                     (long long)others, (long long)most, source.regulation);
    bina_case_saw(c, "running", bina_int(others));
    bina_case_saw(c, "most", bina_int(most));
    bina_policy_ground(c, &source);
}

/* Who may take KUR is policy: how long the business worked, how old the borrower is. */
void
bina_kur_may_borrow(bina_case *c)
{
    if (is_kur(c))
        bina_policy_judge(c, "kur_eligibility", 0, bina_case_int(c, "borrower"));
}
