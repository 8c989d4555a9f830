/* A record as the codes that reading its list would have given it. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "linkage/index.h"
#include "linkage/owner.h"
#include "linkage/swap.h"

void
bina_link_index_mark(const bina_link_index *index, bina_link_extents *extents)
{
    for (int f = 0; f < index->engine->plan->count; f++)
        extents->field[f] = bina_link_field_extent(&index->engine->field[f]);
}

void
bina_link_index_cut(bina_link_index *index, const bina_link_extents *extents)
{
    for (int f = 0; f < index->engine->plan->count; f++)
        bina_link_field_cut(&index->engine->field[f], extents->field[f]);
}

int
bina_link_index_slot(const bina_record *record, const char *column)
{
    const bina_description *description = bina_record_description(record);
    int count = bina_description_count(description);

    for (int c = 0; c < count; c++) {
        const char *name = bina_field_name(bina_description_field(description, c));
        size_t length = strlen(name);
        bina_link_trim(&name, &length);
        if (strlen(column) == length && memcmp(column, name, length) == 0)
            return c;
    }
    return -1;
}

/* A value as text, as it stands in a list. */
static const char *
text_of(bina_value value, char room[64], size_t *length)
{
    const char *text = room;

    room[0] = '\0';
    switch (value.type) {
    case BINA_NULL:
        break;
    case BINA_TEXT:
    case BINA_CODE:
        text = value.as.text;
        break;
    case BINA_REAL:
        (void)bina_text_real(value.as.real, room);
        break;
    case BINA_DATE:
        (void)bina_date_format(value.as.integer, room);
        break;
    case BINA_TIME:
        (void)bina_time_format(value.as.integer, room);
        break;
    case BINA_INT:
    case BINA_BOOL:
    case BINA_MONEY:
    case BINA_REF:
        (void)snprintf(room, 64, "%lld", (long long)value.as.integer);
        break;
    }
    *length = strlen(text);
    bina_link_trim(&text, length);
    return text;
}

/* The standard value of a field into its text. */
static void
read_field(bina_link_index *index, int f, uint32_t l, const bina_record *record)
{
    const bina_link_spec *spec = &index->engine->plan->field[f];
    const bina_link_list *list = index->engine->table->lists[l];
    const bina_link_source *first = NULL;
    char *text = index->text[f], joined[BINA_LINK_JOINED], number[16];
    const char *taken;
    size_t used = 0;

    text[0] = '\0';
    for (size_t i = 0; i < spec->source_count; i++) {
        char room[64];
        size_t length = 0;
        const char *value;
        int slot;
        if (spec->sources[i].list != l)
            continue;
        first = first == NULL ? &spec->sources[i] : first;
        slot = bina_link_index_slot(record, list->columns[spec->sources[i].column].name);
        if (slot < 0)
            continue;
        value = text_of(bina_record_get(record, slot), room, &length);
        used = bina_link_column_join(joined, used, value, length);
    }
    if (first == NULL || used == 0)
        return;
    taken = bina_link_source_read(first, index->engine->plan->profile, joined, used,
                                  index->standard, number, &used);
    memcpy(text, taken, used);
    text[used] = '\0';
}

/* Whether two values stand in each other's field, as the run turned round those that did. */
static bina_status
is_turned(bina_link_index *index, int f, int g, bool *turned)
{
    const bina_link_field *field = index->engine->field;
    const bina_dictionary *in_f = &field[f].values, *in_g = &field[g].values;
    size_t length[2] = {strlen(index->text[f]), strlen(index->text[g])};
    uint32_t x, y, x_in_g, y_in_f;
    bool seen = false;
    bina_status status = BINA_OK;

    *turned = false;
    if (length[0] == 0 || length[1] == 0)
        return BINA_OK;
    x = bina_dictionary_find(in_f, index->text[f], length[0]);
    y = bina_dictionary_find(in_g, index->text[g], length[1]);
    x_in_g = bina_dictionary_find(in_g, index->text[f], length[0]);
    y_in_f = bina_dictionary_find(in_f, index->text[g], length[1]);
    if ((x_in_g == 0 && y_in_f == 0) || (x_in_g != 0 && x_in_g == y))
        return BINA_OK;
    if (x != 0 && y != 0)
        status = bina_link_index_has(index, f, x, g, y, &seen);
    if (status != BINA_OK || seen)
        return status;
    if (x_in_g != 0 && y_in_f != 0)
        status = bina_link_index_has(index, f, y_in_f, g, x_in_g, turned);
    if (status == BINA_OK && !*turned)
        *turned = bina_link_swap_is_sure(&field[f], &field[g], x, y, x_in_g, y_in_f);
    return status;
}

/* Turns values round that stand in each other's field. */
static bina_status
turn_round(bina_link_index *index)
{
    const bina_link_plan *plan = index->engine->plan;
    bina_status status = bina_link_index_prepare(index);
    char text[BINA_LINK_JOINED];

    for (int f = 0; f < plan->count && status == BINA_OK; f++)
        status = bina_dictionary_open(&index->engine->field[f].values);
    for (int f = 0; f < plan->count && status == BINA_OK; f++)
        for (int g = f + 1; g < plan->count && status == BINA_OK; g++) {
            bool turned = false;
            if (bina_link_may_swap(plan, f, g))
                status = is_turned(index, f, g, &turned);
            if (turned) {
                memcpy(text, index->text[f], sizeof(text));
                memcpy(index->text[f], index->text[g], sizeof(text));
                memcpy(index->text[g], text, sizeof(text));
            }
        }
    return status;
}

bina_status
bina_link_index_read(bina_link_index *index, uint32_t list, const bina_record *record,
                     uint32_t *codes)
{
    const bina_link_plan *plan = index->engine->plan;
    char left[BINA_LINK_OWNER_ROOM];
    bina_status status = BINA_OK;

    for (int f = 0; f < plan->count; f++)
        read_field(index, f, list, record);
    for (int b = 0; b < plan->count; b++)
        for (int p = 0; p < plan->count; p++)
            if (bina_link_owner_concerns(plan, b, p)) {
                size_t length = bina_link_owner_leave(index->text[b], index->text[p], left);
                memcpy(index->text[b], left, length);
                index->text[b][length] = '\0';
            }
    status = turn_round(index);
    memset(codes, 0, BINA_LINK_FIELDS * sizeof(*codes));
    for (int f = 0; f < plan->count && status == BINA_OK; f++)
        status = bina_link_field_add(&index->engine->field[f], index->text[f],
                                     strlen(index->text[f]), &codes[f]);
    if (status == BINA_OK)
        status = bina_link_judge_widen(&index->engine->judge);
    return status;
}
