/* Which columns a linkage compares, and as what: where a wrong guess is seen at once. */
#include <string.h>

#include "link_told.h"
#include "text.h"

enum { NAMED = 12 }; /* columns of a line, at most */

/* What a column holds, as people say it. */
static const struct {
    const char *role, *text[2];
} roles[] = {
    {"text", {"text", "teks"}},
    {"key", {"number in the list", "nomor dalam daftar"}},
    {"person", {"name of a person", "nama orang"}},
    {"given_name", {"given name", "nama depan"}},
    {"surname", {"surname", "nama belakang"}},
    {"business", {"name of a business", "nama usaha"}},
    {"address", {"address", "alamat"}},
    {"place", {"place", "wilayah"}},
    {"postcode", {"postcode", "kode pos"}},
    {"phone", {"telephone", "telepon"}},
    {"email", {"e-mail", "surel"}},
    {"nik", {"NIK", "NIK"}},
    {"identifier", {"official number", "nomor resmi"}},
    {"date", {"date", "tanggal"}},
    {"number", {"quantity", "angka"}},
    {"category", {"category", "golongan"}},
};

static const char *
role_text(const cli *self, const char *role)
{
    for (size_t i = 0; role != NULL && i < sizeof roles / sizeof *roles; i++)
        if (strcmp(roles[i].role, role) == 0)
            return cli_text(self, roles[i].text[0], roles[i].text[1]);
    return role == NULL ? "" : role;
}

/* A name from a file, without what would steer the terminal. */
static void
add_name(cli_buffer *to, const char *name)
{
    uint32_t character;

    while (name != NULL && (character = cli_next_character(&name)) != 0)
        cli_buffer_character(to, character);
}

static void
add_padded(cli_buffer *to, const char *text, int width)
{
    add_name(to, text);
    for (int used = cli_text_width(text); used < width + 2; used++)
        cli_buffer_text(to, " ");
}

/* Whether a name stands among those joined by ", ". */
static bool
has_name(const cli_buffer *names, const char *name)
{
    const char *at = names->bytes;
    size_t length = strlen(name);

    for (; at != NULL && (at = strstr(at, name)) != NULL; at++)
        if ((at == names->bytes || (at - names->bytes >= 2 && strncmp(at - 2, ", ", 2) == 0)) &&
            (at[length] == ',' || at[length] == '\0' || strncmp(at + length, " (", 2) == 0))
            return true;
    return false;
}

/* What a column gives to its field: of an address or of a code it may be a place. */
static const char *
held_by(const bina_record *column)
{
    static const char *const places[] = {"hamlet", "place", "village", "district"};
    const char *take = bina_record_text(column, BINA_LINKAGE_COLUMN_TAKE);

    for (size_t i = 0; take != NULL && i < sizeof places / sizeof *places; i++)
        if (strcmp(take, places[i]) == 0)
            return "place";
    return bina_record_text(column, BINA_LINKAGE_COLUMN_ROLE);
}

/* A field and the columns it takes, as they come together. */
typedef struct line {
    cli_buffer field, names; /* no field: columns that are not compared */
    const char *role;
    size_t columns;
} line;

static void
line_clear(line *self)
{
    cli_buffer_free(&self->field);
    cli_buffer_free(&self->names);
    memset(self, 0, sizeof(*self));
}

static void
line_add(const cli *self, line *to, const bina_record *column)
{
    const char *name = bina_record_text(column, BINA_LINKAGE_COLUMN_COLUMN);
    const char *field = bina_record_text(column, BINA_LINKAGE_COLUMN_FIELD);
    const char *take = bina_record_text(column, BINA_LINKAGE_COLUMN_TAKE);

    if (to->columns == 0 && field != NULL) {
        cli_buffer_text(&to->field, field);
        to->role = role_text(self, held_by(column));
    }
    if (name == NULL || has_name(&to->names, name))
        return;
    to->columns++;
    if (to->columns > NAMED)
        return;
    if (to->columns > 1)
        cli_buffer_text(&to->names, ", ");
    cli_buffer_text(&to->names, name);
    if (take != NULL) { /* a part of an address or of a code */
        cli_buffer_text(&to->names, " (");
        cli_buffer_text(&to->names, take);
        cli_buffer_text(&to->names, ")");
    }
}

typedef struct widths {
    int field, role;
} widths;

static void
line_measure(const line *self, widths *widest)
{
    int field = cli_text_width(self->field.bytes), role = cli_text_width(self->role);

    widest->field = field > widest->field ? field : widest->field;
    widest->role = role > widest->role ? role : widest->role;
}

static void
line_tell(const cli *self, const line *told, const widths *widest)
{
    cli_buffer text = {NULL, 0, 0, false};

    if (told->field.bytes != NULL) {
        cli_buffer_text(&text, "  ");
        add_padded(&text, told->field.bytes, widest->field);
        add_padded(&text, told->role, widest->role);
    } else {
        cli_buffer_text(&text, cli_text(self, "Not compared: ", "Tidak dibandingkan: "));
    }
    add_name(&text, told->names.bytes);
    if (told->columns > NAMED)
        cli_buffer_text(&text, ", ...");
    if (text.bytes != NULL)
        cli_remark(self, "%s", "%s", text.bytes);
    cli_buffer_free(&text);
}

/* Goes through the columns, field by field: measures the lines, or tells them. */
static bina_status
walk(const cli *self, bina_linkage *linkage, widths *widest, bool tell)
{
    bina_cursor *columns;
    const bina_record *column;
    line now = {.role = NULL};
    bina_status status = bina_linkage_effective(linkage, "column", &columns);

    if (status != BINA_OK)
        return status;
    do {
        const char *field;
        status = bina_cursor_next(columns, &column);
        field = status == BINA_OK ? bina_record_text(column, BINA_LINKAGE_COLUMN_FIELD) : NULL;
        if (now.columns > 0 && (status != BINA_OK || (field == NULL) != (now.field.bytes == NULL) ||
                                (field != NULL && strcmp(field, now.field.bytes) != 0))) {
            if (tell)
                line_tell(self, &now, widest);
            else if (now.field.bytes != NULL)
                line_measure(&now, widest);
            line_clear(&now);
        }
        if (status == BINA_OK)
            line_add(self, &now, column);
    } while (status == BINA_OK);
    line_clear(&now);
    bina_cursor_free(columns);
    return status == BINA_DONE ? BINA_OK : status;
}

bina_status
cli_tell_columns(const cli *self, bina_linkage *linkage, bool *compared)
{
    widths widest = {0, 0};
    bina_status status = walk(self, linkage, &widest, false);

    *compared = widest.field > 0;
    if (status != BINA_OK)
        return status;
    if (!*compared)
        cli_remark(self, "Nothing is compared: no column tells which rows are one.",
                   "Tidak ada yang dibandingkan: tidak ada kolom yang dapat menunjukkan baris yang "
                   "sama.");
    else
        cli_remark(self, "Compared, as what, from which columns:",
                   "Yang dibandingkan, sebagai apa, dari kolom mana:");
    return walk(self, linkage, &widest, true);
}
