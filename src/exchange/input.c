#include "exchange/input.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct bina_input {
    char *name;
    int file; /* -1: from memory */
    char *bytes;
    size_t length, at;
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
    bina_status status = input_new(path, error, input);

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
    status = bina_error_set(error, BINA_ERR_IO, "The file cannot be opened: %s.",
                            "Berkas tidak dapat dibuka: %s.", strerror(errno));
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

bina_status
bina_input_read(bina_input *input, char *buffer, size_t room, size_t *got, bina_error *error)
{
    ssize_t n;

    *got = 0;
    if (input->file < 0) {
        *got = input->length - input->at < room ? input->length - input->at : room;
        if (*got > 0)
            memcpy(buffer, input->bytes + input->at, *got);
        input->at += *got;
        return BINA_OK;
    }
    do
        n = read(input->file, buffer, room);
    while (n < 0 && errno == EINTR);
    if (n < 0) {
        bina_error_set(error, BINA_ERR_IO, "The file cannot be read: %s.",
                       "Berkas tidak dapat dibaca: %s.", strerror(errno));
        bina_error_in_file(error, input->name, 0, 0);
        return BINA_ERR_IO;
    }
    *got = (size_t)n;
    return BINA_OK;
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
