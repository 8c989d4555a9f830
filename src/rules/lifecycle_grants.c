/*
 * The lifecycles of grants, their items and handovers. Requested, verified, approved by decree
 * (SK), bought, handed over in parts on minutes (BAST), looked after, closed; and every way that
 * ends otherwise has a way back.
 */
#include "rules/lifecycle.h"
#include "rules/lifecycle_grants.h"
#include "rules/lifecycle_money.h"

static bina_guard *const to_propose[] = {bina_grant_programme_goes_on, bina_grant_beneficiary,
                                         bina_grant_successor, NULL};
static bina_guard *const to_verify[] = {bina_grant_programme_goes_on, bina_grant_beneficiary,
                                        bina_grant_says_what, NULL};
static bina_guard *const to_approve[] = {bina_grant_programme_runs, bina_grant_beneficiary,
                                         bina_grant_eligible,       bina_grant_no_double_help,
                                         bina_grant_is_funded,      bina_grant_items_fit,
                                         bina_planned_fits,         NULL};
static bina_guard *const to_carry_over[] = {bina_grant_has_year, NULL};
static bina_guard *const to_reallocate[] = {bina_grant_new_recipient, NULL};
static bina_guard *const to_take_back[] = {bina_grant_not_carried_on, NULL};
static bina_guard *const to_hand_over_part[] = {bina_grant_was_bought, bina_grant_part_is_there,
                                                NULL};
static bina_guard *const to_hand_over[] = {bina_grant_was_bought, bina_grant_all_is_there, NULL};
static bina_guard *const to_take_back_delivery[] = {bina_grant_nothing_is_there, NULL};
static bina_guard *const to_close[] = {bina_grant_confirmed, bina_grant_report_came, NULL};
static bina_guard *const always[] = {bina_grant_stays_approved, bina_grant_covers, NULL};

static bina_effect *const bind[] = {bina_commit_planned, NULL};
static bina_effect *const let_go[] = {bina_release_committed, NULL};
static bina_effect *const plan_again[] = {bina_replan_released, NULL};
static bina_effect *const unbind[] = {bina_release_committed, bina_replan_released, NULL};
static bina_effect *const spend[] = {bina_spend_committed, NULL};
static bina_effect *const unspend[] = {bina_unspend, NULL};
static bina_effect *const deliver[] = {bina_spend_committed, bina_grant_deliver_whole, NULL};
static bina_effect *const take_back[] = {bina_grant_deliver_none, NULL};
static bina_effect *const carry_over[] = {bina_grant_carry_over, NULL};
static bina_effect *const reallocate[] = {bina_grant_reallocate, NULL};

static const bina_transition grant[] = {
    {.verb = "add",
     .label = {"propose", "usulkan"},
     .from = "",
     .to = "proposed",
     .guards = to_propose},
    {.verb = "verify",
     .label = {"verify", "verifikasi"},
     .from = "proposed",
     .to = "verified",
     .sets = "requested object",
     .guards = to_verify},
    {.verb = "send_back",
     .label = {"send back to be proposed anew", "kembalikan ke usulan"},
     .from = "verified",
     .to = "proposed",
     .reason = true},
    {.verb = "approve",
     .label = {"approve", "setujui"},
     .from = "verified",
     .to = "approved",
     .paper = "decree",
     .sets = "!approved fiscal_year report_due",
     .guards = to_approve,
     .effects = bind},
    {.verb = "withdraw_approval",
     .label = {"withdraw the approval", "cabut persetujuan"},
     .from = "approved",
     .to = "verified",
     .reason = true,
     .effects = unbind},
    {.verb = "procure",
     .label = {"procure", "adakan"},
     .from = "approved",
     .to = "procured",
     .effects = spend},
    {.verb = "correct",
     .label = {"correct: it was not procured", "betulkan: belum diadakan"},
     .from = "procured",
     .to = "approved",
     .reason = true,
     .effects = unspend},
    {.verb = "fail_procurement",
     .label = {"procurement failed", "pengadaan gagal"},
     .from = "approved",
     .to = "procurement_failed",
     .reason = true},
    {.verb = "retry_procurement",
     .label = {"procure again", "adakan ulang"},
     .from = "procurement_failed",
     .to = "approved"},
    {.verb = "hand_over_part",
     .label = {"hand over a part", "serahkan sebagian"},
     .from = "approved procured",
     .to = "partly_handed_over",
     .paper = "handover",
     .guards = to_hand_over_part,
     .effects = spend},
    {.verb = "hand_over",
     .label = {"hand over", "serahkan"},
     .from = "approved procured partly_handed_over",
     .to = "handed_over",
     .paper = "handover",
     .guards = to_hand_over,
     .effects = deliver},
    {.verb = "reopen_delivery",
     .label = {"correct: a part is missing", "betulkan: belum lengkap"},
     .from = "handed_over",
     .to = "partly_handed_over",
     .reason = true,
     .guards = to_hand_over_part},
    {.verb = "take_back_delivery",
     .label = {"correct: nothing was handed over", "betulkan: belum diserahkan"},
     .from = "partly_handed_over handed_over",
     .to = "procured",
     .reason = true,
     .guards = to_take_back_delivery,
     .effects = take_back},
    {.verb = "monitor",
     .label = {"look after", "pantau"},
     .from = "handed_over",
     .to = "monitored"},
    {.verb = "correct",
     .label = {"correct: not looked after yet", "betulkan: belum dipantau"},
     .from = "monitored",
     .to = "handed_over",
     .reason = true},
    {.verb = "close",
     .label = {"close", "selesaikan"},
     .from = "handed_over monitored",
     .to = "closed",
     .sets = "reported",
     .guards = to_close},
    {.verb = "reopen",
     .label = {"reopen", "buka lagi"},
     .from = "closed",
     .to = "monitored",
     .reason = true},
    {.verb = "reject",
     .label = {"reject", "tolak"},
     .from = "proposed verified",
     .to = "rejected",
     .reason = true,
     .effects = let_go},
    {.verb = "decline",
     .label = {"declined by the recipient", "ditolak penerima"},
     .from = "approved procured",
     .to = "declined",
     .reason = true},
    {.verb = "offer_again",
     .label = {"offer again", "tawarkan lagi"},
     .from = "declined",
     .to = "approved",
     .reason = true},
    {.verb = "carry_over",
     .label = {"carry over to the next year", "lanjutkan ke tahun berikutnya"},
     .from = "approved procurement_failed",
     .to = "carried_over",
     .reason = true,
     .guards = to_carry_over,
     .effects = carry_over},
    {.verb = "reallocate",
     .label = {"give to another", "alihkan"},
     .from = "approved procured declined",
     .to = "reallocated",
     .reason = true,
     .sets = "!reallocated_to",
     .guards = to_reallocate,
     .effects = reallocate},
    {.verb = "take_back",
     .label = {"take back", "tarik kembali"},
     .from = "carried_over reallocated",
     .to = "verified",
     .reason = true,
     .guards = to_take_back,
     .effects = plan_again},
    {.verb = "cancel",
     .label = {"cancel", "batalkan"},
     .from = "proposed verified approved procurement_failed procured declined",
     .to = "cancelled",
     .reason = true,
     .effects = let_go},
    {.verb = "reopen",
     .label = {"propose again", "usulkan lagi"},
     .from = "rejected cancelled",
     .to = "proposed",
     .reason = true,
     .guards = to_propose,
     .effects = plan_again},
    {.verb = NULL},
};

/* ---- kinds without states ---- */

static bina_guard *const item_guards[] = {bina_item_may_change, NULL};
static bina_guard *const item_always[] = {bina_item_covers, NULL};
static bina_effect *const item_effects[] = {bina_item_changed, NULL};
static const bina_transition item[] = {
    {.verb = "add", .label = {"add", "tambah"}, .from = "", .guards = item_guards},
    {.verb = "remove", .label = {"remove", "hapus"}, .from = "", .guards = item_guards},
    {.verb = NULL},
};

static bina_guard *const handover_guards[] = {bina_handover_may_change, bina_handover_minutes,
                                              NULL};
static bina_guard *const handover_removal[] = {bina_handover_may_change, NULL};
static bina_guard *const handover_always[] = {bina_handover_fits, NULL};
static bina_effect *const handover_effects[] = {bina_handover_changed, NULL};
static const bina_transition handover[] = {
    {.verb = "add", .label = {"hand over", "serahkan"}, .from = "", .guards = handover_guards},
    {.verb = "remove", .label = {"remove", "hapus"}, .from = "", .guards = handover_removal},
    {.verb = NULL},
};

static bina_guard *const receipt_guards[] = {bina_receipt_after_handover, NULL};
static const bina_transition receipt[] = {
    {.verb = "add", .label = {"confirm", "konfirmasi"}, .from = "", .guards = receipt_guards},
    {.verb = NULL},
};

const bina_lifecycle bina_lifecycles_grants[] = {
    {.kind = BINA_GRANT,
     .state = "state",
     .began = "began",
     .fixed = "carried_from",
     .kept = "approved",
     .transitions = grant,
     .always = always},
    {.kind = BINA_GRANT_ITEM, .transitions = item, .always = item_always, .changed = item_effects},
    {.kind = BINA_HANDOVER,
     .transitions = handover,
     .always = handover_always,
     .changed = handover_effects},
    {.kind = BINA_RECEIPT, .transitions = receipt},
    {.kind = BINA_NO_KIND},
};
