#include <stdlib.h>
#include <string.h>
#include "register/link.h"
#include "register/mention.h"
#include "register/refine.h"
#include "register/text_map.h"
#include "register/view.h"

/* Rows of a cluster of which every two are compared. */
#define MOST_CLOSE 24
/* Clusters behind one phone from which it is a coordinator's. */
#define PASSED_AROUND 5

/* A row with the cluster it came in, for sorting; then with the part it goes to. */
typedef struct placed {
    uint32_t cluster;
    size_t row;
    size_t part; /* index of the part's first row within the cluster */
} placed;

static int
by_cluster(const void *a, const void *b)
{
    const placed *x = a, *y = b;

    if (x->cluster != y->cluster)
        return x->cluster < y->cluster ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

/*
 * Whether a group and an enterprise bear one name but for the word for a group, and not the
 * leader's or the product's: then one list forgot the word.
 */
static bool
share_brand(const bina_source_row *a, const bina_source_row *b)
{
    char brands[2][BINA_VIEW_BRAND_SIZE];

    bina_view_brand(a->record, brands[0]);
    bina_view_brand(b->record, brands[1]);
    return brands[0][0] != '\0' && strcmp(brands[0], brands[1]) == 0;
}

bool
bina_refine_parts(const bina_source_row *a, const bina_source_row *b)
{
    return (a->group != b->group && !share_brand(a, b)) ||
           (a->trade != 0 && b->trade != 0 && a->trade != b->trade);
}

static bool
shares(const bina_source_row *a, const bina_source_row *b, int field)
{
    const char *x = bina_record_text(a->record, field), *y = bina_record_text(b->record, field);

    return x != NULL && y != NULL && strcmp(x, y) == 0;
}

/* Rows of one cluster, while it is being parted. */
typedef struct parting {
    const bina_source_rows *rows;
    const bina_text_map *phones; /* clusters that show each */
    placed *members;
    bina_mention *mentions;
    size_t count;
} parting;

static bool
is_passed_around(const parting *self, const bina_source_row *a, const bina_source_row *b)
{
    const char *phone = bina_record_text(a->record, BINA_SOURCE_RECORD_PHONE);
    const int64_t *clusters = phone != NULL && shares(a, b, BINA_SOURCE_RECORD_PHONE)
                                  ? bina_text_map_find(self->phones, phone)
                                  : NULL;

    return clusters != NULL && *clusters >= PASSED_AROUND;
}

/*
 * Rows of one list that name two people, and no business that is the same, may be husband and wife;
 * with the phone of a coordinator, which others show too, they are neighbours.
 */
static bool
are_neighbours(const parting *self, size_t i, size_t k)
{
    const bina_source_row *a = &self->rows->rows[self->members[i].row];
    const bina_source_row *b = &self->rows->rows[self->members[k].row];

    return a->list == b->list && is_passed_around(self, a, b) &&
           self->mentions[i].name[0] != '\0' && self->mentions[k].name[0] != '\0' &&
           !bina_mention_same_owner(&self->mentions[i], &self->mentions[k]) &&
           !shares(a, b, BINA_SOURCE_RECORD_BUSINESS_NAME) && !shares(a, b, BINA_SOURCE_RECORD_NIB);
}

static bool
conflict(const parting *self, size_t i, size_t k)
{
    return bina_refine_parts(&self->rows->rows[self->members[i].row],
                             &self->rows->rows[self->members[k].row]) ||
           are_neighbours(self, i, k);
}

/* How much speaks for two rows being one beyond what a whole cluster has in common. */
static double
kinship(const parting *self, size_t i, size_t k)
{
    const bina_source_row *a = &self->rows->rows[self->members[i].row];
    const bina_source_row *b = &self->rows->rows[self->members[k].row];

    return 4 * shares(a, b, BINA_SOURCE_RECORD_BUSINESS_NAME) +
           2 * shares(a, b, BINA_SOURCE_RECORD_PHONE) +
           2 * shares(a, b, BINA_SOURCE_RECORD_PRODUCT) +
           3 * bina_mention_likeness(&self->mentions[i], &self->mentions[k]);
}

/* The kinship of two parts, at their closest; less than 0 when they cannot be one. */
static double
parts_kinship(const parting *self, size_t one, size_t two)
{
    double most = -1;

    for (size_t i = 0; i < self->count; i++)
        for (size_t k = 0; self->members[i].part == one && k < self->count; k++) {
            double kin;
            if (self->members[k].part != two)
                continue;
            if (conflict(self, i, k))
                return -1;
            kin = kinship(self, i, k);
            if (kin > most)
                most = kin;
        }
    return most;
}

/* Gives each row of a cluster the first row of its part: the closest are put together first. */
static void
put_together(parting *self)
{
    for (;;) {
        size_t best[2] = {0, 0};
        double most = -1;
        for (size_t i = 0; i < self->count; i++)
            for (size_t k = i + 1; self->members[i].part == i && k < self->count; k++) {
                double kin = self->members[k].part == k ? parts_kinship(self, i, k) : -1;
                if (kin > most) {
                    most = kin;
                    best[0] = i;
                    best[1] = k;
                }
            }
        if (most < 0)
            return;
        for (size_t i = 0; i < self->count; i++)
            if (self->members[i].part == best[1])
                self->members[i].part = best[0];
    }
}

/* Of a cluster too large for that, each row goes to the first part it may be in. */
static void
put_in_order(parting *self)
{
    for (size_t i = 1; i < self->count; i++)
        for (size_t k = 0; k < i; k++)
            if (self->members[k].part == k && !conflict(self, i, k)) {
                self->members[i].part = k;
                break;
            }
}

static bina_status
part(const bina_source_rows *rows, const bina_text_map *phones, placed *members, size_t count)
{
    parting self = {rows, phones, members, NULL, 0};
    bool any = false;
    bina_status status = BINA_OK;

    for (size_t i = 0; i < count; i++)
        members[i].part = 0;
    if (count < 2)
        return BINA_OK;
    self.mentions = calloc(count, sizeof *self.mentions);
    if (self.mentions == NULL)
        return BINA_ERR_NO_MEMORY;
    for (; status == BINA_OK && self.count < count; self.count++)
        if (!bina_mention_read(&self.mentions[self.count], rows, members[self.count].row))
            status = BINA_ERR_NO_MEMORY;
    for (size_t i = 0; status == BINA_OK && i < count && !any; i++)
        for (size_t k = i + 1; k < count && !any; k++)
            any = conflict(&self, i, k);
    for (size_t i = 0; any && i < count; i++)
        members[i].part = i;
    if (any && count <= MOST_CLOSE)
        put_together(&self);
    else if (any)
        put_in_order(&self);
    for (size_t i = 0; i < self.count; i++)
        bina_mention_drop(&self.mentions[i]);
    free(self.mentions);
    return status;
}

/* Verdicts outrank: parts that people called one are put together again. */
static void
keep_verdicts(bina_source_rows *rows, const bina_ledger *verdicts, const uint32_t *came_in)
{
    for (size_t i = 0; i < verdicts->count; i++) {
        const bina_record *pair = verdicts->lines[i].record;
        uint32_t from, to;
        size_t a, b;
        if (bina_verdict_sense(bina_record_text(pair, BINA_PAIR_VERDICT)) <= 0)
            continue;
        a = bina_source_rows_find(rows, bina_record_int(pair, BINA_PAIR_FIRST));
        b = bina_source_rows_find(rows, bina_record_int(pair, BINA_PAIR_SECOND));
        if (a == SIZE_MAX || b == SIZE_MAX || came_in[a] != came_in[b])
            continue;
        from = rows->rows[b].cluster;
        to = rows->rows[a].cluster;
        for (size_t r = 0; from != to && r < rows->count; r++)
            if (rows->rows[r].cluster == from)
                rows->rows[r].cluster = to;
    }
}

/* Clusters numbered anew, as they first appear, without gaps. */
static bina_status
renumber(bina_source_rows *rows, size_t most)
{
    uint32_t *number = malloc((most + 1) * sizeof *number);
    uint32_t next = 0;

    if (number == NULL)
        return BINA_ERR_NO_MEMORY;
    for (size_t i = 0; i <= most; i++)
        number[i] = BINA_NO_CLUSTER;
    for (size_t i = 0; i < rows->count; i++) {
        uint32_t *cluster = &rows->rows[i].cluster;
        if (*cluster == BINA_NO_CLUSTER)
            continue;
        if (number[*cluster] == BINA_NO_CLUSTER)
            number[*cluster] = next++;
        *cluster = number[*cluster];
    }
    rows->clusters = next;
    free(number);
    return BINA_OK;
}

/* How many clusters show each phone; `members` are by cluster. */
static bina_status
count_phones(const bina_source_rows *rows, const placed *members, size_t count,
             bina_text_map *phones)
{
    bina_text_map last = {0}; /* the last cluster that was counted for each */
    bina_status status = BINA_OK;

    for (size_t i = 0; status == BINA_OK && i < count; i++) {
        const char *phone =
            bina_record_text(rows->rows[members[i].row].record, BINA_SOURCE_RECORD_PHONE);
        int64_t *clusters, *seen;
        if (phone == NULL)
            continue;
        clusters = bina_text_map_add(phones, phone, 0, NULL);
        seen = bina_text_map_add(&last, phone, -1, NULL);
        if (clusters == NULL || seen == NULL) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        *clusters += *seen != (int64_t)members[i].cluster;
        *seen = (int64_t)members[i].cluster;
    }
    bina_text_map_drop(&last);
    return status;
}

bina_status
bina_refine(bina_source_rows *rows, const bina_ledger *verdicts)
{
    placed *members = calloc(rows->count + 1, sizeof *members);
    uint32_t *came_in = calloc(rows->count + 1, sizeof *came_in);
    bina_text_map phones = {0};
    size_t count = 0, clusters = rows->clusters;
    bina_status status = BINA_ERR_NO_MEMORY;

    if (members == NULL || came_in == NULL)
        goto out;
    for (size_t i = 0; i < rows->count; i++) {
        came_in[i] = rows->rows[i].cluster;
        if (came_in[i] == BINA_NO_CLUSTER)
            continue;
        members[count].cluster = came_in[i];
        members[count++].row = i;
    }
    if (count > 1)
        qsort(members, count, sizeof *members, by_cluster);
    status = count_phones(rows, members, count, &phones);
    if (status != BINA_OK)
        goto out;
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;
        while (end < count && members[end].cluster == members[i].cluster)
            end++;
        status = part(rows, &phones, members + i, end - i);
        if (status != BINA_OK)
            goto out;
        for (size_t j = i; j < end; j++) {
            size_t head = i + members[j].part;
            /* The part of the first row keeps the number; others get one of their own. */
            if (head != i + members[i].part)
                rows->rows[members[j].row].cluster = (uint32_t)(clusters + members[head].row);
        }
        i = end;
    }
    keep_verdicts(rows, verdicts, came_in);
    status = renumber(rows, clusters + rows->count);

out:
    bina_text_map_drop(&phones);
    free(members);
    free(came_in);
    return status;
}
