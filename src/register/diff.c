#include <stdlib.h>
#include <string.h>
#include "base/vector.h"
#include "linkage/similarity.h"
#include "linkage/standardise.h"
#include "register/diff.h"
#include "register/village.h"

/* Two names of people or firms below this are two names. */
#define ALIKE 0.75

static int
by_hold(const void *a, const void *b)
{
    const bina_handle *x = a, *y = b;
    int order = memcmp(&x->hold, &y->hold, sizeof x->hold);

    return order != 0 ? order : (x->row > y->row) - (x->row < y->row);
}

static bool
add_handle(bina_diff_side *side, const bina_hold *hold, uint32_t row)
{
    if (bina_hold_is_none(hold))
        return true;
    if (!bina_vector_reserve(&side->handles, &side->handle_room, side->handle_count + 1,
                             sizeof *side->handles))
        return false;
    side->handles[side->handle_count].hold = *hold;
    side->handles[side->handle_count++].row = row;
    return true;
}

/* How many handles from `at` on have the same hold. */
static size_t
run_length(const bina_diff_side *side, size_t at)
{
    size_t end = at + 1;

    while (end < side->handle_count && memcmp(&side->handles[end].hold, &side->handles[at].hold,
                                              sizeof side->handles[at].hold) == 0)
        end++;
    return end - at;
}

/* Pairs up what has the same handle. Where it is only likely, both must be the only ones. */
static void
pair_up(bina_diff_side *before, bina_diff_side *now, bool likely)
{
    if (before->handle_count > 1)
        qsort(before->handles, before->handle_count, sizeof *before->handles, by_hold);
    if (now->handle_count > 1)
        qsort(now->handles, now->handle_count, sizeof *now->handles, by_hold);
    for (size_t i = 0, j = 0; i < before->handle_count && j < now->handle_count;) {
        int order =
            memcmp(&before->handles[i].hold, &now->handles[j].hold, sizeof now->handles[j].hold);
        size_t olds = run_length(before, i), news = run_length(now, j);
        if (order == 0 && (!likely || (olds == 1 && news == 1)))
            for (size_t k = 0; k < olds && k < news; k++) {
                before->rows[before->handles[i + k].row].match = now->handles[j + k].row;
                now->rows[now->handles[j + k].row].match = before->handles[i + k].row;
            }
        i += order <= 0 ? olds : 0;
        j += order >= 0 ? news : 0;
    }
    before->handle_count = now->handle_count = 0;
}

static bool
collect(bina_diff_side *side, bool by_key)
{
    bool good = true;

    for (size_t i = 0; good && i < side->count; i++)
        if (side->rows[i].match == BINA_NO_MATCH)
            good =
                add_handle(side, by_key ? &side->rows[i].key : &side->rows[i].content, (uint32_t)i);
    return good;
}

bina_status
bina_diff_equal(bina_diff_side *before, bina_diff_side *now)
{
    for (size_t i = 0; i < before->count; i++)
        before->rows[i].match = BINA_NO_MATCH;
    for (size_t i = 0; i < now->count; i++)
        now->rows[i].match = BINA_NO_MATCH;
    for (int by_key = 0; before->count > 0 && by_key <= 1; by_key++) {
        if (!collect(before, by_key != 0) || !collect(now, by_key != 0))
            return BINA_ERR_NO_MEMORY;
        pair_up(before, now, false);
    }
    return BINA_OK;
}

static void
add_standard(bina_digest *digest, bina_role role, const char *text, bool *given)
{
    bina_standard standard;

    bina_standardise(BINA_PROFILE_INDONESIA, role, text, text != NULL ? strlen(text) : 0,
                     &standard);
    *given = !standard.missing;
    bina_digest_add_text(digest, standard.text);
}

bool
bina_diff_add_likely(bina_diff_side *side, bina_likely way, uint32_t row, const bina_record *record)
{
    const char *nik = bina_record_text(record, BINA_SOURCE_RECORD_NIK);
    const char *region = bina_record_text(record, BINA_SOURCE_RECORD_REGION);
    const char *product = bina_record_text(record, BINA_SOURCE_RECORD_PRODUCT);
    const char *owner = bina_record_text(record, BINA_SOURCE_RECORD_OWNER_NAME);
    bool given = nik != NULL, ignored;
    char hex[BINA_DIGEST_HEX], now[BINA_VILLAGE_ROOM];
    bina_digest digest;
    bina_hold hold;

    if (bina_village_now(region, now)[0] != '\0')
        region = now; /* a village keeps its rows when its code changes */
    bina_digest_start(&digest);
    if (way == BINA_LIKELY_NIK) {
        bina_digest_add_text(&digest, nik);
        add_standard(&digest, BINA_ROLE_TEXT, product, &ignored);
    } else {
        add_standard(&digest, BINA_ROLE_PERSON, owner, &given);
        given = given && region != NULL;
        bina_digest_add_text(&digest, region);
    }
    hold = bina_hold_of(bina_digest_end(&digest, hex));
    return !given || add_handle(side, &hold, row);
}

void
bina_diff_likely(bina_diff_side *before, bina_diff_side *now)
{
    pair_up(before, now, true);
}

void
bina_diff_side_drop(bina_diff_side *side)
{
    free(side->handles);
    side->handles = NULL;
    side->handle_count = side->handle_room = 0;
}

/* -1 when one is missing. */
static double
likeness(bina_role role, const char *a, const char *b)
{
    bina_standard x, y;

    bina_standardise(BINA_PROFILE_INDONESIA, role, a, a != NULL ? strlen(a) : 0, &x);
    bina_standardise(BINA_PROFILE_INDONESIA, role, b, b != NULL ? strlen(b) : 0, &y);
    if (x.missing || y.missing)
        return -1;
    return bina_similarity_names(x.words, x.words_length, y.words, y.words_length);
}

bool
bina_diff_is_suspicious(const bina_record *before, const bina_record *now)
{
    const char *nik = bina_record_text(before, BINA_SOURCE_RECORD_NIK);
    const char *other = bina_record_text(now, BINA_SOURCE_RECORD_NIK);
    double owner, business;

    if (nik != NULL && other != NULL && strcmp(nik, other) == 0)
        return false;
    owner = likeness(BINA_ROLE_PERSON, bina_record_text(before, BINA_SOURCE_RECORD_OWNER_NAME),
                     bina_record_text(now, BINA_SOURCE_RECORD_OWNER_NAME));
    business =
        likeness(BINA_ROLE_BUSINESS, bina_record_text(before, BINA_SOURCE_RECORD_BUSINESS_NAME),
                 bina_record_text(now, BINA_SOURCE_RECORD_BUSINESS_NAME));
    return owner >= 0 && owner < ALIKE && business < ALIKE;
}
