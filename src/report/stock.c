/* Reading the stock of enterprises of a day. */
#include "report/stock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/codes.h>
#include <bina/reference.h>
#include "base/vector.h"
#include "rules/size.h"
#include "store/sql.h"

enum {
    ID,
    MERGED,
    IN_SCOPE,
    INSIDE,
    BEGUN,
    STATUS,
    REGION,
    SALES,
    CAPITAL,
    ASSETS,
    WORKERS,
    MONEY
};

/* The amounts are called as in an enterprise, so that its classes can be told of them. */
static const bina_column columns[] = {
    [ID] = {"id", BINA_INT, NULL, "id", "The enterprise."},
    [MERGED] = {"merged", BINA_INT, NULL, "digabung", "Whether another stands for it."},
    [IN_SCOPE] = {"in_scope", BINA_INT, NULL, "cakupan", "Whether it is of the scope asked for."},
    [INSIDE] = {"inside", BINA_INT, NULL, "di wilayah", "Whether it is in the region asked for."},
    [BEGUN] = {"begun", BINA_INT, NULL, "sudah mulai", "Whether it had begun."},
    [STATUS] = {"status", BINA_TEXT, NULL, "keadaan", "Its status."},
    [REGION] = {"region", BINA_TEXT, NULL, "wilayah", "Its region."},
    [SALES] = {"sales", BINA_MONEY, NULL, "omzet", "Sales of a year."},
    [CAPITAL] = {"capital", BINA_MONEY, NULL, "modal", "Capital."},
    [ASSETS] = {"net_assets", BINA_MONEY, NULL, "kekayaan", "Net assets."},
    [WORKERS] = {"workers", BINA_INT, NULL, "tenaga kerja", "Workers."},
    [MONEY] = {"investment", BINA_MONEY, NULL, "investasi", "Investment."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

#define SALES_ON   BINA_DATED_ON("e", "sales")
#define CAPITAL_ON BINA_DATED_ON("e", "capital")
#define ASSETS_ON  BINA_DATED_ON("e", "net_assets")
#define WORKERS_ON BINA_DATED_ON("e", "workers")
#define MONEY_ON   BINA_DATED_ON("e", "investment")
#define STATUS_ON  BINA_DATED_ON("e", "status")
#define REGION_ON  BINA_DATED_ON("e", "region")
#define INSIDE_IT  BINA_UNDER("region")

/* Only the amounts that the system looks at are looked up. OFFSET keeps SQLite from writing the
 * look-ups wherever their outcome is used. */
static const char sql[] =
    ", stock AS (SELECT id, merged_into IS NOT NULL AS merged,"
    "   (?2 IS NULL OR coalesce(scope, 'unknown') = ?2) AS in_scope,"
    "   coalesce(began <= ?3, 1)"
    "     AND coalesce(founded <= CAST(substr(?3, 1, 4) AS INTEGER), 1) AS begun,"
    "   " STATUS_ON " AS status, " REGION_ON " AS region,"
    "   CASE WHEN ?7 IN ('law', 'old') THEN " SALES_ON " END AS sales,"
    "   CASE WHEN ?7 IN ('law', 'old') THEN " CAPITAL_ON " END AS capital,"
    "   CASE WHEN ?7 IN ('law', 'old') THEN " ASSETS_ON " END AS net_assets,"
    "   CASE WHEN ?7 IN ('industry', 'bps') THEN " WORKERS_ON " END AS workers,"
    "   CASE WHEN ?7 = 'industry' THEN " MONEY_ON " END AS investment"
    "   FROM enterprises AS e LIMIT -1 OFFSET 0)"
    "SELECT id, merged, in_scope, " INSIDE_IT ", begun, status, substr(region, 1, ?8), sales,"
    "  capital, net_assets, workers, investment FROM stock";

static const bina_report stock_report = {
    .name = "stock", .doc = {"", ""}, .columns = columns, .sql = sql, .as_of = true};

static const char *const sizes[] = {NULL, "micro", "small", "medium", "large"};

const char *
bina_stock_size_word(int size)
{
    return sizes[size];
}

static const struct {
    const char *word;
    bina_value (*class_of)(const bina_record *enterprise, int64_t day);
} systems[] = {{"law", bina_size_class},
               {"old", bina_size_class_old},
               {"industry", bina_size_class_industry},
               {"bps", bina_size_class_bps}};

static int
size_of(const char *system, const bina_record *record, int64_t day)
{
    bina_value class = bina_null();

    for (size_t i = 0; system != NULL && i < sizeof systems / sizeof *systems; i++)
        if (strcmp(systems[i].word, system) == 0)
            class = systems[i].class_of(record, day);
    for (int size = BINA_SIZE_MICRO; class.type != BINA_NULL && size <= BINA_SIZE_LARGE; size++)
        if (strcmp(class.as.text, sizes[size]) == 0)
            return size;
    return BINA_SIZE_UNKNOWN;
}

static bina_stock_state
state_of(const bina_record *record, const char *status)
{
    if (bina_record_int(record, MERGED))
        return BINA_STOCK_MERGED;
    if (!bina_record_int(record, IN_SCOPE))
        return BINA_STOCK_OTHER_SCOPE;
    if (!bina_record_int(record, BEGUN) || strcmp(status, "prospective") == 0)
        return BINA_STOCK_NOT_BEGUN;
    if (!bina_record_int(record, INSIDE))
        return BINA_STOCK_ELSEWHERE;
    if (strcmp(status, "paused") == 0 || strcmp(status, "not_found") == 0)
        return BINA_STOCK_PAUSED;
    if (strcmp(status, "closed") == 0)
        return BINA_STOCK_CLOSED;
    return strcmp(status, "moved_away") == 0 ? BINA_STOCK_AWAY : BINA_STOCK_WORKING;
}

static int
by_id(const void *a, const void *b)
{
    const bina_stock_one *one = a, *two = b;

    return (one->id > two->id) - (one->id < two->id);
}

bina_status
bina_stock_judge(bina_store *store, const bina_report_options *options)
{
    bina_error *error = bina_store_complaint(store);

    if (options->system == NULL || bina_codes_find("size_system", options->system) != NULL)
        return BINA_OK;
    bina_error_set(error, BINA_ERR_INVALID,
                   "there is no system of size classes \"%s\"; there are law, old, industry, bps",
                   "tidak ada sistem skala usaha \"%s\"; yang ada law, old, industry, bps",
                   options->system);
    bina_error_at(error, "report", "system", "report.system");
    return BINA_ERR_INVALID;
}

bina_status
bina_stock_read(bina_store *store, const bina_report_options *options, bina_stock *stock)
{
    bina_cursor *cursor = NULL;
    const bina_record *record;
    int64_t day = 0;
    bina_status status = bina_report_day(store, options, &day);

    stock->count = 0;
    if (status == BINA_OK)
        status = bina_report_select(store, &stock_report, options, &cursor);
    while (status == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK) {
        const char *region = bina_record_text(record, REGION);
        const char *word = bina_record_text(record, STATUS);
        bina_stock_one *one;
        if (!bina_vector_reserve(&stock->all, &stock->room, stock->count + 1, sizeof *one)) {
            status = BINA_ERR_NO_MEMORY;
            break;
        }
        one = &stock->all[stock->count++];
        one->id = bina_record_int(record, ID);
        one->state = (unsigned char)state_of(record, word != NULL ? word : "");
        one->size = (unsigned char)size_of(options->system, record, day);
        (void)snprintf(one->status, sizeof one->status, "%s", word != NULL ? word : "");
        (void)snprintf(one->region, sizeof one->region, "%s", region != NULL ? region : "");
    }
    if (status < 0)
        bina_report_blame(store, cursor);
    bina_cursor_free(cursor);
    if (status != BINA_DONE)
        return status;
    if (stock->count > 0)
        qsort(stock->all, stock->count, sizeof *stock->all, by_id);
    return BINA_OK;
}

void
bina_stock_free(bina_stock *stock)
{
    free(stock->all);
}

bina_status
bina_report_name_region(bina_record *line, int slot, const char *code)
{
    bina_record *region = NULL;
    bina_status status = code[0] != '\0' ? bina_region_get(code, 0, &region, NULL) : BINA_OK;

    if (region != NULL)
        bina_set(line, slot, bina_record_text(region, BINA_REGION_NAME));
    bina_record_free(region);
    return status == BINA_ERR_NO_MEMORY ? status : BINA_OK;
}
