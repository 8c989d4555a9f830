/* What the page asks for: the pairs, a verdict to be noted or taken back. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "serve.h"

int
serve_refuse(int status, const char *sentence, cli_buffer *json)
{
    json->length = 0;
    cli_buffer_text(json, "{");
    serve_json_name(json, "error");
    serve_json_text(json, sentence);
    cli_buffer_text(json, "}");
    return status;
}

int
serve_refuse_store(const serve_desk *desk, cli_buffer *json)
{
    const bina_error *error = bina_store_error(desk->store);

    return serve_refuse(bina_error_status(error) == BINA_ERR_NOT_FOUND ? 404 : 409,
                        bina_error_message(error, desk->self->language), json);
}

/* ---- the pairs ---- */

static void
add_texts(const serve_desk *desk, cli_buffer *json)
{
    static const char *const texts[][3] = {
        {"of", "of", "dari"},
        {"chance", "chance to be one", "peluang sama"},
        {"noted", "noted:", "dicatat:"},
        {"noted_of", "noted of", "dicatat untuk"},
        {"undone", "undone", "diurungkan"},
        {"nothing", "nothing to undo", "tidak ada yang diurungkan"},
        {"none", "no pair is open", "tidak ada pasangan yang terbuka"},
        {"reason", "reason:", "alasan:"},
        {"why", "what the model makes of it", "penilaian model"},
        {"member_of", "Who is the member?", "Siapa anggotanya?"},
        {"successor_of", "Who is the successor?", "Siapa penerusnya?"},
        {"unsaid", "unsaid", "tidak disebut"},
        {"back", "back", "kembali"},
        {"footer",
         "Every verdict is kept at once; the next reconciling applies them. * and marked letters: "
         "the rows differ.",
         "Setiap putusan langsung tersimpan; pemadanan berikutnya menerapkannya. * dan huruf "
         "bertanda: kedua baris berbeda."},
    };

    serve_json_name(json, "texts");
    cli_buffer_text(json, "{");
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        serve_json_member(json, texts[i][0], cli_text(desk->self, texts[i][1], texts[i][2]));
    cli_buffer_text(json, "}");
}

static void
add_key(cli_buffer *json, const char *name, const char *value, char key, const char *caption)
{
    const char letter[] = {key, '\0'};

    if (json->bytes[json->length - 1] != '[')
        cli_buffer_text(json, ",");
    cli_buffer_text(json, "{");
    serve_json_member(json, name, value);
    serve_json_member(json, "key", letter);
    serve_json_member(json, "caption", caption);
    cli_buffer_text(json, "}");
}

static void
add_keys(const serve_desk *desk, cli_buffer *json)
{
    bina_language language = desk->self->language;

    serve_json_name(json, "verdicts");
    cli_buffer_text(json, "[");
    for (const cli_verdict_key *key = cli_verdict_keys; key->verdict != NULL; key++)
        add_key(json, "verdict", key->verdict, key->key[language], key->caption[language]);
    cli_buffer_text(json, "]");
    serve_json_name(json, "others");
    cli_buffer_text(json, "[");
    for (const cli_other_key *key = cli_other_keys; key->name != NULL; key++)
        if (strcmp(key->name, "quit") != 0)
            add_key(json, "name", key->name, key->key[language], key->caption[language]);
    cli_buffer_text(json, "]");
}

static int
by_id(const void *a, const void *b)
{
    bina_id x = *(const bina_id *)a, y = *(const bina_id *)b;

    return (x > y) - (x < y);
}

bool
serve_was_listed(const serve_desk *desk, bina_id pair)
{
    return desk->listed_count > 0 &&
           bsearch(&pair, desk->listed, desk->listed_count, sizeof pair, by_id) != NULL;
}

/* Adds a pair at the end; one that does not fit stays masked. */
static void
add_listed(serve_desk *desk, bina_id pair)
{
    if (desk->listed_count == desk->listed_capacity) {
        size_t capacity = 2 * desk->listed_capacity + 64;
        bina_id *more = realloc(desk->listed, capacity * sizeof *more);
        if (more == NULL)
            return;
        desk->listed = more;
        desk->listed_capacity = capacity;
    }
    desk->listed[desk->listed_count++] = pair;
}

/* Sorts what was listed now and before, each pair once. */
static void
sort_listed(serve_desk *desk)
{
    size_t kept = 0;

    if (desk->listed_count > 0)
        qsort(desk->listed, desk->listed_count, sizeof *desk->listed, by_id);
    for (size_t i = 0; i < desk->listed_count; i++)
        if (i == 0 || desk->listed[i] != desk->listed[kept - 1])
            desk->listed[kept++] = desk->listed[i];
    desk->listed_count = kept;
}

int
serve_pairs(serve_desk *desk, const char *body, cli_buffer *json)
{
    bina_cursor *cursor = NULL;
    const bina_record *row;
    bina_status status;
    bool first = true;

    (void)body;
    status = bina_review_pairs(desk->store, &desk->options, &cursor);
    if (status != BINA_OK)
        return serve_refuse_store(desk, json);
    cli_buffer_text(json, "{");
    add_texts(desk, json);
    add_keys(desk, json);
    serve_json_name(json, "pairs");
    cli_buffer_text(json, "[");
    while ((status = bina_cursor_next(cursor, &row)) == BINA_OK) {
        cli_buffer_text(json, first ? "{\"id\":" : ",{\"id\":");
        serve_json_integer(json, bina_record_int(row, BINA_REVIEW_PAIR_ID));
        cli_buffer_text(json, "}");
        add_listed(desk, bina_record_int(row, BINA_REVIEW_PAIR_ID));
        first = false;
    }
    sort_listed(desk);
    cli_buffer_text(json, "]}");
    bina_cursor_free(cursor);
    return status == BINA_DONE
               ? 200
               : serve_refuse(500, bina_status_text(status, desk->self->language), json);
}

/* ---- verdicts ---- */

static void
remember(serve_desk *desk, int64_t commit)
{
    if (desk->commit_count == desk->commit_capacity) {
        size_t capacity = 2 * desk->commit_capacity + 64;
        int64_t *more = realloc(desk->commits, capacity * sizeof *more);
        if (more == NULL)
            return; /* then it cannot be undone from here */
        desk->commits = more;
        desk->commit_capacity = capacity;
    }
    desk->commits[desk->commit_count++] = commit;
}

static int64_t
number_in(const char *body, const char *name)
{
    char text[32];

    return serve_json_find(body, name, text, sizeof text) ? strtoll(text, NULL, 10) : 0;
}

int
serve_judge(serve_desk *desk, const char *body, cli_buffer *json)
{
    bina_judging judging = BINA_JUDGING_INIT;
    char verdict[64] = "", reason[1600] = "";
    int64_t commit = 0;

    if (!serve_json_find(body, "verdict", verdict, sizeof verdict))
        return serve_refuse(
            400, cli_text(desk->self, "no verdict was given", "putusan tidak disebut"), json);
    judging.verdict = verdict;
    judging.reason = serve_json_find(body, "reason", reason, sizeof reason) ? reason : NULL;
    judging.reviewer = desk->options.reviewer;
    judging.settles = desk->settle;
    judging.subject = number_in(body, "subject");
    if (bina_review_judge(desk->store, number_in(body, "pair"), &judging, &commit) != BINA_OK)
        return serve_refuse_store(desk, json);
    if (commit != 0)
        remember(desk, commit);
    cli_buffer_text(json, "{");
    serve_json_name(json, "commit");
    serve_json_integer(json, commit);
    serve_json_member(json, "label", bina_codes_label("verdict", verdict, desk->self->language));
    cli_buffer_text(json, "}");
    return 200;
}

int
serve_undo(serve_desk *desk, const char *body, cli_buffer *json)
{
    int64_t commit = number_in(body, "commit");
    bool own = false;

    for (size_t i = 0; i < desk->commit_count; i++)
        own = own || desk->commits[i] == commit;
    if (!own)
        return serve_refuse(403,
                            cli_text(desk->self, "only what was noted here can be undone",
                                     "hanya yang dicatat di sini yang dapat diurungkan"),
                            json);
    if (bina_store_undo(
            desk->store, commit,
            cli_text(desk->self, "undone while reviewing", "diurungkan saat meninjau")) != BINA_OK)
        return serve_refuse_store(desk, json);
    cli_buffer_text(json, "{}");
    return 200;
}
