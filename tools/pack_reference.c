/*
 * Packs the reference tables (data/ *.csv) into constant arrays of C, at build time.
 *
 *     pack_reference DATA-FOLDER OUT.c
 *
 * Names are shortened with a table of up to 159 words found by joining the commonest pair of
 * symbols again and again (byte-pair coding). Regions lie in one block a regency, industries in one
 * block a division, so that a reader unpacks only what it was asked for. The layout is told in
 * src/reference/packed.h, which reads it.
 */
#include <ctype.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reference/packed.h"

#define MAX_ROWS 150000
#define MAX_CELL 256

static void
fail(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("pack_reference: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    exit(1);
}

static void *
need(void *memory)
{
    if (memory == NULL)
        fail("out of memory");
    return memory;
}

/* ---- reading CSV: quotes, commas, LF; no line breaks inside cells ---- */

static FILE *
open_table(const char *folder, const char *name)
{
    char path[1024];
    int c;
    FILE *file;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    file = fopen(path, "rb");
    if (file == NULL)
        fail("cannot open %s", path);
    do
        c = getc(file); /* the head */
    while (c != EOF && c != '\n');
    return file;
}

static int
read_row(FILE *file, char cells[][MAX_CELL], int wanted)
{
    int cell = 0, quoted = 0, c;
    size_t length = 0;
    c = getc(file);
    if (c == EOF)
        return 0;
    for (;; c = getc(file)) {
        if (quoted && c == '"') {
            c = getc(file);
            if (c != '"') {
                quoted = 0;
                ungetc(c, file);
                continue;
            }
        } else if (!quoted && c == '"') {
            quoted = 1;
            continue;
        } else if (!quoted && (c == ',' || c == '\n' || c == EOF)) {
            cells[cell++][length] = 0;
            length = 0;
            if (c != ',')
                break;
            if (cell == wanted)
                fail("a row has more than %d cells", wanted);
            continue;
        } else if (c == EOF)
            fail("a quote is not closed");
        if (length + 1 >= MAX_CELL)
            fail("a cell is too long");
        cells[cell][length++] = (char)c;
    }
    if (cell != wanted)
        fail("a row has %d cells instead of %d", cell, wanted);
    return 1;
}

/* ---- byte-pair coding of a set of texts, ended by NUL, one after the other ---- */

typedef struct texts {
    uint8_t *bytes;
    size_t length, capacity;
    int words;
    uint8_t pairs[BINA_PACK_WORDS][2];
} texts;

static size_t
texts_add(texts *t, const char *text)
{
    size_t n = strlen(text) + 1, at = t->length;
    for (size_t i = 0; i + 1 < n; i++)
        if (!(text[i] >= 0x20 && text[i] <= 0x7e))
            fail("a name holds a letter outside ASCII: %s", text);
    if (t->length + n > t->capacity) {
        t->capacity = (t->length + n) * 2;
        t->bytes = need(realloc(t->bytes, t->capacity));
    }
    memcpy(t->bytes + at, text, n);
    t->length += n;
    return at;
}

/* Symbols 1..31 and 128..255 stand for words, 32..126 for themselves, 0 for the end. */
static uint8_t
word_symbol(int word)
{
    return (uint8_t)(word < 31 ? word + 1 : word - 31 + 128);
}

/* Texts keep their places while they shrink: the freed tail of each is filled with 127. */
static void
texts_pack(texts *t)
{
    uint32_t *counts = need(malloc(65536 * sizeof *counts));
    for (t->words = 0; t->words < BINA_PACK_WORDS; t->words++) {
        size_t best = 0;
        memset(counts, 0, 65536 * sizeof *counts);
        for (size_t i = 0; i + 1 < t->length; i++)
            if (t->bytes[i] != 0 && t->bytes[i + 1] != 0 && t->bytes[i] != 127 &&
                t->bytes[i + 1] != 127)
                counts[t->bytes[i] << 8 | t->bytes[i + 1]]++;
        for (size_t p = 0; p < 65536; p++)
            if (counts[p] > counts[best])
                best = p;
        if (counts[best] < 8)
            break;
        uint8_t a = (uint8_t)(best >> 8), b = (uint8_t)(best & 255), s = word_symbol(t->words);
        t->pairs[t->words][0] = a;
        t->pairs[t->words][1] = b;
        for (size_t i = 0; i < t->length;) {
            size_t out = i;
            for (; t->bytes[i] != 0; i++) {
                if (t->bytes[i] == 127)
                    continue;
                if (t->bytes[i] == a && t->bytes[i + 1] == b) {
                    t->bytes[out++] = s;
                    i++;
                } else
                    t->bytes[out++] = t->bytes[i];
            }
            while (out < i)
                t->bytes[out++] = 127;
            i++;
        }
    }
    free(counts);
}

static size_t
texts_packed(const texts *t, size_t at, uint8_t *out)
{
    size_t n = 0;
    for (; t->bytes[at] != 0; at++)
        if (t->bytes[at] != 127)
            out[n++] = t->bytes[at];
    out[n++] = 0;
    return n;
}

static size_t
word_text(const texts *t, uint8_t symbol, char *out)
{
    if (symbol >= 32 && symbol < 127) {
        *out = (char)symbol;
        return 1;
    }
    int word = symbol < 32 ? symbol - 1 : symbol - 128 + 31;
    size_t n = word_text(t, t->pairs[word][0], out);
    return n + word_text(t, t->pairs[word][1], out + n);
}

/* ---- writing C ---- */

typedef struct buffer {
    uint8_t *bytes;
    size_t length, capacity;
} buffer;

static void
put(buffer *b, const void *bytes, size_t n)
{
    if (b->length + n > b->capacity) {
        b->capacity = (b->length + n) * 2;
        b->bytes = need(realloc(b->bytes, b->capacity));
    }
    memcpy(b->bytes + b->length, bytes, n);
    b->length += n;
}

static void
put_byte(buffer *b, unsigned byte)
{
    uint8_t u = (uint8_t)byte;
    put(b, &u, 1);
}

static void
write_bytes(FILE *out, const char *name, const buffer *b)
{
    fprintf(out, "const uint8_t %s[%zu] = {", name, b->length);
    for (size_t i = 0; i < b->length; i++)
        fprintf(out, "%s%u,", i % 24 == 0 ? "\n" : "", b->bytes[i]);
    fprintf(out, "\n};\n\n");
}

static void
write_words(FILE *out, const char *name, const texts *t)
{
    char text[256];
    size_t at = 0;
    buffer bytes = {0};
    fprintf(out, "static const uint16_t %s_offsets[%d] = {\n0,", name, BINA_PACK_WORDS + 1);
    for (int w = 0; w < BINA_PACK_WORDS; w++) {
        if (w < t->words) {
            size_t n = word_text(t, word_symbol(w), text);
            put(&bytes, text, n);
            at += n;
        }
        fprintf(out, "%zu,", at);
    }
    fprintf(out, "\n};\n\nstatic ");
    if (bytes.length == 0)
        put_byte(&bytes, 0);
    char label[64];
    snprintf(label, sizeof label, "%s_letters", name);
    write_bytes(out, label, &bytes);
    fprintf(out, "const bina_pack_words %s = {%s_offsets, %s_letters};\n\n", name, name, name);
    free(bytes.bytes);
}

/* ---- regions ---- */

static int editions[8], edition_count;

static int
edition_index(const char *year)
{
    int y = atoi(year);
    for (int i = 0; i < edition_count; i++)
        if (editions[i] == y)
            return i;
    fail("the edition %s is not in regions_editions.csv", year);
    return 0;
}

static uint64_t
region_number(const char *code)
{
    uint64_t number = 0;
    int digits = 0;
    for (; *code != 0; code++)
        if (isdigit((unsigned char)*code)) {
            number = number * 10 + (uint64_t)(*code - '0');
            digits++;
        } else if (*code != '.')
            fail("a region code is malformed");
    if (digits != 2 && digits != 4 && digits != 6 && digits != 10)
        fail("a region code has %d digits", digits);
    for (; digits < 10; digits++)
        number *= 10;
    return number;
}

typedef struct region {
    uint64_t number;
    size_t name;
    uint8_t since, until;
} region;

static void
pack_regions(const char *folder, FILE *out)
{
    static char cells[4][MAX_CELL];
    texts names = {0};
    region *rows = need(malloc(MAX_ROWS * sizeof *rows));
    size_t count = 0, blocks = 0;
    FILE *file = open_table(folder, "regions_editions.csv");
    while (read_row(file, cells, 4)) {
        if (edition_count == 8)
            fail("there are more than eight editions");
        editions[edition_count++] = atoi(cells[0]);
    }
    fclose(file);
    file = open_table(folder, "regions.csv");
    while (read_row(file, cells, 4)) {
        if (count == MAX_ROWS)
            fail("there are too many regions");
        if (strlen(cells[1]) >= BINA_PACK_NAME)
            fail("a region's name is too long: %s", cells[1]);
        rows[count].number = region_number(cells[0]);
        rows[count].name = texts_add(&names, cells[1]);
        rows[count].since = (uint8_t)edition_index(cells[2]);
        rows[count].until = (uint8_t)edition_index(cells[3]);
        if (count > 0 && rows[count].number < rows[count - 1].number)
            fail("regions.csv is not in order at %s", cells[0]);
        count++;
    }
    fclose(file);
    texts_pack(&names);

    buffer packed = {0};
    uint8_t name[BINA_PACK_NAME + 1];
    uint64_t before = 0;
    size_t districts = 0, *at = need(malloc((count + 1) * sizeof *at));
    fprintf(out, "const bina_pack_block bina_region_blocks[] = {\n");
    for (size_t i = 0; i < count; i++) {
        uint64_t number = rows[i].number, block = number / 1000000;
        if (i == 0 || block != rows[i - 1].number / 1000000) {
            fprintf(out, "{%u, %zuu},\n", (unsigned)block, packed.length);
            before = block * 1000000;
            blocks++;
        }
        at[i] = number % 10000 == 0 && number % 1000000 != 0 && number != before ? packed.length
                                                                                 : SIZE_MAX;
        unsigned spell = (unsigned)(rows[i].since * 8 + rows[i].until) << 2;
        if (number == before)
            put_byte(&packed, spell | BINA_PACK_SAME);
        else if (number == before + 1)
            put_byte(&packed, spell | BINA_PACK_NEXT);
        else if (number / 10000 == before / 10000) {
            put_byte(&packed, spell | BINA_PACK_VILLAGE);
            put_byte(&packed, (unsigned)(number % 10000 >> 8));
            put_byte(&packed, (unsigned)(number % 10000 & 255));
        } else {
            if (number % 10000 != 0)
                fail("a village comes without its district");
            put_byte(&packed, spell | BINA_PACK_DISTRICT);
            put_byte(&packed, (unsigned)(number / 10000 % 100));
        }
        put(&packed, name, texts_packed(&names, rows[i].name, name));
        before = number;
    }
    fprintf(out, "{10000, %zuu},\n};\n\n", packed.length);
    fprintf(out, "const bina_pack_district bina_region_districts[] = {\n");
    for (size_t i = 0; i < count; i++)
        if (at[i] != SIZE_MAX) {
            fprintf(out, "{%u, %zuu},\n", (unsigned)(rows[i].number / 10000), at[i]);
            districts++;
        }
    fprintf(out, "};\n\nconst size_t bina_region_district_count = %zu;\n\n", districts);
    free(at);
    fprintf(out, "const size_t bina_region_block_count = %zu;\n\n", blocks);
    write_bytes(out, "bina_region_bytes", &packed);
    write_words(out, "bina_region_words", &names);
    free(packed.bytes);
    free(names.bytes);
    free(rows);
}

static void
write_editions(const char *folder, FILE *out)
{
    static char cells[4][MAX_CELL];
    FILE *file = open_table(folder, "regions_editions.csv");
    fprintf(out, "const bina_pack_edition bina_region_editions[] = {\n");
    while (read_row(file, cells, 4))
        fprintf(out, "{%s, \"%s\"},\n", cells[0], cells[1]);
    fprintf(out, "};\n\nconst int bina_region_edition_count = %d;\n\n", edition_count);
    fclose(file);
}

/* ---- successions ---- */

typedef struct succession {
    uint64_t from, to;
} succession;

static succession successions[16384];
static size_t succession_count;

static int
by_from(const void *a, const void *b)
{
    const succession *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return x->to < y->to ? -1 : x->to > y->to;
}

static int
by_to(const void *a, const void *b)
{
    uint64_t x = successions[*(const uint16_t *)a].to, y = successions[*(const uint16_t *)b].to;
    return x < y ? -1 : x > y;
}

static void
pack_successions(const char *folder, FILE *out)
{
    static char cells[6][MAX_CELL];
    static uint16_t order[16384];
    static const char *const sorts[] = BINA_PACK_SORTS;
    FILE *file = open_table(folder, "successions.csv");
    while (read_row(file, cells, 6)) {
        uint64_t sort = 0, last = (uint64_t)edition_index(cells[1]);
        uint64_t since = (uint64_t)edition_index(cells[3]);
        while (sort < sizeof sorts / sizeof *sorts && strcmp(sorts[sort], cells[4]) != 0)
            sort++;
        if (sort == sizeof sorts / sizeof *sorts)
            fail("there is no succession %s", cells[4]);
        if (succession_count == 16384)
            fail("there are too many successions");
        successions[succession_count].from = region_number(cells[0]) << 16 | last << 13 |
                                             since << 10 | sort << 7 | (uint64_t)atoi(cells[5]);
        successions[succession_count++].to = cells[2][0] != 0 ? region_number(cells[2]) : 0;
    }
    fclose(file);
    qsort(successions, succession_count, sizeof *successions, by_from);
    for (size_t i = 0; i < succession_count; i++)
        order[i] = (uint16_t)i;
    qsort(order, succession_count, sizeof *order, by_to);
    fprintf(out, "const bina_pack_succession bina_successions[] = {\n");
    for (size_t i = 0; i < succession_count; i++)
        fprintf(out, "{%lluu, %lluu},\n", (unsigned long long)successions[i].from,
                (unsigned long long)successions[i].to);
    fprintf(out, "};\n\nconst uint16_t bina_successions_by_heir[] = {");
    for (size_t i = 0; i < succession_count; i++)
        fprintf(out, "%s%u,", i % 16 == 0 ? "\n" : "", order[i]);
    fprintf(out, "\n};\n\nconst size_t bina_succession_count = %zu;\n\n", succession_count);
}

/* ---- the codes of the statistics office, and industries ---- */

static void
pack_bps(const char *folder, FILE *out)
{
    static char cells[2][MAX_CELL];
    size_t count = 0;
    FILE *file = open_table(folder, "bps_regencies.csv");
    fprintf(out, "const bina_pack_bps bina_bps_regions[] = {\n");
    while (read_row(file, cells, 2)) {
        unsigned bps = (unsigned)atoi(cells[0]) * (strlen(cells[0]) == 2 ? 100 : 1);
        fprintf(out, "{%u, %u},\n", bps, (unsigned)(region_number(cells[1]) / 1000000));
        count++;
    }
    fprintf(out, "};\n\nconst size_t bina_bps_count = %zu;\n\n", count);
    fclose(file);
}

typedef struct industry {
    char code[8], section;
    uint8_t filled;
    size_t title, at;
} industry;

static int
by_code(const void *a, const void *b)
{
    return strcmp(((const industry *)a)->code, ((const industry *)b)->code);
}

static void
pack_industries(const char *folder, FILE *out)
{
    static char cells[4][MAX_CELL];
    static industry rows[4096];
    size_t count = 0, blocks = 0;
    texts titles = {0};
    buffer packed = {0};
    uint8_t title[MAX_CELL];
    FILE *file = open_table(folder, "kbli_2020.csv");
    while (read_row(file, cells, 4)) {
        if (count == 4096 || strlen(cells[0]) > 5)
            fail("kbli_2020.csv is not what was expected at %s", cells[0]);
        strcpy(rows[count].code, cells[0]);
        rows[count].section = cells[1][0];
        rows[count].filled = strcmp(cells[3], "filled") == 0;
        rows[count++].title = texts_add(&titles, cells[2]);
    }
    fclose(file);
    texts_pack(&titles);
    /* A block a section: the letter, then every code below it in order. */
    fprintf(out, "const bina_pack_block bina_industry_blocks[] = {\n");
    for (size_t i = 0; i < count; i++) {
        size_t digits = isdigit((unsigned char)rows[i].code[0]) ? strlen(rows[i].code) : 0;
        unsigned number = digits > 0 ? (unsigned)atoi(rows[i].code) : 0;
        if (digits == 0) {
            fprintf(out, "{'%c', %zuu},\n", rows[i].section, packed.length);
            blocks++;
        }
        rows[i].at = packed.length;
        put_byte(&packed, (unsigned)digits | (rows[i].filled ? 8u : 0) | number >> 16 << 4);
        put_byte(&packed, number >> 8 & 255);
        put_byte(&packed, number & 255);
        put(&packed, title, texts_packed(&titles, rows[i].title, title));
    }
    fprintf(out, "{255, %zuu},\n};\n\nconst size_t bina_industry_block_count = %zu;\n\n",
            packed.length, blocks);
    fprintf(out, "const bina_pack_industry bina_industry_index[] = {\n");
    qsort(rows, count, sizeof *rows, by_code);
    for (size_t i = 0; i < count; i++)
        fprintf(out, "{\"%s\", '%c', %zuu},\n", rows[i].code, rows[i].section, rows[i].at);
    fprintf(out, "};\n\nconst size_t bina_industry_count = %zu;\n\n", count);
    write_bytes(out, "bina_industry_bytes", &packed);
    write_words(out, "bina_industry_words", &titles);
    free(packed.bytes);
    free(titles.bytes);
}

int
main(int argc, char **argv)
{
    FILE *out;
    if (argc != 3)
        fail("usage: pack_reference DATA-FOLDER OUT.c");
    out = fopen(argv[2], "wb");
    if (out == NULL)
        fail("cannot write %s", argv[2]);
    fprintf(out, "/* Printed by tools/pack_reference.c from data/. */\n"
                 "#include \"reference/packed.h\"\n\n");
    pack_regions(argv[1], out);
    write_editions(argv[1], out);
    pack_successions(argv[1], out);
    pack_bps(argv[1], out);
    pack_industries(argv[1], out);
    if (fclose(out) != 0)
        fail("cannot write %s", argv[2]);
    return 0;
}
