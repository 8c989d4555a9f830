/*
 * Double help: whether the same object already went to the recipient of a grant, or to whom it is
 * tied: through the people behind it, their households, enterprises and groups; whatever the
 * programme, fund, agency or year.
 *
 * The people behind a recipient are itself when it is a person, the owners of an enterprise, the
 * members of a group (and the owners of enterprises that are members) and everyone of a household.
 * Others of their households count with their enterprises, but not with their groups: that would
 * tie half a village together.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/model.h>
#include "rules/lifecycle_grants.h"
#include "rules/policy.h"

#define WORDS    96

#define AGAIN_EN "; the same may be given again from %s on"
#define AGAIN_ID "; barang yang sama dapat diberikan lagi mulai %s"

/* By how the earlier help reaches the recipient, the nearest first; never by whose name. */
static const struct {
    const char *word, *text[2];
} ties[] = {
    {"itself",
     {"the recipient had the grant %s of %s (%s)" AGAIN_EN,
      "penerima ini sudah mendapat bantuan %s tanggal %s (%s)" AGAIN_ID}},
    {"person",
     {"a member or owner behind the recipient had the grant %s of %s (%s)" AGAIN_EN,
      "anggota atau pemilik penerima ini sudah mendapat bantuan %s tanggal %s (%s)" AGAIN_ID}},
    {"household",
     {"the same household had the grant %s of %s (%s)" AGAIN_EN,
      "keluarga yang sama sudah mendapat bantuan %s tanggal %s (%s)" AGAIN_ID}},
    {"enterprise",
     {"an enterprise of the same owner, household or members had the grant %s of %s (%s)" AGAIN_EN,
      "usaha dari pemilik, keluarga, atau anggota yang sama sudah mendapat bantuan %s tanggal %s "
      "(%s)" AGAIN_ID}},
    {"group",
     {"a group that shares a member with the recipient had the grant %s of %s (%s)" AGAIN_EN,
      "kelompok yang anggotanya sama sudah mendapat bantuan %s tanggal %s (%s)" AGAIN_ID}},
};

/* Records that stand for the same as those of a table of ids, by merges either way. */
#define MERGED(table, kind)                                                                        \
    " UNION SELECT merged_into FROM " table " JOIN " kind " USING (id) WHERE merged_into > 0"      \
    " UNION SELECT m.id FROM " table " JOIN " kind " m ON m.merged_into = " table ".id"
/* The same of ties, which keep how and until when they hold. */
#define SPREAD(kind)                                                                               \
    " UNION SELECT merged_into, tie, until FROM s JOIN " kind " USING (id) WHERE merged_into > 0"  \
    " UNION SELECT m.id, tie, until FROM s JOIN " kind " m ON m.merged_into = s.id"
#define BEGUN "ifnull(valid_from, '') <= ?3"
#define HOLDS BEGUN " AND ifnull(valid_to, 'Z') >= ?3"
#define UNTIL "ifnull(valid_to, 'Z')"

/* The day a grant's help came: the last handover, or since when it is in its state. */
#define HELPED(grant)                                                                              \
    "coalesce((SELECT max(h.handed_on) FROM grant_items AS i JOIN handovers AS h ON h.item = i.id" \
    " WHERE i.\"grant\" = " grant ".id), (SELECT max(valid_from) FROM dated_values"                \
    " WHERE record = " grant ".id AND field = 'state' AND superseded IS NULL), " grant ".began)"

/*
 * earlier("grant", tie, helped): the help that forbids another. ?1 the recipient, ?2 the grant at
 * hand, ?3 the day, ?4 the object, ?5 the nature, ?6 how long to wait as a modifier of a day, or
 * null and ?7 fiscal years before the year ?8. What was approved and not handed over yet forbids
 * another however long it takes. A tie counts that held when the help came, or later.
 *
 * r: the recipient, f: enterprises that are members of it, p: the people behind it, h: their
 * households, k: everyone in those, s: all who are tied to it.
 */
/* clang-format off: it pushes adjoining texts and macros ever further right */
#define EARLIER                                                                                    \
    "WITH RECURSIVE r(id) AS (SELECT ?1" MERGED("r", "persons") MERGED("r", "enterprises")         \
    MERGED("r", "\"groups\"")                                                                      \
    "),"                                                                                           \
    " f(id) AS (SELECT member__enterprise FROM memberships WHERE member_of IN (SELECT id"          \
    " FROM r) AND member__enterprise > 0 AND " HOLDS                                               \
    "),"                                                                                           \
    " p(id) AS (SELECT id FROM persons WHERE id IN (SELECT id FROM r) UNION"                       \
    " SELECT id FROM persons WHERE household IN (SELECT id FROM r) UNION SELECT party__person"     \
    " FROM ownerships WHERE enterprise IN (SELECT id FROM r UNION SELECT id"                       \
    " FROM f) AND role <> 'manager' AND " HOLDS " UNION SELECT member__person"                     \
    " FROM memberships WHERE member_of IN (SELECT id FROM r) AND " HOLDS                           \
    MERGED("p", "persons")                                                                         \
    "),"                                                                                           \
    " h(id) AS (SELECT id FROM households WHERE id IN (SELECT id FROM r) UNION"                    \
    " SELECT household FROM persons WHERE id IN (SELECT id FROM p)),"                              \
    " k(id) AS (SELECT id FROM p UNION SELECT id FROM persons WHERE household IN (SELECT id"       \
    " FROM h)" MERGED("k", "persons")                                                              \
    "),"                                                                                           \
    " s(id, tie, until) AS (SELECT id, 0, 'Z' FROM r UNION SELECT id, 1, 'Z'"                      \
    " FROM p UNION SELECT id, 2, 'Z' FROM h UNION SELECT id, 2, 'Z' FROM k"                        \
    " UNION SELECT id, 3, 'Z' FROM f UNION SELECT enterprise, 3, " UNTIL " FROM ownerships"        \
    " WHERE party__person IN (SELECT id FROM k) AND role <> 'manager' AND " BEGUN                  \
    " UNION SELECT member_of, 4, " UNTIL " FROM memberships WHERE (member__person IN (SELECT"      \
    " id FROM p) OR member__enterprise IN (SELECT id FROM r)) AND " BEGUN                          \
    " UNION SELECT party__group, 4, " UNTIL " FROM ownerships WHERE enterprise IN (SELECT id"      \
    " FROM r) AND party__group > 0 AND " BEGUN SPREAD("enterprises") SPREAD("\"groups\"")          \
    "),dated AS (SELECT g.id, tie, until, fiscal_year, state IN ('approved',"                      \
    " 'procurement_failed', 'procured') AS promised," HELPED("g") " AS day"                        \
    " FROM s JOIN grants AS g ON g.recipient__person = s.id OR g.recipient__household = s.id"      \
    " OR g.recipient__enterprise = s.id OR g.recipient__group = s.id WHERE g.id <> ?2 AND"         \
    " state IN " BINA_GRANT_APPROVED                                                               \
    " AND CASE WHEN object IS NULL OR ?4 IS NULL THEN nature = ?5 ELSE lower(trim(object)) ="      \
    " lower(trim(?4)) END),"                                                                       \
    " earlier(\"grant\", tie, helped) AS (SELECT id, min(tie), day FROM dated"                     \
    " WHERE until >= day AND (promised OR CASE WHEN ?6 IS NULL THEN abs(ifnull(fiscal_year,"       \
    " CAST(substr(day, 1, 4) AS INTEGER)) - ?8) < ?7 ELSE ?3 < date(day, ?6) AND day <"            \
    " date(?3, ?6) END) GROUP BY id)"
/* clang-format on */

/* What the conditions are asked with. */
typedef struct asking {
    bina_value values[9]; /* the ninth: one earlier grant */
    bina_policy_source source;
    int64_t wait;
    char modifier[32];
} asking;

/* How long to wait by the policy; false when help may be given again at once. */
static bool
find_wait(bina_case *c, asking *a)
{
    static const char *const units[] = {"year", "month", "day"};
    bina_id programme = bina_case_int(c, "programme");

    a->wait = bina_policy_number(c, "help.wait_years", programme, &a->source);
    if (a->wait == BINA_POLICY_NONE || a->wait <= 0)
        return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(a->source.unit, units[i]) == 0)
            snprintf(a->modifier, sizeof a->modifier, "+%lld %ss", (long long)a->wait, units[i]);
    return true;
}

static void
refuse_one(bina_case *c, asking *a, bina_id earlier)
{
    static const char tie_of[] = EARLIER " SELECT tie FROM earlier WHERE \"grant\" = ?9";
    static const char again_of[] =
        "SELECT CASE WHEN ?2 IS NULL"
        " THEN coalesce(g.fiscal_year, CAST(substr(h, 1, 4) AS INTEGER)) + ?3 ELSE date(h, ?2) END"
        " FROM (SELECT *, " HELPED("grants") " AS h FROM grants WHERE id = ?1) AS g";
    static const char helped_of[] = "SELECT " HELPED("grants") " FROM grants WHERE id = ?1";
    char number[WORDS], object[WORDS], helped[WORDS], again[WORDS];
    const bina_value it[] = {bina_int(earlier)};
    const bina_value waited[] = {bina_int(earlier), a->values[5], a->values[6]};
    int64_t tie;

    a->values[8] = bina_int(earlier);
    tie = bina_case_ask(c, tie_of, a->values, 9);
    bina_case_ask_text(c, "SELECT number FROM grants WHERE id = ?1", it, 1, number, WORDS);
    bina_case_ask_text(c, "SELECT coalesce(object, nature) FROM grants WHERE id = ?1", it, 1,
                       object, WORDS);
    bina_case_ask_text(c, helped_of, it, 1, helped, WORDS);
    bina_case_ask_text(c, again_of, waited, 3, again, WORDS);
    if (c->status != BINA_OK || tie < 0 || tie >= (int64_t)(sizeof ties / sizeof *ties))
        return;
    bina_case_refuse(c, "grant.double_help", ties[tie].text[0], ties[tie].text[1], number, helped,
                     object, again);
    bina_case_saw(c, "grant", bina_text(number));
    bina_case_saw(c, "helped_on", bina_text(helped));
    bina_case_saw(c, "object", bina_text(object));
    bina_case_saw(c, "tie", bina_text(ties[tie].word));
    bina_case_saw(c, "wait", bina_int(a->wait));
    bina_policy_ground(c, &a->source);
}

void
bina_grant_no_double_help(bina_case *c)
{
    static const char all[] = EARLIER " SELECT \"grant\" FROM earlier ORDER BY helped DESC LIMIT 8";
    asking a = {.wait = 0};
    int64_t year = bina_case_int(c, "fiscal_year");
    int month, day_of_month, this_year;
    bina_id *earlier;
    size_t count;

    if (!find_wait(c, &a))
        return;
    bina_date_to_civil(c->on, &this_year, &month, &day_of_month);
    a.values[0] = bina_int(bina_case_int(c, "recipient"));
    a.values[1] = bina_int(c->id);
    a.values[2] = bina_integer_of(BINA_DATE, c->on);
    a.values[3] = bina_text(bina_case_text(c, "object"));
    a.values[4] = bina_text(bina_case_text(c, "nature"));
    a.values[5] = a.modifier[0] != '\0' ? bina_text(a.modifier) : bina_null();
    a.values[6] = bina_int(a.wait);
    a.values[7] = bina_int(year != 0 ? year : this_year);
    earlier = bina_case_ids(c, all, a.values, 8, &count);
    for (size_t i = 0; i < count; i++)
        refuse_one(c, &a, earlier[i]);
    free(earlier);
}
