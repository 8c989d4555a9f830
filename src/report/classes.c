/*
 * Report "enterprises_by_class": how many enterprises of which size class are where, and how they
 * are, on a day. As public figures those at work are told by region and class with all sums, and
 * small numbers are kept back.
 */
#include <stdlib.h>
#include <string.h>
#include <bina/rows.h>
#include "base/vector.h"
#include "report/stock.h"
#include "report/suppress.h"
#include "report/threshold.h"
#include "store/sql.h"

enum { REGION, NAME, CLASS, STATUS, NUMBER, SUM_OF, KEPT_BACK };

static const bina_report_column columns[] = {
    {"region", BINA_TEXT, NULL, "wilayah",
     "Kemendagri code one level below the region asked for; of a sum, none."},
    {"name", BINA_TEXT, NULL, "nama", "Its name."},
    {"class", BINA_CODE, "size_class", "skala usaha",
     "Size class by the system asked for, else by the law in force that day; none: not known, or "
     "all, in a sum of classes."},
    {"status", BINA_CODE, "enterprise_status", "keadaan",
     "Whether they work; public figures tell only of those at work."},
    {"enterprises", BINA_INT, NULL, "usaha", "How many; none: kept back."},
    {"sum_of", BINA_TEXT, NULL, "jumlah dari",
     "Public figures have their sums: classes, regions or all; others none."},
    {"kept_back", BINA_BOOL, NULL, "dirahasiakan",
     "Whether a public figure is kept back because it, or one that follows from it, is small."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

enum { SIZES = BINA_SIZE_LARGE + 1 };

static int
by_place(const void *a, const void *b)
{
    const bina_stock_one *one = a, *two = b;
    int order = strcmp(one->region, two->region);

    if (order == 0)
        order = (int)one->size - (int)two->size;
    return order != 0 ? order : strcmp(one->status, two->status);
}

/* Whether it is told of at all: it stands for itself, had begun, and is of scope and region. */
static bool
there(const bina_stock_one *one)
{
    return one->state >= BINA_STOCK_PAUSED;
}

static bina_status
start_line(bina_record *line, const char *region, int size)
{
    bina_record_clear(line);
    if (region[0] != '\0')
        bina_set(line, REGION, region);
    if (bina_stock_size_word(size) != NULL)
        bina_set(line, CLASS, bina_stock_size_word(size));
    return bina_report_name_region(line, NAME, region);
}

static bina_status
tell_all(const bina_stock *stock, bina_rows *rows, bina_record *line)
{
    bina_status status = BINA_OK;
    size_t end;

    for (size_t i = 0; status == BINA_OK && i < stock->count; i = end) {
        const bina_stock_one *one = &stock->all[i];
        for (end = i + 1; end < stock->count && by_place(one, &stock->all[end]) == 0;)
            end++;
        status = start_line(line, one->region, one->size);
        if (one->status[0] != '\0')
            bina_set(line, STATUS, one->status);
        bina_set_int(line, NUMBER, (int64_t)(end - i));
        bina_set_int(line, KEPT_BACK, false);
        if (status == BINA_OK)
            status = bina_rows_add(rows, line);
    }
    return status;
}

/* ---- public figures ---- */

/* The table with its sums: a row each region, a column each class. */
typedef struct table {
    const char **regions; /* lent by the stock */
    int64_t *numbers;
    bool *hidden;
    size_t regions_count;
} table;

enum { WIDTH = SIZES + 1 }; /* the classes and their sum */

static bina_status
fill(const bina_stock *stock, table *t)
{
    size_t count = 0;

    for (size_t i = 0; i < stock->count; i++)
        count += i == 0 || strcmp(stock->all[i].region, stock->all[i - 1].region) != 0;
    t->regions = calloc(count + 1, sizeof *t->regions);
    t->numbers = calloc((count + 1) * WIDTH, sizeof *t->numbers);
    t->hidden = calloc((count + 1) * WIDTH, sizeof *t->hidden);
    if (t->regions == NULL || t->numbers == NULL || t->hidden == NULL)
        return BINA_ERR_NO_MEMORY;
    t->regions_count = count;
    for (size_t i = 0, row = 0; i < stock->count; i++) {
        const bina_stock_one *one = &stock->all[i];
        row += i > 0 && strcmp(one->region, stock->all[i - 1].region) != 0;
        t->regions[row] = one->region;
        if (one->state != BINA_STOCK_WORKING)
            continue;
        t->numbers[row * WIDTH + one->size]++;
        t->numbers[row * WIDTH + SIZES]++;
        t->numbers[count * WIDTH + one->size]++;
        t->numbers[count * WIDTH + SIZES]++;
    }
    return BINA_OK;
}

static bina_status
tell_table(const table *t, bina_rows *rows, bina_record *line, bina_language language)
{
    bool indonesian = language == BINA_INDONESIAN;
    bina_status status = BINA_OK;

    for (size_t row = 0; status == BINA_OK && row <= t->regions_count; row++)
        for (size_t size = 0; status == BINA_OK && size < WIDTH; size++) {
            size_t cell = row * WIDTH + size;
            status = start_line(line, row < t->regions_count ? t->regions[row] : "",
                                size < SIZES ? (int)size : BINA_SIZE_UNKNOWN);
            if (row == t->regions_count)
                bina_set(line, NAME, indonesian ? "Jumlah" : "Sum");
            if (size == SIZES || row == t->regions_count)
                bina_set(line, SUM_OF,
                         size < SIZES             ? "regions"
                         : row < t->regions_count ? "classes"
                                                  : "all");
            if (!t->hidden[cell])
                bina_set_int(line, NUMBER, t->numbers[cell]);
            bina_set_int(line, KEPT_BACK, t->hidden[cell]);
            if (status == BINA_OK)
                status = bina_rows_add(rows, line);
        }
    return status;
}

static bina_status
tell_public(bina_store *store, const bina_report_options *options, const bina_stock *stock,
            bina_rows *rows, bina_record *line)
{
    table t = {.regions_count = 0};
    int64_t day = 0, least = 0;
    bina_status status = bina_report_day(store, options, &day);

    if (status == BINA_OK)
        status = bina_report_threshold(store, "public.least", day, &least);
    if (status == BINA_OK)
        status = fill(stock, &t);
    if (status == BINA_OK) {
        bina_suppress(t.numbers, t.regions_count + 1, WIDTH, least, t.hidden);
        status = tell_table(&t, rows, line, options->language);
    }
    free(t.regions);
    free(t.numbers);
    free(t.hidden);
    return status;
}

static bina_status
run_classes(bina_store *store, const bina_report *report, const bina_report_options *options,
            bina_cursor **cursor)
{
    bina_report_options asked = *options;
    bina_description *description = bina_report_describe(report);
    bina_rows *rows = description != NULL ? bina_rows_new(description) : NULL;
    bina_record *line = description != NULL ? bina_record_new_of(description) : NULL;
    bina_stock stock = {0};
    bina_status status = rows != NULL && line != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    if (asked.system == NULL)
        asked.system = "law";
    if (status == BINA_OK)
        status = bina_stock_judge(store, &asked);
    if (status == BINA_OK)
        status = bina_stock_read(store, &asked, &stock);
    if (status == BINA_OK && stock.count > 0) {
        size_t kept = 0;
        for (size_t i = 0; i < stock.count; i++)
            if (there(&stock.all[i]))
                stock.all[kept++] = stock.all[i];
        stock.count = kept;
        qsort(stock.all, stock.count, sizeof *stock.all, by_place);
        status = options->public_figures ? tell_public(store, &asked, &stock, rows, line)
                                         : tell_all(&stock, rows, line);
    }
    if (status == BINA_OK) {
        *cursor = bina_rows_to_cursor(rows);
        rows = NULL;
        status = *cursor != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    }
    bina_stock_free(&stock);
    bina_record_free(line);
    bina_rows_free(rows);
    bina_description_free(description);
    return status;
}

const bina_report bina_reports_classes[] = {
    {.name = "enterprises_by_class",
     .doc = {"Enterprises by region, size class and whether they work, on a day.",
             "Usaha menurut wilayah, skala, dan keadaannya, pada suatu hari."},
     .columns = columns,
     .run = run_classes,
     .as_of = true,
     .public_form = true},
    {.name = NULL},
};
