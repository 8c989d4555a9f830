#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "linkage/standardise.h"
#include "register/trades.h"

/* Rows that must have a product and a class, and the share that must agree, to learn from them. */
#define LEAST_ROWS  3
#define LEAST_SHARE 0.6

static void
standard_text(const char *text, bina_standard *standard)
{
    bina_standardise(BINA_PROFILE_INDONESIA, BINA_ROLE_TEXT, text, text != NULL ? strlen(text) : 0,
                     standard);
}

/* The first digits of a class, however it is written; 0 when there are fewer. */
static int
group_of(const char *class)
{
    int group = 0, digits = 0;

    for (; class != NULL && *class != '\0' && digits < BINA_TRADE_DIGITS; class ++)
        if (isdigit((unsigned char)*class)) {
            group = group * 10 + (*class - '0');
            digits++;
        }
    return digits == BINA_TRADE_DIGITS ? group : 0;
}

/* How often a product stands with each group: entries "product\x1f1079". */
static bina_status
count_rows(const bina_source_rows *rows, bina_text_map *counts)
{
    for (size_t i = 0; i < rows->count; i++) {
        const bina_record *row = rows->rows[i].record;
        int group = group_of(bina_record_text(row, BINA_SOURCE_RECORD_ACTIVITY));
        char key[BINA_STANDARD_TEXT + 16];
        bina_standard standard;
        int64_t *count;
        if (group == 0)
            continue;
        standard_text(bina_record_text(row, BINA_SOURCE_RECORD_PRODUCT), &standard);
        if (standard.missing)
            continue;
        (void)snprintf(key, sizeof key, "%s\x1f%d", standard.text, group);
        count = bina_text_map_add(counts, key, 0, NULL);
        if (count == NULL)
            return BINA_ERR_NO_MEMORY;
        ++*count;
    }
    return BINA_OK;
}

/* What rows teach of products. Entries: a product as standardised, its group; 0: they disagree. */
static bina_status
learn(bina_text_map *products, const bina_source_rows *rows)
{
    bina_text_map counts = {0}, sums = {0}, best = {0};
    bina_status status = count_rows(rows, &counts);

    for (size_t i = 0; status == BINA_OK && i < counts.count; i++) {
        const char *key = counts.entries[i].text, *mark = strchr(key, '\x1f');
        int64_t count = counts.entries[i].value, *sum, *most, *group;
        char product[BINA_STANDARD_TEXT];
        (void)snprintf(product, sizeof product, "%.*s", (int)(mark - key), key);
        sum = bina_text_map_add(&sums, product, 0, NULL);
        most = bina_text_map_add(&best, product, 0, NULL);
        group = bina_text_map_add(products, product, 0, NULL);
        if (sum == NULL || most == NULL || group == NULL) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        *sum += count;
        if (count > *most || (count == *most && atoi(mark + 1) < (int)*group)) {
            *most = count;
            *group = atoi(mark + 1);
        }
    }
    /* The three maps were filled together, so their entries stand side by side. */
    for (size_t i = 0; status == BINA_OK && i < products->count; i++)
        if (best.entries[i].value < LEAST_ROWS ||
            (double)best.entries[i].value < LEAST_SHARE * (double)sums.entries[i].value)
            products->entries[i].value = 0;
    bina_text_map_drop(&counts);
    bina_text_map_drop(&sums);
    bina_text_map_drop(&best);
    return status;
}

int
bina_trade_of(const bina_text_map *products, const bina_record *row)
{
    const int64_t *group = NULL;
    bina_standard standard;

    if (products->count > 0)
        standard_text(bina_record_text(row, BINA_SOURCE_RECORD_PRODUCT), &standard);
    if (products->count > 0 && !standard.missing)
        group = bina_text_map_find(products, standard.text);
    return group != NULL && *group != 0
               ? (int)*group
               : group_of(bina_record_text(row, BINA_SOURCE_RECORD_ACTIVITY));
}

bina_status
bina_trades_tell(bina_source_rows *rows, bina_text_map *products)
{
    bina_text_map own = {0};
    bina_text_map *learnt = products != NULL ? products : &own;
    bina_status status = learn(learnt, rows);

    for (size_t i = 0; status == BINA_OK && i < rows->count; i++)
        rows->rows[i].trade = bina_trade_of(learnt, rows->rows[i].record);
    bina_text_map_drop(&own);
    return status;
}
