/*
 * The lifecycle of credit that was referred to a bank. A loan is no grant: help that its borrower
 * had besides is shown (report "credit"), and refuses nothing.
 */
#include "rules/credit_kur.h"
#include "rules/lifecycle.h"
#include "rules/policy.h"

/* ---- sums and days ---- */

static void
sums_hold(bina_case *c)
{
    int64_t approved = bina_case_int(c, "approved"), outstanding = bina_case_int(c, "outstanding");

    if (bina_case_has(c, "outstanding") && bina_case_has(c, "approved") && outstanding > approved) {
        bina_case_refuse(c, "loan.outstanding", "%lld rupiah are owed of a loan of %lld",
                         "sisa %lld rupiah melebihi plafon %lld", (long long)outstanding,
                         (long long)approved);
        bina_case_saw(c, "outstanding", bina_int(outstanding));
        bina_case_saw(c, "approved", bina_int(approved));
    }
}

static void
paid_back(bina_case *c)
{
    if (bina_case_int(c, "outstanding") == 0)
        return;
    bina_case_refuse(c, "loan.repaid", "%lld rupiah are still owed; set outstanding to 0 with it",
                     "masih tersisa %lld rupiah; isi sisa dengan 0 pada langkah ini",
                     (long long)bina_case_int(c, "outstanding"));
    bina_case_saw(c, "outstanding", bina_case_field(c, "outstanding"));
}

static void
paid_out_by_then(bina_case *c)
{
    if (!bina_case_has(c, "disbursed_on") || bina_case_int(c, "disbursed_on") <= c->on)
        return;
    bina_case_refuse(c, "loan.disbursed_on", "it counts as disbursed from the day it was paid out",
                     "kredit dicatat cair paling cepat pada hari pencairannya");
    bina_case_saw(c, "disbursed_on", bina_case_field(c, "disbursed_on"));
}

/* An approval that is not used in time is void; the bank may say until when, or policy does. */
static void
set_lapse(bina_case *c)
{
    bina_record *loan;
    int64_t days;

    if (bina_case_has(c, "lapses"))
        return;
    days = bina_policy_number(c, "loan.lapse_days", 0, NULL);
    if (c->status != BINA_OK || days == BINA_POLICY_NONE)
        return;
    loan = bina_record_new(BINA_LOAN);
    if (loan != NULL) {
        bina_set_int(loan, BINA_LOAN_ID, c->id);
        bina_set_int(loan, BINA_LOAN_LAPSES, c->on + days);
    }
    bina_case_update(c, loan);
}

/* A second approval gets a day of its own. */
static void
forget_lapse(bina_case *c)
{
    bina_record *loan = bina_record_new(BINA_LOAN);

    if (loan != NULL) {
        bina_set_int(loan, BINA_LOAN_ID, c->id);
        bina_set_null(loan, BINA_LOAN_LAPSES);
    }
    bina_case_update(c, loan);
}

static void
time_is_over(bina_case *c)
{
    if (bina_case_has(c, "lapses") && bina_case_int(c, "lapses") < c->on)
        return;
    bina_case_refuse(c, "loan.lapses", "the approval still holds on the day; withdraw it instead",
                     "persetujuan masih berlaku pada hari itu; batalkan saja");
    bina_case_saw(c, "lapses", bina_case_field(c, "lapses"));
    bina_case_saw(c, "on", bina_integer_of(BINA_DATE, c->on));
}

static void
time_is_left(bina_case *c)
{
    if (!bina_case_has(c, "lapses") || bina_case_int(c, "lapses") >= c->on)
        return;
    bina_case_refuse(c, "loan.lapsed", "the approval has lapsed; let the bank approve it again",
                     "persetujuan sudah gugur; mintakan persetujuan bank kembali");
    bina_case_saw(c, "lapses", bina_case_field(c, "lapses"));
    bina_case_saw(c, "on", bina_integer_of(BINA_DATE, c->on));
}

static const bina_transition loan_steps[] = {
    {"add", {"refer", "rujuk"}, "", "referred", .paper = NULL},
    {"review", {"take into review", "telaah"}, "referred", "in_review", .paper = NULL},
    {"approve",
     {"approve", "setujui"},
     "in_review",
     "approved",
     .sets = "!approved kur_class rate tenor access lapses",
     .guards = BINA_GUARDS(bina_kur_class_known, bina_kur_may_borrow, bina_kur_access_left,
                           bina_kur_household_free),
     .effects = BINA_EFFECTS(set_lapse)},
    {"reject", {"reject", "tolak"}, "referred in_review", "rejected", .reason = true},
    {"withdraw",
     {"withdraw", "batalkan"},
     "referred in_review approved",
     "withdrawn",
     .reason = true},
    {"lapse",
     {"lapse", "gugurkan"},
     "approved",
     "lapsed",
     .guards = BINA_GUARDS(time_is_over),
     .due = "SELECT id, date(lapses, '+1 day') FROM loans"
            " WHERE state = 'approved' AND lapses < ?1"},
    {"disburse",
     {"disburse", "cairkan"},
     "approved",
     "disbursed",
     .sets = "!contract !disbursed_on !outstanding rate tenor access collectability",
     .guards = BINA_GUARDS(time_is_left, paid_out_by_then, bina_kur_class_known,
                           bina_kur_access_left, bina_kur_household_free)},
    {"restructure",
     {"restructure", "restrukturisasi"},
     "disbursed overdue restructured",
     "restructured",
     .reason = true,
     .sets = "rate tenor outstanding collectability contract"},
    {"fall_behind",
     {"fall behind", "tunggak"},
     "disbursed restructured",
     "overdue",
     .sets = "outstanding collectability"},
    {"catch_up",
     {"catch up", "lancarkan kembali"},
     "overdue",
     "disbursed",
     .sets = "outstanding collectability"},
    {"repay",
     {"repay", "lunasi"},
     "disbursed restructured overdue guarantor_claim written_off",
     "repaid",
     .sets = "!outstanding collectability",
     .guards = BINA_GUARDS(paid_back)},
    {"claim",
     {"claim from the guarantor", "klaim penjaminan"},
     "overdue",
     "guarantor_claim",
     .sets = "outstanding collectability"},
    {"write_off",
     {"write off", "hapus buku"},
     "overdue guarantor_claim",
     "written_off",
     .reason = true,
     .sets = "outstanding collectability"},
    {"reopen",
     {"take up again", "buka kembali"},
     "lapsed rejected withdrawn",
     "in_review",
     .reason = true,
     .sets = "requested kur_class purpose sector",
     .effects = BINA_EFFECTS(forget_lapse)},
    {"correct",
     {"correct", "betulkan"},
     "repaid guarantor_claim written_off",
     "overdue",
     .reason = true,
     .sets = "outstanding collectability"},
    {.verb = NULL},
};

const bina_lifecycle bina_lifecycles_credit[] = {
    {.kind = BINA_LOAN,
     .state = "state",
     .began = "began",
     .kept = "borrower bank scheme kur_class requested disbursed_on",
     .transitions = loan_steps,
     .always = BINA_GUARDS(bina_kur_class_fits, bina_kur_terms_fit, sums_hold)},
    {.kind = BINA_NO_KIND},
};
