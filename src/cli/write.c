/* Rows into a file: CSV, JSON or a workbook, by what was asked for or by the file's ending. */
#include <string.h>
#include <strings.h>
#include "cli.h"

static bool
ends_in(const char *path, const char *ending)
{
    size_t length = strlen(path), end = strlen(ending);

    return length > end && strcasecmp(path + length - end, ending) == 0;
}

bina_status
cli_write_rows(const cli *self, bina_cursor *cursor, const char *path, const char *const *columns,
               bool safe, bina_error *error)
{
    bina_csv_write_options csv = BINA_CSV_WRITE_OPTIONS_INIT;
    bina_json_write_options json = BINA_JSON_WRITE_OPTIONS_INIT;
    bina_sheet_options sheet = BINA_SHEET_OPTIONS_INIT;
    bina_status status;

    csv.safe = safe;
    csv.columns = json.columns = columns;
    sheet.language = self->language;
    sheet.columns = columns;
    fflush(stdout);
    if (self->format == CLI_JSON || (self->format == CLI_TABLE && ends_in(path, ".json")))
        status = bina_json_write(cursor, path, &json, error);
    else if (self->format == CLI_TABLE && ends_in(path, ".xlsx"))
        status = bina_xlsx_write(cursor, path, &sheet, error);
    else
        status = bina_csv_write(cursor, path, &csv, error);
    if (status == BINA_OK)
        cli_tell_file(self, path);
    return status;
}

int
cli_write_cursor(const cli *self, bina_cursor *cursor, const char *path, const char *const *columns,
                 bool safe)
{
    bina_error *error = bina_error_new();
    int ended = CLI_OK;

    if (error == NULL)
        ended = cli_fail_status(self, BINA_ERR_NO_MEMORY);
    else if (cli_write_rows(self, cursor, path, columns, safe, error) != BINA_OK)
        ended = cli_fail(self, error);
    bina_error_free(error);
    bina_cursor_free(cursor);
    return ended;
}
