/* Credit that was referred to banks: who got how much, what lapsed, what is behind. */
#include "report/report.h"

static const bina_column credit_columns[] = {
    {"bank", BINA_TEXT, NULL, "bank", "The bank."},
    {"scheme", BINA_CODE, "loan_scheme", "skema", "KUR or other."},
    {"kur_class", BINA_CODE, "kur_class", "golongan", "Class of KUR."},
    {"state", BINA_CODE, "loan_state", "keadaan", "State on the day."},
    {"loans", BINA_INT, NULL, "kredit", "Loans."},
    {"borrowers", BINA_INT, NULL, "debitur", "Borrowers."},
    {"requested", BINA_MONEY, NULL, "diajukan", "Asked for, in rupiah."},
    {"approved", BINA_MONEY, NULL, "disetujui", "Given by the bank, in rupiah."},
    {"outstanding", BINA_MONEY, NULL, "sisa", "Still owed on the day, in rupiah."},
    {"collectability", BINA_INT, NULL, "kolektibilitas",
     "The worst grade on the day: 1 current to 5 lost."},
    {"overdue", BINA_INT, NULL, "menunggak", "Loans behind, claimed or graded 3 and worse."},
    {"helped", BINA_INT, NULL, "juga dibantu",
     "Borrowers who had a grant by the day as well, themselves, as owners, or through what they "
     "own: shown, not refused."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

/* clang-format off: it pushes adjoining texts and macros ever further right */
static const char
    credit_sql[] =
        ", taken AS (SELECT loan.id, loan.borrower, loan.bank, loan.scheme, loan.kur_class,"
        " loan.requested, loan.approved, coalesce(e.scope, iif(e.id IS NULL, 'industry',"
        " 'unknown')) AS scope, coalesce(" BINA_DATED_ON("e", "region") ", " BINA_DATED_ON("p", "re"
                                                                                                "gi"
                                                                                                "o"
                                                                                                "n") ", g.region) AS region, " BINA_STATE_ON(
            "loan",
            "state") " AS"
                     " state, " BINA_DATED_ON("loan", "outstanding") " AS "
                                                                     "outstanding, " BINA_DATED_ON(
                                                                         "loan",
                                                                         "collectability") " AS "
                                                                                           "collect"
                                                                                           "ability"
                                                                                           " FROM "
                                                                                           "loans "
                                                                                           "AS "
                                                                                           "loan "
                                                                                           "LEFT "
                                                                                           "JOIN "
                                                                                           "enterpr"
                                                                                           "ises "
                                                                                           "AS e "
                                                                                           "ON "
                                                                                           "e.id ="
                                                                                           " loan."
                                                                                           "borrowe"
                                                                                           "r__"
                                                                                           "enterpr"
                                                                                           "ise "
                                                                                           "LEFT "
                                                                                           "JOIN "
                                                                                           "persons"
                                                                                           " AS p "
                                                                                           "ON "
                                                                                           "p.id = "
                                                                                           "loan."
                                                                                           "borrowe"
                                                                                           "r__"
                                                                                           "person"
                                                                                           " LEFT "
                                                                                           "JOIN "
                                                                                           "\"group"
                                                                                           "s\" AS "
                                                                                           "g ON "
                                                                                           "g.id = "
                                                                                           "loan."
                                                                                           "borrowe"
                                                                                           "r__"
                                                                                           "group),"
                                                                                           " told "
                                                                                           "AS "
                                                                                           "(SELECT"
                                                                                           " * "
                                                                                           "FROM "
                                                                                           "taken "
                                                                                           "WHERE "
                                                                                           "state "
                                                                                           "IS NOT "
                                                                                           "NULL "
                                                                                           "AND "
                                                                                           "(?2 IS "
                                                                                           "NULL "
                                                                                           "OR "
                                                                                           "scope "
                                                                                           "= ?2) "
                                                                                           "AND"
                                                                                           " " BINA_UNDER(
                                                                                               "reg"
                                                                                               "io"
                                                                                               "n") "),"
                                                                                                    " helped(id) AS (SELECT recipient FROM (SELECT recipient, " BINA_STATE_ON(
                                                                                                        "help",
                                                                                                        "state") " AS state FROM grants AS help) WHERE state IN ('approved', 'procured',"
                                                                                                                 " 'partly_handed_over', 'handed_over', 'monitored', 'closed')),"
                                                                                                                 " near(id) AS (SELECT id FROM helped UNION SELECT enterprise FROM ownerships"
                                                                                                                 " WHERE party IN helped AND coalesce(valid_from <= ?3, 1) AND coalesce(valid_to >= ?3, 1)"
                                                                                                                 " UNION SELECT party FROM ownerships WHERE enterprise IN helped AND coalesce(valid_from <="
                                                                                                                 " ?3, 1) AND coalesce(valid_to >= ?3, 1)) SELECT bank.name, told.scheme, told.kur_class,"
                                                                                                                 " told.state, count(*), count(DISTINCT told.borrower), sum(told.requested),"
                                                                                                                 " sum(told.approved), sum(told.outstanding), max(told.collectability), sum(told.state IN"
                                                                                                                 " ('overdue', 'guarantor_claim', 'written_off') OR (told.state IN ('disbursed',"
                                                                                                                 " 'restructured') AND coalesce(told.collectability, 1) >= 3)), count(DISTINCT CASE WHEN"
                                                                                                                 " told.borrower IN near THEN told.borrower END) FROM told JOIN organisations AS bank ON"
                                                                                                                 " bank.id = told.bank GROUP BY told.bank, told.scheme, told.kur_class, told.state"
                                                                                                                 " ORDER BY bank.name, told.scheme, told.kur_class, told.state";
/* clang-format on */

static const int credit_kinds[] = {BINA_LOAN, BINA_PERSON, BINA_GRANT, BINA_OWNERSHIP,
                                   BINA_NO_KIND};

const bina_report bina_reports_credit[] = {
    {.name = "credit",
     .doc =
         {"Loans on a day by bank, class and state: how many, how much, what is behind, and who "
          "had a grant besides.",
          "Kredit pada suatu hari menurut bank, golongan, dan keadaan: berapa, sebesar apa, mana "
          "yang menunggak, dan siapa yang juga menerima bantuan."},
     .columns = credit_columns,
     .sql = credit_sql,
     .kinds = credit_kinds,
     .as_of = true},
    {.name = NULL},
};
