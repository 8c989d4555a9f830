/* The handle: lists in, run or step. */
#include <bina/score.h>

#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "linkage/handle.h"
#include "model/task.h"

bina_linkage *
bina_linkage_new(const bina_linkage_settings *settings)
{
    bina_linkage *linkage = calloc(1, sizeof(*linkage));

    if (linkage == NULL)
        return NULL;
    linkage->settings =
        settings == NULL ? bina_linkage_settings_new() : bina_linkage_settings_copy(settings);
    if (linkage->settings == NULL) {
        free(linkage);
        return NULL;
    }
    atomic_init(&linkage->holds, 1);
    return linkage;
}

bina_linkage *
bina_link_hold(bina_linkage *linkage)
{
    atomic_fetch_add(&linkage->holds, 1);
    return linkage;
}

void
bina_linkage_free(bina_linkage *linkage)
{
    bina_heap *heap;

    if (linkage == NULL || atomic_fetch_sub(&linkage->holds, 1) > 1)
        return;
    bina_link_index_free(linkage->index);
    if (linkage->scorer != NULL)
        bina_link_scorer_drop(linkage->scorer);
    free(linkage->scorer);
    bina_link_engine_drop(&linkage->engine);
    bina_link_plan_drop(&linkage->plan);
    heap = linkage->table.heap;
    bina_link_table_drop(&linkage->table);
    bina_heap_free(heap);
    bina_linkage_settings_free(linkage->settings);
    free(linkage->verdict);
    free(linkage->order);
    free(linkage->alone);
    free(linkage);
}

const bina_error *
bina_linkage_error(const bina_linkage *linkage)
{
    return &linkage->error;
}

static bina_status
too_late(bina_linkage *linkage)
{
    return bina_error_set(&linkage->error, BINA_ERR_USAGE,
                          "lists and verdicts must be added before the linkage runs",
                          "daftar dan putusan harus ditambahkan sebelum penautan berjalan");
}

static bina_status
has_ended(bina_linkage *linkage)
{
    return bina_error_set(&linkage->error, BINA_ERR_USAGE,
                          "the linkage has ended: make a new one to link again",
                          "penautan sudah selesai: buat yang baru untuk menautkan lagi");
}

/* Says what went wrong; where an array found no room in the file, that. */
static bina_status
fail(bina_linkage *linkage, bina_status status)
{
    const char *folder;

    if (status != BINA_ERR_NO_MEMORY || !bina_heap_is_full(linkage->table.heap))
        return bina_error_plain(&linkage->error, status);
    bina_link_settings_memory(linkage->settings, &folder);
    return bina_error_set(&linkage->error, BINA_ERR_IO,
                          "the disk has no more room for the temporary file in %s that the option "
                          "memory asks for; the option folder names another place",
                          "berkas sementara di %s yang diminta opsi memory kehabisan ruang; opsi "
                          "folder menyebut tempat lain",
                          folder == NULL ? "/var/tmp" : folder);
}

/* Makes the file that large arrays lie in, if memory is bounded. */
static bina_status
bound_memory(bina_linkage *linkage)
{
    const char *folder;
    size_t memory = bina_link_settings_memory(linkage->settings, &folder);
    bina_status status;

    if (memory == 0 || linkage->table.heap != NULL)
        return BINA_OK;
    status = bina_heap_new(&linkage->table.heap, folder, memory);
    if (status != BINA_ERR_IO)
        return status == BINA_OK ? BINA_OK : bina_error_plain(&linkage->error, status);
    return bina_error_set(
        &linkage->error, status,
        "the temporary file that the option memory asks for cannot be made in %s; "
        "the option folder names another place",
        "berkas sementara yang diminta opsi memory tidak dapat dibuat di %s; opsi "
        "folder menyebut tempat lain",
        folder == NULL ? "/var/tmp" : folder);
}

bina_status
bina_linkage_add_list(bina_linkage *linkage, const char *name, bina_cursor *cursor)
{
    bina_link_list *list;
    bina_status status;

    bina_error_clear(&linkage->error);
    if (linkage->begun)
        return too_late(linkage);
    if (name == NULL || cursor == NULL)
        return bina_error_plain(&linkage->error, BINA_ERR_USAGE);
    status = bound_memory(linkage);
    if (status != BINA_OK)
        return status;
    status = bina_link_table_add_list(&linkage->table, name, &list);
    if (status == BINA_ERR_DUPLICATE)
        return bina_error_set(&linkage->error, status, "two lists are called \"%s\"",
                              "dua daftar bernama \"%s\"", name);
    if (status != BINA_OK)
        return bina_error_plain(&linkage->error, status);
    status = bina_link_list_read(list, cursor, bina_link_settings_threads(linkage->settings));
    if (status != BINA_OK && bina_error_status(bina_cursor_error(cursor)) != BINA_OK)
        bina_error_copy(&linkage->error, bina_cursor_error(cursor));
    else if (status != BINA_OK)
        status = fail(linkage, status);
    return status;
}

bina_status
bina_linkage_add_verdict(bina_linkage *linkage, const char *list_a, int64_t row_a,
                         const char *list_b, int64_t row_b, bool same)
{
    bina_link_verdict *verdict;
    uint32_t a, b, lists[2];
    const char *names[2] = {list_a, list_b};

    bina_error_clear(&linkage->error);
    if (linkage->begun)
        return too_late(linkage);
    /* Rows are numbered through only when all lists are in: until then a verdict keeps the number
     * of the list beside the row. */
    for (int i = 0; i < 2; i++) {
        const bina_link_list *list =
            names[i] == NULL ? NULL : bina_link_table_find(&linkage->table, names[i]);
        int64_t row = i == 0 ? row_a : row_b;
        if (list == NULL ||
            !bina_link_numbering_find(&list->numbering, row, list->rows, i == 0 ? &a : &b))
            return bina_link_no_row(linkage, &linkage->error, names[i], row);
        for (lists[i] = 0; linkage->table.lists[lists[i]] != list;)
            lists[i]++;
    }
    if (lists[0] == lists[1] && a == b)
        return bina_error_set(&linkage->error, BINA_ERR_USAGE,
                              "a row cannot be judged against itself",
                              "sebuah baris tidak dapat dinilai terhadap dirinya sendiri");
    if (!bina_vector_reserve(&linkage->verdict, &linkage->verdict_room, linkage->verdicts + 1,
                             sizeof(*linkage->verdict)))
        return bina_error_plain(&linkage->error, BINA_ERR_NO_MEMORY);
    verdict = &linkage->verdict[linkage->verdicts];
    verdict->list_a = lists[0];
    verdict->list_b = lists[1];
    verdict->a = a;
    verdict->b = b;
    verdict->same = same;
    verdict->said = linkage->verdicts++;
    return BINA_OK;
}

/* Lists by name, so that the order in which they came does not matter. */
static bina_status
sort_lists(bina_linkage *linkage)
{
    bina_link_table *table = &linkage->table;

    linkage->order = malloc(((size_t)table->list_count + 1) * sizeof(*linkage->order));
    if (linkage->order == NULL)
        return BINA_ERR_NO_MEMORY;
    for (uint32_t i = 0; i < table->list_count; i++)
        table->lists[i]->added = i;
    for (uint32_t i = 1; i < table->list_count; i++) {
        bina_link_list *list = table->lists[i];
        uint32_t j = i;
        for (; j > 0 && strcmp(table->lists[j - 1]->name, list->name) > 0; j--)
            table->lists[j] = table->lists[j - 1];
        table->lists[j] = list;
    }
    for (uint32_t i = 0; i < table->list_count; i++)
        linkage->order[table->lists[i]->added] = i;
    return bina_link_table_close(table);
}

static int
by_rows(const void *a, const void *b)
{
    const bina_link_verdict *x = a, *y = b;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    if (x->b != y->b)
        return x->b < y->b ? -1 : 1;
    return x->said < y->said ? -1 : x->said > y->said;
}

/* Verdicts by global row, the last one said about a pair only. */
static void
sort_verdicts(bina_linkage *linkage)
{
    size_t kept = 0;

    for (size_t i = 0; i < linkage->verdicts; i++) {
        bina_link_verdict *verdict = &linkage->verdict[i];
        verdict->a += linkage->table.lists[linkage->order[verdict->list_a]]->first;
        verdict->b += linkage->table.lists[linkage->order[verdict->list_b]]->first;
        if (verdict->a > verdict->b) {
            uint32_t swap = verdict->a;
            verdict->a = verdict->b;
            verdict->b = swap;
        }
    }
    if (linkage->verdicts > 0)
        qsort(linkage->verdict, linkage->verdicts, sizeof(*linkage->verdict), by_rows);
    for (size_t i = 0; i < linkage->verdicts; i++) {
        if (kept > 0 && linkage->verdict[kept - 1].a == linkage->verdict[i].a &&
            linkage->verdict[kept - 1].b == linkage->verdict[i].b)
            kept--;
        linkage->verdict[kept++] = linkage->verdict[i];
    }
    linkage->verdicts = kept;
}

static bina_status
begin(bina_linkage *linkage)
{
    bina_status status;

    linkage->begun = true;
    status = sort_lists(linkage);
    if (status != BINA_OK)
        return bina_error_plain(&linkage->error, status);
    sort_verdicts(linkage);
    bina_link_engine_init(&linkage->engine, &linkage->table, &linkage->plan);
    linkage->engine.verdict = linkage->verdict;
    linkage->engine.verdicts = linkage->verdicts;
    return bina_link_compile(linkage);
}

static bina_status
step(bina_linkage *linkage)
{
    bina_status status;

    if (linkage->ended)
        return has_ended(linkage);
    if (!linkage->begun) {
        status = begin(linkage);
    } else {
        status = bina_link_engine_step(&linkage->engine);
        if (status < 0)
            status = fail(linkage, status);
    }
    linkage->ended = status != BINA_OK;
    return status;
}

bina_status
bina_linkage_run(bina_linkage *linkage)
{
    bina_status status;

    do
        status = step(linkage);
    while (status == BINA_OK);
    return status == BINA_DONE ? BINA_OK : status;
}

bina_status
bina_linkage_fit(bina_linkage *linkage)
{
    bina_status status = linkage->ended ? step(linkage) : BINA_OK;

    while (status == BINA_OK && linkage->engine.stage <= BINA_LINK_STAGE_FIT)
        status = step(linkage);
    return status;
}

static bina_status
task_step(void *self, bina_task_state *state)
{
    static const char *const stages[][2] = {
        [BINA_LINK_STAGE_READ] = {"standardising", "membakukan isian"},
        [BINA_LINK_STAGE_JOIN] = {"comparing values", "membandingkan isian"},
        [BINA_LINK_STAGE_LEARN] = {"learning words", "mempelajari kata"},
        [BINA_LINK_STAGE_COUNT] = {"comparing rows", "membandingkan baris"},
        [BINA_LINK_STAGE_FIT] = {"fitting the model", "menyesuaikan model"},
        [BINA_LINK_STAGE_SCORE] = {"scoring pairs", "menilai pasangan"},
        [BINA_LINK_STAGE_GROUP] = {"grouping", "mengelompokkan"},
        [BINA_LINK_STAGE_END] = {"done", "selesai"},
    };
    bina_linkage *linkage = self;
    bina_status status = step(linkage);

    state->progress.done = (int64_t)linkage->engine.done;
    state->progress.total = (int64_t)linkage->engine.total;
    for (int language = 0; language < 2; language++)
        state->stage[language] = stages[linkage->engine.stage][language];
    if (status < 0)
        bina_error_copy(&state->error, &linkage->error);
    return status;
}

/* A task that is dropped merely stops: the linkage stays where it is, and may go on from there. */
static void
task_free(void *self)
{
    bina_linkage_free(self);
}

bina_status
bina_linkage_start(bina_linkage *linkage, bina_task **task)
{
    static const bina_work work = {task_step, task_free};

    *task = NULL;
    bina_error_clear(&linkage->error);
    if (linkage->ended)
        return has_ended(linkage);
    *task = bina_task_new(&work, bina_link_hold(linkage));
    return *task == NULL ? bina_error_plain(&linkage->error, BINA_ERR_NO_MEMORY) : BINA_OK;
}
