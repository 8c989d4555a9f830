/* Going through pairs on a terminal: each verdict is a commit of its own, at once. */
#include <stdlib.h>
#include <string.h>
#include "review.h"
#include "terminal.h"

typedef struct walk_pair {
    bina_id id, rows[2];
    const char *state; /* of review_state, lives for ever */
    const char *noted; /* the verdict given in this sitting */
} walk_pair;

/* A verdict that can be taken back. */
typedef struct walk_step {
    int64_t commit;
    size_t pair;
    const char *noted_before;
} walk_step;

typedef struct sitting {
    const cli *self;
    bina_store *store;
    bina_review_options options;
    bool settle;
    walk_pair *pairs;
    size_t count, at;
    walk_step *steps;
    size_t step_count, step_capacity;
    cli_review_page page;
    char reason[400], message[600], prompt[500];
    size_t judged;
} sitting;

/* ---- what is walked through ---- */

static const char *
code_for_ever(const char *codes, const char *word)
{
    for (int n = 0; word != NULL && bina_codes_word(codes, n) != NULL; n++)
        if (strcmp(bina_codes_word(codes, n), word) == 0)
            return bina_codes_word(codes, n);
    return "";
}

static int
load(sitting *walk)
{
    bina_cursor *cursor = NULL;
    const bina_record *row;
    size_t capacity = 0;
    bina_status status = bina_review_pairs(walk->store, &walk->options, &cursor);

    if (status != BINA_OK)
        return cli_fail_store(walk->self, walk->store);
    while ((status = bina_cursor_next(cursor, &row)) == BINA_OK) {
        walk_pair *pair;
        if (walk->count == capacity) {
            walk_pair *more = realloc(walk->pairs, (2 * capacity + 64) * sizeof *more);
            if (more == NULL) {
                status = BINA_ERR_NO_MEMORY;
                break;
            }
            walk->pairs = more;
            capacity = 2 * capacity + 64;
        }
        pair = &walk->pairs[walk->count++];
        memset(pair, 0, sizeof *pair);
        pair->id = bina_record_int(row, BINA_REVIEW_PAIR_ID);
        pair->rows[0] = bina_record_int(row, BINA_REVIEW_PAIR_FIRST);
        pair->rows[1] = bina_record_int(row, BINA_REVIEW_PAIR_SECOND);
        pair->state = code_for_ever("review_state", bina_record_text(row, BINA_REVIEW_PAIR_STATE));
    }
    bina_cursor_free(cursor);
    return status == BINA_DONE ? CLI_OK : cli_fail_status(walk->self, status);
}

static void
forget_lines(cli_review_page *page)
{
    for (int i = 0; i < page->count; i++)
        bina_record_free(page->lines[i]);
    free(page->lines);
    page->lines = NULL;
    page->count = 0;
}

static bool
add_line(cli_review_page *page, const bina_record *line)
{
    bina_record **more = realloc(page->lines, ((size_t)page->count + 1) * sizeof *more);

    if (more == NULL)
        return false;
    page->lines = more;
    page->lines[page->count] = bina_record_copy(line);
    if (page->lines[page->count] == NULL)
        return false;
    page->count++;
    return true;
}

static void
tell_error(sitting *walk)
{
    (void)snprintf(walk->message, sizeof walk->message, "%s",
                   bina_error_message(bina_store_error(walk->store), walk->self->language));
}

/* Makes the pair at hand the one that is shown. */
static void
turn_to(sitting *walk, size_t at)
{
    bina_cursor *cursor = NULL;
    const bina_record *line;
    bina_status status;

    walk->at = at;
    walk->reason[0] = '\0';
    walk->page.scroll = 0;
    forget_lines(&walk->page);
    status = bina_review_lines(walk->store, walk->pairs[at].id, false, &cursor);
    if (status != BINA_OK)
        tell_error(walk);
    while (status == BINA_OK && bina_cursor_next(cursor, &line) == BINA_OK)
        if (!add_line(&walk->page, line))
            status = BINA_ERR_NO_MEMORY;
    bina_cursor_free(cursor);
}

static void
show(sitting *walk)
{
    cli_buffer screen = {NULL, 0, 0, false};
    int columns, rows;

    walk->page.position = (int64_t)walk->at + 1;
    walk->page.pairs = (int64_t)walk->count;
    walk->page.state = walk->pairs[walk->at].state;
    walk->page.noted = walk->pairs[walk->at].noted;
    walk->page.reason = walk->reason[0] != '\0' ? walk->reason : NULL;
    walk->page.message = walk->message[0] != '\0' ? walk->message : NULL;
    walk->page.prompt = walk->prompt[0] != '\0' ? walk->prompt : NULL;
    cli_terminal_size(&columns, &rows);
    cli_review_draw(walk->self, &walk->page, columns, rows, &screen);
    if (!screen.failed)
        cli_terminal_show(&screen);
    cli_buffer_free(&screen);
}

/* ---- asking ---- */

/* Asks for a line of text; false when it was given up. */
static bool
ask(sitting *walk, const char *question, char *answer, size_t capacity)
{
    size_t length = strlen(answer);
    bool taken = false;

    for (;;) {
        char bytes[8];
        cli_buffer typed = {NULL, 0, 0, false};
        uint32_t key;
        (void)snprintf(walk->prompt, sizeof walk->prompt, "%s %s", question, answer);
        show(walk);
        key = cli_terminal_key();
        if (key == CLI_KEY_ENTER)
            taken = true;
        if (taken || key == CLI_KEY_ESCAPE || key == CLI_KEY_END)
            break;
        if (key == CLI_KEY_BACKSPACE) {
            while (length > 0 && ((unsigned char)answer[length - 1] & 0xC0) == 0x80)
                length--;
            length -= length > 0;
            answer[length] = '\0';
        }
        if (key >= CLI_KEY_UP || cli_steers(key))
            continue;
        cli_buffer_character(&typed, key);
        if (!typed.failed && typed.length < sizeof bytes && length + typed.length < capacity) {
            memcpy(answer + length, typed.bytes, typed.length);
            length += typed.length;
            answer[length] = '\0';
        }
        cli_buffer_free(&typed);
    }
    walk->prompt[0] = '\0';
    return taken;
}

/* Which row is the member or the successor: 1, 2, or 0 for not said; -1 when it was given up. */
static int
ask_subject(sitting *walk, const char *verdict)
{
    bool member = strcmp(verdict, "member_of") == 0;
    uint32_t key;

    (void)snprintf(walk->prompt, sizeof walk->prompt, "%s",
                   member
                       ? cli_text(walk->self, "who is the member: 1 left, 2 right, Enter unsaid",
                                  "siapa anggotanya: 1 kiri, 2 kanan, Enter tidak disebut")
                       : cli_text(walk->self, "who is the successor: 1 left, 2 right, Enter unsaid",
                                  "siapa penerusnya: 1 kiri, 2 kanan, Enter tidak disebut"));
    do {
        show(walk);
        key = cli_terminal_key();
    } while (key != '1' && key != '2' && key != CLI_KEY_ENTER && key != CLI_KEY_ESCAPE &&
             key != CLI_KEY_END);
    walk->prompt[0] = '\0';
    return key == '1' ? 1 : key == '2' ? 2 : key == CLI_KEY_ENTER ? 0 : -1;
}

/* ---- deciding ---- */

static bool
remember(sitting *walk, int64_t commit)
{
    walk_step *step;

    if (walk->step_count == walk->step_capacity) {
        size_t capacity = 2 * walk->step_capacity + 64;
        walk_step *more = realloc(walk->steps, capacity * sizeof *more);
        if (more == NULL)
            return false;
        walk->steps = more;
        walk->step_capacity = capacity;
    }
    step = &walk->steps[walk->step_count++];
    step->commit = commit;
    step->pair = walk->at;
    step->noted_before = walk->pairs[walk->at].noted;
    return true;
}

/* The next pair without a verdict of this sitting, after the one at hand; else the one at hand. */
static size_t
next_open(const sitting *walk)
{
    for (size_t i = 1; i < walk->count; i++) {
        size_t at = (walk->at + i) % walk->count;
        if (walk->pairs[at].noted == NULL)
            return at;
    }
    return walk->at;
}

static void
judge(sitting *walk, const char *verdict)
{
    bina_judging judging = BINA_JUDGING_INIT;
    walk_pair *pair = &walk->pairs[walk->at];
    int64_t commit = 0;
    int subject = 0;

    if (strcmp(verdict, "member_of") == 0 || strcmp(verdict, "successor_of") == 0)
        subject = ask_subject(walk, verdict);
    if (subject < 0)
        return;
    judging.verdict = verdict;
    judging.reason = walk->reason[0] != '\0' ? walk->reason : NULL;
    judging.reviewer = walk->options.reviewer;
    judging.settles = walk->settle;
    judging.subject = subject > 0 ? pair->rows[subject - 1] : 0;
    if (bina_review_judge(walk->store, pair->id, &judging, &commit) != BINA_OK) {
        tell_error(walk);
        return;
    }
    if (commit != 0 && remember(walk, commit))
        walk->judged += pair->noted == NULL;
    pair->noted = code_for_ever("verdict", verdict);
    (void)snprintf(walk->message, sizeof walk->message,
                   cli_text(walk->self, "noted of %zu: %s", "dicatat untuk %zu: %s"), walk->at + 1,
                   bina_codes_label("verdict", verdict, walk->self->language));
    turn_to(walk, next_open(walk));
}

static void
undo(sitting *walk)
{
    walk_step *step;

    if (walk->step_count == 0) {
        (void)snprintf(walk->message, sizeof walk->message, "%s",
                       cli_text(walk->self, "nothing to undo", "tidak ada yang diurungkan"));
        return;
    }
    step = &walk->steps[walk->step_count - 1];
    if (bina_store_undo(walk->store, step->commit,
                        cli_text(walk->self, "undone while reviewing",
                                 "diurungkan saat meninjau")) != BINA_OK) {
        tell_error(walk);
        return;
    }
    walk->step_count--;
    walk->judged -= step->noted_before == NULL;
    walk->pairs[step->pair].noted = step->noted_before;
    (void)snprintf(walk->message, sizeof walk->message, "%s",
                   cli_text(walk->self, "undone", "diurungkan"));
    turn_to(walk, step->pair);
}

/* ---- keys ---- */

static bool
is_other(uint32_t key, enum cli_other other, int language)
{
    return key == (unsigned char)cli_other_keys[other].key[language];
}

/* Does what a key asks for; false to end. */
static bool
obey(sitting *walk, uint32_t key)
{
    int language = walk->self->language;

    walk->message[0] = '\0';
    if (key >= 'A' && key <= 'Z')
        key += 'a' - 'A';
    for (const cli_verdict_key *known = cli_verdict_keys; known->verdict != NULL; known++)
        if (key == (unsigned char)known->key[language]) {
            judge(walk, known->verdict);
            return true;
        }
    if (is_other(key, CLI_NEXT, language) || key == CLI_KEY_RIGHT || key == ' ')
        turn_to(walk, (walk->at + 1) % walk->count);
    else if (is_other(key, CLI_PREVIOUS, language) || key == CLI_KEY_LEFT)
        turn_to(walk, (walk->at + walk->count - 1) % walk->count);
    else if (is_other(key, CLI_UNDO, language))
        undo(walk);
    else if (is_other(key, CLI_REASON, language)) {
        char reason[sizeof walk->reason];
        memcpy(reason, walk->reason, sizeof reason);
        if (ask(walk, cli_text(walk->self, "reason:", "alasan:"), reason, sizeof reason))
            memcpy(walk->reason, reason, sizeof reason);
    } else if (key == CLI_KEY_DOWN || key == CLI_KEY_PAGE_DOWN)
        walk->page.scroll += key == CLI_KEY_DOWN ? 1 : 10;
    else if (key == CLI_KEY_UP || key == CLI_KEY_PAGE_UP)
        walk->page.scroll -= key == CLI_KEY_UP ? 1 : 10;
    return !is_other(key, CLI_QUIT, language) && key != CLI_KEY_END;
}

int
cli_review_walk(const cli *self, bina_store *store, const bina_review_options *options, bool settle)
{
    sitting walk = {.self = self, .store = store, .options = *options, .settle = settle};
    int ended = load(&walk);

    walk.page.colours = cli_terminal_has_colours();
    if (ended == CLI_OK && walk.count == 0) {
        cli_remark(self, "no pair is open", "tidak ada pasangan yang terbuka");
    } else if (ended == CLI_OK && !cli_terminal_open()) {
        cli_complain(self, "the terminal cannot be used", "terminal tidak dapat dipakai");
        ended = CLI_INPUT;
    } else if (ended == CLI_OK) {
        turn_to(&walk, 0);
        do
            show(&walk);
        while (obey(&walk, cli_terminal_key()));
        cli_terminal_close();
        cli_remark(self, "%zu of %zu pairs noted; `bina reconcile` applies them",
                   "%zu dari %zu pasangan dicatat; `bina reconcile` menerapkannya", walk.judged,
                   walk.count);
    }
    forget_lines(&walk.page);
    free(walk.pairs);
    free(walk.steps);
    return ended;
}
