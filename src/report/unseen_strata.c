#include "report/unseen_strata.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "base/vector.h"

enum { CELL_UNIT, CELL_SCOPE, CELL_LISTS, CELL_NUMBER };

static const bina_column cell_columns[] = {
    {"unit", BINA_TEXT, NULL, "satuan", "What is counted."},
    {"scope", BINA_CODE, "scope", "cakupan", "Its scope."},
    {"lists", BINA_INT, NULL, "daftar", "A bit for every list."},
    {"number", BINA_INT, NULL, "banyaknya", "Registrants on exactly these."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char cell_sql[] =
    ", numbered AS (SELECT id, row_number() OVER (ORDER BY name) - 1 AS bit FROM source_registers"
    "   WHERE id IN (SELECT register FROM listed)),"
    " held AS (SELECT root, sum(CASE WHEN bit < 62 THEN 1 << bit ELSE 0 END)"
    "     | max(CASE WHEN bit < 62 THEN 0 ELSE 1 << 62 END) AS lists"
    "   FROM listed JOIN numbered ON numbered.id = listed.register GROUP BY root)"
    "SELECT unit, scope, lists, count(*) FROM at_work JOIN held ON held.root = at_work.id"
    " GROUP BY unit, scope, lists ORDER BY unit, scope, lists";

static const bina_report cell_report = {
    .name = "cell", .doc = {"", ""}, .columns = cell_columns, .sql = cell_sql};

static const bina_column name_columns[] = {
    {"name", BINA_TEXT, NULL, "nama", "Short name of the list."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char name_sql[] = "SELECT name FROM source_registers"
                               " WHERE id IN (SELECT register FROM listed) ORDER BY name";

static const bina_report name_report = {
    .name = "name", .doc = {"", ""}, .columns = name_columns, .sql = name_sql};

static bina_status
add_held(bina_stratum *to, int64_t lists, int64_t number)
{
    if (!bina_vector_reserve(&to->held, &to->room, to->count + 1, sizeof *to->held))
        return BINA_ERR_NO_MEMORY;
    to->held[to->count].lists = lists;
    to->held[to->count++].number = number;
    to->used |= lists;
    to->seen += (double)number;
    return BINA_OK;
}

/* Numbers the lists used, and puts everyone into the cell of theirs. */
static void
fill_cells(bina_stratum *to)
{
    for (int bit = 0; bit <= BINA_UNSEEN_MOST_LISTS; bit++) {
        if ((to->used >> bit & 1) == 0)
            continue;
        if (to->lists == BINA_UNSEEN_LISTS || bit == BINA_UNSEEN_MOST_LISTS) {
            to->too_many = true;
            return;
        }
        to->names[to->lists++] = bit;
    }
    for (size_t n = 0; n < to->count; n++) {
        unsigned cell = 0;
        for (int i = 0; i < to->lists; i++)
            cell |= (unsigned)(to->held[n].lists >> to->names[i] & 1) << i;
        to->cells[cell] += (double)to->held[n].number;
    }
}

bina_status
bina_unseen_names(bina_store *store, const bina_report_options *options,
                  char names[BINA_UNSEEN_MOST_LISTS][64])
{
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status = bina_report_select(store, &name_report, options, &cursor);

    for (int n = 0; status == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK;)
        if (n < BINA_UNSEEN_MOST_LISTS)
            bina_text_print(names[n++], sizeof names[0], "%s", bina_record_text(record, 0));
    if (status < 0)
        bina_report_blame(store, cursor);
    bina_cursor_free(cursor);
    return status == BINA_DONE ? BINA_OK : status;
}

static bool
is_of(const bina_stratum *stratum, const bina_record *record)
{
    return strcmp(stratum->unit, bina_record_text(record, CELL_UNIT)) == 0 &&
           strcmp(stratum->scope, bina_record_text(record, CELL_SCOPE)) == 0;
}

/* Empties a stratum for those of a record's unit and scope. */
static void
begin(bina_stratum *stratum, const bina_record *record)
{
    free(stratum->held);
    memset(stratum, 0, sizeof *stratum);
    (void)snprintf(stratum->unit, sizeof stratum->unit, "%s", bina_record_text(record, CELL_UNIT));
    (void)snprintf(stratum->scope, sizeof stratum->scope, "%s",
                   bina_record_text(record, CELL_SCOPE));
}

bina_status
bina_unseen_strata(bina_store *store, const bina_report_options *options,
                   bina_status (*tell)(void *self, bina_stratum *of), void *self)
{
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_stratum now = {.lists = 0};
    bina_status status = bina_report_select(store, &cell_report, options, &cursor);

    while (status == BINA_OK && (status = bina_cursor_next(cursor, &record)) == BINA_OK) {
        if (!is_of(&now, record)) {
            if (now.count > 0) {
                fill_cells(&now);
                status = tell(self, &now);
            }
            begin(&now, record);
        }
        if (status == BINA_OK)
            status = add_held(&now, bina_record_int(record, CELL_LISTS),
                              bina_record_int(record, CELL_NUMBER));
    }
    if (status != BINA_DONE) {
        bina_report_blame(store, cursor);
    } else if (now.count > 0) {
        fill_cells(&now);
        status = tell(self, &now);
    } else {
        status = BINA_OK;
    }
    free(now.held);
    bina_cursor_free(cursor);
    return status;
}
