/*
 * The server: loopback only, and deaf to everybody who does not know the token. Other pages of the
 * same browser cannot speak to it: they do not know the token, a name of theirs that points here
 * fails at the Host header, and what is not of this origin may not even ask.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <unistd.h>
#include "serve.h"

enum { MOST_BODY = 16384 };

static volatile sig_atomic_t is_ended;

typedef struct serve_server {
    serve_desk *desk;
    uint16_t port;
} serve_server;

/* One request while its body comes in. */
typedef struct serve_request {
    cli_buffer body;
    bool too_long;
} serve_request;

bool
serve_random(char *text, size_t digits)
{
    int file = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
    unsigned char byte = 0;
    bool good = file >= 0;

    for (size_t i = 0; good && i < digits; i++) {
        if (i % 2 == 0)
            good = read(file, &byte, 1) == 1;
        text[i] = "0123456789abcdef"[i % 2 == 0 ? byte >> 4 : byte & 15];
    }
    text[digits] = '\0';
    if (file >= 0)
        (void)close(file);
    return good;
}

/* ---- who may ask ---- */

/* Takes as long whatever is given. */
static bool
is_token(const serve_server *server, const char *given)
{
    unsigned char differs = 0;

    if (given == NULL || strlen(given) != SERVE_TOKEN)
        return false;
    for (size_t i = 0; i < SERVE_TOKEN; i++)
        differs |= (unsigned char)(given[i] ^ server->desk->token[i]);
    return differs == 0;
}

/* Whether a header names this server: "127.0.0.1:8123", behind `scheme`. */
static bool
is_here(const serve_server *server, const char *given, const char *scheme)
{
    static const char *const names[] = {"127.0.0.1", "localhost"};
    char known[64];

    for (size_t i = 0; given != NULL && i < 2; i++) {
        (void)snprintf(known, sizeof known, "%s%s:%u", scheme, names[i], (unsigned)server->port);
        if (strcmp(given, known) == 0)
            return true;
    }
    return false;
}

static const char *
header_of(struct MHD_Connection *connection, const char *name)
{
    return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

static bool
is_allowed(const serve_server *server, struct MHD_Connection *connection, bool page)
{
    const char *origin = header_of(connection, "Origin");
    const char *token =
        page ? MHD_lookup_connection_value(connection, MHD_GET_ARGUMENT_KIND, "token")
             : header_of(connection, "X-Bina-Token");

    return is_here(server, header_of(connection, "Host"), "") &&
           (origin == NULL || is_here(server, origin, "http://")) && is_token(server, token);
}

/* ---- answers ---- */

/* Sends an answer, which is let go of. */
static enum MHD_Result
send_answer(struct MHD_Connection *connection, int status, cli_buffer *answer, const char *type,
            const char *policy)
{
    static const char *const headers[][2] = {
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
        {"Referrer-Policy", "no-referrer"},
        {"Cache-Control", "no-store"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
    };
    struct MHD_Response *response;
    enum MHD_Result sent = MHD_NO;

    if (answer->failed || answer->bytes == NULL) {
        cli_buffer_free(answer);
        return MHD_NO;
    }
    response =
        MHD_create_response_from_buffer(answer->length, answer->bytes, MHD_RESPMEM_MUST_FREE);
    if (response == NULL) {
        cli_buffer_free(answer);
        return MHD_NO;
    }
    sent = MHD_add_response_header(response, "Content-Type", type);
    for (size_t i = 0; sent == MHD_YES && i < sizeof headers / sizeof headers[0]; i++)
        sent = MHD_add_response_header(response, headers[i][0], headers[i][1]);
    if (sent == MHD_YES)
        sent = MHD_add_response_header(response, "Content-Security-Policy", policy);
    if (sent == MHD_YES)
        sent = MHD_queue_response(connection, (unsigned)status, response);
    MHD_destroy_response(response);
    return sent;
}

static enum MHD_Result
send_json(struct MHD_Connection *connection, int status, cli_buffer *json)
{
    return send_answer(connection, status, json, "application/json; charset=utf-8",
                       "default-src 'none'; frame-ancestors 'none'");
}

static enum MHD_Result
refuse(const serve_server *server, struct MHD_Connection *connection, int status)
{
    const cli *self = server->desk->self;
    cli_buffer json = {NULL, 0, 0, false};
    const char *sentence;

    switch (status) {
    case 403:
        sentence = cli_text(self, "this is not for you: open the address that bina serve printed",
                            "ini bukan untuk Anda: buka alamat yang dicetak bina serve");
        break;
    case 405:
        sentence = cli_text(self, "not in this way", "tidak dengan cara ini");
        break;
    case 413:
        sentence = cli_text(self, "that is too long", "terlalu panjang");
        break;
    case 415:
        sentence = cli_text(self, "this takes JSON", "yang diterima hanya JSON");
        break;
    default:
        sentence = cli_text(self, "there is nothing here", "tidak ada apa-apa di sini");
    }
    return send_json(connection, serve_refuse(status, sentence, &json), &json);
}

/* The page, its {{names}} filled in. */
static enum MHD_Result
send_page(const serve_server *server, struct MHD_Connection *connection)
{
    const cli *self = server->desk->self;
    const char *at = (const char *)cli_serve_page, *end = at + cli_serve_page_size;
    cli_buffer page = {NULL, 0, 0, false};
    char nonce[33], policy[512];

    if (!serve_random(nonce, 32))
        return MHD_NO;
    while (at < end) {
        const char *brace = memchr(at, '{', (size_t)(end - at));
        if (brace == NULL || end - brace < 4 || brace[1] != '{') {
            const char *next = brace != NULL ? brace + 1 : end;
            cli_buffer_add(&page, at, (size_t)(next - at));
            at = next;
            continue;
        }
        cli_buffer_add(&page, at, (size_t)(brace - at));
        at = brace + 2;
        if (strncmp(at, "nonce}}", 7) == 0)
            cli_buffer_text(&page, nonce);
        else if (strncmp(at, "language}}", 10) == 0)
            cli_buffer_text(&page, self->language == BINA_INDONESIAN ? "id" : "en");
        else if (strncmp(at, "title}}", 7) == 0)
            cli_buffer_text(&page, cli_text(self, "Bina: review", "Bina: peninjauan"));
        while (at < end && *at != '}')
            at++;
        at += 2;
    }
    (void)snprintf(policy, sizeof policy,
                   "default-src 'none'; script-src 'nonce-%s'; style-src 'nonce-%s'; img-src "
                   "data:; connect-src "
                   "'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                   nonce, nonce);
    return send_answer(connection, 200, &page, "text/html; charset=utf-8", policy);
}

static enum MHD_Result
answer(serve_server *server, struct MHD_Connection *connection, const char *url, const char *method,
       serve_request *request)
{
    static const struct {
        const char *url;
        bool post;
        serve_answer answer;
    } routes[] = {
        {"/api/pairs", false, serve_pairs},
        {"/api/pair", false, serve_pair},
        {"/api/judge", true, serve_judge},
        {"/api/undo", true, serve_undo},
    };
    bool page = strcmp(url, "/") == 0, post = strcmp(method, "POST") == 0;
    const char *type = header_of(connection, "Content-Type");
    cli_buffer json = {NULL, 0, 0, false};

    if (!is_allowed(server, connection, page))
        return refuse(server, connection, 403);
    if (!post && strcmp(method, "GET") != 0)
        return refuse(server, connection, 405);
    if (page)
        return post ? refuse(server, connection, 405) : send_page(server, connection);
    for (size_t i = 0; i < sizeof routes / sizeof routes[0]; i++) {
        const char *asked;
        if (strcmp(url, routes[i].url) != 0)
            continue;
        if (routes[i].post != post)
            return refuse(server, connection, 405);
        if (request->too_long)
            return refuse(server, connection, 413);
        if (post && (type == NULL || strncmp(type, "application/json", 16) != 0))
            return refuse(server, connection, 415);
        asked = post ? request->body.bytes
                     : MHD_lookup_connection_value(connection, MHD_GET_ARGUMENT_KIND, "id");
        return send_json(connection, routes[i].answer(server->desk, asked, &json), &json);
    }
    return refuse(server, connection, 404);
}

static enum MHD_Result
handle(void *data, struct MHD_Connection *connection, const char *url, const char *method,
       const char *version, const char *upload, size_t *upload_size, void **state)
{
    serve_request *request = *state;

    (void)version;
    if (request == NULL) {
        *state = calloc(1, sizeof *request);
        return *state != NULL ? MHD_YES : MHD_NO;
    }
    if (*upload_size > 0) {
        if (request->body.length + *upload_size > MOST_BODY)
            request->too_long = true;
        else
            cli_buffer_add(&request->body, upload, *upload_size);
        *upload_size = 0;
        return MHD_YES;
    }
    return answer(data, connection, url, method, request);
}

static void
forget(void *data, struct MHD_Connection *connection, void **state,
       enum MHD_RequestTerminationCode why)
{
    serve_request *request = *state;

    (void)data;
    (void)connection;
    (void)why;
    if (request != NULL)
        cli_buffer_free(&request->body);
    free(request);
    *state = NULL;
}

/* ---- running ---- */

static void
on_end(int number)
{
    (void)number;
    is_ended = 1;
}

/* Waits for requests, and for a signal, which is let in only while waiting. */
static void
wait_and_answer(struct MHD_Daemon *daemon)
{
    sigset_t ending, before;
    struct sigaction action;

    memset(&action, 0, sizeof action);
    action.sa_handler = on_end;
    (void)sigaction(SIGINT, &action, NULL);
    (void)sigaction(SIGTERM, &action, NULL);
    (void)sigaction(SIGHUP, &action, NULL);
    (void)sigemptyset(&ending);
    (void)sigaddset(&ending, SIGINT);
    (void)sigaddset(&ending, SIGTERM);
    (void)sigaddset(&ending, SIGHUP);
    (void)sigprocmask(SIG_BLOCK, &ending, &before);
    while (!is_ended) {
        fd_set reading, writing, failing;
        struct timespec wait = {60, 0};
        MHD_UNSIGNED_LONG_LONG limit;
        int most = 0;
        FD_ZERO(&reading);
        FD_ZERO(&writing);
        FD_ZERO(&failing);
        if (MHD_get_fdset(daemon, &reading, &writing, &failing, &most) != MHD_YES)
            break;
        if (MHD_get_timeout(daemon, &limit) == MHD_YES && limit < 60000) {
            wait.tv_sec = (time_t)(limit / 1000);
            wait.tv_nsec = (long)(limit % 1000) * 1000000;
        }
        if (pselect(most + 1, &reading, &writing, &failing, &wait, &before) < 0 && errno != EINTR)
            break;
        if (!is_ended)
            (void)MHD_run(daemon);
    }
    (void)sigprocmask(SIG_SETMASK, &before, NULL);
}

int
serve_run(serve_desk *desk, uint16_t port)
{
    serve_server server = {desk, port};
    struct sockaddr_in here;
    const union MHD_DaemonInfo *info;
    struct MHD_Daemon *daemon;

    memset(&here, 0, sizeof here);
    here.sin_family = AF_INET;
    here.sin_port = htons(port);
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (!serve_random(desk->token, SERVE_TOKEN))
        return cli_fail_status(desk->self, BINA_ERR_IO);
    daemon = MHD_start_daemon(MHD_NO_FLAG, port, NULL, NULL, handle, &server, MHD_OPTION_SOCK_ADDR,
                              (struct sockaddr *)&here, MHD_OPTION_NOTIFY_COMPLETED, forget, NULL,
                              MHD_OPTION_CONNECTION_LIMIT, 64u, MHD_OPTION_CONNECTION_TIMEOUT, 60u,
                              MHD_OPTION_END);
    info = daemon != NULL ? MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT) : NULL;
    if (info == NULL) {
        cli_complain(desk->self, "port %u cannot be opened on this computer",
                     "port %u tidak dapat dibuka di komputer ini", (unsigned)port);
        if (daemon != NULL)
            MHD_stop_daemon(daemon);
        return CLI_INPUT;
    }
    server.port = info->port;
    printf("http://127.0.0.1:%u/?token=%s\n", (unsigned)server.port, desk->token);
    (void)fflush(stdout);
    cli_remark(desk->self, "Open this address in a browser on this computer; Ctrl-C ends it.",
               "Buka alamat ini di peramban komputer ini; Ctrl-C mengakhirinya.");
    wait_and_answer(daemon);
    MHD_stop_daemon(daemon);
    return CLI_OK;
}
