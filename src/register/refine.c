#include <stdlib.h>
#include <string.h>
#include "register/link.h"
#include "register/refine.h"

/* A row with the cluster it came in, for sorting; then with the part it goes to. */
typedef struct placed {
    uint32_t cluster;
    size_t row;
    size_t part; /* index of the part's first row within the cluster; SIZE_MAX: not yet placed */
} placed;

static int
by_cluster(const void *a, const void *b)
{
    const placed *x = a, *y = b;

    if (x->cluster != y->cluster)
        return x->cluster < y->cluster ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

bool
bina_refine_parts(const bina_source_row *a, const bina_source_row *b)
{
    return a->group != b->group || (a->trade != 0 && b->trade != 0 && a->trade != b->trade);
}

static bool
shares(const bina_source_row *a, const bina_source_row *b, int field)
{
    const char *x = bina_record_text(a->record, field), *y = bina_record_text(b->record, field);

    return x != NULL && y != NULL && strcmp(x, y) == 0;
}

/* How much speaks for two rows being one beyond what a whole cluster has in common. */
static int
kinship(const bina_source_row *a, const bina_source_row *b)
{
    return 4 * shares(a, b, BINA_SOURCE_RECORD_BUSINESS_NAME) +
           2 * shares(a, b, BINA_SOURCE_RECORD_PHONE) +
           2 * shares(a, b, BINA_SOURCE_RECORD_PRODUCT) +
           shares(a, b, BINA_SOURCE_RECORD_OWNER_NAME);
}

/* Gives each row of a cluster the first row of its part. */
static void
part(const bina_source_rows *rows, placed *members, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const bina_source_row *row = &rows->rows[members[i].row];
        members[i].part = SIZE_MAX;
        if (row->trade == 0)
            continue;
        members[i].part = i;
        for (size_t j = 0; j < i; j++)
            if (members[j].part == j && !bina_refine_parts(row, &rows->rows[members[j].row])) {
                members[i].part = j;
                break;
            }
    }
    for (size_t i = 0; i < count; i++) {
        const bina_source_row *row = &rows->rows[members[i].row];
        int best = -1;
        if (row->trade != 0)
            continue;
        for (size_t j = 0; j < count; j++) {
            const bina_source_row *other = &rows->rows[members[j].row];
            int kin = kinship(row, other);
            if (j != i && members[j].part != SIZE_MAX && other->group == row->group && kin > best) {
                best = kin;
                members[i].part = members[j].part;
            }
        }
        if (members[i].part == SIZE_MAX)
            members[i].part = i;
    }
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

bina_status
bina_refine(bina_source_rows *rows, const bina_ledger *verdicts)
{
    placed *members = calloc(rows->count + 1, sizeof *members);
    uint32_t *came_in = calloc(rows->count + 1, sizeof *came_in);
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
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;
        while (end < count && members[end].cluster == members[i].cluster)
            end++;
        part(rows, members + i, end - i);
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
    free(members);
    free(came_in);
    return status;
}
