/* Guessing a mapping: from headers, then from what the first rows hold. */
#include <stdlib.h>
#include <string.h>
#include "exchange/convert.h"
#include "exchange/document.h"
#include "exchange/headers.h"
#include "exchange/mapping.h"
#include "exchange/numbers.h"
#include "exchange/table.h"
#include "exchange/words.h"
#include "reference/validators.h"

#define SAMPLED       500
#define LONG_CELL     200
#define COLUMNS_LIMIT 1000 /* looked at */

/* What the sampled cells of a column look like, as shares of those with a value. */
typedef struct column_look {
    int filled;
    int niks, nibs, phones, sexes, latitudes, longitudes, words, firms;
    int day_first, month_first; /* dates that can only be read so */
} column_look;

typedef struct guesser {
    const bina_description *target, *columns;
    column_look *looks;
    int *taken;  /* by column: the slot it was given to, or -1 */
    int *source; /* by slot: its column, or -1 */
    int column_count, slot_count;
} guesser;

/* ---- looking at values ---- */

/* A firm's name has a word that says so; a person's has not. */
static bool
is_firm(const char *lower)
{
    static const char *const words[] = {
        "ud",    "cv",       "pt",       "toko",     "warung",  "bengkel", "tenun",
        "mebel", "konveksi", "penjahit", "kerupuk",  "keripik", "kue",     "kub",
        "ikm",   "usaha",    "jaya",     "industri", "depot",   "rumah",   "kelompok",
        "sari",  "kopi",     "batik",    "catering", "laundry", NULL};
    size_t i, length;
    const char *at;

    for (at = lower; at != NULL; at = strchr(at, ' ')) {
        at += *at == ' ';
        length = strcspn(at, " .");
        for (i = 0; words[i] != NULL; i++)
            if (strlen(words[i]) == length && strncmp(at, words[i], length) == 0)
                return true;
    }
    return false;
}

static bool
looks_like_phone(const char *text)
{
    size_t digits = 0, others = 0;
    const char *at;

    if (bina_number_damaged(text))
        return true;
    for (at = text; *at != '\0'; at++) {
        digits += *at >= '0' && *at <= '9';
        others += (*at < '0' || *at > '9') && strchr("+-() /.", *at) == NULL;
    }
    at = text + (*text == '+' || *text == '(');
    return others == 0 && digits >= 8 && digits <= 14 &&
           (*at == '0' || strncmp(at, "62", 2) == 0 || *at == '8');
}

static void
look_at_date(column_look *look, const char *text)
{
    char *end;
    long first = strtol(text, &end, 10), second;

    if (end == text || strchr("/-.", *end) == NULL || *end == '\0')
        return;
    second = strtol(end + 1, NULL, 10);
    look->day_first += first > 12 && first <= 31 && second >= 1 && second <= 12;
    look->month_first += second > 12 && second <= 31 && first >= 1 && first <= 12;
}

static void
look_at_cell(column_look *look, const char *bytes, size_t length)
{
    char text[LONG_CELL + 1], lower[LONG_CELL + 1], normal[BINA_CHECK_NORMAL];
    double real;

    if (length > LONG_CELL)
        length = LONG_CELL;
    length = bina_words_tidy(bytes, length, text);
    if (length == 0 || bina_words_missing(text))
        return;
    look->filled++;
    bina_words_lower(text, lower, sizeof(lower));
    if (strspn(text, "0123456789") == length) {
        look->niks += length == 16 && bina_validate("nik", text, length, 20000, normal,
                                                    sizeof(normal), NULL) == BINA_OK;
        look->nibs += length == 13;
    }
    look->phones += looks_like_phone(text);
    look->sexes += bina_words_sex(text) != NULL;
    look->words +=
        strpbrk(lower, "abcdefghijklmnopqrstuvwxyz") != NULL && strpbrk(text, "0123456789") == NULL;
    look->firms += is_firm(lower);
    look_at_date(look, text);
    if (strpbrk(text, ".,") != NULL && strpbrk(lower, "abcdfghijklmnopqrstuvwxyz") == NULL &&
        bina_number_read_real(text, &real, NULL)) {
        /* Indonesia lies between 11 south and 6 north, 95 and 141 east. */
        look->latitudes += real >= -11.1 && real <= 6.1;
        look->longitudes += real >= 94.9 && real <= 141.1;
    }
}

static void
look_at_batch(guesser *guess, const bina_batch *batch)
{
    size_t rows = bina_batch_rows(batch), row;
    const int32_t *offsets;
    const char *bytes;
    int column;

    if (rows > SAMPLED)
        rows = SAMPLED;
    for (column = 0; column < guess->column_count; column++)
        for (row = 0; bina_batch_texts(batch, column, &offsets, &bytes) && row < rows; row++)
            look_at_cell(&guess->looks[column], bytes + offsets[row],
                         (size_t)(offsets[row + 1] - offsets[row]));
}

static bool
mostly(int count, const column_look *look)
{
    return look->filled >= 3 && count * 10 >= look->filled * 6;
}

/* ---- giving columns to fields ---- */

static bool
is_open(const bina_field *field)
{
    return (bina_field_flags(field) &
            (BINA_FIELD_STORE_SET | BINA_FIELD_DERIVED | BINA_FIELD_RETIRED)) == 0 &&
           bina_field_type(field) != BINA_REF;
}

static bool
is_own_column(const bina_description *columns, int column)
{
    return bina_column_is_own(bina_description_field(columns, column));
}

/* What the values say against or for a header's meaning. */
static int
correct(const guesser *guess, int column, int slot, int score)
{
    const column_look *look = &guess->looks[column];
    const char *field = bina_field_name(bina_description_field(guess->target, slot));
    bool named = strcmp(field, "owner_name") == 0 || strcmp(field, "business_name") == 0 ||
                 strcmp(field, "name") == 0;

    if (look->filled < 3)
        return score;
    if (strcmp(field, "phone") == 0 && mostly(look->words, look))
        return 0; /* a "kontak" that is a person */
    if (named && (mostly(look->phones, look) || mostly(look->niks, look)))
        return 0;
    if (strcmp(field, "sex") == 0 && !mostly(look->sexes, look))
        return score / 2;
    return score;
}

static void
give(guesser *guess, int column, int slot)
{
    guess->taken[column] = slot;
    guess->source[slot] = column;
}

/* A lone "Nama" is the business where its values speak of businesses, and the owner otherwise. */
static int
score_lone_name(const guesser *guess, int column, int slot, const char *key)
{
    const char *field = bina_field_name(bina_description_field(guess->target, slot));
    const column_look *look = &guess->looks[column];

    if (strcmp(key, "kontak") == 0)
        return strcmp(field, mostly(look->phones, look) ? "phone" : "owner_name") == 0 ? 70 : 0;
    if (strcmp(key, "nama") == 0 && strcmp(field, "business_name") == 0)
        return look->firms * 10 >= look->filled * 3 ? 65 : 30;
    return 0;
}

/* Gives the best pair of a free column and a free field, again and again. */
static void
give_by_header(guesser *guess)
{
    char key[BINA_HEADER_KEY];
    int column, slot, score, other, best, best_column = 0, best_slot = 0;

    do {
        best = 0;
        for (column = 0; column < guess->column_count; column++) {
            if (guess->taken[column] >= 0 || is_own_column(guess->columns, column))
                continue;
            bina_header_key(bina_field_name(bina_description_field(guess->columns, column)), key,
                            sizeof(key));
            for (slot = 0; slot < guess->slot_count; slot++) {
                if (guess->source[slot] >= 0 ||
                    !is_open(bina_description_field(guess->target, slot)))
                    continue;
                score = bina_header_score(key, guess->target, slot);
                other = score_lone_name(guess, column, slot, key);
                score = correct(guess, column, slot, score > other ? score : other);
                if (score > best) {
                    best = score;
                    best_column = column;
                    best_slot = slot;
                }
            }
        }
        if (best >= 25)
            give(guess, best_column, best_slot);
    } while (best >= 25);
}

/* Fields that no header named, by the only thing their values can be. */
static void
give_by_values(guesser *guess)
{
    static const struct {
        const char *field;
        size_t count;
    } rules[] = {
        {"nik", offsetof(column_look, niks)},
        {"nib", offsetof(column_look, nibs)},
        {"sex", offsetof(column_look, sexes)},
        {"phone", offsetof(column_look, phones)},
        {"latitude", offsetof(column_look, latitudes)},
        {"longitude", offsetof(column_look, longitudes)},
    };
    size_t i;
    int column, slot, count;

    for (i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
        slot = bina_description_find(guess->target, rules[i].field);
        if (slot < 0 || guess->source[slot] >= 0)
            continue;
        for (column = 0; column < guess->column_count; column++) {
            memcpy(&count, (const char *)&guess->looks[column] + rules[i].count, sizeof(count));
            if (guess->taken[column] < 0 && !is_own_column(guess->columns, column) &&
                mostly(count, &guess->looks[column])) {
                give(guess, column, slot);
                break;
            }
        }
    }
}

/* ---- writing it down ---- */

static bina_status
add_field(bina_document *document, const guesser *guess, const bina_description *mapped, int slot,
          const char *special)
{
    const bina_field *field = bina_description_field(guess->target, slot);
    bina_record *record = bina_record_new_of(mapped);
    char key[BINA_HEADER_KEY];
    const char *header;
    bina_status status;

    if (record == NULL)
        return BINA_ERR_NO_MEMORY;
    bina_set_text(record, BINA_MAPPED_FIELD, bina_field_name(field));
    if (special != NULL) {
        bina_set_text(record, BINA_MAPPED_COLUMN, special);
    } else {
        const column_look *look = &guess->looks[guess->source[slot]];
        header = bina_field_name(bina_description_field(guess->columns, guess->source[slot]));
        bina_set_text(record, BINA_MAPPED_COLUMN, header);
        bina_header_key(header, key, sizeof(key));
        if (bina_field_type(field) == BINA_MONEY && bina_header_unit(key) > 1)
            bina_set_int(record, BINA_MAPPED_UNIT, bina_header_unit(key));
        if (bina_field_type(field) == BINA_DATE && look->month_first > 0 && look->day_first == 0)
            bina_set_text(record, BINA_MAPPED_DATES, "mdy");
    }
    status = bina_record_check(record, NULL);
    if (status == BINA_OK)
        status = bina_document_add(document, record, 0, NULL);
    bina_record_free(record);
    return status;
}

/* The mapping itself, with the columns that no field was found for. */
static bina_status
add_mapping(bina_document *document, const guesser *guess, const bina_description *described)
{
    bina_record *record = bina_record_new_of(described);
    size_t room = 1, used = 0;
    const char *header;
    char *ignored;
    int column;
    bina_status status;

    for (column = 0; column < guess->column_count; column++)
        room += strlen(bina_field_name(bina_description_field(guess->columns, column))) + 1;
    ignored = malloc(room);
    if (record == NULL || ignored == NULL) {
        bina_record_free(record);
        free(ignored);
        return BINA_ERR_NO_MEMORY;
    }
    for (column = 0; column < guess->column_count; column++) {
        header = bina_field_name(bina_description_field(guess->columns, column));
        if (guess->taken[column] >= 0 || is_own_column(guess->columns, column))
            continue;
        if (used > 0)
            ignored[used++] = '\n';
        memcpy(ignored + used, header, strlen(header));
        used += strlen(header);
    }
    ignored[used] = '\0';
    bina_set_text(record, BINA_MAPPING_KIND, bina_description_name(guess->target));
    if (used > 0)
        bina_set_text(record, BINA_MAPPING_IGNORED, ignored);
    free(ignored);
    status = bina_record_check(record, NULL);
    if (status == BINA_OK)
        status = bina_document_add(document, record, BINA_NO_RECORD, NULL);
    bina_record_free(record);
    return status;
}

/* A field no column fills, from what the sheet's name, the title and headings tell. */
static bina_status
add_told(bina_document *document, const guesser *guess, const bina_description *mapped, int slot)
{
    static const struct {
        const char *field, *special;
        bina_own_column own;
    } told[] = {{"sheet", BINA_COLUMN_SHEET, BINA_OWN_SHEET},
                {"village", BINA_COLUMN_VILLAGE, BINA_OWN_VILLAGE},
                {"district", BINA_COLUMN_DISTRICT, BINA_OWN_DISTRICT},
                {"regency", BINA_COLUMN_REGENCY, BINA_OWN_REGENCY}};
    const char *name = bina_field_name(bina_description_field(guess->target, slot));
    int column;
    size_t i;

    for (i = 0; i < sizeof(told) / sizeof(told[0]); i++) {
        column = bina_column_find_own(guess->columns, told[i].own);
        if (strcmp(name, told[i].field) == 0 && column >= 0 && column < guess->column_count &&
            guess->looks[column].filled > 0)
            return add_field(document, guess, mapped, slot, told[i].special);
    }
    return BINA_OK;
}

static bina_status
write_down(const guesser *guess, bina_document *document)
{
    bina_description *made[3];
    const bina_field *field;
    bina_status status;
    int slot;

    if (!bina_mapping_descriptions(made))
        return BINA_ERR_NO_MEMORY;
    status = add_mapping(document, guess, made[0]);
    for (slot = 0; slot < guess->slot_count && status == BINA_OK; slot++) {
        field = bina_description_field(guess->target, slot);
        if (guess->source[slot] >= 0)
            status = add_field(document, guess, made[1], slot, NULL);
        else if (bina_field_type(field) == BINA_INT && strcmp(bina_field_name(field), "line") == 0)
            status = add_field(document, guess, made[1], slot, BINA_COLUMN_LINE);
        else if (bina_field_type(field) == BINA_INT && strcmp(bina_field_name(field), "row") == 0)
            status = add_field(document, guess, made[1], slot, BINA_COLUMN_ROW);
        else if (bina_field_type(field) == BINA_TEXT)
            status = add_told(document, guess, made[1], slot);
    }
    bina_mapping_descriptions_free(made);
    return status;
}

bina_status
bina_mapping_guess(const bina_description *target, bina_cursor *rows, bina_error *error,
                   bina_mapping **mapping)
{
    guesser guess = {0};
    bina_document *document = NULL;
    const bina_batch *batch;
    bina_status status;
    int i;

    *mapping = NULL;
    guess.target = target;
    guess.columns = bina_cursor_description(rows);
    guess.column_count = bina_description_count(guess.columns);
    if (guess.column_count > COLUMNS_LIMIT)
        guess.column_count = COLUMNS_LIMIT;
    guess.slot_count = bina_description_count(target);
    guess.looks = calloc((size_t)guess.column_count + 1, sizeof(*guess.looks));
    guess.taken = malloc(((size_t)guess.column_count + 1) * sizeof(*guess.taken));
    guess.source = malloc(((size_t)guess.slot_count + 1) * sizeof(*guess.source));
    status = BINA_ERR_NO_MEMORY;
    if (guess.looks == NULL || guess.taken == NULL || guess.source == NULL)
        goto out;
    for (i = 0; i < guess.column_count; i++)
        guess.taken[i] = -1;
    for (i = 0; i < guess.slot_count; i++)
        guess.source[i] = -1;
    status = bina_cursor_peek(rows, &batch);
    if (status < BINA_OK) {
        if (error != NULL)
            bina_error_copy(error, bina_cursor_error(rows));
        goto done;
    }
    if (status == BINA_OK)
        look_at_batch(&guess, batch);
    give_by_header(&guess);
    give_by_values(&guess);
    document = bina_document_new();
    status = document != NULL ? write_down(&guess, document) : BINA_ERR_NO_MEMORY;
    if (status == BINA_OK) {
        status = bina_mapping_new(target, document, error, mapping);
        document = NULL;
    }
out:
    if (status != BINA_OK)
        bina_error_plain(error, status);
done:
    bina_document_free(document);
    free(guess.looks);
    free(guess.taken);
    free(guess.source);
    return status;
}
