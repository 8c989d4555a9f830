/*
 * Runs a fuzzer without a fuzzing engine: over every file of the corpus as it is, cut short, and
 * with bytes changed by a fixed sequence. So every compiler and every test run tries the inputs
 * again.
 */
#include <dirent.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

enum { CUTS = 16, CHANGES = 64 };

/* splitmix64: the same sequence everywhere. */
static uint64_t
next_random(uint64_t *state)
{
    uint64_t x = *state += UINT64_C(0x9e3779b97f4a7c15);

    x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
    return x ^ (x >> 31);
}

/* A copy of exactly the right size, so that reading past the end is seen. */
static void
try_bytes(const uint8_t *bytes, size_t length)
{
    uint8_t *copy = malloc(length > 0 ? length : 1);

    if (copy == NULL)
        abort();
    if (length > 0)
        memcpy(copy, bytes, length);
    LLVMFuzzerTestOneInput(copy, length);
    free(copy);
}

static void
try_file(const uint8_t *bytes, size_t length)
{
    /* What breaks readers is rarely a random byte: separators, quotes, marks, digits, long bytes.
     */
    static const uint8_t telling[] = {0,   '\n', '\r', '"',  ',',  ';',  '\t', ':',
                                      '-', '\'', '#',  '{',  '[',  ' ',  '0',  '9',
                                      'E', '+',  '.',  0x80, 0xc2, 0xef, 0xff};
    uint64_t state = length;
    uint8_t *changed;
    size_t i, n;

    try_bytes(bytes, length);
    for (i = 0; i < CUTS; i++)
        try_bytes(bytes, length * i / CUTS);
    changed = malloc(length > 0 ? length : 1);
    if (changed == NULL)
        abort();
    for (i = 0; length > 0 && i < CHANGES; i++) {
        memcpy(changed, bytes, length);
        for (n = 0; n <= i % 4; n++)
            changed[next_random(&state) % length] =
                telling[next_random(&state) % (sizeof telling / sizeof *telling)];
        try_bytes(changed, length);
    }
    free(changed);
}

static int
read_and_try(const char *path)
{
    FILE *file = fopen(path, "rb");
    uint8_t *bytes = NULL;
    long length = -1;

    if (file != NULL && fseek(file, 0, SEEK_END) == 0)
        length = ftell(file);
    if (length >= 0 && fseek(file, 0, SEEK_SET) == 0)
        bytes = malloc((size_t)length + 1);
    if (bytes == NULL || fread(bytes, 1, (size_t)length, file) != (size_t)length) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        free(bytes);
        if (file != NULL)
            fclose(file);
        return -1;
    }
    fclose(file);
    try_file(bytes, (size_t)length);
    free(bytes);
    return 0;
}

int
main(int argc, char **argv)
{
    DIR *folder;
    struct dirent *entry;
    char path[4096];
    int tried = 0;

    if (argc != 2 || (folder = opendir(argv[1])) == NULL) {
        fprintf(stderr, "usage: %s CORPUS\n", argv[0]);
        return 2;
    }
    try_bytes((const uint8_t *)"", 0);
    while ((entry = readdir(folder)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", argv[1], entry->d_name);
        if (read_and_try(path) != 0)
            return 1;
        tried++;
    }
    closedir(folder);
    printf("%d files of %s, each in %d forms\n", tried, argv[1], 1 + CUTS + CHANGES);
    return tried > 0 ? 0 : 1;
}
