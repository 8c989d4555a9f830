/*
 * Reviewing in a browser on the same computer. One thread does everything: it waits for requests
 * and for Ctrl-C, and asks the store one thing at a time.
 */
#ifndef BINA_SRC_CLI_SERVE_H
#define BINA_SRC_CLI_SERVE_H

#include "review.h"

enum { SERVE_TOKEN = 32 };

/** What is served: one store, to one person. */
typedef struct serve_desk {
    const cli *self;
    bina_store *store;
    bina_review_options options;
    bool settle, mask;
    char token[SERVE_TOKEN + 1]; /* hexadecimal */
    int64_t *commits;            /* made by this server: what it may undo */
    size_t commit_count, commit_capacity;
    /* Sorted: the pairs that were listed, and so are in the log with the purpose. */
    bina_id *listed;
    size_t listed_count, listed_capacity;
} serve_desk;

/** Answers one request. `body` is JSON, or what was asked for in the address. Gives the HTTP
 * status; the answer is JSON. */
typedef int (*serve_answer)(serve_desk *desk, const char *body, cli_buffer *json);

int serve_pairs(serve_desk *desk, const char *body, cli_buffer *json);
int serve_pair(serve_desk *desk, const char *id, cli_buffer *json);
int serve_judge(serve_desk *desk, const char *body, cli_buffer *json);
int serve_undo(serve_desk *desk, const char *body, cli_buffer *json);

/** An answer that says what is wrong: in a sentence, or as the store told it. */
int serve_refuse(int status, const char *sentence, cli_buffer *json);
int serve_refuse_store(const serve_desk *desk, cli_buffer *json);

/** Whether a pair was listed, and so may be shown whole. */
bool serve_was_listed(const serve_desk *desk, bina_id pair);

/** Serves until somebody asks the program to end; CLI_OK, or how to end. */
int serve_run(serve_desk *desk, uint16_t port);

/** Draws random hexadecimal digits; false when the system has none. */
bool serve_random(char *text, size_t digits);

/** The page, serve/page.html, with {{names}} to be filled in. */
extern const unsigned char cli_serve_page[];
extern const size_t cli_serve_page_size;

/* ---- serve_json.c ---- */

/** Adds a text as a JSON string; null for NULL. */
void serve_json_text(cli_buffer *json, const char *text);
void serve_json_integer(cli_buffer *json, int64_t number);

/** Adds `"name":` with a comma before it unless an object was just opened. */
void serve_json_name(cli_buffer *json, const char *name);

/** Adds a whole member: a name and a text, null for NULL. */
void serve_json_member(cli_buffer *json, const char *name, const char *text);

/**
 * Finds a member of a flat JSON object: a string, or a number as text.
 *
 * @return false when the body is no such object, or has no such member, or it does not fit
 */
bool serve_json_find(const char *body, const char *name, char *value, size_t capacity);

#endif
