/* The places for signatures. */
#include <stdio.h>
#include <string.h>
#include "page/statement.h"
#include "page/words.h"

enum { NAME = 200 };

static const char *
skip_blanks(const char *text)
{
    return text + strspn(text, " \t\r");
}

static void
copy_trimmed(char out[NAME], const char *text, size_t length)
{
    while (length > 0 && strchr(" \t\r", text[length - 1]) != NULL)
        length--;
    snprintf(out, NAME, "%.*s", (int)(length < NAME ? length : NAME - 1), text);
}

/* A line: "office held: name (NIP 19...)". */
static void
write_signature(bina_html *html, const char *line, size_t length)
{
    const char *colon = memchr(line, ':', length), *name = colon != NULL ? colon + 1 : line;
    const char *end = line + length, *nip;
    char text[NAME];

    name = skip_blanks(name);
    copy_trimmed(text, name, name < end ? (size_t)(end - name) : 0);
    nip = strstr(text, "(NIP");
    bina_html_open(html, "div", "signature");
    if (colon != NULL) {
        char office[NAME];
        copy_trimmed(office, line, (size_t)(colon - line));
        bina_html_element(html, "p", "held", office);
    }
    bina_html_element(html, "p", "space", NULL);
    bina_html_open(html, "p", "name");
    bina_html_print(html, "%.*s", nip != NULL ? (int)(nip - text) : (int)strlen(text), text);
    bina_html_close(html, "p");
    if (nip != NULL) {
        bina_html_open(html, "p", "nip");
        bina_html_print(html, "%.*s", (int)strcspn(nip + 1, ")"), nip + 1);
        bina_html_close(html, "p");
    }
    bina_html_close(html, "div");
}

void
bina_statement_signatures(bina_html *html, const bina_statement *statement)
{
    const char *line = bina_record_text(statement->record, BINA_STATEMENT_SIGNATORIES);
    const char *place = bina_record_text(statement->record, BINA_STATEMENT_PLACE);
    int64_t issued = bina_record_int(statement->record, BINA_STATEMENT_ISSUED);
    char day[BINA_WORDS];

    bina_html_open(html, "section", "signing keep");
    bina_html_say(html, "p", NULL,
                  "This statement was drawn up in good faith, to be used as is fit.",
                  "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan "
                  "sebagaimana mestinya.");
    bina_html_open(html, "p", "dated");
    bina_html_print(html, "%s%s%s", place != NULL ? place : "", place != NULL ? ", " : "",
                    bina_words_date(bina_html_language(html), issued, day));
    bina_html_close(html, "p");
    bina_html_open(html, "div", "signatures");
    while (line != NULL && *line != '\0') {
        size_t length = strcspn(line, "\n;");
        const char *from = skip_blanks(line);
        if (from < line + length)
            write_signature(html, from, (size_t)(line + length - from));
        line += length;
        line += *line != '\0';
    }
    bina_html_close(html, "div");
    bina_html_close(html, "section");
}
