/* A build without libmicrohttpd says so. */
#include "serve.h"

int
serve_run(serve_desk *desk, uint16_t port)
{
    (void)port;
    cli_complain(desk->self, "this build cannot serve pages: it was made without libmicrohttpd",
                 "versi ini tidak dapat menyajikan halaman: dibuat tanpa libmicrohttpd");
    return CLI_INPUT;
}
