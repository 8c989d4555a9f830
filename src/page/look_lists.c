/* The lists that are looked at: the files as given, and what each is called. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "base/text.h"
#include "page/look.h"
#include "register/reading.h"

size_t
bina_look_list_at(const bina_looked *self, const char *name)
{
    size_t i = 0;

    while (i < self->count && strcmp(self->lists[i].name, name) != 0)
        i++;
    return i;
}

size_t
bina_look_list_of(const bina_looked *self, bina_id id)
{
    size_t i = 0;

    while (i < self->count && self->lists[i].id != id)
        i++;
    return i;
}

/* Files of one name in two folders are two lists: "ikm" and "ikm 2". */
static bina_status
name_list(bina_looked *self, size_t at, bina_error *error)
{
    bina_look_list *list = &self->lists[at];
    char *base = bina_list_name_of(list->path);
    size_t room = base != NULL ? strlen(base) + 24 : 0;
    bool taken = true;

    list->name = base != NULL ? malloc(room) : NULL;
    if (list->name == NULL) {
        free(base);
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    }
    (void)snprintf(list->name, room, "%s", base);
    for (unsigned n = 2; taken; n++) {
        taken = false;
        for (size_t i = 0; i < at && !taken; i++)
            taken = strcmp(self->lists[i].name, list->name) == 0;
        if (taken) {
            (void)snprintf(list->name, room, "%s %u", base, n);
            list->renamed = true;
        }
    }
    free(base);
    return BINA_OK;
}

bina_status
bina_look_take_paths(bina_looked *self, const char *const *paths, size_t count, bina_error *error)
{
    bina_status status = BINA_OK;

    self->lists = calloc(count + 1, sizeof *self->lists);
    if (self->lists == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    for (size_t i = 0; status == BINA_OK && i < count; i++) {
        bina_look_list *list = &self->lists[self->count];
        struct stat file;
        if (paths[i] == NULL)
            return bina_error_plain(error, BINA_ERR_USAGE);
        for (size_t k = 0; k < i; k++)
            if (strcmp(paths[k], paths[i]) == 0) {
                status = bina_error_set(error, BINA_ERR_USAGE, "the file is named twice",
                                        "berkas ini disebut dua kali");
                bina_error_in_file(error, paths[i], 0, 0);
                return status;
            }
        list->path = bina_text_copy(paths[i]);
        if (list->path == NULL)
            return bina_error_plain(error, BINA_ERR_NO_MEMORY);
        self->count++;
        if (stat(paths[i], &file) == 0 && S_ISREG(file.st_mode))
            list->bytes = (int64_t)file.st_size;
        status = name_list(self, i, error);
    }
    return status;
}
