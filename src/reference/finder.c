#include "reference/finder.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "reference/place_block.h"
#include "reference/place_key.h"
#include "reference/regions.h"
#include "reference/successions.h"

struct bina_finder {
    bina_place_block *blocks; /* bina_region_block_count of them, made when first needed */
    int *worth;               /* of each block by the province and regency last named */
    bool weighed;
    char province[96], regency[96];
};

bina_finder *
bina_finder_new(void)
{
    bina_finder *finder = calloc(1, sizeof *finder);
    if (finder == NULL)
        return NULL;
    finder->blocks = calloc(bina_region_block_count, sizeof *finder->blocks);
    finder->worth = calloc(bina_region_block_count, sizeof *finder->worth);
    if (finder->blocks == NULL || finder->worth == NULL) {
        free(finder->blocks);
        free(finder->worth);
        free(finder);
        return NULL;
    }
    return finder;
}

void
bina_finder_free(bina_finder *finder)
{
    if (finder == NULL)
        return;
    for (size_t n = 0; n < bina_region_block_count; n++)
        bina_place_block_drop(&finder->blocks[n]);
    free(finder->blocks);
    free(finder->worth);
    free(finder);
}

typedef struct search {
    bina_place_match *matches;
    size_t count;
} search;

static void
keep(search *s, uint64_t number, uint64_t matched, int score, unsigned how)
{
    size_t at;
    for (size_t i = 0; i < s->count; i++)
        if (s->matches[i].number == number) {
            if (s->matches[i].score >= score)
                return;
            memmove(s->matches + i, s->matches + i + 1, (s->count - i - 1) * sizeof *s->matches);
            s->count--;
            break;
        }
    for (at = s->count;
         at > 0 && (s->matches[at - 1].score < score ||
                    (s->matches[at - 1].score == score && s->matches[at - 1].number > number));
         at--)
        ;
    if (at == BINA_PLACE_MATCHES)
        return;
    if (s->count == BINA_PLACE_MATCHES)
        s->count--;
    memmove(s->matches + at + 1, s->matches + at, (s->count - at) * sizeof *s->matches);
    s->matches[at] = (bina_place_match){number, matched, score, how};
    s->count++;
}

/* Keeps a candidate under the code it has today. */
static void
keep_current(search *s, uint64_t matched, bool retired, int score, unsigned how)
{
    uint64_t heirs[BINA_HEIRS];
    size_t count = retired ? bina_region_at(matched, bina_region_latest(), heirs) : 0;
    if (score < 60)
        return;
    if (count == 0)
        keep(s, matched, matched, score, how);
    for (size_t i = 0; i < count; i++)
        keep(s, heirs[i], matched, score, how);
}

static bool
given(const char *name)
{
    return name != NULL && name[strspn(name, " \t-.")] != 0;
}

/* The number of a cell that holds a code of one of two levels, else 0. */
static uint64_t
code_of(const char *cell, int level)
{
    size_t length = given(cell) ? strlen(cell) : 0;
    uint64_t number = bina_region_parse(cell != NULL ? cell : "", length);
    return number != 0 && bina_region_level(number) <= level ? number : 0;
}

/* How well a written name, or code, fits the province or regency at the head of a block. */
static int
weigh_head(size_t n, const char *written, const bina_place_key *key)
{
    uint64_t number = (uint64_t)bina_region_blocks[n].key * 1000000;
    int level = bina_region_level(number), best = 0;
    uint64_t code = code_of(written, level);
    bina_place_walk walk;
    bina_place place;
    if (code != 0)
        return number >= code && number < bina_region_end(code) ? 100 : 0;
    bina_place_walk_nth(&walk, n);
    while (bina_place_next(&walk, &place) && place.number == number) {
        bina_place_key own;
        unsigned how;
        bina_place_key_make(place.name, level, &own);
        bina_place_block one = {.keys = own.text};
        bina_place_entry e = {.number = number,
                              .level = (uint8_t)level,
                              .current = place.until == bina_region_latest(),
                              .bare = own.bare,
                              .length = own.length};
        int score = bina_place_entry_fit(&one, &e, key, true, &how);
        if (score > best)
            best = score;
    }
    return best;
}

/* What each block is worth by the province and regency that were named; 0: not searched. */
static void
weigh_blocks(const char *province, const char *regency, int *worth)
{
    bina_place_key key;
    int provinces[100] = {0}, best = 0;
    if (given(province))
        bina_place_key_make(province, 1, &key);
    for (size_t n = 0; n < bina_region_block_count; n++) {
        unsigned head = bina_region_blocks[n].key;
        if (head % 100 == 0)
            worth[n] = provinces[head / 100] =
                given(province) ? weigh_head(n, province, &key) : 100;
    }
    if (given(regency))
        bina_place_key_make(regency, 2, &key);
    for (size_t n = 0; n < bina_region_block_count; n++) {
        unsigned head = bina_region_blocks[n].key;
        if (head % 100 == 0)
            continue;
        worth[n] = given(regency) ? weigh_head(n, regency, &key) : provinces[head / 100];
        if (given(regency) && provinces[head / 100] < 70)
            worth[n] -= 10; /* the regency is right and the province wrong */
        if (worth[n] > best)
            best = worth[n];
    }
    /* Only what is nearly as good as the best is searched. */
    for (size_t n = 0; n < bina_region_block_count; n++)
        if (worth[n] < 70 || (bina_region_blocks[n].key % 100 != 0 && worth[n] < best - 15))
            worth[n] = 0;
}

/* The rows of a list mostly lie in one regency: what blocks are worth is worked out once for it. */
static void
weigh_once(bina_finder *finder, const bina_place_names *names)
{
    const char *province = names->province != NULL ? names->province : "";
    const char *regency = names->regency != NULL ? names->regency : "";
    bool keeps =
        strlen(province) < sizeof finder->province && strlen(regency) < sizeof finder->regency;
    if (finder->weighed && strcmp(province, finder->province) == 0 &&
        strcmp(regency, finder->regency) == 0)
        return;
    weigh_blocks(province, regency, finder->worth);
    finder->weighed = keeps;
    if (keeps) {
        strcpy(finder->province, province);
        strcpy(finder->regency, regency);
    }
}

typedef struct area {
    uint64_t number;
    int score;
} area;

/* Districts of a block that fit, with what each is worth to its villages. */
static size_t
weigh_districts(const bina_place_block *b, const bina_place_key *district, bool loose, area *areas,
                size_t capacity)
{
    size_t count = 0;
    for (size_t i = 0; i < b->count; i++) {
        const bina_place_entry *e = &b->entries[i];
        unsigned how;
        int score = e->level == 3 ? bina_place_entry_fit(b, e, district, loose, &how) : 0;
        if (score < 70)
            continue;
        if (count > 0 && areas[count - 1].number == e->number) {
            if (score > areas[count - 1].score)
                areas[count - 1].score = score;
        } else if (count < capacity)
            areas[count++] = (area){e->number, score};
    }
    return count;
}

static void
search_block(search *s, const bina_place_block *b, int worth, const bina_place_key *district,
             const bina_place_key *village, bool wide, bool loose)
{
    area areas[32];
    size_t count = district != NULL ? weigh_districts(b, district, loose, areas, 32) : 0;
    const bina_place_key *wanted = village != NULL ? village : district;
    int level = village != NULL ? 4 : 3;
    /* Over the whole country a village must be in a district of the name, or be spelled exactly. */
    if (wide && district != NULL && count == 0)
        return;
    for (size_t i = 0; i < b->count; i++) {
        const bina_place_entry *e = &b->entries[i];
        unsigned how;
        int score, loss = (100 - worth) / 2;
        if (e->level != level)
            continue;
        score = bina_place_entry_fit(b, e, wanted, loose && (!wide || district != NULL), &how);
        if (score == 0)
            continue;
        if (village != NULL && district != NULL) {
            int inside = -1;
            for (size_t k = 0; k < count; k++)
                if (areas[k].number == bina_region_parent(e->number))
                    inside = areas[k].score;
            if (inside >= 0)
                loss += (100 - inside) / 2;
            else if (wide || score < 88)
                continue;
            else {
                loss += 15;
                how |= BINA_FOUND_ELSEWHERE;
            }
        }
        keep_current(s, e->number, e->retired, score - loss, how);
    }
}

bina_status
bina_finder_find(bina_finder *finder, const bina_place_names *names,
                 bina_place_match matches[BINA_PLACE_MATCHES], size_t *count)
{
    bina_status status = BINA_OK;
    search s = {matches, 0};
    bina_place_key village, district;
    bool by_village = given(names->village), by_district = given(names->district);
    bool by_regency = given(names->regency), by_province = given(names->province);
    const int *worth = finder->worth;
    *count = 0;
    if (!by_village && !by_district && !by_regency && !by_province)
        return BINA_ERR_USAGE;
    if (by_village)
        bina_place_key_make(names->village, 4, &village);
    if (by_district)
        bina_place_key_make(names->district, 3, &district);
    weigh_once(finder, names);
    /* Misspellings are looked for only when no name fits as it is: most do. */
    for (int loose = 0; loose < 2 && status == BINA_OK; loose++) {
        s.count = 0;
        for (size_t n = 0; status == BINA_OK && n < bina_region_block_count; n++) {
            unsigned key = bina_region_blocks[n].key;
            uint64_t number = (uint64_t)key * 1000000;
            bina_place_block *b = &finder->blocks[n];
            if (worth[n] == 0)
                continue;
            if (!by_village && !by_district) {
                if ((key % 100 == 0) == !by_regency)
                    keep_current(&s, number, !bina_region_current(number), worth[n],
                                 worth[n] < 90 ? BINA_FOUND_SPELLING : 0);
                continue;
            }
            if (key % 100 == 0)
                continue;
            status = bina_place_block_make(b, n);
            if (status == BINA_OK)
                search_block(&s, b, worth[n], by_district ? &district : NULL,
                             by_village ? &village : NULL, !by_regency, loose != 0);
        }
        if (s.count > 0 && matches[0].score >= 94)
            break;
    }
    /* What is far behind the best is noise. */
    while (s.count > 0 && matches[s.count - 1].score < matches[0].score - 25)
        s.count--;
    *count = s.count;
    return status;
}

bina_status
bina_finder_resolve(bina_finder *finder, const bina_place_names *names, bina_place_match *match,
                    bina_error *complaint)
{
    bina_place_match matches[BINA_PLACE_MATCHES];
    size_t count, near = 0;
    bina_status status = bina_finder_find(finder, names, matches, &count);
    if (complaint != NULL)
        bina_error_clear(complaint);
    if (status != BINA_OK)
        return bina_error_plain(complaint, status);
    while (near < count && matches[near].score > matches[0].score - BINA_PLACE_MARGIN)
        near++;
    if (count == 0 || matches[0].score < BINA_PLACE_SURE) {
        bina_error_set(
            complaint, BINA_ERR_NOT_FOUND,
            "No place of these names is in any list since 2016 (%d are similar); compare "
            "the names of village, district and regency.",
            "Tidak ada tempat dengan nama ini dalam daftar mana pun sejak 2016 (%d mirip); "
            "cocokkan nama desa, kecamatan, dan kabupatennya.",
            (int)count);
        bina_error_at(complaint, "region", NULL, "region.not-found");
        return BINA_ERR_NOT_FOUND;
    }
    if (near > 1) {
        bina_error_set(
            complaint, BINA_ERR_INVALID,
            "%d places may be meant by these names; add the district or the regency, or "
            "give the code.",
            "Ada %d tempat yang mungkin dimaksud; tambahkan kecamatan atau kabupaten, atau "
            "tulis kodenya.",
            (int)near);
        bina_error_at(complaint, "region", NULL, "region.ambiguous");
        return BINA_ERR_INVALID;
    }
    *match = matches[0];
    if (match->score < 90) {
        bina_error_set(
            complaint, BINA_ERR_INVALID,
            "The names do not fit exactly (%d of 100); compare the place that was taken.",
            "Nama-namanya tidak persis sama (%d dari 100); periksa tempat yang diambil.",
            match->score);
        bina_error_at(complaint, "region", NULL, "region.spelling");
        if (complaint != NULL)
            bina_error_warn(complaint);
    }
    return BINA_OK;
}
