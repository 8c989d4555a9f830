#include "exchange/input.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/system.h"

struct bina_input {
    char *name;
    int file; /* -1: from memory */
    char *bytes;
    size_t length, at;
    char ahead[BINA_INPUT_PEEK]; /* read from the file to be looked at, not yet given */
    size_t ahead_length, ahead_at;
    uint64_t size; /* of an ordinary file that was fixed */
};

static bina_status
input_new(const char *name, bina_error *error, bina_input **input)
{
    bina_input *made = calloc(1, sizeof(*made));
    size_t size = strlen(name) + 1;

    *input = NULL;
    if (made != NULL)
        made->name = malloc(size);
    if (made == NULL || made->name == NULL) {
        free(made);
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    }
    memcpy(made->name, name, size);
    made->file = -1;
    *input = made;
    return BINA_OK;
}

bina_status
bina_input_open(const char *path, bina_error *error, bina_input **input)
{
    bina_status status;

    *input = NULL;
    if (path == NULL)
        return bina_error_set(error, BINA_ERR_USAGE, "it is not said which file to read",
                              "tidak disebut berkas mana yang dibaca");
    status = input_new(path, error, input);
    if (status != BINA_OK)
        return status;
    if (strcmp(path, "-") == 0) {
        (*input)->file = STDIN_FILENO;
        return BINA_OK;
    }
    do
        (*input)->file = open(path, O_RDONLY | O_CLOEXEC);
    while ((*input)->file < 0 && errno == EINTR);
    if ((*input)->file >= 0)
        return BINA_OK;
    status = bina_error_system(error, "The file cannot be opened", "Berkas tidak dapat dibuka",
                               errno);
    bina_error_in_file(error, path, 0, 0);
    bina_input_close(*input);
    *input = NULL;
    return status;
}

bina_status
bina_input_open_bytes(const char *bytes, size_t length, bina_error *error, bina_input **input)
{
    bina_status status = input_new("-", error, input);

    if (status != BINA_OK)
        return status;
    (*input)->bytes = malloc(length > 0 ? length : 1);
    if ((*input)->bytes == NULL) {
        bina_input_close(*input);
        *input = NULL;
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    }
    if (length > 0)
        memcpy((*input)->bytes, bytes, length);
    (*input)->length = length;
    return BINA_OK;
}

void
bina_input_close(bina_input *input)
{
    if (input == NULL)
        return;
    if (input->file > STDIN_FILENO)
        close(input->file);
    free(input->bytes);
    free(input->name);
    free(input);
}

const char *
bina_input_name(const bina_input *input)
{
    return input->name;
}

static bina_status
read_file(bina_input *input, char *buffer, size_t room, size_t *got, bina_error *error)
{
    ssize_t n;

    do
        n = read(input->file, buffer, room);
    while (n < 0 && errno == EINTR);
    *got = 0;
    if (n < 0) {
        bina_status status = bina_error_system(error, "The file cannot be read",
                                               "Berkas tidak dapat dibaca", errno);
        bina_error_in_file(error, input->name, 0, 0);
        return status;
    }
    *got = (size_t)n;
    return BINA_OK;
}

/* Gives from `bytes`, of which `*at` of `length` were given already. */
static size_t
give(const char *bytes, size_t length, size_t *at, char *buffer, size_t room)
{
    size_t got = length - *at < room ? length - *at : room;

    if (got > 0)
        memcpy(buffer, bytes + *at, got);
    *at += got;
    return got;
}

bina_status
bina_input_read(bina_input *input, char *buffer, size_t room, size_t *got, bina_error *error)
{
    if (input->bytes != NULL) {
        *got = give(input->bytes, input->length, &input->at, buffer, room);
        return BINA_OK;
    }
    *got = give(input->ahead, input->ahead_length, &input->ahead_at, buffer, room);
    return *got > 0 ? BINA_OK : read_file(input, buffer, room, got, error);
}

bina_status
bina_input_peek(bina_input *input, char *buffer, size_t room, size_t *got, bina_error *error)
{
    bina_status status = BINA_OK;
    size_t at = input->ahead_at, n = 1;

    room = room < BINA_INPUT_PEEK ? room : BINA_INPUT_PEEK;
    *got = 0;
    if (input->bytes != NULL) {
        at = input->at;
        *got = give(input->bytes, input->length, &at, buffer, room);
        return BINA_OK;
    }
    while (input->ahead_length < room && n > 0) {
        status = read_file(input, input->ahead + input->ahead_length,
                           sizeof(input->ahead) - input->ahead_length, &n, error);
        if (status != BINA_OK)
            return status;
        input->ahead_length += n;
    }
    *got = give(input->ahead, input->ahead_length, &at, buffer, room);
    return status;
}

bina_status
bina_input_fix(bina_input *input, size_t limit, bina_error *error)
{
    struct stat about;
    char *bytes;
    size_t length;
    bina_status status;

    if (input->bytes != NULL)
        return BINA_OK;
    if (input->file > STDIN_FILENO && fstat(input->file, &about) == 0 && S_ISREG(about.st_mode)) {
        input->size = (uint64_t)about.st_size;
        return BINA_OK;
    }
    status = bina_input_read_all(input, limit, &bytes, &length, error);
    if (status != BINA_OK)
        return status;
    input->bytes = bytes;
    input->length = length;
    return BINA_OK;
}

uint64_t
bina_input_size(const bina_input *input)
{
    return input->bytes != NULL ? input->length : input->size;
}

size_t
bina_input_read_at(const bina_input *input, uint64_t offset, char *buffer, size_t room)
{
    size_t got = 0, at;
    ssize_t n;

    if (offset >= bina_input_size(input))
        return 0;
    if (input->bytes != NULL) {
        at = (size_t)offset;
        return give(input->bytes, input->length, &at, buffer, room);
    }
    while (got < room) {
        n = pread(input->file, buffer + got, room - got, (off_t)(offset + got));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        got += (size_t)n;
    }
    return got;
}

bina_status
bina_input_read_all(bina_input *input, size_t limit, char **bytes, size_t *length,
                    bina_error *error)
{
    size_t room = 64 * 1024, used = 0, got;
    char *buffer = malloc(room + 1), *larger;
    bina_status status = BINA_OK;

    *bytes = NULL;
    *length = 0;
    while (buffer != NULL) {
        status = bina_input_read(input, buffer + used, room - used, &got, error);
        if (status != BINA_OK)
            goto out;
        if (got == 0)
            break;
        used += got;
        if (used > limit) {
            status = bina_error_set(error, BINA_ERR_SYNTAX, "The file is larger than %zu bytes.",
                                    "Berkas lebih besar dari %zu bita.", limit);
            bina_error_in_file(error, input->name, 0, 0);
            goto out;
        }
        if (used == room) {
            larger = realloc(buffer, room * 2 + 1);
            if (larger == NULL)
                free(buffer);
            buffer = larger;
            room *= 2;
        }
    }
    if (buffer == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    buffer[used] = '\0';
    *bytes = buffer;
    *length = used;
    return BINA_OK;
out:
    free(buffer);
    return status;
}
