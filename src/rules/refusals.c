/* Refusals kept as records of one description. */
#include "rules/refusals.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bina/rows.h>
#include "base/text.h"
#include "base/vector.h"
#include "model/columns.h"

/* Slots of the description "refusal": enum bina_refusal_field. */
typedef struct refusal {
    bina_error sentence;
    bina_id record;
    char policy[64], version[32], regulation[256];
    char saw[512]; /* a JSON object without its closing brace */
} refusal;

struct bina_refusals {
    refusal *list;
    size_t count, capacity;
};

bina_refusals *
bina_refusals_new(void)
{
    return calloc(1, sizeof(bina_refusals));
}

void
bina_refusals_clear(bina_refusals *refusals)
{
    refusals->count = 0;
}

void
bina_refusals_free(bina_refusals *refusals)
{
    if (refusals == NULL)
        return;
    free(refusals->list);
    free(refusals);
}

size_t
bina_refusals_count(const bina_refusals *refusals)
{
    return refusals->count;
}

bool
bina_refusals_add(bina_refusals *refusals, const char *rule, bina_id record,
                  const bina_error *sentence)
{
    refusal *one;

    if (!bina_vector_reserve(&refusals->list, &refusals->capacity, refusals->count + 1,
                             sizeof *refusals->list))
        return false;
    one = &refusals->list[refusals->count++];
    memset(one, 0, sizeof *one);
    bina_error_copy(&one->sentence, sentence);
    bina_error_at(&one->sentence, NULL, NULL, rule);
    one->record = record;
    return true;
}

static refusal *
last(bina_refusals *refusals)
{
    return refusals->count > 0 ? &refusals->list[refusals->count - 1] : NULL;
}

/* Appends what is JSON already; false when it does not fit whole. */
static bool
append(char *json, size_t size, const char *token)
{
    size_t used = strlen(json), length = strlen(token);

    if (used + length + 1 >= size)
        return false;
    memcpy(json + used, token, length + 1);
    return true;
}

/* Appends a text as JSON; false when it does not fit whole. */
static bool
append_text(char *json, size_t size, const char *text)
{
    size_t used = strlen(json);

    if (used + 3 > size)
        return false;
    json[used++] = '"';
    for (const char *c = text; *c != '\0'; c++) {
        if (used + 4 > size)
            return false;
        if (*c == '"' || *c == '\\')
            json[used++] = '\\';
        json[used++] = (unsigned char)*c < ' ' ? ' ' : *c;
    }
    json[used++] = '"';
    json[used] = '\0';
    return true;
}

void
bina_refusals_saw(bina_refusals *refusals, const char *name, bina_value value)
{
    refusal *one = last(refusals);
    char number[40];
    size_t before, room = sizeof one->saw - 2;
    bool fits;

    if (one == NULL)
        return;
    before = strlen(one->saw);
    if (before + strlen(name) + 6 > room)
        return;
    snprintf(one->saw + before, room - before, "%s\"%s\":", before == 0 ? "{" : ",", name);
    switch (bina_type_held_as(value.type)) {
    case BINA_NULL:
        fits = append(one->saw, room, "null");
        break;
    case BINA_TEXT:
        fits = append_text(one->saw, room, value.as.text);
        break;
    case BINA_REAL:
        snprintf(number, sizeof number, "%.10g", value.as.real);
        fits = append(one->saw, room, number);
        break;
    default:
        if (value.type == BINA_DATE) {
            fits = append_text(one->saw, room, bina_date_format(value.as.integer, number));
        } else {
            snprintf(number, sizeof number, "%lld", (long long)value.as.integer);
            fits = append(one->saw, room, number);
        }
        break;
    }
    if (!fits) /* a name without a value would be no JSON */
        one->saw[before] = '\0';
}

static void
put(char *to, size_t size, const char *text)
{
    if (text == NULL)
        return;
    bina_text_print(to, size, "%s", text);
}

void
bina_refusals_ground(bina_refusals *refusals, const char *policy, const char *version,
                     const char *regulation)
{
    refusal *one = last(refusals);

    if (one == NULL)
        return;
    put(one->policy, sizeof one->policy, policy);
    put(one->version, sizeof one->version, version);
    put(one->regulation, sizeof one->regulation, regulation);
}

bina_status
bina_refusals_tell(const bina_refusals *refusals, const char *kind, bina_error *error)
{
    /* However long the sentence is, how many more there are is still told. */
    static const char *const forms[2] = {"%s (and %lld more conditions not met)",
                                         "%s (dan %lld syarat lain belum terpenuhi)"};
    const refusal *first = refusals->list;
    long long more = (long long)refusals->count - 1;

    if (refusals->count == 0)
        return bina_error_plain(error, BINA_ERR_REFUSED);
    bina_error_copy(error, &first->sentence);
    if (error != NULL && more > 0)
        for (int n = 0; n < 2; n++) {
            char sentence[440];
            put(sentence, sizeof sentence, first->sentence.message[n]);
            snprintf(error->message[n], sizeof error->message[n], forms[n], sentence, more);
        }
    bina_error_at(error, kind, NULL, first->sentence.rule);
    return BINA_ERR_REFUSED;
}

static const bina_column columns[] = {
    {"rule", BINA_TEXT, NULL, "aturan", "The rule that is not met, such as batch.seats."},
    {"record", BINA_INT, NULL, "data",
     "Id of the record it looked at; null when that is not stored yet."},
    {"policy", BINA_TEXT, NULL, "kebijakan", "The policy it rests on, if any."},
    {"version", BINA_TEXT, NULL, "versi", "Its version."},
    {"regulation", BINA_TEXT, NULL, "dasar hukum", "The regulation behind it."},
    {"saw", BINA_TEXT, NULL, "yang dilihat", "What it saw: a JSON object of names and values."},
    {"message", BINA_TEXT, NULL, "kalimat (Inggris)",
     "A sentence in English: what is wrong and what to do."},
    {"pesan", BINA_TEXT, NULL, "kalimat", "The sentence in Indonesian."},
};

static void
set(bina_record *record, int slot, const char *text)
{
    bina_set_text(record, slot, text[0] != '\0' ? text : NULL);
}

bina_cursor *
bina_refusals_cursor(const bina_refusals *refusals)
{
    bina_description *description =
        bina_columns_describe("refusal", "A condition that was not met, with what it saw.", columns,
                              sizeof columns / sizeof *columns);
    bina_rows *rows = description != NULL ? bina_rows_new(description) : NULL;
    bina_record *record = rows != NULL ? bina_record_new_of(description) : NULL;
    bina_status status = record != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    for (size_t i = 0; status == BINA_OK && refusals != NULL && i < refusals->count; i++) {
        const refusal *one = &refusals->list[i];
        char saw[sizeof one->saw + 2];
        snprintf(saw, sizeof saw, "%s%s", one->saw, one->saw[0] != '\0' ? "}" : "");
        bina_record_clear(record);
        set(record, 0, one->sentence.rule);
        if (one->record != 0)
            bina_set_int(record, 1, one->record);
        set(record, 2, one->policy);
        set(record, 3, one->version);
        set(record, 4, one->regulation);
        set(record, 5, saw);
        set(record, 6, one->sentence.message[0]);
        set(record, 7, one->sentence.message[1]);
        status = bina_rows_add(rows, record);
    }
    bina_record_free(record);
    bina_description_free(description);
    if (status == BINA_OK)
        return bina_rows_to_cursor(rows);
    bina_rows_free(rows);
    return NULL;
}
