/* Rows that are one, and rows that may be: side by side, with what speaks for it and against. */
#include <stdio.h>
#include <string.h>
#include <bina/linkage.h>
#include "base/text.h"
#include "linkage/field.h"
#include "page/look.h"
#include "page/words.h"

enum { CELL = 160, PIECES = 5 };

/* A piece of evidence, and what to call it where an aspect has several that add something. */
struct piece {
    const char *field, *names[2];
};

/* What people compare, and the evidence of linking that speaks of it. */
static const struct aspect {
    const char *labels[2];
    int slots[3]; /* fields of the row, joined; -1 ends */
    struct piece pieces[PIECES];
} aspects[] = {
    {{"Owner", "Pemilik"}, {BINA_SOURCE_RECORD_OWNER_NAME, -1, -1}, {{"owner_name", {"", ""}}}},
    {{"Business", "Usaha"}, {BINA_SOURCE_RECORD_BUSINESS_NAME, -1, -1}, {{"brand", {"", ""}}}},
    {{"NIK", "NIK"}, {BINA_SOURCE_RECORD_NIK, -1, -1}, {{"nik", {"", ""}}}},
    {{"NIB", "NIB"}, {BINA_SOURCE_RECORD_NIB, -1, -1}, {{"nib", {"", ""}}}},
    {{"Telephone", "Telepon"}, {BINA_SOURCE_RECORD_PHONE, -1, -1}, {{"phone", {"", ""}}}},
    {{"Born", "Lahir"}, {BINA_SOURCE_RECORD_BORN, -1, -1}, {{"born", {"", ""}}}},
    {{"Village", "Desa"},
     {BINA_SOURCE_RECORD_VILLAGE, BINA_SOURCE_RECORD_DISTRICT, -1},
     {{"village", {"village", "desa"}},
      {"mother_village", {"village of old", "desa induk"}},
      {"district", {"district", "kecamatan"}},
      {"village_name", {"village", "desa"}},
      {"district_name", {"district", "kecamatan"}}}},
    {{"Address", "Alamat"},
     {BINA_SOURCE_RECORD_ADDRESS, BINA_SOURCE_RECORD_HAMLET, BINA_SOURCE_RECORD_RT},
     {{"hamlet", {"hamlet", "dusun"}}, {"rt", {"RT", "RT"}}}},
    {{"Product", "Produk"},
     {BINA_SOURCE_RECORD_PRODUCT, BINA_SOURCE_RECORD_ACTIVITY, -1},
     {{"product", {"product", "produk"}}, {"trade", {"trade", "jenis usaha"}}}},
    {{"Since", "Berdiri"}, {BINA_SOURCE_RECORD_FOUNDED, -1, -1}, {{"founded", {"", ""}}}},
};

/* What the evidence of an aspect says and adds up to. */
typedef struct weighed {
    int said; /* pieces that both rows have */
    double weight;
    const char *names[PIECES], *levels[PIECES]; /* in the page's language */
} weighed;

static void
weigh_piece(const bina_looked *self, const bina_record *reason, const struct piece *piece,
            weighed *sum)
{
    if (bina_record_text(reason, BINA_LINKAGE_REASON_VALUE_A) == NULL ||
        bina_record_text(reason, BINA_LINKAGE_REASON_VALUE_B) == NULL)
        return;
    sum->weight += bina_record_real(reason, BINA_LINKAGE_REASON_WEIGHT);
    sum->names[sum->said] = piece->names[self->language == BINA_INDONESIAN];
    sum->levels[sum->said++] = bina_link_level_in(
        bina_record_text(reason, BINA_LINKAGE_REASON_LEVEL), (int)self->language);
}

static weighed
weigh(const bina_looked *self, const bina_example *example, const struct aspect *aspect)
{
    weighed sum = {0, 0, {NULL}, {NULL}};

    for (int k = 0; k < PIECES && aspect->pieces[k].field != NULL; k++)
        for (size_t i = example->reason; i < example->reason + example->reasons; i++) {
            const bina_record *reason = self->examples.reasons[i];
            if (strcmp(bina_record_text(reason, BINA_LINKAGE_REASON_FIELD),
                       aspect->pieces[k].field) == 0 &&
                sum.said < PIECES)
                weigh_piece(self, reason, &aspect->pieces[k], &sum);
        }
    return sum;
}

/* "same", or where the pieces differ "hamlet different, RT same". */
static void
say_levels(bina_html *html, const weighed *sum)
{
    bool one = true;

    for (int k = 1; k < sum->said; k++)
        one = one && strcmp(sum->levels[k], sum->levels[0]) == 0;
    for (int k = 0; k < (one ? 1 : sum->said); k++)
        bina_html_print(html, "%s%s%s%s", k > 0 ? ", " : "", one ? "" : sum->names[k],
                        one ? "" : " ", sum->levels[k]);
}

/* The weight in words; a unit of it doubles the odds. */
static const char *
strength(bina_html *html, double weight)
{
    static const struct {
        double from;
        const char *words[2];
    } steps[] = {
        {8, {"very strong", "sangat menguatkan"}},
        {4, {"strong", "menguatkan"}},
        {1, {"speaks for it", "agak menguatkan"}},
        {-1, {"says little", "hampir tidak berarti"}},
        {-4, {"speaks against it", "agak melemahkan"}},
    };

    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (weight >= steps[i].from)
            return bina_html_pick(html, steps[i].words[0], steps[i].words[1]);
    return bina_html_pick(html, "speaks strongly against it", "melemahkan");
}

/* The fields of an aspect as the list has them, fit to be shown; false when all are empty. */
static bool
show_value(const bina_looked *self, const bina_record *row, const struct aspect *aspect,
           char shown[CELL])
{
    size_t used = 0;

    shown[0] = '\0';
    for (int k = 0; k < 3 && aspect->slots[k] >= 0; k++) {
        int slot = aspect->slots[k];
        const bina_field *field = bina_description_field(bina_record_description(row), slot);
        bina_value value = bina_record_get(row, slot);
        char text[CELL], masked[CELL];
        if (value.type == BINA_NULL || used + 8 >= CELL)
            continue;
        if (slot == BINA_SOURCE_RECORD_FOUNDED)
            (void)snprintf(text, sizeof text, "%d", (int)value.as.integer);
        else
            bina_words_value(self->language, field, value, false, text, sizeof text);
        (void)snprintf(shown + used, CELL - used, "%s%s%s", used > 0 ? ", " : "",
                       slot == BINA_SOURCE_RECORD_RT ? "RT " : "",
                       bina_look_cell(slot, text, masked, sizeof masked));
        bina_text_trim_partial(shown);
        used = strlen(shown);
    }
    /* A list may give a village by its code alone. */
    if (used == 0 && aspect->slots[0] == BINA_SOURCE_RECORD_VILLAGE &&
        bina_record_text(row, BINA_SOURCE_RECORD_REGION) != NULL)
        bina_words_region(self->language, bina_record_text(row, BINA_SOURCE_RECORD_REGION), shown,
                          CELL);
    return shown[0] != '\0';
}

static void
show_head(const bina_looked *self, const bina_record *row, bina_html *html)
{
    size_t list = bina_look_list_of(self, bina_record_int(row, BINA_SOURCE_RECORD_REGISTER));

    bina_html_open(html, "th", NULL);
    bina_html_attribute(html, "scope", "col");
    bina_html_text(html, list < self->count ? self->lists[list].name : "");
    if (list < self->count && self->lists[list].sheets > 1 &&
        bina_record_text(row, BINA_SOURCE_RECORD_SHEET) != NULL) {
        bina_html_text(html, ", ");
        bina_look_text(html, bina_record_text(row, BINA_SOURCE_RECORD_SHEET));
    }
    bina_html_say(html, NULL, NULL, ", row %lld", ", baris %lld",
                  (long long)bina_record_int(row, BINA_SOURCE_RECORD_LINE));
    bina_html_close(html, "th");
}

static void
show_aspects(const bina_looked *self, const bina_example *example, const bina_record *first,
             const bina_record *second, bina_html *html)
{
    bina_html_open(html, "div", "scroll");
    bina_html_table_open(html, "pair", NULL);
    bina_html_head(html, NULL, "");
    show_head(self, first, html);
    show_head(self, second, html);
    bina_html_head(html, NULL, bina_html_pick(html, "What that says", "Artinya"));
    bina_html_table_body(html);
    for (size_t i = 0; i < sizeof aspects / sizeof *aspects; i++) {
        weighed sum = weigh(self, example, &aspects[i]);
        char a[CELL], b[CELL];
        bool in_first = show_value(self, first, &aspects[i], a);
        bool in_second = show_value(self, second, &aspects[i], b);
        if (!in_first && !in_second)
            continue;
        bina_html_open(html, "tr", NULL);
        bina_html_row_head(html, NULL, aspects[i].labels[self->language == BINA_INDONESIAN]);
        bina_html_cell(html, NULL, a);
        bina_html_cell(html, NULL, b);
        bina_html_open(html, "td", NULL);
        if (sum.said > 0) {
            say_levels(html, &sum);
            bina_html_text(html, ": ");
            bina_html_element(html, sum.weight >= 4 || sum.weight < -1 ? "strong" : "span", NULL,
                              strength(html, sum.weight));
        } else if (in_first && in_second) {
            bina_html_say(html, "span", "muted", "tells nothing more", "tidak menambah keterangan");
        } else {
            bina_html_say(html, "span", "muted", "in one row only", "hanya pada satu baris");
        }
        bina_html_close(html, "td");
        bina_html_close(html, "tr");
    }
    bina_html_table_close(html);
    bina_html_close(html, "div");
}

static bina_status
show_example(const bina_looked *self, const bina_example *example, bina_html *html)
{
    bina_record *first = NULL, *second = NULL;
    bina_status status = bina_store_get(self->store, example->first, &first);
    char number[BINA_WORDS], share[BINA_WORDS];

    if (status == BINA_OK)
        status = bina_store_get(self->store, example->second, &second);
    if (status == BINA_OK) {
        bina_html_open(html, "div", "keep");
        if (!example->open)
            bina_html_say(html, "p", "muted", "Alike in this way: %s pairs.",
                          "Yang cocok dengan cara ini: %s pasangan.",
                          bina_words_integer(self->language, example->like, number));
        else
            bina_html_say(html, "p", "muted", "Odds that they are one, by the machine: %s.",
                          "Peluang keduanya sama, menurut mesin: %s.",
                          bina_words_share(self->language, example->probability, share));
        show_aspects(self, example, first, second, html);
        bina_html_close(html, "div");
    }
    bina_record_free(first);
    bina_record_free(second);
    return status;
}

/* The examples of two lists (or one with itself) begin at `from`; how many they are. */
static size_t
run_of(const bina_examples *examples, size_t from)
{
    size_t end = from;

    while (end < examples->count && examples->items[end].open == examples->items[from].open &&
           examples->items[end].lists[0] == examples->items[from].lists[0] &&
           examples->items[end].lists[1] == examples->items[from].lists[1])
        end++;
    return end - from;
}

static const char *
name_of(const bina_looked *self, bina_id list)
{
    size_t at = bina_look_list_of(self, list);

    return at < self->count ? self->lists[at].name : "";
}

bina_status
bina_look_twins(bina_looked *self, bina_html *html)
{
    const bina_examples *examples = &self->examples;
    bina_status status = BINA_OK;

    bina_html_open(html, "section", NULL);
    bina_html_say(html, "h2", NULL, "The same enterprise again", "Usaha yang sama tercatat lagi");
    bina_html_say(html, "p", NULL,
                  "The commonest ways in which two rows were held to be one, each with the "
                  "strongest pair. If one of them is wrong, tell it in bina review once there is "
                  "a register.",
                  "Cara-cara yang paling sering membuat dua baris dianggap satu, masing-masing "
                  "dengan pasangan yang paling kuat. Bila ada yang keliru, nyatakan lewat bina "
                  "review setelah register dibuat.");
    if (examples->count == 0 || examples->items[0].open)
        bina_html_say(html, "p", NULL, "No row was held to be the same as another.",
                      "Tidak ada baris yang dianggap sama dengan baris lain.");
    for (size_t i = 0, run; i < examples->count && !examples->items[i].open && status == BINA_OK;
         i += run) {
        const bina_example *example = &examples->items[i];
        run = run_of(examples, i);
        bina_html_open(html, "details", NULL);
        bina_html_open(html, "summary", NULL);
        if (example->lists[0] == example->lists[1])
            bina_html_say(html, NULL, NULL, "Twice on %s", "Dua kali pada %s",
                          name_of(self, example->lists[0]));
        else
            bina_html_say(html, NULL, NULL, "On %s and on %s", "Pada %s dan pada %s",
                          name_of(self, example->lists[0]), name_of(self, example->lists[1]));
        bina_html_close(html, "summary");
        for (size_t k = i; k < i + run && status == BINA_OK; k++)
            status = show_example(self, &examples->items[k], html);
        bina_html_close(html, "details");
    }
    bina_html_close(html, "section");
    return status;
}

bina_status
bina_look_doubts(bina_looked *self, bina_html *html)
{
    const bina_examples *examples = &self->examples;
    int64_t count = bina_record_int(self->result, BINA_LOOK_REVIEW);
    char number[BINA_WORDS];
    size_t first = 0;
    bina_status status = BINA_OK;

    while (first < examples->count && !examples->items[first].open)
        first++;
    bina_html_open(html, "section", NULL);
    bina_html_say(html, "h2", NULL, "What people must decide", "Yang perlu diputuskan orang");
    bina_html_say(html, "p", NULL,
                  "%s pairs may be one or two: the machine cannot tell. Those nearest to even odds "
                  "come first, as their answers teach most.",
                  "%s pasangan mungkin satu, mungkin dua usaha: mesin tidak dapat memastikan. Yang "
                  "paling berimbang didahulukan, karena jawabannya paling bermanfaat.",
                  bina_words_integer(self->language, count, number));
    if (first < examples->count) {
        bina_html_open(html, "details", NULL);
        bina_html_say(html, "summary", NULL, "The first %zu", "%zu yang pertama",
                      examples->count - first);
        for (size_t i = first; i < examples->count && status == BINA_OK; i++)
            status = show_example(self, &examples->items[i], html);
        bina_html_close(html, "details");
    }
    bina_html_close(html, "section");
    return status;
}
