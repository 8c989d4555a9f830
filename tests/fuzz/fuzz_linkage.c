/*
 * Linking by settings from anywhere, lists from anywhere: YAML, then a line "===", then CSV, whose
 * rows are two lists. Every row has an entity, on two threads the same, and the settings that were
 * followed are accepted, and lead there again.
 */
#include <stdlib.h>
#include <string.h>
#include <bina/document.h>
#include <bina/exchange.h>
#include <bina/linkage_index.h>

#include "base/hash.h"
#include "fuzz.h"

static const char *const parts[] = {"options",  "list",  "column",   "comparison",
                                    "blocking", "model", "parameter"};

enum { PARTS = sizeof parts / sizeof *parts, MOST_BYTES = 8192 };

static void
hold(bool promise)
{
    if (!promise)
        abort();
}

static bina_linkage_settings *
read_settings(const char *yaml, size_t length)
{
    bina_linkage_settings *settings = bina_linkage_settings_new();
    const bina_description *descriptions[PARTS];
    bina_document *document;

    for (size_t i = 0; i < PARTS; i++)
        descriptions[i] = bina_linkage_settings_description(settings, parts[i]);
    if (bina_yaml_read_bytes(yaml, length, descriptions, PARTS, NULL, NULL, &document) == BINA_OK) {
        for (int64_t n = 0; n < bina_document_count(document); n++)
            (void)bina_linkage_settings_add(settings, bina_document_record(document, n), NULL, 0);
        bina_document_free(document);
    }
    return settings;
}

/* Of the options, how many threads, and where arrays lie, are not for an input to say. */
static void
use_threads(bina_linkage_settings *settings, int threads)
{
    bina_record *options =
        bina_record_new_of(bina_linkage_settings_description(settings, "options"));

    bina_set_int(options, BINA_LINKAGE_OPTION_THREADS, threads);
    bina_set_int(options, BINA_LINKAGE_OPTION_MEMORY, 0);
    hold(bina_linkage_settings_add(settings, options, NULL, 0) == BINA_OK);
    bina_record_free(options);
}

/* A linkage that ran; NULL when it was refused. */
static bina_linkage *
run(const bina_linkage_settings *settings, const char *csv, size_t length)
{
    static const char *const names[] = {"a", "b"};
    bina_linkage *linkage = bina_linkage_new(settings);

    for (int i = 0; i < 2; i++) {
        bina_cursor *cursor = NULL;
        bina_status status = bina_csv_open_bytes(csv, length, NULL, NULL, &cursor);
        if (status == BINA_OK)
            status = bina_linkage_add_list(linkage, names[i], cursor);
        bina_cursor_free(cursor);
        if (status == BINA_OK && i == 1)
            status = bina_linkage_run(linkage);
        if (status != BINA_OK) {
            bina_linkage_free(linkage);
            return NULL;
        }
    }
    return linkage;
}

/* What came of it, in one number. */
static uint64_t
digest(bina_linkage *linkage)
{
    uint64_t hash = BINA_HASH_START;
    bina_cursor *cursor;
    const bina_record *record;

    hold(bina_linkage_entities(linkage, &cursor) == BINA_OK);
    while (bina_cursor_next(cursor, &record) == BINA_OK) {
        int64_t entity = bina_record_int(record, BINA_LINKAGE_ENTITY_ENTITY);
        hold(entity > 0);
        hash = bina_hash_bytes(hash, &entity, sizeof entity);
    }
    bina_cursor_free(cursor);
    return hash;
}

static bina_linkage_settings *
settings_followed(bina_linkage *linkage)
{
    bina_linkage_settings *settings = bina_linkage_settings_new();

    for (size_t i = 0; i < PARTS; i++) {
        bina_cursor *cursor;
        const bina_record *record;
        hold(bina_linkage_effective(linkage, parts[i], &cursor) == BINA_OK);
        while (bina_cursor_next(cursor, &record) == BINA_OK)
            hold(bina_linkage_settings_add(settings, record, NULL, 0) == BINA_OK);
        bina_cursor_free(cursor);
    }
    return settings;
}

/* The first row, as it stands in the file, is looked for, added, and taken out again. */
static void
come_and_go(bina_linkage *linkage, const char *csv, size_t length)
{
    bina_cursor *rows, *twins;
    const bina_record *row;
    uint64_t before = digest(linkage);
    int64_t number;

    hold(bina_csv_open_bytes(csv, length, NULL, NULL, &rows) == BINA_OK);
    if (bina_cursor_next(rows, &row) == BINA_OK &&
        bina_linkage_match(linkage, "a", row, 3, &twins) == BINA_OK) {
        bina_cursor_free(twins);
        hold(bina_linkage_insert(linkage, "b", row, &number) == BINA_OK);
        hold(bina_linkage_remove(linkage, "b", number) == BINA_OK);
        hold(digest(linkage) == before);
    }
    bina_cursor_free(rows);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    const char *text = (const char *)bytes, *csv = text;
    bina_linkage_settings *settings;
    bina_linkage *one, *two;
    uint64_t found;

    if (length > MOST_BYTES)
        return 0;
    while (csv + 4 <= text + length && memcmp(csv, "===\n", 4) != 0)
        csv++;
    if (csv + 4 > text + length)
        return 0;
    settings = read_settings(text, (size_t)(csv - text));
    csv += 4;
    length -= (size_t)(csv - text);
    use_threads(settings, 1);
    one = run(settings, csv, length);
    use_threads(settings, 2);
    two = run(settings, csv, length);
    bina_linkage_settings_free(settings);
    hold((one == NULL) == (two == NULL));
    if (one != NULL) {
        found = digest(one);
        hold(digest(two) == found);
        bina_linkage_free(two);
        settings = settings_followed(one);
        two = run(settings, csv, length);
        hold(two != NULL && digest(two) == found);
        bina_linkage_settings_free(settings);
        come_and_go(one, csv, length);
    }
    bina_linkage_free(one);
    bina_linkage_free(two);
    return 0;
}
