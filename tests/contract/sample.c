#include "contract/sample.h"

#include <check.h>
#include <stdio.h>
#include <string.h>
#include <bina/codes.h>

/* Made-up numbers of the forms that validators ask for. */
static void
sample_text(const char *format, const char *name, int n, char *text)
{
    if (format == NULL)
        snprintf(text, 64, "%s %d", name, n);
    else if (strcmp(format, "nik") == 0)
        snprintf(text, 64, "520305410780%04d", n + 1);
    else if (strcmp(format, "kk") == 0)
        snprintf(text, 64, "520305010720%04d", n + 1);
    else if (strcmp(format, "nib") == 0)
        snprintf(text, 64, "912000%07d", n + 1);
    else if (strcmp(format, "region") == 0)
        snprintf(text, 64, "52.03.05.20%02d", n % 8 + 1);
    else if (strcmp(format, "kbli") == 0)
        snprintf(text, 64, "%s", n % 2 == 0 ? "13122" : "31001");
    else if (strcmp(format, "phone") == 0)
        snprintf(text, 64, "+62812000%05d", n);
    else if (strcmp(format, "gtin") == 0) {
        int sum = 0;
        snprintf(text, 64, "899%09d", n);
        for (int i = 0; i < 12; i++)
            sum += (text[i] - '0') * (i % 2 == 0 ? 1 : 3);
        snprintf(text + 12, 52, "%d", (10 - sum % 10) % 10);
    } else
        ck_abort_msg("no sample for the validator %s: add one here", format);
}

/* Words with which records go together; others would have to be led there step by step. */
static const char *
settled_word(const char *list)
{
    static const char *const words[][2] = {{"enrolment_state", "completed"}, /* as declared */
                                           {"grant_state", "handed_over"},
                                           {"certificate_nature", "completion"},
                                           {"presence", "present"}};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i][0], list) == 0)
            return words[i][1];
    return NULL;
}

bina_value
sample_value(const bina_field *field, int n, char *text)
{
    const char *format = bina_field_format(field);
    int64_t least = 0, greatest = 0, number = n;
    int words = 0;

    if (strcmp(bina_field_name(field), "fiscal_year") == 0)
        number = 2021; /* money is of the year of what it is for */
    else if (bina_field_range(field, &least, &greatest))
        number = least + n % (greatest - least < 1000 ? greatest - least + 1 : 1000);
    if (strcmp(bina_field_name(field), "ends_at") == 0)
        number += 60; /* after it begins */
    switch (bina_field_type(field)) {
    case BINA_TEXT:
        sample_text(format, bina_field_name(field), n, text);
        return bina_text(text);
    case BINA_CODE:
        if (settled_word(format) != NULL)
            return bina_text(settled_word(format));
        while (bina_codes_word(format, words) != NULL)
            words++;
        return bina_text(bina_codes_word(format, n % words));
    case BINA_REAL:
        return bina_real((double)number + 0.5 * (greatest == 0));
    case BINA_BOOL:
        return bina_integer_of(BINA_BOOL, n % 2);
    default:
        return bina_integer_of(bina_field_type(field), number);
    }
}

bool
sample_is_kept(int kind)
{
    return (bina_description_flags(bina_kind_description(kind)) &
            (BINA_KIND_REFERENCE | BINA_KIND_JOURNAL | BINA_KIND_WRITTEN)) == 0;
}

static bina_id
add_target(bina_store *store, int kind)
{
    static int targets = 100; /* numbers of their own, so that nothing unique is met twice */
    bina_record *record = sample_record(store, kind, targets++);
    bina_id id = 0;
    bina_status status = bina_store_add(store, record, &id);

    ck_assert_msg(status == BINA_OK, "%s: %s", bina_description_name(bina_kind_description(kind)),
                  bina_error_message(bina_store_error(store), BINA_ENGLISH));
    bina_record_free(record);
    return id;
}

/* Who attends a lesson is enrolled in its batch, and attends no more hours than it has. */
static void
attend(bina_store *store, bina_record *attendance)
{
    bina_record *enrolment = NULL, *lesson = NULL;
    bina_id lesson_id = bina_record_int(attendance, BINA_ATTENDANCE_LESSON);
    bina_id id = bina_record_int(attendance, BINA_ATTENDANCE_ENROLMENT);

    ck_assert_int_eq(bina_store_get(store, lesson_id, &lesson), BINA_OK);
    ck_assert_int_eq(bina_store_get(store, id, &enrolment), BINA_OK);
    bina_set_int(lesson, BINA_LESSON_BATCH, bina_record_int(enrolment, BINA_ENROLMENT_BATCH));
    ck_assert_int_eq(bina_store_update(store, lesson), BINA_OK);
    bina_set_int(attendance, BINA_ATTENDANCE_HOURS, bina_record_int(lesson, BINA_LESSON_HOURS));
    bina_record_free(enrolment);
    bina_record_free(lesson);
}

/* What enters its first state begins now, and proves no past. */
static void
enter(bina_record *record)
{
    const bina_description *description = bina_record_description(record);
    int evidence = bina_description_find(description, "evidence");

    for (int slot = 0; evidence >= 0 && slot < bina_description_count(description); slot++)
        if ((bina_field_flags(bina_description_field(description, slot)) & BINA_FIELD_LIFECYCLE) &&
            !bina_record_is_set(record, slot))
            bina_unset(record, evidence);
}

bina_record *
sample_record(bina_store *store, int kind, int n)
{
    const bina_description *description = bina_kind_description(kind);
    bina_record *record = bina_record_new(kind);

    for (int slot = 0; slot < bina_description_count(description); slot++) {
        const bina_field *field = bina_description_field(description, slot);
        char text[64];
        if (bina_field_flags(field) & (BINA_FIELD_STORE_SET | BINA_FIELD_DERIVED))
            continue;
        if ((bina_field_flags(field) & BINA_FIELD_LIFECYCLE) &&
            settled_word(bina_field_format(field)) == NULL)
            continue; /* it enters its first state */
        if (bina_field_type(field) != BINA_REF) {
            bina_record_set(record, slot, sample_value(field, n, text));
        } else if (bina_field_target(field, 0) != kind &&
                   ((bina_field_flags(field) & BINA_FIELD_REQUIRED) || n < 2)) {
            bina_set_int(record, slot, add_target(store, bina_field_target(field, 0)));
        }
    }
    if (kind == BINA_ATTENDANCE)
        attend(store, record);
    sample_make_sense(store, record);
    sample_market(store, record);
    enter(record);
    return record;
}
