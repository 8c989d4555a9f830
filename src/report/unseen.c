/*
 * Report "unseen": how many are probably on nobody's list, by unit and scope, from how the lists
 * overlap; every method beside every other, with what it takes for granted.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/rows.h>
#include "base/text.h"
#include "report/report.h"
#include "report/unseen.h"
#include "report/unseen_methods.h"
#include "report/unseen_strata.h"

enum {
    UNIT,
    SCOPE,
    METHOD,
    LISTS,
    DEPENDENCES,
    ESTIMATE,
    LOW,
    HIGH,
    ON_LISTS,
    BEYOND,
    CHOSEN,
    REFUSED,
    ASSUMPTIONS,
    ASUMSI
};

static const bina_column unseen_columns[] = {
    {"unit", BINA_TEXT, NULL, "satuan", "What is counted: enterprise or group; they do not add."},
    {"scope", BINA_CODE, "scope", "cakupan", "Industry, trade, service, unknown."},
    {"method", BINA_CODE, "unseen_method", "cara", "How it was estimated."},
    {"lists", BINA_TEXT, NULL, "daftar", "The lists used, joined by +."},
    {"dependences", BINA_TEXT, NULL, "keterkaitan",
     "Pairs of lists the model holds to be dependent, as a:b."},
    {"estimate", BINA_INT, NULL, "perkiraan", "How many there are, on lists or not."},
    {"low", BINA_INT, NULL, "batas bawah", "95 in 100 such intervals hold the true number, ..."},
    {"high", BINA_INT, NULL, "batas atas", "... if the assumptions hold; none: without bound."},
    {"on_lists", BINA_INT, NULL, "di daftar", "Those on at least one list now."},
    {"beyond", BINA_INT, NULL, "di luar daftar", "The estimate less those on lists."},
    {"chosen", BINA_BOOL, NULL, "dipilih", "The one to quote; the others are second opinions."},
    {"refused", BINA_CODE, "unseen_refusal", "ditolak", "Why there is no estimate."},
    {"assumptions", BINA_TEXT, NULL, "assumptions", "What it takes for granted, in English."},
    {"asumsi", BINA_TEXT, NULL, "asumsi", "The same in Indonesian."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

typedef struct telling {
    bina_record *line;
    bina_rows *rows;
    char names[BINA_UNSEEN_MOST_LISTS][64];
} telling;

/* ---- telling ---- */

/* Appends to a text that may be too long, and then ends early. */
static void
append(char *text, size_t capacity, const char *between, const char *more)
{
    size_t used = strlen(text);

    (void)snprintf(text + used, capacity - used, "%s%s", used > 0 ? between : "", more);
}

static bina_status
tell(telling *self, const bina_stratum *of, enum bina_unseen_by how, unsigned lists, bool chosen,
     const bina_unseen *found)
{
    char names[BINA_UNSEEN_LISTS * 64 + 32] = "", terms[BINA_UNSEEN_LISTS * 8 * 64] = "";
    bina_record *line = self->line;

    bina_record_clear(line);
    for (int i = 0; i < of->lists; i++)
        if ((lists >> i & 1) != 0)
            append(names, sizeof names, " + ", self->names[of->names[i]]);
    bina_set(line, UNIT, of->unit);
    bina_set(line, SCOPE, of->scope);
    bina_set(line, METHOD, bina_unseen_methods[how].word);
    if (names[0] != '\0')
        bina_set(line, LISTS, names);
    bina_set_int(line, ON_LISTS, llround(of->seen));
    bina_set_int(line, CHOSEN, chosen && found->refusal == BINA_UNSEEN_NONE);
    bina_set(line, ASSUMPTIONS, bina_unseen_methods[how].english);
    bina_set(line, ASUMSI, bina_unseen_methods[how].indonesian);
    if (found->refusal != BINA_UNSEEN_NONE) {
        static const char *const words[] = {NULL,     "one_list", "no_overlap",
                                            "copied", "unstable", "too_many"};
        bina_set(line, REFUSED, words[found->refusal]);
        return bina_rows_add(self->rows, line);
    }
    /* Terms count the lists of the model, which are those of `lists` in their order. */
    for (int i = 0, a = 0; i < of->lists; i++) {
        if ((lists >> i & 1) == 0)
            continue;
        for (int j = i + 1, b = a + 1; j < of->lists; j++) {
            char pair[132];
            if ((lists >> j & 1) == 0)
                continue;
            (void)snprintf(pair, sizeof pair, "%s:%s", self->names[of->names[i]],
                           self->names[of->names[j]]);
            if ((found->terms & bina_unseen_term(a, b)) != 0)
                append(terms, sizeof terms, " ", pair);
            b++;
        }
        a++;
    }
    if (terms[0] != '\0')
        bina_set(line, DEPENDENCES, terms);
    bina_set_int(line, ESTIMATE, llround(found->estimate));
    bina_set_int(line, LOW, llround(fmax(found->low, of->seen)));
    if (isfinite(found->high))
        bina_set_int(line, HIGH, llround(fmax(found->high, of->seen)));
    bina_set_int(line, BEYOND, llround(fmax(found->estimate - of->seen, 0)));
    return bina_rows_add(self->rows, line);
}

/* ---- estimating ---- */

/* The cells seen by some of the lists alone; gives how many lists these are. */
static int
project(const bina_stratum *of, unsigned lists, double *cells)
{
    int count = 0;

    memset(cells, 0, sizeof of->cells);
    for (unsigned c = 1; c < 1u << of->lists; c++) {
        unsigned to = 0;
        count = 0;
        for (int i = 0; i < of->lists; i++)
            if ((lists >> i & 1) != 0)
                to |= (c >> i & 1) << count++;
        if (to != 0)
            cells[to] += of->cells[c];
    }
    return count;
}

/* Two lists by themselves. */
static bina_status
tell_pair(telling *self, const bina_stratum *of, int one, int two, bool chosen)
{
    double cells[1 << BINA_UNSEEN_LISTS];
    unsigned lists = 1u << one | 1u << two;
    bina_unseen found;

    (void)project(of, lists, cells);
    if (bina_unseen_copied_from(cells, 2, 0) >= 0 || bina_unseen_copied_from(cells, 2, 1) >= 0) {
        memset(&found, 0, sizeof found);
        found.refusal = BINA_UNSEEN_COPIED;
    } else {
        bina_unseen_chapman(cells[1] + cells[3], cells[2] + cells[3], cells[3], &found);
    }
    return tell(self, of, BINA_UNSEEN_BY_TWO_LISTS, lists, chosen, &found);
}

/*
 * Whether a log-linear estimate may be quoted. Chao et al. (2001) advise against it where lists
 * overlap too little (a coverage below 0.55); one with an error of a third of what it finds says
 * little, unless that is next to nothing.
 */
static bool
is_firm(const bina_unseen *found, double coverage, double seen)
{
    return found->refusal == BINA_UNSEEN_NONE && coverage >= 0.55 &&
           found->error <= fmax((found->estimate - seen) / 3, 0.02 * found->estimate);
}

static bina_status
tell_several(telling *self, const bina_stratum *of, unsigned lists)
{
    double cells[1 << BINA_UNSEEN_LISTS];
    int count = project(of, lists, cells);
    bina_unseen best, found;
    bina_unseen_coverage coverage;
    bina_status status;
    bool firm;

    bina_unseen_best(cells, count, &best);
    bina_unseen_sample_coverage(cells, count, &coverage);
    firm = is_firm(&best, coverage.coverage, of->seen);
    status = tell(self, of, BINA_UNSEEN_BY_BEST, lists, firm, &best);
    if (status == BINA_OK)
        status =
            tell(self, of, BINA_UNSEEN_BY_COVERAGE, lists, !firm,
                 coverage.coverage >= 0.55 && coverage.high_coverage.refusal == BINA_UNSEEN_NONE
                     ? &coverage.high_coverage
                     : &coverage.one_step);
    if (status == BINA_OK) {
        bina_unseen_lower_bound(cells, count, &found);
        status = tell(self, of, BINA_UNSEEN_BY_LOWER_BOUND, lists, false, &found);
    }
    if (status == BINA_OK) {
        bina_unseen_loglinear(cells, count, 0, &found);
        status = tell(self, of, BINA_UNSEEN_BY_INDEPENDENT, lists, false, &found);
    }
    if (status == BINA_OK) {
        bina_unseen_loglinear(cells, count, bina_unseen_all_terms(count), &found);
        status = tell(self, of, BINA_UNSEEN_BY_DEPENDENT, lists, false, &found);
    }
    return status;
}

static bina_status
tell_stratum(void *data, bina_stratum *of)
{
    telling *self = data;
    unsigned lists;
    int left;
    bina_status status = BINA_OK;

    lists = (1u << of->lists) - 1;
    left = of->lists;
    if (of->too_many || of->lists < 2) {
        bina_unseen none = {.refusal = of->too_many ? BINA_UNSEEN_TOO_MANY : BINA_UNSEEN_ONE_LIST};
        return tell(self, of, of->too_many ? BINA_UNSEEN_BY_BEST : BINA_UNSEEN_BY_TWO_LISTS,
                    of->too_many ? 0 : lists, false, &none);
    }
    if (of->lists > 2) /* a copy is left out; that of two lists is refused below */
        for (int i = of->lists; i-- > 0;)
            if (bina_unseen_copied_from(of->cells, of->lists, i) >= 0 && left > 2) {
                lists &= ~(1u << i);
                left--;
            }
    if (left > 2)
        status = tell_several(self, of, lists);
    for (int i = 0; status == BINA_OK && i < of->lists; i++)
        for (int j = i + 1; status == BINA_OK && j < of->lists; j++)
            status = tell_pair(self, of, i, j, left == 2 && lists == (1u << i | 1u << j));
    return status;
}

/* ---- the report ---- */

static bina_status
run_unseen(bina_store *store, const bina_report *report, const bina_report_options *options,
           bina_cursor **cursor)
{
    bina_description *columns = bina_report_describe(report);
    telling self = {.line = columns != NULL ? bina_record_new_of(columns) : NULL,
                    .rows = columns != NULL ? bina_rows_new(columns) : NULL};
    bina_status status = self.line != NULL && self.rows != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    if (status == BINA_OK)
        status = bina_unseen_names(store, options, self.names);
    if (status == BINA_OK)
        status = bina_unseen_strata(store, options, tell_stratum, &self);
    if (status == BINA_OK) {
        *cursor = bina_rows_to_cursor(self.rows);
        self.rows = NULL;
        status = *cursor != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    }
    bina_record_free(self.line);
    bina_rows_free(self.rows);
    bina_description_free(columns);
    return status;
}

const bina_report bina_reports_unseen[] = {
    {.name = "unseen",
     .doc = {"How many are probably on nobody's list, by every method, with what each takes for "
             "granted.",
             "Berapa yang mungkin tidak ada di daftar mana pun, menurut tiap cara, beserta "
             "asumsinya."},
     .columns = unseen_columns,
     .run = run_unseen},
    {.name = NULL},
};
