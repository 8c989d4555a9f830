#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/vector.h"
#include "linkage/similarity.h"
#include "linkage/standardise.h"
#include "register/diff.h"
#include "register/village.h"

/* Two names of people or firms below this are two names. */
#define ALIKE 0.75
/* From this on one is the other, corrected. */
#define CORRECTED 0.85
/* Rows left over in one village and product of which every two are compared. */
#define MOST_LEFT 100
/* Rows left over whose names are looked at: with more, it is another list. */
#define MOST_NAMES 100000

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
    side->handles[side->handle_count].name = NULL;
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

static void
forget(bina_diff_side *side)
{
    for (size_t i = 0; i < side->handle_count; i++)
        free(side->handles[i].name);
    side->handle_count = 0;
}

static void
match(bina_diff_side *before, size_t i, bina_diff_side *now, size_t j)
{
    before->rows[before->handles[i].row].match = now->handles[j].row;
    now->rows[now->handles[j].row].match = before->handles[i].row;
}

static double
names_likeness(const char *a, const char *b)
{
    size_t x = strcspn(a, "|"), y = strcspn(b, "|");

    /* Two numbers are two people: father and son, perhaps. */
    if (x > 0 && y > 0 && (x != y || memcmp(a, b, x) != 0))
        return -1;
    return bina_similarity_names(a + x + 1, strlen(a + x + 1), b + y + 1, strlen(b + y + 1));
}

/* The one of a run whose name is like enough; SIZE_MAX when there is none, or another as well. */
static size_t
only_alike(const char *name, const bina_diff_side *side, size_t at, size_t count)
{
    size_t found = SIZE_MAX;

    for (size_t i = at; i < at + count; i++) {
        if (names_likeness(name, side->handles[i].name) < CORRECTED)
            continue;
        if (found != SIZE_MAX)
            return SIZE_MAX;
        found = i;
    }
    return found;
}

static void
pair_up_alike(bina_diff_side *before, size_t i, size_t olds, bina_diff_side *now, size_t j,
              size_t news)
{
    if (olds > MOST_LEFT || news > MOST_LEFT)
        return;
    for (size_t k = i; k < i + olds; k++) {
        size_t at = only_alike(before->handles[k].name, now, j, news);
        if (at != SIZE_MAX && only_alike(now->handles[at].name, before, i, olds) == k)
            match(before, k, now, at);
    }
}

typedef enum pairing { SURE, LIKELY, ALIKE_NAMES } pairing;

/* Pairs up what has the same handle. Where it is only likely, both must be the only ones. */
static void
pair_up(bina_diff_side *before, bina_diff_side *now, pairing how)
{
    if (before->handle_count > 1)
        qsort(before->handles, before->handle_count, sizeof *before->handles, by_hold);
    if (now->handle_count > 1)
        qsort(now->handles, now->handle_count, sizeof *now->handles, by_hold);
    for (size_t i = 0, j = 0; i < before->handle_count && j < now->handle_count;) {
        int order =
            memcmp(&before->handles[i].hold, &now->handles[j].hold, sizeof now->handles[j].hold);
        size_t olds = run_length(before, i), news = run_length(now, j);
        if (order == 0 && how == ALIKE_NAMES)
            pair_up_alike(before, i, olds, now, j, news);
        else if (order == 0 && (how == SURE || (olds == 1 && news == 1)))
            for (size_t k = 0; k < olds && k < news; k++)
                match(before, i + k, now, j + k);
        i += order <= 0 ? olds : 0;
        j += order >= 0 ? news : 0;
    }
    forget(before);
    forget(now);
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
        pair_up(before, now, SURE);
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

/* The NIK and the name that a row of the last pass is compared by. */
static bool
keep_name(bina_handle *handle, const char *nik, const char *owner)
{
    bina_standard name;
    size_t room;

    bina_standardise(BINA_PROFILE_INDONESIA, BINA_ROLE_PERSON, owner,
                     owner != NULL ? strlen(owner) : 0, &name);
    room = (nik != NULL ? strlen(nik) : 0) + name.words_length + 2;
    handle->name = malloc(room);
    if (handle->name == NULL)
        return false;
    (void)snprintf(handle->name, room, "%s|%s", nik != NULL ? nik : "", name.words);
    return true;
}

bool
bina_diff_add_likely(bina_diff_side *side, bina_likely way, uint32_t row, const bina_record *record)
{
    const char *nik = bina_record_text(record, BINA_SOURCE_RECORD_NIK);
    const char *region = bina_record_text(record, BINA_SOURCE_RECORD_REGION);
    const char *product = bina_record_text(record, BINA_SOURCE_RECORD_PRODUCT);
    const char *owner = bina_record_text(record, BINA_SOURCE_RECORD_OWNER_NAME);
    const char *phone = bina_record_text(record, BINA_SOURCE_RECORD_PHONE);
    const char *business = bina_record_text(record, BINA_SOURCE_RECORD_BUSINESS_NAME);
    bool given = true, ignored;
    char hex[BINA_DIGEST_HEX], now[BINA_VILLAGE_ROOM];
    bina_digest digest;
    bina_hold hold;

    if (bina_village_now(region, now)[0] != '\0')
        region = now; /* a village keeps its rows when its code changes */
    bina_digest_start(&digest);
    switch (way) {
    case BINA_LIKELY_PRODUCT:
    case BINA_LIKELY_NIK:
        given = nik != NULL;
        bina_digest_add_text(&digest, nik);
        region = "";
        break;
    case BINA_LIKELY_OWNER:
        add_standard(&digest, BINA_ROLE_PERSON, owner, &given);
        break;
    case BINA_LIKELY_BUSINESS:
        add_standard(&digest, BINA_ROLE_BUSINESS, business, &given);
        break;
    case BINA_LIKELY_PHONE:
        given = phone != NULL;
        bina_digest_add_text(&digest, phone);
        break;
    default:
        given = owner != NULL && side->handle_count < MOST_NAMES;
        break;
    }
    if (way == BINA_LIKELY_PRODUCT || way == BINA_LIKELY_NAME)
        add_standard(&digest, BINA_ROLE_TEXT, product, &ignored);
    given = given && region != NULL;
    bina_digest_add_text(&digest, region);
    hold = bina_hold_of(bina_digest_end(&digest, hex));
    if (!given)
        return true;
    return add_handle(side, &hold, row) &&
           (way != BINA_LIKELY_NAME ||
            keep_name(&side->handles[side->handle_count - 1], nik, owner));
}

void
bina_diff_likely(bina_likely way, bina_diff_side *before, bina_diff_side *now)
{
    pair_up(before, now, way == BINA_LIKELY_NAME ? ALIKE_NAMES : LIKELY);
}

void
bina_diff_side_drop(bina_diff_side *side)
{
    forget(side);
    free(side->handles);
    side->handles = NULL;
    side->handle_room = 0;
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
