/* Finding lifecycles and steps, and asking every condition of a case. */
#include "rules/lifecycle.h"

#include <stdio.h>
#include <string.h>
#include "base/text.h"

static const bina_lifecycle *const areas[] = {
    bina_lifecycles_parties, bina_lifecycles_money,    bina_lifecycles_programmes,
    bina_lifecycles_batches, bina_lifecycles_training, bina_lifecycles_follow_up,
    bina_lifecycles_grants,  bina_lifecycles_assets,   bina_lifecycles_production,
    bina_lifecycles_market,  bina_lifecycles_sales,    bina_lifecycles_licences,
    bina_lifecycles_credit,  bina_lifecycles_periods,
};

const bina_lifecycle *
bina_lifecycle_at(int n)
{
    for (size_t a = 0; a < sizeof areas / sizeof *areas; a++)
        for (const bina_lifecycle *one = areas[a]; one->kind != BINA_NO_KIND; one++)
            if (n-- == 0)
                return one;
    return NULL;
}

const bina_lifecycle *
bina_lifecycle_find(int kind)
{
    for (size_t a = 0; a < sizeof areas / sizeof *areas; a++)
        for (const bina_lifecycle *one = areas[a]; one->kind != BINA_NO_KIND; one++)
            if (one->kind == kind)
                return one;
    return NULL;
}

/* The next word of a list separated by spaces; its length, 0 at the end. */
static size_t
word(const char **list)
{
    *list += strspn(*list, " ");
    return strcspn(*list, " ");
}

bool
bina_transition_leaves(const bina_transition *transition, const char *state)
{
    return state == NULL ? transition->from[0] == '\0' : bina_text_lists(transition->from, state);
}

const bina_transition *
bina_lifecycle_step(const bina_lifecycle *lifecycle, const char *state, const char *verb)
{
    for (const bina_transition *t = lifecycle->transitions; t != NULL && t->verb != NULL; t++)
        if (strcmp(t->verb, verb) == 0 && bina_transition_leaves(t, state))
            return t;
    return NULL;
}

const bina_transition *
bina_lifecycle_entry(const bina_lifecycle *lifecycle, const char *state)
{
    for (const bina_transition *t = lifecycle->transitions; t != NULL && t->verb != NULL; t++)
        if (t->from[0] == '\0' && (state == NULL || (t->to != NULL && strcmp(t->to, state) == 0)))
            return t;
    return NULL;
}

bool
bina_case_in(const bina_case *c, const char *states)
{
    const char *state = bina_case_text(c, "state");

    return state != NULL && bina_text_lists(states, state);
}

void
bina_lifecycle_refuse_step(bina_case *c, const char *verb)
{
    const char *kind = bina_description_name(bina_kind_description(c->lifecycle->kind));
    char possible[256] = "";

    for (const bina_transition *t = c->lifecycle->transitions; t != NULL && t->verb != NULL; t++)
        if (bina_transition_leaves(t, c->state)) {
            size_t used = strlen(possible);
            snprintf(possible + used, sizeof possible - used, "%s%s", used > 0 ? ", " : "",
                     t->verb);
        }
    bina_case_refuse(c, "lifecycle.state", "this %s is %s and has no step \"%s\"; it has: %s",
                     "data %s berkeadaan %s tidak mempunyai langkah \"%s\"; yang ada: %s", kind,
                     c->state != NULL ? c->state : "-", verb, possible[0] != '\0' ? possible : "-");
    bina_case_saw(c, "state", bina_text(c->state));
}

/* ---- the conditions every step has ---- */

static void
judge_day(bina_case *c)
{
    bina_value began = bina_case_field(c, c->lifecycle->began);
    int64_t last = 0;
    char day[16], other[16];

    if (c->status == BINA_OK)
        c->status = c->access->last_step(c->access->data, c->id, &last);
    bina_date_format(c->on, day);
    if (c->on > c->today) {
        bina_case_refuse(c, "lifecycle.future", "the step is dated %s, which is still to come",
                         "langkah bertanggal %s, padahal hari itu belum tiba", day);
        bina_case_saw(c, "on", bina_integer_of(BINA_DATE, c->on));
    }
    if (began.type == BINA_DATE && began.as.integer > last)
        last = began.as.integer;
    if (last != 0 && c->on < last) {
        bina_date_format(last, other);
        bina_case_refuse(c, "lifecycle.order",
                         "the step is dated %s, before the step of %s; undo that one first",
                         "langkah bertanggal %s, sebelum langkah tanggal %s; batalkan dahulu "
                         "langkah itu",
                         day, other);
        bina_case_saw(c, "on", bina_integer_of(BINA_DATE, c->on));
        bina_case_saw(c, "last", bina_integer_of(BINA_DATE, last));
    }
}

/* Whether the record at hand refers to another. */
static bool
refers_to(const bina_case *c, bina_id other)
{
    const bina_description *description = bina_record_description(c->record);

    for (int slot = 0; slot < bina_description_count(description); slot++) {
        bina_value value = bina_record_get(c->record, slot);
        if (value.type == BINA_REF && value.as.integer == other)
            return true;
    }
    return false;
}

/* The paper must be there, be of the right sort, be numbered, and speak of this record or of one it
 * belongs to. */
static void
judge_paper(bina_case *c, const char *nature)
{
    char found[32] = "";
    bina_id subject = 0;

    if (c->paper == 0) {
        bina_case_refuse(c, "lifecycle.paper",
                         "the step needs a paper: a document of the sort \"%s\"",
                         "langkah ini memerlukan surat: dokumen jenis \"%s\"", nature);
        bina_case_saw(c, "paper", bina_null());
        return;
    }
    bina_case_ask_text(c, "SELECT nature FROM documents WHERE id = ?1 AND number IS NOT NULL",
                       BINA_VALUES(bina_int(c->paper)), found, sizeof found);
    subject = BINA_ASK(c, "SELECT subject FROM documents WHERE id = ?1", bina_int(c->paper));
    if (c->status != BINA_OK)
        return;
    if (strcmp(found, nature) != 0) {
        bina_case_refuse(c, "lifecycle.paper",
                         "the paper must be a document of the sort \"%s\" with its number",
                         "surat harus berupa dokumen jenis \"%s\" dengan nomornya", nature);
        bina_case_saw(c, "nature", bina_text(found[0] != '\0' ? found : NULL));
    } else if (subject != c->id && !refers_to(c, subject)) {
        bina_case_refuse(c, "lifecycle.paper_subject",
                         "the paper is about another record; name the one that is about this",
                         "surat itu tentang data lain; sebutkan surat tentang data ini");
        bina_case_saw(c, "subject", bina_int(subject));
    }
}

static void
judge_values(bina_case *c, const char *sets)
{
    size_t length;

    for (; (length = word(&sets)) > 0; sets += length) {
        char name[64];
        if (sets[0] != '!' || length > sizeof name)
            continue;
        memcpy(name, sets + 1, length - 1);
        name[length - 1] = '\0';
        if (!bina_case_has(c, name)) {
            bina_case_refuse(c, "lifecycle.value", "the step needs a value for %s",
                             "langkah ini memerlukan isi %s", name);
            bina_case_saw(c, name, bina_null());
        }
    }
}

static void
judge_step(bina_case *c)
{
    const bina_transition *step = c->transition;

    if (c->state != NULL && c->lifecycle->state != NULL)
        judge_day(c);
    if (step->paper != NULL && !c->supposed)
        judge_paper(c, step->paper);
    if (step->reason && c->reason == NULL && !c->supposed)
        bina_case_refuse(c, "lifecycle.reason",
                         "the step needs a reason, a word of the code list step_reason",
                         "langkah ini memerlukan sebab, satu kata dari daftar step_reason");
    if (step->sets != NULL && !c->supposed)
        judge_values(c, step->sets);
    for (bina_guard *const *guard = step->guards; guard != NULL && *guard != NULL; guard++)
        (*guard)(c);
}

bina_status
bina_lifecycle_judge(bina_case *c)
{
    if (c->transition != NULL)
        judge_step(c);
    for (bina_guard *const *guard = c->lifecycle->always; guard != NULL && *guard != NULL; guard++)
        (*guard)(c);
    return c->status;
}

bina_status
bina_lifecycle_follow(bina_case *c)
{
    bina_effect *const *effect = c->transition != NULL ? c->transition->effects : NULL;

    for (; effect != NULL && *effect != NULL && c->status == BINA_OK; effect++)
        (*effect)(c);
    for (effect = c->lifecycle->changed; effect != NULL && *effect != NULL && c->status == BINA_OK;
         effect++)
        (*effect)(c);
    return c->status;
}
