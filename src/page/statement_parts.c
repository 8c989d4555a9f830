/* The parts of a statement: its tables, and the picture of the overlap. */
#include <stdio.h>
#include <string.h>
#include "page/statement.h"
#include "page/words.h"

enum { MOST_LISTS = 32, MOST_SETS = 12, NAME = 200 };

const char *
bina_statement_unit(const bina_html *html, const char *unit)
{
    static const char *const units[][3] = {
        {"enterprise", "Enterprises", "Usaha"},
        {"group", "Groups", "Kelompok"},
        {"pair", "pairs of rows", "pasangan baris"},
        {"registrant", "enterprises or groups", "pelaku usaha"},
        {"row", "rows", "baris"},
    };

    for (size_t i = 0; unit != NULL && i < sizeof units / sizeof *units; i++)
        if (strcmp(units[i][0], unit) == 0)
            return bina_html_pick(html, units[i][1], units[i][2]);
    return unit;
}

static void
heading(bina_html *html, const char *english, const char *indonesian)
{
    bina_html_say(html, "h2", NULL, "%s", "%s", bina_html_pick(html, english, indonesian));
}

static void
figure_head(bina_html *html, const char *english, const char *indonesian)
{
    bina_html_head(html, "number", bina_html_pick(html, english, indonesian));
}

/* ---- how many ---- */

/* What the most likely number rests on. */
static void
write_basis(bina_html *html, const bina_figures *count)
{
    int64_t verdicts = 0;
    char number[BINA_WORDS];

    for (size_t i = 0; i < count->count; i++)
        if (bina_figures_int(count, i, "verdicts") > verdicts)
            verdicts = bina_figures_int(count, i, "verdicts");
    if (verdicts > 0)
        bina_html_say(html, "p", "small muted",
                      "Most likely: should the open pairs turn out as the %s that people decided.",
                      "Paling mungkin: bila pasangan yang terbuka ternyata seperti %s yang sudah "
                      "diputuskan orang.",
                      bina_words_integer(bina_html_language(html), verdicts, number));
    else
        bina_html_say(html, "p", "small muted",
                      "Most likely: as agreed, since too few pairs were decided to judge the open "
                      "ones by.",
                      "Paling mungkin: seperti yang disepakati, sebab belum cukup pasangan yang "
                      "diputuskan untuk menilai yang terbuka.");
}

void
bina_statement_count(bina_html *html, const bina_statement *statement)
{
    const bina_figures *count = &statement->parts[BINA_PART_COUNT];

    bina_html_open(html, "section", NULL);
    heading(html, "1. The number agreed on", "1. Jumlah yang disepakati");
    bina_html_table_open(html, "count", NULL);
    bina_html_head(html, NULL, bina_html_pick(html, "Unit", "Satuan"));
    bina_html_head(html, NULL, bina_html_pick(html, "Scope", "Cakupan"));
    figure_head(html, "At least", "Paling sedikit");
    figure_head(html, "Agreed", "Disepakati");
    figure_head(html, "Most likely", "Paling mungkin");
    figure_head(html, "At most", "Paling banyak");
    bina_html_table_body(html);
    for (size_t i = 0; i < count->count; i++) {
        char number[BINA_WORDS];
        bina_html_open(html, "tr", NULL);
        bina_html_row_head(html, NULL,
                           bina_statement_unit(html, bina_figures_text(count, i, "unit")));
        bina_html_cell(html, NULL, bina_figures_label(count, i, "scope", bina_html_language(html)));
        bina_html_number(html, bina_figures_int(count, i, "at_least"));
        bina_html_cell(html, "number strong",
                       bina_words_integer(bina_html_language(html),
                                          bina_figures_int(count, i, "agreed"), number));
        bina_html_number(html, bina_figures_int(count, i, "most_likely"));
        bina_html_number(html, bina_figures_int(count, i, "at_most"));
        bina_html_close(html, "tr");
    }
    bina_html_table_close(html);
    write_basis(html, count);
    bina_html_close(html, "section");
}

/* ---- the lists ---- */

static void
total_row(bina_html *html, const bina_figures *lists)
{
    bina_html_open(html, "tr", "total");
    bina_html_row_head(html, NULL, bina_html_pick(html, "All rows", "Jumlah baris"));
    bina_html_cell(html, NULL, NULL);
    bina_html_number(html, bina_figures_sum(lists, "rows"));
    bina_html_number(html, bina_figures_sum(lists, "twins"));
    bina_html_cell(html, NULL, NULL);
    bina_html_number(html, bina_figures_sum(lists, "only_here"));
    bina_html_close(html, "tr");
}

void
bina_statement_lists(bina_html *html, const bina_statement *statement)
{
    const bina_figures *lists = &statement->parts[BINA_PART_LISTS];
    bina_language language = bina_html_language(html);
    char text[NAME];

    bina_html_open(html, "section", NULL);
    heading(html, "2. The lists", "2. Daftar yang dipadankan");
    bina_html_table_open(html, NULL, NULL);
    bina_html_head(html, NULL, bina_html_pick(html, "List", "Daftar"));
    bina_html_head(html, NULL, bina_html_pick(html, "As of", "Per tanggal"));
    figure_head(html, "Rows", "Baris");
    figure_head(html, "Repeated", "Ganda");
    figure_head(html, "Enterprises and groups", "Pelaku usaha");
    figure_head(html, "On no other list", "Hanya di sini");
    bina_html_table_body(html);
    for (size_t i = 0; i < lists->count; i++) {
        const char *title = bina_figures_text(lists, i, "title");
        bina_value day = bina_figures_get(lists, i, "list_date");
        bina_html_open(html, "tr", NULL);
        bina_html_open(html, "th", NULL);
        bina_html_attribute(html, "scope", "row");
        bina_html_text(html, bina_figures_text(lists, i, "list"));
        if (title != NULL)
            bina_html_print(html, " – %s", title);
        bina_html_close(html, "th");
        bina_html_cell(html, "nowrap",
                       day.type == BINA_DATE ? bina_words_date(language, day.as.integer, text)
                                             : "–");
        bina_html_number(html, bina_figures_int(lists, i, "rows"));
        bina_html_number(html, bina_figures_int(lists, i, "twins"));
        bina_html_number(html, bina_figures_int(lists, i, "registrants"));
        bina_html_number(html, bina_figures_int(lists, i, "only_here"));
        bina_html_close(html, "tr");
    }
    if (lists->count > 1)
        total_row(html, lists);
    bina_html_table_close(html);
    bina_html_close(html, "section");
}

/* ---- the overlap ---- */

/* Which lists a combination such as "disdag + diskop" names, a bit each. */
static uint32_t
set_of(const char *combination, const char *const *names, size_t count)
{
    uint32_t set = 0;

    while (combination != NULL && *combination != '\0') {
        const char *end = strstr(combination, " + ");
        size_t length = end != NULL ? (size_t)(end - combination) : strlen(combination);
        for (size_t n = 0; n < count; n++)
            if (strlen(names[n]) == length && strncmp(names[n], combination, length) == 0)
                set |= (uint32_t)1 << n;
        combination = end != NULL ? end + 3 : NULL;
    }
    return set;
}

static void
draw_overlap(bina_html *html, const bina_figures *overlap, const char *const *names, size_t count)
{
    uint32_t sets[MOST_SETS];
    int64_t values[MOST_SETS];
    size_t shown = 0;

    if (overlap->count > MOST_SETS)
        return; /* the table says it all */
    for (size_t i = 0; i < overlap->count; i++) {
        if (bina_figures_int(overlap, i, "number_of_lists") == 0)
            continue;
        sets[shown] = set_of(bina_figures_text(overlap, i, "lists"), names, count);
        values[shown++] = bina_figures_int(overlap, i, "registrants");
    }
    bina_html_overlap(html,
                      bina_html_pick(html, "How many stand on which combination of lists",
                                     "Berapa yang tercantum pada gabungan daftar yang mana"),
                      names, count, sets, values, shown);
}

/* Of every two lists how many stand on both; on the diagonal how many stand on the list. */
static void
write_matrix(bina_html *html, const bina_figures *matrix, const char *const *names, size_t count)
{
    char share[BINA_WORDS];

    bina_html_table_open(html, "matrix",
                         bina_html_pick(html, "On both lists, and which share of the list at left",
                                        "Tercantum pada keduanya, dan bagiannya dari daftar di "
                                        "kiri"));
    bina_html_cell(html, NULL, NULL);
    for (size_t n = 0; n < count; n++)
        bina_html_head(html, "number", names[n]);
    bina_html_table_body(html);
    for (size_t i = 0; i < matrix->count; i++) {
        const char *list = bina_figures_text(matrix, i, "list");
        bina_value value = bina_figures_get(matrix, i, "share");
        if (i == 0 || strcmp(list, bina_figures_text(matrix, i - 1, "list")) != 0) {
            if (i > 0)
                bina_html_close(html, "tr");
            bina_html_open(html, "tr", NULL);
            bina_html_row_head(html, NULL, list);
        }
        bina_html_open(html, "td", "number");
        bina_html_text(html, bina_words_integer(bina_html_language(html),
                                                bina_figures_int(matrix, i, "registrants"), share));
        if (strcmp(list, bina_figures_text(matrix, i, "other")) != 0 && value.type == BINA_REAL) {
            bina_html_open(html, "small", NULL);
            bina_html_print(html, " %s",
                            bina_words_share(bina_html_language(html), value.as.real, share));
            bina_html_close(html, "small");
        }
        bina_html_close(html, "td");
    }
    if (matrix->count > 0)
        bina_html_close(html, "tr");
    bina_html_table_close(html);
}

void
bina_statement_overlap(bina_html *html, const bina_statement *statement)
{
    const bina_figures *lists = &statement->parts[BINA_PART_LISTS];
    const char *names[MOST_LISTS];
    size_t count = lists->count < MOST_LISTS ? lists->count : MOST_LISTS;

    if (lists->count < 2)
        return;
    for (size_t i = 0; i < count; i++)
        names[i] = bina_figures_text(lists, i, "list");
    bina_html_open(html, "section", "keep");
    heading(html, "3. Overlap of the lists", "3. Tumpang tindih daftar");
    bina_html_open(html, "div", "side");
    draw_overlap(html, &statement->parts[BINA_PART_OVERLAP], names, count);
    write_matrix(html, &statement->parts[BINA_PART_MATRIX], names, count);
    bina_html_close(html, "div");
    bina_html_close(html, "section");
}

/* ---- who confirmed ---- */

void
bina_statement_confirmations(bina_html *html, const bina_statement *statement)
{
    static const struct {
        const char *column, *english, *indonesian;
    } answers[] = {
        {"exists", "Exists", "Ada"},  {"closed", "Closed", "Tutup"},
        {"moved", "Moved", "Pindah"}, {"not_ours", "Not theirs", "Bukan binaan"},
        {"twin_of", "Twin", "Ganda"}, {"cannot_tell", "Cannot tell", "Tidak tahu"},
    };
    const bina_figures *asked = &statement->parts[BINA_PART_CONFIRMATIONS];

    bina_html_open(html, "section", "keep");
    heading(html, "4. Who confirmed", "4. Konfirmasi instansi");
    if (asked->count == 0) {
        bina_html_say(html, "p", NULL, "No agency has been asked to confirm.",
                      "Belum ada instansi yang dimintai konfirmasi.");
        bina_html_close(html, "section");
        return;
    }
    bina_html_open(html, "div", "scroll");
    bina_html_table_open(html, NULL, NULL);
    bina_html_head(html, NULL, bina_html_pick(html, "Agency", "Instansi"));
    figure_head(html, "Asked", "Ditanyakan");
    for (size_t n = 0; n < sizeof answers / sizeof *answers; n++)
        figure_head(html, answers[n].english, answers[n].indonesian);
    figure_head(html, "Silent", "Tidak menjawab");
    bina_html_table_body(html);
    for (size_t i = 0; i < asked->count; i++) {
        bina_html_open(html, "tr", NULL);
        bina_html_row_head(html, NULL, bina_figures_text(asked, i, "agency"));
        bina_html_number(html, bina_figures_int(asked, i, "asked"));
        for (size_t n = 0; n < sizeof answers / sizeof *answers; n++)
            bina_html_number(html, bina_figures_int(asked, i, answers[n].column));
        bina_html_number(html, bina_figures_int(asked, i, "asked") -
                                   bina_figures_int(asked, i, "answered"));
        bina_html_close(html, "tr");
    }
    bina_html_table_close(html);
    bina_html_close(html, "div");
    bina_html_close(html, "section");
}

/* ---- what is not settled ---- */

void
bina_statement_unresolved(bina_html *html, const bina_statement *statement)
{
    const bina_figures *unresolved = &statement->parts[BINA_PART_UNRESOLVED];

    bina_html_open(html, "section", "keep");
    heading(html, "5. What is not settled", "5. Yang belum selesai");
    bina_html_table_open(html, NULL, NULL);
    bina_html_head(html, NULL, bina_html_pick(html, "Cause", "Sebab"));
    figure_head(html, "Number", "Banyaknya");
    bina_html_head(html, NULL, bina_html_pick(html, "Of", "Satuan"));
    bina_html_table_body(html);
    for (size_t i = 0; i < unresolved->count; i++) {
        char cause[NAME];
        snprintf(cause, sizeof cause, "%s",
                 bina_figures_label(unresolved, i, "cause", bina_html_language(html)));
        bina_words_capital(cause);
        bina_html_open(html, "tr", NULL);
        bina_html_row_head(html, NULL, cause);
        bina_html_number(html, bina_figures_int(unresolved, i, "number"));
        bina_html_cell(html, NULL,
                       bina_statement_unit(html, bina_figures_text(unresolved, i, "unit")));
        bina_html_close(html, "tr");
    }
    bina_html_table_close(html);
    bina_html_close(html, "section");
}
