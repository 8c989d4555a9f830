/*
 * The string kernels on one thread: two texts at a time, and one against many by every set of
 * instructions that this machine has. Names are made up of syllables, 3 to 16 characters.
 *
 *     bench_kernels [names] [rounds]
 *
 * A round is short and the best one counts, so that what else the machine does matters little.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <bina.h>
#include "linkage/similarity_many.h"

#define QUERIES 40 /* names held against all, in a round */

enum kernel { WINKLER, LEVENSHTEIN, OSA, KERNELS };

static const char *const kernel_names[] = {"Jaro-Winkler", "Levenshtein", "OSA"};
static const char *const form_names[] = {"scalar", "SSE2", "AVX2", "AVX-512"};

typedef struct names {
    char (*bytes)[17];
    const char **text;
    size_t *length, count;
    double *similarity;
    uint32_t *distance;
    bina_many many;
} names;

static void
fail(const char *what)
{
    fprintf(stderr, "bench_kernels: %s\n", what);
    exit(EXIT_FAILURE);
}

static double
seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static unsigned
draw(uint64_t *state, unsigned below)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(*state >> 33) % below;
}

static void
make_names(names *all, size_t count)
{
    static const char *const syllable[] = {"su", "dar", "mi",  "ah", "war", "ni", "lan", "a",
                                           "yu", "ti",  "hen", "ro", "ka",  "je", "put", "ri"};
    uint64_t state = 5;

    all->count = count;
    all->bytes = calloc(count, sizeof(*all->bytes));
    all->text = calloc(count, sizeof(*all->text));
    all->length = calloc(count, sizeof(*all->length));
    all->similarity = calloc(count, sizeof(*all->similarity));
    all->distance = calloc(count, sizeof(*all->distance));
    if (all->bytes == NULL || all->text == NULL || all->length == NULL || all->similarity == NULL ||
        all->distance == NULL)
        fail("out of memory");
    for (size_t i = 0; i < count; i++) {
        size_t wanted = 3 + draw(&state, 8);
        while (all->length[i] < wanted) {
            const char *next = syllable[draw(&state, 16)];
            memcpy(all->bytes[i] + all->length[i], next, strlen(next));
            all->length[i] += strlen(next);
        }
        all->text[i] = all->bytes[i];
    }
    if (bina_many_init(&all->many, all->text, all->length, count) != BINA_OK)
        fail("out of memory");
}

/* Two texts at a time. Sums are returned so that nothing is left out. */
static double
run_pairs(names *all, enum kernel kernel, size_t q)
{
    const char *a = all->text[q];
    size_t length = all->length[q];
    double sum = 0;

    for (size_t i = 0; i < all->count; i++)
        sum += kernel == WINKLER
                   ? bina_similarity_jaro_winkler(a, length, all->text[i], all->length[i])
               : kernel == LEVENSHTEIN
                   ? (double)bina_distance_levenshtein(a, length, all->text[i], all->length[i])
                   : (double)bina_distance_osa(a, length, all->text[i], all->length[i]);
    return sum;
}

static double
run_many(names *all, enum kernel kernel, size_t q)
{
    const char *a = all->text[q];
    size_t length = all->length[q];

    if (kernel == WINKLER)
        bina_many_jaro_winkler(&all->many, a, length, 0, all->similarity);
    else if (kernel == LEVENSHTEIN)
        bina_many_levenshtein(&all->many, a, length, SIZE_MAX, all->distance);
    else
        bina_many_osa(&all->many, a, length, SIZE_MAX, all->distance);
    return kernel == WINKLER ? all->similarity[0] : all->distance[0];
}

/* Nanoseconds a pair in the best round. */
static double
measure(names *all, enum kernel kernel, bool many, int rounds)
{
    double best = 0, sum = 0;

    for (int r = 0; r < rounds; r++) {
        double began = seconds(), took;
        for (size_t q = 0; q < QUERIES; q++) {
            size_t at = ((size_t)r * QUERIES + q) * 7 % all->count;
            sum += many ? run_many(all, kernel, at) : run_pairs(all, kernel, at);
        }
        took = seconds() - began;
        if (r == 0 || took < best)
            best = took;
    }
    if (sum < 0)
        fail("a similarity is negative");
    return best * 1e9 / (QUERIES * (double)all->count);
}

static void
read_machine(char machine[128])
{
    char line[256];
    FILE *file = fopen("/proc/cpuinfo", "r");

    strcpy(machine, "unknown");
    while (file != NULL && fgets(line, sizeof line, file) != NULL)
        if (sscanf(line, "model name : %127[^\n\"\\]", machine) == 1)
            break;
    if (file != NULL)
        fclose(file);
}

static void
entry(FILE *json, const char *machine, enum kernel kernel, const char *form, double ns)
{
    bool first = ftell(json) == 0;

    fprintf(json,
            "%s  {\"task\": \"%s, %s\", \"tool\": \"bina\", \"version\": \"%s\", \"cpu\": \"%s\","
            " \"metric\": \"rate\", \"value\": %.2f, \"unit\": \"million pairs/s\"}",
            first ? "[\n" : ",\n", kernel_names[kernel], form, BINA_VERSION, machine, 1e3 / ns);
    printf("%-14s %-24s %8.2f ns a pair %10.1f million pairs/s\n", kernel_names[kernel], form, ns,
           1e3 / ns);
}

int
main(int argc, char **argv)
{
    int count = argc > 1 ? atoi(argv[1]) : 5000, rounds = argc > 2 ? atoi(argv[2]) : 15;
    char machine[128], form[48];
    names all = {0};
    FILE *json;

    if (count < 1 || count > 1000000 || rounds < 1 || rounds > 1000)
        fail("names are 1 to 1000000, rounds 1 to 1000");
    json = fopen("build/bench/kernels.json", "w");
    if (json == NULL)
        fail("run it from the top folder, with build/bench there");
    make_names(&all, (size_t)count);
    read_machine(machine);
    printf("%s, one thread; Bina %s; %d names, %d rounds, the best\n", machine, BINA_VERSION, count,
           rounds);
    for (enum kernel kernel = WINKLER; kernel < KERNELS; kernel++) {
        entry(json, machine, kernel, "two texts", measure(&all, kernel, false, rounds));
        for (int cpu = BINA_CPU_PLAIN; cpu <= (int)bina_cpu_best(); cpu++) {
            all.many.cpu = (bina_cpu)cpu;
            snprintf(form, sizeof form, "one against many, %s", form_names[cpu]);
            entry(json, machine, kernel, form, measure(&all, kernel, true, rounds));
        }
    }
    fputs("\n]\n", json);
    if (fclose(json) != 0)
        fail("build/bench/kernels.json cannot be written");
    bina_many_drop(&all.many);
    free(all.bytes);
    free(all.text);
    free(all.length);
    free(all.similarity);
    free(all.distance);
    return EXIT_SUCCESS;
}
