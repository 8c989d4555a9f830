#include "linkage/index_order.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "linkage/similar.h"
#include "linkage/sort.h"

void
bina_link_ordered_drop(bina_link_ordered *ordered)
{
    free(ordered->key[0]);
    free(ordered->key[1]);
    free(ordered->number);
    free(ordered->code);
    memset(ordered, 0, sizeof(*ordered));
}

static uint32_t
by_day(uint32_t date)
{
    return date % 10000 * 10000 + date / 10000;
}

static bina_status
sort_dates(const bina_link_ranged *of)
{
    bina_link_ordered *ordered = of->ordered;
    bina_status status;

    if (ordered->made)
        return BINA_OK;
    bina_link_ordered_drop(ordered);
    ordered->key[0] = malloc(of->end * sizeof(*ordered->key[0]));
    ordered->key[1] = malloc(of->end * sizeof(*ordered->key[1]));
    if (ordered->key[0] == NULL || ordered->key[1] == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 1; c < of->end; c++) {
        uint32_t date = (uint32_t)of->field->days[c];
        if (of->field->days[c] <= 0)
            continue;
        ordered->key[0][ordered->count] = (uint64_t)date << 32 | c;
        ordered->key[1][ordered->count++] = (uint64_t)by_day(date) << 32 | c;
    }
    status = bina_linkage_sort(ordered->key[0], ordered->count);
    if (status == BINA_OK)
        status = bina_linkage_sort(ordered->key[1], ordered->count);
    ordered->made = status == BINA_OK;
    return status;
}

/* Tells the dates from..to in an order. */
static bina_status
tell_dates(const bina_link_ranged *of, int order, uint32_t from, uint32_t to)
{
    const uint64_t *key = of->ordered->key[order];
    size_t low = 0, high = of->ordered->count;
    bina_status status = BINA_OK;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (key[middle] >> 32 < from)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < of->ordered->count && key[low] >> 32 <= to && status == BINA_OK; low++)
        status = of->meet(of->self, (uint32_t)key[low]);
    return status;
}

bina_status
bina_link_dates_meet(const bina_link_ranged *of, uint32_t code)
{
    uint32_t date = (uint32_t)of->field->days[code], day, crossed;
    bina_status status = sort_dates(of);

    if (status != BINA_OK || of->field->days[code] <= 0)
        return status;
    day = by_day(date) / 10000;
    crossed = bina_link_date_cross(date);
    status = tell_dates(of, 0, date / 10000 * 10000, date / 10000 * 10000 + 9999);
    if (status == BINA_OK)
        status = tell_dates(of, 1, day * 10000, day * 10000 + 9999);
    return status == BINA_OK ? tell_dates(of, 0, crossed, crossed) : status;
}

/* A number with the code of its value. */
typedef struct amount {
    double number;
    uint32_t code;
} amount;

static int
by_number(const void *a, const void *b)
{
    const amount *x = a, *y = b;

    if (x->number != y->number)
        return x->number < y->number ? -1 : 1;
    return x->code < y->code ? -1 : x->code > y->code;
}

static bina_status
sort_numbers(const bina_link_ranged *of)
{
    bina_link_ordered *ordered = of->ordered;
    amount *all;

    if (ordered->made)
        return BINA_OK;
    bina_link_ordered_drop(ordered);
    all = malloc(of->end * sizeof(*all));
    ordered->number = malloc(of->end * sizeof(*ordered->number));
    ordered->code = malloc(of->end * sizeof(*ordered->code));
    if (all == NULL || ordered->number == NULL || ordered->code == NULL) {
        free(all);
        return BINA_ERR_NO_MEMORY;
    }
    for (uint32_t c = 1; c < of->end; c++)
        if (isfinite(of->field->numbers[c]))
            all[ordered->finite++] = (amount){of->field->numbers[c], c};
    qsort(all, ordered->finite, sizeof(*all), by_number);
    for (size_t i = 0; i < ordered->finite; i++) {
        ordered->number[i] = all[i].number;
        ordered->code[i] = all[i].code;
    }
    ordered->count = ordered->finite;
    for (uint32_t c = 1; c < of->end; c++)
        if (!isfinite(of->field->numbers[c]))
            ordered->code[ordered->count++] = c;
    free(all);
    ordered->made = true;
    return BINA_OK;
}

bina_status
bina_link_numbers_meet(const bina_link_ranged *of, uint32_t code)
{
    bina_link_compare compare = of->field->spec->compare;
    const bina_link_ordered *ordered = of->ordered;
    double number = of->field->numbers[code];
    bina_status status = sort_numbers(of);
    size_t low = 0, high = ordered->finite, at;

    if (status != BINA_OK)
        return status;
    for (at = isfinite(number) ? ordered->finite : 0; at < ordered->count && status == BINA_OK;
         at++)
        status = of->meet(of->self, ordered->code[at]);
    if (!isfinite(number))
        return status;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ordered->number[middle] < number)
            low = middle + 1;
        else
            high = middle;
    }
    for (at = low; at < ordered->finite && status == BINA_OK &&
                   !bina_link_numbers_beyond(compare, number, ordered->number[at]);
         at++)
        status = of->meet(of->self, ordered->code[at]);
    for (at = low; at > 0 && status == BINA_OK &&
                   !bina_link_numbers_beyond(compare, ordered->number[at - 1], number);
         at--)
        status = of->meet(of->self, ordered->code[at - 1]);
    return status;
}
