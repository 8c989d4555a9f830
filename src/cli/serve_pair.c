/* What the page asks for: one pair, line by line, and how it stands. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "serve.h"

/* The verdict this person gave on a pair, as a code that lives for ever; NULL for none. */
static const char *
noted_of(const serve_desk *desk, bina_id pair)
{
    const char *reviewer = desk->options.reviewer;
    bina_query *query = bina_query_new(BINA_JUDGEMENT);
    bina_cursor *cursor = NULL;
    const bina_record *row;
    const char *noted = NULL;
    bool found = false;

    if (query == NULL)
        return NULL;
    bina_query_where_int(query, BINA_JUDGEMENT_PAIR, BINA_EQ, pair);
    if (bina_store_list(desk->store, query, &cursor) != BINA_OK)
        cursor = NULL;
    /* A name is one person's in capitals, too, as it is where judgements are written. */
    while (!found && cursor != NULL && bina_cursor_next(cursor, &row) == BINA_OK) {
        found = strcasecmp(bina_record_text(row, BINA_JUDGEMENT_REVIEWER), reviewer) == 0;
        if (found)
            noted = bina_codes_find("verdict", bina_record_text(row, BINA_JUDGEMENT_VERDICT));
    }
    bina_cursor_free(cursor);
    bina_query_free(query);
    return noted;
}

static void
add_line(const serve_desk *desk, const bina_record *line, cli_buffer *json)
{
    const cli *self = desk->self;
    const char *field = bina_record_text(line, BINA_REVIEW_FIELD);
    const char *words = bina_record_text(
        line, self->language == BINA_INDONESIAN ? BINA_REVIEW_ALASAN : BINA_REVIEW_REASON);
    const char *first = bina_record_text(line, BINA_REVIEW_FIRST);
    const char *second = bina_record_text(line, BINA_REVIEW_SECOND);
    const char *shown[] = {cli_row_value(self, field, first), cli_row_value(self, field, second)};
    int strength = cli_strength(bina_record_real(line, BINA_REVIEW_ADDS));
    bool both = first != NULL && second != NULL;
    char label[64] = "";

    if (first != NULL || second != NULL) /* else a reason without a field */
        cli_field_label(self, field, label, sizeof label);
    else if (strength == 0)
        return;
    if (json->bytes[json->length - 1] != '[')
        cli_buffer_text(json, ",");
    cli_buffer_text(json, "{");
    serve_json_member(json, "label", label);
    serve_json_member(json, "first", shown[0]);
    serve_json_member(json, "second", shown[1]);
    serve_json_member(json, "first_marks",
                      shown[0] == first ? bina_record_text(line, BINA_REVIEW_FIRST_MARKS) : NULL);
    serve_json_member(json, "second_marks",
                      shown[1] == second ? bina_record_text(line, BINA_REVIEW_SECOND_MARKS) : NULL);
    serve_json_name(json, "differs");
    cli_buffer_text(json, both && bina_record_int(line, BINA_REVIEW_SAME) == 0 ? "true" : "false");
    serve_json_name(json, "strength");
    serve_json_integer(json, strength);
    serve_json_member(json, "words", strength != 0 ? words : NULL);
    cli_buffer_text(json, "}");
}

/* The heading of a side: "disperin, row 12". */
static void
add_heads(const serve_desk *desk, const bina_record *list, const bina_record *row, cli_buffer *json)
{
    char head[256];

    serve_json_name(json, "heads");
    cli_buffer_text(json, "[");
    for (int side = 0; side < 2; side++) {
        const char *name = list != NULL ? bina_record_text(list, BINA_REVIEW_FIRST + side) : NULL;
        const char *number = row != NULL ? bina_record_text(row, BINA_REVIEW_FIRST + side) : NULL;
        (void)snprintf(head, sizeof head, "%s, %s %s", name != NULL ? name : "",
                       cli_text(desk->self, "row", "baris"), number != NULL ? number : "");
        if (side > 0)
            cli_buffer_text(json, ",");
        serve_json_text(json, head);
    }
    cli_buffer_text(json, "]");
}

static bool
is_field(const bina_record *line, const char *name)
{
    return strcmp(bina_record_text(line, BINA_REVIEW_FIELD), name) == 0;
}

static int
add_lines(const serve_desk *desk, bina_id pair, cli_buffer *json)
{
    bina_record *list = NULL, *row = NULL;
    bina_cursor *cursor = NULL;
    const bina_record *line;
    double probability = 0;
    char number[32];

    /* Only of the pairs that were listed does the log say that they were shown whole. */
    if (bina_review_lines(desk->store, pair, desk->mask || !serve_was_listed(desk, pair),
                          &cursor) != BINA_OK)
        return serve_refuse_store(desk, json);
    serve_json_name(json, "lines");
    cli_buffer_text(json, "[");
    while (bina_cursor_next(cursor, &line) == BINA_OK) {
        probability = bina_record_real(line, BINA_REVIEW_PROBABILITY);
        if (is_field(line, "register") && list == NULL)
            list = bina_record_copy(line);
        else if (is_field(line, "row") && row == NULL)
            row = bina_record_copy(line);
        else if (cli_line_is_shown(line))
            add_line(desk, line, json);
    }
    cli_buffer_text(json, "]");
    add_heads(desk, list, row, json);
    serve_json_name(json, "chance");
    (void)snprintf(number, sizeof number, "%d", (int)(100 * probability + 0.5));
    cli_buffer_text(json, number);
    bina_record_free(list);
    bina_record_free(row);
    bina_cursor_free(cursor);
    return 200;
}

/* How the pair stands, as the list of pairs would call it. */
static const char *
state_of(const bina_record *pair)
{
    const char *verdict = bina_record_text(pair, BINA_PAIR_VERDICT);

    if (verdict == NULL)
        return bina_record_int(pair, BINA_PAIR_DISPUTED) != 0 ? "disputed" : "open";
    return strcmp(verdict, "cannot_tell") == 0 ? "cannot_tell" : "decided";
}

int
serve_pair(serve_desk *desk, const char *id, cli_buffer *json)
{
    bina_language language = desk->self->language;
    bina_record *pair = NULL;
    bina_id number = id != NULL ? strtoll(id, NULL, 10) : 0;
    const char *noted;
    int status;

    if (bina_id_kind(number) != BINA_PAIR || bina_store_get(desk->store, number, &pair) != BINA_OK)
        return serve_refuse(
            404, cli_text(desk->self, "there is no such pair", "tidak ada pasangan seperti itu"),
            json);
    noted = noted_of(desk, number);
    cli_buffer_text(json, "{");
    serve_json_name(json, "id");
    serve_json_integer(json, number);
    serve_json_name(json, "rows");
    cli_buffer_text(json, "[");
    serve_json_integer(json, bina_record_int(pair, BINA_PAIR_FIRST));
    cli_buffer_text(json, ",");
    serve_json_integer(json, bina_record_int(pair, BINA_PAIR_SECOND));
    cli_buffer_text(json, "]");
    serve_json_member(json, "noted", noted);
    serve_json_member(json, "noted_label",
                      noted != NULL ? bina_codes_label("verdict", noted, language) : NULL);
    serve_json_member(json, "state_label",
                      bina_codes_label("review_state", state_of(pair), language));
    status = add_lines(desk, number, json);
    if (status == 200)
        cli_buffer_text(json, "}");
    bina_record_free(pair);
    return status;
}
