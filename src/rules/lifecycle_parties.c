/*
 * The lifecycles of enterprises, groups and clusters. Lists also write the state of an enterprise
 * or a cluster as they find it; a step adds the day and the reason. A group ends only when nothing
 * that was granted lies with it any more.
 */
#include <stdlib.h>
#include "rules/lifecycle.h"
#include "rules/policy.h"

/* ---- enterprises ---- */

static const bina_transition enterprise_steps[] = {
    {.verb = "add", .label = {"enter", "catat"}, .from = "", .to = "active"},
    {.verb = "plan",
     .label = {"enter as prospective", "catat calon"},
     .from = "",
     .to = "prospective"},
    {.verb = "start",
     .label = {"start work", "mulai bekerja"},
     .from = "prospective",
     .to = "active"},
    {.verb = "rest",
     .label = {"rest for the season", "istirahat musiman"},
     .from = "active",
     .to = "seasonal_rest"},
    {.verb = "pause",
     .label = {"pause", "berhenti sementara"},
     .from = "active seasonal_rest",
     .to = "paused",
     .reason = true},
    {.verb = "lose",
     .label = {"not find", "tidak ditemukan"},
     .from = "prospective active seasonal_rest paused",
     .to = "not_found"},
    {.verb = "close",
     .label = {"close", "tutup"},
     .from = "prospective active seasonal_rest paused not_found",
     .to = "closed",
     .reason = true},
    {.verb = "move_away",
     .label = {"move away", "pindah"},
     .from = "prospective active seasonal_rest paused not_found",
     .to = "moved_away",
     .reason = true},
    {.verb = "resume",
     .label = {"resume work", "bekerja lagi"},
     .from = "seasonal_rest paused not_found",
     .to = "active"},
    {.verb = "reopen",
     .label = {"reopen", "buka kembali"},
     .from = "closed",
     .to = "active",
     .reason = true},
    {.verb = "come_back", .label = {"come back", "kembali"}, .from = "moved_away", .to = "active"},
    {.verb = NULL},
};

/* ---- groups ---- */

static void
holds_no_tools(bina_case *c)
{
    static const char held[] =
        "SELECT count(*) FROM assets WHERE holder__group = ?1"
        " AND state NOT IN ('transferred', 'destroyed', 'written_off', 'returned')";
    int64_t count = BINA_ASK(c, held, bina_int(c->id));

    if (count == 0)
        return;
    bina_case_refuse(
        c, "group.assets",
        "%lld tools still lie with the group; hand each to who takes it on (a custody "
        "of nature \"split\", \"merged\" or \"passed_on\"), take it back or write it off",
        "%lld alat masih ada pada kelompok; serahkan masing-masing kepada penerusnya "
        "(data pemegang berdasar \"split\", \"merged\" atau \"passed_on\"), tarik "
        "kembali, atau hapus",
        (long long)count);
    bina_case_saw(c, "assets", bina_int(count));
}

static void
awaits_no_grants(bina_case *c)
{
    static const char open_grants[] =
        "SELECT count(*) FROM grants WHERE recipient__group = ?1 AND state IN ('proposed',"
        " 'verified', 'approved', 'procured', 'partly_handed_over', 'procurement_failed')";
    int64_t count = BINA_ASK(c, open_grants, bina_int(c->id));

    if (count == 0)
        return;
    bina_case_refuse(c, "group.grants",
                     "%lld grants to the group are not finished; reallocate or cancel them first",
                     "%lld bantuan untuk kelompok belum selesai; alihkan atau batalkan dahulu",
                     (long long)count);
    bina_case_saw(c, "grants", bina_int(count));
}

/* Where one goes on under the old name, the old group is still there. */
static void
has_successors(bina_case *c)
{
    static const char successors[] = "SELECT count(*) FROM \"groups\" WHERE split_from = ?1";
    int64_t count = BINA_ASK(c, successors, bina_int(c->id));

    if (count >= 2)
        return;
    bina_case_refuse(c, "group.successors",
                     "a group that splits leaves two others at least, and %lld name it in "
                     "\"split_from\"; add them first (where one part keeps the name, the group "
                     "stays active)",
                     "kelompok yang pecah meninggalkan sekurangnya dua kelompok, dan %lld yang "
                     "menyebutnya di \"split_from\"; tambahkan dahulu (bila satu bagian memakai "
                     "nama lama, kelompok tetap aktif)",
                     (long long)count);
    bina_case_saw(c, "successors", bina_int(count));
}

static void
joins_another(bina_case *c)
{
    static const char active[] =
        "SELECT count(*) FROM \"groups\" WHERE id = ?1 AND id <> ?2"
        " AND merged_into IS NULL AND coalesce(state, 'active') = 'active'";
    bina_id joined = bina_case_int(c, "joined");

    if (joined == 0 || BINA_ASK(c, active, bina_int(joined), bina_int(c->id)) != 0)
        return;
    bina_case_refuse(c, "group.joined", "a group joins another one that is active",
                     "kelompok bergabung ke kelompok lain yang aktif");
    bina_case_saw(c, "joined", bina_int(joined));
}

/* Who was a member is one no longer. */
static void
end_memberships(bina_case *c)
{
    static const char open_ones[] = "SELECT id FROM memberships WHERE member_of = ?1"
                                    " AND valid_to IS NULL AND coalesce(valid_from, '') <= ?2";
    size_t count;
    bina_id *ids =
        BINA_ASK_IDS(c, open_ones, &count, bina_int(c->id), bina_integer_of(BINA_DATE, c->on));

    for (size_t i = 0; i < count && c->status == BINA_OK; i++) {
        bina_record *record = NULL;
        c->status = c->access->get(c->access->data, ids[i], &record);
        if (c->status != BINA_OK)
            break;
        bina_set_int(record, BINA_MEMBERSHIP_VALID_TO, c->on);
        bina_case_update(c, record);
    }
    free(ids);
}

static bina_guard *const split_guards[] = {has_successors, holds_no_tools, awaits_no_grants, NULL};
static bina_guard *const merge_guards[] = {joins_another, holds_no_tools, awaits_no_grants, NULL};
static bina_guard *const dissolve_guards[] = {holds_no_tools, awaits_no_grants, NULL};
static bina_effect *const end_effects[] = {end_memberships, NULL};

static const bina_transition group_steps[] = {
    {.verb = "add", .label = {"found", "dirikan"}, .from = "", .to = "active"},
    {.verb = "split",
     .label = {"split", "pecah"},
     .from = "active",
     .to = "split",
     .reason = true,
     .guards = split_guards,
     .effects = end_effects},
    {.verb = "merge",
     .label = {"join another group", "bergabung"},
     .from = "active",
     .to = "merged",
     .reason = true,
     .sets = "!joined",
     .guards = merge_guards,
     .effects = end_effects},
    {.verb = "dissolve",
     .label = {"dissolve", "bubarkan"},
     .from = "active",
     .to = "dissolved",
     .reason = true,
     .guards = dissolve_guards,
     .effects = end_effects},
    {.verb = "revive",
     .label = {"revive", "hidupkan kembali"},
     .from = "split merged dissolved",
     .to = "active",
     .reason = true},
    {.verb = NULL},
};

/* ---- clusters ---- */

static void
has_members(bina_case *c)
{
    static const char members[] =
        "SELECT count(*) FROM enterprises WHERE sentra = ?1 AND merged_into IS NULL"
        " AND coalesce(status, 'active') NOT IN ('closed', 'moved_away')";
    bina_policy_source source;
    int64_t least = bina_policy_number(c, "sentra.members", 0, &source);
    int64_t count = BINA_ASK(c, members, bina_int(c->id));

    if (least == BINA_POLICY_NONE || count >= least)
        return;
    bina_case_refuse(c, "sentra.members",
                     "a cluster has %lld enterprises at least, and %lld name this one in "
                     "\"sentra\"; a cluster that is only declared is written as it is declared",
                     "sentra beranggota sekurangnya %lld usaha, dan %lld yang menyebutnya di "
                     "\"sentra\"; sentra yang baru dinyatakan dicatat sebagaimana dinyatakan",
                     (long long)least, (long long)count);
    bina_case_saw(c, "enterprises", bina_int(count));
    bina_case_saw(c, "least", bina_int(least));
    bina_policy_ground(c, &source);
}

static bina_guard *const sentra_guards[] = {has_members, NULL};

static const bina_transition sentra_steps[] = {
    {.verb = "add", .label = {"propose", "usulkan"}, .from = "", .to = "proposed"},
    {.verb = "activate",
     .label = {"activate", "aktifkan"},
     .from = "proposed dormant",
     .to = "active",
     .guards = sentra_guards},
    {.verb = "rest",
     .label = {"declare dormant", "nyatakan tidak aktif"},
     .from = "active",
     .to = "dormant",
     .reason = true},
    {.verb = "withdraw",
     .label = {"withdraw the proposal", "tarik usulan"},
     .from = "proposed",
     .to = "dormant",
     .reason = true},
    {.verb = NULL},
};

const bina_lifecycle bina_lifecycles_parties[] = {
    {.kind = BINA_ENTERPRISE,
     .state = "status",
     .began = "began",
     .loose = true,
     .transitions = enterprise_steps},
    {.kind = BINA_GROUP, .state = "state", .began = "founded", .transitions = group_steps},
    {.kind = BINA_SENTRA, .state = "status", .loose = true, .transitions = sentra_steps},
    {.kind = BINA_NO_KIND},
};
