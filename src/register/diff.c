#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include "linkage/similarity.h"
#include "linkage/standardise.h"
#include "register/diff.h"
#include "register/village.h"

/* Two names of people or firms below this are two names. */
#define ALIKE 0.75

size_t
bina_key_base(const char *key)
{
    const char *mark = strrchr(key, '#');

    if (mark == NULL || mark[1] == '\0')
        return strlen(key);
    for (const char *p = mark + 1; *p != '\0'; p++)
        if (!isdigit((unsigned char)*p))
            return strlen(key);
    return (size_t)(mark - key);
}

/* One of the ways to match, as a digest of what must be equal; an empty one matches nothing. */
typedef struct handle {
    char hex[BINA_DIGEST_HEX];
    size_t row;
} handle;

static int
by_hex(const void *a, const void *b)
{
    const handle *x = a, *y = b;
    int order = strcmp(x->hex, y->hex);

    return order != 0 ? order : (x->row > y->row) - (x->row < y->row);
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

enum { BY_CONTENT, BY_KEY, BY_NIK, BY_OWNER, PASSES };

static void
take_hold(int pass, const bina_diff_row *row, char hex[BINA_DIGEST_HEX])
{
    const char *nik = bina_record_text(row->record, BINA_SOURCE_RECORD_NIK);
    const char *region = bina_record_text(row->record, BINA_SOURCE_RECORD_REGION);
    char now[BINA_VILLAGE_ROOM];
    bool given = true, ignored;
    bina_digest digest;

    if (bina_village_now(region, now)[0] != '\0')
        region = now; /* a village keeps its rows when its code changes */
    bina_digest_start(&digest);
    switch (pass) {
    case BY_CONTENT:
        given = row->content != NULL;
        bina_digest_add_text(&digest, row->content);
        break;
    case BY_KEY:
        bina_digest_add(&digest, row->key, bina_key_base(row->key));
        break;
    case BY_NIK:
        given = nik != NULL;
        bina_digest_add_text(&digest, nik);
        add_standard(&digest, BINA_ROLE_TEXT,
                     bina_record_text(row->record, BINA_SOURCE_RECORD_PRODUCT), &ignored);
        break;
    default:
        add_standard(&digest, BINA_ROLE_PERSON,
                     bina_record_text(row->record, BINA_SOURCE_RECORD_OWNER_NAME), &given);
        given = given && region != NULL;
        bina_digest_add_text(&digest, region);
        break;
    }
    if (given)
        (void)bina_digest_end(&digest, hex);
    else
        hex[0] = '\0';
}

static size_t
collect(int pass, const bina_diff_row *rows, size_t count, handle *handles)
{
    size_t found = 0;

    for (size_t i = 0; i < count; i++) {
        if (rows[i].match != SIZE_MAX)
            continue;
        take_hold(pass, &rows[i], handles[found].hex);
        handles[found].row = i;
        found += handles[found].hex[0] != '\0';
    }
    if (found > 1)
        qsort(handles, found, sizeof *handles, by_hex);
    return found;
}

static size_t
run_length(const handle *handles, size_t at, size_t count)
{
    size_t end = at + 1;

    while (end < count && strcmp(handles[end].hex, handles[at].hex) == 0)
        end++;
    return end - at;
}

/* Pairs up what has the same handle. Where it is only likely, both must be the only ones. */
static void
pair_up(int pass, bina_diff_row *before, const handle *old, size_t old_count, bina_diff_row *now,
        const handle *new, size_t new_count)
{
    for (size_t i = 0, j = 0; i < old_count && j < new_count;) {
        int order = strcmp(old[i].hex, new[j].hex);
        size_t olds = run_length(old, i, old_count), news = run_length(new, j, new_count);
        if (order == 0 && (pass <= BY_KEY || (olds == 1 && news == 1)))
            for (size_t k = 0; k < olds && k < news; k++) {
                before[old[i + k].row].match = new[j + k].row;
                now[new[j + k].row].match = old[i + k].row;
            }
        i += order <= 0 ? olds : 0;
        j += order >= 0 ? news : 0;
    }
}

bina_status
bina_diff(bina_diff_row *before, size_t before_count, bina_diff_row *now, size_t now_count)
{
    handle *old = calloc(before_count + 1, sizeof *old);
    handle *new = calloc(now_count + 1, sizeof *new);
    bina_status status = old != NULL && new != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    for (size_t i = 0; i < before_count; i++)
        before[i].match = SIZE_MAX;
    for (size_t i = 0; i < now_count; i++)
        now[i].match = SIZE_MAX;
    for (int pass = 0; status == BINA_OK && before_count > 0 && pass < PASSES; pass++) {
        size_t old_count = collect(pass, before, before_count, old);
        size_t new_count = old_count > 0 ? collect(pass, now, now_count, new) : 0;
        pair_up(pass, before, old, old_count, now, new, new_count);
    }
    free(old);
    free(new);
    return status;
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
