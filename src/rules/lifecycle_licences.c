/*
 * The lifecycle of permits and marks. Lists may write the state of one as they find it, so what
 * follows from its end follows every change of it: without a permit that the shelf asks for, a
 * product leaves the shelf.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "rules/market.h"

/*
 * The products that lost with it what a shelf asks for, as the head of a WITH. ?1: its holder, ?2:
 * itself, ?3: the day, ?4: the nature, ?5: the other nature that serves as well. A permit may be
 * the product's own or its maker's; another one still in force makes up for it.
 */
#define BARE                                                                                       \
    "WITH theirs(id, maker) AS ("                                                                  \
    "  SELECT id, maker FROM products WHERE id = ?1"                                               \
    "  UNION SELECT id, maker FROM products WHERE maker__enterprise = ?1"                          \
    "  UNION SELECT id, maker FROM products WHERE maker__group = ?1),"                             \
    " bare(id) AS (SELECT id FROM theirs WHERE NOT EXISTS ("                                       \
    "  SELECT 1 FROM licences WHERE id <> ?2 AND +nature IN (?4, ?5) AND state = 'valid'"          \
    "    AND coalesce(expires >= ?3, 1)"                                                           \
    "    AND (holder__product = theirs.id OR holder__enterprise = theirs.maker"                    \
    "      OR holder__group = theirs.maker))) "

static void
each(bina_case *c, const char *select, const bina_value *values, const char *verb)
{
    size_t count;
    bina_id *ids = bina_case_ids(c, select, values, 5, &count);

    for (size_t i = 0; i < count; i++)
        bina_case_advance(c, ids[i], verb, "licence_ended", NULL);
    free(ids);
}

/* Whether it was in force before: an application that is refused took nothing from anybody. */
static bool
was_in_force(bina_case *c)
{
    static const char said_before[] =
        "SELECT value FROM dated_values WHERE record = ?1 AND field = 'state'"
        " ORDER BY number DESC LIMIT 1 OFFSET 1";
    char before[16] = "";

    if (c->state != NULL)
        snprintf(before, sizeof before, "%s", c->state);
    else
        bina_case_ask_text(c, said_before, BINA_VALUES(bina_int(c->id)), before, sizeof before);
    return strcmp(before, "valid") == 0 || strcmp(before, "suspended") == 0;
}

/*
 * Suspended: the listings, and with them what stands on shelves. Ended, or its record removed: it
 * goes off the shelf.
 */
static void
leave_shelves(bina_case *c)
{
    const char *nature = bina_case_text(c, "nature"), *state = bina_case_text(c, "state");
    bool food = nature != NULL && (strcmp(nature, "pirt") == 0 || strcmp(nature, "bpom_md") == 0);
    bool halal = nature != NULL && strcmp(nature, "halal") == 0;
    bool removed = BINA_ASK(c, "SELECT count(*) FROM licences WHERE id = ?1", bina_int(c->id)) == 0;
    bool ended = removed || (state != NULL &&
                             (strcmp(state, "revoked") == 0 || strcmp(state, "expired") == 0));
    const int64_t on = c->on;

    if (!(food || halal) || !(ended || (state != NULL && strcmp(state, "suspended") == 0)) ||
        !was_in_force(c))
        return;
    if (c->transition == NULL)
        c->on = c->today; /* written as it was found: what follows, follows today */
    const bina_value values[] = {bina_int(bina_case_int(c, "holder")), bina_int(c->id),
                                 bina_integer_of(BINA_DATE, c->on), bina_text(nature),
                                 bina_text(halal                         ? "halal"
                                           : strcmp(nature, "pirt") == 0 ? "bpom_md"
                                                                         : "pirt")};
    if (ended)
        each(c,
             BARE "SELECT id FROM placements WHERE +state IN ('on_shelf', 'suspended')"
                  " AND listing IN (SELECT id FROM listings WHERE product IN bare)",
             values, "end");
    each(c, BARE "SELECT id FROM listings WHERE +state = 'listed' AND product IN bare", values,
         "suspend");
    c->on = on;
}

static void
not_over(bina_case *c)
{
    int64_t expires = bina_case_int(c, "expires");

    if (!bina_case_has(c, "expires") || expires >= c->on)
        return;
    bina_case_refuse(c, "licence.over", "its last day is past; give the new one",
                     "hari terakhirnya sudah lewat; isi yang baru");
    bina_case_saw(c, "expires", bina_integer_of(BINA_DATE, expires));
    bina_case_saw(c, "on", bina_integer_of(BINA_DATE, c->on));
}

static void
is_over(bina_case *c)
{
    int64_t expires = bina_case_int(c, "expires");

    if (bina_case_has(c, "expires") && expires < c->on)
        return;
    bina_case_refuse(c, "licence.expires", "its last day is not past",
                     "hari terakhirnya belum lewat");
    bina_case_saw(c, "expires", bina_case_field(c, "expires"));
    bina_case_saw(c, "on", bina_integer_of(BINA_DATE, c->on));
}

static void
days_in_order(bina_case *c)
{
    if (!bina_case_has(c, "issued") || !bina_case_has(c, "expires") ||
        bina_case_int(c, "expires") >= bina_case_int(c, "issued"))
        return;
    bina_case_refuse(c, "licence.days", "it expires before it was issued",
                     "masa berlaku berakhir sebelum tanggal terbit");
    bina_case_saw(c, "issued", bina_case_field(c, "issued"));
    bina_case_saw(c, "expires", bina_case_field(c, "expires"));
}

static const bina_transition licence_steps[] = {
    {"add", {"apply", "ajukan"}, "", "in_process", .paper = NULL},
    {"issue",
     {"issue", "terbitkan"},
     "in_process",
     "valid",
     .sets = "!number issued expires issuer",
     .guards = BINA_GUARDS(not_over)},
    {"refuse", {"refuse", "tolak"}, "in_process", "revoked", .reason = true},
    {"suspend", {"suspend", "bekukan"}, "valid", "suspended", .reason = true},
    {"reinstate", {"reinstate", "pulihkan"}, "suspended", "valid", .guards = BINA_GUARDS(not_over)},
    {"revoke", {"revoke", "cabut"}, "valid suspended", "revoked", .reason = true},
    {"expire",
     {"expire", "kedaluwarsa"},
     "valid suspended",
     "expired",
     .guards = BINA_GUARDS(is_over),
     .due = "SELECT id, date(expires, '+1 day') FROM licences"
            " WHERE state IN ('valid', 'suspended') AND expires < ?1"},
    {"renew",
     {"renew", "perpanjang"},
     "valid expired",
     "valid",
     .sets = "!expires number issued issuer",
     .guards = BINA_GUARDS(not_over)},
    {"apply_again",
     {"apply again", "ajukan kembali"},
     "revoked expired",
     "in_process",
     .paper = NULL},
    {.verb = NULL},
};

const bina_lifecycle bina_lifecycles_licences[] = {
    {.kind = BINA_LICENCE,
     .state = "state",
     .began = "issued",
     .loose = true,
     .transitions = licence_steps,
     .always = BINA_GUARDS(days_in_order),
     .changed = (bina_effect *const[]){leave_shelves, NULL}},
    {.kind = BINA_NO_KIND},
};
