/* What people decided about the rows of a card, and what happened to its record, in sentences. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/codes.h>
#include "page/card.h"
#include "page/words.h"
#include "reference/zone.h"
#include "store/sql.h"

enum { TEXT = 600, IDS = 24 * BINA_CARD_RECORDS, HOUR = 60 * 60 * 1000, DAY = 24 * HOUR };

/* Runs a SELECT whose ?1 is the card's ids as JSON; NULL after noting what went wrong. */
static bina_cursor *
select_rows(bina_card *card, const bina_column *columns, size_t count, const char *sql)
{
    bina_cursor *cursor = NULL;
    char ids[IDS];
    bina_value value = bina_text(bina_card_ids(card, ids, sizeof ids));
    const bina_sql select = {.text = sql, .values = &value, .count = 1, .known_at = -1};
    bina_status status = bina_sql_select(card->store, columns, count, &select, &cursor);

    if (status != BINA_OK)
        bina_card_fail(card, status);
    return cursor;
}

/* ---- what people decided ---- */

enum { MINE, OTHER, VERDICT, BY, ON, REASON, PROBABILITY };

static const bina_column verdict_columns[] = {
    {"mine", .type = BINA_REF},
    {"other", .type = BINA_REF},
    {"verdict", BINA_CODE, .codes = "verdict"},
    {"by", .type = BINA_TEXT},
    {"on", .type = BINA_DATE},
    {"reason", .type = BINA_TEXT},
    {"probability", .type = BINA_REAL},
};

static const char verdict_sql[] =
    "SELECT x.party, y.party, pair.verdict, pair.decided_by, pair.decided_on, pair.reason,"
    "       pair.probability"
    "  FROM pairs AS pair JOIN source_records AS x ON x.id = pair.first"
    "  JOIN source_records AS y ON y.id = pair.second"
    " WHERE pair.id IN (SELECT id FROM pairs WHERE first IN (SELECT id FROM source_records"
    "                     WHERE party IN (SELECT value FROM json_each(?1)))"
    "                   UNION SELECT id FROM pairs WHERE second IN (SELECT id FROM source_records"
    "                     WHERE party IN (SELECT value FROM json_each(?1))))"
    " ORDER BY pair.verdict IS NULL, pair.decided_on, pair.id";

static bool
is_of_card(const bina_card *card, bina_id id)
{
    for (size_t i = 0; i < card->id_count; i++)
        if (card->ids[i] == id)
            return true;
    return false;
}

static void
write_verdict(bina_card *card, const bina_record *pair)
{
    const char *verdict = bina_record_text(pair, VERDICT), *by = bina_record_text(pair, BY);
    const char *reason = bina_record_text(pair, REASON);
    bina_id mine = bina_record_int(pair, MINE), other = bina_record_int(pair, OTHER);
    char text[TEXT];

    if (!is_of_card(card, mine) || (is_of_card(card, other) && other != mine))
        other = mine;
    bina_html_open(card->html, "tr", NULL);
    bina_html_cell(card->html, NULL,
                   is_of_card(card, other)
                       ? bina_html_pick(card->html, "two of its rows", "dua barisnya sendiri")
                       : bina_card_name(card, other, text, sizeof text));
    if (verdict != NULL) {
        bina_html_cell(card->html, "strong", bina_codes_label("verdict", verdict, card->language));
    } else {
        char share[BINA_WORDS];
        bina_html_open(card->html, "td", NULL);
        bina_html_say(card->html, NULL, NULL, "open (%s)", "belum diputuskan (%s)",
                      bina_words_share(card->language, bina_record_real(pair, PROBABILITY), share));
        bina_html_close(card->html, "td");
    }
    bina_html_open(card->html, "td", NULL);
    bina_html_text(card->html, by);
    if (bina_record_get(pair, ON).type == BINA_DATE)
        bina_html_print(card->html, "%s%s", by != NULL ? ", " : "",
                        bina_words_date(card->language, bina_record_int(pair, ON), text));
    if (reason != NULL)
        bina_html_print(card->html, ": %s", reason);
    bina_html_close(card->html, "td");
    bina_html_close(card->html, "tr");
}

void
bina_card_verdicts(bina_card *card)
{
    bina_cursor *cursor = select_rows(
        card, verdict_columns, sizeof verdict_columns / sizeof *verdict_columns, verdict_sql);
    const bina_record *pair;
    bina_status status = BINA_OK;
    bool any = false;

    while (cursor != NULL && (status = bina_cursor_next(cursor, &pair)) == BINA_OK) {
        if (!any) {
            bina_card_section(card, "Pairs people look at", "Pasangan yang ditinjau");
            bina_html_open(card->html, "div", "scroll");
            bina_html_table_open(card->html, NULL, NULL);
            bina_html_head(card->html, NULL, bina_html_pick(card->html, "With", "Dengan"));
            bina_html_head(card->html, NULL, bina_html_pick(card->html, "Verdict", "Putusan"));
            bina_html_head(
                card->html, NULL,
                bina_html_pick(card->html, "By whom, when, why", "Oleh siapa, kapan, mengapa"));
            bina_html_table_body(card->html);
        }
        any = true;
        write_verdict(card, pair);
    }
    if (any) {
        bina_html_table_close(card->html);
        bina_html_close(card->html, "div");
        bina_html_close(card->html, "section");
    }
    bina_card_end(card, cursor, status);
}

/* ---- what happened ---- */

enum { RECORD, COMMIT, MADE, ACTOR, WHY, RULE, ACTION, KEY, OLD, NEW };

static const bina_column history_columns[] = {
    {"record", .type = BINA_REF},
    {"commit", .type = BINA_INT},
    {"made", .type = BINA_TIME},
    {"actor", .type = BINA_TEXT},
    {"why", .type = BINA_TEXT},
    {"rule", .type = BINA_TEXT},
    {"action", BINA_CODE, .codes = "change_action"},
    {"key", .type = BINA_TEXT},
    {"old", .type = BINA_TEXT},
    {"new", .type = BINA_TEXT},
};

/* A line for every field of every change, in the order of the log. */
static const char history_sql[] =
    "SELECT change.record, made.number, made.made, made.actor, made.why, made.rule, change.action,"
    "  field.key, CAST(before.atom AS TEXT), CAST(field.atom AS TEXT)"
    " FROM changes AS change JOIN commits AS made ON made.number = change.commit_number"
    " LEFT JOIN json_each(coalesce(change.new, '{}')) AS field"
    "   ON change.action = 'update' AND field.key NOT IN ('id', 'revision', 'number')"
    " LEFT JOIN json_each(coalesce(change.old, '{}')) AS before ON before.key = field.key"
    " WHERE change.record IN (SELECT value FROM json_each(?1))"
    " ORDER BY made.number, change.id, field.id";

static const char *
rule_words(const bina_html *html, const char *rule)
{
    static const char *const rules[][3] = {
        {"register.import", "importing a list", "impor daftar"},
        {"register.reconcile", "reconciling the lists", "pemadanan daftar"},
        {"register.merge", "a merge by hand", "penggabungan oleh petugas"},
        {"register.unmerge", "undoing a merge", "pembatalan penggabungan"},
        {"register.verdict", "a verdict", "putusan"},
    };

    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (strcmp(rules[i][0], rule) == 0)
            return bina_html_pick(html, rules[i][1], rules[i][2]);
    return rule;
}

/* A value as the log keeps it, read by the type of its field. */
static const char *
logged_value(bina_card *card, const bina_field *field, const char *logged, char *text, size_t size)
{
    bina_type type = bina_field_type(field);
    bina_value value = bina_null();
    int64_t day;

    if (logged == NULL)
        return "–";
    if (type == BINA_DATE && bina_date_parse(logged, &day))
        value = bina_integer_of(BINA_DATE, day);
    else if (type == BINA_TEXT || type == BINA_CODE) {
        value = bina_text(logged);
        value.type = type;
    } else if (type == BINA_REAL)
        value = bina_text(logged);
    else if (bina_type_held_as(type) == BINA_INT)
        value = bina_integer_of(type, strtoll(logged, NULL, 10));
    return bina_card_value(card, field, value, text, size);
}

/* "tenaga kerja: 3 menjadi 5"; of a dated field with the day it holds from. */
static void
write_change(bina_card *card, const bina_record *line)
{
    const bina_description *description = bina_record_description(card->record);
    const char *key = bina_record_text(line, KEY), *day = strchr(key, '@');
    char name[96], label[96], before[TEXT], after[TEXT], since[BINA_WORDS];
    const bina_field *field;
    int64_t from;

    snprintf(name, sizeof name, "%.*s", day != NULL ? (int)(day - key) : (int)strlen(key), key);
    field = bina_description_field(description, bina_description_find(description, name));
    if (field == NULL)
        return;
    bina_words_label(card->language, field, label, sizeof label);
    bina_html_open(card->html, "li", NULL);
    if (bina_record_text(line, OLD) != NULL)
        bina_html_say(card->html, NULL, NULL, "%s: from %s to %s", "%s: dari %s menjadi %s", label,
                      logged_value(card, field, bina_record_text(line, OLD), before, sizeof before),
                      logged_value(card, field, bina_record_text(line, NEW), after, sizeof after));
    else
        bina_html_print(
            card->html, "%s: %s", label,
            logged_value(card, field, bina_record_text(line, NEW), after, sizeof after));
    if (day != NULL && bina_date_parse(day + 1, &from))
        bina_html_say(card->html, NULL, NULL, ", since %s", ", sejak %s",
                      bina_words_date(card->language, from, since));
    bina_html_close(card->html, "li");
}

/* "22 November 2026, 14.13 – L. Alwan Wijaya: ditambah (pemadanan daftar)." */
static void
write_event(bina_card *card, const bina_record *line)
{
    int64_t made = bina_record_int(line, MADE) +
                   (int64_t)bina_zone_hours(bina_store_office(card->store)) * HOUR;
    const char *actor = bina_record_text(line, ACTOR), *why = bina_record_text(line, WHY);
    const char *rule = bina_record_text(line, RULE);
    char day[BINA_WORDS], name[200];
    bool indonesian = card->language == BINA_INDONESIAN;

    bina_html_open(card->html, "strong", NULL);
    bina_html_print(card->html, "%s, %02d%c%02d", bina_words_date(card->language, made / DAY, day),
                    (int)(made % DAY / HOUR), indonesian ? '.' : ':',
                    (int)(made % HOUR / (HOUR / 60)));
    bina_html_close(card->html, "strong");
    bina_html_print(card->html, " – %s: ",
                    actor != NULL ? actor
                                  : bina_html_pick(card->html, "nobody named", "tidak disebut"));
    if (bina_record_int(line, RECORD) != card->ids[0])
        bina_html_print(card->html, "%s ",
                        bina_card_name(card, bina_record_int(line, RECORD), name, sizeof name));
    bina_html_text(card->html, bina_codes_label("change_action", bina_record_text(line, ACTION),
                                                card->language));
    if (rule != NULL)
        bina_html_print(card->html, ", %s", rule_words(card->html, rule));
    if (why != NULL)
        bina_html_print(card->html, " (%s)", why);
}

void
bina_card_history(bina_card *card)
{
    bina_cursor *cursor = select_rows(
        card, history_columns, sizeof history_columns / sizeof *history_columns, history_sql);
    const bina_record *line;
    bina_status status = BINA_OK;
    int64_t commit = -1;
    bina_id record = 0;
    bool fields = false;

    if (cursor == NULL)
        return;
    bina_card_section(card, "What happened to it", "Riwayat");
    bina_html_open(card->html, "ol", "history");
    while ((status = bina_cursor_next(cursor, &line)) == BINA_OK) {
        bool next =
            bina_record_int(line, COMMIT) != commit || bina_record_int(line, RECORD) != record;
        if (next && commit >= 0) {
            if (fields)
                bina_html_close(card->html, "ul");
            bina_html_close(card->html, "li");
        }
        if (next) {
            bina_html_open(card->html, "li", NULL);
            write_event(card, line);
            fields = false;
        }
        commit = bina_record_int(line, COMMIT);
        record = bina_record_int(line, RECORD);
        if (bina_record_text(line, KEY) == NULL)
            continue;
        if (!fields)
            bina_html_open(card->html, "ul", NULL);
        fields = true;
        write_change(card, line);
    }
    if (fields)
        bina_html_close(card->html, "ul");
    if (commit >= 0)
        bina_html_close(card->html, "li");
    bina_html_close(card->html, "ol");
    bina_html_close(card->html, "section");
    bina_card_end(card, cursor, status);
}
