#include "terminal.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

/* Signals know no arguments: what they touch is here. There is one terminal. */
static struct termios before;
static volatile sig_atomic_t is_open, is_ended;

static const char enter[] = "\033[?1049h\033[?25l";
static const char leave[] = "\033[?25h\033[?1049l";

static void
put(const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, length);
        if (written < 0 && errno != EINTR)
            return;
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        }
    }
}

bool
cli_terminal_is_there(void)
{
    const char *term = getenv("TERM");

    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) && term != NULL && term[0] != '\0' &&
           strcmp(term, "dumb") != 0;
}

bool
cli_terminal_has_colours(void)
{
    const char *no = getenv("NO_COLOR");

    return no == NULL || no[0] == '\0';
}

static void
on_end(int number)
{
    (void)number;
    is_ended = 1;
}

/* Only wakes the waiting for a key. */
static void
on_resize(int number)
{
    (void)number;
}

static void
go_raw(void)
{
    struct termios raw = before;

    raw.c_iflag &= (tcflag_t) ~(BRKINT | ICRNL | INPCK | ISTRIP | IXON);
    raw.c_oflag &= (tcflag_t)~OPOST;
    raw.c_lflag &= (tcflag_t) ~(ECHO | ICANON | IEXTEN);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    (void)tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
    put(enter, sizeof enter - 1);
}

/* Ctrl-Z gives the terminal back, and "fg" takes it again. */
static void
on_stop(int number)
{
    int saved = errno;

    (void)number;
    put(leave, sizeof leave - 1);
    (void)tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
    (void)kill(getpid(), SIGSTOP);
    go_raw();
    errno = saved;
}

static void
handle(int number, void (*handler)(int))
{
    struct sigaction action;

    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    (void)sigaction(number, &action, NULL);
}

bool
cli_terminal_open(void)
{
    if (tcgetattr(STDIN_FILENO, &before) != 0)
        return false;
    is_ended = 0;
    handle(SIGINT, on_end);
    handle(SIGTERM, on_end);
    handle(SIGHUP, on_end);
    handle(SIGWINCH, on_resize);
    handle(SIGTSTP, on_stop);
    go_raw();
    is_open = 1;
    return true;
}

void
cli_terminal_close(void)
{
    if (!is_open)
        return;
    is_open = 0;
    put(leave, sizeof leave - 1);
    (void)tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
    handle(SIGINT, SIG_DFL);
    handle(SIGTERM, SIG_DFL);
    handle(SIGHUP, SIG_DFL);
    handle(SIGWINCH, SIG_DFL);
    handle(SIGTSTP, SIG_DFL);
}

void
cli_terminal_size(int *columns, int *rows)
{
    struct winsize size;

    *columns = 80;
    *rows = 24;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0) {
        *columns = size.ws_col;
        *rows = size.ws_row;
    }
}

void
cli_terminal_show(const cli_buffer *screen)
{
    cli_buffer out = {NULL, 0, 0, false};
    const char *at = screen->bytes, *end;

    cli_buffer_text(&out, "\033[H");
    for (; at != NULL && (end = strchr(at, '\n')) != NULL; at = end + 1) {
        if (at != screen->bytes)
            cli_buffer_text(&out, "\r\n");
        cli_buffer_add(&out, at, (size_t)(end - at));
        cli_buffer_text(&out, "\033[K");
    }
    cli_buffer_text(&out, "\033[J");
    if (!out.failed)
        put(out.bytes, out.length);
    cli_buffer_free(&out);
}

/* One byte; 0 when there is none within the time (in milliseconds; less than 0: ever). */
static unsigned char
next_byte(int wait)
{
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
    unsigned char byte = 0;
    ssize_t got;
    int found;

    /* In slices: a signal may come between the look at is_ended and the waiting. */
    do
        found = poll(&input, 1, wait < 0 ? 500 : wait);
    while (found == 0 && wait < 0 && !is_ended);
    if (found <= 0)
        return 0;
    got = read(STDIN_FILENO, &byte, 1);
    if (got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN))
        is_ended = 1;
    return got == 1 ? byte : 0;
}

/* What follows an escape: an arrow, or nothing for the key itself. */
static uint32_t
escaped(void)
{
    unsigned char byte = next_byte(50);

    if (byte == 0)
        return CLI_KEY_ESCAPE;
    if (byte != '[' && byte != 'O')
        return CLI_KEY_NONE;
    byte = next_byte(50);
    switch (byte) {
    case 'A':
        return CLI_KEY_UP;
    case 'B':
        return CLI_KEY_DOWN;
    case 'C':
        return CLI_KEY_RIGHT;
    case 'D':
        return CLI_KEY_LEFT;
    default:
        break;
    }
    for (unsigned char next = byte; next >= 0x20 && next < 0x40;) {
        next = next_byte(50);
        if (next == '~')
            return byte == '5' ? CLI_KEY_PAGE_UP : byte == '6' ? CLI_KEY_PAGE_DOWN : CLI_KEY_NONE;
    }
    return CLI_KEY_NONE;
}

uint32_t
cli_terminal_key(void)
{
    char bytes[5] = {0};
    const char *at = bytes;
    unsigned char byte = next_byte(-1);
    int more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0;

    if (is_ended || byte == 0x04) /* Ctrl-D */
        return CLI_KEY_END;
    if (byte == CLI_KEY_ESCAPE)
        return escaped();
    if (byte == '\n')
        return CLI_KEY_ENTER;
    if (byte == 0x08)
        return CLI_KEY_BACKSPACE;
    bytes[0] = (char)byte;
    for (int i = 1; i <= more; i++)
        bytes[i] = (char)next_byte(50);
    return cli_next_character(&at);
}
