/*
 * Report "enterprises_by_class": how many enterprises of which size class are where, and how they
 * are, on a day. As public figures those at work are told by region and class with all sums, and
 * small numbers are kept back.
 */
#include <stdlib.h>
#include <string.h>
#include <bina/reference.h>
#include <bina/rows.h>
#include "base/error.h"
#include "base/vector.h"
#include "report/stock.h"
#include "report/suppress.h"
#include "report/threshold.h"
#include "store/sql.h"

enum { REGION, NAME, CLASS, STATUS, NUMBER, SUM_OF, KEPT_BACK };

static const bina_column columns[] = {
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

/*
 * Each table protects only itself: were the districts of a regency told here and the regencies of
 * the province there, each by itself, the two would give away what either keeps back. So there is
 * one table, that of a regency; no enterprise is in two of them, whoever asks for what. The table
 * of a province or of all is added up from what those publish: it tells nothing that they do not.
 */
enum { WIDTH = SIZES + 1, REGENCY = 5 }; /* the classes and their sum; the length of a code */

/* A table with its sums: a row each region, a column each class. */
typedef struct table {
    char (*regions)[14];
    int64_t *numbers;
    bool *hidden;
    size_t regions_count;
} table;

static bina_status
begin_table(table *t, size_t regions)
{
    t->regions = calloc(regions + 1, sizeof *t->regions);
    t->numbers = calloc((regions + 1) * WIDTH, sizeof *t->numbers);
    t->hidden = calloc((regions + 1) * WIDTH, sizeof *t->hidden);
    t->regions_count = regions;
    return t->regions != NULL && t->numbers != NULL && t->hidden != NULL ? BINA_OK
                                                                         : BINA_ERR_NO_MEMORY;
}

static void
end_table(table *t)
{
    free(t->regions);
    free(t->numbers);
    free(t->hidden);
}

/* How many, from the first on, lie in the same regency, or are known no nearer than a province. */
static size_t
same_regency(const bina_stock_one *all, size_t count)
{
    size_t end = 1;

    while (end < count && strncmp(all[0].region, all[end].region, REGENCY) == 0)
        end++;
    return end;
}

/* The table of one regency, of its districts; all of them are of that regency. */
static bina_status
fill(const bina_stock_one *all, size_t count, int64_t least, table *t)
{
    size_t regions = count > 0;
    bina_status status;

    for (size_t i = 1; i < count; i++)
        regions += strcmp(all[i].region, all[i - 1].region) != 0;
    status = begin_table(t, regions);
    if (status != BINA_OK)
        return status;
    for (size_t i = 0, row = 0; i < count; i++) {
        const bina_stock_one *one = &all[i];
        row += i > 0 && strcmp(one->region, all[i - 1].region) != 0;
        memcpy(t->regions[row], one->region, sizeof one->region);
        if (one->state != BINA_STOCK_WORKING)
            continue;
        t->numbers[row * WIDTH + one->size]++;
        t->numbers[row * WIDTH + SIZES]++;
        t->numbers[regions * WIDTH + one->size]++;
        t->numbers[regions * WIDTH + SIZES]++;
    }
    bina_suppress(t->numbers, regions + 1, WIDTH, least, t->hidden);
    return BINA_OK;
}

/* The table of many regencies: the sums of each, as it publishes them, and what those add up to. */
static bina_status
add_up(const bina_stock_one *all, size_t count, int64_t least, table *t)
{
    size_t regions = 0, row = 0;
    bina_status status;

    for (size_t i = 0; i < count; i += same_regency(all + i, count - i))
        regions++;
    status = begin_table(t, regions);
    for (size_t i = 0, of_it; status == BINA_OK && i < count; i += of_it, row++) {
        table one = {.regions_count = 0};
        of_it = same_regency(all + i, count - i);
        status = fill(all + i, of_it, least, &one);
        memcpy(t->regions[row], all[i].region, REGENCY);
        for (size_t size = 0; status == BINA_OK && size < WIDTH; size++) {
            size_t sum = one.regions_count * WIDTH + size;
            t->numbers[row * WIDTH + size] = one.numbers[sum];
            t->hidden[row * WIDTH + size] = one.hidden[sum];
            t->numbers[regions * WIDTH + size] += one.numbers[sum];
            t->hidden[regions * WIDTH + size] |= one.hidden[sum];
        }
        end_table(&one);
    }
    return status;
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
    size_t length = options->region != NULL ? strlen(options->region) : 0, first = 0, end;
    table t = {.regions_count = 0};
    int64_t day = 0, least = 0;
    bina_status status = bina_report_day(store, options, &day);

    if (status == BINA_OK)
        status = bina_report_threshold(store, "public.least", day, &least);
    while (first < stock->count && length > 0 &&
           strncmp(stock->all[first].region, options->region, length) != 0)
        first++;
    for (end = first; end < stock->count && (length == 0 || strncmp(stock->all[end].region,
                                                                    options->region, length) == 0);)
        end++;
    if (status == BINA_OK && length == REGENCY)
        status = fill(stock->all + first, end - first, least, &t);
    else if (status == BINA_OK)
        status = add_up(stock->all + first, end - first, least, &t);
    if (status == BINA_OK)
        status = tell_table(&t, rows, line, options->language);
    end_table(&t);
    return status;
}

/* Refuses public figures of what lies within a regency, and of what is no region. */
static bina_status
judge_region(bina_store *store, const bina_report_options *options)
{
    bina_error *error = bina_store_complaint(store);
    bina_cursor *under = NULL;
    bina_status status;

    if (!options->public_figures || options->region == NULL)
        return BINA_OK;
    status = bina_region_under(options->region, 0, &under);
    if (status == BINA_ERR_NOT_FOUND || status == BINA_ERR_SYNTAX) {
        status = bina_error_set(error, BINA_ERR_INVALID, "there is no region %s",
                                "tidak ada wilayah %s", options->region);
        bina_error_at(error, "report", "region", "report.region");
    } else if (status == BINA_OK && strlen(options->region) > REGENCY) {
        status = bina_error_set(
            error, BINA_ERR_UNSUPPORTED,
            "public figures are told of a regency or city and above: with those of a district one "
            "could work out what those of its regency keep back; ask for region %.5s",
            "angka publik disajikan untuk kabupaten/kota ke atas: dengan angka kecamatan, yang "
            "dirahasiakan dalam angka kabupatennya dapat dihitung; mintalah wilayah %.5s",
            options->region);
        bina_error_at(error, "report", "region", "report.public_region");
    }
    bina_cursor_free(under);
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
        status = judge_region(store, options);
    /* The tables of regencies are made whole: of every enterprise, by the code it has. */
    if (options->public_figures)
        asked.region = NULL;
    if (status == BINA_OK)
        status = bina_stock_read(store, &asked, &stock);
    if (status == BINA_OK && stock.count > 0) {
        size_t kept = 0;
        for (size_t i = 0; i < stock.count; i++)
            if (there(&stock.all[i]))
                stock.all[kept++] = stock.all[i];
        stock.count = kept;
        qsort(stock.all, stock.count, sizeof *stock.all, by_place);
        status = options->public_figures ? tell_public(store, options, &stock, rows, line)
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
