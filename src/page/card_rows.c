/* The rows of the lists a card's record stands for: where they disagree, and which value won. */
#include <inttypes.h>
#include <string.h>
#include "base/text.h"
#include "page/card.h"
#include "page/words.h"

enum { ABREAST = 4, TEXT = 600 };

/* Fields of a row, and the fields of a registrant (or of its owner) they become. */
static const struct {
    int slot;
    const char *becomes;
} compared[] = {
    {BINA_SOURCE_RECORD_NATURE, NULL},
    {BINA_SOURCE_RECORD_SCOPE, "scope"},
    {BINA_SOURCE_RECORD_BUSINESS_NAME, "name"},
    {BINA_SOURCE_RECORD_OWNER_NAME, NULL},
    {BINA_SOURCE_RECORD_NIK, NULL},
    {BINA_SOURCE_RECORD_NIB, "nib"},
    {BINA_SOURCE_RECORD_SEX, NULL},
    {BINA_SOURCE_RECORD_BORN, NULL},
    {BINA_SOURCE_RECORD_PHONE, NULL},
    {BINA_SOURCE_RECORD_ADDRESS, "address"},
    {BINA_SOURCE_RECORD_HAMLET, NULL},
    {BINA_SOURCE_RECORD_VILLAGE, NULL},
    {BINA_SOURCE_RECORD_DISTRICT, NULL},
    {BINA_SOURCE_RECORD_REGION, "region"},
    {BINA_SOURCE_RECORD_ACTIVITY, "activity"},
    {BINA_SOURCE_RECORD_PRODUCT, "product"},
    {BINA_SOURCE_RECORD_FOUNDED, "founded"},
    {BINA_SOURCE_RECORD_WORKERS, "workers"},
    {BINA_SOURCE_RECORD_INVESTMENT, "investment"},
    {BINA_SOURCE_RECORD_CAPITAL, "capital"},
    {BINA_SOURCE_RECORD_SALES, "sales"},
};

typedef struct rows {
    bina_kept kept;
    bina_kept origins; /* provenance */
} rows;

/* ---- which value won ---- */

/* The provenance of a field of the card's record, or NULL. */
static const bina_record *
origin_of(const bina_card *card, const rows *r, const char *field)
{
    for (size_t i = 0; field != NULL && i < r->origins.count; i++)
        if (bina_record_int(r->origins.items[i], BINA_PROVENANCE_SUBJECT) == card->ids[0] &&
            strcmp(bina_record_text(r->origins.items[i], BINA_PROVENANCE_FIELD), field) == 0)
            return r->origins.items[i];
    return NULL;
}

static const char *
rule_words(const bina_html *html, const char *rule)
{
    static const char *const rules[][3] = {
        {"most_recent", "the latest", "yang terbaru"},
        {"most_frequent", "what most say", "yang terbanyak"},
        {"longest", "the most exact", "yang terlengkap"},
        {"list", "the list named first", "daftar yang diutamakan"},
    };

    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (strcmp(rules[i][0], rule) == 0)
            return bina_html_pick(html, rules[i][1], rules[i][2]);
    return rule;
}

static bool
same_value(bina_value a, bina_value b)
{
    if (a.type != b.type || a.type == BINA_NULL)
        return a.type == b.type;
    switch (bina_type_held_as(a.type)) {
    case BINA_TEXT:
        return bina_text_equal_nocase(a.as.text, b.as.text);
    case BINA_REAL:
        return !(a.as.real < b.as.real) && !(a.as.real > b.as.real);
    default:
        return a.as.integer == b.as.integer;
    }
}

/* ---- the table ---- */

/* "dinas, baris 12" and whether it still stands there. */
static void
write_row_head(bina_card *card, const bina_record *row)
{
    const char *state = bina_record_text(row, BINA_SOURCE_RECORD_STATE);
    int64_t line = bina_record_int(row, BINA_SOURCE_RECORD_LINE);
    char name[160];

    bina_html_open(card->html, "th", NULL);
    bina_html_attribute(card->html, "scope", "col");
    bina_html_text(
        card->html,
        bina_card_name(card, bina_record_int(row, BINA_SOURCE_RECORD_REGISTER), name, sizeof name));
    if (line > 0)
        bina_html_say(card->html, NULL, NULL, ", line %" PRId64, ", baris %" PRId64, line);
    if (state != NULL && strcmp(state, "present") != 0)
        bina_html_print(
            card->html, " (%s)",
            bina_words_value(card->language,
                             bina_description_field(bina_kind_description(BINA_SOURCE_RECORD),
                                                    BINA_SOURCE_RECORD_STATE),
                             bina_record_get(row, BINA_SOURCE_RECORD_STATE), false, name,
                             sizeof name));
    bina_html_close(card->html, "th");
}

static void
write_value(bina_card *card, const bina_record *row, int slot, bool won)
{
    const bina_field *field =
        bina_description_field(bina_kind_description(BINA_SOURCE_RECORD), slot);
    bina_value value = bina_record_get(row, slot);
    char text[TEXT];

    bina_html_open(card->html, "td", won ? "won" : NULL);
    if (value.type == BINA_NULL)
        bina_html_text(card->html, "–");
    else if (slot == BINA_SOURCE_RECORD_REGION || slot == BINA_SOURCE_RECORD_ACTIVITY)
        bina_html_text(card->html, value.as.text);
    else
        bina_html_text(card->html, bina_card_value(card, field, value, text, sizeof text));
    if (won)
        bina_html_text(card->html, "\xC2\xA0✓");
    bina_html_close(card->html, "td");
}

/* Whether two rows say two things. */
static bool
do_differ(const rows *r, int slot, bool *any)
{
    bina_value first = bina_null();

    *any = false;
    for (size_t i = 0; i < r->kept.count; i++) {
        bina_value value = bina_record_get(r->kept.items[i], slot);
        if (value.type == BINA_NULL)
            continue;
        if (*any && !same_value(first, value))
            return true;
        first = value;
        *any = true;
    }
    return false;
}

static void
compare_field(bina_card *card, const rows *r, size_t from, size_t to, size_t n)
{
    const bina_description *description = bina_kind_description(BINA_SOURCE_RECORD);
    const bina_record *origin = origin_of(card, r, compared[n].becomes);
    int slot = compared[n].slot;
    bool any, differ = do_differ(r, slot, &any);
    char label[96];

    if (!any)
        return;
    bina_html_open(card->html, "tr", r->kept.count > 1 && !differ ? "agrees" : NULL);
    bina_html_row_head(card->html, NULL,
                       bina_words_label(card->language, bina_description_field(description, slot),
                                        label, sizeof label));
    for (size_t i = from; i < to; i++)
        write_value(card, r->kept.items[i], slot,
                    differ && origin != NULL &&
                        bina_record_int(origin, BINA_PROVENANCE_SOURCE) ==
                            bina_record_id(r->kept.items[i]));
    if (r->kept.count > 1)
        bina_html_cell(card->html, "rule",
                       origin != NULL && differ
                           ? rule_words(card->html, bina_record_text(origin, BINA_PROVENANCE_RULE))
                       : differ ? bina_html_pick(card->html, "differ", "berbeda")
                                : "");
    bina_html_close(card->html, "tr");
}

/* As many rows as stand beside each other on paper. */
static void
compare_rows(bina_card *card, const rows *r, size_t from, size_t to)
{
    bina_html_open(card->html, "div", "scroll");
    bina_html_table_open(card->html, "compared", NULL);
    bina_html_head(card->html, NULL, bina_html_pick(card->html, "What", "Isian"));
    for (size_t i = from; i < to; i++)
        write_row_head(card, r->kept.items[i]);
    if (r->kept.count > 1)
        bina_html_head(card->html, NULL, bina_html_pick(card->html, "Rule", "Aturan"));
    bina_html_table_body(card->html);
    for (size_t n = 0; n < sizeof compared / sizeof *compared; n++)
        compare_field(card, r, from, to, n);
    bina_html_table_close(card->html);
    bina_html_close(card->html, "div");
}

void
bina_card_rows(bina_card *card)
{
    rows r = {{0}, {0}};

    bina_card_keep(card, BINA_SOURCE_RECORD, BINA_SOURCE_RECORD_PARTY, BINA_SOURCE_RECORD_REGISTER,
                   &r.kept);
    bina_card_keep(card, BINA_PROVENANCE, BINA_PROVENANCE_SUBJECT, 0, &r.origins);
    if (r.kept.count > 0) {
        bina_card_section(card, "Rows of the lists it stands for", "Baris daftar yang diwakilinya");
        if (r.kept.count > 1)
            bina_html_say(
                card->html, "p", "small muted",
                "Where rows differ, ✓ marks the value the register took, and by which rule.",
                "Bila baris berbeda, ✓ menandai nilai yang dipakai register, beserta "
                "aturannya.");
        for (size_t from = 0; from < r.kept.count; from += ABREAST)
            compare_rows(card, &r, from,
                         from + ABREAST < r.kept.count ? from + ABREAST : r.kept.count);
        bina_html_close(card->html, "section");
    }
    bina_kept_free(&r.kept);
    bina_kept_free(&r.origins);
}
