/*
 * The lifecycle of a tool that was granted. What surveys, repairs and changes of custody tell moves
 * it on; a final state has a way back, for what was thought lost turns up.
 */
#include "base/text.h"
#include "rules/lifecycle_assets.h"

#include <string.h>

#define HELD     "in_use idle lent found"
#define AT_WORK  "in_use idle lent found under_repair"
#define FINISHED "transferred destroyed written_off returned"

void
bina_asset_state(bina_case *c, bina_id asset, char state[32])
{
    bina_case_ask_text(c, "SELECT state FROM assets WHERE id = ?1", BINA_VALUES(bina_int(asset)),
                       state, 32);
}

void
bina_asset_move(bina_case *c, bina_id asset, const char *verb, int64_t day)
{
    static const char moved_on[] =
        "SELECT max((SELECT coalesce(began, '') FROM assets WHERE id = ?1), coalesce("
        "  (SELECT max(valid_from) FROM dated_values WHERE record = ?1 AND field = 'state'"
        "    AND superseded IS NULL), '')) > ?2";
    const bina_move move = {.verb = verb, .on = day};

    if (BINA_ASK(c, moved_on, bina_int(asset), bina_integer_of(BINA_DATE, day)) != 0)
        return;
    if (c->status == BINA_OK)
        c->status = c->access->advance(c->access->data, asset, &move);
}

/* A tool is written off when it is past repair, destroyed, or gone. */
static void
may_be_written_off(bina_case *c)
{
    const char *condition = bina_case_text(c, "condition");

    if (c->state == NULL || bina_text_lists("destroyed missing", c->state) ||
        (condition != NULL && strcmp(condition, "major_damage") == 0))
        return;
    bina_case_refuse(c, "asset.write_off",
                     "only a tool with major damage, or one that is destroyed or missing, is "
                     "written off; record an inspection that found so first",
                     "hanya alat yang rusak berat, musnah atau hilang yang dihapus; catat dahulu "
                     "pemeriksaan yang menemukannya");
    bina_case_saw(c, "condition", bina_text(condition));
    bina_case_saw(c, "state", bina_text(c->state));
}

/* Who holds a tool is told by its custody alone, once it has one. */
static void
holder_follows_custody(bina_case *c)
{
    static const char holder_now[] =
        "SELECT holder FROM custodies WHERE asset = ?1 AND valid_from <= ?2"
        " AND (valid_to IS NULL OR valid_to > ?2) ORDER BY valid_from DESC LIMIT 1";
    bina_id holder;

    if (c->id == 0)
        return;
    holder = BINA_ASK(c, holder_now, bina_int(c->id), bina_integer_of(BINA_DATE, c->today));
    if (holder == 0 || holder == bina_case_int(c, "holder"))
        return;
    bina_case_refuse(
        c, "asset.holder",
        "who holds a tool follows from its custody; add a custody for the new holder",
        "pemegang alat mengikuti data pemegang alat (custody); tambahkan data pemegang "
        "yang baru");
    bina_case_saw(c, "holder", bina_int(holder));
}

static bina_guard *const write_off_guards[] = {may_be_written_off, NULL};
static bina_guard *const custodian_guards[] = {bina_custody_needs_custodian, NULL};
static bina_guard *const asset_always[] = {holder_follows_custody, NULL};
static bina_effect *const end_custody[] = {bina_custody_end, NULL};
static bina_effect *const restore_custody[] = {bina_custody_restore, NULL};

static const bina_transition asset_steps[] = {
    {.verb = "add", .label = {"hand over", "serahkan"}, .from = "", .to = "in_use"},
    {.verb = "store", .label = {"take into store", "simpan"}, .from = "", .to = "idle"},
    {.verb = "use", .label = {"take into use", "pakai"}, .from = "idle found", .to = "in_use"},
    {.verb = "lay_idle",
     .label = {"lay idle", "tidak dipakai"},
     .from = "in_use found",
     .to = "idle"},
    {.verb = "lend", .label = {"lend", "pinjamkan"}, .from = "in_use idle found", .to = "lent"},
    {.verb = "bring_back",
     .label = {"bring back", "kembalikan pinjaman"},
     .from = "lent",
     .to = "in_use",
     .effects = restore_custody},
    {.verb = "repair", .label = {"send to repair", "perbaiki"}, .from = HELD, .to = "under_repair"},
    {.verb = "mend",
     .label = {"take back repaired", "terima hasil perbaikan"},
     .from = "under_repair",
     .to = "in_use",
     .sets = "condition"},
    {.verb = "give_up",
     .label = {"give up repairing", "hentikan perbaikan"},
     .from = "under_repair",
     .to = "idle",
     .sets = "condition"},
    {.verb = "miss",
     .label = {"report missing", "laporkan hilang"},
     .from = AT_WORK,
     .to = "missing"},
    {.verb = "find",
     .label = {"find again", "temukan kembali"},
     .from = "missing written_off",
     .to = "found",
     .sets = "condition"},
    {.verb = "pass_on",
     .label = {"pass on", "pindahtangankan"},
     .from = HELD " missing",
     .to = "transferred",
     .effects = end_custody},
    {.verb = "claim_back",
     .label = {"claim back", "tarik kembali"},
     .from = "transferred",
     .to = "in_use"},
    {.verb = "destroy",
     .label = {"declare destroyed", "nyatakan musnah"},
     .from = AT_WORK " missing",
     .to = "destroyed",
     .reason = true},
    {.verb = "write_off",
     .label = {"write off", "hapus dari daftar"},
     .from = "in_use idle found under_repair missing destroyed",
     .to = "written_off",
     .paper = "minutes",
     .guards = write_off_guards,
     .effects = end_custody},
    {.verb = "give_back",
     .label = {"give back to the office", "kembalikan ke dinas"},
     .from = AT_WORK,
     .to = "returned",
     .sets = "condition",
     .effects = end_custody},
    {.verb = "issue",
     .label = {"issue again", "serahkan lagi"},
     .from = "returned",
     .to = "in_use"},
    {.verb = "correct",
     .label = {"correct", "betulkan"},
     .from = FINISHED,
     .to = "in_use",
     .reason = true},
    {.verb = "confirm_custodian",
     .label = {"confirm the custodian", "pastikan penanggung jawab"},
     .from = AT_WORK,
     .guards = custodian_guards,
     .due = BINA_CUSTODY_ORPHANS},
    {.verb = NULL},
};

const bina_lifecycle bina_lifecycles_assets[] = {
    {.kind = BINA_ASSET,
     .state = "state",
     .began = "began",
     .fixed = "grant handover condition",
     .transitions = asset_steps,
     .always = asset_always},
    {.kind = BINA_CUSTODY,
     .transitions = bina_custody_steps,
     .always = bina_custody_always,
     .changed = bina_custody_changed},
    {.kind = BINA_SURVEY,
     .state = "state",
     .began = "began",
     .kept = "programme region issued_until",
     .transitions = bina_survey_steps,
     .always = bina_survey_always},
    {.kind = BINA_INSPECTION,
     .transitions = bina_inspection_steps,
     .always = bina_inspection_always,
     .changed = bina_inspection_changed},
    {.kind = BINA_REPAIR,
     .transitions = bina_repair_steps,
     .always = bina_repair_always,
     .changed = bina_repair_changed},
    {.kind = BINA_NO_KIND},
};
