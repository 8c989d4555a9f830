/*
 * Report "flows": what became of the enterprises at work between two days, region by region.
 *
 * Three stocks are compared, enterprise by enterprise. The opening one is that of the earlier day
 * as it was known then, which is what was published; the second that of the earlier day as it is
 * known now; the third that of the later day as it is known now. From the first to the second
 * nothing happened but learning: the corrections. From the second to the third nothing was learnt:
 * the flows. So the closing number is the opening one with both, for every region and in all.
 */
#include <stdlib.h>
#include <string.h>
#include <bina/rows.h>
#include "base/vector.h"
#include "reference/zone.h"
#include "report/stock.h"
#include "store/sql.h"

enum {
    REGION,
    NAME,
    CLASS,
    OPENING,
    NEW,
    RESUMED,
    MOVED_IN,
    RECLASSIFIED_IN,
    PAUSED,
    CLOSED,
    MOVED_AWAY,
    RECLASSIFIED_OUT,
    DUPLICATES,
    DISCOVERED,
    SCOPE,
    LEARNT,
    CLOSING,
    SLOTS
};

static const bina_column columns[] = {
    {"region", BINA_TEXT, NULL, "wilayah",
     "Kemendagri code one level below the region asked for; of the sum, none."},
    {"name", BINA_TEXT, NULL, "nama", "Its name."},
    {"class", BINA_CODE, "size_class", "skala usaha",
     "Size class, when a system of them is asked for."},
    {"opening", BINA_INT, NULL, "awal",
     "Enterprises at work on the earlier day, as was known then: active, or resting for the "
     "season; "
     "where the register is younger, as is known now."},
    {"new", BINA_INT, NULL, "baru", "Began since."},
    {"resumed", BINA_INT, NULL, "bekerja lagi",
     "Had paused, was not found or closed; works again."},
    {"moved_in", BINA_INT, NULL, "pindah masuk", "Came from another region."},
    {"reclassified_in", BINA_INT, NULL, "naik atau turun kelas, masuk", "Came from another class."},
    {"paused", BINA_INT, NULL, "berhenti sementara", "Paused, or was no longer found."},
    {"closed", BINA_INT, NULL, "tutup", "Closed."},
    {"moved_away", BINA_INT, NULL, "pindah keluar", "Went to another region, or out of the area."},
    {"reclassified_out", BINA_INT, NULL, "naik atau turun kelas, keluar", "Went to another class."},
    {"duplicates", BINA_INT, NULL, "ganda",
     "Correction: records found to be the same as another (negative), or told apart again."},
    {"discovered", BINA_INT, NULL, "baru diketahui",
     "Correction: was at work on the earlier day already, and was recorded later."},
    {"scope", BINA_INT, NULL, "cakupan",
     "Correction: turned out to be of the scope asked for, or (negative) not to be."},
    {"learnt", BINA_INT, NULL, "pembetulan lain",
     "Correction: anything else the register learnt of the earlier day afterwards."},
    {"closing", BINA_INT, NULL, "akhir",
     "Enterprises at work on the later day: opening + new + resumed + moved in + reclassified in - "
     "paused - closed - moved away - reclassified out + the four corrections."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

typedef struct line {
    char region[14];
    unsigned char size;
    int64_t counts[SLOTS]; /* by the slots of the report */
} line;

typedef struct telling {
    line *lines; /* by region and size */
    size_t count, room;
    bina_status status;
} telling;

/* The line of a region and class, made when there is none yet. */
static line *
line_of(telling *self, const bina_stock_one *one)
{
    size_t low = 0, high = self->count;
    line *found;

    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(self->lines[middle].region, one->region);
        if (order == 0)
            order = self->lines[middle].size - one->size;
        if (order == 0)
            return &self->lines[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (!bina_vector_reserve(&self->lines, &self->room, self->count + 1, sizeof *found)) {
        self->status = BINA_ERR_NO_MEMORY;
        return NULL;
    }
    found = &self->lines[low];
    memmove(found + 1, found, (self->count - low) * sizeof *found);
    self->count++;
    memset(found, 0, sizeof *found);
    memcpy(found->region, one->region, sizeof found->region);
    found->size = one->size;
    return found;
}

static void
count(telling *self, const bina_stock_one *one, int slot, int by)
{
    line *to = line_of(self, one);

    if (to != NULL)
        to->counts[slot] += by;
}

static bool
works(const bina_stock_one *one)
{
    return one->state == BINA_STOCK_WORKING;
}

static bool
same_place(const bina_stock_one *a, const bina_stock_one *b)
{
    return strcmp(a->region, b->region) == 0;
}

/* What was learnt of the earlier day: as known then, and as known now. */
static void
tell_correction(telling *self, const bina_stock_one *then, const bina_stock_one *now)
{
    int slot = LEARNT;

    if (works(then) && works(now) && same_place(then, now) && then->size == now->size)
        return;
    if (then->state == BINA_STOCK_MERGED || now->state == BINA_STOCK_MERGED)
        slot = DUPLICATES;
    else if (then->state == BINA_STOCK_ABSENT)
        slot = DISCOVERED;
    else if (then->state == BINA_STOCK_OTHER_SCOPE || now->state == BINA_STOCK_OTHER_SCOPE)
        slot = SCOPE;
    if (works(then))
        count(self, then, slot, -1);
    if (works(now))
        count(self, now, slot, 1);
}

/* What became of an enterprise from the earlier day to the later. */
static void
tell_flow(telling *self, const bina_stock_one *before, const bina_stock_one *after)
{
    static const int entry[] = {[BINA_STOCK_ABSENT] = NEW,         [BINA_STOCK_MERGED] = NEW,
                                [BINA_STOCK_OTHER_SCOPE] = NEW,    [BINA_STOCK_NOT_BEGUN] = NEW,
                                [BINA_STOCK_ELSEWHERE] = MOVED_IN, [BINA_STOCK_PAUSED] = RESUMED,
                                [BINA_STOCK_CLOSED] = RESUMED,     [BINA_STOCK_AWAY] = MOVED_IN};
    static const int leave[] = {
        [BINA_STOCK_ABSENT] = CLOSED,        [BINA_STOCK_MERGED] = CLOSED,
        [BINA_STOCK_OTHER_SCOPE] = CLOSED,   [BINA_STOCK_NOT_BEGUN] = PAUSED,
        [BINA_STOCK_ELSEWHERE] = MOVED_AWAY, [BINA_STOCK_PAUSED] = PAUSED,
        [BINA_STOCK_CLOSED] = CLOSED,        [BINA_STOCK_AWAY] = MOVED_AWAY};

    if (works(before) && works(after)) {
        bool moved = !same_place(before, after);
        if (!moved && before->size == after->size)
            return;
        count(self, before, moved ? MOVED_AWAY : RECLASSIFIED_OUT, 1);
        count(self, after, moved ? MOVED_IN : RECLASSIFIED_IN, 1);
    } else if (works(after)) {
        count(self, after, entry[before->state], 1);
    } else if (works(before)) {
        count(self, before, leave[after->state], 1);
    }
}

/* Calls `tell` with what two stocks say of every enterprise of either. */
static void
compare(telling *self, const bina_stock *one, const bina_stock *two,
        void (*tell)(telling *, const bina_stock_one *, const bina_stock_one *))
{
    static const bina_stock_one absent = {.state = BINA_STOCK_ABSENT};
    size_t i = 0, j = 0;

    while (i < one->count || j < two->count) {
        bina_id a = i < one->count ? one->all[i].id : INT64_MAX;
        bina_id b = j < two->count ? two->all[j].id : INT64_MAX;
        tell(self, a <= b ? &one->all[i] : &absent, b <= a ? &two->all[j] : &absent);
        i += a <= b;
        j += b <= a;
    }
}

static void
count_stock(telling *self, const bina_stock *stock, int slot)
{
    for (size_t i = 0; i < stock->count; i++)
        if (works(&stock->all[i]))
            count(self, &stock->all[i], slot, 1);
}

/* The same day of the year before. */
static int64_t
year_before(int64_t day)
{
    int year, month, of_month;
    int64_t before = day - 366;

    bina_date_to_civil(day, &year, &month, &of_month);
    (void)bina_date_from_civil(year - 1, month, of_month > 28 && month == 2 ? 28 : of_month,
                               &before);
    return before;
}

/* The last commit up to the end of a day at the office; 0 when the register is younger. */
static bina_status
commit_of_day(bina_store *store, int64_t day, int64_t *commit)
{
    int64_t hours = bina_zone_hours(bina_store_office(store));
    const bina_value end = bina_integer_of(BINA_TIME, ((day + 1) * 24 - hours) * 3600000);

    return bina_sql_integer(store, "SELECT max(number) FROM commits WHERE made < ?1", &end, 1,
                            commit);
}

static bina_status
add_line(bina_rows *rows, bina_record *record, const line *of, bool sum, bina_language language)
{
    bina_status status = BINA_OK;

    bina_record_clear(record);
    if (of->region[0] != '\0')
        bina_set(record, REGION, of->region);
    if (sum)
        bina_set(record, NAME, language == BINA_INDONESIAN ? "Jumlah" : "Sum");
    else
        status = bina_report_name_region(record, NAME, of->region);
    if (bina_stock_size_word(of->size) != NULL)
        bina_set(record, CLASS, bina_stock_size_word(of->size));
    for (int slot = OPENING; slot < SLOTS; slot++)
        bina_set_int(record, slot, of->counts[slot]);
    return status == BINA_OK ? bina_rows_add(rows, record) : status;
}

static bina_status
add_lines(bina_rows *rows, bina_record *record, const telling *self, bina_language language)
{
    line sum = {.size = 0};
    bina_status status = BINA_OK;

    for (size_t i = 0; status == BINA_OK && i < self->count; i++) {
        for (int slot = OPENING; slot < SLOTS; slot++)
            sum.counts[slot] += self->lines[i].counts[slot];
        status = add_line(rows, record, &self->lines[i], false, language);
    }
    return status == BINA_OK ? add_line(rows, record, &sum, true, language) : status;
}

/* Reads the three stocks and tells how they differ. */
static bina_status
tell(bina_store *store, const bina_report_options *options, telling *self)
{
    bina_report_options asked = *options;
    bina_stock known_then = {0}, before = {0}, after = {0};
    int64_t commit = 0, day = 0;
    bina_status status = bina_report_day(store, options, &day);

    asked.true_on = day;
    if (asked.from == 0)
        asked.from = year_before(day);
    if (status == BINA_OK)
        status = commit_of_day(store, asked.from, &commit);
    if (status == BINA_OK)
        status = bina_stock_read(store, &asked, &after);
    asked.true_on = asked.from;
    if (status == BINA_OK)
        status = bina_stock_read(store, &asked, &before);
    if (options->known_at >= 0 && commit > options->known_at)
        commit = options->known_at;
    asked.known_at = commit;
    if (status == BINA_OK && commit > 0)
        status = bina_stock_read(store, &asked, &known_then);
    if (status == BINA_OK) {
        count_stock(self, commit > 0 ? &known_then : &before, OPENING);
        count_stock(self, &after, CLOSING);
        if (commit > 0)
            compare(self, &known_then, &before, tell_correction);
        compare(self, &before, &after, tell_flow);
        status = self->status;
    }
    bina_stock_free(&known_then);
    bina_stock_free(&before);
    bina_stock_free(&after);
    return status;
}

static bina_status
run_flows(bina_store *store, const bina_report *report, const bina_report_options *options,
          bina_cursor **cursor)
{
    bina_description *description = bina_report_describe(report);
    bina_rows *rows = description != NULL ? bina_rows_new(description) : NULL;
    bina_record *record = description != NULL ? bina_record_new_of(description) : NULL;
    telling self = {.status = BINA_OK};
    bina_status status = rows != NULL && record != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    if (status == BINA_OK)
        status = bina_stock_judge(store, options);
    if (status == BINA_OK)
        status = tell(store, options, &self);
    if (status == BINA_OK)
        status = add_lines(rows, record, &self, options->language);
    if (status == BINA_OK) {
        *cursor = bina_rows_to_cursor(rows);
        rows = NULL;
        status = *cursor != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    }
    free(self.lines);
    bina_record_free(record);
    bina_rows_free(rows);
    bina_description_free(description);
    return status;
}

const bina_report bina_reports_flows[] = {
    {.name = "flows",
     .doc =
         {"How the number of enterprises at work in each region came about between two days: "
          "opening, flows, corrections, closing; a year, unless said since when.",
          "Bagaimana jumlah usaha yang bekerja di tiap wilayah berubah antara dua tanggal: awal, "
          "arus, pembetulan, akhir."},
     .columns = columns,
     .run = run_flows,
     .as_of = true},
    {.name = NULL},
};
