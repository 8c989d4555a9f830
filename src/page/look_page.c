/* The whole page: its head, its parts in their order, and what to do next. */
#include <stdio.h>
#include <string.h>
#include "page/look.h"
#include "page/words.h"
#include "store/sql.h"

static void
say_head(const bina_looked *self, bina_html *html)
{
    char date[BINA_WORDS], place[160];

    bina_html_open(html, "header", NULL);
    bina_html_say(html, "h1", NULL, "A first look at the lists",
                  "Tinjauan pertama atas daftar usaha");
    bina_html_open(html, "p", "muted");
    bina_html_text(html, bina_words_date(self->language, bina_store_today(self->store), date));
    if (self->region[0] != '\0') {
        bina_html_print(html, " · %s (%s)",
                        bina_words_region(self->language, self->region, place, sizeof place),
                        self->region);
        if (self->region_guessed)
            bina_html_say(html, NULL, NULL, ", as the rows tell", ", menurut isi daftar");
    }
    bina_html_close(html, "p");
    bina_html_close(html, "header");
}

/* ---- what to do next ---- */

/* An argument as a shell reads it. */
static void
argument(bina_html *html, const char *text)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "_./+,:@%=-";
    size_t length;

    bina_html_text(html, " ");
    if (text[0] != '\0' && strspn(text, plain) == strlen(text)) {
        bina_html_text(html, text);
        return;
    }
    bina_html_text(html, "'");
    for (const char *at = text; *at != '\0'; at += length) {
        length = strcspn(at, "'");
        bina_html_print(html, "%.*s", (int)length, at);
        if (at[length] == '\'') {
            bina_html_text(html, "'\\''");
            length++;
        }
    }
    bina_html_text(html, "'");
}

static void
say_next(const bina_looked *self, bina_html *html)
{
    bina_html_open(html, "section", NULL);
    bina_html_say(html, "h2", NULL, "What to do next", "Langkah berikutnya");
    bina_html_say(html, "p", NULL,
                  "Nothing was stored. These commands make a register of these lists, in which "
                  "people decide what is doubtful and every change is written down:",
                  "Belum ada yang disimpan. Perintah berikut membuat register dari daftar ini; di "
                  "dalamnya petugas memutuskan yang meragukan dan setiap perubahan tercatat:");
    bina_html_open(html, "pre", "commands");
    bina_html_text(html, "bina init register.db --office");
    argument(html, self->region[0] != '\0' ? self->region
                                           : bina_html_pick(html, "REGION", "KODE_WILAYAH"));
    for (size_t i = 0; i < self->count; i++) {
        bina_html_text(html, "\nbina import register.db");
        argument(html, self->lists[i].path);
        if (self->lists[i].renamed) {
            bina_html_text(html, " --list");
            argument(html, self->lists[i].name);
        }
    }
    bina_html_text(html, "\nbina reconcile register.db\nbina review register.db");
    bina_html_close(html, "pre");
    bina_html_say(html, "p", "muted",
                  "--date says the day a list speaks of; --mapping gives a mapping corrected by "
                  "hand; bina report register.db statement prints the count that was agreed on.",
                  "--date menyebut tanggal daftar; --mapping memberi pemetaan yang sudah "
                  "dibetulkan; bina report register.db statement mencetak jumlah yang disepakati.");
    bina_html_close(html, "section");
}

bina_status
bina_look_page(bina_looked *self, bina_error *error, bina_page **page)
{
    static bina_status (*const parts[])(bina_looked * self, bina_html * html) = {
        bina_look_answer, bina_look_files,  bina_look_overlap, bina_look_places,  bina_look_classes,
        bina_look_twins,  bina_look_doubts, bina_look_faults,  bina_look_columns,
    };
    bina_html *html = bina_html_new(self->language);
    bina_status status = BINA_OK;

    *page = NULL;
    if (html == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    bina_html_begin(
        html,
        bina_html_pick(html, "A first look at the lists", "Tinjauan pertama atas daftar usaha"),
        "look",
        bina_html_pick(html, "Bina: a first look, not confirmed by anybody",
                       "Bina: tinjauan pertama, belum dikonfirmasi"));
    say_head(self, html);
    for (size_t i = 0; status == BINA_OK && i < sizeof parts / sizeof *parts; i++)
        status = parts[i](self, html);
    if (status == BINA_OK) {
        say_next(self, html);
        return bina_html_finish(html, error, page);
    }
    bina_html_free(html);
    if (bina_error_status(bina_store_error(self->store)) == status)
        bina_error_copy(error, bina_store_error(self->store));
    else
        (void)bina_error_plain(error, status);
    return status;
}
