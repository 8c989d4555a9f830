#include "link_pairs.h"

#include <stdlib.h>
#include <string.h>

enum { LIST_A, ROW_A, LIST_B, ROW_B, SAME, LINE, COLUMNS };

/* "yes" is 1, "no" 0, nothing or anything like "?" -1; -2 for what is none of these. */
static int
read_same(const char *text)
{
    static const char *const words[][10] = {
        {"no", "n", "tidak", "false", "0", "different", "beda", "berbeda", NULL},
        {"yes", "y", "ya", "true", "1", "same", "sama", NULL},
    };

    if (text == NULL || text[0] == '\0' || strcmp(text, "?") == 0)
        return -1;
    for (int same = 0; same < 2; same++)
        for (int i = 0; words[same][i] != NULL; i++) {
            const char *a = text, *b = words[same][i];
            while (*a != '\0' && (*a | 0x20) == (*b | 0x20)) {
                a++;
                b++;
            }
            if (*a == '\0' && *b == '\0')
                return same;
        }
    return -2;
}

/* Where the columns are; names of lists may be left out where there is one list. */
static bool
find_columns(const cli *self, const char *path, const bina_description *given, int slot[COLUMNS])
{
    /* Workbooks have a blank where programs have a low line. */
    static const char *const names[][2] = {{"list_a", "list a"},
                                           {"row_a", "row a"},
                                           {"list_b", "list b"},
                                           {"row_b", "row b"},
                                           {"same", "same"}};

    slot[LINE] = bina_description_find(given, "#line");
    for (int i = 0; i < LINE; i++) {
        slot[i] = bina_description_find(given, names[i][0]);
        if (slot[i] < 0)
            slot[i] = bina_description_find(given, names[i][1]);
        if (slot[i] < 0 && !((i == LIST_A || i == LIST_B) && self->count == 1)) {
            cli_complain(self, "%s: verdicts need a column \"%s\"",
                         "%s: putusan memerlukan kolom \"%s\"", path, names[i][0]);
            return false;
        }
    }
    return true;
}

static int
add_verdict(const cli *self, bina_linkage *linkage, const bina_record *record,
            const int slot[COLUMNS], const char *path)
{
    const char *list[2], *text;
    long long line = (long long)bina_record_int(record, slot[LINE]);
    int64_t row[2];
    int same = read_same(bina_record_text(record, slot[SAME]));

    if (same == -1)
        return CLI_OK;
    for (int i = 0; i < 2; i++) {
        char *end = NULL;
        list[i] = slot[2 * i] < 0 ? self->arguments[0] : bina_record_text(record, slot[2 * i]);
        text = bina_record_text(record, slot[2 * i + 1]);
        row[i] = text == NULL ? 0 : strtoll(text, &end, 10);
        if (text == NULL || end == text || *end != '\0') {
            cli_complain(self, "%s:%lld: \"row_%c\" is the number of a row, from 1",
                         "%s:%lld: \"row_%c\" ialah nomor baris, mulai 1", path, line, 'a' + i);
            return CLI_INPUT;
        }
    }
    if (same == -2) {
        cli_complain(self, "%s:%lld: \"same\" is yes or no, not \"%s\"",
                     "%s:%lld: \"same\" ialah ya atau tidak, bukan \"%s\"", path, line,
                     bina_record_text(record, slot[SAME]));
        return CLI_INPUT;
    }
    if (bina_linkage_add_verdict(linkage, list[0], row[0], list[1], row[1], same == 1) != BINA_OK) {
        cli_complain(self, "%s:%lld: %s", "%s:%lld: %s", path, line,
                     bina_error_message(bina_linkage_error(linkage), self->language));
        return CLI_INPUT;
    }
    return CLI_OK;
}

int
cli_add_verdicts(const cli *self, bina_linkage *linkage, const char *path)
{
    bina_list_options reading = BINA_LIST_OPTIONS_INIT;
    bina_error *error = bina_error_new();
    bina_cursor *cursor = NULL;
    const bina_record *record;
    int slot[COLUMNS], ended = CLI_OK;
    bina_status status = BINA_OK;

    if (error == NULL)
        return cli_fail_status(self, BINA_ERR_NO_MEMORY);
    /* Whoever answered in a spreadsheet may have saved a workbook. */
    reading.line_column = "#line";
    if (bina_list_open(path, &reading, error, &cursor) != BINA_OK)
        ended = cli_fail(self, error);
    else if (!find_columns(self, path, bina_cursor_description(cursor), slot))
        ended = CLI_INPUT;
    while (ended == CLI_OK) {
        status = bina_cursor_next(cursor, &record);
        if (status != BINA_OK)
            break;
        ended = add_verdict(self, linkage, record, slot, path);
    }
    if (ended == CLI_OK && status < 0)
        ended = cli_fail(self, bina_cursor_error(cursor));
    bina_cursor_free(cursor);
    bina_error_free(error);
    return ended;
}

/* The linkage knows the line of a pair that has no rows, but not the file. */
static int
fail_pair(const cli *self, const char *path, const bina_error *error)
{
    long long line = (long long)bina_error_line(error);

    if (line == 0 || bina_error_file(error) != NULL)
        return cli_fail(self, error);
    cli_complain(self, "%s:%lld: \"%s\": %s", "%s:%lld: \"%s\": %s", path, line,
                 bina_error_field(error), bina_error_message(error, self->language));
    return CLI_INPUT;
}

int
cli_score_pairs(const cli *self, bina_linkage *linkage)
{
    const char *path = cli_option_value(self, "score"), *out = cli_option_value(self, "out");
    bina_csv_options reading = BINA_CSV_OPTIONS_INIT;
    bina_error *error = bina_error_new();
    bina_cursor *pairs = NULL, *scores = NULL;
    int ended = CLI_OK;

    reading.line_column = "#line";
    if (error == NULL)
        return cli_fail_status(self, BINA_ERR_NO_MEMORY);
    if (bina_csv_open(path, &reading, error, &pairs) != BINA_OK)
        ended = cli_fail(self, error);
    else if (bina_linkage_fit(linkage) != BINA_OK)
        ended = cli_fail(self, bina_linkage_error(linkage));
    else if (bina_linkage_score(linkage, pairs, &scores) != BINA_OK) {
        cli_complain(self, "%s: %s", "%s: %s", path,
                     bina_error_message(bina_linkage_error(linkage), self->language));
        ended = CLI_INPUT;
    } else if (cli_write_rows(self, scores, out != NULL ? out : "-", NULL, false, error) != BINA_OK)
        ended = fail_pair(self, path, error);
    bina_cursor_free(scores);
    bina_error_free(error);
    /* What is refused are rows of the file: there is no register here. */
    return ended == CLI_REFUSED ? CLI_INPUT : ended;
}
