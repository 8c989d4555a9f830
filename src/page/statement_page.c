/* The page of a statement: head, what was agreed in sentences, the parts, how to print it again. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <bina/version.h>
#include "page/statement.h"
#include "page/words.h"

enum { NAME = 160, SENTENCE = 1024 };

static const char *
text_of(const bina_statement *statement, int field)
{
    return bina_record_text(statement->record, field);
}

/* ---- the head ---- */

static void
area_name(bina_html *html, const bina_statement *statement, char area[NAME])
{
    const char *code = text_of(statement, BINA_STATEMENT_AREA);

    if (code != NULL)
        bina_html_region(html, code, area, NAME);
    else
        snprintf(area, NAME, "%s",
                 bina_html_pick(html, "the area of this register", "wilayah register ini"));
}

/* "Pemerintah Kabupaten Lombok Timur" above the name of the office. */
static void
write_letterhead(bina_html *html, const bina_statement *statement)
{
    const char *office = text_of(statement, BINA_STATEMENT_OFFICE);
    char area[NAME];

    if (office == NULL && text_of(statement, BINA_STATEMENT_AREA) == NULL)
        return;
    area_name(html, statement, area);
    bina_html_open(html, "header", "letterhead");
    if (text_of(statement, BINA_STATEMENT_AREA) != NULL)
        bina_html_say(html, "p", "government", "Government of the %s", "Pemerintah %s", area);
    if (office != NULL)
        bina_html_element(html, "p", "office", office);
    bina_html_close(html, "header");
}

static void
write_title(bina_html *html, const bina_statement *statement)
{
    const char *number = text_of(statement, BINA_STATEMENT_NUMBER);

    bina_html_open(html, "h1", NULL);
    bina_html_say(html, NULL, NULL, "Statement of One Data", "Berita Acara Satu Data");
    bina_html_close(html, "h1");
    bina_html_open(html, "p", "subtitle");
    if (statement->draft)
        bina_html_say(html, "strong", NULL, "DRAFT, not issued", "DRAF, belum diterbitkan");
    else
        bina_html_say(html, NULL, NULL, "Number: %s", "Nomor: %s", number);
    bina_html_close(html, "p");
}

/* ---- what was agreed ---- */

static void
join(char text[SENTENCE], size_t n, size_t count, const char *last, const char *item)
{
    size_t used = strlen(text);

    snprintf(text + used, SENTENCE - used, "%s%s",
             n == 0          ? ""
             : n + 1 < count ? ", "
             : count == 2    ? last + 1 /* without the comma */
                             : last,
             item);
}

static const char *
scope_phrase(bina_language language, const char *scope)
{
    static const char *const phrases[][3] = {
        {"industry", "industrial enterprises", "usaha industri"},
        {"trade", "trading enterprises", "usaha perdagangan"},
        {"service", "service enterprises", "usaha jasa"},
    };

    for (size_t i = 0; scope != NULL && i < sizeof phrases / sizeof *phrases; i++)
        if (strcmp(phrases[i][0], scope) == 0)
            return phrases[i][language == BINA_INDONESIAN ? 2 : 1];
    return language == BINA_INDONESIAN ? "usaha yang cakupannya belum diketahui"
                                       : "enterprises whose scope is not known";
}

static bool
counts_enterprises(const bina_figures *count, size_t row)
{
    const char *unit = bina_figures_text(count, row, "unit");

    return unit != NULL && strcmp(unit, "enterprise") == 0;
}

/* "20.796 usaha industri, 2.958 usaha perdagangan, dan 86 usaha ..."; how many groups besides. */
static int64_t
agreed_phrase(const bina_figures *count, bina_language language, char text[SENTENCE])
{
    size_t enterprises = 0, n = 0;
    char item[NAME], number[BINA_WORDS];
    int64_t groups = 0;

    text[0] = '\0';
    for (size_t i = 0; i < count->count; i++)
        if (counts_enterprises(count, i))
            enterprises++;
        else
            groups += bina_figures_int(count, i, "agreed");
    for (size_t i = 0; i < count->count; i++) {
        if (!counts_enterprises(count, i))
            continue;
        snprintf(item, sizeof item, "%s %s",
                 bina_words_integer(language, bina_figures_int(count, i, "agreed"), number),
                 scope_phrase(language, bina_figures_text(count, i, "scope")));
        join(text, n++, enterprises, language == BINA_INDONESIAN ? ", dan " : ", and ", item);
    }
    if (n == 0)
        snprintf(text, SENTENCE, "%s", language == BINA_INDONESIAN ? "0 usaha" : "0 enterprises");
    return groups;
}

static void
write_agreed(bina_html *html, const bina_statement *statement)
{
    bina_language language = bina_html_language(html);
    char text[SENTENCE], number[BINA_WORDS], again[BINA_WORDS];
    int64_t groups = agreed_phrase(&statement->parts[BINA_PART_COUNT], language, text);

    bina_html_open(html, "li", NULL);
    bina_html_say(html, NULL, NULL, "The register holds ", "Register memuat ");
    bina_html_element(html, "strong", NULL, text);
    if (groups > 0)
        bina_html_say(html, NULL, NULL,
                      "; besides %s groups, which are not enterprises and do not add to them.",
                      "; selain itu %s kelompok, yang bukan usaha dan tidak dijumlahkan dengannya.",
                      bina_words_integer(language, groups, number));
    else
        bina_html_text(html, ".");
    bina_html_close(html, "li");

    bina_html_say(
        html, "li", NULL,
        "The lists hold %s rows, of which %s repeat one that stands on the same list.",
        "Daftar-daftar itu memuat %s baris; %s baris di antaranya mengulang yang sudah "
        "tercantum pada daftar yang sama.",
        bina_words_integer(language, bina_figures_sum(&statement->parts[BINA_PART_LISTS], "rows"),
                           number),
        bina_words_integer(language, bina_figures_sum(&statement->parts[BINA_PART_LISTS], "twins"),
                           again));
}

static void
write_shared(bina_html *html, const bina_statement *statement)
{
    const bina_figures *overlap = &statement->parts[BINA_PART_OVERLAP];
    bina_language language = bina_html_language(html);
    int64_t shared = 0, all = bina_figures_sum(overlap, "registrants");
    char number[BINA_WORDS], share[BINA_WORDS];

    for (size_t i = 0; i < overlap->count; i++)
        if (bina_figures_int(overlap, i, "number_of_lists") > 1)
            shared += bina_figures_int(overlap, i, "registrants");
    bina_html_say(html, "li", NULL,
                  "%s of them (%s) stand on more than one list and are counted once.",
                  "%s di antaranya (%s) tercantum pada lebih dari satu daftar dan dihitung satu "
                  "kali.",
                  bina_words_integer(language, shared, number),
                  bina_words_share(language, all > 0 ? (double)shared / (double)all : 0, share));
}

static void
write_open(bina_html *html, const bina_statement *statement)
{
    const bina_figures *unresolved = &statement->parts[BINA_PART_UNRESOLVED];
    bina_language language = bina_html_language(html);
    char number[BINA_WORDS];
    int64_t pairs = 0;

    for (size_t i = 0; i < unresolved->count; i++)
        if (strcmp(bina_figures_text(unresolved, i, "unit"), "pair") == 0)
            pairs += bina_figures_int(unresolved, i, "number");
    if (pairs == 0)
        bina_html_say(html, "li", NULL, "No pair of rows is left to decide.",
                      "Tidak ada lagi pasangan baris yang harus diputuskan.");
    else
        bina_html_say(html, "li", NULL,
                      "%s pairs of rows are not decided yet: the number lies between the bounds of "
                      "part 1.",
                      "%s pasangan baris belum diputuskan: jumlah sebenarnya terletak di antara "
                      "batas-batas pada bagian 1.",
                      bina_words_integer(language, pairs, number));
}

/* In Indonesian the day is spelt out, as the form of such papers wants it. */
static void
write_opening(bina_html *html, const bina_statement *statement)
{
    bina_language language = bina_html_language(html);
    const char *place = text_of(statement, BINA_STATEMENT_PLACE);
    int64_t issued = bina_record_int(statement->record, BINA_STATEMENT_ISSUED);
    int64_t lists = (int64_t)statement->parts[BINA_PART_LISTS].count;
    char area[NAME], day[BINA_WORDS], spelt[NAME];

    area_name(html, statement, area);
    bina_words_date(language, issued, day);
    bina_words_spelt_date(issued, spelt);
    bina_html_open(html, "p", NULL);
    bina_html_say(html, NULL, NULL, "On %s, %s", "Pada hari ini, %s, %s",
                  bina_words_weekday(language, issued), language == BINA_INDONESIAN ? spelt : day);
    if (place != NULL)
        bina_html_say(html, NULL, NULL, ", in %s", ", bertempat di %s", place);
    bina_html_say(html, NULL, NULL,
                  ", we, the undersigned, state that the %" PRId64
                  " lists of enterprises in the %s named below were matched against each other, "
                  "and agree on the following:",
                  ", kami yang bertanda tangan di bawah ini menyatakan bahwa %" PRId64
                  " daftar pelaku usaha di %s yang disebut di bawah telah dipadankan, dan "
                  "menyepakati hal-hal berikut:",
                  lists, area);
    bina_html_close(html, "p");
}

static void
write_limits(bina_html *html, const bina_statement *statement)
{
    const char *region = text_of(statement, BINA_STATEMENT_REGION);
    const char *scope = text_of(statement, BINA_STATEMENT_SCOPE);
    bina_language language = bina_html_language(html);
    char name[NAME];

    if (region != NULL)
        bina_html_say(html, "li", NULL, "Only what lies in the %s is counted.",
                      "Yang dihitung hanya yang berada di %s.",
                      bina_html_region(html, region, name, sizeof name));
    if (scope != NULL)
        bina_html_say(html, "li", NULL, "Only %s are counted.", "Yang dihitung hanya %s.",
                      scope_phrase(language, scope));
}

/* ---- how to print it again ---- */

static void
write_hash(bina_html *html, const char *english, const char *indonesian, const char *hash)
{
    bina_html_say(html, "dt", NULL, "%s", "%s", bina_html_pick(html, english, indonesian));
    bina_html_element(html, "dd", "mono", hash);
}

static void
write_fingerprint(bina_html *html, const bina_statement *statement)
{
    char day[BINA_WORDS], number[BINA_WORDS];
    bina_language language = bina_html_language(html);

    bina_html_open(html, "footer", "fingerprint keep");
    bina_html_say(html, "h2", NULL, "Fingerprint of these figures", "Sidik angka-angka ini");
    bina_html_say(
        html, "p", NULL, "State of the register on %s, after commit number %s.",
        "Keadaan register pada %s, setelah catatan perubahan nomor %s.",
        bina_words_date(language, bina_record_int(statement->record, BINA_STATEMENT_TRUE_ON), day),
        bina_words_integer(language, statement->known_at, number));
    bina_html_open(html, "dl", "facts");
    if (statement->commit_hash[0] != '\0')
        write_hash(html, "Hash of the commit", "Sidik catatan", statement->commit_hash);
    write_hash(html, "Hash of the counted figures", "Sidik angka hitungan",
               statement->figures_hash);
    bina_html_close(html, "dl");
    if (statement->draft) {
        bina_html_say(html, "p", NULL, "A draft: its figures change with the register.",
                      "Draf: angkanya berubah mengikuti register.");
    } else {
        bina_html_open(html, "p", NULL);
        bina_html_say(html, NULL, NULL, "This page can be printed again, the same to the letter: ",
                      "Halaman ini dapat dicetak ulang, sama sampai ke hurufnya: ");
        bina_html_open(html, "span", "mono");
        bina_html_print(html, "bina statement %s --number '%s'%s",
                        bina_html_pick(html, "REGISTER.db", "REGISTER.db"),
                        text_of(statement, BINA_STATEMENT_NUMBER),
                        bina_html_pick(html, " --lang en", " --lang id"));
        bina_html_close(html, "span");
        bina_html_text(html, ".");
        bina_html_close(html, "p");
    }
    if (statement->set_anew)
        bina_html_say(html, "p", "strong",
                      "Printed again with Bina %s: what is counted is as issued; the estimates "
                      "(most likely, on no list) or the layout differ from the page signed.",
                      "Dicetak ulang dengan Bina %s: angka hitungan sama dengan yang diterbitkan; "
                      "perkiraan (paling mungkin, di luar daftar) atau tata letaknya berbeda dari "
                      "halaman yang ditandatangani.",
                      bina_version());
    bina_html_close(html, "footer");
}

/* ---- the page ---- */

static void
write_running(const bina_statement *statement, bina_language language, char running[NAME])
{
    const char *number = text_of(statement, BINA_STATEMENT_NUMBER);
    bool indonesian = language == BINA_INDONESIAN;

    snprintf(running, NAME, "%s%s",
             indonesian ? "Berita Acara Satu Data " : "Statement of One Data ",
             statement->draft ? (indonesian ? "(DRAF)" : "(DRAFT)")
             : number != NULL ? number
                              : "");
}

bina_status
bina_statement_write(const bina_statement *statement, bina_language language, bina_error *error,
                     bina_page **page)
{
    bina_html *html = bina_html_new(language);
    char running[NAME];

    *page = NULL;
    if (html == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    write_running(statement, language, running);
    bina_html_begin(html, running, statement->draft ? "statement draft" : "statement", running);
    bina_html_open(html, "main", NULL);
    write_letterhead(html, statement);
    write_title(html, statement);
    write_opening(html, statement);
    bina_html_open(html, "ol", "agreed");
    write_agreed(html, statement);
    write_shared(html, statement);
    write_open(html, statement);
    write_limits(html, statement);
    bina_html_close(html, "ol");
    bina_statement_count(html, statement);
    bina_statement_lists(html, statement);
    bina_statement_overlap(html, statement);
    bina_statement_confirmations(html, statement);
    bina_statement_unresolved(html, statement);
    bina_statement_signatures(html, statement);
    bina_statement_unseen(html, statement);
    write_fingerprint(html, statement);
    bina_html_close(html, "main");
    return bina_html_finish(html, error, page);
}
