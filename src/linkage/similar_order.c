/* Similar dates, numbers and years: neighbours in some order. */
#include <math.h>
#include <stdlib.h>

#include "linkage/degrees.h"
#include "linkage/similar.h"
#include "linkage/sort.h"

#define PART 1024 /* values of a part */

/* Dates with their codes, in two orders. Values that are no date are left out. */
typedef struct dates {
    bina_link_join *join;
    size_t first, count;
    uint64_t *by_year; /* yyyymmdd from bit 32, code below */
    uint64_t *by_day;  /* mmddyyyy */
} dates;

static uint32_t
date_of(uint64_t key)
{
    return (uint32_t)(key >> 32);
}

uint32_t
bina_link_date_cross(uint32_t date)
{
    uint32_t year = date / 10000 % 10, month = date / 1000 % 10;

    return date - year * 10000 - month * 1000 + month * 10000 + year * 1000;
}

/* Compares a date with those in `order` that have a date, if they come later. */
static bina_status
meet_date(dates *all, size_t part, uint64_t key, uint32_t other)
{
    size_t low = 0, high = all->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (date_of(all->by_year[middle]) < other)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < all->count && date_of(all->by_year[low]) == other; low++) {
        bina_status status =
            bina_link_join_compare(all->join, part, (uint32_t)key, (uint32_t)all->by_year[low]);
        if (status != BINA_OK)
            return status;
    }
    return BINA_OK;
}

/*
 * Two dates that differ in a digit, or in two neighbours, share the year, or the day and month,
 * or are those of bina_link_date_cross: so are all that are similar.
 */
static bina_status
join_dates_part(void *self, size_t part)
{
    dates *all = self;
    size_t from = part * PART, to = from + PART < all->count ? from + PART : all->count;
    size_t own = all->first + part;

    for (size_t i = from; i < to; i++) {
        uint64_t key = all->by_year[i];
        uint32_t date = date_of(key), other = bina_link_date_cross(date);
        bina_status status = BINA_OK;
        for (size_t j = i + 1; j < all->count && status == BINA_OK &&
                               date_of(all->by_year[j]) / 10000 == date / 10000;
             j++)
            status =
                bina_link_join_compare(all->join, own, (uint32_t)key, (uint32_t)all->by_year[j]);
        key = all->by_day[i];
        for (size_t j = i + 1; j < all->count && status == BINA_OK &&
                               date_of(all->by_day[j]) / 10000 == date_of(key) / 10000;
             j++)
            status =
                bina_link_join_compare(all->join, own, (uint32_t)key, (uint32_t)all->by_day[j]);
        if (status == BINA_OK && other > date)
            status = meet_date(all, own, all->by_year[i], other);
        if (status != BINA_OK)
            return status;
    }
    return BINA_OK;
}

bina_status
bina_link_join_dates(bina_link_join *join)
{
    const bina_link_field *field = join->field;
    dates all = {.join = join};
    size_t parts;
    bina_status status = BINA_ERR_NO_MEMORY;

    all.by_year = malloc(field->values.count * sizeof(*all.by_year));
    all.by_day = malloc(field->values.count * sizeof(*all.by_day));
    if (all.by_year == NULL || all.by_day == NULL)
        goto out;
    for (uint32_t c = 1; c < field->values.count; c++) {
        uint32_t date = (uint32_t)field->days[c];
        if (field->days[c] <= 0)
            continue;
        all.by_year[all.count] = (uint64_t)date << 32 | c;
        all.by_day[all.count++] = (uint64_t)(date % 10000 * 10000 + date / 10000) << 32 | c;
    }
    status = bina_linkage_sort(all.by_year, all.count);
    if (status == BINA_OK)
        status = bina_linkage_sort(all.by_day, all.count);
    parts = (all.count + PART - 1) / PART;
    if (status == BINA_OK)
        status = bina_link_join_widen(join, parts, &all.first);
    if (status == BINA_OK)
        status = bina_parallel(join->threads, parts, join_dates_part, &all);
out:
    free(all.by_year);
    free(all.by_day);
    return status;
}

/* A number with the code of its value. */
typedef struct amount {
    double number;
    uint32_t code;
} amount;

typedef struct amounts {
    bina_link_join *join;
    size_t first, count, endless; /* those from `endless` on are not finite */
    amount *amount;
} amounts;

static int
by_number(const void *a, const void *b)
{
    const amount *x = a, *y = b;
    bool finite_x = isfinite(x->number), finite_y = isfinite(y->number);

    if (finite_x != finite_y)
        return finite_x ? -1 : 1;
    if (finite_x && x->number != y->number)
        return x->number < y->number ? -1 : 1;
    return x->code < y->code ? -1 : x->code > y->code;
}

bool
bina_link_numbers_beyond(bina_link_compare compare, double x, double y)
{
    /* A little more than the tenth of the lowest level, so that rounding is no matter. */
    double reach = compare == BINA_LINK_YEARS     ? 3
                   : compare == BINA_LINK_DEGREES ? 1.1 * BINA_LINK_NEARBY
                                                  : .11 * fmax(fabs(x), fabs(y));

    return y - x > reach;
}

static bina_status
join_numbers_part(void *self, size_t part)
{
    amounts *all = self;
    size_t from = part * PART, to = from + PART < all->count ? from + PART : all->count;
    bina_link_compare compare = all->join->field->spec->compare;

    for (size_t i = from; i < to; i++) {
        const amount *one = &all->amount[i];
        bina_status status = BINA_OK;
        size_t j = i + 1;
        for (; j < all->endless &&
               !bina_link_numbers_beyond(compare, one->number, all->amount[j].number) &&
               status == BINA_OK;
             j++)
            status = bina_link_join_compare(all->join, all->first + part, one->code,
                                            all->amount[j].code);
        if (j < all->endless)
            j = all->endless;
        for (; j < all->count && status == BINA_OK; j++)
            status = bina_link_join_compare(all->join, all->first + part, one->code,
                                            all->amount[j].code);
        if (status != BINA_OK)
            return status;
    }
    return BINA_OK;
}

bina_status
bina_link_join_numbers(bina_link_join *join)
{
    const bina_link_field *field = join->field;
    amounts all = {.join = join, .count = field->values.count - 1};
    size_t parts = (all.count + PART - 1) / PART;
    bina_status status = bina_link_join_widen(join, parts, &all.first);

    if (status != BINA_OK)
        return status;
    all.amount = malloc((all.count + 1) * sizeof(*all.amount));
    if (all.amount == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t c = 1; c <= all.count; c++) {
        all.amount[c - 1] = (amount){field->numbers[c], c};
        all.endless += isfinite(field->numbers[c]) ? 1 : 0;
    }
    qsort(all.amount, all.count, sizeof(*all.amount), by_number);
    status = bina_parallel(join->threads, parts, join_numbers_part, &all);
    free(all.amount);
    return status;
}
