#include "register/row_file.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/error.h"
#include "base/system.h"
#include "base/text.h"
#include "base/vector.h"
#include "model/record.h"

#define HELD ((size_t)8 * 1024 * 1024)

/* A record is a head, then for each field that is set an item, and behind a text its bytes. */
typedef struct head {
    uint32_t size; /* of all items */
    uint32_t items;
} head;

typedef struct item {
    int32_t field;
    int32_t type; /* what it is held as: BINA_NULL, BINA_INT, BINA_REAL or BINA_TEXT */
    union {
        int64_t integer;
        double real;
        uint64_t length; /* of the text, without its NUL */
    } as;
} item;

struct bina_row_file {
    char *store;
    size_t held;
    int file;         /* -1: not needed so far */
    uint64_t in_file; /* bytes that are in the file */
    char *tail;       /* bytes added behind those */
    size_t tail_length, tail_room;
    char *window; /* of the file, for reading */
    uint64_t window_at;
    size_t window_length, window_room;
};

bina_row_file *
bina_row_file_new(const char *store, size_t held)
{
    bina_row_file *made = calloc(1, sizeof *made);

    if (made == NULL)
        return NULL;
    made->file = -1;
    made->held = held > 0 ? held : HELD;
    made->store = bina_text_copy(store);
    if (made->store == NULL) {
        free(made);
        return NULL;
    }
    return made;
}

void
bina_row_file_free(bina_row_file *file)
{
    if (file == NULL)
        return;
    if (file->file >= 0)
        close(file->file);
    free(file->store);
    free(file->tail);
    free(file->window);
    free(file);
}

static bina_status
tell_io(bina_error *error)
{
    return bina_error_system(error, "The rows read cannot be put aside",
                             "Baris yang dibaca tidak dapat disimpan sementara", errno);
}

/* Makes the file and takes its name off at once. */
static bina_status
make_file(bina_row_file *self, bina_error *error)
{
    static const char ending[] = ".rows-XXXXXX";
    const char *folder = getenv("TMPDIR");
    size_t room = strlen(self->store) + (folder != NULL ? strlen(folder) : 0) + 32;
    char *name = malloc(room);

    if (name == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    if (strcmp(self->store, ":memory:") != 0)
        (void)snprintf(name, room, "%s%s", self->store, ending);
    else
        (void)snprintf(name, room, "%s/bina%s", folder != NULL ? folder : "/tmp", ending);
    self->file = mkstemp(name); /* readable by its owner only */
    if (self->file >= 0) {
        (void)unlink(name);
        (void)fcntl(self->file, F_SETFD, FD_CLOEXEC);
    }
    free(name);
    return self->file >= 0 ? BINA_OK : tell_io(error);
}

/* Writes the tail into the file, as soon as it is long enough. */
static bina_status
spill(bina_row_file *self, bina_error *error)
{
    bina_status status = BINA_OK;
    size_t done = 0;
    ssize_t n;

    if (self->tail_length < self->held)
        return BINA_OK;
    if (self->file < 0)
        status = make_file(self, error);
    while (status == BINA_OK && done < self->tail_length) {
        n = pwrite(self->file, self->tail + done, self->tail_length - done,
                   (off_t)(self->in_file + done));
        if (n > 0)
            done += (size_t)n;
        else if (n == 0 || errno != EINTR)
            status = tell_io(error);
    }
    if (status != BINA_OK)
        return status;
    self->in_file += self->tail_length;
    self->tail_length = 0;
    return BINA_OK;
}

static bool
put(bina_row_file *self, const void *bytes, size_t length)
{
    if (!bina_vector_reserve(&self->tail, &self->tail_room, self->tail_length + length, 1))
        return false;
    memcpy(self->tail + self->tail_length, bytes, length);
    self->tail_length += length;
    return true;
}

static bool
put_field(bina_row_file *self, const bina_record *record, int field)
{
    bina_value value = bina_record_get(record, field);
    const char *text = NULL;
    size_t length = 0;
    item one;

    memset(&one, 0, sizeof one);
    one.field = field;
    one.type = (int32_t)bina_type_held_as(value.type);
    if (one.type == BINA_TEXT) {
        text = bina_record_text_n(record, field, &length);
        one.as.length = length;
    } else if (one.type == BINA_REAL) {
        one.as.real = value.as.real;
    } else if (one.type == BINA_INT) {
        one.as.integer = value.as.integer;
    }
    return put(self, &one, sizeof one) && (text == NULL || put(self, text, length));
}

bina_status
bina_row_file_add(bina_row_file *self, const bina_record *record, uint64_t *at, bina_error *error)
{
    int fields = bina_description_count(bina_record_description(record));
    size_t start;
    head about = {0, 0};
    bool good;
    bina_status status = spill(self, error);

    if (status != BINA_OK)
        return status;
    start = self->tail_length;
    *at = self->in_file + start;
    good = put(self, &about, sizeof about);
    for (int field = 0; good && field < fields; field++)
        if (bina_record_is_set(record, field)) {
            good = put_field(self, record, field);
            about.items++;
        }
    if (!good || self->tail_length - start > UINT32_MAX) {
        self->tail_length = start;
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    }
    about.size = (uint32_t)(self->tail_length - start - sizeof about);
    memcpy(self->tail + start, &about, sizeof about);
    return BINA_OK;
}

/* `length` bytes from anywhere, borrowed until the next look; NULL with an error. */
static const char *
look(bina_row_file *self, uint64_t at, size_t length, bina_error *error, bina_status *status)
{
    size_t wanted = length > 65536 ? length : 65536;
    ssize_t n = 0;

    if (at >= self->in_file)
        return self->tail + (at - self->in_file);
    if (at >= self->window_at && at + length <= self->window_at + self->window_length)
        return self->window + (at - self->window_at);
    if (!bina_vector_reserve(&self->window, &self->window_room, wanted, 1)) {
        *status = bina_error_plain(error, BINA_ERR_NO_MEMORY);
        return NULL;
    }
    self->window_at = at;
    self->window_length = 0;
    while (self->window_length < wanted && at + self->window_length < self->in_file) {
        n = pread(self->file, self->window + self->window_length, wanted - self->window_length,
                  (off_t)(at + self->window_length));
        if (n > 0)
            self->window_length += (size_t)n;
        else if (n == 0 || errno != EINTR)
            break;
    }
    if (self->window_length >= length)
        return self->window;
    if (n == 0)
        errno = EIO; /* it was longer when it was written */
    *status = tell_io(error);
    return NULL;
}

bina_status
bina_row_file_get(bina_row_file *self, uint64_t at, bina_record *record, uint64_t *next,
                  bina_error *error)
{
    bina_status status = BINA_OK;
    const char *bytes = look(self, at, sizeof(head), error, &status);
    head about;
    item one;

    bina_record_clear(record);
    if (bytes == NULL)
        return status;
    memcpy(&about, bytes, sizeof about);
    at += sizeof about;
    bytes = look(self, at, about.size, error, &status);
    if (bytes == NULL)
        return status;
    for (; about.items > 0; about.items--) {
        memcpy(&one, bytes, sizeof one);
        bytes += sizeof one;
        switch (one.type) {
        case BINA_TEXT:
            bina_set_text_n(record, one.field, bytes, (size_t)one.as.length);
            bytes += one.as.length;
            break;
        case BINA_REAL:
            bina_set_real(record, one.field, one.as.real);
            break;
        case BINA_INT:
            bina_set_int(record, one.field, one.as.integer);
            break;
        default:
            bina_set_null(record, one.field);
            break;
        }
    }
    if (next != NULL)
        *next = at + about.size;
    return BINA_OK;
}
