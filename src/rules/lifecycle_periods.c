/*
 * The lifecycles of periods and of what is observed in them. A period that was reported on is
 * locked: its observations stay as they were, so that a figure once published can be told again.
 */
#include "rules/lifecycle.h"

#include <string.h>

/* ---- periods ---- */

static void
judge_span(bina_case *c)
{
    int64_t first = bina_case_int(c, "day_from"), last = bina_case_int(c, "day_to");
    char from[16], to[16];

    if (last >= first)
        return;
    bina_date_format(first, from);
    bina_date_format(last, to);
    bina_case_refuse(c, "period.span", "the period ends on %s, before its first day %s",
                     "masa berakhir pada %s, sebelum hari pertamanya %s", to, from);
    bina_case_saw(c, "day_from", bina_integer_of(BINA_DATE, first));
    bina_case_saw(c, "day_to", bina_integer_of(BINA_DATE, last));
}

static void
refuse_locked(bina_case *c, const char *period)
{
    bina_case_refuse(
        c, "period.locked", "the period %s is locked; unlock it first, with a reason and a letter",
        "masa %s sudah dikunci; buka dahulu kuncinya, dengan alasan dan surat", period);
    bina_case_saw(c, "period", bina_text(period));
}

/* A locked period keeps its days. */
static void
judge_days_kept(bina_case *c)
{
    static const char same[] = "SELECT count(*) FROM periods WHERE id = ?1 AND state = 'locked'"
                               " AND (day_from <> ?2 OR day_to <> ?3)";

    if (c->id != 0 &&
        BINA_ASK(c, same, bina_int(c->id), bina_integer_of(BINA_DATE, bina_case_int(c, "day_from")),
                 bina_integer_of(BINA_DATE, bina_case_int(c, "day_to"))) > 0)
        refuse_locked(c, bina_case_text(c, "name"));
}

static const bina_transition period[] = {
    {.verb = "add", .label = {"open", "buka"}, .from = "", .to = "open"},
    {.verb = "lock", .label = {"lock", "kunci"}, .from = "open", .to = "locked"},
    {.verb = "unlock",
     .label = {"unlock", "buka kunci"},
     .from = "locked",
     .to = "open",
     .paper = "letter",
     .reason = true},
    {.verb = NULL},
};

static bina_guard *const period_always[] = {judge_span, judge_days_kept, NULL};

/* ---- observations ---- */

/* Neither the period it goes to nor the one it is taken from may be locked. */
static void
judge_period_open(bina_case *c)
{
    static const char locked[] =
        "SELECT name FROM periods WHERE state = 'locked'"
        " AND id IN (?1, (SELECT period FROM observations WHERE id = ?2)) LIMIT 1";
    char name[64];

    bina_case_ask_text(c, locked,
                       BINA_VALUES(bina_int(bina_case_int(c, "period")), bina_int(c->id)), name,
                       sizeof name);
    if (name[0] != '\0')
        refuse_locked(c, name);
}

/* The state before a programme stands beside the follow-up of the same period, never in its place.
 */
static void
judge_once(bina_case *c)
{
    static const char others[] =
        "SELECT count(*) FROM observations WHERE enterprise = ?1 AND period = ?2"
        " AND coalesce(baseline, 0) = ?3 AND id <> ?4";
    int64_t baseline = bina_case_int(c, "baseline");

    if (BINA_ASK(c, others, bina_int(bina_case_int(c, "enterprise")),
                 bina_int(bina_case_int(c, "period")), bina_int(baseline), bina_int(c->id)) == 0)
        return;
    bina_case_refuse(c, "observation.once",
                     "the enterprise is already reported on in this period; change that report",
                     "usaha ini sudah dilaporkan pada masa ini; ubah laporan itu");
    bina_case_saw(c, "baseline", bina_int(baseline));
}

static void
judge_grade(bina_case *c)
{
    const char *grade = bina_case_text(c, "grade");

    if (grade == NULL || strcmp(grade, "declared") == 0 || bina_case_has(c, "source"))
        return;
    bina_case_refuse(c, "observation.source",
                     "a figure that is more than declared names its paper or who saw it (source)",
                     "angka yang lebih dari sekadar pernyataan menyebut surat atau pemeriksanya "
                     "(source)");
    bina_case_saw(c, "grade", bina_text(grade));
}

static void
judge_numbers(bina_case *c)
{
    int64_t workers = bina_case_int(c, "workers"), women = bina_case_int(c, "women");

    if (bina_case_has(c, "workers") && women > workers) {
        bina_case_refuse(c, "observation.women", "%lld women among %lld workers",
                         "%lld perempuan di antara %lld tenaga kerja", (long long)women,
                         (long long)workers);
        bina_case_saw(c, "women", bina_int(women));
        bina_case_saw(c, "workers", bina_int(workers));
    }
    if (bina_case_has(c, "production") && !bina_case_has(c, "unit")) {
        bina_case_refuse(c, "observation.unit", "production needs its unit",
                         "produksi memerlukan satuannya");
        bina_case_saw(c, "production", bina_case_field(c, "production"));
    }
}

static bina_guard *const open_only[] = {judge_period_open, NULL};

static const bina_transition observation[] = {
    {.verb = "add", .label = {"record", "catat"}, .from = ""},
    {.verb = "remove", .label = {"remove", "hapus"}, .from = "", .guards = open_only},
    {.verb = NULL},
};

static bina_guard *const observation_always[] = {judge_period_open, judge_once, judge_grade,
                                                 judge_numbers, NULL};

const bina_lifecycle bina_lifecycles_periods[] = {
    {.kind = BINA_PERIOD,
     .state = "state",
     .began = "began",
     .kept = "name",
     .transitions = period,
     .always = period_always},
    {.kind = BINA_OBSERVATION, .transitions = observation, .always = observation_always},
    {.kind = BINA_NO_KIND},
};
