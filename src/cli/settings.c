#include "settings.h"

static const char *const parts[] = {"options",  "list",  "column",   "comparison",
                                    "blocking", "model", "parameter"};

enum { PARTS = sizeof parts / sizeof *parts, BUT_MODEL = PARTS - 2 };

/* Gives every record of a document to the settings. */
static int
take_document(const cli *self, const bina_document *document, bina_linkage_settings *settings)
{
    for (int64_t n = 0; n < bina_document_count(document); n++)
        if (bina_linkage_settings_add(settings, bina_document_record(document, n),
                                      bina_document_file(document),
                                      bina_document_line(document, n, -1, NULL)) != BINA_OK) {
            cli_fail(self, bina_linkage_settings_error(settings));
            return CLI_INPUT;
        }
    return CLI_OK;
}

int
cli_read_linkage_settings(const cli *self, const char *path, bina_linkage_settings **settings)
{
    int ended;

    *settings = bina_linkage_settings_new();
    if (*settings == NULL)
        return cli_fail_status(self, BINA_ERR_NO_MEMORY);
    ended = cli_add_linkage_settings(self, path, *settings);
    if (ended != CLI_OK) {
        bina_linkage_settings_free(*settings);
        *settings = NULL;
    }
    return ended;
}

int
cli_add_linkage_settings(const cli *self, const char *path, bina_linkage_settings *settings)
{
    const bina_description *descriptions[PARTS];
    bina_error *error = bina_error_new();
    bina_faults *faults = bina_faults_new(0);
    bina_document *document = NULL;
    int ended = CLI_OK;

    if (error == NULL || faults == NULL) {
        ended = cli_fail_status(self, BINA_ERR_NO_MEMORY);
        goto out;
    }
    for (size_t i = 0; i < PARTS; i++)
        descriptions[i] = bina_linkage_settings_description(settings, parts[i]);
    if (bina_yaml_read(path, descriptions, PARTS, faults, error, &document) == BINA_OK) {
        ended = take_document(self, document, settings);
    } else {
        ended = cli_fail_faults(self, faults, 20, error);
    }
out:
    bina_document_free(document);
    bina_faults_free(faults);
    bina_error_free(error);
    return ended;
}

/* A copy without the fields that say nothing, so that the file shows only what counts. */
static bina_record *
without_nulls(const bina_record *record)
{
    bina_record *copy = bina_record_copy(record);
    int count = bina_description_count(bina_record_description(record));

    for (int slot = 0; copy != NULL && slot < count; slot++)
        if (bina_record_get(copy, slot).type == BINA_NULL)
            bina_unset(copy, slot);
    return copy;
}

/* Adds the effective records of one name to the document. */
static int
add_part(const cli *self, bina_linkage *linkage, const char *name, bina_document *document)
{
    bina_cursor *cursor = NULL;
    const bina_record *record;
    bina_status status;

    if (bina_linkage_effective(linkage, name, &cursor) != BINA_OK)
        return cli_fail(self, bina_linkage_error(linkage));
    while ((status = bina_cursor_next(cursor, &record)) == BINA_OK) {
        bina_record *said = without_nulls(record);
        status = said != NULL ? bina_document_add(document, said, BINA_NO_RECORD, NULL)
                              : BINA_ERR_NO_MEMORY;
        bina_record_free(said);
        if (status != BINA_OK)
            break;
    }
    bina_cursor_free(cursor);
    return status == BINA_DONE ? CLI_OK : cli_fail_status(self, status);
}

int
cli_write_linkage_settings(const cli *self, bina_linkage *linkage, const char *path, bool model)
{
    size_t count = model ? PARTS : BUT_MODEL;
    bina_document *document = bina_document_new();
    bina_error *error = bina_error_new();
    int ended = CLI_OK;

    if (document == NULL || error == NULL)
        ended = cli_fail_status(self, BINA_ERR_NO_MEMORY);
    for (size_t i = 0; ended == CLI_OK && i < count; i++)
        ended = add_part(self, linkage, parts[i], document);
    if (ended == CLI_OK && bina_yaml_write(document, path, error) != BINA_OK)
        ended = cli_fail(self, error);
    bina_document_free(document);
    bina_error_free(error);
    return ended;
}

int
cli_read_mapping(const cli *self, const char *path, bina_mapping **mapping)
{
    bina_error *error = bina_error_new();
    bina_faults *faults = bina_faults_new(0);
    int ended = CLI_OK;

    if (error == NULL || faults == NULL) {
        ended = cli_fail_status(self, BINA_ERR_NO_MEMORY);
    } else if (bina_mapping_read(path, bina_kind_description(BINA_SOURCE_RECORD), faults, error,
                                 mapping) != BINA_OK) {
        ended = cli_fail_faults(self, faults, 20, error);
    }
    bina_faults_free(faults);
    bina_error_free(error);
    return ended;
}
