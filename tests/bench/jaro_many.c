/*
 * Jaro-Winkler of a name against many, by every form of the kernel that this machine has.
 *
 *     jaro_many FILE QUERIES
 *
 * FILE has a name a line; QUERIES of them, spread evenly, are held against all, in one thread and
 * without a cutoff. Prints for each form its name, the pairs and the seconds (the best of three
 * rounds); fails when a form differs from the plain one in a single bit.
 */
#include "linkage/similarity_many.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *const form[BINA_CPUS] = {"plain", "SSE2", "AVX2", "AVX-512"};

typedef struct {
    char *text; /* all names, each ended by NUL */
    const char **name;
    size_t *length;
    size_t count;
    double *plain, *found;
} name_list;

static double
now(void)
{
    struct timespec at;

    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec + (double)at.tv_nsec * 1e-9;
}

static bool
read_names(const char *path, name_list *names)
{
    FILE *file = fopen(path, "rb");
    long size = 0;
    size_t lines = 0, got = 0;

    if (!file || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) <= 0)
        goto out;
    rewind(file);
    names->text = malloc((size_t)size + 1);
    if (!names->text)
        goto out;
    got = fread(names->text, 1, (size_t)size, file);
    names->text[got] = '\0';
    for (size_t i = 0; i < got; i++)
        lines += names->text[i] == '\n';
    names->name = calloc(lines + 1, sizeof(*names->name));
    names->length = calloc(lines + 1, sizeof(*names->length));
    names->plain = calloc(lines + 1, sizeof(*names->plain));
    names->found = calloc(lines + 1, sizeof(*names->found));
    if (!names->name || !names->length || !names->plain || !names->found)
        goto out;
    for (char *at = names->text, *end; (end = strchr(at, '\n')) != NULL; at = end + 1) {
        *end = '\0';
        names->name[names->count] = at;
        names->length[names->count++] = (size_t)(end - at);
    }
out:
    if (file)
        fclose(file);
    return names->count > 0;
}

/* One round; every query's sums are summed up, so that no form may skip its work. */
static double
round_of(const bina_many *many, const name_list *names, size_t queries)
{
    double began = now(), sum = 0;

    for (size_t q = 0; q < queries; q++) {
        size_t at = q * names->count / queries;
        bina_many_jaro_winkler(many, names->name[at], names->length[at], 0, names->found);
        sum += names->found[q % names->count];
    }
    return sum < 0 ? 0 : now() - began;
}

static bool
same_as_plain(bina_many *many, const name_list *names, size_t queries, bina_cpu cpu)
{
    for (size_t q = 0; q < queries; q++) {
        size_t at = q * names->count / queries;
        many->cpu = BINA_CPU_PLAIN;
        bina_many_jaro_winkler(many, names->name[at], names->length[at], 0, names->plain);
        many->cpu = cpu;
        bina_many_jaro_winkler(many, names->name[at], names->length[at], 0, names->found);
        if (memcmp(names->plain, names->found, names->count * sizeof(double)) != 0)
            return false;
    }
    return true;
}

int
main(int argc, char **argv)
{
    name_list names = {0};
    bina_many many = {0};
    size_t queries = argc == 3 ? strtoull(argv[2], NULL, 10) : 0;
    int failed = 1;

    if (queries < 1 || !read_names(argv[1], &names) ||
        bina_many_init(&many, names.name, names.length, names.count) != BINA_OK) {
        fprintf(stderr, "jaro_many FILE QUERIES: nothing to compare\n");
        goto out;
    }
    for (int cpu = BINA_CPU_PLAIN; cpu <= (int)bina_cpu_best(); cpu++) {
        double best = 0;
        many.cpu = (bina_cpu)cpu;
        for (int n = 0; n < 3; n++) {
            double seconds = round_of(&many, &names, queries);
            best = n == 0 || seconds < best ? seconds : best;
        }
        if (!same_as_plain(&many, &names, queries < 20 ? queries : 20, (bina_cpu)cpu)) {
            fprintf(stderr, "jaro_many: %s differs from the plain form\n", form[cpu]);
            goto out;
        }
        printf("%s %zu %.6f\n", form[cpu], queries * names.count, best);
    }
    failed = 0;
out:
    bina_many_drop(&many);
    free(names.text);
    free(names.name);
    free(names.length);
    free(names.plain);
    free(names.found);
    return failed;
}
