#define _GNU_SOURCE /* realpath, O_TMPFILE */
#include "exchange/output.h"
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/system.h"

#define BUFFER ((size_t)64 * 1024)

struct bina_output {
    int file;            /* -1: memory */
    char *path, *target; /* as given; with links followed. No target: written as it comes */
    char *temporary;     /* by which what is written is found until it is in its place */
    bool unnamed;        /* it is in no folder yet */
    char *buffer;
    size_t used, room;
    int failure; /* errno of the first failure */
};

static void
free_output(bina_output *output)
{
    if (output->file > STDOUT_FILENO)
        close(output->file);
    free(output->path);
    free(output->target);
    free(output->temporary);
    free(output->buffer);
    free(output);
}

static bina_status
new_output(bina_error *error, bina_output **output)
{
    bina_output *made = calloc(1, sizeof(*made));

    *output = NULL;
    if (made != NULL) {
        made->file = -1;
        made->room = BUFFER;
        made->buffer = malloc(made->room);
        if (made->buffer != NULL) {
            *output = made;
            return BINA_OK;
        }
        free(made);
    }
    return bina_error_plain(error, BINA_ERR_NO_MEMORY);
}

bina_status
bina_output_open_memory(bina_error *error, bina_output **output)
{
    return new_output(error, output);
}

/* The n-th name beside the target for what is not in its place yet. */
static bool
name_temporary(bina_output *output, int n)
{
    size_t room = strlen(output->target) + 32;
    char *name = malloc(room);

    if (name == NULL) {
        output->failure = ENOMEM;
        return false;
    }
    snprintf(name, room, "%s.%ld-%d.part", output->target, (long)getpid(), n);
    free(output->temporary);
    output->temporary = name;
    return true;
}

enum { MOST_NAMES = 1000 };

/*
 * Makes a new file in the target's folder that has no name there: nothing is left of it when the
 * program is killed. False where the system or the disk has no such files.
 */
static bool
make_unnamed(bina_output *output, mode_t mode)
{
#ifdef O_TMPFILE
    char *copy = strdup(output->target), path[32];

    if (copy == NULL)
        return false;
    output->file = open(dirname(copy), O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
    free(copy);
    if (output->file < 0)
        return false;
    snprintf(path, sizeof path, "/proc/self/fd/%d", output->file);
    output->temporary = access(path, F_OK) == 0 ? strdup(path) : NULL;
    output->unnamed = output->temporary != NULL;
    if (!output->unnamed) {
        close(output->file);
        output->file = -1;
    }
    return output->unnamed;
#else
    (void)output, (void)mode;
    return false;
#endif
}

/* Gives a file without a name one beside the target. */
static void
give_name(bina_output *output)
{
    char *unnamed = output->temporary;
    int n = 0;

    output->temporary = NULL;
    output->unnamed = false;
    while (n < MOST_NAMES && name_temporary(output, n++)) {
        if (linkat(AT_FDCWD, unnamed, AT_FDCWD, output->temporary, AT_SYMLINK_FOLLOW) == 0) {
            free(unnamed);
            return;
        }
        if (errno != EEXIST && errno != EINTR)
            break;
    }
    if (output->failure == 0)
        output->failure = errno;
    free(output->temporary); /* another's, if anybody's */
    output->temporary = NULL;
    free(unnamed);
}

/*
 * Makes a new file beside the target, its owner's alone unless it replaces one that was more open:
 * what is written may hold NIK and phones. Its name is tried out, not asked from mkstemp, so that
 * the user's umask can take away yet more.
 */
static void
make_temporary(bina_output *output, const struct stat *old)
{
    /* Never more open than what it will replace, not even for a moment. */
    mode_t mode = old != NULL ? old->st_mode & 0666 : 0600;

    if (!make_unnamed(output, mode)) {
        for (int n = 0; n < MOST_NAMES && name_temporary(output, n); n++) {
            output->file = open(output->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
            if (output->file >= 0 || (errno != EEXIST && errno != EINTR))
                break;
        }
    }
    if (output->file < 0) {
        if (output->failure == 0)
            output->failure = errno;
        free(output->temporary);
        output->temporary = NULL;
    } else if (old != NULL && fchmod(output->file, old->st_mode & 07777) != 0) {
        output->failure = errno;
    }
}

static void
open_path(bina_output *output, const char *path)
{
    struct stat old;
    bool there = stat(path, &old) == 0;

    if (strcmp(path, "-") == 0) {
        output->file = STDOUT_FILENO;
        return;
    }
    if (there && !S_ISREG(old.st_mode)) {
        output->file = open(path, O_WRONLY | O_CLOEXEC);
        output->failure = output->file < 0 ? errno : 0;
        return;
    }
    /* A file that may not be written must not be replaced either. */
    if (there && access(path, W_OK) != 0) {
        output->failure = errno;
        return;
    }
    output->target = there ? realpath(path, NULL) : strdup(path);
    if (output->target == NULL)
        output->failure = errno;
    else
        make_temporary(output, there ? &old : NULL);
}

static bina_status
tell_failure(const bina_output *output, bina_error *error)
{
    bool standard = output->path != NULL && strcmp(output->path, "-") == 0;
    bina_status status = bina_error_system(
        error, standard ? "Standard output cannot be written" : "The file cannot be written",
        standard ? "Keluaran baku tidak dapat ditulis" : "Berkas tidak dapat ditulis",
        output->failure);

    if (!standard && status != BINA_ERR_NO_MEMORY)
        bina_error_in_file(error, output->path, 0, 0);
    return status;
}

bina_status
bina_output_open(const char *path, bina_error *error, bina_output **output)
{
    bina_status status;

    *output = NULL;
    if (path == NULL)
        return bina_error_set(error, BINA_ERR_USAGE, "it is not said which file to write",
                              "tidak disebut berkas mana yang ditulis");
    status = new_output(error, output);
    if (status != BINA_OK)
        return status;
    (*output)->path = strdup(path);
    if ((*output)->path == NULL)
        (*output)->failure = ENOMEM;
    else
        open_path(*output, path);
    if ((*output)->failure == 0)
        return BINA_OK;
    status = tell_failure(*output, error);
    bina_output_cancel(*output);
    *output = NULL;
    return status;
}

static void
flush(bina_output *output)
{
    size_t done = 0;
    ssize_t n;

    while (output->failure == 0 && done < output->used) {
        n = write(output->file, output->buffer + done, output->used - done);
        if (n >= 0)
            done += (size_t)n;
        else if (errno != EINTR)
            output->failure = errno;
    }
    output->used = 0;
}

static bool
make_room(bina_output *output, size_t length)
{
    size_t room = output->room;
    char *larger;

    if (output->path != NULL) {
        flush(output);
        return output->failure == 0;
    }
    while (room - output->used < length) {
        if (room > SIZE_MAX / 2) {
            output->failure = ENOMEM;
            return false;
        }
        room *= 2;
    }
    larger = realloc(output->buffer, room);
    if (larger == NULL) {
        output->failure = ENOMEM;
        return false;
    }
    output->buffer = larger;
    output->room = room;
    return true;
}

void
bina_output_write(bina_output *output, const char *bytes, size_t length)
{
    size_t piece;

    while (length > 0 && output->failure == 0) {
        if (output->room - output->used < length && !make_room(output, length))
            return;
        piece = output->room - output->used < length ? output->room - output->used : length;
        memcpy(output->buffer + output->used, bytes, piece);
        output->used += piece;
        bytes += piece;
        length -= piece;
    }
}

const char *
bina_output_path(const bina_output *output)
{
    return output->temporary;
}

void
bina_output_text(bina_output *output, const char *text)
{
    bina_output_write(output, text, strlen(text));
}

void
bina_output_char(bina_output *output, char c)
{
    bina_output_write(output, &c, 1);
}

bool
bina_output_failed(const bina_output *output)
{
    return output->failure != 0;
}

/* A new name in a folder is durable only when the folder is. Some file systems refuse: no matter.
 */
static void
sync_folder(const char *path)
{
    char *copy = strdup(path);
    int folder;

    if (copy == NULL)
        return;
    folder = open(dirname(copy), O_RDONLY | O_CLOEXEC);
    if (folder >= 0) {
        fsync(folder);
        close(folder);
    }
    free(copy);
}

bina_status
bina_output_finish(bina_output *output, bina_error *error)
{
    bina_status status = BINA_OK;

    flush(output);
    if (output->temporary != NULL) {
        if (output->failure == 0 && fsync(output->file) != 0)
            output->failure = errno;
        if (output->failure == 0 && output->unnamed)
            give_name(output);
        if (close(output->file) != 0 && output->failure == 0)
            output->failure = errno;
        output->file = -1;
        if (output->failure == 0 && rename(output->temporary, output->target) != 0)
            output->failure = errno;
        if (output->failure == 0) {
            sync_folder(output->target);
            free(output->temporary);
            output->temporary = NULL;
        }
    }
    if (output->failure != 0)
        status = tell_failure(output, error);
    bina_output_cancel(output);
    return status;
}

bina_status
bina_output_finish_memory(bina_output *output, bina_error *error, char **text)
{
    bina_status status = BINA_OK;

    *text = NULL;
    bina_output_char(output, '\0');
    if (output->failure != 0) {
        status = tell_failure(output, error);
    } else {
        *text = output->buffer;
        output->buffer = NULL;
    }
    bina_output_cancel(output);
    return status;
}

void
bina_output_cancel(bina_output *output)
{
    if (output == NULL)
        return;
    if (output->temporary != NULL && !output->unnamed)
        unlink(output->temporary);
    free_output(output);
}
