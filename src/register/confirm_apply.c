/*
 * Doing what an answer proposes. An answer by itself changes no enterprise: agencies err, and two
 * of them may answer differently; somebody here decides, and the log says who and by which letter.
 */
#include <stdio.h>
#include <string.h>
#include <bina/reference.h>
#include <bina/register.h>
#include "base/text.h"
#include "register/confirm.h"
#include "register/note.h"
#include "register/place.h"
#include "register/transaction.h"
#include "store/sql.h"

enum { PARTS = 3, PART = 128 };

static bina_status
refuse(bina_store *store, bina_status status, const char *rule, const char *english,
       const char *indonesian)
{
    bina_error_set(bina_store_complaint(store), status, english, indonesian);
    bina_error_at(bina_store_complaint(store), "confirmation", NULL, rule);
    return status;
}

/* The day from which the answer holds. */
static int64_t
day_of(const bina_record *asked)
{
    int day = bina_record_get(asked, BINA_CONFIRMATION_CLOSED_ON).type != BINA_NULL
                  ? BINA_CONFIRMATION_CLOSED_ON
                  : BINA_CONFIRMATION_ANSWERED;

    return bina_record_int(asked, day);
}

static bina_status
set_status(bina_store *store, const bina_record *firm, const char *word, int64_t day)
{
    const char *status = bina_record_text(firm, BINA_ENTERPRISE_STATUS);

    if (status != NULL && strcmp(status, word) == 0)
        return BINA_DONE;
    return bina_store_set_dated(store, bina_record_id(firm), BINA_ENTERPRISE_STATUS,
                                bina_text(word), day);
}

/* ---- moved ---- */

/* "Loyok, Sikur, Lombok Timur" as its parts; those that are not said are "". */
static void
split(const char *text, char parts[PARTS][PART])
{
    for (int i = 0; i < PARTS; i++) {
        size_t length = strcspn(text, ",;"), blanks = strspn(text, " ");
        if (blanks > length)
            blanks = length;
        snprintf(parts[i], PART, "%.*s", (int)(length - blanks < PART ? length - blanks : PART - 1),
                 text + blanks);
        text += length + (text[length] != '\0');
    }
}

/* The code of the place that is meant; false when it cannot be told. */
static bool
read_place(const bina_store *store, const char *text, char code[16])
{
    char parts[PARTS][PART], home[16];
    bina_record *region = NULL;
    bina_status status = bina_region_get(text, 0, &region, NULL);
    const char *regency;

    split(text, parts);
    regency = parts[2][0] != '\0' ? parts[2] : bina_place_of_office(bina_store_office(store), home);
    if (status != BINA_OK)
        status = bina_region_resolve(parts[0], parts[1], regency, NULL, &region, NULL);
    /* One name alone may be a regency's. */
    if (status != BINA_OK && parts[1][0] == '\0')
        status = bina_region_resolve(NULL, NULL, parts[0], NULL, &region, NULL);
    if (status == BINA_OK)
        snprintf(code, 16, "%s", bina_record_text(region, BINA_REGION_CODE));
    bina_record_free(region);
    return status == BINA_OK;
}

/* It is put where it is now; in another regency it is others' to look after. */
static bina_status
move(bina_store *store, const bina_record *asked, const bina_record *firm)
{
    const char *text = bina_record_text(asked, BINA_CONFIRMATION_MOVED_TO);
    const char *before = bina_record_text(firm, BINA_ENTERPRISE_REGION);
    int64_t day = bina_record_int(asked, BINA_CONFIRMATION_ANSWERED);
    char code[16], home[16];
    bina_status status, left = BINA_DONE;

    if (text == NULL || !read_place(store, text, code))
        return refuse(
            store, BINA_ERR_INVALID, "confirm.place",
            "Where the enterprise moved to cannot be told; change the enterprise by hand.",
            "Tempat pindahnya tidak dapat diketahui; ubah data usaha itu sendiri.");
    bina_place_of_office(bina_store_office(store), home);
    status = before != NULL && strcmp(before, code) == 0
                 ? BINA_DONE
                 : bina_store_set_dated(store, bina_record_id(firm), BINA_ENTERPRISE_REGION,
                                        bina_text(code), day);
    if (status >= BINA_OK && home[0] != '\0' && !bina_region_is_under(code, home, 0))
        left = set_status(store, firm, "moved_away", day);
    return left != BINA_DONE ? left : status;
}

/* ---- twins ---- */

static bina_status
join(bina_store *store, const bina_record *asked, const char *why)
{
    bina_id twin = bina_record_int(asked, BINA_CONFIRMATION_TWIN);
    bina_id firm = bina_record_int(asked, BINA_CONFIRMATION_ENTERPRISE), a = 0, b = 0;
    bina_status status;

    if (twin == 0)
        return refuse(
            store, BINA_ERR_INVALID, "confirm.twin",
            "The answer does not say of which enterprise it is a twin; merge them by hand.",
            "Jawaban tidak menyebut ganda dengan usaha mana; gabungkan sendiri.");
    status = bina_register_resolve(store, firm, &a);
    if (status == BINA_OK)
        status = bina_register_resolve(store, twin, &b);
    if (status == BINA_OK && a == b)
        return BINA_DONE;
    return status == BINA_OK ? bina_register_merge(store, twin, firm, why) : status;
}

/* ---- any answer ---- */

static bina_status
apply(bina_store *store, const bina_record *asked, const char *why)
{
    const char *answer = bina_record_text(asked, BINA_CONFIRMATION_ANSWER);
    bina_record *firm = NULL;
    bina_id standing = 0;
    bina_status status;

    if (strcmp(answer, "twin_of") == 0)
        return join(store, asked, why);
    if (strcmp(answer, "closed") != 0 && strcmp(answer, "moved") != 0)
        return BINA_DONE;
    status = bina_register_resolve(store, bina_record_int(asked, BINA_CONFIRMATION_ENTERPRISE),
                                   &standing);
    if (status == BINA_OK)
        status = bina_store_get(store, standing, &firm);
    if (status == BINA_OK)
        status = strcmp(answer, "closed") == 0 ? set_status(store, firm, "closed", day_of(asked))
                                               : move(store, asked, firm);
    bina_record_free(firm);
    return status;
}

/* What was decided of the answer is decided, whatever it was. */
static bina_status
mark_settled(bina_store *store, bina_id confirmation)
{
    bina_record *record = bina_record_new(BINA_CONFIRMATION);
    bina_status status = BINA_ERR_NO_MEMORY;

    if (record == NULL)
        return bina_error_plain(bina_store_complaint(store), status);
    bina_set_int(record, BINA_CONFIRMATION_ID, confirmation);
    bina_set_int(record, BINA_CONFIRMATION_SETTLED, bina_store_today(store));
    status = bina_store_update(store, record);
    bina_record_free(record);
    return status;
}

static bina_status
get_answered(bina_store *store, bina_id confirmation, bina_record **asked)
{
    bina_status status;

    *asked = NULL;
    if (bina_id_kind(confirmation) != BINA_CONFIRMATION)
        return refuse(store, BINA_ERR_USAGE, "confirm.apply", "This is no confirmation.",
                      "Ini bukan konfirmasi.");
    status = bina_store_get(store, confirmation, asked);
    if (status != BINA_OK || bina_record_text(*asked, BINA_CONFIRMATION_ANSWER) != NULL)
        return status;
    bina_record_free(*asked);
    *asked = NULL;
    return refuse(store, BINA_ERR_USAGE, "confirm.apply", "This was not answered yet.",
                  "Ini belum dijawab.");
}

/* Settles an answer in one commit, with what it proposes or without. */
static bina_status
settle(bina_store *store, bina_id confirmation, bool doing, const char *reason)
{
    bina_record *asked = NULL;
    bina_status status = get_answered(store, confirmation, &asked), done = BINA_DONE;
    const char *letter, *said = doing ? "as an agency confirmed" : "against what an agency said";
    char why[256];

    if (status != BINA_OK)
        return status;
    letter = bina_record_text(asked, BINA_CONFIRMATION_ANSWER_LETTER);
    bina_text_print(why, sizeof why, "%s%s%s", said, letter != NULL ? ", letter " : "",
                    letter != NULL ? letter : "");
    status = bina_register_begin(store, why, BINA_RULE_CONFIRM_APPLY);
    if (status == BINA_OK) {
        if (doing)
            done = apply(store, asked, reason != NULL ? reason : why);
        status = done >= BINA_OK ? bina_register_note(store, confirmation, reason) : done;
        if (status == BINA_OK &&
            bina_record_get(asked, BINA_CONFIRMATION_SETTLED).type == BINA_NULL)
            status = mark_settled(store, confirmation);
        status = bina_register_end(store, status);
    }
    bina_record_free(asked);
    return status == BINA_OK && doing ? done : status;
}

bina_status
bina_confirm_apply(bina_store *store, bina_id confirmation, const char *reason)
{
    return settle(store, confirmation, true, reason);
}

bina_status
bina_confirm_dismiss(bina_store *store, bina_id confirmation, const char *reason)
{
    return settle(store, confirmation, false, reason);
}
