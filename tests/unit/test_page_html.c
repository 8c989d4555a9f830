/*
 * Protects pages: whatever stands in a list can do no harm in them, what is written wrongly is not
 * a page, and figures read as Indonesians and English readers expect.
 */
#include <check.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/rows.h>
#include "page/html.h"
#include "page/look.h"
#include "page/words.h"

static bina_page *
finish(bina_html *html)
{
    bina_page *page = NULL;

    ck_assert_int_eq(bina_html_finish(html, NULL, &page), BINA_OK);
    ck_assert_uint_eq(strlen(bina_page_html(page)), bina_page_length(page));
    return page;
}

static void
has(const bina_page *page, const char *text)
{
    ck_assert_msg(strstr(bina_page_html(page), text) != NULL, "lacks %s:\n%s", text,
                  bina_page_html(page));
}

static void
lacks(const bina_page *page, const char *text)
{
    ck_assert_msg(strstr(bina_page_html(page), text) == NULL, "has %s", text);
}

START_TEST(whatever_is_written_is_escaped)
{
    static const char evil[] = "<script>alert('1 & \"2\"')</script>";
    bina_html *html = bina_html_new(BINA_INDONESIAN);
    bina_page *page;

    bina_html_begin(html, evil, "look", "</style><script>");
    bina_html_element(html, "p", NULL, evil);
    bina_html_open(html, "p", NULL);
    bina_html_attribute(html, "title", "\" onclick=\"alert(1)");
    bina_html_text(html, "\x01 bell and \xFF byte");
    bina_html_close(html, "p");
    page = finish(html);
    lacks(page, "<script");
    has(page, "<title>&lt;script&gt;alert(&#39;1 &amp; &quot;2&quot;&#39;)&lt;/script&gt;</title>");
    has(page, "title=\"&quot; onclick=&quot;alert(1)\"");
    has(page, "content: \"\\00003c\\00002fstyle\\00003e\\00003cscript\\00003e\"");
    has(page, "  bell and \xEF\xBF\xBD byte");
    has(page, "<html lang=\"id\">");
    bina_page_free(page);
}
END_TEST

START_TEST(tags_closed_in_another_order_are_no_page)
{
    bina_html *html = bina_html_new(BINA_ENGLISH);
    bina_page *page;

    bina_html_begin(html, "t", "look", NULL);
    bina_html_open(html, "p", NULL);
    bina_html_open(html, "b", NULL);
    bina_html_close(html, "p");
    bina_html_close(html, "b");
    ck_assert_int_eq(bina_html_finish(html, NULL, &page), BINA_ERR_USAGE);
    ck_assert_ptr_null(page);

    html = bina_html_new(BINA_ENGLISH);
    bina_html_begin(html, "t", "look", NULL);
    bina_html_open(html, "p", NULL);
    ck_assert_int_eq(bina_html_finish(html, NULL, &page), BINA_ERR_USAGE);

    html = bina_html_new(BINA_ENGLISH);
    bina_html_begin(html, "t", "look", NULL);
    bina_html_text(html, "too late");
    bina_html_attribute(html, "id", "x");
    ck_assert_int_eq(bina_html_finish(html, NULL, &page), BINA_ERR_USAGE);
}
END_TEST

START_TEST(figures_read_as_people_write_them)
{
    char text[BINA_WORDS], name[80];
    int64_t day;

    ck_assert_str_eq(bina_words_integer(BINA_INDONESIAN, 1234567, text), "1.234.567");
    ck_assert_str_eq(bina_words_integer(BINA_ENGLISH, -123456, text), "-123,456");
    ck_assert_str_eq(bina_words_integer(BINA_ENGLISH, INT64_MIN, text),
                     "-9,223,372,036,854,775,808");
    ck_assert_str_eq(bina_words_real(BINA_INDONESIAN, 1234.5, 1, text), "1.234,5");
    ck_assert_str_eq(bina_words_real(BINA_ENGLISH, -0.04, 1, text), "0.0");
    ck_assert_str_eq(bina_words_real(BINA_ENGLISH, 2.996, 2, text), "3.00");
    ck_assert_str_eq(bina_words_real(BINA_ENGLISH, 1e300, 1, text), "–");
    ck_assert_str_eq(bina_words_share(BINA_INDONESIAN, 0.1234, text), "12,3%");
    ck_assert_str_eq(bina_words_money(BINA_INDONESIAN, 1500000, text), "Rp\xC2\xA0"
                                                                       "1.500.000");
    ck_assert(bina_date_parse("2026-11-22", &day));
    ck_assert_str_eq(bina_words_date(BINA_INDONESIAN, day, text), "22 November 2026");
    ck_assert_str_eq(bina_words_weekday(BINA_INDONESIAN, day), "Minggu");
    ck_assert(bina_date_parse("1945-08-17", &day)); /* the proclamation was on a Friday */
    ck_assert_str_eq(bina_words_date(BINA_INDONESIAN, day, text), "17 Agustus 1945");
    ck_assert_str_eq(bina_words_weekday(BINA_INDONESIAN, day), "Jumat");
    ck_assert_str_eq(bina_words_mask("5203014101800001", text), "•••\xC2\xA0"
                                                                "001");
    ck_assert_str_eq(bina_words_mask("12", text), "•••");
    ck_assert_str_eq(bina_words_region(BINA_INDONESIAN, "52.03", name, sizeof name),
                     "Kabupaten Lombok Timur");
    ck_assert_str_eq(bina_words_region(BINA_ENGLISH, "99.99", name, sizeof name), "99.99");
}
END_TEST

/* Typed with a hyphen or a space; a word processor made another of it. */
START_TEST(no_sign_between_digits_hides_a_number)
{
    static const char *const between[] = {"-",      " ",      "\u00A0", "\u2000", "\u2009",
                                          "\u200B", "\u2010", "\u2011", "\u2013", "\u2014",
                                          "\u2015", "\u202F", "\u2212", " \u2013"};
    char text[64], masked[160];

    for (size_t i = 0; i < sizeof between / sizeof between[0]; i++) {
        (void)snprintf(text, sizeof text, "HP 0812%s3456%s7890 ya", between[i], between[i]);
        ck_assert_str_eq(bina_look_mask(text, masked, sizeof masked), "HP •••890 ya");
    }
    /* Other signs part two numbers, and are not broken in two. */
    ck_assert_str_eq(bina_look_mask("0812…3456–78 \xE2", masked, sizeof masked), "0812…3456–78 ");
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("page_html");
    TCase *tests = tcase_create("html");
    SRunner *runner = srunner_create(suite);
    int failed;

    tcase_add_test(tests, whatever_is_written_is_escaped);
    tcase_add_test(tests, tags_closed_in_another_order_are_no_page);
    tcase_add_test(tests, figures_read_as_people_write_them);
    tcase_add_test(tests, no_sign_between_digits_hides_a_number);
    suite_add_tcase(suite, tests);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
