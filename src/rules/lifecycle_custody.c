/*
 * Who holds a tool, and which person answers for it. A tool has one custody at a time; a custody
 * that is lent, passed on, inherited or split off takes over from the one before it.
 */
#include <string.h>
#include "base/text.h"
#include "rules/lifecycle_assets.h"

#define FAR_AWAY INT64_C(2932896) /* the last day there is */

/* The custody of a tool that is open on a day: of several, the last begun. */
static bina_id
open_custody(bina_case *c, bina_id asset, int64_t day)
{
    static const char open_on[] =
        "SELECT id FROM custodies WHERE asset = ?1 AND valid_from <= ?2"
        " AND (valid_to IS NULL OR valid_to >= ?2) ORDER BY valid_from DESC LIMIT 1";

    return BINA_ASK(c, open_on, bina_int(asset), bina_integer_of(BINA_DATE, day));
}

static bool
takes_over(const bina_case *c)
{
    const char *nature = bina_case_text(c, "nature");

    return c->transition != NULL && nature != NULL &&
           bina_text_lists("lent passed_on inherited split merged", nature);
}

/* ---- what must hold ---- */

static void
days_in_order(bina_case *c)
{
    int64_t from = bina_case_int(c, "valid_from");

    if (bina_case_has(c, "valid_to") && bina_case_int(c, "valid_to") < from) {
        bina_case_refuse(c, "custody.days", "the custody ends before it begins",
                         "masa pegang berakhir sebelum dimulai");
        bina_case_saw(c, "valid_from", bina_case_field(c, "valid_from"));
        bina_case_saw(c, "valid_to", bina_case_field(c, "valid_to"));
    }
    if (from > c->today || bina_case_int(c, "valid_to") > c->today) {
        bina_case_refuse(
            c, "custody.future",
            "the custody begins or ends on a day still to come; record it then",
            "masa pegang dimulai atau berakhir pada hari yang belum tiba; catat nanti");
        bina_case_saw(c, "valid_from", bina_case_field(c, "valid_from"));
        bina_case_saw(c, "valid_to", bina_case_field(c, "valid_to"));
    }
}

static void
one_at_a_time(bina_case *c)
{
    /* ?5: what is open may be closed by this one, as it takes over. */
    static const char others[] =
        "SELECT count(*) FROM custodies WHERE asset = ?1 AND id <> ?2 AND valid_from <= ?4"
        " AND (valid_to IS NULL OR valid_to >= ?3)"
        " AND NOT (?5 AND valid_to IS NULL AND valid_from < ?3)";
    int64_t from = bina_case_int(c, "valid_from"), count;
    int64_t to = bina_case_has(c, "valid_to") ? bina_case_int(c, "valid_to") : FAR_AWAY;

    count = BINA_ASK(c, others, bina_int(bina_case_int(c, "asset")), bina_int(c->id),
                     bina_integer_of(BINA_DATE, from), bina_integer_of(BINA_DATE, to),
                     bina_int(takes_over(c)));
    if (count == 0)
        return;
    bina_case_refuse(c, "custody.overlap",
                     "%lld other custody of this tool falls into the same days; end it the day "
                     "before, or say in \"nature\" how it came to the new holder",
                     "%lld masa pegang lain atas alat ini jatuh pada hari yang sama; akhiri sehari "
                     "sebelumnya, atau sebutkan di \"nature\" bagaimana alat beralih",
                     (long long)count);
    bina_case_saw(c, "others", bina_int(count));
}

/* A group answers through a person. */
static void
group_names_custodian(bina_case *c)
{
    if (bina_id_kind(bina_case_int(c, "holder")) != BINA_GROUP || bina_case_has(c, "valid_to") ||
        bina_case_has(c, "custodian"))
        return;
    bina_case_refuse(c, "custody.custodian",
                     "a group holds a tool through a person who answers for it; name the custodian",
                     "kelompok memegang alat melalui orang yang bertanggung jawab; sebutkan "
                     "penanggung jawabnya");
    bina_case_saw(c, "custodian", bina_null());
}

/* Refuses a custodian who is dead, or not of the group (when its members are known). */
static void
judge_custodian(bina_case *c, bina_id holder, bina_id custodian, int64_t day)
{
    static const char dead[] = "SELECT count(*) FROM persons WHERE id = ?1 AND died < ?2";
    static const char members[] =
        "SELECT count(*) FROM memberships WHERE member_of = ?1"
        " AND coalesce(valid_from, '') <= ?2 AND (valid_to IS NULL OR valid_to >= ?2)";
    static const char member[] =
        "SELECT count(*) FROM memberships WHERE member_of = ?1 AND member__person = ?3"
        " AND coalesce(valid_from, '') <= ?2 AND (valid_to IS NULL OR valid_to >= ?2)";
    const bina_value on = bina_integer_of(BINA_DATE, day);

    if (BINA_ASK(c, dead, bina_int(custodian), on) != 0) {
        bina_case_refuse(c, "custody.died",
                         "the custodian has died; the custody passes to another member: add one of "
                         "nature \"inherited\"",
                         "penanggung jawab sudah meninggal; alihkan ke anggota lain: tambahkan "
                         "data pemegang berdasar \"inherited\"");
        bina_case_saw(c, "custodian", bina_int(custodian));
    }
    if (bina_id_kind(holder) == BINA_GROUP && BINA_ASK(c, members, bina_int(holder), on) > 0 &&
        BINA_ASK(c, member, bina_int(holder), on, bina_int(custodian)) == 0) {
        bina_case_refuse(c, "custody.member",
                         "the custodian is not a member of the group that holds the tool; name a "
                         "member, or add the membership",
                         "penanggung jawab bukan anggota kelompok pemegang alat; sebutkan anggota, "
                         "atau tambahkan keanggotaannya");
        bina_case_saw(c, "custodian", bina_int(custodian));
        bina_case_saw(c, "group", bina_int(holder));
    }
}

static void
custodian_can_answer(bina_case *c)
{
    if (bina_case_has(c, "custodian") && !bina_case_has(c, "valid_to"))
        judge_custodian(c, bina_case_int(c, "holder"), bina_case_int(c, "custodian"),
                        bina_case_int(c, "valid_from"));
}

void
bina_custody_needs_custodian(bina_case *c)
{
    bina_id custody = open_custody(c, c->id, c->on);
    bina_id holder = BINA_ASK(c, "SELECT holder FROM custodies WHERE id = ?1", bina_int(custody));
    bina_id custodian =
        BINA_ASK(c, "SELECT custodian FROM custodies WHERE id = ?1", bina_int(custody));

    if (custodian != 0) {
        judge_custodian(c, holder, custodian, c->on);
        return;
    }
    bina_case_refuse(c, "custody.custodian",
                     "nobody is named who answers for the tool; add a custody",
                     "belum ada penanggung jawab alat; tambahkan data pemegang alat");
    bina_case_saw(c, "custody", custody != 0 ? bina_int(custody) : bina_null());
}

/* Nobody begins to hold what is gone, and who has ended begins to hold nothing. */
static void
there_to_be_held(bina_case *c)
{
    char state[32], holder[32] = "";

    if (bina_case_has(c, "valid_to"))
        return;
    bina_asset_state(c, bina_case_int(c, "asset"), state);
    if (bina_text_lists("destroyed written_off returned", state)) {
        bina_case_refuse(c, "custody.gone",
                         "the tool is %s; take the step that brings it back (issue, find, correct) "
                         "first",
                         "alat berkeadaan %s; ambil dahulu langkah yang mengembalikannya (issue, "
                         "find, correct)",
                         state);
        bina_case_saw(c, "state", bina_text(state));
    }
    bina_case_ask_text(c, "SELECT state FROM \"groups\" WHERE id = ?1",
                       BINA_VALUES(bina_int(bina_case_int(c, "holder"))), holder, sizeof holder);
    if (bina_text_lists("split merged dissolved", holder)) {
        bina_case_refuse(c, "custody.holder", "the group is %s and takes no tool",
                         "kelompok berkeadaan %s dan tidak menerima alat", holder);
        bina_case_saw(c, "state", bina_text(holder));
    }
}

/* What is divided goes to the parts of the group that split. */
static void
from_its_group(bina_case *c)
{
    static const char part_of[] =
        "SELECT count(*) FROM \"groups\" WHERE id = ?1 AND split_from = ?2";
    const char *nature = bina_case_text(c, "nature");
    bina_id before;

    if (nature == NULL || strcmp(nature, "split") != 0)
        return;
    before = BINA_ASK(
        c, "SELECT holder FROM custodies WHERE id = ?1",
        bina_int(open_custody(c, bina_case_int(c, "asset"), bina_case_int(c, "valid_from") - 1)));
    if (BINA_ASK(c, part_of, bina_int(bina_case_int(c, "holder")), bina_int(before)) != 0)
        return;
    bina_case_refuse(c, "custody.split",
                     "the new holder is no part of the group that held the tool; its "
                     "\"split_from\" must name that group",
                     "pemegang baru bukan pecahan kelompok pemegang lama; \"split_from\"-nya harus "
                     "menyebut kelompok itu");
    bina_case_saw(c, "before", before != 0 ? bina_int(before) : bina_null());
}

/* ---- what follows ---- */

/* Ends a custody on a day; it lasts a day at least. */
static void
end_custody(bina_case *c, bina_id custody, int64_t day)
{
    bina_record *record = NULL;

    if (custody == 0 || c->status != BINA_OK)
        return;
    c->status = c->access->get(c->access->data, custody, &record);
    if (c->status != BINA_OK)
        return;
    if (day < bina_record_int(record, BINA_CUSTODY_VALID_FROM))
        day = bina_record_int(record, BINA_CUSTODY_VALID_FROM);
    bina_set_int(record, BINA_CUSTODY_VALID_TO, day);
    bina_case_update(c, record);
}

static void
take_over(bina_case *c)
{
    bina_id asset = bina_case_int(c, "asset");
    int64_t from = bina_case_int(c, "valid_from");

    if (takes_over(c))
        end_custody(c, open_custody(c, asset, from - 1), from - 1);
}

/* The tool is lent, passed on, or back from a loan. */
static void
move_asset(bina_case *c)
{
    const char *nature = bina_case_text(c, "nature");
    bina_id asset = bina_case_int(c, "asset");
    int64_t from = bina_case_int(c, "valid_from");
    char state[32];

    bina_asset_state(c, asset, state);
    if (nature == NULL || bina_case_has(c, "valid_to") || c->status != BINA_OK)
        return;
    if (strcmp(nature, "lent") == 0 && bina_text_lists("in_use idle found", state))
        bina_asset_move(c, asset, "lend", from);
    else if (strcmp(nature, "passed_on") == 0 &&
             bina_text_lists("in_use idle lent found missing", state))
        bina_asset_move(c, asset, "pass_on", from);
    else if (strcmp(nature, "lent") != 0 && strcmp(state, "lent") == 0)
        bina_asset_move(c, asset, "bring_back", from);
}

/* The tool's holder is that of its custody, from its first day; of none after its last. */
static void
set_holder(bina_case *c)
{
    static const char ended_on[] =
        "SELECT " BINA_DAY_OF("max(valid_to)") " FROM custodies WHERE asset = ?1";
    static const char begun_on[] =
        "SELECT " BINA_DAY_OF("valid_from") " FROM custodies WHERE id = ?1";
    static const char held_by[] =
        "SELECT id FROM custodies WHERE asset = ?1 AND valid_from <= ?2"
        " AND (valid_to IS NULL OR valid_to > ?2) ORDER BY valid_from DESC LIMIT 1";
    bina_id asset = bina_case_int(c, "asset");
    bina_id open = BINA_ASK(c, held_by, bina_int(asset), bina_integer_of(BINA_DATE, c->today));
    bina_id holder = BINA_ASK(c, "SELECT holder FROM custodies WHERE id = ?1", bina_int(open));
    bina_id shown = BINA_ASK(c, "SELECT holder FROM assets WHERE id = ?1", bina_int(asset));
    int64_t ended;

    if (open != 0 && holder != shown)
        bina_case_set_dated(c, asset, BINA_ASSET_HOLDER, bina_int(holder),
                            BINA_ASK(c, begun_on, bina_int(open)));
    if (open != 0 || shown == 0)
        return;
    ended = BINA_ASK(c, ended_on, bina_int(asset));
    bina_case_set_dated(c, asset, BINA_ASSET_HOLDER, bina_null(),
                        ended != 0 ? ended + 1 : c->today);
}

void
bina_custody_end(bina_case *c)
{
    bina_id open = open_custody(c, c->id, c->on);
    char nature[16];

    bina_case_ask_text(c, "SELECT nature FROM custodies WHERE id = ?1", BINA_VALUES(bina_int(open)),
                       nature, sizeof nature);
    /* Where it was passed on to is the custody that goes on. */
    if (strcmp(c->transition->verb, "pass_on") != 0 || strcmp(nature, "passed_on") != 0)
        end_custody(c, open, c->on);
}

void
bina_custody_restore(bina_case *c)
{
    static const char before_it[] =
        "SELECT id FROM custodies WHERE asset = ?1 AND valid_from < (SELECT valid_from"
        " FROM custodies WHERE id = ?2) ORDER BY valid_from DESC LIMIT 1";
    bina_id open = open_custody(c, c->id, c->on);
    bina_id before = BINA_ASK(c, before_it, bina_int(c->id), bina_int(open));
    bina_record *record = NULL;
    char nature[16];

    bina_case_ask_text(c, "SELECT nature FROM custodies WHERE id = ?1", BINA_VALUES(bina_int(open)),
                       nature, sizeof nature);
    if (strcmp(nature, "lent") != 0 || before == 0 || c->status != BINA_OK)
        return;
    end_custody(c, open, c->on - 1);
    if (c->status == BINA_OK)
        c->status = c->access->get(c->access->data, before, &record);
    if (c->status != BINA_OK)
        return;
    bina_unset(record, BINA_CUSTODY_ID);
    bina_unset(record, BINA_CUSTODY_REVISION);
    bina_set_int(record, BINA_CUSTODY_VALID_FROM, c->on);
    bina_set_null(record, BINA_CUSTODY_VALID_TO);
    (void)bina_case_add(c, record);
}

static bina_guard *const add_guards[] = {custodian_can_answer, there_to_be_held, from_its_group,
                                         NULL};
static bina_effect *const add_effects[] = {take_over, move_asset, NULL};

const bina_transition bina_custody_steps[] = {
    {.verb = "add",
     .label = {"hand over", "serahkan"},
     .from = "",
     .guards = add_guards,
     .effects = add_effects},
    {.verb = NULL},
};
bina_guard *const bina_custody_always[] = {days_in_order, one_at_a_time, group_names_custodian,
                                           NULL};
bina_effect *const bina_custody_changed[] = {set_holder, NULL};
